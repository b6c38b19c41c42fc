#pragma once

#include "core/imap/imaplink.h"
#include "core/sync/account/passwordsource.h"

#include <memory>

namespace kw {

// Opens one account's sessions. A refused access token is renewed once.
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
