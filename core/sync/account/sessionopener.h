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
    // Of every session: the server does not answer, or (nothing) it does again.
    void onSilence(ImapLink::SilenceTold told) { m_silenceTold = std::move(told); }
    void onOpened(std::function<void()> opened) { m_opened = std::move(opened); } // any of them
    // Of the session opened last.
    const ServerFeatures &features() const { return m_features; }

private:
    std::unique_ptr<ImapLink> make(bool background) const;

    LinkFactory m_factory;
    ImapLink::SilenceTold m_silenceTold;
    std::function<void()> m_opened;
    LinkSettings m_settings;
    PasswordSource m_password;
    ServerFeatures m_features;
};

} // namespace kw
