#include "core/imap/kimap/kimaplink.h"
#include "core/smtp/ksmtp/ksmtplink.h"
#include "tests/oauth/mailserver.h"

#include <QCoroTask>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

template <class T> T wait(Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

template <class T> QByteArray why(const Result<T> &result)
{
    return result ? "it worked" : result.error().text.toUtf8();
}

} // namespace

// Sessions on a real Dovecot with access tokens and with passwords: for reading over KIMAP, for sending over
// KSMTP.
class SessionsTest : public QObject
{
    Q_OBJECT
    OAuthServer m_provider;
    OAuthMailServer m_mail;

    LinkSettings reading(bool startTls, bool oauth) const
    {
        LinkSettings s;
        s.host = u"127.0.0.1"_s;
        s.port = startTls ? m_mail.imapPort() : m_mail.imapsPort();
        s.security = startTls ? Security::StartTls : Security::Tls;
        s.user = u"ann"_s;
        s.oauth = oauth;
        s.pinnedCertificate = m_mail.certificate();
        s.timeoutMs = 10'000;
        return s;
    }
    SmtpSettings sending(bool startTls, bool oauth) const
    {
        SmtpSettings s;
        s.host = u"127.0.0.1"_s;
        s.port = startTls ? m_mail.submissionPort() : m_mail.submissionsPort();
        s.security = startTls ? SmtpSecurity::StartTls : SmtpSecurity::Tls;
        s.user = u"ann"_s;
        s.oauth = oauth;
        s.pinnedCertificate = m_mail.certificate();
        s.timeoutMs = 10'000;
        return s;
    }
    static void ways()
    {
        QTest::addColumn<bool>("startTls");
        QTest::newRow("TLS") << false;
        QTest::newRow("STARTTLS") << true;
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_mail.start(m_provider);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        QVERIFY(m_mail.deliver(u"ann"_s, "One", "Text"));
    }

    void a_token_opens_the_mailbox_data() { ways(); }
    void a_token_opens_the_mailbox()
    {
        QFETCH(bool, startTls);
        const auto link = makeKimapLink();
        const auto opened = wait(link->open(reading(startTls, true), m_provider.issue(u"ann"_s)));
        QVERIFY2(bool(opened), why(opened).constData());
        const auto box = wait(link->select(u"INBOX"_s, {}));
        QVERIFY2(bool(box), why(box).constData());
        QCOMPARE(box->exists, 1);
    }

    void a_refused_token_is_an_auth_error_data() { ways(); }
    void a_refused_token_is_an_auth_error()
    {
        QFETCH(bool, startTls);
        const auto link = makeKimapLink();
        const auto opened = wait(link->open(reading(startTls, true), u"not-a-token"_s));
        QVERIFY(!opened);
        QVERIFY2(opened.error().kind == ErrorKind::Auth, why(opened).constData());
        QVERIFY2(opened.error().text.contains("Sign in again"_L1), why(opened).constData());
        QVERIFY(!opened.error().text.contains("not-a-token"_L1));
        // The same link may try again with another one.
        const auto again = wait(link->open(reading(startTls, true), m_provider.issue(u"ann"_s)));
        QVERIFY2(bool(again), why(again).constData());
    }

    void a_long_token_passes()
    {
        const auto link = makeKimapLink();
        const auto opened = wait(link->open(reading(false, true), QString(4000, u'x')));
        QVERIFY(!opened);
        QVERIFY2(opened.error().kind == ErrorKind::Auth, why(opened).constData());
    }

    void a_token_sends_data() { ways(); }
    void a_token_sends()
    {
        QFETCH(bool, startTls);
        const auto link = makeKsmtpLink();
        const auto opened = wait(link->open(sending(startTls, true), m_provider.issue(u"ann"_s)));
        QVERIFY2(bool(opened), why(opened).constData());
        QVERIFY(opened->signedIn && opened->authMechanisms.contains(u"XOAUTH2"_s));
        QVERIFY(opened->eightBitMime);
        QVERIFY(link->isOpen());
    }

    void a_refused_token_does_not_send_data() { ways(); }
    void a_refused_token_does_not_send()
    {
        QFETCH(bool, startTls);
        const auto link = makeKsmtpLink();
        const auto opened = wait(link->open(sending(startTls, true), u"not-a-token"_s));
        QVERIFY(!opened);
        QVERIFY2(opened.error().kind == ErrorKind::Auth, why(opened).constData());
        const auto again = wait(link->open(sending(startTls, true), m_provider.issue(u"ann"_s)));
        QVERIFY2(bool(again), why(again).constData());
    }

    void a_password_sends_and_a_wrong_one_does_not_data() { ways(); }
    void a_password_sends_and_a_wrong_one_does_not()
    {
        QFETCH(bool, startTls);
        const auto link = makeKsmtpLink();
        const auto opened
            = wait(link->open(sending(startTls, false), QLatin1StringView(OAuthMailServer::Password)));
        QVERIFY2(bool(opened), why(opened).constData());
        link->close();
        const auto wrong = wait(link->open(sending(startTls, false), u"wrong"_s));
        QVERIFY(!wrong);
        QVERIFY2(wrong.error().kind == ErrorKind::Auth, why(wrong).constData());
    }

    void another_certificate_gets_no_token()
    {
        const int before = m_provider.introspections();
        SmtpSettings how = sending(false, true);
        how.pinnedCertificate.clear();
        const auto link = makeKsmtpLink();
        const auto opened = wait(link->open(how, m_provider.issue(u"ann"_s)));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Tls);
        QCOMPARE(m_provider.introspections(), before);
    }
};

QTEST_GUILESS_MAIN(SessionsTest)
#include "sessions_test.moc"
