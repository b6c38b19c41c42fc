#pragma once

#include "core/store/people.h"

#include <QList>
#include <QSet>
#include <QString>

namespace kw {

// Letters as they are compared: without case and accents; "ø" is o, "ß" ss.
QString foldedLetters(const QString &text);

// Many people, found by the first letters of any word of their name or address. Made once, on any thread; a
// plain value then. 50,000 people take about 12 MB, a question well under a millisecond.
class PeopleIndex
{
public:
    PeopleIndex() = default;
    // The heaviest first.
    explicit PeopleIndex(const QList<KnownPerson> &people);

    // Each word typed begins one of theirs; "Müller" is found by "muller" and by "mueller". The likeliest
    // first, at most so many; those that only their domain names come after the others. `without`: addresses
    // in lower case.
    QList<Address> find(const QString &typed, const QSet<QString> &without, int most) const;
    qsizetype size() const { return m_people.size(); }

private:
    struct Word {
        quint32 at = 0; // in m_letters
        quint16 length = 0;
        bool ofDomain = false;
        quint32 person = 0; // index of m_people
    };
    using Words = QList<Word>;
    void addWords(quint32 person, const QString &text, bool ofDomain);
    QStringView letters(const Word &word) const;
    std::pair<Words::const_iterator, Words::const_iterator> beginningWith(QStringView letters) const;
    bool hasWord(quint32 person, QStringView beginning) const;

    QList<KnownPerson> m_people;
    QString m_letters;
    Words m_words; // of each person together, in the order of m_people
    QList<quint32> m_firstWord; // of each person, and one behind the last
    Words m_sorted; // all of them, by their letters
};

} // namespace kw
