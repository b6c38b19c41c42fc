#pragma once

#include "core/store/database.h"
#include "core/store/mailinventory.h"

namespace kw {

// Fills a MailInventory from the cache in steps, so that progress can be told and the work given up between
// two of them (1 M rows: about a second in all). A Gmail message with several labels counts once. For a
// reader thread.
class InventoryReader
{
public:
    explicit InventoryReader(Database &db);

    struct Progress {
        qint64 read = 0; // rows so far
        qint64 total = 0; // about so many in all
        MessageId last{}; // where the next step goes on
        bool isDone = false;
    };
    // `after`: what the step before returned; default: the beginning.
    Progress step(MailInventory &inventory, Progress after, int rows = 20'000) const;
    // These messages as they are now: changed, moved, gone or new.
    void renew(MailInventory &inventory, const QList<MessageId> &ids) const;
    // The text, where it is on this computer.
    std::optional<StoredBody> text(MessageId id) const;

private:
    Database &m_db;
};

// How much of an account's mail is listed so far.
struct ListedShare {
    qint64 listed = 0; // messages
    qint64 onServer = 0; // as its folders told last
    bool isComplete() const { return listed >= onServer; }
};
// Of one account, or of all.
ListedShare listedShare(Database &db, AccountId account);

} // namespace kw
