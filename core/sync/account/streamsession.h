#pragma once

#include "core/base/clock.h"
#include "core/imap/imaplink.h"
#include "core/sync/account/passwordsource.h"

#include <QCoreApplication>

#include <memory>
#include <utility>

namespace kw {

// A session of our own (PartLink, SearchLink) that is opened when it is needed and closed when nobody has
// needed it for a while. One user at a time. Lives on the engine's thread.
template <class Link> class StreamSession
{
public:
    StreamSession(Clock &clock, LinkSettings settings, PasswordSource password, Millis idle)
        : m_clock(clock)
        , m_settings(std::move(settings))
        , m_password(std::move(password))
        , m_idle(idle)
    {
    }
    ~StreamSession() { m_clock.cancel(m_timer); }
    StreamSession(const StreamSession &) = delete;
    StreamSession &operator=(const StreamSession &) = delete;

    // Signed in, with this mailbox open. NotFound: it has been renumbered.
    Task<Result<std::shared_ptr<Link>>> at(QString path, quint32 uidValidity)
    {
        m_clock.cancel(std::exchange(m_timer, 0));
        const int closings = m_closings;
        for (bool again : {false, true}) {
            const bool wasOpen = m_link && m_link->isOpen();
            if (!wasOpen) {
                const auto done = co_await signInWith<void>(m_password, [this, closings](QString secret) {
                    return open(std::move(secret), closings);
                });
                if (!done)
                    co_return done.error();
            }
            const auto link = m_link;
            if (!link || closings != m_closings)
                break;
            const auto validity = co_await link->examine(path);
            if (validity && *validity == uidValidity)
                co_return link;
            if (validity)
                co_return Error{
                    ErrorKind::NotFound,
                    QCoreApplication::translate("kw::Sync", "The folder was renumbered meanwhile."),
                    {}};
            // One that had been idle may have died unnoticed.
            if (again || !wasOpen || validity.error().kind != ErrorKind::Network)
                co_return validity.error();
            if (m_link == link)
                m_link = nullptr;
        }
        co_return Error{ErrorKind::Cancelled, {}, {}};
    }

    void rest() // not needed for now
    {
        m_clock.cancel(std::exchange(m_timer, 0));
        m_timer = m_clock.callAfter(m_idle, [this] {
            m_timer = 0;
            close();
        });
    }

    void close() // whoever uses it hears Cancelled
    {
        ++m_closings;
        m_clock.cancel(std::exchange(m_timer, 0));
        if (const auto link = std::exchange(m_link, nullptr))
            link->close();
    }

private:
    Task<Result<void>> open(QString secret, int closings)
    {
        if (closings != m_closings) // while the secret was waited for
            co_return Error{ErrorKind::Cancelled, {}, {}};
        const auto link = m_link = std::make_shared<Link>(m_settings);
        auto opened = co_await link->open(std::move(secret));
        if (m_link != link) // closed meanwhile
            co_return Error{ErrorKind::Cancelled, {}, {}};
        if (!opened)
            m_link = nullptr;
        co_return opened;
    }

    Clock &m_clock;
    const LinkSettings m_settings;
    const PasswordSource m_password;
    const Millis m_idle;
    std::shared_ptr<Link> m_link;
    int m_closings = 0;
    Clock::TimerId m_timer = 0;
};

} // namespace kw
