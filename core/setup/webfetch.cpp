#include "core/setup/webfetch.h"

#include "core/setup/mailaddress.h"

#include <QCoreApplication>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr int MaxRedirects = 3;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Discovery)
};

bool isHttps(const QUrl &url)
{
    return url.scheme() == "https"_L1;
}

quint16 portOf(const QUrl &url)
{
    return quint16(url.port(isHttps(url) ? 443 : 80));
}

// As DNS has it: Qt shows names in other scripts as people read them.
QString hostOf(const QUrl &url)
{
    return url.host(QUrl::FullyEncoded);
}

Error notThere(const QString &host)
{
    return {ErrorKind::NotFound, Words::tr("There is no such page at %1.").arg(host), {}};
}

} // namespace

WebFetch::WebFetch(QNetworkAccessManager &network, const LookupPlaces &places, QUrl url, qsizetype maxBytes)
    : m_network(network)
    , m_places(places)
    , m_url(std::move(url))
    , m_maxBytes(maxBytes)
{
    m_page.isVerified = true;
}

WebFetch::~WebFetch()
{
    end();
}

void WebFetch::begin()
{
    get();
}

void WebFetch::get()
{
    const Endpoint where = m_places.where(hostOf(m_url), portOf(m_url));
    if (where.address.isEmpty()) {
        finish(notThere(m_url.host()));
        return;
    }
    m_page.isVerified = m_page.isVerified && isHttps(m_url);
    QUrl url = m_url;
    url.setHost(where.address);
    url.setPort(where.port);
    QNetworkRequest request(url);
    request.setRawHeader("Host", m_url.authority(QUrl::FullyEncoded).toLatin1());
    request.setHeader(QNetworkRequest::UserAgentHeader, u"Kittiwake"_s);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setAttribute(QNetworkRequest::CacheLoadControlAttribute, QNetworkRequest::AlwaysNetwork);
    request.setAttribute(QNetworkRequest::CookieLoadControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::CookieSaveControlAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::AuthenticationReuseAttribute, QNetworkRequest::Manual);
    request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    request.setDecompressedSafetyCheckThreshold(m_maxBytes);
    if (isHttps(m_url)) {
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.addCaCertificates(m_places.authorities);
        request.setSslConfiguration(tls);
        request.setPeerVerifyName(hostOf(m_url));
    }
    m_reply = m_network.get(request);
    m_reply->setReadBufferSize(m_maxBytes + 1);
    connect(m_reply, &QNetworkReply::sslErrors, this, [this](const QList<QSslError> &errors) {
        m_certificateProblem = errors.isEmpty() ? QString() : errors.first().errorString();
    });
    connect(m_reply, &QNetworkReply::readyRead, this, &WebFetch::read);
    connect(m_reply, &QNetworkReply::finished, this, &WebFetch::onFinished);
}

void WebFetch::read()
{
    m_page.body += m_reply->read(m_maxBytes + 1 - m_page.body.size());
    if (m_page.body.size() > m_maxBytes)
        finish(Error{ErrorKind::Invalid,
                     Words::tr("The page at %1 is far too long for settings.").arg(m_url.host()),
                     {}});
}

void WebFetch::onFinished()
{
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QUrl target = m_reply->attribute(QNetworkRequest::RedirectionTargetAttribute).toUrl();
    if (m_reply->error() == QNetworkReply::NoError && !target.isEmpty()) {
        follow(m_url.resolved(target));
    } else if (m_reply->error() != QNetworkReply::NoError || status != 200) {
        finish(failure());
    } else {
        read();
        if (!isOver())
            finish(m_page);
    }
}

void WebFetch::follow(const QUrl &target)
{
    const bool isAllowed = (isHttps(target) || (target.scheme() == "http"_L1 && !isHttps(m_url)))
        && isPublicName(hostOf(target)) && ++m_redirects <= MaxRedirects;
    if (!isAllowed) {
        finish(
            Error{ErrorKind::Invalid,
                  Words::tr("%1 passes the question on in a way that cannot be trusted.").arg(m_url.host()),
                  {}});
        return;
    }
    m_url = target.adjusted(QUrl::RemoveUserInfo | QUrl::RemoveFragment);
    m_page.body.clear();
    end();
    get();
}

Error WebFetch::failure() const
{
    const QString host = m_url.host();
    switch (m_reply->error()) {
    case QNetworkReply::SslHandshakeFailedError:
        return {ErrorKind::Tls,
                m_certificateProblem.isEmpty()
                    ? Words::tr("%1 does not offer an encrypted connection for its page.").arg(host)
                    : Words::tr("The certificate of %1 cannot be verified (%2), so its page was not read.")
                          .arg(host, m_certificateProblem),
                {}};
    case QNetworkReply::HostNotFoundError:
    case QNetworkReply::ConnectionRefusedError:
    case QNetworkReply::ContentNotFoundError:
        return notThere(host);
    case QNetworkReply::TimeoutError:
        return tooLate().error();
    default:
        break;
    }
    if (m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt() >= 400)
        return notThere(host);
    return {ErrorKind::Network, Words::tr("%1 cannot be reached for its page.").arg(host), {}};
}

Result<WebPage> WebFetch::tooLate() const
{
    return Error{ErrorKind::Network, Words::tr("%1 gave no answer in time.").arg(m_url.host()), {}};
}

void WebFetch::end()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

} // namespace kw
