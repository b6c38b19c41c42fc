#pragma once

#include "core/base/mailtypes.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace kw::bench {

// Endless mail of realistic header weight, deterministic: message n is the same on every machine. About 500
// bytes in the fields a listing fetches, 45 % replies with References chains, 8 % non-ASCII subjects, bodies
// of 0.5–4 KB, 30 % with HTML and 8 % with an attachment. Bump Version when the output changes: cached
// Maildirs are keyed by it.
class MailGenerator
{
public:
    static constexpr int Version = 1;
    static constexpr qint64 Newest
        = 1'795'000'000; // seconds since the epoch; message n of N is older by (N - n) * Step
    static constexpr qint64 Step = 157; // seconds

    struct Message {
        QByteArray raw; // LF line ends, as in a Maildir
        qint64 date = 0;
        Flags flags;
    };

    explicit MailGenerator(int total);
    // The next message, oldest first; call it `total` times, or more for arrivals.
    Message next();

private:
    struct Recent {
        QByteArray id;
        QByteArray references;
        QByteArray subject;
    };
    quint32 random(quint32 below);
    QByteArray subject();
    QByteArray head(const QByteArray &type);
    QByteArray words(int bytes);

    const int m_total;
    int m_index = 0;
    quint64 m_state = 0x9E3779B97F4A7C15;
    QList<Recent> m_recent; // a ring of those that may be answered
};

// Writes `count` generated messages as a Maildir (…/cur) with names like 1795000000.M000001.bench,S=2210:2,S.
// False when the disk refuses.
bool writeMaildir(const QString &maildir, int count);

} // namespace kw::bench
