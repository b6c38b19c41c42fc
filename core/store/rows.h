#pragma once

#include "core/base/ids.h"
#include "core/base/mailtypes.h"
#include "core/mime/headerdigest.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <compare>

// Plain rows as the store takes and gives them.
namespace kw {

// Whether the server has a folder that is shown, or still has one that is not. On disk; never renumber.
enum class FolderState {
    There = 0,
    BeingMade = 1, // shown, not on the server yet
    BeingDeleted = 2, // on the server, shown no more
};

struct FolderRow {
    FolderId id{};
    AccountId account{};
    QString path; // as shown: decoded, with the server's separator
    QString serverPath; // as the server knows it at present; differs while a rename waits
    FolderState state = FolderState::There;
    QChar separator;
    FolderRole role = FolderRole::None;
    bool selectable = true;
    bool subscribed = true;
    bool unsupported = false;

    // Where the cache stands with the server; 0 = unknown.
    quint32 uidValidity = 0;
    quint32 uidNext = 0;
    quint64 modseq = 0;
    quint32 lowUid = 0; // backfill is done from here up; 1 = complete, 0 = nothing yet
    quint32 serverTotal = 0; // EXISTS at the last proof
    qint64 fullScanAt = 0; // ms since the epoch: last complete flag comparison
    qint64 provenAt = 0; // ms since the epoch: last successful pass

    // Counters kept by the store, exact at every commit; hidden rows are not counted.
    quint32 total = 0;
    quint32 unread = 0;

    // Whether commands may name it.
    bool isReachable() const { return selectable && !unsupported && state != FolderState::BeingMade; }
};

// One line of a list.
struct MessageRow {
    MessageId id{};
    FolderId folder{};
    AccountId account{};
    Uid uid{}; // 0: not known at present
    FolderRole role = FolderRole::None;
    qint64 date = 0; // seconds since the epoch
    quint32 flags = 0; // kw::Flag bits as the person sees them
    quint32 pending = 0; // bits of `flags` that the server does not have yet (and KeywordsPending)
    QStringList keywords;
    quint32 size = 0;
    ThreadId thread{};
    Address from;
    QString recipients; // "Lars, Anna +2", for Sent and Drafts
    QString subject;
    QString preview; // first words of the body, once it has been seen
    bool hidden = false;
    bool hasText = false; // its text is on this computer, perhaps without large attachments
    bool hasBody = false; // … and nothing is missing
};

struct NewMessage {
    Uid uid{};
    quint32 size = 0;
    quint32 flags = 0;
    QStringList keywords;
    HeaderDigest digest;
    quint64 gmailId = 0; // X-GM-MSGID: the same under all labels; 0: not told
};

// A list's sort key: newest first, ties by id. Message lists use (date, message id), conversation lists
// (date, thread id).
struct PageKey {
    qint64 date = 0;
    qint64 id = 0;
    auto operator<=>(const PageKey &) const = default;
};

// What a list shows: one folder, or every account's folders of one role.
struct ViewId {
    FolderId folder{};
    FolderRole role = FolderRole::None;
    static ViewId of(FolderId folder) { return {folder, FolderRole::None}; }
    static ViewId unified(FolderRole role) { return {FolderId{}, role}; }
    bool isUnified() const { return !isSet(folder); }
    // Number used in conversation.view: the folder's id, or minus the role.
    qint64 code() const { return isUnified() ? -qint64(role) : raw(folder); }
    bool operator==(const ViewId &) const = default;
};

struct ConversationRow {
    ThreadId thread{};
    qint64 date = 0; // of the newest message in the view
    quint32 count = 0; // messages of the thread in the view
    quint32 unread = 0;
    MessageRow newest;
    QStringList participants; // distinct names, oldest first, at most 6
};

struct StoredBody {
    QByteArray header; // full header, raw
    QByteArray body; // BODY[TEXT], raw
    // Not null: put together from parts, without these (core/mime/leftout.h), and not octet by octet what was
    // sent.
    QByteArray leftOut = {};

    bool isWhole() const { return leftOut.isNull(); }
};

} // namespace kw
