#include "core/sync/parts/partsession.h"

#include <QCoreApplication>

#include <utility>

namespace kw {

PartSession::PartSession(Clock &clock, LinkSettings settings, PasswordSource password, Millis idle)
    : m_clock(clock)
    , m_settings(std::move(settings))
    , m_password(std::move(password))
    , m_idle(idle)
{
}

PartSession::~PartSession()
{
    m_clock.cancel(m_timer);
}

void PartSession::close()
{
    m_clock.cancel(std::exchange(m_timer, 0));
    if (const auto link = std::exchange(m_link, nullptr))
        link->close();
}

void PartSession::rest()
{
    m_clock.cancel(std::exchange(m_timer, 0));
    m_timer = m_clock.callAfter(m_idle, [this] {
        m_timer = 0;
        close();
    });
}

Task<Result<void>> PartSession::open(QString secret)
{
    const auto link = m_link = std::make_shared<PartLink>(m_settings);
    auto opened = co_await link->open(std::move(secret));
    if (m_link != link) // closed meanwhile
        co_return Error{ErrorKind::Cancelled, {}, {}};
    if (!opened)
        m_link = nullptr;
    co_return opened;
}

Task<Result<std::shared_ptr<PartLink>>> PartSession::at(QString path, quint32 uidValidity)
{
    m_clock.cancel(std::exchange(m_timer, 0));
    for (bool again : {false, true}) {
        const bool wasOpen = m_link && m_link->isOpen();
        if (!wasOpen) {
            const auto done = co_await signInWith<void>(
                m_password, [this](QString secret) { return open(std::move(secret)); });
            if (!done)
                co_return done.error();
        }
        const auto link = m_link;
        const auto validity = co_await link->examine(path);
        if (validity && *validity == uidValidity)
            co_return link;
        if (validity)
            co_return Error{ErrorKind::NotFound,
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

} // namespace kw
