#include "core/doctor/doctor.h"
#include "core/doctor/domainexam.h"
#include "core/doctor/words.h"
#include "tests/support/nameserver.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace kw;
using namespace kw::doctor;
using namespace Qt::StringLiterals;

// What a domain's records mean, asked over the real resolver from a name server of our own.
class DomainTest : public QObject
{
    Q_OBJECT

    static DoctorSurroundings around(const NameServer &server, int stepMs = 3000)
    {
        DoctorSurroundings around;
        around.nameserver = QHostAddress(QHostAddress::LocalHost);
        around.nameserverPort = server.port();
        around.stepMs = stepMs;
        return around;
    }
    static QHash<QString, Finding> examine(const NameServer &server, const QString &domain, int stepMs = 3000,
                                           const ServerSettings &imap = {}, const ServerSettings &smtp = {})
    {
        QHash<QString, Finding> found;
        DomainExam exam(around(server, stepMs), std::make_shared<Curfew>(), domain,
                        [&found](const Finding &one) { found.insert(one.id, one); });
        QCoro::waitFor(exam.run(imap, smtp));
        return found;
    }
    static FindingState stateOf(const QString &id, const NameServer &server,
                                const QString &domain = u"example.org"_s)
    {
        return examine(server, domain).value(id).state;
    }
    static QByteArray publicKey(int bits)
    {
        QTemporaryDir dir;
        QProcess openssl;
        openssl.setWorkingDirectory(dir.path());
        openssl.start(u"sh"_s,
                      {u"-c"_s,
                       u"openssl genrsa %1 2>/dev/null | openssl rsa -pubout -outform DER 2>/dev/null | "
                       "base64 -w0"_s.arg(bits)});
        return openssl.waitForFinished(30'000) ? openssl.readAllStandardOutput().trimmed() : QByteArray();
    }

private Q_SLOTS:
    void a_domain_in_order_is_fine_in_all_respects()
    {
        NameServer server;
        QVERIFY(server.port() > 0);
        server.addMx("example.org", "mx.example.org");
        server.addSrv("_imaps._tcp.example.org", "imap.example.org", 993);
        server.addSrv("_submissions._tcp.example.org", "smtp.example.org", 465);
        server.addText("example.org", "v=spf1 include:_spf.example.net -all");
        server.addText("example.org", "some-verification=123");
        server.addText("_dmarc.example.org", "v=DMARC1; p=reject; rua=mailto:x@example.org");
        server.addText("selector1._domainkey.example.org",
                       "v=DKIM1; k=rsa; p=" + publicKey(2048)); // > 255 octets
        const auto found = examine(server, u"example.org"_s, 3000, {u"imap.example.org"_s, 993, {}, {}},
                                   {u"smtp.example.org"_s, 465, {}, {}});
        QCOMPARE(found.size(), 5);
        for (const Finding &one : found)
            QVERIFY2(one.state == FindingState::Good, qPrintable(one.id + u' ' + one.sentence));
    }

    void mail_is_judged_by_where_it_can_be_delivered()
    {
        NameServer server;
        server.addMx("null.example", ".", 0);
        server.addAddress("bare.example", QHostAddress(u"192.0.2.1"_s));
        server.addMx("odd.example", "192.0.2.1");
        QCOMPARE(stateOf(u"dns.mx"_s, server, u"null.example"_s), FindingState::Bad);
        QCOMPARE(stateOf(u"dns.mx"_s, server, u"bare.example"_s), FindingState::Warning);
        QCOMPARE(stateOf(u"dns.mx"_s, server, u"odd.example"_s), FindingState::Warning);
        QCOMPARE(stateOf(u"dns.mx"_s, server, u"nothing.example"_s), FindingState::Bad);
    }

    void announced_servers_are_compared_with_those_in_use()
    {
        NameServer server;
        server.addMx("example.org", "mx.example.org");
        QCOMPARE(stateOf(u"dns.srv"_s, server), FindingState::Unknown); // most announce nothing
        server.addSrv("_imaps._tcp.example.org", "imap.example.org", 993);
        const auto other = examine(server, u"example.org"_s, 3000, {u"old.example.org"_s, 993, {}, {}});
        QCOMPARE(other.value(u"dns.srv"_s).state, FindingState::Warning);
        QCOMPARE(other.value(u"dns.srv"_s).remedy, Remedy::EditServers);
        const auto same = examine(server, u"example.org"_s, 3000, {u"IMAP.example.org"_s, 993, {}, {}});
        QCOMPARE(same.value(u"dns.srv"_s).state, FindingState::Good);
    }

    void senders_are_judged_by_their_record_data()
    {
        QTest::addColumn<QByteArrayList>("records");
        QTest::addColumn<FindingState>("state");
        QTest::newRow("none") << QByteArrayList{"hello"} << FindingState::Warning;
        QTest::newRow("like one") << QByteArrayList{"v=spf10 -all"} << FindingState::Warning;
        QTest::newRow("two") << QByteArrayList{"v=spf1 -all", "v=spf1 mx -all"} << FindingState::Bad;
        QTest::newRow("all the world") << QByteArrayList{"v=spf1 +all"} << FindingState::Bad;
        QTest::newRow("all the world, short") << QByteArrayList{"v=spf1 mx all"} << FindingState::Bad;
        QTest::newRow("says nothing of others") << QByteArrayList{"v=spf1 mx ?all"} << FindingState::Warning;
        QTest::newRow("no end") << QByteArrayList{"v=spf1 mx"} << FindingState::Warning;
        QTest::newRow("soft") << QByteArrayList{"V=SPF1 mx ~all"} << FindingState::Good;
        QTest::newRow("redirect") << QByteArrayList{"v=spf1 redirect=_spf.example.net"} << FindingState::Good;
        QTest::newRow("a name like an end")
            << QByteArrayList{"v=spf1 include:_spf.fire-wall"} << FindingState::Warning;
        QTest::newRow("after its end") << QByteArrayList{"v=spf1 mx -all +all"} << FindingState::Good;
        QTest::newRow("eleven look-ups")
            << QByteArrayList{"v=spf1 a mx include:a include:b include:c include:d include:e "
                              "include:f exists:g include:h a:i -all"}
            << FindingState::Bad;
    }
    void senders_are_judged_by_their_record()
    {
        QFETCH(QByteArrayList, records);
        QFETCH(FindingState, state);
        NameServer server;
        server.addMx("example.org", "mx.example.org");
        for (const QByteArray &record : records)
            server.addText("example.org", record);
        QCOMPARE(stateOf(u"dns.spf"_s, server), state);
    }

    void forgeries_are_judged_by_the_policy_data()
    {
        QTest::addColumn<QByteArray>("own");
        QTest::addColumn<QByteArray>("parent");
        QTest::addColumn<FindingState>("state");
        QTest::newRow("none") << QByteArray() << QByteArray() << FindingState::Warning;
        QTest::newRow("watches") << QByteArray("v=DMARC1;p=none") << QByteArray() << FindingState::Warning;
        QTest::newRow("junk") << QByteArray("v=DMARC1; p = quarantine") << QByteArray() << FindingState::Good;
        QTest::newRow("refuse") << QByteArray("v=DMARC1; p=REJECT") << QByteArray() << FindingState::Good;
        QTest::newRow("no policy") << QByteArray("v=DMARC1; rua=x") << QByteArray() << FindingState::Bad;
        QTest::newRow("inherited") << QByteArray() << QByteArray("v=DMARC1; p=reject") << FindingState::Good;
        QTest::newRow("inherited, of its own")
            << QByteArray() << QByteArray("v=DMARC1; p=reject; sp=none") << FindingState::Warning;
    }
    void forgeries_are_judged_by_the_policy()
    {
        QFETCH(QByteArray, own);
        QFETCH(QByteArray, parent);
        QFETCH(FindingState, state);
        NameServer server;
        server.addMx("mail.example.org", "mx.example.org");
        if (!own.isEmpty())
            server.addText("_dmarc.mail.example.org", own);
        if (!parent.isEmpty())
            server.addText("_dmarc.example.org", parent);
        QCOMPARE(stateOf(u"dns.dmarc"_s, server, u"mail.example.org"_s), state);
    }

    void a_policy_of_the_organisation_counts_for_domains_far_below()
    {
        NameServer server;
        server.addMx("students.maths.example.org", "mx.example.org");
        server.addText("_dmarc.example.org", "v=DMARC1; p=reject");
        const auto found = examine(server, u"students.maths.example.org"_s).value(u"dns.dmarc"_s);
        QCOMPARE(found.state, FindingState::Good);
        QVERIFY(shownText(found.details.join(u' ')).contains("example.org"_L1));
        QCOMPARE(stateOf(u"dns.dmarc"_s, server, u"a.b.c.example.net"_s), FindingState::Warning);
    }

    void announced_servers_in_another_script_are_the_accounts_own()
    {
        NameServer server;
        server.addMx("xn--bcher-kva.de", "mx.xn--bcher-kva.de");
        server.addSrv("_imaps._tcp.xn--bcher-kva.de", "imap.xn--bcher-kva.de", 993);
        for (const QString &host : {u"imap.bücher.de"_s, u"imap.xn--bcher-kva.de"_s}) {
            const auto found = examine(server, u"xn--bcher-kva.de"_s, 3000, {host, 993, {}, {}});
            QCOMPARE(found.value(u"dns.srv"_s).state, FindingState::Good);
        }
    }

    void a_key_that_is_not_found_is_no_fault_and_a_short_one_is()
    {
        NameServer server;
        server.addMx("none.example", "mx.example");
        server.addMx("short.example", "mx.example");
        server.addMx("tiny.example", "mx.example");
        server.addMx("broken.example", "mx.example");
        server.addText("google._domainkey.short.example", "v=DKIM1; k=rsa; p=" + publicKey(1024));
        server.addText("mail._domainkey.tiny.example", "v=DKIM1; p=" + publicKey(768));
        server.addText("mail._domainkey.broken.example", "v=DKIM1; p=!!!notakey");
        QCOMPARE(stateOf(u"dns.dkim"_s, server, u"none.example"_s), FindingState::Unknown);
        QCOMPARE(stateOf(u"dns.dkim"_s, server, u"short.example"_s), FindingState::Warning);
        QCOMPARE(stateOf(u"dns.dkim"_s, server, u"tiny.example"_s), FindingState::Bad);
        QCOMPARE(stateOf(u"dns.dkim"_s, server, u"broken.example"_s),
                 FindingState::Good); // found, not readable
    }

    void a_resolver_that_does_not_answer_is_one_finding()
    {
        NameServer server;
        server.setMood(NameServer::Mood::Mute);
        QElapsedTimer clock;
        clock.start();
        const auto found = examine(server, u"example.org"_s, 800);
        QVERIFY(clock.elapsed() < 3000);
        QCOMPARE(found.value(u"dns.resolver"_s).state, FindingState::Bad);
        for (const Finding &one : found) {
            if (one.id != "dns.resolver"_L1)
                QCOMPARE(one.state, FindingState::Skipped);
        }
        QVERIFY(server.questions().size() <= 3); // one question, and its repetitions
    }

    void where_nobody_answers_the_servers_are_not_looked_for()
    {
        NameServer server;
        server.setMood(NameServer::Mood::Mute);
        DoctorSurroundings here = around(server, 500);
        here.httpsPort = 9;
        QHash<QString, FindingState> found;
        Doctor doctor(here, {std::nullopt, u"example.org"_s},
                      [&found](const Finding &one) { found.insert(one.id, one.state); });
        QCoro::waitFor(doctor.run());
        QCOMPARE(found.value(u"dns.resolver"_s), FindingState::Bad);
        for (const QString &id : {u"imap.reach"_s, u"imap.tls"_s, u"smtp.reach"_s, u"smtp.tls"_s})
            QCOMPARE(found.value(id), FindingState::Unknown);
        QVERIFY(!server.questions().contains(u"imap.example.org"_s));
        QVERIFY(!server.questions().contains(u"smtp.example.org"_s));
    }

    void rubbish_and_failures_are_not_known_and_no_fault_of_the_domain()
    {
        for (const auto mood : {NameServer::Mood::Garbage, NameServer::Mood::Fails}) {
            NameServer server;
            server.setMood(mood);
            const auto found = examine(server, u"example.org"_s, 6000);
            QVERIFY(!found.contains(u"dns.resolver"_s) || mood == NameServer::Mood::Garbage);
            for (const QString &id : {u"dns.mx"_s, u"dns.spf"_s, u"dns.dmarc"_s, u"dns.dkim"_s})
                QVERIFY2(found.value(id).state == FindingState::Unknown
                             || found.value(id).state == FindingState::Skipped,
                         qPrintable(id + u' ' + found.value(id).sentence));
        }
    }

    void a_single_silent_question_leaves_the_others_alone()
    {
        NameServer server;
        server.addMx("example.org", "mx.example.org");
        server.addText("example.org", "v=spf1 -all");
        server.setMoodFor("_dmarc.example.org", NameServer::Mood::Mute);
        const auto found = examine(server, u"example.org"_s, 1200);
        QCOMPARE(found.value(u"dns.spf"_s).state, FindingState::Good);
        QCOMPARE(found.value(u"dns.dmarc"_s).state, FindingState::Unknown);
    }

    void what_a_stranger_wrote_is_in_one_line_and_marked()
    {
        NameServer server;
        server.addMx("example.org", "mx.example.org");
        server.addText("example.org",
                       "v=spf1 \n\x1b[31m\xe2\x80\xae evil " + QByteArray(3000, 'x') + " -all");
        const QString line = examine(server, u"example.org"_s).value(u"dns.spf"_s).details.value(0);
        QVERIFY(line.startsWith(ForeignBegin) && line.endsWith(ForeignEnd));
        QVERIFY(line.size() < 400);
        for (const QChar c : shownText(line))
            QVERIFY(c.isPrint());
    }
};

QTEST_GUILESS_MAIN(DomainTest)
#include "domain_test.moc"
