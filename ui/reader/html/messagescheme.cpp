#include "ui/reader/html/messagescheme.h"

#include <QBuffer>
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

void MessageScheme::setMessage(QByteArray page, HtmlEngine::Pictures pictures)
{
    m_page = std::move(page);
    m_pictures = std::move(pictures);
}

void MessageScheme::requestStarted(QWebEngineUrlRequestJob *job)
{
    const QString path = job->requestUrl().path(QUrl::FullyDecoded);
    QByteArray type = "text/html";
    QByteArray data;
    const QLatin1StringView cid("/cid/");
    if (path.startsWith(QLatin1StringView("/body/")))
        data = m_page;
    else if (path.startsWith(cid) && m_pictures)
        data = m_pictures(path.sliced(cid.size()), &type);
    if (data.isEmpty()) {
        job->fail(QWebEngineUrlRequestJob::UrlNotFound);
        return;
    }
    auto *buffer = new QBuffer(job);
    buffer->setData(data);
    buffer->open(QIODevice::ReadOnly);
    job->reply(type, buffer);
}

} // namespace kw
