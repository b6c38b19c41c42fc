// The preset tsan only. Qt's own library is not built with the thread sanitizer, so its mutexes and atomics
// are invisible, and with them the order that an event makes: what the poster did before posting has happened
// when the event is delivered. These functions stand before Qt's and tell the sanitizer just that, for each
// receiving thread apart. Nothing is suppressed: what no event orders is still reported (canary.cpp proves
// it).
#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QSemaphore>
#include <QThread>
#include <QThreadPool>

#include <dlfcn.h>

extern "C" {
void __tsan_acquire(void *address);
void __tsan_release(void *address);
}

namespace {

template <class F> F qt(const char *symbol)
{
    return reinterpret_cast<F>(dlsym(RTLD_NEXT, symbol));
}

} // namespace

void QCoreApplication::postEvent(QObject *receiver, QEvent *event, int priority)
{
    static const auto real
        = qt<void (*)(QObject *, QEvent *, int)>("_ZN16QCoreApplication9postEventEP7QObjectP6QEventi");
    if (receiver) {
        __tsan_release(receiver->thread());
        __tsan_release(receiver); // it may move to another thread before the event comes
    }
    real(receiver, event, priority);
}

bool QCoreApplication::notifyInternal2(QObject *receiver, QEvent *event)
{
    static const auto real
        = qt<bool (*)(QObject *, QEvent *)>("_ZN16QCoreApplication15notifyInternal2EP7QObjectP6QEvent");
    __tsan_acquire(QThread::currentThread());
    __tsan_acquire(receiver);
    return real(receiver, event);
}

void QSemaphore::release(int n)
{
    static const auto real = qt<void (*)(QSemaphore *, int)>("_ZN10QSemaphore7releaseEi");
    __tsan_release(this);
    real(this, n);
}

void QSemaphore::acquire(int n)
{
    static const auto real = qt<void (*)(QSemaphore *, int)>("_ZN10QSemaphore7acquireEi");
    real(this, n);
    __tsan_acquire(this);
}

bool QSemaphore::tryAcquire(int n, QDeadlineTimer timer)
{
    static const auto real
        = qt<bool (*)(QSemaphore *, int, QDeadlineTimer)>("_ZN10QSemaphore10tryAcquireEi14QDeadlineTimer");
    const bool done = real(this, n, timer);
    if (done)
        __tsan_acquire(this);
    return done;
}

// A thread that has been waited for has done all that it did.
int QThread::exec()
{
    static const auto real = qt<int (*)(QThread *)>("_ZN7QThread4execEv");
    const int code = real(this);
    __tsan_release(this);
    return code;
}

bool QThread::wait(QDeadlineTimer deadline)
{
    static const auto real = qt<bool (*)(QThread *, QDeadlineTimer)>("_ZN7QThread4waitE14QDeadlineTimer");
    const bool ended = real(this, deadline);
    if (ended)
        __tsan_acquire(this);
    return ended;
}
