#pragma once

#include "core/mime/headerdigest.h"
#include "core/store/database.h"

#include <QStringList>

namespace kw {

// What a message is to this person, as far as it does not change with its marks: bits of message.traits,
// which has indexes of its own. On disk; never renumber.
enum class Trait : quint32 {
    ToMe = 1, // one of the own addresses is among To and Cc
    Known = 2, // from somebody whom one has written to
};

// Keeps message.traits right. New rows get theirs when they are inserted; older ones follow in slices when
// the person's addresses change or mail is sent to somebody for the first time. Write methods need an open
// Transaction.
class Traits
{
public:
    explicit Traits(Database &db);

    // Of a message that comes now.
    quint32 of(const HeaderDigest &digest) const;
    // More of its header was read (Cc).
    void headerRead(MessageId id, const HeaderDigest &digest);
    // All addresses that mean the person, of all accounts. The same again changes nothing.
    void setOwnAddresses(const QStringList &addresses);
    // Looks through a few thousand of the rows that may have become something else; newest first. True: there
    // are more.
    bool walkSome();

private:
    bool isToMe(const HeaderDigest &digest) const;
    bool isOwn(const Address &address) const;
    void walkFromTop(Trait trait);
    bool walkToMe();
    bool walkKnown();
    qint64 below(Trait trait) const;
    bool walkedTo(Trait trait, qint64 id);
    void set(MessageId id, Trait trait, bool on);

    Database &m_db;
};

} // namespace kw
