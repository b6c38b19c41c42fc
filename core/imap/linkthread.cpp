#include "core/imap/linkthread.h"

#include "core/imap/leftovers.h"

#include <QDeadlineTimer>
#include <QMutex>
#include <QTimer>

#include <deque>

namespace kw {

namespace {

QMutex threadsMutex;
QList<QThread *> &threads()
{
    static QList<QThread *> list;
    return list;
}

constexpr int LingerStepMs = 100;

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

struct LinkThread::Worker : QObject {
    using Call = std::function<Task<void>(const Held &)>;

    void add(Call call)
    {
        calls.push_back(std::move(call));
        if (!isRunning)
            runAll();
    }
    Task<void> runAll()
    {
        isRunning = true;
        while (!calls.empty()) {
            const auto call = std::move(calls.front());
            calls.pop_front();
            co_await call(link);
        }
        isRunning = false;
    }

    Held link;
    std::deque<Call> calls;
    bool isRunning = false;
};

LinkThread::LinkThread(std::function<Held()> make)
    : m_thread(new QThread)
    , m_worker(new Worker)
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

LinkThread::~LinkThread()
{
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

void LinkThread::post(std::function<void(ImapLink &)> act)
{
    QMetaObject::invokeMethod(
        m_worker,
        [worker = m_worker, act = std::move(act)] {
            if (worker->link)
                act(*worker->link);
        },
        Qt::QueuedConnection);
}

void LinkThread::enqueue(std::function<Task<void>(const Held &)> call)
{
    QMetaObject::invokeMethod(
        m_worker, [worker = m_worker, call = std::move(call)] { worker->add(call); }, Qt::QueuedConnection);
}

void LinkThread::joinAll(int milliseconds)
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

} // namespace kw
