#pragma once

#include <QUrl>
#include <QWebEnginePage>
#include <QWebEngineUrlRequestInterceptor>

#include <functional>

namespace kw {

// Lets nothing out: only what the message itself carries is loaded.
class NothingOut : public QWebEngineUrlRequestInterceptor
{
    Q_OBJECT
public:
    using QWebEngineUrlRequestInterceptor::QWebEngineUrlRequestInterceptor;
    void interceptRequest(QWebEngineUrlRequestInfo &info) override;
};

// Goes nowhere but where the window sends it: a click on a link is told, not followed.
class LockedPage : public QWebEnginePage
{
    Q_OBJECT
public:
    LockedPage(QWebEngineProfile *profile, std::function<void(const QUrl &)> activated, QObject *parent);

protected:
    bool acceptNavigationRequest(const QUrl &url, NavigationType type, bool isMainFrame) override;
    QWebEnginePage *createWindow(WebWindowType type) override;

private:
    std::function<void(const QUrl &)> m_activated;
};

} // namespace kw
