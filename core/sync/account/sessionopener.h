#pragma once

#include "core/imap/imaplink.h"

#include <functional>
#include <memory>

namespace kw {

using PasswordSource = std::function<Task<Result<QString>>()>;

// Opens one account's sessions: asks for the password each time, so that a changed one takes effect at the
// next connection.
class SessionOpener
{
public:
    SessionOpener(LinkFactory factory, LinkSettings settings, PasswordSource password);

    // Puts an open link into `link`; what was there is closed first. `background`: bulk work.
    Task<Result<void>> open(std::unique_ptr<ImapLink> &link, bool background);
    // Of the session opened last.
    const ServerFeatures &features() const { return m_features; }

private:
    LinkFactory m_factory;
    LinkSettings m_settings;
    PasswordSource m_password;
    ServerFeatures m_features;
};

} // namespace kw
