#pragma once

#include "core/store/database.h"

namespace kw {

struct StoredMessage;

// A Gmail message has a row in each folder that is one of its labels; Gmail's number (X-GM-MSGID) tells that
// they are one. In lists over several folders one of them stands for all: that in the inbox, else under a
// label, else in All Mail; the others carry Flag::Copy. Write methods need an open Transaction.
class GmailCopies
{
public:
    explicit GmailCopies(Database &db);

    // The other rows of this message in its account, hidden ones too. None for mail from elsewhere.
    QList<StoredMessage> others(const StoredMessage &message) const;
    // A row of this number came to this folder, left it, or shows no more: who stands for all now?
    void settle(FolderId folder, quint64 gmailId);
    // The row is about to go: its text passes to another row of the message. False: there is none.
    bool handBodyOn(const StoredMessage &leaving);

private:
    // The one that is to stand for all first.
    QList<StoredMessage> all(FolderId folder, quint64 gmailId) const;

    Database &m_db;
};

} // namespace kw
