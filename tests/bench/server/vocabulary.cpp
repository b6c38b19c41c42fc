#include "bench/server/vocabulary.h"

#include <algorithm>
#include <cmath>

namespace kw::bench {

namespace {

const char *const Syllables[]
    = {"ba", "con", "de",  "ri", "mo", "tal", "en",  "sul", "ka", "ver", "li", "pro",
       "na", "ter", "vi",  "so", "la", "men", "ti",  "ra",  "bu", "gen", "do", "per",
       "fa", "lo",  "mar", "su", "ni", "ste", "cor", "ha",  "ju", "zel", "we", "os"};
constexpr quint64 Step = 0x9E3779B97F4A7C15;
constexpr quint32 People = 4000;

quint64 mixed(quint64 z)
{
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
    return z ^ (z >> 31);
}

} // namespace

Vocabulary::Vocabulary(quint64 seed)
    : m_state(seed)
{
    m_words.reserve(Size);
    for (int rank = 0; rank < Size; ++rank)
        m_words.append(syllables(rank));
}

// Common words are short.
QByteArray Vocabulary::syllables(int rank) const
{
    QByteArray word;
    quint64 z = mixed(quint64(rank + 1) * Step);
    const int length = rank < 30 ? 1 : rank < 1000 ? 2 : rank < 20'000 ? 3 : 4;
    for (int i = 0; i < length; ++i) {
        word += Syllables[z % std::size(Syllables)];
        z /= std::size(Syllables);
    }
    return word;
}

// SplitMix64, as MailGenerator has it.
quint32 Vocabulary::random(quint32 below)
{
    return quint32(mixed(m_state += Step) % below);
}

double Vocabulary::unit()
{
    constexpr quint32 Steps = 1u << 30;
    return double(random(Steps)) / Steps;
}

const QByteArray &Vocabulary::word()
{
    const int rank = int(std::pow(double(Size), unit())) - 1;
    return m_words[std::clamp(rank, 0, Size - 1)];
}

QByteArray Vocabulary::text(int words)
{
    QByteArray out;
    for (int i = 0; i < words; ++i)
        out += word() + (i % 11 == 10 ? '\n' : ' ');
    return out;
}

QByteArray Vocabulary::person()
{
    const auto number = quint32(std::pow(double(People), unit())) - 1;
    QByteArray first = m_words[int(number % 700) + 40];
    QByteArray last = m_words[int(number * 7 % 15'000) + 1000];
    const QByteArray email = first + '.' + last + "@dom" + QByteArray::number(number % 60) + ".example.org";
    first[0] = char(first[0] - 'a' + 'A');
    last[0] = char(last[0] - 'a' + 'A');
    return first + ' ' + last + " <" + email + '>';
}

} // namespace kw::bench
