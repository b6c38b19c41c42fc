#pragma once

#include "core/base/mailtypes.h"
#include "core/base/uidset.h"
#include "core/mime/headerdigest.h"

#include <QStringList>

#include <functional>
#include <map>
#include <memory>

namespace kw::sim {

struct SimFeatures {
    enum class Resync { Plain, Condstore, Qresync };
    Resync resync = Resync::Qresync;
    bool move = true;
    bool uidPlus = true;
    bool idle = true;
    bool specialUse = true;

    QString name() const; // "qresync+move+uidplus+idle"
    static QList<SimFeatures> all(); // every combination that the engine must survive
};

// What a server does all the time, as some real ones do (PEERS §3).
struct SimQuirks {
    bool noUidNext = false; // Courier
    bool shuffledRecords = false; // Yahoo answers newest first; others as they like
    bool openVanished = false; // "VANISHED 12:*", although messages newer than the client knows exist above
    bool wideVanished = false; // names UIDs that never were (RFC 7162 3.2.5.1 allows it)
    int rememberedExpunges = 1000; // older ones are told as "every UID that is not there"
    bool gmail = false; // labels as folders, see simgmail.cpp
    bool allBelowInbox = false; // no folder can be made elsewhere (Courier, Cyrus)
    bool oddKeywords = false; // no message can be put there with keywords (Zimbra)
    quint64 quotaKb = 0; // room for all mailboxes together (RFC 9208, STORAGE); 0: no QUOTA
};

struct SimMail {
    QByteArray header; // up to and including the empty line
    QByteArray body;
    HeaderDigest digest;
    quint32 size() const { return quint32(header.size() + body.size()); }
};
using SimMailPtr = std::shared_ptr<const SimMail>;
// A small believable message; the number makes Message-ID, subject and date unique.
SimMailPtr makeMail(int number, int inReplyTo = 0);
SimMailPtr makeMail(const QByteArray &header, const QByteArray &body);

struct SimMessage {
    quint32 uid = 0;
    quint64 modseq = 0;
    quint64 born = 0; // the modseq of its arrival
    quint32 bits = 0;
    QStringList keywords; // sorted
    SimMailPtr mail;
    qint64 internalDate = 0; // seconds since the epoch; 0: not told at its arrival
};

struct SimFolder {
    QString path;
    FolderRole role = FolderRole::None;
    bool selectable = true;
    bool unsupported = false;
    bool readOnly = false; // as an ACL without write rights makes it
    bool noInsert = false; // nothing may be put there
    bool overQuota = false;
    UidSet withheld; // listed, but their text is refused
    UidSet deadly; // whoever asks for their headers is hung up on
    bool closed = false; // SELECT is refused
    int room = -1; // messages that may still be put there; -1: any number
    QStringList namedKeywords; // kept all the same where noKeywords
    bool noKeywords = false; // no \\* in PERMANENTFLAGS: keywords are passed over (Exchange)
    quint32 uidValidity = 0;
    quint32 uidNext = 1;
    quint64 modseq = 1; // HIGHESTMODSEQ
    std::map<quint32, SimMessage> messages; // by uid
    QList<std::pair<quint64, quint32>> expunged; // (modseq, uid), ascending

    UidSet uids() const;
};

// An IMAP store in memory. What is called here happens at once, as by another client; sessions watch it.
class SimServer
{
public:
    enum class Event {
        Changed, // a session idling here is told
        Gone, // deleted or renumbered: sessions that have it selected are thrown out
    };
    using Watcher = std::function<void(const QString &path, Event event, const void *by)>;

    explicit SimServer(SimFeatures features = {});

    const SimFeatures &features() const { return m_features; }
    SimQuirks quirks;

    SimFolder &createFolder(const QString &path, FolderRole role = FolderRole::None);
    void deleteFolder(const QString &path);
    void renameFolder(const QString &from, const QString &to); // keeps UIDVALIDITY, as most servers do
    const std::map<QString, SimFolder> &folders() const { return m_folders; }
    SimFolder *folder(const QString &path);
    const SimFolder *folder(const QString &path) const;

    // `by` is the session that acts, which is not told of its own changes; null: another client.
    quint32 append(const QString &path, SimMailPtr mail, quint32 bits = 0, QStringList keywords = {},
                   const void *by = nullptr);
    void setInternalDate(const QString &path, quint32 uid, qint64 date);
    // Returns how many messages really changed; only those get a new modseq.
    int setFlags(const QString &path, const UidSet &uids, quint32 bits, const QStringList &keywords, bool on,
                 const void *by = nullptr);
    void expunge(const QString &path, const UidSet &uids, const void *by = nullptr);
    // A new UIDVALIDITY; the messages get new UIDs in their order, from `firstUid`.
    void resetUidValidity(const QString &path, quint32 firstUid = 1);

    // What SELECT … QRESYNC tells as VANISHED for a client that stands at `modseq`.
    UidSet vanishedSince(const SimFolder &folder, quint64 modseq) const;

    int watch(Watcher watcher);
    void unwatch(int id);

    quint64 usedKb() const; // of the quota
    // Whether so many more octets find no room; never without a quota.
    bool isFull(quint64 octets) const;

    // The number of a message, the same in every folder.
    static quint64 gmailId(const SimMail &mail) { return mail.digest.headerHash | 1; }

private:
    void tell(const QString &path, Event event, const void *by);
    // --- Gmail's ways, in simgmail.cpp; all do nothing elsewhere
    quint32 labelled(const QString &path, const SimMailPtr &mail) const; // its UID there; 0: not there
    void afterAppend(const QString &path, const SimMessage &message, const void *by);
    void afterFlags(const QString &path, const UidSet &uids, quint32 bits, const QStringList &keywords,
                    bool on, const void *by);
    const SimFolder *allMail() const;

    SimFeatures m_features;
    std::map<QString, SimFolder> m_folders;
    std::map<int, Watcher> m_watchers;
    int m_lastWatcher = 0;
    quint32 m_lastUidValidity = 1000;
};

} // namespace kw::sim
