#pragma once

#include "core/base/uidset.h"
#include "core/store/database.h"
#include "core/store/operation.h"

#include <QSet>

#include <optional>

namespace kw {

// The journal: what servers must still be told. An operation is durable before the person sees its effect, is
// marked InFlight before its first byte is sent, and is kept afterwards for the Changes panel. Write methods
// need an open Transaction.
class JournalStore
{
public:
    explicit JournalStore(Database &db);

    OpId add(const Operation &op); // Waiting
    std::optional<Operation> op(OpId id) const;
    // Open ones that place this message, oldest first.
    QList<Operation> placing(MessageId id) const;
    // Open copies and uploads made from this message.
    QList<Operation> madeFrom(MessageId id) const;
    QList<Operation> ofAction(ActionId id) const; // in every state
    QList<Operation> waitingFor(OpId id) const; // open, to run only after this one
    // A message that goes on from here has been seen here.
    bool isSourceBound(MessageId id, FolderId folder) const;
    // Open ones that name this folder in any part.
    QList<Operation> concerning(FolderId folder) const;
    // Open folder operations of an account, oldest first.
    QList<Operation> folderOps(AccountId account) const;
    QSet<FolderId> unmade(AccountId account) const; // folders that the server has not got yet
    // What the open ones of these make of a folder: on its way out, still to be made, or there.
    FolderState folderState(FolderId folder) const;
    // Mail has yet to leave it or to get there.
    bool isPassedThrough(FolderId folder) const;
    int openCount(AccountId account) const;

    // --- for the runner
    // Folders for whose session there is something to do now.
    QList<FolderId> workFolders(AccountId account, qint64 nowMs) const;
    // When the next postponed operation is due; 0: none is postponed.
    qint64 nextDue(AccountId account, qint64 nowMs) const;
    QList<Operation> inFlight(FolderId work, qint64 nowMs) const;
    // Messages here that we have marked \\Deleted, or are about to: proved copies elsewhere, or meant to go.
    UidSet marked(FolderId work) const;
    // The oldest operation that may run, and those that go with it in one command.
    QList<Operation> batch(FolderId work, qint64 nowMs, int limit) const;

    void setState(const QList<OpId> &ids, OpState state, const QString &error = {});
    void setPhase(const QList<OpId> &ids, int phase);
    // One command tells the server of all of these, of one account; it numbers what arrives in this order.
    void setSent(const QList<Operation> &ops);
    void postpone(const QList<OpId> &ids, qint64 notBefore); // counts an attempt
    void askLater(const QList<OpId> &ids, qint64 notBefore); // counts an attempt; in flight they stay
    void redirect(OpId id, FolderId dest);
    void setDestinationWork(OpId id); // an upload that was redirected is done where it goes
    void setSource(OpId id, FolderId folder, Uid uid);
    // What was to be made from this message (copies) finds it there from now on.
    void followSource(MessageId source, FolderId from, FolderId to, Uid uid);
    void setTarget(OpId id, const QString &path); // of a folder operation that was not sent yet
    void assign(OpId id, ActionId action); // it now serves a later action
    void retry(OpId id);

private:
    QList<Operation> read(Statement &query) const;

    Database &m_db;
};

} // namespace kw
