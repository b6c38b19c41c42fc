#include "tests/search/reference/referencewords.h"

#include <QHash>

using namespace Qt::StringLiterals;

namespace kw::reference {

namespace {

constexpr qsizetype LongestWord = 72; // octets of UTF-8; the rest of a word does not count

enum class Sort { Separator, Letter, Ignored, Run, Emoji };

bool isWithin(char32_t c, char32_t first, char32_t last)
{
    return c >= first && c <= last;
}

bool isAccent(char32_t c)
{
    if (QChar::category(c) != QChar::Mark_NonSpacing && QChar::category(c) != QChar::Mark_Enclosing)
        return false;
    if (c == 0x3099 || c == 0x309A) // ka and ga are two syllables
        return false;
    switch (QChar::script(c)) {
    case QChar::Script_Inherited:
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

bool isIgnored(char32_t c)
{
    const bool isJoiner
        = c == 0x00AD || isWithin(c, 0x200B, 0x200F) || isWithin(c, 0x2060, 0x2064) || c == 0xFEFF;
    const bool isStretch = c == 0x0640; // Arabic tatweel
    return isJoiner || isStretch || isWithin(c, 0xFE00, 0xFE0F) || isAccent(c);
}

bool hasNoBlanks(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
    case QChar::Script_Lao:
    case QChar::Script_Myanmar:
    case QChar::Script_Khmer:
        return true;
    default:
        // ー lengthens the kana before it, 〆 is read as one; marks that no kana took.
        return c == 0x30FC || c == 0x3006 || c == 0x3099 || c == 0x309A;
    }
}

bool isOfWords(char32_t c)
{
    return QChar::isLetter(c) || QChar::isMark(c) || QChar::isNumber(c)
        || QChar::category(c) == QChar::Other_PrivateUse;
}

Sort sortOf(char32_t c)
{
    if (isIgnored(c))
        return Sort::Ignored;
    if (isWithin(c, 0x1F000, 0x1FAFF) || isWithin(c, 0x2600, 0x27BF) || isWithin(c, 0x2B00, 0x2BFF))
        return Sort::Emoji;
    if (!isOfWords(c))
        return Sort::Separator;
    return hasNoBlanks(c) ? Sort::Run : Sort::Letter;
}

// Letters that are no letter with an accent for Unicode, but for who types without them.
QString spelledOut(const QString &lower)
{
    static const QList<std::pair<QString, QString>> spellings{
        {u"ß"_s, u"ss"_s}, {u"æ"_s, u"ae"_s}, {u"œ"_s, u"oe"_s}, {u"ø"_s, u"o"_s},
        {u"đ"_s, u"d"_s},  {u"ð"_s, u"d"_s},  {u"ł"_s, u"l"_s},  {u"ħ"_s, u"h"_s},
        {u"ı"_s, u"i"_s},  {u"ŧ"_s, u"t"_s},  {u"þ"_s, u"th"_s}, {u"ς"_s, u"σ"_s}};
    for (const auto &[letter, spelling] : spellings) {
        if (lower == letter)
            return spelling;
    }
    return lower;
}

bool losesAccents(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Latin:
    case QChar::Script_Greek:
    case QChar::Script_Cyrillic:
    case QChar::Script_Armenian:
    case QChar::Script_Hebrew:
    case QChar::Script_Arabic:
        return true;
    default:
        return false;
    }
}

QString folded(char32_t c)
{
    const QString one = QString::fromUcs4(&c, 1);
    QString bare;
    if (losesAccents(c)) {
        for (const char32_t part : one.normalized(QString::NormalizationForm_D).toUcs4()) {
            if (!isAccent(part))
                bare += QString::fromUcs4(&part, 1);
        }
    } else {
        bare = one;
    }
    QString out;
    for (const char32_t part : bare.toUcs4()) {
        const char32_t lower = QChar::toCaseFolded(part);
        out += spelledOut(QString::fromUcs4(&lower, 1));
    }
    return out;
}

void addTo(Piece &piece, char32_t c, qsizetype end)
{
    QString more = piece.kind == Piece::Kind::Word ? folded(c) : QString::fromUcs4(&c, 1);
    if (piece.kind == Piece::Kind::Word && (piece.text + more).toUtf8().size() > LongestWord)
        more.clear();
    piece.text += more;
    piece.end = end;
}

Piece::Kind kindOf(Sort sort)
{
    return sort == Sort::Run  ? Piece::Kind::Run
        : sort == Sort::Emoji ? Piece::Kind::Emoji
                              : Piece::Kind::Word;
}

// Whether `wanted` is what `piece` is, standing at this place of a longer row.
bool fits(const Piece &piece, const Piece &wanted, bool isFirst, bool isLast, bool mayGoOn)
{
    if (piece.kind != wanted.kind)
        return false;
    if (wanted.kind == Piece::Kind::Run) {
        if (isFirst && isLast)
            return piece.text.contains(wanted.text);
        if (isFirst)
            return piece.text.endsWith(wanted.text);
        return isLast ? piece.text.startsWith(wanted.text) : piece.text == wanted.text;
    }
    return isLast && mayGoOn ? piece.text.startsWith(wanted.text) : piece.text == wanted.text;
}

} // namespace

namespace {

QList<Piece> cut(const QString &text)
{
    QList<Piece> pieces;
    Sort before = Sort::Separator;
    qsizetype at = 0;
    for (const char32_t c : text.normalized(QString::NormalizationForm_KC).toUcs4()) {
        const qsizetype end = at + (QChar::requiresSurrogates(c) ? 2 : 1);
        const Sort sort = sortOf(c);
        if (sort == Sort::Letter || sort == Sort::Run || sort == Sort::Emoji) {
            if (sort != before || sort == Sort::Emoji)
                pieces.append({kindOf(sort), {}, at, at});
            addTo(pieces.last(), c, end);
        }
        if (sort != Sort::Ignored)
            before = sort;
        at = end;
    }
    return pieces;
}

} // namespace

QList<Piece> piecesOf(const QString &text)
{
    // The same mail is asked thousands of times.
    constexpr qsizetype MostKept = 200'000;
    thread_local QHash<QString, QList<Piece>> kept;
    const auto it = kept.constFind(text);
    if (it != kept.cend())
        return *it;
    if (kept.size() >= MostKept)
        kept.clear();
    return *kept.insert(text, cut(text));
}

bool hasInOrder(const QList<Piece> &text, const QList<Piece> &wanted, bool mayGoOn)
{
    for (qsizetype begin = 0; begin + wanted.size() <= text.size(); ++begin) {
        bool all = true;
        for (qsizetype i = 0; i < wanted.size() && all; ++i)
            all = fits(text[begin + i], wanted[i], i == 0, i == wanted.size() - 1, mayGoOn);
        if (all)
            return true;
    }
    return wanted.isEmpty();
}

} // namespace kw::reference
