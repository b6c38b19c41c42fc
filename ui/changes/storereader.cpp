#include "ui/changes/storereader.h"

namespace kw {

StoreReader::StoreReader(const QString &cacheDirectory, QObject *parent)
    : QObject(parent)
    , m_directory(cacheDirectory)
    , m_worker(new QObject)
{
    m_thread.setObjectName(QStringLiteral("store reader"));
    m_worker->moveToThread(&m_thread);
    // The connection closes on the thread that opened it.
    connect(&m_thread, &QThread::finished, m_worker, [this] { m_database.reset(); });
    connect(&m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread.start(QThread::LowPriority);
}

StoreReader::~StoreReader()
{
    m_thread.quit();
    m_thread.wait();
}

void StoreReader::run(std::function<Answer(Database &)> question)
{
    QMetaObject::invokeMethod(m_worker, [this, question = std::move(question)] { ask(question); });
}

void StoreReader::ask(const std::function<Answer(Database &)> &question)
{
    if (!m_database) {
        auto opened = Database::open(m_directory, Database::Mode::ReadOnly);
        if (!opened)
            return;
        m_database = std::move(*opened);
    }
    const Answer answer = question(*m_database);
    if (!m_database->readSoFar()) {
        m_database.reset();
        return;
    }
    QMetaObject::invokeMethod(this, answer, Qt::QueuedConnection);
}

} // namespace kw
