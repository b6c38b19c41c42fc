#include "core/remote/unsubscriber.h"

#include "core/remote/quietrequest.h"

#include <QNetworkReply>
#include <QNetworkRequest>
#include <QSslCertificate>
#include <QSslConfiguration>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

QNetworkRequest requestFor(const QUrl &page)
{
    QNetworkRequest request = quietRequest(page, Unsubscriber::TimeoutMs);
    // RFC 8058 3.1 forbids redirections; the sender's mistake is not the person's.
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    return request;
}

} // namespace

Unsubscriber::Unsubscriber(QObject *parent)
    : QObject(parent)
{
}

void Unsubscriber::leave(const QUrl &page, Done done)
{
    if (page.scheme() != "https"_L1 || page.host().isEmpty()) {
        done(Error{ErrorKind::Invalid,
                   tr("This list gives no safe address to leave it. Look for a link in the message instead."),
                   {}});
        return;
    }
    QNetworkRequest request = requestFor(page);
    if (!m_authorities.isEmpty()) {
        QSslConfiguration config = request.sslConfiguration();
        config.addCaCertificates(m_authorities);
        request.setSslConfiguration(config);
    }
    QNetworkReply *reply = m_network.post(request, "List-Unsubscribe=One-Click");
    connect(reply, &QNetworkReply::finished, this, [reply, done = std::move(done), host = page.host()] {
        reply->deleteLater();
        const int status = reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
        if (status >= 200 && status < 300)
            done(Result<void>{});
        else if (status != 0)
            done(Error{
                ErrorKind::Refused,
                tr("%1 did not accept it (answer %2). Try again later, or look for a link in the message.")
                    .arg(host)
                    .arg(status),
                {}});
        else
            done(Error{ErrorKind::Network,
                       tr("%1 cannot be reached safely (%2). Check your network, then try again.")
                           .arg(host, reply->errorString()),
                       {}});
    });
}

} // namespace kw
