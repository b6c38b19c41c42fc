#pragma once

#include "core/sync/outbox/postman.h"
#include "core/sync/status.h"

#include <QObject>

#include <map>

namespace kw {

// What waits to be sent, of all accounts: who sends it when, and what follows. Once a server has a message,
// its copy is looked for in the folder of sent mail, where many providers store one by themselves, and stored
// there where it is not; one of which nobody knows is looked for in all folders. Lives on the engine's
// thread.
class Outbox : public QObject
{
    Q_OBJECT
public:
    struct Hooks {
        std::function<Result<SendingServer>(AccountId)> server;
        // Lists this folder soon, where the account is online; told by passed().
        std::function<void(AccountId, FolderId)> look;
        std::function<void()> changesWait; // the journal has something for the servers
    };
    Outbox(SyncContext &ctx, Hooks hooks);
    ~Outbox() override;

    // Once, when the profile is open: what was interrupted is uncertain now.
    void recover();
    void goOnline();
    Task<void> goOffline();
    // Letters were queued, or are to be sent now. Without an account: of all.
    void lettersWait(AccountId account = {});
    void goOnWithDelivered(); // whose copy is still to be stored
    // The network or a password changed.
    void startAnew();
    // A folder was listed to its newest message.
    void passed(FolderId folder, qint64 provenAt);
    // Sends what is due, and waits until it is done; for a program without a window.
    Task<void> drain(AccountId account);
    // What was delivered gets its copy, of all accounts, as far as their folders of sent mail were listed.
    void fileAll();
    // Delivered ones get their copy: those of which it is known whether the server stored one by itself.
    // `looked`: since when the folder of sent mail is known, ms since the epoch.
    void fileSent(AccountId account, qint64 looked);

Q_SIGNALS:
    void progress(const QString &messageId, qint64 given, qint64 total);
    void ended(const kw::Letter &letter); // delivered, uncertain or refused
    void notice(const kw::Error &error);

private:
    Postman &postman(AccountId account);
    FolderId sentFolder(AccountId account) const;
    void lookForSent(AccountId account);
    void lookLater(AccountId account);
    bool fileOne(const Letter &letter, qint64 looked);
    void settleUncertain(const Letter &letter);
    void onEnded(const Letter &letter);

    SyncContext &m_ctx;
    const Hooks m_hooks;
    LetterStore m_letters;
    LetterCopies m_copies;
    std::map<AccountId, std::unique_ptr<Postman>> m_postmen;
    std::map<AccountId, Clock::TimerId> m_timers; // looks once more
    bool m_online = false;
};

} // namespace kw
