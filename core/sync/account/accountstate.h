#pragma once

#include "core/sync/account/sessionopener.h"
#include "core/sync/account/workqueue.h"
#include "core/sync/parts/partdesk.h"
#include "core/sync/status.h"
#include "core/sync/synccontext.h"

#include <QSet>

#include <functional>

namespace kw {

// Whom one account's sessions tell.
struct AccountHooks {
    std::function<void(const AccountStatus &)> statusChanged;
    std::function<void(const FolderStatus &)> folderStatusChanged;
    std::function<void(MessageId)> bodyArrived;
    std::function<void(MessageId, const Error &)> openFailed;
    std::function<void(const Error &)> notice;
    std::function<void()> rowsAwaitThreading;
    // The server told how full the account is; the step that was crossed upwards, or 0.
    std::function<void(AccountId, int)> quotaTold = {};
    PartHooks parts = {};
};

// What the sessions of one account share: what there is to do, and where the account stands. Lives on the
// engine's thread, as long as its AccountSync.
struct AccountState {
    AccountState(SyncContext &context, AccountId id, SessionOpener sessions, AccountHooks told);

    SyncContext &ctx;
    const AccountId account;
    QByteArray key; // as the log names it
    const AccountHooks hooks;
    SessionOpener opener;
    WorkQueue queue;
    QSet<FolderId> visible; // on screen
    bool stopping = true;
    bool listed = false; // the folder list was read since the last connection failure
    bool blocked = false; // the person has to do something first
    Error error; // what went wrong last
    qint64 pauseUntil = 0; // monotonic ms: asked for by the server
    Error silence; // the server has not answered for a while; without a text: it does

    FolderId inbox() const; // none before the first folder list
    WorkQueue::Urgency urgency(FolderId folder) const;
    void addPass(FolderId folder); // as urgent as the folder is
    // 2 s, 4 s, 8 s … 15 min, and the jitter; or as long as the server itself has asked for.
    Millis backoff(int failures) const;
    void heed(const Error &error); // it may ask to be left alone for a while
};

// The same again may succeed: the network, a busy server, or we gave up ourselves.
inline bool isWorthRepeating(const Error &error)
{
    return error.isRetryable() || error.kind == ErrorKind::Cancelled;
}

} // namespace kw
