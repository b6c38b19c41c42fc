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
    using Told = std::function<void(const QString &secret)>;

    // A source that has no other secret than this one.
    template <std::invocable Callable>
    PasswordSource(Callable ask)
        : m_ask(std::move(ask))
    {
    }
    PasswordSource(Ask ask, AskAgain again, Told worked)
        : m_ask(std::move(ask))
        , m_again(std::move(again))
        , m_worked(std::move(worked))
    {
    }

    Task<Result<QString>> operator()() const { return m_ask(); }
    // Whether asking for another after a refusal makes sense: an access token can be renewed.
    bool hasOthers() const { return bool(m_again); }
    Task<Result<QString>> afterRefusal(QString refused) const { return m_again(std::move(refused)); }

    // The server took it.
    void worked(const QString &secret) const
    {
        if (m_worked)
            m_worked(secret);
    }

private:
    Ask m_ask;
    AskAgain m_again;
    Told m_worked;
};

} // namespace kw
