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

// Signs in with the source's secret, and once more with another where it is refused. `attempt` may be called
// twice.
template <class T>
Task<Result<T>> signInWith(PasswordSource source, std::function<Task<Result<T>>(QString secret)> attempt)
{
    auto secret = co_await source();
    if (!secret)
        co_return secret.error();
    auto signedIn = co_await attempt(*secret);
    if (!signedIn && signedIn.error().kind == ErrorKind::Auth && source.hasOthers()) {
        secret = co_await source.afterRefusal(*secret);
        if (!secret)
            co_return secret.error();
        signedIn = co_await attempt(*secret);
    }
    if (signedIn)
        source.worked(*secret);
    co_return signedIn;
}

} // namespace kw
