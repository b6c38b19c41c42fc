#pragma once

#include <QByteArray>
#include <QString>

namespace kw::bench {

class Vocabulary;

// Mail as it is indexed: plain text, text with HTML beside it (40 %), attachments (8 %), quotes; the same on
// every machine. LF line ends.
class SearchMail
{
public:
    static constexpr int Version = 1;
    explicit SearchMail(Vocabulary &words)
        : m_words(words)
    {
    }
    QByteArray message(int number);

private:
    QByteArray text();
    QByteArray html();

    Vocabulary &m_words;
};

// Writes `count` of them as a Maildir. False when the disk refuses.
bool writeSearchMaildir(const QString &maildir, int count);

} // namespace kw::bench
