#include "core/imap/threadedlink.h"
#include "tests/imap/scripted.h"

#include <QElapsedTimer>
#include <QTest>

using namespace kw;
using namespace kw::scripted;
using namespace Qt::StringLiterals;

// What servers answer to changes that they should not, or that KIMAP does not read.
class ChangeFaultsTest : public QObject
{
    Q_OBJECT

    static constexpr int Timeout = 1000; // ms
    static constexpr int AtTheLatest = 10'000;

    static std::unique_ptr<ImapLink> open(const ScriptedServer &server)
    {
        auto link = makeKimapLink();
        const auto opened = wait(link->open(settings(server.port(), Timeout), secret()));
        if (!opened || !wait(link->select(u"INBOX"_s, {}, false)))
            return nullptr;
        return link;
    }
    static RawMessage mail() { return {"Subject: x\r\n\r\n", "Body\r\n"}; }

private Q_SLOTS:
    void initTestCase() { silenceKimap(); }

    // Otherwise an EXPUNGE would take what others had marked.
    void marks_beyond_31_bits_are_seen()
    {
        Script script = with("UID SEARCH DELETED", "* SEARCH 5 3000000000\r\n%T OK done\r\n");
        script.exchanges.prepend({"UID FETCH 2147483647:4294967295 .*",
                                  "* 2 FETCH (UID 3000000000 FLAGS (\\Deleted))\r\n"
                                  "* 3 FETCH (UID 3000000001 FLAGS ())\r\n%T OK done\r\n"});
        script.exchanges.prepend({"UID FETCH 3000000000:3000000001 .*",
                                  "* 2 FETCH (UID 3000000000 FLAGS (\\Deleted))\r\n"
                                  "* 3 FETCH (UID 3000000001 FLAGS ())\r\n%T OK done\r\n"});
        const ScriptedServer server(script);
        const auto link = open(server);
        QVERIFY(link);
        const auto marked = wait(link->markedDeleted());
        QVERIFY2(marked, marked ? "" : qPrintable(marked.error().text));
        QCOMPARE(*marked, UidSet::of({5, 3'000'000'000u}));
    }

    void the_second_answer_about_marks_counts()
    {
        const ScriptedServer server(with("UID SEARCH DELETED", "* SEARCH 5 6\r\n%T OK done\r\n"));
        const auto link = open(server);
        QVERIFY(link);
        const auto marked = wait(link->markedDeleted());
        QVERIFY(marked);
        QCOMPARE(*marked, UidSet::range(5, 6));
        QCOMPARE(server.commands().count("UID SEARCH DELETED"), 2);
    }

    void a_strange_COPYUID_is_no_more_than_a_missing_hint_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<UidSet>("arrived");
        const UidSet none;
        QTest::newRow("none") << QByteArray("%T OK done\r\n") << none;
        QTest::newRow("bare") << QByteArray("%T OK [COPYUID] done\r\n") << none;
        QTest::newRow("short") << QByteArray("%T OK [COPYUID 1 2] done\r\n") << none;
        QTest::newRow("letters") << QByteArray("%T OK [COPYUID 1 1:2 a:b] done\r\n") << none;
        QTest::newRow("open") << QByteArray("%T OK [COPYUID 1 1:2 7:*] done\r\n") << none;
        QTest::newRow("too large") << QByteArray("%T OK [COPYUID 1 1:2 7:99999999999] done\r\n") << none;
        QTest::newRow("zero") << QByteArray("%T OK [COPYUID 1 1:2 0] done\r\n") << none;
        QTest::newRow("single") << QByteArray("%T OK [COPYUID 1 1:2 7,9] done\r\n") << UidSet::of({7, 9});
        QTest::newRow("untagged") << QByteArray(
            "* OK [COPYUID 1 1:2 7:8] moved\r\n* 1 EXPUNGE\r\n%T OK done\r\n")
                                  << UidSet::range(7, 8);
    }
    void a_strange_COPYUID_is_no_more_than_a_missing_hint()
    {
        QFETCH(QByteArray, reply);
        QFETCH(UidSet, arrived);
        const ScriptedServer server(with("UID (MOVE|COPY) .*", reply));
        const auto link = open(server);
        QVERIFY(link);
        const auto moved = wait(link->move(UidSet::range(1, 3), u"INBOX"_s));
        QVERIFY2(moved, moved ? "" : qPrintable(moved.error().text));
        QCOMPARE(*moved, arrived);
        const auto copied = wait(link->copy(UidSet::range(1, 3), u"INBOX"_s));
        QVERIFY(copied);
        QCOMPARE(*copied, arrived);
        QVERIFY(link->isOpen());
    }

    void the_reason_of_a_refusal_is_told_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<ErrorKind>("kind");
        QTest::addColumn<QString>("code");
        QTest::newRow("quota") << QByteArray("%T NO [OVERQUOTA] Quota exceeded\r\n") << ErrorKind::Refused
                               << u"OVERQUOTA"_s;
        QTest::newRow("quota with advice")
            << QByteArray("%T NO [OVERQUOTA] Quota exceeded, clean up and try again\r\n")
            << ErrorKind::Refused << u"OVERQUOTA"_s;
        QTest::newRow("a folder with a telling name")
            << QByteArray("%T NO [NONEXISTENT] Mailbox doesn't exist - Temporarily unavailable\r\n")
            << ErrorKind::Refused << u"NONEXISTENT"_s;
        QTest::newRow("rights") << QByteArray("%T NO Permission denied\r\n") << ErrorKind::Refused
                                << u"NOPERM"_s;
        QTest::newRow("missing") << QByteArray("%T NO [TRYCREATE] No such mailbox\r\n") << ErrorKind::Refused
                                 << u"TRYCREATE"_s;
        QTest::newRow("unknown command")
            << QByteArray("%T BAD what is MOVE\r\n") << ErrorKind::Refused << u"BAD"_s;
        QTest::newRow("Exchange is busy")
            << QByteArray("%T NO Server Unavailable. 15\r\n") << ErrorKind::Network << u"UNAVAILABLE"_s;
        QTest::newRow("Exchange backs off")
            << QByteArray("%T BAD Request is throttled. Suggested Backoff Time: 299 milliseconds\r\n")
            << ErrorKind::Network << u"THROTTLED 299"_s;
        QTest::newRow("a limit") << QByteArray("%T NO [LIMIT] Too many messages at once\r\n")
                                 << ErrorKind::Network << u"LIMIT"_s;
    }
    void the_reason_of_a_refusal_is_told()
    {
        QFETCH(QByteArray, reply);
        QFETCH(ErrorKind, kind);
        QFETCH(QString, code);
        const ScriptedServer server(with("UID MOVE .*", reply));
        const auto link = open(server);
        QVERIFY(link);
        const auto moved = wait(link->move(UidSet::range(1, 3), u"INBOX"_s));
        QVERIFY(!moved);
        QVERIFY2(moved.error().kind == kind, qPrintable(moved.error().text));
        QCOMPARE(moved.error().code, code);
        QCOMPARE(link->isOpen(), kind == ErrorKind::Refused);
    }

    void a_silent_server_does_not_hold_a_change_up_data()
    {
        QTest::addColumn<QByteArray>("command");
        for (const char *command : {"APPEND", "UID MOVE", "UID COPY", "UID STORE", "EXPUNGE", "CREATE"})
            QTest::newRow(command) << QByteArray(command);
    }
    void a_silent_server_does_not_hold_a_change_up()
    {
        QFETCH(QByteArray, command);
        const ScriptedServer server(with(command + "( .*)?", {})); // which is never answered
        const auto link = open(server);
        QVERIFY(link);
        const UidSet uids = UidSet::range(1, 1);
        QElapsedTimer timer;
        timer.start();
        Result<void> result;
        if (command == "APPEND")
            result = wait(link->append(u"INBOX"_s, mail(), {}, 0));
        else if (command == "UID MOVE")
            result = wait(link->move(uids, u"INBOX"_s));
        else if (command == "UID COPY")
            result = wait(link->copy(uids, u"INBOX"_s));
        else if (command == "UID STORE")
            result = wait(link->addFlags(uids, {quint32(Flag::Seen), {}}));
        else if (command == "EXPUNGE")
            result = wait(link->expunge());
        else
            result = wait(link->createFolder(u"New"_s));
        QVERIFY(!result);
        QVERIFY2(ends(result.error()), qPrintable(result.error().text));
        QVERIFY(timer.elapsed() < AtTheLatest);
        QVERIFY(!link->isOpen());
    }

    void closing_ends_a_change_that_is_under_way()
    {
        const ScriptedServer server(with("UID MOVE .*", {}));
        const auto link = open(server);
        QVERIFY(link);
        auto moving = link->move(UidSet::range(1, 1), u"INBOX"_s);
        link->close();
        const auto moved = wait(std::move(moving));
        QVERIFY(!moved);
        QCOMPARE(moved.error().kind, ErrorKind::Cancelled);
    }

    void changes_are_made_in_parts_that_servers_take()
    {
        const ScriptedServer server(with("UID MOVE .*", "%T OK done\r\n"));
        const auto link = open(server);
        QVERIFY(link);
        UidSet scattered;
        for (quint32 uid = 1; uid <= 8000; uid += 2)
            scattered.add(uid);
        QVERIFY(wait(link->move(scattered, u"INBOX"_s)));
        qsizetype moved = 0;
        for (const QByteArray &command : server.commands()) {
            if (!command.startsWith("UID MOVE"))
                continue;
            QVERIFY(command.size() < 8000);
            moved += command.count(',') + 1;
        }
        QCOMPARE(moved, 4000);
    }
};

QTEST_GUILESS_MAIN(ChangeFaultsTest)
#include "changefaults_test.moc"
