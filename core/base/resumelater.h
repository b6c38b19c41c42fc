#pragma once

#include "core/base/deferred.h"

#include <QObject>

namespace kw {

// Resumes the coroutine that awaits `waiting` from this thread's event loop, whatever becomes of the objects
// involved until then: never from within a library's slot, which might not expect to be re-entered or
// deleted.
template <class T> void resumeLater(const Deferred<T> &waiting, T value)
{
    if (waiting.isResolved())
        return; // nobody waits any more
    auto *carrier = new QObject;
    QMetaObject::invokeMethod(
        carrier,
        [carrier, waiting, value = std::move(value)] {
            carrier->deleteLater();
            waiting.resolve(value);
        },
        Qt::QueuedConnection);
}

} // namespace kw
