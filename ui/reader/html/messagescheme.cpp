#include "ui/reader/html/messagescheme.h"

#include <QBuffer>
#include <QPointer>
#include <QUrl>
#include <QWebEngineUrlRequestJob>
#include <QWebEngineUrlScheme>

namespace kw {

void MessageScheme::registerOnce()
{
    if (!QWebEngineUrlScheme::schemeByName("kittiwake").name().isEmpty())
        return;
    QWebEngineUrlScheme scheme("kittiwake");
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Path);
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme);
    QWebEngineUrlScheme::registerScheme(scheme);
}

void MessageScheme::setMessage(QByteArray sheet, const HtmlEngine::Page &page)
{
    m_sheet = std::move(sheet);
    m_pictures = page.pictures;
    m_remote = page.remote;
}

void MessageScheme::reply(QWebEngineUrlRequestJob *job, const QByteArray &data, const QByteArray &type)
{
    if (data.isEmpty()) {
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        return;
    }
    auto *buffer = new QBuffer(job);
    buffer->setData(data);
    buffer->open(QIODevice::ReadOnly);
    job->reply(type, buffer);
}

void MessageScheme::requestStarted(QWebEngineUrlRequestJob *job)
{
    const QString path = job->requestUrl().path(QUrl::FullyDecoded);
    const QLatin1StringView cid("/cid/");
    const QLatin1StringView remote("/remote/");
    // The job may be gone by the time of the answer.
    const HtmlEngine::Fetched answer
        = [job = QPointer(job)](const QByteArray &octets, const QByteArray &type) {
              if (job)
                  reply(job, octets, type);
          };
    if (path.startsWith(QLatin1StringView("/body/")))
        answer(m_sheet, "text/html");
    else if (path.startsWith(cid) && m_pictures)
        m_pictures(path.sliced(cid.size()), answer);
    else if (path.startsWith(remote) && m_remote)
        m_remote(path.sliced(remote.size()).toInt(), answer);
    else
        answer({}, {});
}

} // namespace kw
