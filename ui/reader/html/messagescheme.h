#pragma once

#include "ui/reader/htmlengine.h"

#include <QWebEngineUrlSchemeHandler>

namespace kw {

// Serves the one message that is shown: "kittiwake:/body/N" and "kittiwake:/cid/ID" from memory, and
// "kittiwake:/remote/N" where the person has allowed pictures from the network; those are fetched by the
// window, never by Chromium. Nothing else exists for the page.
class MessageScheme : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT
public:
    using QWebEngineUrlSchemeHandler::QWebEngineUrlSchemeHandler;
    static void registerOnce(); // before the first profile is made
    void setMessage(QByteArray sheet, const HtmlEngine::Page &page);
    void requestStarted(QWebEngineUrlRequestJob *job) override;

private:
    static void reply(QWebEngineUrlRequestJob *job, const QByteArray &data, const QByteArray &type);

    QByteArray m_sheet;
    HtmlEngine::Pictures m_pictures;
    HtmlEngine::RemotePictures m_remote;
};

} // namespace kw
