#pragma once

#include "core/base/clock.h"
#include "core/imap/stream/partlink.h"
#include "core/sync/account/passwordsource.h"

#include <memory>

namespace kw {

// A PartLink that is opened when it is needed and closed when nobody has needed it for a while. One user at a
// time. Lives on the engine's thread.
class PartSession
{
public:
    PartSession(Clock &clock, LinkSettings settings, PasswordSource password, Millis idle);
    ~PartSession();

    // Signed in, with this mailbox open. NotFound: it has been renumbered.
    Task<Result<std::shared_ptr<PartLink>>> at(QString path, quint32 uidValidity);
    void rest(); // not needed for now
    void close(); // whoever uses it hears Cancelled

private:
    Task<Result<void>> open(QString secret);

    Clock &m_clock;
    const LinkSettings m_settings;
    const PasswordSource m_password;
    const Millis m_idle;
    std::shared_ptr<PartLink> m_link;
    Clock::TimerId m_timer = 0;
};

} // namespace kw
