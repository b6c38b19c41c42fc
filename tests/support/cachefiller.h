#pragma once

#include "core/base/result.h"
#include "core/store/rows.h"

#include <QString>

namespace kw::test {

// Believable mail without any parsing: message `index` of a box is a pure function of (seed, box, index), so
// lists can be made in any order. Index 0 is the oldest; 45 % are replies, 8 % of the subjects are not ASCII,
// some headers are broken.
class MailMaker
{
public:
    explicit MailMaker(quint64 seed, int box = 0);
    NewMessage message(int index) const; // its UID is index + 1
    // Messages [first, first + count), newest first: the order of a first listing.
    QList<NewMessage> newestFirst(int first, int count) const;

private:
    quint64 random(int index, quint64 purpose) const;
    int parent(int index) const; // -1: none
    quint64 idHash(int index) const;
    QString subject(int index) const;
    Address person(int index) const;

    quint64 m_seed;
};

// A complete cache as after a first sync: `accounts` accounts ("account1", …) with an inbox of
// `messagesPerInbox` messages each and a few other folders, conversations worked out. 100,000 messages take
// about two seconds.
Result<void> fillCache(const QString &directory, int accounts, int messagesPerInbox, quint64 seed);

} // namespace kw::test
