#include "core/evidence/linkcheck.h"

#include "core/evidence/domains.h"

#include <QRegularExpression>

#include <algorithm>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

// The host that a link's text names; empty where it is no address to a reader.
QString hostNamed(const QString &text)
{
    static const QRegularExpression address(
        u"^\\s*(?:https?://)?(?:[^\\s/@]+@)?((?:[\\p{L}\\p{N}-]+\\.)+[\\p{L}]{2,24})(?::\\d+)?(?:[/?#]\\S*)?\\s*$"_s,
        QRegularExpression::CaseInsensitiveOption | QRegularExpression::UseUnicodePropertiesOption);
    const auto found = address.match(text.left(2000));
    return found.hasMatch() ? found.captured(1).toLower() : QString();
}

bool isNumeric(const QString &host)
{
    return host.contains(u':') || (!host.isEmpty() && std::all_of(host.cbegin(), host.cend(), [](QChar c) {
               return c.isDigit() || c == u'.';
           }));
}

} // namespace

LinkConcern judgeLink(const QString &text, const QUrl &target)
{
    const QString scheme = target.scheme();
    LinkConcern out;
    if (scheme != "https"_L1 && scheme != "http"_L1)
        return out;
    out.host = target.host(QUrl::FullyDecoded);
    const QString goes = registeredDomain(out.host);
    const QString named = registeredDomain(hostNamed(text));
    if (!target.userName().isEmpty())
        out.kind = LinkConcern::Kind::Credentials;
    else if (!named.isEmpty() && named != goes)
        out.kind = LinkConcern::Kind::OtherHost;
    else if (isDeceptive(out.host))
        out.kind = LinkConcern::Kind::Deceptive;
    else if (isNumeric(out.host))
        out.kind = LinkConcern::Kind::Address;
    if (out.kind == LinkConcern::Kind::OtherHost)
        out.shown = hostNamed(text);
    if (out.kind == LinkConcern::Kind::Deceptive) {
        const QString ascii = QString::fromLatin1(QUrl::toAce(out.host, QUrl::IgnoreIDNWhitelist));
        if (ascii != out.host)
            out.host += " ("_L1 + ascii + u')';
    }
    return out;
}

} // namespace kw
