#include "core/account/oauth/oauthflow.h"

#include "core/account/oauth/quietnetwork.h"
#include "core/base/resumelater.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <QOAuth2AuthorizationCodeFlow>
#include <QOAuthHttpServerReplyHandler>
#include <QRandomGenerator>
#include <QUrlQuery>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::OAuth)
};

constexpr int PageMs = 200;

QString randomState()
{
    std::array<quint32, 8> words{};
    QRandomGenerator::system()->fillRange(words.data(), words.size());
    return QString::fromLatin1(
        QByteArray(reinterpret_cast<const char *>(words.data()), sizeof(words)).toHex());
}

// Qt lets a plus sign stand, which is read as a blank ("ann+mail@example.org").
QString encoded(const QString &value)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(value));
}

// Shown by the browser whatever came of it: what did is in the window.
QString farewellPage()
{
    const QString title = Words::tr("You can close this page").toHtmlEscaped();
    const QString text
        = Words::tr("Go back to Kittiwake: it shows whether the sign-in went well.").toHtmlEscaped();
    return u"<style>body{font:1.1rem/1.5 system-ui,sans-serif;margin:20vh auto;max-width:32rem;padding:0 "
           u"2rem;"
           "color:#1d2733;background:#fff}h1{font-size:1.6rem;font-weight:600}"
           "@media(prefers-color-scheme:dark){body{color:#e6eaf0;background:#15191f}}</style>"
           "<h1>%1</h1><p>%2</p>"_s.arg(title, text);
}

Error denied(const QString &who)
{
    return {
        ErrorKind::Auth,
        Words::tr("%1 did not allow it: the sign-in was refused or given up in the browser. Sign in again "
                  "whenever you like.")
            .arg(who),
        QLatin1StringView(SignInAgainCode)};
}

// What OpenID Connect (Core 5.4, 11) asks about the person; none of it opens a mailbox.
bool isAboutMail(const QString &scope)
{
    static const QStringList person{u"openid"_s,  u"profile"_s, u"email"_s,
                                    u"address"_s, u"phone"_s,   u"offline_access"_s};
    return !person.contains(scope, Qt::CaseInsensitive);
}

// People can untick what was asked for.
bool allowsMail(const OAuthProvider &provider, const TokenAnswer &answer)
{
    return answer.scopes.isEmpty() || std::ranges::none_of(provider.scopes, isAboutMail)
        || std::ranges::any_of(provider.scopes, [&answer](const QString &scope) {
               return isAboutMail(scope) && answer.scopes.contains(scope, Qt::CaseInsensitive);
           });
}

} // namespace

// Takes the answer of the page, and reads that of the token endpoint with our own eyes.
class OAuthFlow::Door : public QOAuthHttpServerReplyHandler
{
public:
    Door(quint16 port, OAuthFlow &flow)
        : QOAuthHttpServerReplyHandler(QHostAddress(QHostAddress::LocalHost), port)
        , m_flow(flow)
    {
        setCallbackText(farewellPage());
    }

    void networkReplyFinished(QNetworkReply *reply) override
    {
        m_flow.answered(tokenReply(*reply));
        reply->deleteLater();
    }

private:
    OAuthFlow &m_flow;
};

OAuthFlow::OAuthFlow(OAuthProvider provider, QString loginHint)
    : m_provider(std::move(provider))
    , m_loginHint(std::move(loginHint))
    , m_network(std::make_unique<QuietNetwork>())
{
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        finish(Error{ErrorKind::Network,
                     Words::tr("Nothing came back from the browser. Sign in again, and leave Kittiwake open "
                               "until the page of %1 is done.")
                         .arg(m_provider.title),
                     {}});
    });
}

OAuthFlow::~OAuthFlow()
{
    cancel();
}

Task<Result<TokenAnswer>> OAuthFlow::run(std::chrono::milliseconds patience)
{
    m_timeout.start(patience);
    if (!begin())
        finish(
            Error{ErrorKind::Network,
                  Words::tr("The browser's answer cannot be taken: no port of this computer can be opened. "
                            "Another program may have it; try again."),
                  {}});
    const auto waiting = m_waiting;
    co_return co_await waiting;
}

void OAuthFlow::cancel()
{
    finish(Error{ErrorKind::Cancelled, {}, {}});
}

bool OAuthFlow::begin()
{
    using Stage = QAbstractOAuth::Stage;
    m_door = std::make_unique<Door>(m_provider.redirectPort, *this);
    if (!m_door->isListening())
        return false;
    // Before the flow hears of it.
    connect(m_door.get(), &QAbstractOAuthReplyHandler::callbackReceived, this, &OAuthFlow::cameBack);
    m_flow = std::make_unique<QOAuth2AuthorizationCodeFlow>(m_provider.clientId, m_provider.authorizeUrl,
                                                            m_provider.tokenUrl, m_network.get());
    m_flow->setReplyHandler(m_door.get());
    m_flow->setPkceMethod(QOAuth2AuthorizationCodeFlow::PkceMethod::S256, 64);
    m_flow->setScope(m_provider.scopes.join(u' '));
    m_flow->setState(randomState());
    if (!m_provider.clientSecret.isEmpty())
        m_flow->setClientIdentifierSharedKey(m_provider.clientSecret);
    const QString back = u"http://%1:%2/"_s.arg(m_provider.redirectHost).arg(m_door->port());
    m_flow->setModifyParametersFunction(
        [back, more = furtherParameters()](Stage stage, QMultiMap<QString, QVariant> *all) {
            if (all->contains(u"redirect_uri"_s))
                all->replace(u"redirect_uri"_s, back);
            if (stage != Stage::RequestingAuthorization)
                return;
            for (const auto &[key, value] : more) {
                if (!all->contains(key))
                    all->insert(key, encoded(value));
            }
        });
    connect(m_flow.get(), &QAbstractOAuth::authorizeWithBrowser, this, &OAuthFlow::browserWanted);
    connect(m_flow.get(), &QAbstractOAuth2::error, this, [this](const QString &code) { refused(code); });
    connect(m_flow.get(), &QAbstractOAuth::requestFailed, this, [this] { refused({}); });
    m_flow->grant();
    return true;
}

// Of the page's address.
QList<std::pair<QString, QString>> OAuthFlow::furtherParameters() const
{
    auto more = m_provider.extra;
    // Qt leaves out what stands there already ("?tenant=…").
    more += QUrlQuery(m_provider.authorizeUrl).queryItems(QUrl::FullyDecoded);
    if (!m_loginHint.isEmpty())
        more.prepend({u"login_hint"_s, m_loginHint});
    return more;
}

void OAuthFlow::cameBack(const QVariantMap &values)
{
    m_isOurs = values.value(u"state"_s).toString() == m_flow->state();
    m_exchanging = m_exchanging || (m_isOurs && !values.value(u"code"_s).toString().isEmpty());
}

// Any page may send the browser to our port: only what carries our state counts.
void OAuthFlow::refused(const QString &code)
{
    if (!m_isOurs)
        return;
    Error error = denied(m_provider.title);
    if (code.isEmpty() && m_exchanging)
        error = readTokenAnswer({}, m_provider.title).error();
    else if (code == "server_error"_L1 || code == "temporarily_unavailable"_L1)
        error = readTokenAnswer({503, false, false, {}}, m_provider.title).error();
    // The browser is still to get its page.
    QTimer::singleShot(PageMs, this, [this, error] { finish(error); });
}

void OAuthFlow::answered(const TokenReply &reply)
{
    auto answer = readTokenAnswer(reply, m_provider.title);
    if (answer && !allowsMail(m_provider, *answer)) {
        finish(
            Error{ErrorKind::Auth,
                  Words::tr("%1 signed you in, but you did not allow Kittiwake to read and send mail. Sign "
                            "in again and leave that ticked.")
                      .arg(m_provider.title),
                  QLatin1StringView(SignInAgainCode)});
        return;
    }
    finish(std::move(answer));
}

void OAuthFlow::finish(Result<TokenAnswer> result)
{
    if (std::exchange(m_finished, true))
        return;
    m_timeout.stop();
    if (m_flow)
        m_flow->disconnect(this);
    // Neither goes yet: this may be called from their own signals.
    if (m_door)
        m_door->close();
    resumeLater(m_waiting, std::move(result));
}

} // namespace kw
