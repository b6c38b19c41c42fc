#pragma once

#include "core/base/ids.h"
#include "core/base/mailtypes.h"
#include "core/base/task.h"
#include "core/base/uidset.h"
#include "core/mime/headerdigest.h"

#include <QDate>
#include <QStringList>

#include <functional>
#include <memory>
#include <optional>

// Our view of one IMAP session (RFC 3501, 4315, 6851, 7162, 2177, 6154), in plain values. The sync engine
// knows nothing else of IMAP; KIMAP stands behind one implementation, the simulator behind another.
namespace kw {

enum class Security { Tls, StartTls, None };

struct LinkSettings {
    QString host;
    quint16 port = 993;
    Security security = Security::Tls;
    QString user;
    bool oauth = false; // the secret is an access token (SASL XOAUTH2, OAUTHBEARER of RFC 7628), no password
    QByteArray pinnedCertificate; // PEM; accepted for this host besides the system's authorities. Empty: none
    int timeoutMs = 30'000; // silence after which a command is given up and the session abandoned
    // … and after which the person is told.
    int silentMs() const { return timeoutMs * 2 / 5; }
};

struct ServerFeatures {
    bool condstore = false; // RFC 7162
    bool qresync = false; // RFC 7162, and ENABLE accepted
    bool move = false; // RFC 6851
    bool uidPlus = false; // RFC 4315
    bool idle = false; // RFC 2177
    bool specialUse = false; // RFC 6154
    bool gmail = false; // X-GM-EXT-1
    QStringList capabilities; // as told, upper case
};

struct ListedFolder {
    QString path; // decoded, with the server's separator
    QChar separator; // null: flat
    FolderRole role = FolderRole::None; // what the server says (RFC 6154, INBOX), not guessed
    bool selectable = true; // no \Noselect, \NonExistent
    bool subscribed = true;
    bool unsupported = false; // its name cannot be sent; shown, never opened
};

struct MessageFlags {
    quint32 bits = 0; // kw::Flag values within ServerFlagMask
    QStringList keywords; // every other keyword, sorted
    bool operator==(const MessageFlags &) const = default;
};

struct FlagRecord {
    Uid uid{};
    MessageFlags flags;
    quint32 size = 0; // octets (RFC822.SIZE); 0 where not asked
};

// Gmail's own numbers (X-GM-EXT-1): a message has one in all the folders that its labels are. 0: not told.
struct GmailIds {
    quint64 message = 0; // X-GM-MSGID
    quint64 thread = 0; // X-GM-THRID
    bool operator==(const GmailIds &) const = default;
};

struct HeaderRecord {
    Uid uid{};
    quint32 size = 0; // octets
    MessageFlags flags;
    HeaderDigest digest;
    GmailIds gmail; // only where features.gmail
};

// Where the cache stands; zeros mean "nothing known".
struct ResyncPoint {
    quint32 uidValidity = 0;
    quint64 modseq = 0;
};

struct SelectedBox {
    quint32 uidValidity = 0; // 0: the server sent none
    quint32 uidNext = 0; // 0: the server sent none (Courier)
    quint64 highestModseq = 0; // 0: no CONDSTORE for this mailbox
    quint32 exists = 0;
    bool readOnly = false;
    bool keywordsAllowed = false; // \* in PERMANENTFLAGS
    MessageFlags kept; // named there: these are kept even where new keywords are not
    // Only when the ResyncPoint was used by the server (QRESYNC): the difference since then. Without it
    // resynced is false.
    bool resynced = false;
    QList<FlagRecord> modified;
    UidSet vanished;
};

// What changed in the selected mailbox since a modseq.
struct BoxChanges {
    QList<FlagRecord> modified; // new messages too
    UidSet vanished;
};

struct BoxStatus {
    quint32 messages = 0;
    quint32 unseen = 0;
    quint32 uidNext = 0;
    quint32 uidValidity = 0;
    quint64 highestModseq = 0; // 0: not told
};

// How full a mailbox's quota root is (RFC 9208).
struct QuotaResource {
    QString root; // the server's name for it; often empty
    QString name; // "STORAGE" (units of 1024 octets) or "MESSAGE"
    quint64 used = 0;
    quint64 limit = 0;
};

// A message as opened: two byte-exact halves.
struct RawMessage {
    QByteArray header; // up to and including the empty line
    QByteArray body; // BODY[TEXT]
};

enum class IdleEnd {
    ServerSpoke, // something changed in the selected mailbox: make a pass
    Renewed, // time to speak again (29 min, RFC 2177); nothing known to have changed
    Interrupted, // interruptIdle() was called
};

// One session. One command at a time: each call must be awaited before the next, except interruptIdle() and
// close(). Every error of kind Network, Protocol, Auth or Tls means the session is dead; Refused leaves it
// usable. close() may be called at any time: whatever is awaited ends with ErrorKind::Cancelled, promptly and
// asynchronously. Lives on the thread that created it; tasks resume on that thread. Where depth() says more
// than one, as many calls may be under way; they are answered in order.
class ImapLink
{
public:
    virtual ~ImapLink() = default;

    // Connects, secures, signs in, reads the capabilities and enables QRESYNC/CONDSTORE where offered.
    virtual Task<Result<ServerFeatures>> open(LinkSettings settings, QString secret) = 0;
    virtual void close() = 0;
    virtual bool isOpen() const = 0;
    // `told` is called, on this thread, when the server has not answered for a good while (two fifths of the
    // timeout) with the sentence to show, and with nothing when it answers after all. Before open().
    using SilenceTold = std::function<void(std::optional<Error>)>;
    virtual void onSilence(SilenceTold told);
    // How many calls may be under way at once: more than one where the link queues them itself.
    virtual int depth() const { return 1; }

    virtual Task<Result<QList<ListedFolder>>> list() = 0;
    virtual Task<Result<BoxStatus>> status(QString path) = 0;
    virtual Task<Result<SelectedBox>> select(QString path, ResyncPoint from, bool readOnly = true) = 0;

    // Headers by sequence number (1-based, closed range), only for the very first screenful, and by UID
    // afterwards. Records come in any order; what is missing was expunged meanwhile or not supplied: ask
    // again, then existing().
    virtual Task<Result<QList<HeaderRecord>>> headersBySequence(quint32 first, quint32 last) = 0;
    virtual Task<Result<QList<HeaderRecord>>> headers(UidSet uids) = 0;
    // Flags and sizes; with changedSince > 0 only those changed after that modseq (CONDSTORE).
    virtual Task<Result<QList<FlagRecord>>> flags(UidSet uids, quint64 changedSince = 0) = 0;
    // Everything that changed after that modseq, in one command and without selecting anew. Only where
    // features.qresync (RFC 7162 3.2.6).
    virtual Task<Result<BoxChanges>> changesSince(quint64 modseq) = 0;
    // Which of these UIDs exist in the selected mailbox (UID SEARCH).
    virtual Task<Result<UidSet>> existing(UidSet among) = 0;
    // Messages of the selected mailbox that came there on this day or later, by the server's own calendar
    // (UID SEARCH SINCE, RFC 3501 6.4.4). Unsupported where a link cannot ask.
    virtual Task<Result<UidSet>> arrivedSince(QDate day);
    virtual Task<Result<RawMessage>> fetchMessage(Uid uid) = 0;

    // STORE +FLAGS / -FLAGS; keywords included by name. Invalid: a keyword that is no atom (RFC 3501 9).
    virtual Task<Result<void>> addFlags(UidSet uids, MessageFlags flags) = 0;
    virtual Task<Result<void>> removeFlags(UidSet uids, MessageFlags flags) = 0;

    // --- changes; every one may be refused (Error::code has the server's response code where it gave one)
    // move, copy and append tell the UIDs that the messages got there, where the server told (RFC 4315, also
    // without features.uidPlus); else nothing. A hint: in no order, and the mailbox may have been renumbered.
    // UID MOVE (RFC 6851); only where features.move. UIDs that are not there are passed over.
    virtual Task<Result<UidSet>> move(UidSet uids, QString to) = 0;
    virtual Task<Result<UidSet>> copy(UidSet uids, QString to) = 0; // UID COPY
    // UIDs of the selected mailbox that are marked \Deleted (UID SEARCH DELETED).
    virtual Task<Result<UidSet>> markedDeleted() = 0;
    // EXPUNGE: everything marked \Deleted goes, whoever marked it. Ask markedDeleted() first.
    virtual Task<Result<void>> expunge() = 0;
    // APPEND of a whole message; `internalDate` in seconds since the epoch, 0: the server's now. Line ends
    // that are LF alone become CRLF, without which servers refuse it.
    virtual Task<Result<UidSet>> append(QString path, RawMessage message, MessageFlags flags,
                                        qint64 internalDate)
        = 0;
    // A folder that is there already is a success or refused with ALREADYEXISTS; one to delete that is not
    // there likewise with NONEXISTENT.
    virtual Task<Result<void>> createFolder(QString path) = 0;
    virtual Task<Result<void>> renameFolder(QString from, QString to)
        = 0; // and what is below it (RFC 3501 6.3.5)
    virtual Task<Result<void>> deleteFolder(QString path) = 0; // with its mail: ask select() first
    virtual Task<Result<void>> subscribe(QString path, bool on) = 0;

    // The quota that the mailbox counts towards (GETQUOTAROOT, RFC 9208); empty: none. Unsupported where the
    // server has no QUOTA.
    virtual Task<Result<QList<QuotaResource>>> quota(QString path);

    // Waits in IDLE until something happens (see IdleEnd). Only where features.idle.
    virtual Task<Result<IdleEnd>> idle() = 0;
    virtual void interruptIdle() = 0;
};

// A set of more ranges is sent as several commands, of which one may be refused after another was carried
// out.
inline constexpr qsizetype RangesPerCommand = 330;

// Makes an unopened link. `background`: bulk work, may live on a worker thread of its own.
using LinkFactory = std::function<std::unique_ptr<ImapLink>(bool background)>;

} // namespace kw
