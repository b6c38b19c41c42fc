#include "core/account/accountfile.h"
#include "core/store/accountfacts.h"
#include "core/store/pages.h"
#include "core/store/statement.h"
#include "core/sync/accountsyncs.h"
#include "core/sync/engine.h"
#include "core/sync/enginefactory.h"
#include "tests/support/faultproxy.h"
#include "tests/sync/simfront/socketserver.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;
using namespace kw::sim;

namespace {

// A server of one account's own; the relay in front counts connections.
struct Provider {
    Provider()
        : server({}, u"secret"_s)
        , relay(server.port())
    {
    }
    void arrive(int n, const QString &path = u"INBOX"_s)
    {
        server.change([n, path](SimServer &s) { s.append(path, makeMail(n)); });
    }
    int connections() const { return relay.connections(); }

    simfront::SocketServer server;
    FaultProxy relay;
};

AccountSettings settingsFor(const QString &key, const Provider &provider)
{
    AccountSettings account;
    account.key = key;
    account.name = key;
    account.address = key + u"@localhost"_s;
    account.imap = {u"127.0.0.1"_s, provider.relay.port(), ConnectionSecurity::None, key};
    account.passwordCommand = u"echo secret"_s;
    return withDefaults(account);
}

// The real engine with two accounts, "one" and "two", that both hold three messages.
struct Profile {
    Profile()
        : paths(Paths::profile(dir.path()))
    {
        for (int n = 1; n <= 3; ++n) {
            one.arrive(n);
            two.arrive(n + 10);
        }
        if (!paths.create()
            || !AccountFile::save(paths.accountsIni(),
                                  {settingsFor(u"one"_s, one), settingsFor(u"two"_s, two)}))
            qFatal("no profile");
        auto made = makeEngine(paths);
        if (!made)
            qFatal("%s", qPrintable(made.error().text));
        engine = std::move(*made);
        auto opened = Database::open(paths.cache, Database::Mode::ReadOnly);
        if (!opened)
            qFatal("%s", qPrintable(opened.error().text));
        db = std::move(*opened);
    }
    ~Profile() { engine.reset(); }
    FolderRow folder(const QString &key, const QString &path = u"INBOX"_s) const
    {
        for (const FolderRow &row : Pages(*db).folders()) {
            if (row.account == engine->accountId(key) && row.path == path)
                return row;
        }
        return {};
    }
    quint32 total(const QString &key) const { return folder(key).total; }
    Liveness liveness(const QString &key) const
    {
        for (const AccountStatus &status : engine->statuses()) {
            if (status.key == key)
                return status.liveness;
        }
        return Liveness::Offline;
    }
    AccountSettings settings(const QString &key) const
    {
        for (const AccountSettings &account : engine->accounts()) {
            if (account.key == key)
                return account;
        }
        return {};
    }
    MessageId newest(const QString &key) const
    {
        return Pages(*db).messages(ViewId::of(folder(key).id), {}, 1).value(0).id;
    }
    bool isCalm() const
    {
        return liveness(u"one"_s) == Liveness::Live && liveness(u"two"_s) == Liveness::Live;
    }
    QByteArray rowsOf(const QString &key) const
    {
        QByteArray out;
        const QByteArray id = QByteArray::number(raw(engine->accountId(key)));
        for (const QByteArray &from :
             {"message WHERE folder_id IN (SELECT id FROM folder WHERE account_id=" + id + ')',
              "bodies.body WHERE message_id IN (SELECT m.id FROM message m JOIN folder f ON f.id=m.folder_id "
              "WHERE f.account_id="
                  + id + ')'}) {
            const auto query = db->statement("SELECT * FROM " + from + " ORDER BY 1");
            while (query->next()) {
                for (int column = 0; column < 6; ++column)
                    out += query->blob(column) + '|';
            }
        }
        return out;
    }

    Provider one;
    Provider two;
    QTemporaryDir dir;
    Paths paths;
    std::unique_ptr<Engine> engine;
    std::unique_ptr<Database> db;
};

} // namespace

class SeveralAccountsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_paused_account_has_no_session_and_says_so()
    {
        Profile p;
        AccountSettings one = p.settings(u"one"_s);
        one.paused = true;
        p.engine->saveAccount(one, {});
        QTRY_COMPARE(p.liveness(u"one"_s), Liveness::Paused);
        p.engine->setOnline(true);
        QTRY_COMPARE_WITH_TIMEOUT(p.liveness(u"two"_s), Liveness::Live, 15'000);
        p.engine->refresh();
        QTRY_COMPARE_WITH_TIMEOUT(p.total(u"two"_s), 3u, 15'000);
        QCOMPARE(p.one.connections(), 0);
        QCOMPARE(p.liveness(u"one"_s), Liveness::Paused);
        p.engine->setOnline(false);
        QTRY_COMPARE(p.liveness(u"two"_s), Liveness::Offline);
        QCOMPARE(p.liveness(u"one"_s), Liveness::Paused);
    }

    void a_paused_account_is_paused_after_a_restart()
    {
        Profile p;
        AccountSettings one = p.settings(u"one"_s);
        one.paused = true;
        p.engine->saveAccount(one, {});
        QTRY_COMPARE(p.liveness(u"one"_s), Liveness::Paused);
        p.engine.reset();
        auto again = makeEngine(p.paths);
        QVERIFY(again);
        p.engine = std::move(*again);
        QTRY_COMPARE(p.liveness(u"one"_s), Liveness::Paused);
    }

    void changes_of_a_paused_account_go_out_when_it_goes_on()
    {
        Profile p;
        p.engine->setOnline(true);
        QTRY_VERIFY_WITH_TIMEOUT(p.isCalm() && p.total(u"one"_s) == 3, 15'000);
        AccountSettings one = p.settings(u"one"_s);
        one.paused = true;
        p.engine->saveAccount(one, {});
        QTRY_COMPARE(p.liveness(u"one"_s), Liveness::Paused);
        const MessageId mail = p.newest(u"one"_s);
        p.engine->perform(Intent::mark({mail}, quint32(Flag::Flagged), true));
        QTRY_COMPARE(AccountFacts(*p.db).holdings(p.engine->accountId(u"one"_s)).waiting, 1);
        p.engine->refresh();
        // What another account does goes on meanwhile.
        p.engine->perform(Intent::mark({p.newest(u"two"_s)}, quint32(Flag::Flagged), true));
        QTRY_COMPARE_WITH_TIMEOUT(AccountFacts(*p.db).holdings(p.engine->accountId(u"two"_s)).waiting, 0,
                                  15'000);
        QCOMPARE(AccountFacts(*p.db).holdings(p.engine->accountId(u"one"_s)).waiting, 1);
        one.paused = false;
        p.engine->saveAccount(one, {});
        QTRY_COMPARE_WITH_TIMEOUT(AccountFacts(*p.db).holdings(p.engine->accountId(u"one"_s)).waiting, 0,
                                  15'000);
        int starred = 0;
        p.one.server.change([&starred](SimServer &s) {
            for (const auto &[uid, message] : s.folder(u"INBOX"_s)->messages)
                starred += message.bits & quint32(Flag::Flagged) ? 1 : 0;
        });
        QCOMPARE(starred, 1);
    }

    void pausing_and_going_on_at_once_ends_well()
    {
        Profile p;
        p.engine->setOnline(true);
        QTRY_VERIFY_WITH_TIMEOUT(p.isCalm(), 15'000);
        AccountSettings one = p.settings(u"one"_s);
        for (int i = 0; i < 7; ++i) {
            one.paused = !one.paused;
            p.engine->saveAccount(one, {});
        }
        one.paused = false;
        p.engine->saveAccount(one, {});
        QTRY_COMPARE_WITH_TIMEOUT(p.liveness(u"one"_s), Liveness::Live, 15'000);
        one.paused = true;
        p.engine->saveAccount(one, {});
        p.engine.reset(); // in the middle of it
    }

    void a_message_of_a_paused_account_that_is_not_here_says_why_it_cannot_be_read()
    {
        Profile p;
        p.engine->setOnline(true);
        QTRY_VERIFY_WITH_TIMEOUT(p.isCalm() && p.total(u"one"_s) == 3, 15'000);
        AccountSettings one = p.settings(u"one"_s);
        one.paused = true;
        p.engine->saveAccount(one, {});
        QTRY_COMPARE(p.liveness(u"one"_s), Liveness::Paused);
        QSignalSpy failed(p.engine.get(), &Engine::openFailed);
        p.engine->open(p.newest(u"one"_s));
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(failed.first().at(1).value<Error>().text.contains(u"paused"_s));
    }

    void what_changes_no_server_ends_no_session()
    {
        Profile p;
        p.engine->setOnline(true);
        QTRY_VERIFY_WITH_TIMEOUT(p.isCalm() && p.total(u"one"_s) == 3, 15'000);
        const int before = p.one.connections();
        AccountSettings one = p.settings(u"one"_s);
        one.name = u"Another name"_s;
        one.color = u"#123456"_s;
        one.aliases = QStringList{u"x@y.org"_s};
        one.folders.listDays = 5000;
        one.folders.roles.insert(FolderRole::Archive, u"INBOX"_s);
        QSignalSpy told(p.engine.get(), &Engine::accountsChanged);
        p.engine->saveAccount(one, {});
        QTRY_COMPARE(told.size(), 1);
        p.engine->orderAccounts({u"two"_s, u"one"_s});
        QTRY_COMPARE(told.size(), 2);
        p.one.arrive(4); // heard by the session that is there
        QTRY_COMPARE_WITH_TIMEOUT(p.total(u"one"_s), 4u, 15'000);
        QCOMPARE(p.one.connections(), before);
        QCOMPARE(p.settings(u"one"_s).name, u"Another name"_s);
    }

    void only_what_reaches_the_server_needs_new_sessions()
    {
        Profile p;
        const AccountSettings one = p.settings(u"one"_s);
        AccountSettings other = one;
        other.imap.port = 1;
        QVERIFY(AccountSyncs::needsNewSessions(one, other));
        other = one;
        other.oauth = u"google"_s;
        QVERIFY(AccountSyncs::needsNewSessions(one, other));
        other = one;
        other.smtp.host = u"localhost"_s;
        other.folders.skipped = QStringList{u"Lists"_s};
        other.paused = true;
        QVERIFY(!AccountSyncs::needsNewSessions(one, other));
    }

    void the_order_is_told_and_kept_in_the_file()
    {
        Profile p;
        QSignalSpy told(p.engine.get(), &Engine::accountsChanged);
        p.engine->orderAccounts({u"two"_s, u"one"_s});
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(p.engine->accounts().first().key, u"two"_s);
        QCOMPARE(AccountFile::load(p.paths.accountsIni()).accounts.first().key, u"two"_s);
    }

    void removing_an_account_leaves_the_other_byte_for_byte()
    {
        Profile p;
        p.engine->setOnline(true);
        QTRY_VERIFY_WITH_TIMEOUT(p.isCalm() && p.total(u"one"_s) == 3 && p.total(u"two"_s) == 3, 15'000);
        QSignalSpy opened(p.engine.get(), &Engine::messageOpened);
        p.engine->open(p.newest(u"one"_s));
        p.engine->open(p.newest(u"two"_s));
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 2, 15'000);
        p.engine->setOnline(false);
        QTRY_COMPARE(p.liveness(u"two"_s), Liveness::Offline);
        // Waiting changes of the one that goes, also one that was to reach the other.
        p.engine->perform(Intent::mark({p.newest(u"one"_s)}, quint32(Flag::Flagged), true));
        QTRY_COMPARE(AccountFacts(*p.db).holdings(p.engine->accountId(u"one"_s)).waiting, 1);
        const QByteArray before = p.rowsOf(u"two"_s);
        QVERIFY(before.size() > 100);
        QSignalSpy told(p.engine.get(), &Engine::accountsChanged);
        p.engine->removeAccount(u"one"_s);
        QTRY_COMPARE(told.size(), 1);
        QCOMPARE(p.engine->accounts().size(), 1);
        QCOMPARE(p.rowsOf(u"two"_s), before);
        QVERIFY(!isSet(p.engine->accountId(u"one"_s)));
        const auto left = [&p](const QByteArray &sql) {
            const auto query = p.db->statement(sql);
            return query->next() ? query->integer(0) : -1;
        };
        QCOMPARE(left("SELECT COUNT(*) FROM message"), 3);
        QCOMPARE(left("SELECT COUNT(*) FROM bodies.body"), 1);
        QCOMPARE(left("SELECT COUNT(*) FROM op WHERE state<2"), 0);
        QCOMPARE(AccountFile::load(p.paths.accountsIni()).accounts.size(), 1);
        p.two.arrive(20);
        p.engine->setOnline(true);
        QTRY_COMPARE_WITH_TIMEOUT(p.total(u"two"_s), 4u, 15'000);
    }

    void a_folder_renamed_here_keeps_what_was_chosen_for_it()
    {
        Profile p;
        p.one.server.change([](SimServer &s) { s.createFolder(u"Old"_s); });
        p.engine->setOnline(true);
        QTRY_VERIFY_WITH_TIMEOUT(p.isCalm() && isSet(p.folder(u"one"_s, u"Old"_s).id), 15'000);
        AccountSettings one = p.settings(u"one"_s);
        one.folders.roles.insert(FolderRole::Archive, u"Old"_s);
        one.folders.offline = QStringList{u"Old"_s};
        p.engine->saveAccount(one, {});
        QTRY_COMPARE(p.folder(u"one"_s, u"Old"_s).role, FolderRole::Archive);
        p.engine->perform(Intent::renameFolder(p.folder(u"one"_s, u"Old"_s).id, u"New"_s));
        QTRY_COMPARE(p.settings(u"one"_s).folders.roles.value(FolderRole::Archive), u"New"_s);
        QCOMPARE(p.settings(u"one"_s).folders.offline, QStringList{u"New"_s});
        p.engine->undo({});
        QTRY_COMPARE(p.settings(u"one"_s).folders.roles.value(FolderRole::Archive), u"Old"_s);
    }
};

QTEST_GUILESS_MAIN(SeveralAccountsTest)
#include "severalaccounts_test.moc"
