#include "ui/reader/html/messagescheme.h"

#include <QBuffer>
#include <QPointer>
#include <QUrl>
#include <QWebEngineUrlRequestJob>
#include <QWebEngineUrlScheme>

using namespace Qt::StringLiterals;

namespace kw {

void MessageScheme::registerOnce()
{
    if (!QWebEngineUrlScheme::schemeByName("kittiwake").name().isEmpty())
        return;
    QWebEngineUrlScheme scheme("kittiwake");
    scheme.setSyntax(QWebEngineUrlScheme::Syntax::Host);
    scheme.setFlags(QWebEngineUrlScheme::SecureScheme);
    QWebEngineUrlScheme::registerScheme(scheme);
}

void MessageScheme::setMessage(QByteArray sheet, const HtmlEngine::Page &page)
{
    ++m_number;
    m_sheet = std::move(sheet);
    m_pictures = page.pictures;
    m_remote = page.remote;
}

QUrl MessageScheme::address(int process) const
{
    return QUrl(u"kittiwake://message-%1/%2/body"_s.arg(process).arg(m_number));
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
    const QString ours = u"/%1/"_s.arg(m_number);
    const QStringView wanted = QStringView(path).sliced(path.startsWith(ours) ? ours.size() : path.size());
    const QLatin1StringView cid("cid/");
    const QLatin1StringView remote("remote/");
    // The job may be gone by the time of the answer.
    const HtmlEngine::Fetched answer
        = [job = QPointer(job)](const QByteArray &octets, const QByteArray &type) {
              if (job)
                  reply(job, octets, type);
          };
    if (wanted == "body"_L1)
        answer(m_sheet, "text/html");
    else if (wanted.startsWith(cid) && m_pictures)
        m_pictures(wanted.sliced(cid.size()).toString(), answer);
    else if (wanted.startsWith(remote) && m_remote)
        m_remote(wanted.sliced(remote.size()).toInt(), answer);
    else
        answer({}, {});
}

} // namespace kw
