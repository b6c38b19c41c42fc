#include "ui/reader/html/lockedpage.h"

#include <QWebEngineProfile>
#include <QWebEngineSettings>

namespace kw {

void NothingOut::interceptRequest(QWebEngineUrlRequestInfo &info)
{
    const QString scheme = info.requestUrl().scheme();
    info.block(scheme != QLatin1StringView("kittiwake") && scheme != QLatin1StringView("data"));
}

LockedPage::LockedPage(QWebEngineProfile *profile, std::function<void(const QUrl &)> activated,
                       QObject *parent)
    : QWebEnginePage(profile, parent)
    , m_activated(std::move(activated))
{
    QWebEngineSettings *s = settings();
    for (const auto off :
         {QWebEngineSettings::JavascriptEnabled, QWebEngineSettings::JavascriptCanOpenWindows,
          QWebEngineSettings::JavascriptCanAccessClipboard, QWebEngineSettings::LocalStorageEnabled,
          QWebEngineSettings::LocalContentCanAccessRemoteUrls,
          QWebEngineSettings::LocalContentCanAccessFileUrls, QWebEngineSettings::PluginsEnabled,
          QWebEngineSettings::HyperlinkAuditingEnabled, QWebEngineSettings::ErrorPageEnabled,
          QWebEngineSettings::AutoLoadIconsForPage, QWebEngineSettings::WebGLEnabled,
          QWebEngineSettings::Accelerated2dCanvasEnabled, QWebEngineSettings::DnsPrefetchEnabled,
          QWebEngineSettings::PdfViewerEnabled, QWebEngineSettings::FullScreenSupportEnabled,
          QWebEngineSettings::ScreenCaptureEnabled})
        s->setAttribute(off, false);
    s->setUnknownUrlSchemePolicy(QWebEngineSettings::DisallowUnknownUrlSchemes);
}

bool LockedPage::acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame)
{
    if (type == NavigationTypeLinkClicked) {
        m_activated(url);
        return false;
    }
    return isMainFrame && type == NavigationTypeTyped && url.scheme() == QLatin1StringView("kittiwake");
}

QWebEnginePage *LockedPage::createWindow(WebWindowType)
{
    return nullptr;
}

} // namespace kw
