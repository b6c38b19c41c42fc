#include "core/imap/stream/partlink.h"
#include "tests/imap/scripted.h"
#include "tests/support/testcertificates.h"

#include <QTest>

using namespace kw;
using namespace kw::scripted;
using namespace Qt::StringLiterals;

// Servers that answer oddly, or not at all, when single parts are asked for.
class HostileTest : public QObject
{
    Q_OBJECT

    static Script script(QList<Exchange> exchanges)
    {
        Script s;
        s.exchanges = std::move(exchanges);
        s.exchanges
            += {{"CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\n%T OK\r\n"},
                {"AUTHENTICATE PLAIN .*", "%T OK in\r\n"},
                {"EXAMINE .*", "* 1 EXISTS\r\n* OK [UIDVALIDITY 7] fine\r\n%T OK [READ-ONLY] done\r\n"}};
        return s;
    }

    static Result<void> opened(PartLink &link) { return wait(link.open(secret())); }

private Q_SLOTS:
    void short_parts_may_come_in_quotes_or_not_at_all()
    {
        const ScriptedServer server(
            script({{"UID FETCH 1 .*",
                     "* 1 FETCH (BODY[2] NIL UID 1 BODY[1] \"a \\\"b\\\"\" BODY[1.MIME] {4}\r\na: b)\r\n"
                     "* 2 FETCH (FLAGS (\\Seen))\r\n%T OK done\r\n"}}));
        PartLink link(settings(server.port()));
        QVERIFY(opened(link));
        QVERIFY(wait(link.examine(u"INBOX"_s)));
        const auto got = wait(link.sections(Uid(1), {u"1"_s, u"2"_s, u"1.MIME"_s}));
        QVERIFY2(got, got ? "" : qPrintable(got.error().text));
        QCOMPARE(got->value(u"1"_s), "a \"b\"");
        QCOMPARE(got->value(u"2"_s), "");
        QCOMPARE(got->value(u"1.MIME"_s), "a: b");
    }

    void answers_that_make_no_sense_end_with_an_error_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::newRow("another message") << QByteArray("* 1 FETCH (UID 9 BODY[1] \"x\")\r\n%T OK\r\n");
        QTest::newRow("nothing") << QByteArray("%T OK\r\n");
        QTest::newRow("another part") << QByteArray("* 1 FETCH (UID 1 BODY[3] \"x\")\r\n%T OK\r\n");
        QTest::newRow("no list") << QByteArray("* 1 FETCH UID 1\r\n%T OK\r\n");
        QTest::newRow("open brackets")
            << QByteArray("* 1 FETCH " + QByteArray(100'000, '(') + "\r\n%T OK\r\n");
        QTest::newRow("a literal below nothing")
            << QByteArray("* 1 FETCH (UID 1 BODY[1] {-6}\r\nabc)\r\n%T OK\r\n");
        QTest::newRow("no") << QByteArray("%T NO [UNAVAILABLE] later\r\n");
        QTest::newRow("goodbye") << QByteArray("* BYE enough\r\n");
        QTest::newRow("another's tag") << QByteArray("Z9 OK\r\n");
        QTest::newRow("a literal too large to keep")
            << QByteArray("* 1 FETCH (UID 1 BODY[1] {9999999999999999999}\r\nabc)\r\n%T OK\r\n");
    }
    void answers_that_make_no_sense_end_with_an_error()
    {
        QFETCH(QByteArray, reply);
        const ScriptedServer server(script({{"UID FETCH 1 .*", reply}}));
        PartLink link(settings(server.port(), 400));
        QVERIFY(opened(link));
        const auto got = wait(link.sections(Uid(1), {u"1"_s}));
        QVERIFY(!got);
        QVERIFY(!got.error().text.isEmpty());
    }

    void a_connection_cut_after_any_octet_or_silent_from_then_on_ends_with_an_error_data()
    {
        QTest::addColumn<bool>("silent");
        QTest::newRow("cut") << false;
        QTest::newRow("silent") << true;
    }
    void a_connection_cut_after_any_octet_or_silent_from_then_on_ends_with_an_error()
    {
        QFETCH(bool, silent);
        const QByteArray reply = "* 1 FETCH (UID 1 BODY[2]<0> {5}\r\nabcde)\r\n%T OK done\r\n";
        Script whole = script({{"UID FETCH 1 .*", reply}});
        const auto run = [](const Script &one, qint64 *sent) {
            const ScriptedServer server(one);
            PartLink link(settings(server.port(), 150));
            Result<void> done = opened(link);
            QByteArray got;
            if (done)
                done = wait(link.stream(Uid(1), u"2"_s, 0, 5, [&got](QByteArrayView octets) {
                    got += octets;
                    return true;
                }));
            *sent = server.sent();
            return done ? (got == "abcde") : !ends(done.error());
        };
        qint64 octets = 0;
        QVERIFY(run(whole, &octets));
        QVERIFY(octets > 100);
        const qint64 step = silent ? 23 : 1;
        for (qint64 after = 0; after < octets; after += step) {
            (silent ? whole.stallAfter : whole.cutAfter) = after;
            qint64 sent = 0;
            QVERIFY2(!run(whole, &sent), qPrintable(QString::number(after)));
        }
    }

    void a_server_that_is_full_is_no_matter_of_the_password_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("too many connections")
            << QByteArray("%T NO [LIMIT] Too many connections\r\n") << ErrorKind::Network;
        QTest::newRow("in words") << QByteArray(
            "%T NO Maximum number of connections from user+IP exceeded\r\n")
                                  << ErrorKind::Network;
        QTest::newRow("the password")
            << QByteArray("%T NO [AUTHENTICATIONFAILED] Authentication failed.\r\n") << ErrorKind::Auth;
    }
    void a_server_that_is_full_is_no_matter_of_the_password()
    {
        QFETCH(QByteArray, reply);
        QFETCH(ErrorKind, kind);
        Script s;
        s.exchanges = {{"CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN SASL-IR\r\n%T OK\r\n"},
                       {"AUTHENTICATE PLAIN .*", reply}};
        const ScriptedServer server(s);
        PartLink link(settings(server.port()));
        const auto done = opened(link);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, kind);
    }

    void closing_ends_what_is_awaited()
    {
        const ScriptedServer server(script({{"UID FETCH 1 .*", "* 1 FETCH (UID 1 BODY[2]<0> {500}\r\nabc"}}));
        PartLink link(settings(server.port(), 30'000));
        QVERIFY(opened(link));
        auto streaming = link.stream(Uid(1), u"2"_s, 0, 500, [&link](QByteArrayView) {
            QMetaObject::invokeMethod(qApp, [&link] { link.close(); }, Qt::QueuedConnection);
            return true;
        });
        const auto done = wait(std::move(streaming));
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Cancelled);
    }

    void a_token_is_never_sent_in_clear_text()
    {
        const ScriptedServer server(script({}));
        LinkSettings s = settings(server.port());
        s.oauth = true;
        PartLink link(s);
        QVERIFY(!opened(link));
        QVERIFY(!server.received().contains(secret().toUtf8()));
    }

    void encrypted_sessions_trust_the_pinned_certificate_only_data()
    {
        QTest::addColumn<bool>("startTls");
        QTest::addColumn<bool>("isPinned");
        for (const bool startTls : {false, true}) {
            const char *way = startTls ? "STARTTLS" : "TLS";
            QTest::addRow("%s, pinned", way) << startTls << true;
            QTest::addRow("%s, unknown", way) << startTls << false;
        }
    }
    void encrypted_sessions_trust_the_pinned_certificate_only()
    {
        QFETCH(bool, startTls);
        QFETCH(bool, isPinned);
        const TestCertificates files;
        const TestIdentity who = files.make(u"self"_s, u"127.0.0.1"_s);
        QVERIFY(!who.isEmpty());
        Script s = script({{"UID FETCH 1 .*", "* 1 FETCH (UID 1 BODY[2]<0> {5}\r\nabcde)\r\n%T OK done\r\n"},
                           {"STARTTLS", "%T OK go ahead\r\n"}});
        s.exchanges.prepend(
            {"CAPABILITY", "* CAPABILITY IMAP4rev1 STARTTLS AUTH=PLAIN SASL-IR\r\n%T OK\r\n"});
        s.certificate = who.certificate;
        s.key = who.key;
        s.implicitTls = !startTls;
        const ScriptedServer server(s);
        LinkSettings wanted = settings(server.port());
        wanted.security = startTls ? Security::StartTls : Security::Tls;
        if (isPinned)
            wanted.pinnedCertificate = who.certificate;
        PartLink link(wanted);
        const auto done = opened(link);
        if (!isPinned) {
            QVERIFY(!done);
            QCOMPARE(done.error().kind, ErrorKind::Tls);
            QVERIFY(!server.received().contains("AUTHENTICATE"));
            return;
        }
        QVERIFY2(done, done ? "" : qPrintable(done.error().text));
        QByteArray got;
        const auto streamed = wait(link.stream(Uid(1), u"2"_s, 0, 5, [&got](QByteArrayView octets) {
            got += octets;
            return true;
        }));
        QVERIFY2(streamed, streamed ? "" : qPrintable(streamed.error().text));
        QCOMPARE(got, "abcde");
    }

    void a_token_signs_in_where_it_is_encrypted_data()
    {
        QTest::addColumn<QByteArray>("offer");
        QTest::addColumn<QByteArray>("sent");
        QTest::newRow("XOAUTH2") << QByteArray("AUTH=XOAUTH2 SASL-IR")
                                 << QByteArray("user=ann\1auth=Bearer secret\1\1");
        QTest::newRow("OAUTHBEARER") << QByteArray("AUTH=OAUTHBEARER SASL-IR")
                                     << QByteArray("n,a=ann,\1auth=Bearer secret\1\1");
        QTest::newRow("neither") << QByteArray("AUTH=PLAIN SASL-IR") << QByteArray();
    }
    void a_token_signs_in_where_it_is_encrypted()
    {
        QFETCH(QByteArray, offer);
        QFETCH(QByteArray, sent);
        const TestCertificates files;
        const TestIdentity who = files.make(u"self"_s, u"127.0.0.1"_s);
        Script s;
        s.exchanges = {{"CAPABILITY", "* CAPABILITY IMAP4rev1 " + offer + "\r\n%T OK\r\n"},
                       {"AUTHENTICATE .*", "%T OK in\r\n"}};
        s.certificate = who.certificate;
        s.key = who.key;
        const ScriptedServer server(s);
        LinkSettings wanted = settings(server.port());
        wanted.security = Security::Tls;
        wanted.pinnedCertificate = who.certificate;
        wanted.oauth = true;
        PartLink link(wanted);
        const auto done = opened(link);
        QCOMPARE(bool(done), !sent.isEmpty());
        if (done)
            QVERIFY(server.received().contains(' ' + sent.toBase64() + "\r\n"));
        else
            QCOMPARE(done.error().kind, ErrorKind::Unsupported);
    }

    void without_sasl_a_password_is_given_by_login()
    {
        Script s;
        s.exchanges = {{"CAPABILITY", "* CAPABILITY IMAP4rev1\r\n%T OK\r\n"},
                       {"LOGIN \"ann\" \"se\\\\\\\\cret\"", "%T OK in\r\n"}};
        const ScriptedServer server(s);
        PartLink link(settings(server.port()));
        const auto done = wait(link.open(u"se\\cret"_s));
        QVERIFY2(done, done ? "" : qPrintable(done.error().text));
    }

    void where_the_server_waits_for_it_the_password_comes_in_a_line_of_its_own()
    {
        Script s;
        s.exchanges = {{"CAPABILITY", "* CAPABILITY IMAP4rev1 AUTH=PLAIN\r\n%T OK\r\n"},
                       {"AUTHENTICATE PLAIN", "+ \r\n%T OK in\r\n"}};
        const ScriptedServer server(s);
        PartLink link(settings(server.port()));
        QVERIFY(opened(link));
    }
};

QTEST_GUILESS_MAIN(HostileTest)
#include "hostile_test.moc"
