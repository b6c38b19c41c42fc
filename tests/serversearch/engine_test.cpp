#include "core/account/accountfile.h"
#include "core/store/pages.h"
#include "core/store/statement.h"
#include "core/sync/enginefactory.h"
#include "core/sync/facade/searches.h"
#include "core/sync/headless.h"
#include "core/sync/headlesssearch.h"
#include "tests/bench/server/rawimap.h"
#include "tests/imap/testserver.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

SearchNode words(const QString &text)
{
    SearchTerm term;
    term.text = text;
    return SearchNode::of(term);
}

QByteArray letter(const QByteArray &subject, const QByteArray &body)
{
    return "From: Anna <anna@example.org>\r\nTo: ann@example.org\r\nSubject: " + subject
        + "\r\nDate: Fri, 3 May 2024 12:00:00 +0000\r\nMessage-ID: <" + subject + "@example.org>\r\n\r\n"
        + body + "\r\n";
}

// The whole engine with two accounts on one server; each has a message with a word of its own and one in
// common.
struct Engines {
    explicit Engines(TestServer &server)
        : paths(Paths::profile(dir.path()))
    {
        QList<AccountSettings> accounts;
        for (const QString &key : {u"ann"_s, u"bob"_s}) {
            bench::RawImap other;
            if (!other.open(server.port(), key.toUtf8(), server.password.toUtf8())
                || !other.append(
                    "INBOX",
                    letter("one-" + key.toUtf8(), key == "ann"_L1 ? "zebra and lion" : "zebra and tiger"))
                || !other.append("INBOX", letter("two-" + key.toUtf8(), "nothing")))
                qFatal("no mail");
            AccountSettings account;
            account.key = account.name = key;
            account.address = key + u"@localhost"_s;
            account.imap = {u"127.0.0.1"_s, server.port(), ConnectionSecurity::None, key};
            account.passwordCommand = u"echo "_s + server.password;
            accounts.append(withDefaults(account));
        }
        if (!paths.create() || !AccountFile::save(paths.accountsIni(), accounts))
            qFatal("no profile");
        auto made = makeEngine(paths);
        if (!made)
            qFatal("%s", qPrintable(made.error().text));
        engine = std::move(*made);
        auto opened = Database::open(paths.cache, Database::Mode::ReadOnly);
        if (!opened)
            qFatal("no database");
        db = std::move(*opened);
        QObject::connect(engine->searches(), &Searches::serversAnswered, engine.get(),
                         [this](const ServerSearchState &now) {
                             state = now;
                             ++told;
                         });
    }
    bool listed()
    {
        engine->setOnline(true);
        return QTest::qWaitFor(
            [this] {
                const auto query = db->statement("SELECT COUNT(*) FROM message");
                return query->next() && query->integer(0) == 4;
            },
            20'000);
    }
    bool ask(const SearchNode &query)
    {
        const quint64 ticket = engine->searches()->askServers(query, {}, {});
        return QTest::qWaitFor([&] { return state.ticket == ticket && state.isOver; }, 20'000);
    }
    QStringList subjects() const
    {
        QStringList out;
        for (const MessageId id : state.hits)
            out.append(Pages(*db).message(id)->subject);
        out.sort();
        return out;
    }

    QTemporaryDir dir;
    Paths paths;
    std::unique_ptr<Engine> engine;
    std::unique_ptr<Database> db;
    ServerSearchState state;
    int told = 0;
};

} // namespace

// Searching on the servers through the engine's door, and without a window.
class ServerEngineTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<TestServer> m_server;
private Q_SLOTS:
    void init()
    {
        auto started = startServer(u"dovecot"_s, {});
        QVERIFY2(started, started ? "" : qPrintable(started.error().text));
        m_server = std::move(*started);
    }

    void all_accounts_answer_one_search()
    {
        Engines e(*m_server);
        QVERIFY(e.listed());
        QVERIFY(e.ask(words(u"zebra"_s)));
        QCOMPARE(e.subjects(), (QStringList{u"one-ann"_s, u"one-bob"_s}));
        QVERIFY(e.state.failures.isEmpty());
        QVERIFY(e.ask(words(u"tiger"_s)));
        QCOMPARE(e.subjects(), QStringList{u"one-bob"_s});
    }

    void offline_and_paused_accounts_say_so()
    {
        Engines e(*m_server);
        QVERIFY(e.listed());
        e.engine->setOnline(false);
        QVERIFY(e.ask(words(u"zebra"_s)));
        QVERIFY(e.state.answered.isEmpty());
        QVERIFY(e.state.failures.size() >= 2);
        QVERIFY(e.state.failures.first().second.text.contains(u"online"_s));
        e.engine->setOnline(true);
        AccountSettings ann = e.engine->accounts().first();
        ann.paused = true;
        QSignalSpy changed(e.engine.get(), &Engine::accountsChanged);
        e.engine->saveAccount(ann, {});
        QTRY_COMPARE(changed.size(), 1);
        QVERIFY(e.ask(words(u"zebra"_s)));
        QCOMPARE(e.subjects(), QStringList{u"one-bob"_s});
        QVERIFY(!e.state.failures.isEmpty());
        QVERIFY(e.state.failures.first().second.text.contains(u"paused"_s));
    }

    void stopping_and_ending_the_program_in_the_middle_end_it()
    {
        Engines e(*m_server);
        QVERIFY(e.listed());
        const quint64 ticket = e.engine->searches()->askServers(words(u"zebra"_s), {}, {});
        e.engine->searches()->stopAsking();
        QTRY_VERIFY(e.state.ticket == ticket && e.state.isOver);
        e.engine->searches()->askServers(words(u"zebra"_s), {}, {});
        e.engine.reset();
    }

    void a_program_without_a_window_waits_for_the_answer()
    {
        Engines e(*m_server);
        QVERIFY(e.listed());
        e.engine.reset();
        auto headless = Headless::open(e.paths);
        QVERIFY2(headless, headless ? "" : qPrintable(headless.error().text));
        int told = 0;
        e.state = (*headless)->search().searchServers(words(u"zebra"_s), {}, {},
                                                      [&told](const ServerSearchState &) { ++told; });
        QVERIFY(e.state.isOver);
        QVERIFY(told > 0);
        QVERIFY2(e.state.failures.isEmpty(), qPrintable(e.state.failures.value(0).second.text));
        QCOMPARE(e.subjects(), (QStringList{u"one-ann"_s, u"one-bob"_s}));
    }
};

QTEST_GUILESS_MAIN(ServerEngineTest)
#include "engine_test.moc"
