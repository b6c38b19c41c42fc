#include "core/imap/certificateprobe.h"
#include "core/imap/throttling.h"
#include "tests/imap/scripted.h"
#include "tests/support/faultproxy.h"

#include <QElapsedTimer>
#include <QTcpServer>
#include <QTest>

#include <limits>

using namespace kw;
using namespace kw::scripted;
using namespace Qt::StringLiterals;

namespace {

constexpr quint32 LastUid = std::numeric_limits<quint32>::max();
constexpr int Timeout = 1000; // ms; a sign-in must fit in on a busy machine too
constexpr int LongTimeout = 25'000; // where the end must come from something else
// Generous for a busy machine, and far below the 30 s for which KIMAP's socket threads can be stuck.
constexpr int AtTheLatest = 10'000;

// Signs in, opens the inbox and reads from it; the first error ends it.
Task<Result<int>> session(std::unique_ptr<ImapLink> link, LinkSettings settings)
{
    const auto features = co_await link->open(settings, secret());
    if (!features)
        co_return features.error();
    const ResyncPoint nowhere;
    const auto box = co_await link->select(u"INBOX"_s, nowhere, true);
    if (!box)
        co_return box.error();
    const auto records = co_await link->headers(UidSet::range(1, 3));
    if (!records)
        co_return records.error();
    const auto found = co_await link->existing(UidSet::range(1, 3));
    if (!found)
        co_return found.error();
    co_return int(records->size());
}

struct Outcome {
    Result<int> result;
    qint64 tookMs;
};

Task<Outcome> timedSession(LinkSettings settings)
{
    QElapsedTimer timer;
    timer.start();
    auto link = makeKimapLink();
    auto result = co_await session(std::move(link), settings);
    const qint64 took = timer.elapsed();
    co_return Outcome{std::move(result), took};
}

} // namespace

// What servers and networks do that they should not: each ends in a clear error, in time.
class FaultsTest : public QObject
{
    Q_OBJECT

    static bool opens(ImapLink &link, const LinkSettings &where)
    {
        const auto opened = wait(link.open(where, secret()));
        if (!opened)
            qWarning().noquote() << opened.error().text;
        return bool(opened);
    }
    static qint64 octetsOfASession()
    {
        const ScriptedServer server(ScriptedServer::wellBehaved());
        if (!wait(session(makeKimapLink(), settings(server.port()))))
            return -1;
        return server.sent();
    }
    // Many at once: each has a server of its own.
    static void eachEndsInTime(const QList<Script> &scripts, int timeoutMs)
    {
        std::vector<std::unique_ptr<ScriptedServer>> servers;
        std::vector<Task<Outcome>> tasks;
        for (const Script &script : scripts) {
            servers.push_back(std::make_unique<ScriptedServer>(script));
            tasks.push_back(timedSession(settings(servers.back()->port(), timeoutMs)));
        }
        for (std::size_t i = 0; i < tasks.size(); ++i) {
            const auto [result, took] = wait(std::move(tasks[i]));
            const Script &script = scripts[qsizetype(i)];
            const QByteArray where
                = "octet " + QByteArray::number(std::max(script.cutAfter, script.stallAfter)) + ": ";
            QVERIFY2(!result, where.constData());
            QVERIFY2(ends(result.error()), (where + result.error().text.toUtf8()).constData());
            QVERIFY(result.error().text.contains("127.0.0.1"_L1));
            QVERIFY2(took < AtTheLatest, (where + QByteArray::number(took) + " ms").constData());
        }
    }

private Q_SLOTS:
    void initTestCase() { silenceKimap(); }

    void a_scripted_server_is_a_server_like_any()
    {
        const ScriptedServer server(ScriptedServer::wellBehaved());
        const auto link = makeKimapLink();
        const auto features = wait(link->open(settings(server.port()), secret()));
        QVERIFY2(features, features ? "" : qPrintable(features.error().text));
        QVERIFY(features->qresync && features->condstore && features->idle);
        const auto box = wait(link->select(u"INBOX"_s, {}));
        QVERIFY(box);
        QCOMPARE(box->exists, 2u);
        QCOMPARE(box->uidNext, 4u);
        QCOMPARE(box->highestModseq, 9u);
        QVERIFY(box->keywordsAllowed && box->readOnly);
        const auto flags = wait(link->flags(UidSet::range(1, 3)));
        QVERIFY(flags);
        QCOMPARE(flags->size(), 2);
        QCOMPARE(flags->last().flags.keywords, QStringList{u"work"_s});
        const auto message = wait(link->fetchMessage(Uid(1)));
        QVERIFY(message);
        QCOMPARE(message->body, QByteArray("Hello\r\n"));
        QVERIFY(message->header.endsWith("+0000\r\n\r\n"));
        const auto status = wait(link->status(u"INBOX"_s));
        QVERIFY(status);
        QCOMPARE(status->unseen, 1u);
    }

    // KIMAP may miss a connection that is there at once (about one in a thousand).
    void no_sign_in_hangs()
    {
        const ScriptedServer server(ScriptedServer::wellBehaved());
        for (int i = 0; i < 300; ++i) {
            const auto [result, took] = wait(timedSession(settings(server.port(), LongTimeout)));
            QVERIFY2(result, result ? "" : qPrintable(result.error().text));
            QVERIFY2(took < AtTheLatest, qPrintable(QString::number(took)));
        }
    }

    void a_connection_cut_after_any_octet_ends_with_an_error_in_time()
    {
        const qint64 all = octetsOfASession();
        QVERIFY(all > 800);
        constexpr qint64 AtOnce = 100;
        for (qint64 first = 0; first < all - 1; first += AtOnce) {
            QList<Script> scripts;
            for (qint64 n = first; n < std::min(all - 1, first + AtOnce); ++n) {
                scripts.append(ScriptedServer::wellBehaved());
                scripts.last().cutAfter = n;
            }
            eachEndsInTime(scripts, LongTimeout);
            if (QTest::currentTestFailed())
                return;
        }
    }

    void silence_after_any_octet_ends_with_an_error_at_the_timeout()
    {
        const qint64 all = octetsOfASession();
        QList<Script> scripts;
        // Without its line end the last answer is complete for KIMAP, and rightly so.
        for (qint64 n = 0; n < all - 2; n += 7) {
            scripts.append(ScriptedServer::wellBehaved());
            scripts.last().stallAfter = n;
        }
        eachEndsInTime(scripts, Timeout);
    }

    void a_refused_password_says_so_with_the_servers_words()
    {
        const ScriptedServer server(ScriptedServer::wellBehaved());
        const auto link = makeKimapLink();
        const auto opened = wait(link->open(settings(server.port()), u"wrong"_s));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Auth);
        QCOMPARE(opened.error().code, u"AUTHENTICATIONFAILED"_s);
        QVERIFY2(opened.error().text.contains("says \"Wrong password\""_L1), qPrintable(opened.error().text));
        QVERIFY(!link->isOpen());
    }

    void a_busy_server_is_not_mistaken_for_a_wrong_password_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::newRow("code") << QByteArray("%T NO [UNAVAILABLE] later\r\n");
        QTest::newRow("words") << QByteArray("%T NO Too many simultaneous connections\r\n");
    }
    void a_busy_server_is_not_mistaken_for_a_wrong_password()
    {
        QFETCH(QByteArray, reply);
        const ScriptedServer server(with("LOGIN .*", reply));
        const auto opened = wait(makeKimapLink()->open(settings(server.port()), secret()));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Network);
    }

    void how_long_a_server_wants_to_be_left_alone_is_understood_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<qint64>("ms");
        const QByteArray said = "Request is throttled. Suggested Backoff Time: 12345 milliseconds\r\n";
        QTest::newRow("no") << QByteArray("EXAMINE .*") << "%T NO " + said << qint64(12'345);
        QTest::newRow("bad") << QByteArray("EXAMINE .*") << "%T BAD " + said << qint64(12'345);
        QTest::newRow("login, no") << QByteArray("LOGIN .*") << "%T NO " + said << qint64(12'345);
        QTest::newRow("login, bad") << QByteArray("LOGIN .*") << "%T BAD " + said << qint64(12'345);
        QTest::newRow("a day") << QByteArray("EXAMINE .*")
                               << QByteArray("%T NO Suggested Backoff Time: 86400000 milliseconds\r\n")
                               << qint64(300'000);
        QTest::newRow("seconds") << QByteArray("EXAMINE .*")
                                 << QByteArray("%T NO Suggested Backoff Time: 20 seconds.\r\n")
                                 << qint64(20'000);
        QTest::newRow("nothing said")
            << QByteArray("EXAMINE .*") << QByteArray("%T NO [UNAVAILABLE] later\r\n") << qint64(-1);
    }
    void how_long_a_server_wants_to_be_left_alone_is_understood()
    {
        QFETCH(QByteArray, command);
        QFETCH(QByteArray, reply);
        QFETCH(qint64, ms);
        const ScriptedServer server(with(command, reply));
        const auto link = makeKimapLink();
        Result<void> done = wait(link->open(settings(server.port()), secret()));
        if (done)
            done = wait(link->select(u"INBOX"_s, {}));
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Network);
        QCOMPARE(askedPause(done.error()).value_or(Millis(-1)).count(), ms);
    }

    // Zimbra, of a folder that it had open for reading alone.
    void a_folder_that_is_called_read_only_is_asked_once_more()
    {
        const QByteArray box = "* 2 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [UIDNEXT 4] x\r\n";
        for (const bool isTrue : {false, true}) {
            Script script = with("SELECT .*", box + "%T OK [READ-WRITE] opened\r\n");
            script.exchanges.prepend({"SELECT .*", box + "%T OK [READ-ONLY] opened\r\n", isTrue ? -1 : 1});
            const ScriptedServer server(script);
            const auto link = makeKimapLink();
            QVERIFY(opens(*link, settings(server.port())));
            const auto opened = wait(link->select(u"INBOX"_s, {}, false));
            QVERIFY(opened);
            QCOMPARE(opened->readOnly, isTrue);
            QCOMPARE(opened->exists, 2u);
            const auto isSelect = [](const QByteArray &said) { return said.startsWith("SELECT"); };
            QCOMPARE(std::ranges::count_if(server.commands(), isSelect), 2);
        }
    }

    void a_login_answered_with_nonsense_is_no_login_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::newRow("tag alone") << QByteArray("%T\r\n");
        QTest::newRow("continuation") << QByteArray("+ what?\r\n");
        QTest::newRow("bad") << QByteArray("%T BAD what?\r\n");
        QTest::newRow("maybe") << QByteArray("%T MAYBE you are\r\n");
    }
    void a_login_answered_with_nonsense_is_no_login()
    {
        QFETCH(QByteArray, reply);
        const ScriptedServer server(with("LOGIN .*", reply));
        const auto link = makeKimapLink();
        const auto opened = wait(link->open(settings(server.port(), Timeout), secret()));
        QVERIFY(!opened);
        QVERIFY2(ends(opened.error()), qPrintable(opened.error().text));
        QVERIFY(!link->isOpen());
    }

    void what_is_no_mail_server_is_told_apart_data()
    {
        QTest::addColumn<QByteArray>("greeting");
        QTest::newRow("bye") << QByteArray("* BYE no more connections\r\n");
        QTest::newRow("web") << QByteArray("HTTP/1.1 400 Bad Request\r\n\r\n");
        QTest::newRow("smtp") << QByteArray("220 mail.example ESMTP\r\n");
        QTest::newRow("noise") << QByteArray("\x80\xff\x01{99}\r\n((\"\r\n");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("signed in already") << QByteArray("* PREAUTH hello\r\n");
    }
    void what_is_no_mail_server_is_told_apart()
    {
        QFETCH(QByteArray, greeting);
        Script script = ScriptedServer::wellBehaved();
        script.greeting = greeting;
        const ScriptedServer server(script);
        QElapsedTimer timer;
        timer.start();
        const auto opened = wait(makeKimapLink()->open(settings(server.port(), Timeout), secret()));
        QVERIFY(!opened);
        QVERIFY(opened.error().text.contains("127.0.0.1"_L1));
        QVERIFY(timer.elapsed() < AtTheLatest);
    }

    void an_unreachable_server_is_named_data()
    {
        QTest::addColumn<QString>("host");
        QTest::newRow("no such name") << u"not..a..name"_s;
        QTest::newRow("refused") << u"127.0.0.1"_s;
    }
    void an_unreachable_server_is_named()
    {
        QFETCH(QString, host);
        QTcpServer closed;
        QVERIFY(closed.listen(QHostAddress::LocalHost));
        LinkSettings where = settings(closed.serverPort(), LongTimeout);
        closed.close();
        where.host = host;
        QElapsedTimer timer;
        timer.start();
        const auto opened = wait(makeKimapLink()->open(where, secret()));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Network);
        QVERIFY(opened.error().text.contains(host));
        QVERIFY(opened.error().text.contains(QString::number(where.port)));
        QVERIFY(timer.elapsed() < AtTheLatest); // not the timeout: this is known at once
    }

    void a_black_hole_ends_at_the_timeout()
    {
        const ScriptedServer server(ScriptedServer::wellBehaved());
        FaultProxy proxy(server.port());
        proxy.setBlackHole(true);
        QElapsedTimer timer;
        timer.start();
        const auto opened = wait(makeKimapLink()->open(settings(proxy.port(), Timeout), secret()));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Network);
        QVERIFY(timer.elapsed() < AtTheLatest);
    }

    void a_connection_that_falls_silent_is_given_up_at_the_timeout_data()
    {
        QTest::addColumn<bool>("idling");
        QTest::newRow("command") << false;
        QTest::newRow("idle") << true;
    }
    void a_connection_that_falls_silent_is_given_up_at_the_timeout()
    {
        QFETCH(bool, idling);
        const ScriptedServer server(ScriptedServer::wellBehaved());
        FaultProxy proxy(server.port());
        const auto link = makeKimapLink();
        QVERIFY(opens(*link, settings(proxy.port(), Timeout)));
        QVERIFY(wait(link->select(u"INBOX"_s, {})));
        proxy.setBlackHole(true);
        QElapsedTimer timer;
        timer.start();
        const Error error
            = idling ? wait(link->idle()).error() : wait(link->headers(UidSet::range(1, 3))).error();
        QCOMPARE(error.kind, ErrorKind::Network);
        QVERIFY(error.text.contains("does not answer"_L1));
        QVERIFY(timer.elapsed() >= Timeout * 9 / 10); // KIMAP's timer is a coarse one
        QVERIFY(timer.elapsed() < AtTheLatest);
        QVERIFY(!link->isOpen());
    }

    void an_idle_whose_end_is_not_heard_ends_at_the_timeout()
    {
        const ScriptedServer server(ScriptedServer::wellBehaved());
        FaultProxy proxy(server.port());
        const auto link = makeKimapLink();
        QVERIFY(opens(*link, settings(proxy.port(), Timeout)));
        QVERIFY(wait(link->select(u"INBOX"_s, {})));
        auto idling = link->idle();
        QTRY_VERIFY(server.commands().contains("IDLE"));
        QTRY_COMPARE(qint64(proxy.fromServer()), server.sent()); // the "+" too
        proxy.setBlackHole(true);
        QElapsedTimer timer;
        timer.start();
        link->interruptIdle();
        const auto end = wait(std::move(idling));
        QVERIFY(!end);
        QCOMPARE(end.error().kind, ErrorKind::Network);
        QVERIFY(timer.elapsed() < AtTheLatest);
    }

    void a_loss_between_two_commands_is_a_network_error_not_a_cancellation()
    {
        const ScriptedServer server(ScriptedServer::wellBehaved());
        FaultProxy proxy(server.port());
        const auto link = makeKimapLink();
        QVERIFY(opens(*link, settings(proxy.port())));
        proxy.cutAll();
        QTRY_VERIFY(!link->isOpen());
        const auto listed = wait(link->list());
        QVERIFY(!listed);
        QCOMPARE(listed.error().kind, ErrorKind::Network);
    }

    void an_unsolicited_answer_loses_a_record_and_invents_none()
    {
        Script script = ScriptedServer::wellBehaved();
        for (Exchange &e : script.exchanges) {
            if (e.command.startsWith("UID FETCH .*HEADER.FIELDS"))
                e.reply.replace("%T OK",
                                "* 1 FETCH (FLAGS (\\Answered))\r\n* 9 EXPUNGE\r\n* 5 EXISTS\r\n%T OK");
        }
        const ScriptedServer server(script);
        const auto link = makeKimapLink();
        QVERIFY(opens(*link, settings(server.port())));
        QVERIFY(wait(link->select(u"INBOX"_s, {})));
        const auto records = wait(link->headers(UidSet::range(1, 3)));
        QVERIFY(records);
        QCOMPARE(records->size(), 1);
        QCOMPARE(raw(records->first().uid), 3u);
        QVERIFY(link->isOpen());
    }

    void records_nobody_asked_for_are_left_out()
    {
        const ScriptedServer server(ScriptedServer::wellBehaved());
        const auto link = makeKimapLink();
        QVERIFY(opens(*link, settings(server.port())));
        const auto records = wait(link->headers(UidSet::range(3, 8)));
        QVERIFY(records);
        QCOMPARE(records->size(), 1);
        QCOMPARE(raw(records->first().uid), 3u);
    }

    void free_text_that_breaks_the_reader_costs_a_session_not_the_program()
    {
        const ScriptedServer server(with("UID FETCH .*", "%T OK it's \"fine\r\n"));
        const auto link = makeKimapLink();
        QVERIFY(opens(*link, settings(server.port(), Timeout)));
        QElapsedTimer timer;
        timer.start();
        const auto records = wait(link->headers(UidSet::range(1, 3)));
        QVERIFY(!records);
        QVERIFY2(ends(records.error()), qPrintable(records.error().text));
        QVERIFY(timer.elapsed() < AtTheLatest);
        QVERIFY(!link->isOpen());
    }

    void a_mailbox_without_numbers_is_opened_all_the_same()
    {
        const ScriptedServer server(with("EXAMINE .*", "* 3 EXISTS\r\n%T OK opened\r\n"));
        const auto link = makeKimapLink();
        QVERIFY(opens(*link, settings(server.port())));
        const auto box = wait(link->select(u"INBOX"_s, {7, 5}));
        QVERIFY(box);
        QCOMPARE(box->exists, 3u);
        QCOMPARE(box->uidNext, 0u);
        QCOMPARE(box->uidValidity, 0u);
        QCOMPARE(box->highestModseq, 0u);
        QVERIFY(!box->resynced);
    }

    void where_no_permanent_flags_are_told_all_can_be_kept()
    {
        const ScriptedServer server(
            with("SELECT .*", "* 2 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n%T OK opened\r\n"));
        const auto link = makeKimapLink();
        QVERIFY(opens(*link, settings(server.port())));
        const auto box = wait(link->select(u"INBOX"_s, {}, false));
        QVERIFY(box);
        QVERIFY(box->keywordsAllowed && !box->readOnly);
    }

    void keywords_that_are_named_can_be_kept_where_new_ones_cannot()
    {
        const ScriptedServer server(with("SELECT .*",
                                         "* 2 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n"
                                         "* OK [PERMANENTFLAGS (\\Seen \\Flagged $Junk Work)] x\r\n"
                                         "%T OK opened\r\n"));
        const auto link = makeKimapLink();
        QVERIFY(opens(*link, settings(server.port())));
        const auto box = wait(link->select(u"INBOX"_s, {}, false));
        QVERIFY(box);
        QVERIFY(!box->keywordsAllowed);
        QCOMPARE(box->kept.keywords, QStringList{u"Work"_s});
        QVERIFY((box->kept.bits & quint32(Flag::Junk)) != 0);
        QVERIFY((box->kept.bits & quint32(Flag::NotJunk)) == 0);
    }

    void a_message_without_a_header_is_a_message_data()
    {
        QTest::addColumn<QByteArray>("header");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("an empty line")
            << QByteArray("{2}\r\n\r\n") << QByteArray("{2}\r\nHi") << QByteArray("Hi");
        QTest::newRow("nothing") << QByteArray("{0}\r\n") << QByteArray("{0}\r\n") << QByteArray();
        QTest::newRow("quoted") << QByteArray("\"\"") << QByteArray("\"\"") << QByteArray();
        QTest::newRow("no text") << QByteArray("{2}\r\n\r\n") << QByteArray("NIL") << QByteArray();
    }
    void a_message_without_a_header_is_a_message()
    {
        QFETCH(QByteArray, header);
        QFETCH(QByteArray, body);
        Script script = ScriptedServer::wellBehaved();
        const QByteArray end = ")\r\n%T OK fetched\r\n";
        script.exchanges.prepend(
            {"UID FETCH .*BODY.PEEK.TEXT. .*", "* 1 FETCH (UID 1 BODY[TEXT] " + body + end});
        script.exchanges.prepend({"UID FETCH .*BODY.PEEK.HEADER. .*",
                                  "* 1 FETCH (UID 1 RFC822.SIZE 2 FLAGS () BODY[HEADER] " + header + end});
        script.exchanges.prepend(
            {"UID FETCH .*HEADER.FIELDS.*",
             "* 1 FETCH (UID 1 RFC822.SIZE 2 INTERNALDATE \"14-Nov-2023 22:13:20 +0000\" FLAGS () "
             "BODY[HEADER.FIELDS (TO FROM MESSAGE-ID REFERENCES IN-REPLY-TO SUBJECT DATE)] "
                 + header + end});
        const ScriptedServer server(script);
        const auto link = makeKimapLink();
        QVERIFY(opens(*link, settings(server.port())));
        QVERIFY(wait(link->select(u"INBOX"_s, {})));
        const auto records = wait(link->headers(UidSet::range(1, 1)));
        QVERIFY(records);
        QCOMPARE(records->size(), 1);
        const auto message = wait(link->fetchMessage(Uid(1)));
        QVERIFY2(message, message ? "" : qPrintable(message.error().text));
        QTEST(message->body, "text");
        QVERIFY(link->isOpen());
    }

    void a_header_that_is_NIL_is_none()
    {
        Script script = ScriptedServer::wellBehaved();
        script.exchanges.prepend(
            {"UID FETCH .*HEADER.*",
             "* 1 FETCH (UID 1 RFC822.SIZE 2 FLAGS () BODY[HEADER.FIELDS (TO)] NIL)\r\n%T OK fetched\r\n"});
        const ScriptedServer server(script);
        const auto link = makeKimapLink();
        QVERIFY(opens(*link, settings(server.port())));
        QVERIFY(wait(link->select(u"INBOX"_s, {})));
        const auto records = wait(link->headers(UidSet::range(1, 1)));
        QVERIFY(records);
        QVERIFY(records->isEmpty()); // it is asked for again, and looked up
        const auto message = wait(link->fetchMessage(Uid(1)));
        QVERIFY(!message);
        QCOMPARE(message.error().kind, ErrorKind::NotFound);
    }

    void qresync_counts_only_when_the_server_says_it_is_on()
    {
        const ScriptedServer server(with("ENABLE .*", "%T OK whatever\r\n"));
        const auto features = wait(makeKimapLink()->open(settings(server.port()), secret()));
        QVERIFY(features);
        QVERIFY(!features->qresync);
        QVERIFY(features->condstore);
    }

    void vanished_ranges_stay_ranges_and_end_somewhere()
    {
        const ScriptedServer server(
            with("EXAMINE .*QRESYNC.*",
                 "* 2 EXISTS\r\n* OK [UIDVALIDITY 7] x\r\n* OK [HIGHESTMODSEQ 9] x\r\n"
                 "* VANISHED (EARLIER) 5:4000000000,4000000010:*\r\n"
                 "* 1 FETCH (UID 1 FLAGS (\\Seen $Junk Work) MODSEQ (9))\r\n%T OK selected\r\n"));
        const auto link = makeKimapLink();
        QVERIFY(opens(*link, settings(server.port())));
        const auto box = wait(link->select(u"INBOX"_s, {7, 5}));
        QVERIFY(box);
        QVERIFY(box->resynced);
        QVERIFY(box->vanished.contains(5) && box->vanished.contains(4'000'000'000)
                && box->vanished.contains(LastUid) && !box->vanished.contains(4));
        QCOMPARE(box->modified.size(), 1);
        QCOMPARE(box->modified.first().flags.bits, quint32(Flag::Seen) | quint32(Flag::Junk));
        QCOMPARE(box->modified.first().flags.keywords, QStringList{u"Work"_s});
    }

    void a_refused_idle_leaves_the_session_usable()
    {
        const ScriptedServer server(with("IDLE", "%T NO not now\r\n"));
        const auto link = makeKimapLink();
        QVERIFY(opens(*link, settings(server.port())));
        QVERIFY(wait(link->select(u"INBOX"_s, {})));
        auto idling = link->idle();
        link->interruptIdle();
        const auto end = wait(std::move(idling));
        QVERIFY(!end);
        QCOMPARE(end.error().kind, ErrorKind::Refused);
        QVERIFY(link->isOpen());
        QVERIFY(wait(link->status(u"INBOX"_s)));
        QVERIFY(!server.commands().contains("DONE"));
    }

    void names_that_cannot_be_sent_are_listed_and_never_opened()
    {
        const ScriptedServer server(with("LIST .*",
                                         "* LIST () \"/\" \"5\\\" disks\"\r\n* LIST () \"/\" "
                                         "{3}\r\nb\"c\r\n* LIST () \"/\" \"a \\\"quoted\\\" one\"\r\n"
                                         "* LIST () \"/\" INBOX\r\n"
                                         "%T OK listed\r\n"));
        const auto link = makeKimapLink();
        QVERIFY(opens(*link, settings(server.port())));
        const auto listed = wait(link->list());
        QVERIFY(listed);
        QCOMPARE(listed->size(), 4);
        int unsupported = 0;
        for (const ListedFolder &folder : *listed) {
            if (!folder.unsupported)
                continue;
            ++unsupported;
            const auto box = wait(link->select(folder.path, {}));
            QVERIFY(!box);
            QCOMPARE(box.error().kind, ErrorKind::Unsupported);
            QVERIFY(!wait(link->status(folder.path)));
        }
        QCOMPARE(unsupported, 2);
        QVERIFY(link->isOpen());
        for (const QByteArray &command : server.commands())
            QVERIFY(!command.startsWith("EXAMINE") && !command.startsWith("STATUS"));
    }

    void all_there_may_be_is_asked_for_in_few_commands()
    {
        const ScriptedServer server(ScriptedServer::wellBehaved());
        const auto link = makeKimapLink();
        QVERIFY(opens(*link, settings(server.port())));
        QVERIFY(wait(link->select(u"INBOX"_s, {})));
        const auto before = server.commands().size();
        const auto records = wait(link->headers(UidSet::range(1, LastUid)));
        QVERIFY(records);
        QCOMPARE(records->size(), 2);
        QVERIFY(server.commands().size() - before <= 3);
    }

    void commands_stay_short()
    {
        const ScriptedServer server(ScriptedServer::wellBehaved());
        const auto link = makeKimapLink();
        QVERIFY(opens(*link, settings(server.port())));
        QVERIFY(wait(link->select(u"INBOX"_s, {})));
        QList<quint32> scattered;
        for (quint32 uid = 2'000'000'000; scattered.size() < 3000; uid += 3)
            scattered.append(uid);
        QVERIFY(wait(link->headers(UidSet::of(scattered))));
        QVERIFY(wait(link->existing(UidSet::of(scattered))));
        for (const QByteArray &command : server.commands())
            QVERIFY(command.size() <= 8000 - 20);
    }

    void a_password_is_not_sent_where_encryption_was_asked_for_in_vain_data()
    {
        QTest::addColumn<QByteArray>("capability");
        QTest::addColumn<QByteArray>("starttls");
        QTest::newRow("not offered") << QByteArray("* CAPABILITY IMAP4rev1\r\n%T OK\r\n")
                                     << QByteArray("%T BAD no\r\n");
        QTest::newRow("refused") << QByteArray("* CAPABILITY IMAP4rev1 STARTTLS\r\n%T OK done\r\n")
                                 << QByteArray("%T NO not today\r\n");
    }
    void a_password_is_not_sent_where_encryption_was_asked_for_in_vain()
    {
        QFETCH(QByteArray, capability);
        QFETCH(QByteArray, starttls);
        Script script = with("CAPABILITY", capability);
        script.exchanges.prepend({"STARTTLS", starttls});
        const ScriptedServer server(script);
        LinkSettings secure = settings(server.port());
        secure.security = Security::StartTls;
        const auto opened = wait(makeKimapLink()->open(secure, secret()));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Tls);
        for (const QByteArray &command : server.commands())
            QVERIFY(!command.startsWith("LOGIN"));
    }
};

QTEST_GUILESS_MAIN(FaultsTest)
#include "faults_test.moc"
