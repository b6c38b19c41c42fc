#pragma once

#include "core/base/deferred.h"
#include "core/base/resumelater.h"
#include "core/base/task.h"

#include <QObject>
#include <QTimer>

namespace kw {

// One question to the network that may be given up. Whoever awaits the answer keeps the object.
class Ask : public QObject
{
public:
    // The question fails at once, before this returns.
    virtual void cancel() = 0;
};

// `T` must be able to hold an Error. An answer resumes the waiting coroutine from the event loop, giving up
// does so at once.
template <class T> class AskFor : public Ask
{
public:
    AskFor()
    {
        m_patience.setSingleShot(true);
        connect(&m_patience, &QTimer::timeout, this, [this] { finish(tooLate()); });
    }
    // Starts it; once.
    Task<T> answer(int timeoutMs)
    {
        m_patience.start(timeoutMs);
        begin();
        const auto waiting = m_waiting;
        co_return co_await waiting;
    }
    void cancel() final
    {
        const auto waiting = m_waiting; // this object may be gone when the coroutine has gone on
        if (!std::exchange(m_isOver, true))
            end();
        waiting.resolve(Error{ErrorKind::Cancelled, {}, {}});
    }

protected:
    virtual void begin() = 0;
    virtual void end() = 0; // nothing may arrive any more; not called from the destructor
    virtual T tooLate() const = 0;

    bool isOver() const { return m_isOver; }
    void finish(T value)
    {
        if (std::exchange(m_isOver, true))
            return;
        m_patience.stop();
        end();
        resumeLater(m_waiting, std::move(value));
    }

private:
    const Deferred<T> m_waiting;
    QTimer m_patience;
    bool m_isOver = false;
};

} // namespace kw
