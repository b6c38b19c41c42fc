#include "core/account/oauth/oauthflow.h"
#include "tests/support/oauthserver.h"

#include <QCoroTask>
#include <QSignalSpy>
#include <QTcpSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

// One sign-in on a provider's page, from the address in the browser to the token.
class FlowTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<OAuthServer> m_server;
    std::shared_ptr<OAuthFlow> m_flow;
    std::optional<Result<TokenAnswer>> m_ended;
    QUrl m_page;
    int m_begun = 0;

    OAuthProvider provider() const
    {
        OAuthProvider p;
        p.name = u"local"_s;
        p.title = u"Local"_s;
        p.authorizeUrl = m_server->url(u"/authorize"_s);
        p.tokenUrl = m_server->url(u"/token"_s);
        p.scopes = {u"mail"_s, u"offline"_s};
        p.clientId = u"kittiwake-test"_s;
        p.extra = {{u"prompt"_s, u"consent"_s}};
        return p;
    }
    void begin(std::chrono::milliseconds patience = std::chrono::seconds(20)) { begin(provider(), patience); }
    void begin(const OAuthProvider &provider, std::chrono::milliseconds patience = std::chrono::seconds(20))
    {
        m_flow = std::make_shared<OAuthFlow>(provider, u"ann@example.org"_s);
        connect(m_flow.get(), &OAuthFlow::browserWanted, this, [this](const QUrl &url) { m_page = url; });
        m_flow->run(patience).then([this, number = ++m_begun](const Result<TokenAnswer> &result) {
            if (number == m_begun) // else it is one that was given up before
                m_ended = result;
        });
        QVERIFY(m_page.isValid());
    }
    QString pageValue(const QString &key) const
    {
        return QUrlQuery(m_page).queryItemValue(key, QUrl::FullyDecoded);
    }
    QByteArray why() const { return *m_ended ? QByteArray() : m_ended->error().text.toUtf8(); }
    void failsAs(ErrorKind kind)
    {
        QTRY_VERIFY_WITH_TIMEOUT(m_ended.has_value(), 15'000);
        QVERIFY(!*m_ended);
        QVERIFY2(m_ended->error().kind == kind, qPrintable(m_ended->error().text));
        QVERIFY(!m_ended->error().text.isEmpty());
        for (const QString &secret : m_server->given())
            QVERIFY2(!m_ended->error().text.contains(secret), qPrintable(m_ended->error().text));
    }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<OAuthServer>();
        m_ended.reset();
        m_page.clear();
    }
    void cleanup()
    {
        ++m_begun;
        m_flow.reset();
    }

    void the_page_signs_in_and_the_browser_says_so()
    {
        begin();
        const QByteArray shown = visit(m_page);
        QVERIFY2(shown.contains("You can close this page"), shown.constData());
        QTRY_VERIFY_WITH_TIMEOUT(m_ended.has_value(), 10'000);
        QVERIFY2(bool(*m_ended), why().constData());
        QVERIFY((*m_ended)->access.startsWith("access-canary"_L1));
        QVERIFY((*m_ended)->refresh.startsWith("refresh-canary"_L1));
        QCOMPARE(m_server->exchanges(), 1);
    }

    void the_address_asks_for_what_it_should()
    {
        begin();
        QCOMPARE(pageValue(u"response_type"_s), u"code"_s);
        QCOMPARE(pageValue(u"code_challenge_method"_s), u"S256"_s);
        QCOMPARE(pageValue(u"code_challenge"_s).size(), 43);
        QCOMPARE(pageValue(u"scope"_s), u"mail offline"_s);
        QCOMPARE(pageValue(u"login_hint"_s), u"ann@example.org"_s);
        QCOMPARE(pageValue(u"prompt"_s), u"consent"_s);
        QVERIFY(pageValue(u"state"_s).size() >= 32);
        QVERIFY(pageValue(u"redirect_uri"_s).startsWith("http://127.0.0.1:"_L1));
        const QString before = pageValue(u"state"_s);
        begin();
        QVERIFY(pageValue(u"state"_s) != before);
    }

    void what_the_providers_address_says_already_stays_in_it()
    {
        OAuthProvider tenant = provider();
        tenant.authorizeUrl = m_server->url(u"/authorize"_s);
        tenant.authorizeUrl.setQuery(u"tenant=a%26b&state=fixed"_s);
        begin(tenant);
        QCOMPARE(pageValue(u"tenant"_s), u"a&b"_s);
        QCOMPARE(QUrlQuery(m_page).allQueryItemValues(u"state"_s).size(), 1);
        QVERIFY(pageValue(u"state"_s) != u"fixed"_s);
    }

    void a_plus_sign_in_the_address_is_no_blank()
    {
        m_flow = std::make_shared<OAuthFlow>(provider(), u"ann+mail@example.org"_s);
        connect(m_flow.get(), &OAuthFlow::browserWanted, this, [this](const QUrl &url) { m_page = url; });
        m_flow->run().then([](const Result<TokenAnswer> &) { });
        QVERIFY(m_page.query(QUrl::FullyEncoded).contains("login_hint=ann%2Bmail"_L1));
        QCOMPARE(pageValue(u"login_hint"_s), u"ann+mail@example.org"_s);
    }

    void what_carries_another_state_is_not_listened_to()
    {
        begin();
        const QString back = pageValue(u"redirect_uri"_s);
        visit(QUrl(back + "?code=stolen&state=wrong"_L1));
        visit(QUrl(back + "?error=access_denied&state=wrong"_L1));
        visit(QUrl(back + "?code=stolen"_L1));
        visit(QUrl(back + "favicon.ico"_L1));
        QVERIFY(!m_ended);
        QCOMPARE(m_server->exchanges(), 0);
        visit(m_page);
        QTRY_VERIFY_WITH_TIMEOUT(m_ended.has_value(), 10'000);
        QVERIFY2(bool(*m_ended), why().constData());
    }

    void a_person_who_refuses_is_told_how_to_go_on()
    {
        m_server->setDenying(true);
        begin();
        QVERIFY(visit(m_page).contains("You can close this page"));
        failsAs(ErrorKind::Auth);
        QVERIFY(m_ended->error().text.contains("Sign in again"_L1));
    }

    void mail_that_was_unticked_is_told()
    {
        m_server->setGranted(u"profile email"_s);
        begin();
        visit(m_page);
        failsAs(ErrorKind::Auth);
        QVERIFY(m_ended->error().text.contains("did not allow"_L1));
    }

    void leave_to_stay_signed_in_alone_opens_no_mailbox()
    {
        m_server->setGranted(u"offline_access"_s);
        OAuthProvider lasting = provider();
        lasting.scopes = {u"mail"_s, u"offline_access"_s};
        begin(lasting);
        visit(m_page);
        failsAs(ErrorKind::Auth);
        QVERIFY(m_ended->error().text.contains("did not allow"_L1));
    }

    void a_code_arrives_as_it_was_given()
    {
        m_server->setManner(OAuthServer::Manner::NoToken);
        begin();
        visit(QUrl(pageValue(u"redirect_uri"_s) + "?code=4%2F0A%2Bb%26c%3D%25d-_~&state="_L1
                   + pageValue(u"state"_s)));
        QTRY_COMPARE(m_server->lastCode(), u"4/0A+b&c=%d-_~"_s); // Google's have such characters
    }

    void a_page_that_is_loaded_again_is_not_exchanged_again()
    {
        begin();
        m_server->setManner(OAuthServer::Manner::Silent);
        const QUrl back(pageValue(u"redirect_uri"_s) + "?code=once&state="_L1 + pageValue(u"state"_s));
        visit(back);
        QTRY_COMPARE(m_server->exchanges(), 1);
        QVERIFY(visit(back).contains("You can close this page"));
        visit(m_server->url(u"/nothing"_s)); // by then it would be there
        QCOMPARE(m_server->exchanges(), 1);
    }

    void a_token_endpoint_that_fails_ends_with_a_sentence_data()
    {
        QTest::addColumn<OAuthServer::Manner>("manner");
        QTest::addColumn<ErrorKind>("kind");
        QTest::newRow("garbage") << OAuthServer::Manner::Garbage << ErrorKind::Protocol;
        QTest::newRow("endless") << OAuthServer::Manner::Huge << ErrorKind::Protocol;
        QTest::newRow("no token") << OAuthServer::Manner::NoToken << ErrorKind::Protocol;
        QTest::newRow("elsewhere") << OAuthServer::Manner::Redirecting << ErrorKind::Protocol;
        QTest::newRow("busy") << OAuthServer::Manner::Busy << ErrorKind::Network;
        QTest::newRow("cut off") << OAuthServer::Manner::CutOff << ErrorKind::Network;
        QTest::newRow("not registered") << OAuthServer::Manner::StrangerClient << ErrorKind::Invalid;
    }
    void a_token_endpoint_that_fails_ends_with_a_sentence()
    {
        QFETCH(OAuthServer::Manner, manner);
        QFETCH(ErrorKind, kind);
        m_server->setManner(manner);
        begin();
        visit(m_page);
        failsAs(kind);
    }

    void a_person_who_never_comes_back_is_not_waited_for()
    {
        begin(std::chrono::milliseconds(50));
        failsAs(ErrorKind::Network);
        QVERIFY(m_ended->error().text.contains("browser"_L1));
        QTcpSocket late;
        late.connectToHost(u"127.0.0.1"_s, quint16(QUrl(pageValue(u"redirect_uri"_s)).port()));
        QVERIFY2(!late.waitForConnected(500), "the port is closed again");
    }

    void giving_up_ends_it_at_once()
    {
        begin();
        m_flow->cancel();
        QTRY_VERIFY(m_ended.has_value());
        QCOMPARE(m_ended->error().kind, ErrorKind::Cancelled);
    }

    void other_programs_talk_to_the_port_without_harm()
    {
        begin();
        const auto port = quint16(QUrl(pageValue(u"redirect_uri"_s)).port());
        for (const QByteArray &talk :
             {QByteArray("\0\0\0\0", 4), QByteArray("GET\r\n\r\n"),
              QByteArray("BREW /pot HTTCPCP/1.0\r\n\r\n"), QByteArray("GET http://evil/ HTTP/1.1\r\n\r\n"),
              QByteArray("GET /?state=%ff%00 HTTP/1.1\r\n\r\n")}) {
            QTcpSocket other;
            other.connectToHost(u"127.0.0.1"_s, port);
            QTRY_COMPARE(other.state(), QAbstractSocket::ConnectedState);
            other.write(talk);
            QTRY_COMPARE(other.bytesToWrite(), 0);
            other.disconnectFromHost();
            QCoreApplication::processEvents();
        }
        QVERIFY(!m_ended);
        visit(m_page);
        QTRY_VERIFY_WITH_TIMEOUT(m_ended.has_value(), 10'000);
        QVERIFY(bool(*m_ended));
    }
};

QTEST_GUILESS_MAIN(FlowTest)
#include "flow_test.moc"
