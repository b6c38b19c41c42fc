#include "core/doctor/secretonce.h"

#include "core/base/resumelater.h"

#include <optional>
#include <vector>

namespace kw::doctor {

namespace {

struct Secret {
    std::function<Task<Result<QString>>()> source;
    std::shared_ptr<Curfew> curfew;
    std::vector<Deferred<Result<QString>>> waiting;
    std::optional<Result<QString>> told;
    bool asked = false;
};

void ask(const std::shared_ptr<Secret> &secret)
{
    secret->asked = true;
    secret->source().then([secret](const Result<QString> &told) {
        secret->told = told;
        for (const auto &one : std::exchange(secret->waiting, {}))
            resumeLater(one, told);
    });
}

Task<Result<QString>> wait(std::shared_ptr<Secret> secret)
{
    if (secret->told)
        co_return *secret->told;
    const Deferred<Result<QString>> mine;
    secret->waiting.push_back(mine);
    const Curfew::Guard guard(
        secret->curfew, [mine] { resumeLater(mine, Result<QString>(Error{ErrorKind::Cancelled, {}, {}})); });
    if (!secret->asked)
        ask(secret);
    co_return co_await mine;
}

} // namespace

std::function<Task<Result<QString>>()> askedOnce(std::function<Task<Result<QString>>()> source,
                                                 std::shared_ptr<Curfew> curfew)
{
    if (!source)
        return {};
    const auto secret = std::make_shared<Secret>();
    secret->source = std::move(source);
    secret->curfew = std::move(curfew);
    return [secret] { return wait(secret); };
}

} // namespace kw::doctor
