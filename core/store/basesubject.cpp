#include "core/store/basesubject.h"

#include <QSet>

#include <algorithm>
#include <utility>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype LongestPrefix = 12; // characters, with "[2]"
constexpr qsizetype MostPrefixes = 20;
constexpr qsizetype LongWord = 12;

// Without case. English and what most programs write; German, Dutch, Swedish, Norwegian and Danish, Finnish,
// Polish, Czech, Italian, Portuguese, Spanish, French, Turkish, Hungarian, Icelandic, Welsh, Greek, Russian,
// Hebrew, Arabic, Chinese, Korean, Japanese, Indonesian, Latvian, Estonian, Romanian.
bool isReplyPrefix(const QString &word)
{
    static const QSet<QString> prefixes{
        u"re"_s,   u"aw"_s,    u"antw"_s, u"antwort"_s, u"betr"_s, u"sv"_s,   u"vs"_s,   u"odp"_s,
        u"r"_s,    u"rif"_s,   u"res"_s,  u"resp"_s,    u"rép"_s,  u"ynt"_s,  u"yan"_s,  u"vá"_s,
        u"va"_s,   u"svar"_s,  u"ats"_s,  u"atb"_s,     u"απ"_s,   u"σχετ"_s, u"отв"_s,  u"ответ"_s,
        u"השב"_s,  u"תגובה"_s, u"رد"_s,   u"回复"_s,    u"回覆"_s, u"答复"_s, u"答覆"_s, u"답장"_s,
        u"회신"_s, u"返信"_s,  u"bls"_s,  u"vast"_s,    u"răsp"_s,
    };
    return prefixes.contains(word);
}

// The length of a prefix with its colon at the beginning of `text`; 0: there is none. Knows "Re[2]:", "Re
// (3):", "Re^2:" and the wide colon.
qsizetype prefixLength(QStringView text)
{
    qsizetype colon = -1;
    for (qsizetype i = 0; i < std::min(text.size(), LongestPrefix) && colon < 0; ++i) {
        if (text[i] == u':' || text[i] == u'：')
            colon = i;
    }
    if (colon < 1)
        return 0;
    qsizetype end = 0;
    while (end < colon && text[end].isLetter())
        ++end;
    for (const QChar c : text.sliced(end, colon - end)) {
        if (!c.isSpace() && !c.isDigit() && !u"[]()^"_s.contains(c))
            return 0;
    }
    return isReplyPrefix(text.first(end).toString().toCaseFolded()) ? colon + 1 : 0;
}

// FNV-1a over the 16-bit units.
class Hash
{
public:
    void add(QChar c)
    {
        for (const quint8 octet : {quint8(c.unicode() & 0xff), quint8(c.unicode() >> 8)})
            m_hash = (m_hash ^ octet) * 1099511628211ull;
    }
    quint64 value() const { return m_hash == 0 ? 1 : m_hash; }

private:
    quint64 m_hash = 14695981039346656037ull;
};

} // namespace

BaseSubject baseSubject(QStringView subject)
{
    BaseSubject base;
    QStringView rest = subject.trimmed();
    for (qsizetype n = 0; n < MostPrefixes; ++n) {
        const qsizetype length = prefixLength(rest);
        if (length == 0)
            break;
        base.isReply = true;
        rest = rest.sliced(length).trimmed();
    }
    Hash hash;
    qsizetype letters = 0;
    bool afterBlank = false;
    for (const QChar c : rest) {
        if (c.isSpace()) {
            afterBlank = true;
            continue;
        }
        if (std::exchange(afterBlank, false)) {
            hash.add(u' ');
            base.isTelling = true; // a second word
        }
        hash.add(c.toCaseFolded());
        ++letters;
    }
    base.isTelling = base.isTelling || letters >= LongWord;
    base.hash = hash.value();
    return base;
}

} // namespace kw
