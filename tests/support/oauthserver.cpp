#include "tests/support/oauthserver.h"

#include <QCryptographicHash>
#include <QEventLoop>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkReply>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

QByteArray http(const QByteArray &status, const QByteArray &body, const QByteArray &more = {})
{
    return "HTTP/1.1 " + status
        + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
        + QByteArray::number(body.size()) + "\r\n" + more + "\r\n" + body;
}

QByteArray json(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QByteArray refusal(const QString &code)
{
    return http("400 Bad Request", json({{u"error"_s, code}, {u"error_description"_s, u"No."_s}}));
}

QUrlQuery formQuery(const QByteArray &body)
{
    return QUrlQuery(QString::fromUtf8(QByteArray(body).replace('+', "%20")));
}

QString value(const QUrlQuery &query, const QString &key)
{
    return query.queryItemValue(key, QUrl::FullyDecoded);
}

} // namespace

// Lives on the server's thread.
class OAuthServer::Host : public QTcpServer
{
public:
    explicit Host(OAuthServer &server)
        : m_server(server)
    {
        connect(this, &QTcpServer::newConnection, this, [this] {
            while (QTcpSocket *client = nextPendingConnection()) {
                auto heard = std::make_shared<QByteArray>();
                connect(client, &QTcpSocket::readyRead, this,
                        [this, client, heard] { read(client, *heard); });
                connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
            }
        });
    }

private:
    void read(QTcpSocket *client, QByteArray &heard)
    {
        heard += client->readAll();
        const qsizetype end = heard.indexOf("\r\n\r\n");
        if (end < 0)
            return;
        qsizetype length = 0;
        const auto lines = heard.first(end).split('\n');
        for (const QByteArray &line : lines) {
            if (line.toLower().startsWith("content-length:"))
                length = line.mid(15).trimmed().toInt();
            if (line.toLower().startsWith("authorization: bearer "))
                m_bearer = line.mid(22).trimmed();
        }
        if (heard.size() < end + 4 + length)
            return;
        const auto words = lines.constFirst().split(' ');
        bool close = true;
        QByteArray body = heard.sliced(end + 4, length);
        if (body.isEmpty())
            body = std::exchange(m_bearer, {});
        const QByteArray answer
            = m_server.answer(words.value(0), QUrl::fromEncoded(words.value(1)), body, close);
        heard.clear();
        const auto say = [client, answer, close] {
            client->write(answer);
            if (close)
                client->disconnectFromHost();
        };
        if (m_server.isSlow())
            QTimer::singleShot(500, client, say);
        else
            say();
    }

    OAuthServer &m_server;
    QByteArray m_bearer;
};

OAuthServer::OAuthServer()
    : m_host(new Host(*this))
{
    m_host->listen(QHostAddress(QHostAddress::LocalHost));
    m_port = m_host->serverPort();
    m_host->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_host, &QObject::deleteLater);
    m_thread.start();
}

OAuthServer::~OAuthServer()
{
    m_thread.quit();
    m_thread.wait();
}

QUrl OAuthServer::url(const QString &path) const
{
    return QUrl(u"http://127.0.0.1:%1%2"_s.arg(m_port).arg(path));
}

QByteArray OAuthServer::ini(const QByteArray &name) const
{
    return '[' + name + "]\ntitle=Local\nauthorizeUrl=" + url(u"/authorize"_s).toEncoded()
        + "\ntokenUrl=" + url(u"/token"_s).toEncoded() + "\nscopes=mail offline\nclientId=kittiwake-test\n";
}

void OAuthServer::setManner(Manner manner)
{
    const QMutexLocker lock(&m_mutex);
    m_state.manner = manner;
}

bool OAuthServer::isSlow() const
{
    const QMutexLocker lock(&m_mutex);
    return m_state.manner == Manner::Slow;
}

void OAuthServer::setDenying(bool denies)
{
    const QMutexLocker lock(&m_mutex);
    m_state.denies = denies;
}

void OAuthServer::setGranted(const QString &scope)
{
    const QMutexLocker lock(&m_mutex);
    m_state.granted = scope;
}

void OAuthServer::setLifetime(int seconds)
{
    const QMutexLocker lock(&m_mutex);
    m_state.lifetime = seconds;
}

void OAuthServer::setUser(const QString &user)
{
    const QMutexLocker lock(&m_mutex);
    m_state.user = user;
}

void OAuthServer::revokeAll()
{
    const QMutexLocker lock(&m_mutex);
    m_state.refreshTokens.clear();
    m_state.accessTokens.clear();
}

QString OAuthServer::issue(const QString &user)
{
    const QMutexLocker lock(&m_mutex);
    const QString access = fresh(m_state, u"access"_s);
    m_state.accessTokens.insert(access, user);
    return access;
}

void OAuthServer::expireAccess()
{
    const QMutexLocker lock(&m_mutex);
    m_state.accessTokens.clear();
}

bool OAuthServer::takes(const QString &refreshToken) const
{
    const QMutexLocker lock(&m_mutex);
    return m_state.refreshTokens.contains(refreshToken);
}

int OAuthServer::refreshes() const
{
    const QMutexLocker lock(&m_mutex);
    return m_state.refreshes;
}

int OAuthServer::exchanges() const
{
    const QMutexLocker lock(&m_mutex);
    return m_state.exchanges;
}

int OAuthServer::introspections() const
{
    const QMutexLocker lock(&m_mutex);
    return m_state.introspections;
}

QSet<QString> OAuthServer::given() const
{
    const QMutexLocker lock(&m_mutex);
    return m_state.given;
}

QUrlQuery OAuthServer::lastPage() const
{
    const QMutexLocker lock(&m_mutex);
    return m_state.lastPage;
}

QString OAuthServer::lastCode() const
{
    const QMutexLocker lock(&m_mutex);
    return m_state.lastCode;
}

QString OAuthServer::fresh(State &state, const QString &kind) const
{
    const QString made = u"%1-canary-%2-%3"_s.arg(kind).arg(m_port).arg(++state.made);
    state.given.insert(made);
    return made;
}

QByteArray OAuthServer::answer(const QByteArray &method, const QUrl &url, const QByteArray &body, bool &close)
{
    const QMutexLocker lock(&m_mutex);
    if (url.path() == "/authorize"_L1 && method == "GET")
        return page(formQuery(url.query(QUrl::FullyEncoded).toUtf8()));
    if (url.path() == "/token"_L1 && method == "POST")
        return token(formQuery(body), close);
    if (url.path() == "/introspect"_L1)
        return introspect(body);
    return http("404 Not Found", "{}");
}

QByteArray OAuthServer::page(const QUrlQuery &query)
{
    m_state.lastPage = query;
    const QUrl back(value(query, u"redirect_uri"_s));
    if (back.host() != "127.0.0.1"_L1 || value(query, u"client_id"_s) != "kittiwake-test"_L1
        || value(query, u"response_type"_s) != "code"_L1
        || value(query, u"code_challenge_method"_s) != "S256"_L1)
        return refusal(u"invalid_request"_s);
    QUrlQuery answer;
    answer.addQueryItem(u"state"_s, value(query, u"state"_s));
    if (m_state.denies) {
        answer.addQueryItem(u"error"_s, u"access_denied"_s);
    } else {
        const QString code = fresh(m_state, u"code"_s);
        m_state.challenges.insert(code, value(query, u"code_challenge"_s) + u' ' + back.toString());
        answer.addQueryItem(u"code"_s, code);
    }
    QUrl to(back);
    to.setQuery(answer);
    return http("302 Found", {}, "Location: " + to.toEncoded() + "\r\n");
}

QByteArray OAuthServer::token(const QUrlQuery &form, bool &close)
{
    const bool isRefresh = value(form, u"grant_type"_s) == "refresh_token"_L1;
    ++(isRefresh ? m_state.refreshes : m_state.exchanges);
    if (!isRefresh)
        m_state.lastCode = value(form, u"code"_s);
    switch (m_state.manner) {
    case Manner::Slow:
    case Manner::Good:
        break;
    case Manner::Silent:
        close = false;
        return {};
    case Manner::Garbage:
        return http("200 OK", QByteArray("\0\xff{[\"access_token\":", 20));
    case Manner::Huge:
        return http("200 OK", "{\"access_token\":\"" + QByteArray(5'000'000, 'x') + "\"}");
    case Manner::Busy:
        return http("503 Service Unavailable", "<html>");
    case Manner::CutOff:
        return {};
    case Manner::StrangerClient:
        return refusal(u"invalid_client"_s);
    case Manner::NoToken:
        return http("200 OK", json({{u"token_type"_s, u"Bearer"_s}, {u"access_token"_s, u"a b\r\nc"_s}}));
    case Manner::Redirecting:
        return http("302 Found", {}, "Location: " + url(u"/elsewhere"_s).toEncoded() + "\r\n");
    }
    if (isRefresh) {
        const QString user
            = m_state.refreshTokens.take(value(form, u"refresh_token"_s)); // rotation: once only
        return user.isEmpty() ? refusal(u"invalid_grant"_s) : grant(m_state, user);
    }
    const QString known = m_state.challenges.take(value(form, u"code"_s));
    const QByteArray challenge
        = QCryptographicHash::hash(value(form, u"code_verifier"_s).toUtf8(), QCryptographicHash::Sha256)
              .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    const QString expected = QString::fromLatin1(challenge) + u' ' + value(form, u"redirect_uri"_s);
    return known.isEmpty() || known != expected ? refusal(u"invalid_grant"_s) : grant(m_state, m_state.user);
}

QByteArray OAuthServer::grant(State &state, const QString &user)
{
    const QString access = fresh(state, u"access"_s);
    const QString refresh = fresh(state, u"refresh"_s);
    state.accessTokens.insert(access, user);
    state.refreshTokens.insert(refresh, user);
    QJsonObject answer{{u"access_token"_s, access},
                       {u"refresh_token"_s, refresh},
                       {u"token_type"_s, u"Bearer"_s},
                       {u"expires_in"_s, state.lifetime}};
    if (!state.granted.isEmpty())
        answer.insert(u"scope"_s, state.granted);
    return http("200 OK", json(answer));
}

// The token in a form (RFC 7662), or alone, from the header Authorization.
QByteArray OAuthServer::introspect(const QByteArray &body)
{
    ++m_state.introspections;
    const QString told = value(formQuery(body), u"token"_s);
    const QString user = m_state.accessTokens.value(told.isEmpty() ? QString::fromUtf8(body) : told);
    if (user.isEmpty())
        return http("401 Unauthorized", json({{u"active"_s, false}}));
    return http("200 OK", json({{u"active"_s, true}, {u"username"_s, user}, {u"scope"_s, u"mail"_s}}));
}

QByteArray visit(const QUrl &url)
{
    QNetworkAccessManager browser;
    QNetworkRequest request(url);
    request.setTransferTimeout(10'000);
    auto *reply = browser.get(request);
    QEventLoop loop;
    QObject::connect(reply, &QNetworkReply::finished, &loop, &QEventLoop::quit);
    loop.exec();
    return reply->readAll();
}

} // namespace kw
