#pragma once

#include "core/base/task.h"

#include <QString>

#include <concepts>
#include <functional>

namespace kw {

// Where the secret of an account's sessions comes from: asked for at every connection, so that a changed one
// takes effect at the next. Plain value; what it calls lives on the engine's thread.
class PasswordSource
{
public:
    using Ask = std::function<Task<Result<QString>>()>;
    // `refused`: the one that the server did not take.
    using AskAgain = std::function<Task<Result<QString>>(QString refused)>;

    // A source that has no other secret than this one.
    template <std::invocable Callable>
    PasswordSource(Callable ask)
        : m_ask(std::move(ask))
    {
    }
    PasswordSource(Ask ask, AskAgain again)
        : m_ask(std::move(ask))
        , m_again(std::move(again))
    {
    }

    Task<Result<QString>> operator()() const { return m_ask(); }
    // Whether asking for another after a refusal makes sense: an access token can be renewed.
    bool hasOthers() const { return bool(m_again); }
    Task<Result<QString>> afterRefusal(QString refused) const { return m_again(std::move(refused)); }

private:
    Ask m_ask;
    AskAgain m_again;
};

} // namespace kw
