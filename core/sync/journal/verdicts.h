#pragma once

#include "core/imap/imaplink.h"
#include "core/sync/journal/reversal.h"
#include "core/sync/synccontext.h"

#include <functional>

namespace kw {

// What becomes of operations once it is known what the server did, and of everything that hangs on them (T3
// of DESIGN §5). Each function is one transaction. Lives on the engine's thread.
class Verdicts
{
public:
    struct Hooks {
        std::function<void(FolderId)> arrived; // mail should be there now: a pass binds it
        std::function<void(const Error &)> notice; // for the person
    };

    Verdicts(SyncContext &ctx, Hooks hooks);

    // T2, durable before the first byte is sent. Returns those that are still as they were when they were
    // read: the person may have changed their mind while the way was prepared.
    Result<QList<Operation>> sending(const QList<Operation> &ops);
    // Ends them as the server answered; a lost session leaves them in flight.
    Result<void> concluded(const QList<Operation> &ops, const Result<void> &answer);
    static bool isLost(const Result<void> &answer);
    // RFC 5530: worth another try.
    static bool mayPass(const Error &error);
    // The session ended, which is returned. Where the server had said "not now" before, that was its answer:
    // what hangs on it is tried again later, or given up in the end. Else it stays as it is.
    Result<void> lost(const QList<Operation> &ops, const Error &why);
    Result<void> done(const QList<Operation> &ops);
    Result<void> copied(const QList<Operation> &ops); // the first half of a move without MOVE
    // Whatever it was, it did not happen: it may be sent again.
    Result<void> unknown(const QList<Operation> &ops); // asked again later, with back-off
    Result<void> notDone(const QList<Operation> &ops);
    // A refusal that may pass is tried again later, the others are undone here and told.
    Result<void> refused(const QList<Operation> &ops, const Error &error);
    Result<void> later(const QList<Operation> &ops, const Error &whenTooOften);
    bool mayWait(const Operation &op) const; // has tries left
    Result<void> giveUp(const QList<Operation> &ops, const Error &error);
    // The message was moved or deleted by another client before our turn came: what the other did stands.
    Result<void> superseded(const QList<Operation> &ops);
    // Operations whose source a complete listing did not show.
    Result<void> sourcesLost(const QList<OpId> &ids);
    // A folder is about to be forgotten because the server has it no more.
    void folderLost(const FolderRow &folder); // within the caller's transaction

private:
    void finish(const QList<Operation> &ops, OpState state, const QString &error);
    qint64 waitAfter(int attempts) const; // ms
    void tell(const QList<Operation> &ops, const Error &error);

    SyncContext &m_ctx;
    Hooks m_hooks;
    Reversal m_reversal;
};

} // namespace kw
