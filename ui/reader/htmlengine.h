#pragma once

#include <QByteArray>
#include <QString>
#include <QtPlugin>

#include <functional>
#include <memory>

class QPrinter;
class QUrl;
class QWidget;

namespace kw {

// What the web engine's plug-in gives the window: a plain interface, so that the two share no symbols. GUI
// thread.
class HtmlEngine
{
public:
    struct Callbacks {
        std::function<void(const QUrl &)> activated; // a link was clicked; the engine itself goes nowhere
        std::function<void(const QString &)> hovered; // empty: no longer
        std::function<void(bool)> found;
    };
    // The octets of the message's own part with this Content-ID, and its type; empty where there is none.
    using Pictures = std::function<QByteArray(const QString &contentId, QByteArray *mimeType)>;

    virtual ~HtmlEngine() = default;
    virtual QWidget *widget() = 0; // a child of the parent given to make()
    // `html` must have been sanitised. `printHead` is seen on paper only; escaped by the caller.
    virtual void show(const QString &html, const QString &printHead, Pictures pictures, bool dark) = 0;
    virtual void setZoom(qreal factor) = 0;
    virtual void find(const QString &text, bool backwards) = 0;
    virtual void scrollPage(bool down) = 0;
    // The printer must live until `done` is called.
    virtual void print(QPrinter *printer, std::function<void(bool)> done) = 0;
};

class HtmlEnginePlugin
{
public:
    virtual ~HtmlEnginePlugin() = default;
    virtual std::unique_ptr<HtmlEngine> make(QWidget *parent, HtmlEngine::Callbacks callbacks) = 0;
};

} // namespace kw

#define KW_HTML_ENGINE_IID "org.kittiwake.HtmlEngine/2"
Q_DECLARE_INTERFACE(kw::HtmlEnginePlugin, KW_HTML_ENGINE_IID)
