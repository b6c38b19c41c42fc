#include "core/imap/threadedlink.h"

#include "core/imap/leftovers.h"
#include "core/imap/resumelater.h"

#include <QDeadlineTimer>
#include <QMutex>
#include <QTimer>

namespace kw {

namespace {

QMutex threadsMutex;
QList<QThread *> &threads()
{
    static QList<QThread *> list;
    return list;
}

constexpr int LingerStepMs = 100;

Error cancelled()
{
    return {ErrorKind::Cancelled, {}, {}};
}

// On the link's thread, which ends when nothing is left there that needs its event loop.
void endWhenEmpty(QObject *worker, QThread *thread)
{
    if (Leftovers::count() == 0) {
        thread->quit();
        return;
    }
    QTimer::singleShot(LingerStepMs, worker, [worker, thread] { endWhenEmpty(worker, thread); });
}

} // namespace

ThreadedLink::ThreadedLink(std::function<std::unique_ptr<ImapLink>()> make)
    : m_thread(new QThread)
    , m_worker(new Worker)
    , m_here(new QObject, [](QObject *here) { here->deleteLater(); })
    , m_shared(std::make_shared<Shared>())
{
    m_thread->setObjectName(QLatin1StringView("kw-bulk"));
    m_worker->moveToThread(m_thread);
    QObject::connect(m_thread, &QThread::finished, m_worker, &QObject::deleteLater);
    m_thread->start();
    {
        const QMutexLocker lock(&threadsMutex);
        threads().append(m_thread);
    }
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, make = std::move(make)] { worker->link = make(); },
        Qt::QueuedConnection);
}

ThreadedLink::~ThreadedLink()
{
    close();
    QObject::connect(m_thread, &QThread::finished, m_thread, [thread = m_thread] {
        {
            const QMutexLocker lock(&threadsMutex);
            threads().removeAll(thread);
        }
        thread->deleteLater();
    });
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, thread = m_thread] {
            worker->link.reset();
            // What was awaited ends in events of its own.
            QTimer::singleShot(0, worker, [worker, thread] { endWhenEmpty(worker, thread); });
        },
        Qt::QueuedConnection);
}

void ThreadedLink::joinAll(int milliseconds)
{
    const QDeadlineTimer deadline(milliseconds);
    QList<QThread *> left;
    {
        const QMutexLocker lock(&threadsMutex);
        left = threads();
    }
    for (QThread *thread : std::as_const(left))
        thread->quit();
    for (QThread *thread : std::as_const(left))
        thread->wait(deadline);
}

template <class T>
Task<void> ThreadedLink::runThere(Worker *worker, Call<T> what, std::function<void(Result<T>)> answer)
{
    if (!worker->link) {
        answer(cancelled());
        co_return;
    }
    Result<T> result = co_await what(*worker->link);
    answer(std::move(result));
}

void ThreadedLink::Worker::add(std::function<Task<void>()> call)
{
    calls.push_back(std::move(call));
    if (!isRunning)
        runAll();
}

Task<void> ThreadedLink::Worker::runAll()
{
    isRunning = true;
    while (!calls.empty()) {
        const auto call = std::move(calls.front());
        calls.pop_front();
        co_await call();
    }
    isRunning = false;
}

template <class T> Task<Result<T>> ThreadedLink::call(Call<T> what)
{
    const Deferred<Result<T>> waiting;
    std::erase_if(m_waiting, [](const Waiting &w) { return w.isAnswered(); });
    m_waiting.push_back({[waiting] { return waiting.isResolved(); },
                         [waiting] { resumeLater<Result<T>>(waiting, cancelled()); }});
    const auto shared = m_shared;
    const int opening = shared->opening;
    // The receiver is shared, so that an answer that comes after this link is gone still has somewhere to go.
    auto answer = [here = m_here, waiting, shared, opening, worker = m_worker](Result<T> result) {
        const bool open = worker->link && worker->link->isOpen();
        QMetaObject::invokeMethod(
            here.get(),
            [waiting, shared, opening, open, result = std::move(result)]() mutable {
                // Closed since then: whoever awaits this must not go on, for the link may be gone.
                if (shared->opening != opening) {
                    waiting.resolve(cancelled());
                    return;
                }
                shared->open = open;
                waiting.resolve(std::move(result));
            },
            Qt::QueuedConnection);
    };
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, what = std::move(what), answer = std::move(answer)] {
            worker->add([worker, what, answer] { return runThere<T>(worker, what, answer); });
        },
        Qt::QueuedConnection);
    co_return co_await waiting;
}

void ThreadedLink::close()
{
    m_shared->open = false;
    ++m_shared->opening;
    cancelCalls();
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker] {
            if (worker->link)
                worker->link->close();
        },
        Qt::QueuedConnection);
}

void ThreadedLink::cancelCalls()
{
    for (const Waiting &waiting : m_waiting)
        waiting.cancel();
    m_waiting.clear();
}

Task<Result<ServerFeatures>> ThreadedLink::open(LinkSettings settings, QString secret)
{
    return call<ServerFeatures>([settings, secret](ImapLink &link) { return link.open(settings, secret); });
}

Task<Result<QList<ListedFolder>>> ThreadedLink::list()
{
    return call<QList<ListedFolder>>([](ImapLink &link) { return link.list(); });
}

Task<Result<BoxStatus>> ThreadedLink::status(QString path)
{
    return call<BoxStatus>([path](ImapLink &link) { return link.status(path); });
}

Task<Result<SelectedBox>> ThreadedLink::select(QString path, ResyncPoint from, bool readOnly)
{
    return call<SelectedBox>(
        [path, from, readOnly](ImapLink &link) { return link.select(path, from, readOnly); });
}

Task<Result<QList<HeaderRecord>>> ThreadedLink::headersBySequence(quint32 first, quint32 last)
{
    return call<QList<HeaderRecord>>(
        [first, last](ImapLink &link) { return link.headersBySequence(first, last); });
}

Task<Result<QList<HeaderRecord>>> ThreadedLink::headers(UidSet uids)
{
    return call<QList<HeaderRecord>>([uids](ImapLink &link) { return link.headers(uids); });
}

Task<Result<QList<FlagRecord>>> ThreadedLink::flags(UidSet uids, quint64 changedSince)
{
    return call<QList<FlagRecord>>(
        [uids, changedSince](ImapLink &link) { return link.flags(uids, changedSince); });
}

Task<Result<BoxChanges>> ThreadedLink::changesSince(quint64 modseq)
{
    return call<BoxChanges>([modseq](ImapLink &link) { return link.changesSince(modseq); });
}

Task<Result<UidSet>> ThreadedLink::existing(UidSet among)
{
    return call<UidSet>([among](ImapLink &link) { return link.existing(among); });
}

Task<Result<RawMessage>> ThreadedLink::fetchMessage(Uid uid)
{
    return call<RawMessage>([uid](ImapLink &link) { return link.fetchMessage(uid); });
}

Task<Result<void>> ThreadedLink::addFlags(UidSet uids, MessageFlags flags)
{
    return call<void>([uids, flags](ImapLink &link) { return link.addFlags(uids, flags); });
}

Task<Result<void>> ThreadedLink::removeFlags(UidSet uids, MessageFlags flags)
{
    return call<void>([uids, flags](ImapLink &link) { return link.removeFlags(uids, flags); });
}

Task<Result<void>> ThreadedLink::move(UidSet uids, QString to)
{
    return call<void>([uids, to](ImapLink &link) { return link.move(uids, to); });
}

Task<Result<void>> ThreadedLink::copy(UidSet uids, QString to)
{
    return call<void>([uids, to](ImapLink &link) { return link.copy(uids, to); });
}

Task<Result<UidSet>> ThreadedLink::markedDeleted()
{
    return call<UidSet>([](ImapLink &link) { return link.markedDeleted(); });
}

Task<Result<void>> ThreadedLink::expunge()
{
    return call<void>([](ImapLink &link) { return link.expunge(); });
}

Task<Result<void>> ThreadedLink::append(QString path, RawMessage message, MessageFlags flags,
                                        qint64 internalDate)
{
    return call<void>([path, message, flags, internalDate](ImapLink &link) {
        return link.append(path, message, flags, internalDate);
    });
}

Task<Result<void>> ThreadedLink::createFolder(QString path)
{
    return call<void>([path](ImapLink &link) { return link.createFolder(path); });
}

Task<Result<void>> ThreadedLink::renameFolder(QString from, QString to)
{
    return call<void>([from, to](ImapLink &link) { return link.renameFolder(from, to); });
}

Task<Result<void>> ThreadedLink::deleteFolder(QString path)
{
    return call<void>([path](ImapLink &link) { return link.deleteFolder(path); });
}

Task<Result<void>> ThreadedLink::subscribe(QString path, bool on)
{
    return call<void>([path, on](ImapLink &link) { return link.subscribe(path, on); });
}

Task<Result<IdleEnd>> ThreadedLink::idle()
{
    return call<IdleEnd>([](ImapLink &link) { return link.idle(); });
}

void ThreadedLink::interruptIdle()
{
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker] {
            if (worker->link)
                worker->link->interruptIdle();
        },
        Qt::QueuedConnection);
}

} // namespace kw
