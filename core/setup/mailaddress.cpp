#include "core/setup/mailaddress.h"

#include <QHostAddress>
#include <QRegularExpression>
#include <QStringList>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr qsizetype MaxAddress = 320; // RFC 3696, with errata: 64 + 1 + 255

// Registries that hand out names one level further down: example.co.uk.
bool isSharedSuffix(const QString &second, const QString &top)
{
    static const QStringList shared{u"co"_s, u"com"_s, u"net"_s, u"org"_s, u"ac"_s, u"edu"_s, u"gov"_s,
                                    u"go"_s, u"or"_s,  u"ne"_s,  u"gob"_s, u"id"_s, u"ltd"_s, u"me"_s};
    return top.size() == 2 && shared.contains(second);
}

} // namespace

std::optional<MailAddress> parseMailAddress(const QString &text)
{
    static const QRegularExpression pattern(
        uR"(^([^\s@<>"\p{Cc}]{1,64})@([^\s@<>".\p{Cc}]+(?:\.[^\s@<>".\p{Cc}]+)*)$)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    const auto match = pattern.match(text.trimmed());
    if (text.size() > MaxAddress || !match.hasMatch())
        return {};
    const QString domain = QString::fromLatin1(QUrl::toAce(match.captured(2).toLower()));
    if (!isServerName(domain))
        return {};
    return MailAddress{match.captured(1), domain};
}

bool isMailAddress(const QString &text)
{
    return parseMailAddress(text).has_value();
}

bool isServerName(const QString &name)
{
    static const QRegularExpression label(
        QRegularExpression::anchoredPattern(u"[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?"_s));
    if (name.isEmpty() || name.size() > 253)
        return false;
    if (!QHostAddress(name).isNull())
        return true;
    return std::ranges::all_of(name.split(u'.'),
                               [](const QString &part) { return label.match(part).hasMatch(); });
}

bool isPublicName(const QString &name)
{
    static const QRegularExpression digits(QRegularExpression::anchoredPattern(u"[0-9]+"_s));
    return isServerName(name) && name.contains(u'.') && QHostAddress(name).isNull()
        && !digits.match(name.section(u'.', -1)).hasMatch();
}

bool isWithin(const QString &host, const QString &domain)
{
    return host.compare(domain, Qt::CaseInsensitive) == 0
        || host.endsWith(u'.' + domain, Qt::CaseInsensitive);
}

QStringList ownersDomains(const QString &host)
{
    const QStringList labels = host.toLower().split(u'.', Qt::SkipEmptyParts);
    if (labels.size() < 2 || !isPublicName(host))
        return {};
    const qsizetype base = isSharedSuffix(labels.at(labels.size() - 2), labels.last()) ? 3 : 2;
    if (labels.size() < base)
        return {};
    QStringList domains{labels.last(base).join(u'.')};
    if (labels.size() > base + 1)
        domains.append(labels.mid(1).join(u'.'));
    return domains;
}

} // namespace kw
