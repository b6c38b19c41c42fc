#include "tests/tls/hostilecases.h"

using namespace Qt::StringLiterals;

namespace kw {

void HostileCases::starttls_that_is_not_offered_any_more_is_insisted_on()
{
    Script script = speaking(m_people.self, false);
    script.exchanges.prepend(words().offersNoStartTls);
    const Error error = refused(script, m_people.self.certificate, false);
    QCOMPARE(error.kind, ErrorKind::Tls);
    QCOMPARE(error.code, QLatin1StringView(TlsCode::Stripped));
    QVERIFY2(error.text.contains("Nothing was sent"_L1), qPrintable(error.text));
}

void HostileCases::starttls_that_is_refused_ends_it_data()
{
    QTest::addColumn<QByteArray>("answer");
    for (const auto &[name, answer] : words().refusals)
        QTest::newRow(name) << answer;
}

void HostileCases::starttls_that_is_refused_ends_it()
{
    QFETCH(QByteArray, answer);
    Script script = speaking(m_people.self, false);
    script.certificate.clear(); // it goes on in clear text
    script.exchanges.prepend({"STARTTLS", answer});
    const Error error = refused(script, m_people.self.certificate, false);
    QCOMPARE(error.kind, ErrorKind::Tls);
    QCOMPARE(error.code, QLatin1StringView(TlsCode::Stripped));
}

void HostileCases::what_is_slipped_in_behind_the_answer_to_starttls_is_noticed_data()
{
    QTest::addColumn<QByteArray>("slipped");
    for (const auto &[name, slipped] : words().slippedIn)
        QTest::newRow(name) << slipped;
}

void HostileCases::what_is_slipped_in_behind_the_answer_to_starttls_is_noticed()
{
    QFETCH(QByteArray, slipped);
    Script script = speaking(m_people.self, false);
    script.exchanges.prepend({"STARTTLS", words().agreement + slipped});
    const Error error = refused(script, m_people.self.certificate, false);
    QCOMPARE(error.kind, ErrorKind::Tls);
    QCOMPARE(error.code, QLatin1StringView(TlsCode::Injected));
    QVERIFY2(error.text.contains("tampering"_L1), qPrintable(error.text));
}

void HostileCases::an_unencrypted_server_on_an_encrypted_port_is_told()
{
    const Error error = refused(speaking({}, true), {}, true);
    QCOMPARE(error.kind, ErrorKind::Tls);
    QCOMPARE(error.code, QLatin1StringView(TlsCode::NoTls));
}

void HostileCases::a_server_that_says_nothing_is_tried_again_later_data()
{
    bothWays();
}

void HostileCases::a_server_that_says_nothing_is_tried_again_later()
{
    QFETCH(bool, implicitTls);
    Script script;
    script.greeting.clear();
    script.stallAfter = 0; // not even to a line that a handshake happens to look like
    const ScriptedServer server(script);
    const auto done = open(server.port(), implicitTls, {}, 500);
    QVERIFY(!done);
    QCOMPARE(done.error().kind, ErrorKind::Network);
    QCOMPARE(done.error().code, QLatin1StringView(TlsCode::Timeout));
}

void HostileCases::a_server_that_is_full_is_tried_again_later_data()
{
    bothWays();
}

void HostileCases::a_server_that_is_full_is_tried_again_later()
{
    QFETCH(bool, implicitTls);
    Script script = speaking(m_people.self, implicitTls);
    script.greeting = words().turnsAway + "too many \x1b[31mconnections\r\n";
    const Error error = refused(script, m_people.self.certificate, implicitTls);
    QCOMPARE(error.kind, ErrorKind::Network);
    QCOMPARE(error.code, QLatin1StringView(TlsCode::TurnedAway)); // else a check would say "unreachable"
    QVERIFY2(error.text.contains("too many"_L1) && !error.text.contains(QChar(0x1b)), qPrintable(error.text));
}

void HostileCases::endless_talk_in_clear_text_ends_data()
{
    QTest::addColumn<QByteArray>("greeting");
    QTest::newRow("one line") << QByteArray(200'000, 'x');
    QTest::newRow("many lines") << QByteArray(words().greetsOn + "still here\r\n").repeated(10'000);
}

void HostileCases::endless_talk_in_clear_text_ends()
{
    QFETCH(QByteArray, greeting);
    Script script = speaking(m_people.self, false);
    script.greeting = greeting;
    QCOMPARE(refused(script, m_people.self.certificate, false).kind, ErrorKind::Tls);
}

void HostileCases::encryption_that_can_be_broken_is_refused_data()
{
    bothWays();
}

void HostileCases::encryption_that_can_be_broken_is_refused()
{
    QFETCH(bool, implicitTls);
    Script script = speaking(m_people.self, implicitTls);
    script.oldTls = true;
    const Error error = refused(script, m_people.self.certificate, implicitTls);
    QCOMPARE(error.kind, ErrorKind::Tls);
    QVERIFY2(error.code == QLatin1StringView(TlsCode::OldTls), qPrintable(error.text));
}

void HostileCases::a_server_that_insists_on_old_tls_is_refused()
{
    OpensslServer server(m_files, u"self"_s, {u"-tls1_1"_s, u"-cipher"_s, u"ALL:@SECLEVEL=0"_s});
    QVERIFY(server.isUp());
    const auto done = open(server.port(), true, m_people.self.certificate);
    QVERIFY(!done);
    QVERIFY2(done.error().code == QLatin1StringView(TlsCode::OldTls), qPrintable(done.error().text));
    QVERIFY(!server.output().contains("canary"));
}

void HostileCases::who_cannot_be_trusted_is_refused_with_the_reason_data()
{
    QTest::addColumn<TestIdentity>("who");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<bool>("implicitTls");
    const std::tuple<const char *, TestIdentity, QString> cases[]{
        {"self-signed", m_people.self, u"signed by itself"_s},
        {"unknown authority", m_people.issued, u"issuer is not known"_s},
        {"expired", m_people.expired, u"expired on 3 May 2021"_s},
        {"not yet valid", m_people.early, u"not valid before"_s},
        {"another host", m_people.foreign, u"mail.elsewhere.example"_s},
    };
    for (const auto &[name, who, reason] : cases) {
        QTest::addRow("%s, TLS", name) << who << reason << true;
        QTest::addRow("%s, STARTTLS", name) << who << reason << false;
    }
}

void HostileCases::who_cannot_be_trusted_is_refused_with_the_reason()
{
    QFETCH(TestIdentity, who);
    QFETCH(QString, reason);
    QFETCH(bool, implicitTls);
    const Error error = refused(speaking(who, implicitTls), {}, implicitTls);
    QCOMPARE(error.kind, ErrorKind::Tls);
    QCOMPARE(error.code, QLatin1StringView(TlsCode::Untrusted));
    QVERIFY2(error.text.contains(reason), qPrintable(error.text));
    QVERIFY2(error.text.contains(fingerprint(who)), qPrintable(error.text));
    QVERIFY(error.text.contains("127.0.0.1"_L1));
}

void HostileCases::a_key_that_is_too_short_is_refused_even_when_pinned()
{
    const TestIdentity weak = m_files.make(u"short"_s, u"127.0.0.1"_s, {}, u"rsa:1024"_s);
    OpensslServer server(m_files, u"short"_s, {u"-cipher"_s, u"ALL:@SECLEVEL=0"_s});
    QVERIFY(!weak.isEmpty() && server.isUp());
    for (const QByteArray &pin : {QByteArray(), weak.certificate}) {
        const auto done = open(server.port(), true, pin);
        QVERIFY(!done);
        QVERIFY2(done.error().code == QLatin1StringView(TlsCode::Weak), qPrintable(done.error().text));
        QVERIFY2(done.error().text.contains("1,024"_L1) || done.error().text.contains("1024"_L1),
                 qPrintable(done.error().text));
    }
    QVERIFY(!server.output().contains("canary"));
}

void HostileCases::a_signature_that_can_be_forged_is_refused_even_when_pinned_data()
{
    QTest::addColumn<QString>("hash");
    QTest::newRow("SHA-1") << u"sha1"_s;
    QTest::newRow("MD5") << u"md5"_s;
}

void HostileCases::a_signature_that_can_be_forged_is_refused_even_when_pinned()
{
    QFETCH(QString, hash);
    const TestIdentity weak = m_files.make(hash, u"127.0.0.1"_s, {u'-' + hash});
    QVERIFY(!weak.isEmpty());
    OpensslServer server(m_files, hash, {u"-cipher"_s, u"ALL:@SECLEVEL=0"_s});
    QVERIFY(server.isUp());
    for (const QByteArray &pin : {QByteArray(), weak.certificate}) {
        const auto done = open(server.port(), true, pin);
        QVERIFY(!done);
        QVERIFY2(done.error().code == QLatin1StringView(TlsCode::Weak), qPrintable(done.error().text));
    }
    QVERIFY(!server.output().contains("canary"));
}

void HostileCases::the_pinned_certificate_is_accepted_whatever_else_is_wrong_data()
{
    QTest::addColumn<TestIdentity>("who");
    QTest::addColumn<bool>("implicitTls");
    const std::pair<const char *, TestIdentity> cases[]{{"self-signed", m_people.self},
                                                        {"unknown authority", m_people.issued},
                                                        {"expired", m_people.expired},
                                                        {"not yet valid", m_people.early},
                                                        {"another host", m_people.foreign}};
    for (const auto &[name, who] : cases) {
        QTest::addRow("%s, TLS", name) << who << true;
        QTest::addRow("%s, STARTTLS", name) << who << false;
    }
}

void HostileCases::the_pinned_certificate_is_accepted_whatever_else_is_wrong()
{
    QFETCH(TestIdentity, who);
    QFETCH(bool, implicitTls);
    const auto done = opened(speaking(who, implicitTls), who.certificate, implicitTls);
    QVERIFY2(done, done ? "" : qPrintable(done.error().text));
}

void HostileCases::another_certificate_than_the_pinned_one_is_loud_data()
{
    bothWays();
}

void HostileCases::another_certificate_than_the_pinned_one_is_loud()
{
    QFETCH(bool, implicitTls);
    const Error error
        = refused(speaking(m_people.other, implicitTls), m_people.self.certificate, implicitTls);
    QCOMPARE(error.kind, ErrorKind::Tls);
    QCOMPARE(error.code, QLatin1StringView(TlsCode::Changed));
    QVERIFY2(error.text.contains(fingerprint(m_people.self))
                 && error.text.contains(fingerprint(m_people.other)),
             qPrintable(error.text));
    QVERIFY(error.text.contains("listening"_L1) && error.text.contains("ask your provider"_L1));
}

void HostileCases::a_certificate_signed_with_the_pinned_ones_key_is_another_data()
{
    bothWays();
}

void HostileCases::a_certificate_signed_with_the_pinned_ones_key_is_another()
{
    QFETCH(bool, implicitTls);
    Script script = speaking(m_people.underSelf, implicitTls);
    script.chain = m_people.self.certificate;
    QCOMPARE(refused(script, m_people.self.certificate, implicitTls).code,
             QLatin1StringView(TlsCode::Changed));
}

void HostileCases::a_pin_that_cannot_be_read_trusts_nobody()
{
    const Error error = refused(speaking(m_people.self, true), "unreadable", true);
    QCOMPARE(error.code, QLatin1StringView(TlsCode::Changed));
    QVERIFY2(error.text.contains("cannot be read"_L1), qPrintable(error.text));
}

void HostileCases::
    a_certificate_that_an_authority_vouches_for_is_accepted_and_asked_about_where_another_is_pinned()
{
    const QSslConfiguration before = QSslConfiguration::defaultConfiguration();
    QSslConfiguration trusting = before;
    trusting.setCaCertificates(QSslCertificate::fromData(m_people.authority.certificate, QSsl::Pem));
    QSslConfiguration::setDefaultConfiguration(trusting);
    const auto done = opened(speaking(m_people.issued, true), {}, true);
    const Error replaced = refused(speaking(m_people.issued, true), m_people.self.certificate, true);
    QSslConfiguration::setDefaultConfiguration(before);
    QVERIFY2(done, done ? "" : qPrintable(done.error().text));
    QCOMPARE(replaced.kind, ErrorKind::Tls);
    QCOMPARE(replaced.code, QLatin1StringView(TlsCode::Replaced));
    QVERIFY2(!replaced.text.contains("listening"_L1), qPrintable(replaced.text));
}

} // namespace kw
