#include "core/imap/stream/searchlink.h"
#include "tests/imap/scripted.h"

#include <QTest>

using namespace kw;
using namespace kw::scripted;
using namespace Qt::StringLiterals;

// Servers that answer searches oddly, or not at all.
class SearchHostileTest : public QObject
{
    Q_OBJECT

    static Script script(QList<Exchange> exchanges, const QByteArray &offers = {})
    {
        Script s;
        s.literals = true;
        s.exchanges = std::move(exchanges);
        s.exchanges
            += {{"CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR" + offers + "\r\n%T OK\r\n"},
                {"AUTHENTICATE PLAIN .*", "%T OK in\r\n"},
                {"EXAMINE .*", "* 1 EXISTS\r\n* OK [UIDVALIDITY 7] fine\r\n%T OK [READ-ONLY] done\r\n"}};
        return s;
    }
    static Result<void> opened(SearchLink &link)
    {
        const auto done = wait(link.open(secret()));
        if (!done)
            return done;
        const auto box = wait(link.examine(u"INBOX"_s));
        return box;
    }
    static Result<UidSet> searched(SearchLink &link, const QByteArray &criteria = "TEXT \"x\"")
    {
        return wait(link.search({criteria}, false));
    }

private Q_SLOTS:
    void answers_may_come_in_pieces_empty_doubled_and_with_other_news_between_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<QList<quint32>>("uids");
        QTest::newRow("usual") << QByteArray("* SEARCH 3 1 2\r\n%T OK\r\n") << QList<quint32>{1, 2, 3};
        QTest::newRow("in pieces") << QByteArray("* SEARCH 9\r\n* 4 EXISTS\r\n* search 7 9\r\n%T OK done\r\n")
                                   << QList<quint32>{7, 9};
        QTest::newRow("none") << QByteArray("* SEARCH\r\n%T OK\r\n") << QList<quint32>{};
        QTest::newRow("nothing at all") << QByteArray("%T OK\r\n") << QList<quint32>{};
        QTest::newRow("with a modseq")
            << QByteArray("* SEARCH 5 6 (MODSEQ 917162500)\r\n%T OK\r\n") << QList<quint32>{5, 6};
        QTest::newRow("progress") << QByteArray(
            "* OK Searched 23% of the mailbox (it's \"slow\r\n* SEARCH 8\r\n"
            "%T OK\r\n") << QList<quint32>{8};
        QTest::newRow("blanks") << QByteArray("* SEARCH  4  0 4294967295 \r\n%T OK\r\n")
                                << QList<quint32>{4, 4294967295U};
    }
    void answers_may_come_in_pieces_empty_doubled_and_with_other_news_between()
    {
        QFETCH(QByteArray, reply);
        QFETCH(QList<quint32>, uids);
        const ScriptedServer server(script({{"UID SEARCH TEXT \"x\"", reply}}));
        SearchLink link(settings(server.port()));
        QVERIFY(opened(link));
        const auto found = searched(link);
        QVERIFY2(found, found ? "" : qPrintable(found.error().text));
        QCOMPARE(found->toList(), uids);
        QVERIFY(link.isOpen());
    }

    void what_makes_no_sense_ends_the_session_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::newRow("a word") << QByteArray("* SEARCH 3 many\r\n%T OK\r\n");
        QTest::newRow("too large") << QByteArray("* SEARCH 42949672960\r\n%T OK\r\n");
        QTest::newRow("below nothing") << QByteArray("* SEARCH -1\r\n%T OK\r\n");
        QTest::newRow("a literal") << QByteArray("* SEARCH {1}\r\n5\r\n%T OK\r\n");
        QTest::newRow("brackets") << QByteArray("* SEARCH [5]\r\n%T OK\r\n");
        QTest::newRow("goodbye") << QByteArray("* BYE enough\r\n");
        QTest::newRow("another's tag") << QByteArray("Z9 OK\r\n");
    }
    void what_makes_no_sense_ends_the_session()
    {
        QFETCH(QByteArray, reply);
        const ScriptedServer server(script({{"UID SEARCH .*", reply}}));
        SearchLink link(settings(server.port(), 400));
        QVERIFY(opened(link));
        const auto found = searched(link);
        QVERIFY(!found);
        QVERIFY(ends(found.error()));
        QVERIFY(!found.error().text.isEmpty());
        QVERIFY(!link.isOpen());
    }

    void a_refusal_leaves_the_session_and_says_its_code()
    {
        const ScriptedServer server(
            script({{"UID SEARCH CHARSET UTF-8 TEXT .*", "%T NO [BADCHARSET (US-ASCII)] Not that one.\r\n"},
                    {"UID SEARCH TEXT \"y\"", "%T BAD [CLIENTBUG] what?\r\n"},
                    {"UID SEARCH TEXT \"x\"", "* SEARCH 1\r\n%T OK\r\n"}}));
        SearchLink link(settings(server.port()));
        QVERIFY(opened(link));
        const auto bad = wait(link.search({"TEXT ", "\xc3\xbc", ""}, true));
        QVERIFY(!bad);
        QCOMPARE(bad.error().kind, ErrorKind::Refused);
        QCOMPARE(bad.error().code, u"BADCHARSET"_s);
        QCOMPARE(searched(link, "TEXT \"y\"").error().code, u"CLIENTBUG"_s);
        QVERIFY(searched(link));
    }

    void literals_go_out_at_once_only_where_the_server_takes_them_so_data()
    {
        QTest::addColumn<QByteArray>("offers");
        QTest::addColumn<bool>("atOnce");
        QTest::newRow("no extension") << QByteArray("") << false;
        QTest::newRow("LITERAL+") << QByteArray(" LITERAL+") << true;
        QTest::newRow("LITERAL-") << QByteArray(" LITERAL-") << true;
    }
    void literals_go_out_at_once_only_where_the_server_takes_them_so()
    {
        QFETCH(QByteArray, offers);
        QFETCH(bool, atOnce);
        const QByteArray command
            = "UID SEARCH CHARSET UTF-8 TEXT <\xc3\xbc> SUBJECT <\xe6\x97\xa5\xe6\x9c\xac> SEEN";
        const ScriptedServer server(
            script({{QRegularExpression::escape(QString::fromLatin1(command)).toLatin1(),
                     "* SEARCH 2\r\n%T OK\r\n"}},
                   offers));
        SearchLink link(settings(server.port()));
        QVERIFY(opened(link));
        const auto found = wait(
            link.search({"TEXT ", "\xc3\xbc", " SUBJECT ", "\xe6\x97\xa5\xe6\x9c\xac", " SEEN"}, true));
        QVERIFY2(found, found ? "" : qPrintable(found.error().text));
        QCOMPARE(found->toList(), QList<quint32>{2});
        QCOMPARE(server.received().contains("{2+}"), atOnce);
        QCOMPARE(server.received().contains("{6}"), !atOnce);
    }

    void a_literal_that_is_refused_before_it_was_sent_leaves_the_session()
    {
        Script s = script({{"UID SEARCH CHARSET UTF-8 TEXT \\{2\\}", "%T NO [BADCHARSET] none\r\n"},
                           {"UID SEARCH TEXT \"x\"", "* SEARCH 1\r\n%T OK\r\n"}});
        s.literals = false;
        const ScriptedServer server(s);
        SearchLink link(settings(server.port()));
        QVERIFY(opened(link));
        QCOMPARE(wait(link.search({"TEXT ", "\xc3\xbc", ""}, true)).error().code, u"BADCHARSET"_s);
        QVERIFY(searched(link));
        QVERIFY(!server.received().contains("\xc3\xbc"));
    }

    void a_million_answers_are_taken()
    {
        QByteArray reply = "* SEARCH";
        for (int uid = 1; uid <= 2'000'000; uid += 2)
            reply += ' ' + QByteArray::number(uid);
        const ScriptedServer server(script({{"UID SEARCH .*", reply + "\r\n%T OK\r\n"}}));
        SearchLink link(settings(server.port(), 20'000));
        QVERIFY(opened(link));
        const auto found = searched(link);
        QVERIFY2(found, found ? "" : qPrintable(found.error().text));
        QCOMPARE(found->count(), 1'000'000U);
        QCOMPARE(found->max(), 1'999'999U);
    }

    void searching_may_take_ten_times_as_long_as_other_things()
    {
        Script s = script({{"UID SEARCH .*", "* SEARCH 1\r\n"}}); // and never an end
        const ScriptedServer server(s);
        SearchLink link(settings(server.port(), 100));
        QVERIFY(opened(link));
        QElapsedTimer timer;
        timer.start();
        const auto found = searched(link);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::Network);
        QVERIFY(timer.elapsed() >= 900);
    }

    void closing_ends_what_is_awaited()
    {
        const ScriptedServer server(script({{"UID SEARCH .*", "* SEARCH 1\r\n"}}));
        SearchLink link(settings(server.port(), 30'000));
        QVERIFY(opened(link));
        QMetaObject::invokeMethod(qApp, [&link] { link.close(); }, Qt::QueuedConnection);
        const auto found = searched(link);
        QVERIFY(!found);
        QCOMPARE(found.error().kind, ErrorKind::Cancelled);
    }

    void heads_of_other_messages_and_flags_unasked_for_are_passed_over()
    {
        const ScriptedServer server(
            script({{"UID FETCH 1:2,9 \\(UID FLAGS RFC822.SIZE BODY.PEEK\\[HEADER.FIELDS \\(TO CC\\)\\]\\)",
                     "* 1 FETCH (BODY[HEADER.FIELDS (TO CC)] {9}\r\nTo: x\r\n\r\n FLAGS (\\Seen \\Recent "
                     "work $Forwarded) "
                     "RFC822.SIZE 77 UID 1)\r\n* 2 FETCH (FLAGS (\\Seen))\r\n"
                     "* 3 FETCH (UID 5 BODY[HEADER.FIELDS (TO CC)] \"\")\r\n"
                     "* 9 FETCH (UID 9 BODY[HEADER.FIELDS (\"TO\" \"CC\")] NIL)\r\n%T OK\r\n"}}));
        SearchLink link(settings(server.port()));
        QVERIFY(opened(link));
        const auto heads = wait(link.heads(UidSet::of({1, 2, 9}), "TO CC", SearchLink::Ask::Rows));
        QVERIFY2(heads, heads ? "" : qPrintable(heads.error().text));
        QCOMPARE(heads->size(), 2);
        QCOMPARE(heads->first().uid, Uid(1));
        QCOMPARE(heads->first().fields, "To: x\r\n\r\n");
        QCOMPARE(heads->first().size, 77U);
        QCOMPARE(heads->first().flags.bits, quint32(Flag::Seen) | quint32(Flag::Forwarded));
        QCOMPARE(heads->first().flags.keywords, QStringList{u"work"_s});
        QCOMPARE(heads->last().uid, Uid(9));
        QVERIFY(heads->last().fields.isEmpty());
    }

    void gmails_number_is_asked_for_where_it_is_offered()
    {
        const ScriptedServer server(script({{"UID FETCH 4 \\(UID FLAGS RFC822.SIZE X-GM-MSGID BODY.*",
                                             "* 1 FETCH (UID 4 X-GM-MSGID 1278455344230334865 FLAGS () "
                                             "BODY[HEADER.FIELDS (TO)] {2}\r\n\r\n)\r\n%T OK\r\n"}},
                                           " X-GM-EXT-1"));
        SearchLink link(settings(server.port()));
        QVERIFY(opened(link));
        const auto heads = wait(link.heads(UidSet::range(4, 4), "TO", SearchLink::Ask::Rows));
        QVERIFY(heads && heads->size() == 1);
        QCOMPARE(heads->first().gmailId, 1278455344230334865ULL);
        QVERIFY(*wait(link.isGmail()));
    }

    void a_connection_cut_after_any_octet_ends_with_an_error()
    {
        const QByteArray reply = "* SEARCH 1 22 333\r\n%T OK done\r\n";
        Script whole = script({{"UID SEARCH CHARSET UTF-8 TEXT <\xc3\xbc>", reply}});
        const auto run = [](const Script &one, qint64 *sent) -> std::optional<UidSet> {
            const ScriptedServer server(one);
            SearchLink link(settings(server.port(), 150));
            Result<UidSet> done = UidSet();
            if (const auto open = opened(link); !open)
                done = open.error();
            else
                done = wait(link.search({"TEXT ", "\xc3\xbc", ""}, true));
            *sent = server.sent();
            return done ? std::optional(*done) : std::nullopt;
        };
        qint64 octets = 0;
        const auto all = run(whole, &octets);
        QVERIFY(all && all->toList() == QList<quint32>({1, 22, 333}));
        for (qint64 after = 0; after < octets; ++after) {
            whole.cutAfter = after;
            qint64 sent = 0;
            const auto some = run(whole, &sent);
            QVERIFY2(!some, qPrintable(QString::number(after)));
        }
    }
};

QTEST_GUILESS_MAIN(SearchHostileTest)
#include "hostile_test.moc"
