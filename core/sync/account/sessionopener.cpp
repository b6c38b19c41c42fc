#include "core/sync/account/sessionopener.h"

namespace kw {

SessionOpener::SessionOpener(LinkFactory factory, LinkSettings settings, PasswordSource password)
    : m_factory(std::move(factory))
    , m_settings(std::move(settings))
    , m_password(std::move(password))
{
}

Task<Result<void>> SessionOpener::open(std::unique_ptr<ImapLink> &link, bool background)
{
    // The new link is in place before the first wait, so that whoever owns the place can close it at any
    // time.
    link = m_factory(background);
    const ImapLink *opening = link.get();
    const auto secret = co_await m_password();
    if (!secret)
        co_return secret.error();
    if (link.get() != opening)
        co_return Error{ErrorKind::Cancelled, {}, {}};
    auto features = co_await link->open(m_settings, *secret);
    const bool refused = !features && features.error().kind == ErrorKind::Auth;
    if (refused && m_password.hasOthers() && link.get() == opening) {
        const auto another = co_await m_password.afterRefusal(*secret);
        if (!another)
            co_return another.error();
        if (link.get() != opening)
            co_return Error{ErrorKind::Cancelled, {}, {}};
        link = m_factory(background);
        features = co_await link->open(m_settings, *another);
    }
    if (!features)
        co_return features.error();
    m_features = *features;
    co_return Result<void>{};
}

} // namespace kw
