#include "core/sync/index/indexhost.h"

#include "core/sync/enginecore.h"
#include "core/sync/index/indexworker.h"

namespace kw {

IndexHost::IndexHost(EngineCore *core, Tell tell, const QString &cacheDirectory)
    : m_tell(std::move(tell))
    , m_worker(new IndexWorker(cacheDirectory))
{
    qRegisterMetaType<IndexStatus>();
    m_thread.setObjectName(QLatin1StringView("kw-index"));
    m_worker->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    connect(m_worker, &IndexWorker::wrote, this, &IndexHost::indexed);
    connect(m_worker, &IndexWorker::takenIn, this, &IndexHost::trim);
    connect(m_worker, &IndexWorker::statusChanged, this, [this](const IndexStatus &status) {
        if (m_rebuilds > 0)
            return; // told before it heard of that
        m_status = status;
        Q_EMIT statusChanged(status);
    });
    connect(core, &EngineCore::changed, m_worker, &IndexWorker::traffic);
    connect(core, &EngineCore::bodyArrived, m_worker, &IndexWorker::traffic);
    connect(core, &EngineCore::folderStatusChanged, m_worker,
            [worker = m_worker](const FolderStatus &status) {
                if (status.liveness == Liveness::Syncing)
                    worker->traffic();
            });
    m_thread.start(QThread::IdlePriority);
}

IndexHost::~IndexHost()
{
    m_worker->stop();
    m_thread.quit();
    m_thread.wait();
}

void IndexHost::begin(bool attachmentTexts)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, attachmentTexts] {
        worker->setAttachmentTexts(attachmentTexts);
        worker->begin();
    });
}

void IndexHost::setAttachmentTexts(bool on)
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker, on] { worker->setAttachmentTexts(on); });
}

void IndexHost::rebuild()
{
    ++m_rebuilds;
    m_status.indexed = m_status.withText = 0;
    m_status.isWorking = true;
    m_status.problem = {};
    QMetaObject::invokeMethod(m_worker, [this, worker = m_worker] {
        worker->rebuild();
        QMetaObject::invokeMethod(this, [this] { --m_rebuilds; }, Qt::QueuedConnection);
    });
    Q_EMIT statusChanged(m_status);
}

void IndexHost::personActed()
{
    QMetaObject::invokeMethod(m_worker, [worker = m_worker] { worker->traffic(); });
}

// The engine alone writes into the cache.
void IndexHost::trim(qint64 takenIn)
{
    m_tell([takenIn](EngineCore &core) { core.trimIndexFeed(takenIn); });
}

} // namespace kw
