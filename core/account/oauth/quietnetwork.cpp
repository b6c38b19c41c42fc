#include "core/account/oauth/quietnetwork.h"

#include "core/account/oauth/tokenanswer.h"

#include <QNetworkCookie>
#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QTimer>

namespace kw {

namespace {

// Neither takes nor gives any.
class NoCookies : public QNetworkCookieJar
{
public:
    using QNetworkCookieJar::QNetworkCookieJar;
    QList<QNetworkCookie> cookiesForUrl(const QUrl &) const override { return {}; }
    bool setCookiesFromUrl(const QList<QNetworkCookie> &, const QUrl &) override { return false; }
};

} // namespace

QuietNetwork::QuietNetwork(QObject *parent)
    : QNetworkAccessManager(parent)
{
    setCookieJar(new NoCookies(this));
}

QNetworkReply *QuietNetwork::createRequest(Operation operation, const QNetworkRequest &request,
                                           QIODevice *outgoing)
{
    QNetworkRequest bounded(request);
    bounded.setTransferTimeout(m_timeoutMs);
    bounded.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy);
    bounded.setAttribute(QNetworkRequest::CacheSaveControlAttribute, false);
    bounded.setDecompressedSafetyCheckThreshold(MostTokenReplyOctets);
    auto *reply = QNetworkAccessManager::createRequest(operation, bounded, outgoing);
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply](qint64 received) {
        if (received <= MostTokenReplyOctets)
            return;
        reply->setProperty("tooLong", true);
        reply->abort();
    });
    // A slow trickle is no silence.
    const auto end = std::chrono::milliseconds(4LL * m_timeoutMs);
    QTimer::singleShot(end, reply, &QNetworkReply::abort);
    return reply;
}

} // namespace kw
