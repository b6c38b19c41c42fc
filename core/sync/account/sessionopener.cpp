#include "core/sync/account/sessionopener.h"

namespace kw {

SessionOpener::SessionOpener(LinkFactory factory, LinkSettings settings, PasswordSource password)
    : m_factory(std::move(factory))
    , m_settings(std::move(settings))
    , m_password(std::move(password))
{
}

std::unique_ptr<ImapLink> SessionOpener::make(bool background) const
{
    auto link = m_factory(background);
    if (m_silenceTold)
        link->onSilence(m_silenceTold);
    return link;
}

Task<Result<void>> SessionOpener::open(std::unique_ptr<ImapLink> &link, bool background)
{
    // The new link is in place before the first wait, so that whoever owns the place can close it at any
    // time.
    link = make(background);
    const ImapLink *opening = link.get();
    auto secret = co_await m_password();
    if (!secret)
        co_return secret.error();
    if (link.get() != opening)
        co_return Error{ErrorKind::Cancelled, {}, {}};
    auto features = co_await link->open(m_settings, *secret);
    const bool refused = !features && features.error().kind == ErrorKind::Auth;
    if (refused && m_password.hasOthers() && link.get() == opening) {
        secret = co_await m_password.afterRefusal(*secret);
        if (!secret)
            co_return secret.error();
        if (link.get() != opening)
            co_return Error{ErrorKind::Cancelled, {}, {}};
        link = make(background);
        features = co_await link->open(m_settings, *secret);
    }
    if (!features)
        co_return features.error();
    m_password.worked(*secret);
    m_features = *features;
    if (m_opened)
        m_opened();
    co_return Result<void>{};
}

} // namespace kw
