#include "core/account/oauth/tokenanswer.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

// What token endpoints say, and what it means.
class AnswersTest : public QObject
{
    Q_OBJECT

    static Result<TokenAnswer> read(int status, const QByteArray &body)
    {
        return readTokenAnswer({status, false, false, body}, u"Example"_s);
    }

private Q_SLOTS:
    void a_good_answer_is_read()
    {
        const auto answer
            = read(200,
                   "{\"access_token\":\"a.b-c_d~e+/=\",\"refresh_token\":\"r\",\"expires_in\":3599, "
                   "\"token_type\":\"Bearer\",\"scope\":\"mail offline\"}");
        QVERIFY(bool(answer));
        QCOMPARE(answer->access, u"a.b-c_d~e+/="_s);
        QCOMPARE(answer->refresh, u"r"_s);
        QCOMPARE(answer->lifetimeMs, 3'599'000);
        QCOMPARE(answer->scopes, (QStringList{u"mail"_s, u"offline"_s}));
    }

    void lifetimes_are_bounded_data()
    {
        QTest::addColumn<QByteArray>("told");
        QTest::addColumn<qint64>("ms");
        QTest::newRow("missing") << QByteArray() << 3'600'000LL;
        QTest::newRow("as text") << QByteArray(",\"expires_in\":\"120\"") << 120'000LL;
        QTest::newRow("nonsense") << QByteArray(",\"expires_in\":\"soon\"") << 3'600'000LL;
        QTest::newRow("negative") << QByteArray(",\"expires_in\":-5") << 3'600'000LL;
        QTest::newRow("none at all") << QByteArray(",\"expires_in\":0") << 1'000LL;
        QTest::newRow("for ever") << QByteArray(",\"expires_in\":1e300") << 365LL * 86'400'000;
        QTest::newRow("a list") << QByteArray(",\"expires_in\":[1]") << 3'600'000LL;
    }
    void lifetimes_are_bounded()
    {
        QFETCH(QByteArray, told);
        QFETCH(qint64, ms);
        const auto answer = read(200, "{\"access_token\":\"a\"" + told + '}');
        QVERIFY(bool(answer));
        QCOMPARE(answer->lifetimeMs, ms);
    }

    void what_is_no_token_is_not_believed_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("<html>");
        QTest::newRow("a list") << QByteArray("[1]");
        QTest::newRow("no token") << QByteArray("{}");
        QTest::newRow("a number") << QByteArray("{\"access_token\":7}");
        QTest::newRow("line end") << QByteArray("{\"access_token\":\"a\\r\\nA1 LOGOUT\"}");
        QTest::newRow("control character") << QByteArray("{\"access_token\":\"a\\u0001b\"}");
        QTest::newRow("not ASCII") << QByteArray("{\"access_token\":\"\xc3\xa4\"}");
        QTest::newRow("too long") << "{\"access_token\":\"" + QByteArray(20'000, 'a') + "\"}";
        QTest::newRow("bad refresh token")
            << QByteArray("{\"access_token\":\"a\",\"refresh_token\":\"b c\"}");
        QTest::newRow("deep") << QByteArray(5000, '[');
    }
    void what_is_no_token_is_not_believed()
    {
        QFETCH(QByteArray, body);
        const auto answer = read(200, body);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, ErrorKind::Protocol);
        QVERIFY(!answer.error().text.contains("LOGOUT"_L1));
    }

    void refusals_mean_what_they_mean_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<ErrorKind>("kind");
        const auto error = [](const char *code) { return "{\"error\":\"" + QByteArray(code) + "\"}"; };
        QTest::newRow("revoked") << 400 << error("invalid_grant") << ErrorKind::Auth;
        QTest::newRow("asks the person") << 400 << error("interaction_required") << ErrorKind::Auth;
        QTest::newRow("unknown client") << 401 << error("invalid_client") << ErrorKind::Invalid;
        QTest::newRow("busy, says it") << 400 << error("temporarily_unavailable") << ErrorKind::Network;
        QTest::newRow("overloaded") << 503 << QByteArray("<html>") << ErrorKind::Network;
        QTest::newRow("revoked, says a broken server") << 500 << error("invalid_grant") << ErrorKind::Network;
        QTest::newRow("too often") << 429 << QByteArray() << ErrorKind::Network;
        QTest::newRow("no answer") << 0 << QByteArray() << ErrorKind::Network;
        QTest::newRow("moved") << 302 << QByteArray() << ErrorKind::Protocol;
        QTest::newRow("not there") << 404 << QByteArray("<html>") << ErrorKind::Protocol;
    }
    void refusals_mean_what_they_mean()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(ErrorKind, kind);
        const auto answer = read(status, body);
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, kind);
        QVERIFY(answer.error().text.contains("Example"_L1));
        QCOMPARE(answer.error().code == QLatin1StringView(SignInAgainCode), kind == ErrorKind::Auth);
    }
};

QTEST_GUILESS_MAIN(AnswersTest)
#include "answers_test.moc"
