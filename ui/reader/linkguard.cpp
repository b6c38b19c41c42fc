#include "ui/reader/linkguard.h"

#include "core/evidence/linkcheck.h"
#include "ui/look/words.h"
#include "ui/reader/bannerstack.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

LinkGuard::LinkGuard(BannerStack *banners, QObject *parent)
    : QObject(parent)
    , m_banners(banners)
{
}

void LinkGuard::setLinks(const QList<ShownLink> &links)
{
    m_links = links;
    m_sender = {};
}

QString LinkGuard::concern(const QUrl &url) const
{
    const auto shown = std::find_if(m_links.begin(), m_links.end(),
                                    [&url](const ShownLink &link) { return QUrl(link.url) == url; });
    const LinkConcern concern = judgeLink(shown == m_links.end() ? QString() : shown->text, url);
    const QString host = oneLine(concern.host);
    switch (concern.kind) {
    case LinkConcern::Kind::OtherHost:
        return tr("This link says %1, but goes to %2.").arg(oneLine(concern.shown), host);
    case LinkConcern::Kind::Deceptive:
        return tr("This link goes to %1, a name written with letters that look like others.").arg(host);
    case LinkConcern::Kind::Credentials:
        return tr("This link goes to %1; what stands before the @ only looks like an address.").arg(host);
    case LinkConcern::Kind::Address:
        return tr("This link goes to %1, a number instead of a name.").arg(host);
    case LinkConcern::Kind::None:
        break;
    }
    if (m_sender.evidence.origin == Evidence::Origin::Disproven && !host.isEmpty())
        return tr("This link goes to %1, and the message is not from whom it claims.").arg(host);
    if (m_sender.acquaintance.isFirst && !m_sender.acquaintance.isOneself && !host.isEmpty())
        return tr("This link goes to %1. You have had no mail from this sender before.").arg(host);
    return {};
}

void LinkGuard::open(const QUrl &url)
{
    m_banners->remove(u"linkBanner"_s);
    const QString sentence = concern(url);
    if (sentence.isEmpty()) {
        Q_EMIT linkActivated(url);
        return;
    }
    m_banners->add(u"linkBanner"_s, Tone::Warning, "warning"_L1, sentence,
                   {{tr("Open Anyway"),
                     [this, url] {
                         m_banners->remove(u"linkBanner"_s);
                         Q_EMIT linkActivated(url);
                     }},
                    {tr("Cancel"), [this] { m_banners->remove(u"linkBanner"_s); }}});
}

} // namespace kw
