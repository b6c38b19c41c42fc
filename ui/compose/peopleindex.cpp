#include "ui/compose/peopleindex.h"

#include <QStringList>

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qsizetype LongestWord = 60;
constexpr qsizetype MostWords = 12; // of one person's name, and of their address
constexpr qsizetype MostTyped = 6; // words
constexpr float OfDomain = 0.02F; // a domain is shared by many

// Letters that are no letter with an accent to Unicode, but to people.
QLatin1StringView plainLetter(QChar c)
{
    switch (c.unicode()) {
    case 0x00F8: // ø
        return "o"_L1;
    case 0x0142: // ł
        return "l"_L1;
    case 0x0111: // đ
    case 0x00F0: // ð
        return "d"_L1;
    case 0x00E6: // æ
        return "ae"_L1;
    case 0x0153: // œ
        return "oe"_L1;
    case 0x00FE: // þ
        return "th"_L1;
    case 0x0131: // ı
        return "i"_L1;
    case 0x00DF: // ß
        return "ss"_L1;
    default:
        return {};
    }
}

// "mueller" for "Müller", as Germans write where they have no "ü".
QString withTwoLetters(const QString &text)
{
    QString out = text.normalized(QString::NormalizationForm_C);
    out.replace(u'ä', "ae"_L1).replace(u'ö', "oe"_L1).replace(u'ü', "ue"_L1);
    return out.replace(u'Ä', "ae"_L1).replace(u'Ö', "oe"_L1).replace(u'Ü', "ue"_L1).replace(u'ø', "oe"_L1);
}

QStringList wordsOf(const QString &folded, qsizetype most)
{
    QStringList out;
    QString word;
    const auto end = [&out, &word] {
        if (!word.isEmpty())
            out.append(word.left(LongestWord));
        word.clear();
    };
    for (const QChar c : folded) {
        if (c.isLetterOrNumber() || c.isSurrogate() || c.isMark())
            word += c;
        else
            end();
        if (out.size() >= most)
            return out;
    }
    end();
    return out;
}

} // namespace

QString foldedLetters(const QString &text)
{
    QString out;
    const QString apart = text.normalized(QString::NormalizationForm_KD).toCaseFolded();
    for (const QChar c : apart) {
        if (c.category() == QChar::Mark_NonSpacing)
            continue;
        const QLatin1StringView plain = plainLetter(c);
        if (plain.isEmpty())
            out += c;
        else
            out += plain;
    }
    return out;
}

PeopleIndex::PeopleIndex(const QList<KnownPerson> &people)
    : m_people(people)
{
    for (quint32 i = 0; i < quint32(m_people.size()); ++i) {
        m_firstWord.append(quint32(m_words.size()));
        const Address &who = m_people.at(i).address;
        addWords(i, who.name, false);
        const qsizetype at = who.email.lastIndexOf(u'@');
        addWords(i, who.email.left(at), false);
        addWords(i, who.email.mid(at + 1), true);
    }
    m_firstWord.append(quint32(m_words.size()));
    m_sorted = m_words;
    std::ranges::sort(m_sorted, {}, [this](const Word &word) { return letters(word); });
}

void PeopleIndex::addWords(quint32 person, const QString &text, bool ofDomain)
{
    if (text.isEmpty())
        return;
    QStringList words = wordsOf(foldedLetters(text), MostWords);
    if (const QString other = withTwoLetters(text); other != text)
        words += wordsOf(foldedLetters(other), MostWords);
    words.removeDuplicates();
    for (const QString &word : std::as_const(words)) {
        m_words.append({quint32(m_letters.size()), quint16(word.size()), ofDomain, person});
        m_letters += word;
    }
}

QStringView PeopleIndex::letters(const Word &word) const
{
    return QStringView(m_letters).sliced(word.at, word.length);
}

std::pair<PeopleIndex::Words::const_iterator, PeopleIndex::Words::const_iterator>
PeopleIndex::beginningWith(QStringView beginning) const
{
    const auto first
        = std::lower_bound(m_sorted.cbegin(), m_sorted.cend(), beginning,
                           [this](const Word &word, QStringView text) { return letters(word) < text; });
    const auto last = std::partition_point(first, m_sorted.cend(), [this, beginning](const Word &word) {
        return letters(word).startsWith(beginning);
    });
    return {first, last};
}

bool PeopleIndex::hasWord(quint32 person, QStringView beginning) const
{
    return std::any_of(m_words.cbegin() + m_firstWord.at(person),
                       m_words.cbegin() + m_firstWord.at(person + 1),
                       [this, beginning](const Word &word) { return letters(word).startsWith(beginning); });
}

QList<Address> PeopleIndex::find(const QString &typed, const QSet<QString> &without, int most) const
{
    const QStringList words = wordsOf(foldedLetters(typed), MostTyped);
    if (words.isEmpty() || most <= 0)
        return {};
    // The rarest word tells who comes into question, the others are looked up there.
    auto range = beginningWith(words.first());
    for (const QString &word : words.sliced(1)) {
        const auto other = beginningWith(word);
        if (other.second - other.first < range.second - range.first)
            range = other;
    }
    // Of a person's words that fit, the one that counts most.
    std::vector<float> best(size_t(m_people.size()), 0.0F);
    std::vector<quint32> hits;
    for (auto it = range.first; it != range.second; ++it) {
        const quint32 person = it->person;
        const bool fits = words.size() == 1
            || std::ranges::all_of(words,
                                   [this, person](const QString &word) { return hasWord(person, word); });
        if (!fits)
            continue;
        if (best[person] == 0.0F)
            hits.push_back(person);
        best[person] = std::max(best[person], it->ofDomain ? OfDomain : 1.0F);
    }
    for (const quint32 person : hits)
        best[person] *= float(std::max(m_people.at(person).weight, 1e-6));
    const auto wanted = std::min(hits.size(), size_t(most) + size_t(without.size()));
    std::partial_sort(
        hits.begin(), hits.begin() + qsizetype(wanted), hits.end(),
        [&best](quint32 a, quint32 b) { return best[a] != best[b] ? best[a] > best[b] : a < b; });
    hits.resize(wanted);
    QList<Address> out;
    for (const quint32 person : hits) {
        const Address &who = m_people.at(person).address;
        if (out.size() < most && !without.contains(who.email.toLower()))
            out.append(who);
    }
    return out;
}

} // namespace kw
