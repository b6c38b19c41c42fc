#pragma once

#include "ui/reader/htmlengine.h"

#include <QWebEngineUrlSchemeHandler>

namespace kw {

// Serves the one message that is shown: "kittiwake://HOST/N/body" and "kittiwake://HOST/N/cid/ID" from
// memory, and "kittiwake://HOST/N/remote/PLACE" where the person has allowed pictures from the network; those
// are fetched by the window, never by Chromium. Nothing else exists for the page. N is another for each
// message: neither a page that is left nor what Chromium remembers of its pictures meets those of the next.
//
// The host stands for a process. Messages of one host have one origin, so Chromium shows them one after the
// other in the same process, and leaves the one before on the screen until the next is there; without a host
// each begins with starting a process and an empty page. Only scripts could make use of a common origin, and
// there are none.
class MessageScheme : public QWebEngineUrlSchemeHandler
{
    Q_OBJECT
public:
    using QWebEngineUrlSchemeHandler::QWebEngineUrlSchemeHandler;
    static void registerOnce(); // before the first profile is made
    void setMessage(QByteArray sheet, const HtmlEngine::Page &page);
    // Of the message set last; an address of its own each time, so that showing one twice loads it twice.
    QUrl address(int process) const;
    void requestStarted(QWebEngineUrlRequestJob *job) override;

private:
    static void reply(QWebEngineUrlRequestJob *job, const QByteArray &data, const QByteArray &type);

    int m_number = 0; // N
    QByteArray m_sheet;
    HtmlEngine::Pictures m_pictures;
    HtmlEngine::RemotePictures m_remote;
};

} // namespace kw
