#pragma once

#include "core/base/result.h"
#include "core/setup/ask.h"
#include "core/setup/lookupplaces.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <QUrl>

class QNetworkReply;

namespace kw {

struct WebPage {
    QByteArray body;
    bool isVerified = false; // every step of the way was HTTPS with a certificate that proves the host's name
};

// One page by GET: no cookies, no cache, no credentials, bounded in size, time and redirects, which never
// lead from HTTPS to HTTP nor to this network's own machines. Errors: NotFound, Network, Tls, Invalid,
// Cancelled.
class WebFetch final : public AskFor<Result<WebPage>>
{
public:
    // `network` is not owned.
    WebFetch(QNetworkAccessManager &network, const LookupPlaces &places, QUrl url, qsizetype maxBytes);
    ~WebFetch() override;

protected:
    void begin() override;
    void end() override;
    Result<WebPage> tooLate() const override;

private:
    void get();
    void read();
    void onFinished();
    void follow(const QUrl &target);
    Error failure() const;

    QNetworkAccessManager &m_network;
    const LookupPlaces &m_places;
    QUrl m_url;
    const qsizetype m_maxBytes;
    QPointer<QNetworkReply> m_reply;
    WebPage m_page;
    QString m_certificateProblem;
    int m_redirects = 0;
};

} // namespace kw
