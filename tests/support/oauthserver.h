#pragma once

#include <QByteArray>
#include <QHash>
#include <QMutex>
#include <QSet>
#include <QString>
#include <QThread>
#include <QUrl>
#include <QUrlQuery>

#include <memory>

namespace kw {

// An OAuth 2.0 provider on loopback, on a thread of its own: a page that lets everybody in at once, a token
// endpoint that insists on PKCE (RFC 7636) and gives new refresh tokens each time, and introspection (RFC
// 7662) for mail servers. Behaves badly when told to. Ends with the object.
class OAuthServer
{
public:
    OAuthServer();
    ~OAuthServer();
    OAuthServer(const OAuthServer &) = delete;
    OAuthServer &operator=(const OAuthServer &) = delete;

    quint16 port() const { return m_port; }
    QUrl url(const QString &path) const;
    // A group of oauth.ini that describes this provider.
    QByteArray ini(const QByteArray &name = "local") const;

    enum class Manner {
        Good,
        Slow, // answers well, after half a second
        Silent, // never answers
        Garbage,
        Huge, // an endless answer
        Busy, // 503
        CutOff, // closes at once
        StrangerClient, // invalid_client
        NoToken, // 200 without a token
        Redirecting, // 302 to somewhere
    };
    void setManner(Manner manner); // of the token endpoint
    void setDenying(bool denies); // the page
    void setGranted(const QString &scope); // what "scope" of the answer says; empty: nothing
    void setLifetime(int seconds); // of access tokens from now on
    void setUser(const QString &user); // who signs in on the page
    void revokeAll(); // nothing given so far is good any more
    QString issue(const QString &user); // an access token without any page
    void expireAccess(); // access tokens given so far are not; they can be renewed

    bool takes(const QString &refreshToken) const; // it would renew with that one
    int refreshes() const; // asked for
    int exchanges() const; // codes for tokens
    int introspections() const;
    QSet<QString> given() const; // every secret handed out so far, codes too
    QUrlQuery lastPage() const; // what the page was asked
    QString lastCode() const; // shown to be exchanged

private:
    class Host;
    struct State {
        Manner manner = Manner::Good;
        bool denies = false;
        QString granted;
        int lifetime = 3600;
        QString user = QStringLiteral("ann");
        int refreshes = 0;
        int exchanges = 0;
        int introspections = 0;
        int made = 0;
        QHash<QString, QString> challenges; // code -> code_challenge and redirect_uri
        QHash<QString, QString> refreshTokens; // -> user
        QHash<QString, QString> accessTokens; // -> user
        QSet<QString> given;
        QUrlQuery lastPage;
        QString lastCode;
    };
    bool isSlow() const;
    QString fresh(State &state, const QString &kind) const;
    QByteArray answer(const QByteArray &method, const QUrl &url, const QByteArray &body, bool &close);
    QByteArray page(const QUrlQuery &query);
    QByteArray token(const QUrlQuery &form, bool &close);
    QByteArray grant(State &state, const QString &user);
    QByteArray introspect(const QByteArray &token);

    mutable QMutex m_mutex;
    State m_state;
    QThread m_thread;
    Host *m_host = nullptr;
    quint16 m_port = 0;
};

// What a person's browser does: opens the address, follows where it is sent, and shows the last page. Spins
// the calling thread's event loop; empty where nothing came.
QByteArray visit(const QUrl &url);

} // namespace kw
