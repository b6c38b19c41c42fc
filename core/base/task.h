#pragma once

#include "core/base/result.h"

#include <QCoroTask>

namespace kw {

// The coroutine type of core: starts at once, is awaited at most once, lives on one thread.
// Whoever starts a task keeps it or awaits it; a task ends early only because what it waits for fails with
// ErrorKind::Cancelled (closing a link, stopping a clock), so no frame outlives the objects it uses.
template <class T> using Task = QCoro::Task<T>;

} // namespace kw
