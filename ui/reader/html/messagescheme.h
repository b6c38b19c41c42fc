#pragma once

#include "ui/reader/htmlengine.h"

#include <QWebEngineUrlSchemeHandler>

namespace kw {

// Serves the one message that is shown, from memory: "kittiwake:body" and "kittiwake:cid/ID". Nothing else
// exists for the page.
class MessageScheme : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT
public:
    using QWebEngineUrlSchemeHandler::QWebEngineUrlSchemeHandler;
    static void registerOnce(); // before the first profile is made
    void setMessage(QByteArray page, HtmlEngine::Pictures pictures);
    void requestStarted(QWebEngineUrlRequestJob *job) override;

private:
    QByteArray m_page;
    HtmlEngine::Pictures m_pictures;
};

} // namespace kw
