#pragma once

#include <QByteArray>
#include <QList>

namespace kw::bench {

// Words as a language has them: a few that are everywhere, very many that are hardly anywhere (Zipf), made of
// syllables, so that many begin alike. The same on every machine.
class Vocabulary
{
public:
    static constexpr int Size = 120'000;

    explicit Vocabulary(quint64 seed);

    quint32 random(quint32 below);
    const QByteArray &word(); // as often as it is in mail
    const QByteArray &wordOfRank(int rank) const { return m_words[rank]; } // 0: the most common one
    QByteArray text(int words); // with line ends, for a body
    // "Bela Tarimo <bela.tarimo@dom12.example.org>"; people, too, write more or less often.
    QByteArray person();

private:
    QByteArray syllables(int rank) const;
    double unit();

    QList<QByteArray> m_words;
    quint64 m_state;
};

} // namespace kw::bench
