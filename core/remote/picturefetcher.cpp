#include "core/remote/picturefetcher.h"

#include "core/remote/quietrequest.h"

#include <QNetworkCookieJar>
#include <QNetworkReply>
#include <QNetworkRequest>
#include <QUrl>

#include <algorithm>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostRedirections = 5;

QNetworkRequest requestFor(const QUrl &url)
{
    QNetworkRequest request = quietRequest(url, PictureFetcher::TimeoutMs);
    request.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::NoLessSafeRedirectPolicy);
    request.setMaximumRedirectsAllowed(MostRedirections);
    request.setRawHeader("Accept", "image/*");
    return request;
}

} // namespace

QByteArray pictureType(const QByteArray &octets)
{
    if (octets.startsWith("\x89PNG\r\n\x1a\n"))
        return "image/png";
    if (octets.startsWith("\xff\xd8\xff"))
        return "image/jpeg";
    if (octets.startsWith("GIF87a") || octets.startsWith("GIF89a"))
        return "image/gif";
    if (octets.startsWith("RIFF") && octets.sliced(std::min<qsizetype>(8, octets.size())).startsWith("WEBP"))
        return "image/webp";
    if (octets.startsWith("BM"))
        return "image/bmp";
    const QByteArray brand = octets.mid(4, 8);
    return brand == "ftypavif" || brand == "ftypavis" ? "image/avif" : QByteArray();
}

PictureFetcher::PictureFetcher(QObject *parent)
    : QObject(parent)
{
    m_network.setCookieJar(new QNetworkCookieJar(&m_network)); // stays empty: see quietRequest()
}

PictureFetcher::~PictureFetcher()
{
    stop();
}

void PictureFetcher::fetch(const QString &url, Done done)
{
    m_waiting.append({url, std::move(done)});
    startNext();
}

void PictureFetcher::stop()
{
    QList<Done> all;
    for (const Wanted &wanted : std::exchange(m_waiting, {}))
        all.append(wanted.done);
    for (const auto &[reply, done] : std::exchange(m_running, {})) {
        reply->disconnect(this);
        reply->abort();
        reply->deleteLater();
        all.append(done);
    }
    for (const Done &done : std::as_const(all))
        done({});
}

void PictureFetcher::startNext()
{
    while (m_running.size() < MostAtOnce && !m_waiting.isEmpty())
        start(m_waiting.takeFirst());
}

void PictureFetcher::start(const Wanted &wanted)
{
    const QUrl url(wanted.url, QUrl::StrictMode);
    const bool isWeb = url.scheme() == "https"_L1 || url.scheme() == "http"_L1;
    if (!isWeb || url.host().isEmpty()) {
        wanted.done({});
        return;
    }
    QNetworkReply *reply = m_network.get(requestFor(url));
    m_running.append({reply, wanted.done});
    connect(reply, &QNetworkReply::downloadProgress, this, [reply](qint64 received, qint64 total) {
        if (received > MostOctets || total > MostOctets)
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [this, reply] {
        const auto mine = std::find_if(m_running.begin(), m_running.end(),
                                       [reply](const auto &one) { return one.first == reply; });
        if (mine == m_running.end())
            return;
        const Done done = mine->second;
        m_running.erase(mine);
        Picture picture;
        if (reply->error() == QNetworkReply::NoError) {
            picture.octets = reply->readAll();
            picture.type = pictureType(picture.octets);
            if (picture.type.isEmpty())
                picture.octets.clear();
        }
        reply->deleteLater();
        done(picture);
        startNext();
    });
}

} // namespace kw
