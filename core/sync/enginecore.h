#pragma once

#include "core/base/systemclock.h"
#include "core/store/letter.h"
#include "core/store/quota.h"
#include "core/sync/accountsyncs.h"
#include "core/sync/engine.h"
#include "core/sync/facade/searches.h"
#include "core/sync/housekeeping.h"

namespace kw {

class CheckupDesk;
class LetterDesk;
class Outbox;
class SearchCore;
struct Draft;
struct SendingServer;
struct Outgoing;
struct WriteOptions;

// The engine itself: database, journal and accounts, on the engine's thread (or the main thread of a program
// without a window). Says what happens through signals that carry values.
class EngineCore : public QObject
{
    Q_OBJECT
public:
    explicit EngineCore(Paths paths, SyncSettings settings);
    ~EngineCore() override;

    Result<void> openProfile(); // database and accounts.ini
    void setOnline(bool online);
    void lookAt(ViewId view);
    void refresh();
    // Answered by bodyArrived or openFailed. `whole`: nothing of it may be left out.
    void fetchBody(MessageId id, bool whole = false);
    // Parts that were left out; answered by bodyArrived for each, or partsFailed.
    void fetchParts(MessageId id, const QStringList &parts);
    void cancelParts(MessageId id);
    void setFlags(const QList<MessageId> &ids, Flags flags, bool on);
    void perform(const Intent &intent);
    void undo(ActionId action); // none: the newest
    void retry(ActionId action);
    void dismiss(ActionId action);
    void discardVanished(const QList<qint64> &vanished);
    void applySettings(const SyncSettings &settings);
    // After a folder may have got another name: what the person chose for it (FolderChoices) stays with it.
    void followName(const FolderRow &before);
    Task<void> shutDown(); // ends when nothing runs any more
    void bodyUsed(MessageId id, const QString &preview, bool hasAttachment, bool detailsKnown);

    void bulkSeen(MessageId id); // its header says that it went to many at once
    void askQuota(const QString &accountKey);
    // What the account may still download ahead; unset: no limit.
    void setBodyRoom(AccountId account, std::optional<qint64> bytes);
    // Texts go from this computer, a little at a time; answered by bodiesTrimmed.
    void trimBodies(AccountId account, qint64 bytes);
    // The index has taken in what changed up to here; a little at a time.
    void trimIndexFeed(qint64 takenIn);

    // A revision of a draft; `onServer`: also its copy there. True: another program had changed that.
    Result<bool> keepDraft(const QString &accountKey, const Draft &draft, bool onServer,
                           const WriteOptions &options);
    Result<Letter> queueLetter(const QString &accountKey, const Draft &draft, const Outgoing &message,
                               qint64 notBefore);
    void lettersWait(); // one is to be sent now
    // Drafts that no folder shows, as after a crash while somebody wrote, get their copy there.
    void showDrafts();
    Result<void> confirmLetter(const QString &messageId);

    LetterDesk &letters() { return *m_letters; } // once the profile is open
    Outbox &outbox() { return *m_outbox; } // likewise
    SearchCore &searching() { return *m_searching; } // likewise
    SyncContext &context() { return *m_context; }
    AccountSyncs &accounts() { return *m_accounts; } // once the profile is open
    CheckupDesk &checkups() { return *m_checkups; } // likewise
    // For the person, when the cache had to be made anew.
    std::optional<Error> rebuildNotice() const;
    Housekeeping &housekeeping() { return *m_housekeeping; } // likewise

Q_SIGNALS:
    void changed(const kw::ChangeSet &changes);
    void accountStatusChanged(const kw::AccountStatus &status);
    void folderStatusChanged(const kw::FolderStatus &status);
    void accountsChanged(const QList<kw::AccountSettings> &accounts);
    void bodyArrived(kw::MessageId id);
    void openFailed(kw::MessageId id, const kw::Error &error);
    void partProgress(kw::MessageId id, const QString &part, qint64 done, qint64 total);
    void partsFailed(kw::MessageId id, const kw::Error &error);
    void accountChecked(const kw::AccountSettings &settings, const kw::Error &error);
    void notice(const kw::Error &error);
    void performed(const kw::ActionRow &action);
    void undone(const kw::ActionRow &action);
    // `crossed`: the step (QuotaNearlyFull, QuotaFull) that it got over, or 0.
    void quotaTold(const kw::AccountQuota &quota, int crossed);
    void bodiesTrimmed(kw::AccountId account, qint64 bytes);
    void serversAnswered(const kw::ServerSearchState &state);
    void letterProgress(const QString &messageId, qint64 given, qint64 total);
    void letterEnded(const kw::Letter &letter); // delivered, uncertain or refused

private:
    void openOutbox();
    Result<SendingServer> sendingServer(AccountId account);
    QSet<FolderId> foldersOf(ViewId view) const;
    Error unreachable(const FolderRow &folder) const;

    const Paths m_paths;
    SystemClock m_clock;
    std::unique_ptr<Database> m_db;
    std::unique_ptr<FolderStore> m_folders;
    std::unique_ptr<MessageStore> m_messages;
    std::unique_ptr<BodyStore> m_bodies;
    std::unique_ptr<SyncContext> m_context;
    SyncSettings m_settings;
    std::unique_ptr<BodyTrimmer> m_trimmer;
    std::unique_ptr<Housekeeping> m_housekeeping;
    std::unique_ptr<AccountSyncs> m_accounts;
    std::unique_ptr<CheckupDesk> m_checkups;
    std::unique_ptr<LetterDesk> m_letters;
    std::unique_ptr<Outbox> m_outbox;
    std::unique_ptr<SearchCore> m_searching;
    ViewId m_view;
    bool m_online = false;
};

} // namespace kw
