#include "core/account/oauth/tokenrefresh.h"

#include "core/base/resumelater.h"

#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

// As a form is sent: spaces, plus signs and all that is not ASCII percent-encoded.
QByteArray form(const QList<std::pair<QByteArray, QString>> &fields)
{
    QByteArrayList parts;
    for (const auto &[key, value] : fields)
        parts.append(key + '=' + value.toUtf8().toPercentEncoding());
    return parts.join('&');
}

} // namespace

TokenRefresh::TokenRefresh(OAuthProvider provider)
    : m_provider(std::move(provider))
{
}

TokenRefresh::~TokenRefresh()
{
    cancel();
}

void TokenRefresh::cancel()
{
    resumeLater(m_waiting, Result<TokenAnswer>(Error{ErrorKind::Cancelled, {}, {}}));
}

Task<Result<TokenAnswer>> TokenRefresh::run(QString refreshToken, int patienceMs)
{
    QList<std::pair<QByteArray, QString>> fields{{"grant_type", u"refresh_token"_s},
                                                 {"refresh_token", refreshToken},
                                                 {"client_id", m_provider.clientId}};
    if (!m_provider.clientSecret.isEmpty())
        fields.append({"client_secret", m_provider.clientSecret});
    QNetworkRequest request(m_provider.tokenUrl);
    request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
    request.setRawHeader("Accept", "application/json");
    m_network.setPatience(patienceMs);
    auto *reply = m_network.post(request, form(fields));
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        resumeLater(m_waiting, readTokenAnswer(tokenReply(*reply), m_provider.title));
        reply->deleteLater();
    });
    const auto waiting = m_waiting;
    co_return co_await waiting;
}

} // namespace kw
