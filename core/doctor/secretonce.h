#pragma once

#include "core/base/task.h"
#include "core/doctor/curfew.h"

#include <functional>

namespace kw::doctor {

// The same source of a secret, asked at most once however often it is called (a command or a keyring may ask
// the person), whose callers are let go when the curfew rings.
std::function<Task<Result<QString>>()> askedOnce(std::function<Task<Result<QString>>()> source,
                                                 std::shared_ptr<Curfew> curfew);

} // namespace kw::doctor
