#include "core/remote/picturefetcher.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

const QByteArray Png = QByteArray::fromBase64(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

// Answers every request with the same; keeps what was asked.
class WebServer : public QTcpServer
{
public:
    explicit WebServer(QByteArray answer)
        : m_answer(std::move(answer))
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, socket, [this, socket] {
                requests += socket->readAll();
                if (!requests.endsWith("\r\n\r\n"))
                    return;
                socket->write(m_answer);
                socket->disconnectFromHost();
            });
        });
    }
    QString url() const { return u"http://127.0.0.1:%1/a.png?id=7"_s.arg(serverPort()); }
    QByteArray requests;

private:
    const QByteArray m_answer;
};

QByteArray answer(const QByteArray &body, const QByteArray &head = {})
{
    return "HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n" + head + "\r\n"
        + body;
}

std::optional<PictureFetcher::Picture> fetched(const QString &url)
{
    PictureFetcher fetcher;
    std::optional<PictureFetcher::Picture> got;
    fetcher.fetch(url, [&got](const PictureFetcher::Picture &picture) { got = picture; });
    if (!QTest::qWaitFor([&got] { return got.has_value(); }, 20'000))
        return {};
    return got;
}

} // namespace

class PictureFetcherTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_request_says_nothing_of_the_person()
    {
        WebServer server(answer(Png, "Content-Type: image/png\r\nSet-Cookie: who=you\r\n"));
        PictureFetcher fetcher;
        int done = 0;
        for (int i = 0; i < 2; ++i) {
            fetcher.fetch(server.url(), [&done](const PictureFetcher::Picture &picture) {
                QCOMPARE(picture.octets, Png);
                QCOMPARE(picture.type, "image/png");
                ++done;
            });
            QTRY_COMPARE(done, i + 1);
        }
        QVERIFY(server.requests.startsWith("GET /a.png?id=7 HTTP/1.1\r\n"));
        const QByteArray lower = server.requests.toLower();
        for (const char *telling :
             {"cookie", "referer", "origin", "kittiwake", "authorization", "if-", "qt", "etag"})
            QVERIFY2(!lower.contains(telling), server.requests.constData());
        QVERIFY(lower.contains("accept-language: en\r\n"));
    }

    void what_is_no_picture_is_nothing()
    {
        for (const QByteArray &body : {QByteArray("<svg onload=x>"), QByteArray("<html>"), QByteArray()}) {
            const WebServer server(answer(body, "Content-Type: image/png\r\n"));
            const auto got = fetched(server.url());
            QVERIFY(got && got->octets.isEmpty());
        }
        const WebServer missing("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");
        const auto got = fetched(missing.url());
        QVERIFY(got && got->octets.isEmpty());
        for (const auto &url : {u"file:///etc/passwd"_s, u"ftp://a.example/x"_s, u""_s, u"http://"_s}) {
            const auto nothing = fetched(url);
            QVERIFY(nothing && nothing->octets.isEmpty());
        }
    }

    void a_redirection_to_a_file_is_not_followed()
    {
        const WebServer server(
            "HTTP/1.1 302 Found\r\nLocation: file:///etc/passwd\r\nContent-Length: 0\r\n\r\n");
        const auto got = fetched(server.url());
        QVERIFY(got && got->octets.isEmpty());
    }

    void what_is_too_large_is_given_up()
    {
        const WebServer server("HTTP/1.1 200 OK\r\nContent-Length: 99999999\r\n\r\n" + Png);
        const auto got = fetched(server.url());
        QVERIFY(got && got->octets.isEmpty());
    }

    void stopping_answers_everybody()
    {
        QTcpServer silent;
        QVERIFY(silent.listen(QHostAddress::LocalHost));
        PictureFetcher fetcher;
        int answered = 0;
        for (int i = 0; i < 20; ++i)
            fetcher.fetch(u"http://127.0.0.1:%1/%2"_s.arg(silent.serverPort()).arg(i),
                          [&answered](const PictureFetcher::Picture &) { ++answered; });
        fetcher.stop();
        QCOMPARE(answered, 20);
    }
};

QTEST_GUILESS_MAIN(PictureFetcherTest)
#include "picturefetcher_test.moc"
