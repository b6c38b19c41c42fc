#include "core/search/words.h"

#include <QChar>

#include <array>
#include <string>
#include <vector>

namespace kw {

namespace {

constexpr qsizetype MaxWord = 72; // octets; what is longer is no word, but found by its beginning

enum class Class : quint8 {
    Separator,
    Letter,
    Dropped, // accents, joiners: within a word, without meaning
    Paired, // of a script without blanks
    Single, // a word by itself: emoji
};

struct Range {
    char32_t first;
    char32_t last;
};

template <size_t N> bool isIn(const std::array<Range, N> &ranges, char32_t c)
{
    for (const Range &range : ranges) {
        if (c >= range.first && c <= range.last)
            return true;
    }
    return false;
}

constexpr std::array PairedRanges{
    Range{0x4E00, 0x9FFF}, // Han, and its extensions
    Range{0x3400, 0x4DBF},   Range{0x20000, 0x3FFFF}, Range{0xF900, 0xFAFF}, Range{0x3005, 0x3007},
    Range{0x3041, 0x30FF}, // kana
    Range{0x31F0, 0x31FF},   Range{0x1AFF0, 0x1B16F}, Range{0x3021, 0x3029}, Range{0x303B, 0x303B},
    Range{0x16FE3, 0x16FE3}, Range{0x16FF0, 0x16FF1}, Range{0x0E01, 0x0EFF}, // Thai, Lao
    Range{0x1000, 0x109F}, // Myanmar
    Range{0xA9E0, 0xA9FE},   Range{0xAA60, 0xAA7F},   Range{0x1780, 0x17FF}, // Khmer
};

constexpr std::array DroppedRanges{
    Range{0x0488, 0x0489}, Range{0x0640, 0x0640}, Range{0x1AB0, 0x1AFF}, Range{0x200B, 0x200F},
    Range{0x2060, 0x2064}, Range{0x20D0, 0x20FF}, Range{0xA670, 0xA672}, Range{0xFE00, 0xFE0F},
    Range{0x00AD, 0x00AD}, Range{0xFEFF, 0xFEFF},
};

// Vowel points and accents. Indic and Thai signs are letters in all but name, and so is what turns ka into
// ga.
bool isAccent(char32_t c)
{
    if (QChar::category(c) != QChar::Mark_NonSpacing || c == 0x3099 || c == 0x309A)
        return false;
    switch (QChar::script(c)) {
    case QChar::Script_Inherited: // also the variants of Han characters in names
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
    case QChar::Script_Hebrew:
    case QChar::Script_Arabic:
        return true;
    default:
        return false;
    }
}

bool isDropped(char32_t c)
{
    return isIn(DroppedRanges, c) || isAccent(c);
}

// Accents come off by decomposition only where they are accents: a kana's mark makes another syllable.
constexpr std::array AccentedRanges{
    Range{0x00C0, 0x058F},
    Range{0x0600, 0x06FF},
    Range{0x1E00, 0x1FFF},
};

constexpr std::array EmojiRanges{Range{0x1F000, 0x1FAFF}, Range{0x2600, 0x27BF}, Range{0x2B00, 0x2BFF}};

Class classify(char32_t c)
{
    if (isDropped(c))
        return Class::Dropped;
    if (isIn(EmojiRanges, c))
        return Class::Single;
    switch (QChar::category(c)) {
    case QChar::Letter_Uppercase:
    case QChar::Letter_Lowercase:
    case QChar::Letter_Titlecase:
    case QChar::Letter_Modifier:
    case QChar::Letter_Other:
    case QChar::Mark_NonSpacing:
    case QChar::Mark_SpacingCombining:
    case QChar::Number_DecimalDigit:
    case QChar::Number_Letter:
    case QChar::Number_Other:
    case QChar::Other_PrivateUse:
        return isIn(PairedRanges, c) ? Class::Paired : Class::Letter;
    default:
        return Class::Separator;
    }
}

// Letters that have no decomposition, as they are typed by who has no key for them.
std::u32string_view plainForm(char32_t c)
{
    switch (c) {
    case U'ß':
        return U"ss";
    case U'æ':
        return U"ae";
    case U'œ':
        return U"oe";
    case U'ø':
        return U"o";
    case U'đ':
    case U'ð':
        return U"d";
    case U'ł':
        return U"l";
    case U'ħ':
        return U"h";
    case U'ı':
        return U"i";
    case U'ŧ':
        return U"t";
    case U'þ':
        return U"th";
    case U'ς':
        return U"σ";
    default:
        return {};
    }
}

void appendFolded(char32_t c, std::u32string &out)
{
    if (isIn(AccentedRanges, c) && QChar::decompositionTag(c) == QChar::Canonical) {
        for (const char32_t part : QChar::decomposition(c).toStdU32String())
            appendFolded(part, out);
        return;
    }
    if (isDropped(c))
        return;
    const char32_t lower = QChar::toCaseFolded(c);
    const std::u32string_view plain = plainForm(lower);
    if (!plain.empty())
        out += plain;
    else
        out += lower;
}

void appendUtf8(char32_t c, std::string &out)
{
    if (c < 0x80) {
        out += char(c);
    } else if (c < 0x800) {
        out += {char(0xC0 | (c >> 6)), char(0x80 | (c & 0x3F))};
    } else if (c < 0x10000) {
        out += {char(0xE0 | (c >> 12)), char(0x80 | ((c >> 6) & 0x3F)), char(0x80 | (c & 0x3F))};
    } else {
        out += {char(0xF0 | (c >> 18)), char(0x80 | ((c >> 12) & 0x3F)), char(0x80 | ((c >> 6) & 0x3F)),
                char(0x80 | (c & 0x3F))};
    }
}

struct Folding {
    Class kind = Class::Separator;
    quint8 length = 0;
    std::array<char, 6> utf8{}; // what the character becomes
};

Folding fold(char32_t c)
{
    Folding out;
    out.kind = classify(c);
    if (out.kind == Class::Separator || out.kind == Class::Dropped)
        return out;
    std::string text;
    if (out.kind == Class::Letter) {
        std::u32string folded;
        appendFolded(c, folded);
        for (const char32_t part : folded)
            appendUtf8(part, text);
    } else {
        appendUtf8(c, text);
    }
    out.length = quint8(std::min(text.size(), out.utf8.size()));
    std::copy_n(text.cbegin(), out.length, out.utf8.begin());
    return out;
}

// The basic plane is folded once.
const Folding &foldingOf(char32_t c, Folding &other)
{
    static const std::vector<Folding> basic = [] {
        std::vector<Folding> table(0x10000);
        for (char32_t at = 0; at < 0x10000; ++at)
            table[at] = QChar::isSurrogate(at) ? Folding{} : fold(at);
        return table;
    }();
    if (c < basic.size())
        return basic[c];
    other = fold(c);
    return other;
}

class Splitter
{
public:
    Splitter(QByteArrayView utf8, SplitFor purpose, const std::function<bool(const Word &)> &sink)
        : m_text(utf8)
        , m_purpose(purpose)
        , m_sink(sink)
    {
    }

    void run()
    {
        while (m_at < m_text.size() && m_goesOn) {
            const qsizetype start = m_at;
            const char32_t c = next();
            const Folding &folding = foldingOf(c, m_other);
            if (folding.kind != Class::Paired && folding.kind != Class::Dropped)
                endRun(start);
            switch (folding.kind) {
            case Class::Letter:
                if (m_word.empty())
                    m_start = start;
                if (qsizetype(m_word.size()) + folding.length <= MaxWord)
                    m_word.append(folding.utf8.data(), folding.length);
                m_end = m_at;
                break;
            case Class::Dropped:
                break;
            case Class::Paired:
                endWord();
                pair(folding, start);
                break;
            case Class::Single:
                endWord();
                tell({folding.utf8.data(), folding.length}, start, m_at);
                break;
            case Class::Separator:
                endWord();
                break;
            }
        }
        endWord();
        endRun(m_text.size());
    }

private:
    char32_t next()
    {
        const auto lead = quint8(m_text[m_at++]);
        if (lead < 0x80)
            return lead;
        const int more = lead >= 0xF0 ? 3 : lead >= 0xE0 ? 2 : lead >= 0xC0 ? 1 : 0;
        if (more == 0)
            return U' ';
        auto c = char32_t(lead & (0x3F >> more));
        for (int i = 0; i < more; ++i) {
            if (m_at >= m_text.size() || (quint8(m_text[m_at]) & 0xC0) != 0x80)
                return U' ';
            c = (c << 6) | (quint8(m_text[m_at++]) & 0x3F);
        }
        return c > 0x10FFFF ? U' ' : c;
    }

    void tell(std::string_view word, qsizetype start, qsizetype end)
    {
        if (m_goesOn)
            m_goesOn = m_sink({QByteArrayView(word.data(), qsizetype(word.size())), start, end});
    }

    void endWord()
    {
        if (!m_word.empty())
            tell(m_word, m_start, m_end);
        m_word.clear();
    }

    void pair(const Folding &folding, qsizetype start)
    {
        const std::string_view now(folding.utf8.data(), folding.length);
        if (m_runLength > 0)
            tell(m_before + std::string(now), m_beforeStart, m_at);
        m_before = now;
        m_beforeStart = start;
        ++m_runLength;
    }

    // The last character of a run stands by itself, too: so it is found by itself, and what follows the run
    // has the same distance from it everywhere.
    void endRun(qsizetype at)
    {
        if (m_runLength == 0)
            return;
        const bool mayGoOn = m_purpose == SplitFor::Query && at == m_text.size() && m_runLength > 1;
        if (!mayGoOn)
            tell(m_before, m_beforeStart, at);
        m_runLength = 0;
    }

    const QByteArrayView m_text;
    const SplitFor m_purpose;
    const std::function<bool(const Word &)> &m_sink;
    Folding m_other;
    qsizetype m_at = 0;
    std::string m_word;
    qsizetype m_start = 0;
    qsizetype m_end = 0;
    std::string m_before;
    qsizetype m_beforeStart = 0;
    int m_runLength = 0;
    bool m_goesOn = true;
};

bool isPlainAscii(const QString &text)
{
    for (const QChar c : text) {
        if (c.unicode() >= 0x80)
            return false;
    }
    return true;
}

} // namespace

void splitWords(QByteArrayView utf8, SplitFor purpose, const std::function<bool(const Word &)> &sink)
{
    Splitter(utf8, purpose, sink).run();
}

QByteArray composedUtf8(const QString &text)
{
    return isPlainAscii(text) ? text.toLatin1() : text.normalized(QString::NormalizationForm_KC).toUtf8();
}

QList<QByteArray> wordsOf(const QString &text, SplitFor purpose)
{
    QList<QByteArray> words;
    splitWords(composedUtf8(text), purpose, [&words](const Word &word) {
        words.append(word.text.toByteArray());
        return true;
    });
    return words;
}

bool isPaired(QByteArrayView word)
{
    const QList<uint> characters = QString::fromUtf8(word).toUcs4();
    return !characters.isEmpty() && isIn(PairedRanges, char32_t(characters.first()));
}

bool endsWithSingle(QByteArrayView utf8)
{
    QByteArray last;
    splitWords(utf8, SplitFor::Query, [&](const Word &word) {
        last = word.text.toByteArray();
        return true;
    });
    return isPaired(last) && QString::fromUtf8(last).toUcs4().size() == 1;
}

} // namespace kw
