#include "core/compose/sendableaddress.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

bool isAlnum(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool isAtomText(char c)
{
    return isAlnum(c) || uchar(c) >= 0x80 || QByteArrayView("!#$%&'*+-/=?^_`{|}~").contains(c);
}

bool isDotAtom(QByteArrayView local)
{
    return !local.startsWith('.') && !local.endsWith('.') && !local.contains("..")
        && std::all_of(local.begin(), local.end(), [](char c) { return c == '.' || isAtomText(c); });
}

bool isQuotedString(QByteArrayView local)
{
    if (local.size() < 3 || !local.startsWith('"') || !local.endsWith('"'))
        return false;
    bool isEscaped = false;
    for (const char c : local.sliced(1).chopped(1)) {
        if (uchar(c) < ' ' || c == '\x7f' || (c == '"' && !isEscaped))
            return false;
        isEscaped = c == '\\' && !isEscaped;
    }
    return !isEscaped; // the closing quote would be part of the text
}

// Nothing that would be seen as something else, or not at all.
bool isVisible(const QString &text)
{
    return std::none_of(text.cbegin(), text.cend(), [](QChar c) {
        return c.unicode() >= 0x80
            && (c.isSpace() || c.category() == QChar::Other_Control || c.category() == QChar::Other_Format);
    });
}

bool isLabel(QByteArrayView label)
{
    return !label.isEmpty() && label.size() <= 63 && !label.startsWith('-') && !label.endsWith('-')
        && std::all_of(label.begin(), label.end(), [](char c) { return isAlnum(c) || c == '-' || c == '_'; });
}

bool isHost(const QByteArray &domain)
{
    if (domain.size() > 253)
        return false;
    const QByteArrayList labels = domain.split('.');
    return std::all_of(labels.cbegin(), labels.cend(),
                       [](const QByteArray &label) { return isLabel(label); });
}

bool isLiteral(const QByteArray &domain)
{
    return domain.size() > 2 && domain.startsWith('[') && domain.endsWith(']')
        && std::all_of(domain.cbegin() + 1, domain.cend() - 1,
                       [](char c) { return isAlnum(c) || c == '.' || c == ':' || c == '-'; });
}

bool isAscii(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return uchar(c) < 0x80; });
}

} // namespace

std::optional<SendableAddress> sendableAddress(const QString &email)
{
    const qsizetype at = email.lastIndexOf(u'@');
    if (at <= 0 || email.size() > 1000)
        return {};
    const QByteArray local = email.first(at).toUtf8();
    const QString written = email.sliced(at + 1);
    QByteArray domain = written.toUtf8();
    if (!isAscii(domain))
        domain = QUrl::toAce(written);
    constexpr qsizetype LongestLocal = 64; // octets, RFC 5321 4.5.3.1.1
    if (local.size() > LongestLocal || !isVisible(email.first(at))
        || !(isDotAtom(local) || isQuotedString(local)) || !(isHost(domain) || isLiteral(domain)))
        return {};
    return SendableAddress{local + '@' + domain, !isAscii(local)};
}

} // namespace kw
