#include "core/evidence/domains.h"

#include <QHash>
#include <QUrl>

#include <libpsl.h>

#include <algorithm>
#include <set>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

QString ascii(const QString &host)
{
    const QByteArray encoded = QUrl::toAce(host.trimmed().toLower(), QUrl::IgnoreIDNWhitelist);
    return QString::fromLatin1(encoded);
}

// Letters that pass for Latin ones in most typefaces (Unicode TR 39, the ones that domains allow).
QChar latinTwin(QChar c)
{
    static const QHash<char16_t, char16_t> twins{
        {0x0430, u'a'}, {0x0435, u'e'}, {0x043e, u'o'}, {0x0440, u'p'}, {0x0441, u'c'}, {0x0443, u'y'},
        {0x0445, u'x'}, {0x0456, u'i'}, {0x0458, u'j'}, {0x04bb, u'h'}, {0x0501, u'd'}, {0x051b, u'q'},
        {0x051d, u'w'}, {0x0455, u's'}, {0x04cf, u'l'}, {0x043c, u'm'}, {0x043d, u'h'}, {0x043a, u'k'},
        {0x0442, u't'}, {0x0432, u'b'}, {0x0433, u'r'}, {0x03bf, u'o'}, {0x03b1, u'a'}, {0x03b9, u'i'},
        {0x03bd, u'v'}, {0x03c1, u'p'}, {0x03c5, u'u'}, {0x03ba, u'k'}, {0x0131, u'i'}, {0x0142, u'l'},
        {0x0261, u'g'}, {0x0585, u'o'}, {0x057d, u'u'}, {0x0570, u'h'}, {0x0578, u'n'},
    };
    return QChar(twins.value(c.unicode(), c.unicode()));
}

// What a hasty eye sees.
QString skeleton(const QString &domain)
{
    QString out;
    const QString decomposed
        = QUrl::fromAce(domain.toLatin1(), QUrl::IgnoreIDNWhitelist).normalized(QString::NormalizationForm_D);
    for (const QChar c : decomposed) {
        if (c.category() != QChar::Mark_NonSpacing)
            out += latinTwin(c);
    }
    out.replace("rn"_L1, "m"_L1).replace("vv"_L1, "w"_L1).replace("cl"_L1, "d"_L1);
    out.replace(u'1', u'l').replace(u'0', u'o').replace(u'i', u'l').remove(u'-');
    return out;
}

// Exactly one letter is other, too much, missing, or two neighbours changed places.
bool isOneApart(const QString &a, const QString &b)
{
    if (a.size() > b.size())
        return isOneApart(b, a);
    if (a == b || b.size() - a.size() > 1)
        return false;
    const auto [left, right] = std::mismatch(a.cbegin(), a.cend(), b.cbegin());
    const QStringView restA = QStringView(a).sliced(left - a.cbegin());
    const QStringView restB = QStringView(b).sliced(right - b.cbegin());
    if (a.size() < b.size())
        return restA == restB.sliced(1);
    if (restA.sliced(1) == restB.sliced(1))
        return true;
    return restA.size() > 1 && restA[0] == restB[1] && restA[1] == restB[0]
        && restA.sliced(2) == restB.sliced(2);
}

} // namespace

QString registeredDomain(const QString &host)
{
    const QString name = ascii(host);
    const psl_ctx_t *list = psl_builtin();
    if (name.isEmpty() || name.contains(u':') || !list)
        return {};
    const bool isAddress
        = std::all_of(name.cbegin(), name.cend(), [](QChar c) { return c.isDigit() || c == u'.'; });
    if (isAddress)
        return {};
    const QByteArray latin = name.toLatin1();
    const char *domain = psl_registrable_domain(list, latin.constData());
    return domain ? QString::fromLatin1(domain) : QString();
}

QString domainOf(const QString &email)
{
    const qsizetype at = email.lastIndexOf(u'@');
    return at < 0 ? QString() : ascii(email.sliced(at + 1));
}

bool looksLike(const QString &domain, const QString &other)
{
    constexpr qsizetype LongEnough = 7; // of shorter names too many honest ones are one letter apart
    if (domain.isEmpty() || other.isEmpty() || domain == other)
        return false;
    const QString a = skeleton(domain);
    const QString b = skeleton(other);
    const qsizetype nameSize = domain.indexOf(u'.');
    return a == b || (nameSize >= LongEnough && isOneApart(a, b));
}

bool isDeceptive(const QString &host)
{
    const QString name = QUrl::fromAce(ascii(host).toLatin1(), QUrl::IgnoreIDNWhitelist);
    for (const QString &label : name.split(u'.')) {
        std::set<QChar::Script> scripts;
        bool allTwins = true;
        bool beyondAscii = false;
        for (const QChar c : label) {
            const QChar::Script script = c.script();
            if (script != QChar::Script_Common && script != QChar::Script_Inherited)
                scripts.insert(script);
            beyondAscii = beyondAscii || c.unicode() >= 0x80;
            allTwins = allTwins && (c.unicode() < 0x80 ? !c.isLetter() : latinTwin(c) != c);
        }
        // Japanese is written in three at once.
        const bool japanese = std::all_of(scripts.begin(), scripts.end(), [](QChar::Script script) {
            return script == QChar::Script_Han || script == QChar::Script_Hiragana
                || script == QChar::Script_Katakana || script == QChar::Script_Latin;
        });
        if ((scripts.size() > 1 && !japanese) || (beyondAscii && allTwins))
            return true;
    }
    return false;
}

} // namespace kw
