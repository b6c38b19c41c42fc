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
    ImapLink *opening = link.get();
    const auto password = co_await m_password();
    if (!password)
        co_return password.error();
    if (link.get() != opening)
        co_return Error{ErrorKind::Cancelled, {}, {}};
    const auto features = co_await opening->open(m_settings, *password);
    if (!features)
        co_return features.error();
    m_features = *features;
    co_return Result<void>{};
}

} // namespace kw
