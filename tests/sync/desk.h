#pragma once

#include "core/sync/journal/organizer.h"
#include "core/sync/journal/undoer.h"
#include "core/sync/oncesync.h"
#include "tests/sync/sim/simlink.h"

#include <QTemporaryDir>

namespace kw::sim {

// A person at work on one profile, with one or more accounts on simulated servers: everything is done
// offline, and reaches the servers with settle(). Another client's hand is on the servers themselves.
class Desk
{
public:
    struct Account {
        Account(VirtualClock &clock, SimFeatures features)
            : server(features)
            , net(clock, server)
        {
        }
        SimServer server;
        SimNet net;
        QString key;
        AccountId id{};
    };

    // Each account holds INBOX, Archive, Trash, Junk and Lists; the first one, messages 1 to `mails` in
    // INBOX, all listed here.
    explicit Desk(int mails = 3, SimFeatures features = {}, int accounts = 1);

    // Until nothing is due any more, or a day has passed. The commands that the first server was given.
    int settle();
    // One sync of the first account whose network goes with this command, before or after the server has done
    // it, and stays away. True: it had ended before.
    bool syncUntilLost(int command, bool executed);
    // Compares the first account with its server.
    VerifyReport verify(bool repair = false);
    void restart(); // the program ends in order and comes up again
    ActionRow perform(const Intent &intent);
    ActionRow undo();
    ActionRow row(ActionId id) const { return *m_parts->ctx.actions.action(id); }
    int waiting() const; // operations of the journal

    SimServer &server(int account = 0) { return m_accounts[size_t(account)]->server; }
    SimNet &net(int account = 0) { return m_accounts[size_t(account)]->net; }
    SyncContext &context() { return m_parts->ctx; }
    VirtualClock &clock() { return m_clock; }
    AccountId account(int index = 0) const { return m_accounts[size_t(index)]->id; }
    FolderId folder(const QString &path, int account = 0);
    // Message n in this folder; none where it is not shown.
    MessageId mail(int n, const QString &path = QStringLiteral("INBOX"), int account = 0);
    QList<MessageId> mails(const QString &path = QStringLiteral("INBOX"), int account = 0);
    void fetchTexts(int account = 0); // of all that is listed

    // "Lists: Message 2 5 work": what is there, in order. Empty folders of the person's own are named, too.
    QStringList there(int account = 0) const;
    QStringList here(int account = 0);
    // Numbers of the messages in one folder of the server.
    QList<int> there(const QString &path, int account = 0) const;
    // The other client.
    void moveThere(int n, const QString &from, const QString &to);
    UidSet uids(int n, const QString &path, int account = 0) const;

private:
    struct Parts {
        Parts(const QString &directory, Clock &clock);
        std::unique_ptr<Database> db;
        FolderStore folders;
        MessageStore messages;
        BodyStore bodies;
        SyncContext ctx;
    };
    std::unique_ptr<OnceSync> sync(Account &account);

    VirtualClock m_clock;
    QTemporaryDir m_dir;
    std::vector<std::unique_ptr<Account>> m_accounts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace kw::sim
