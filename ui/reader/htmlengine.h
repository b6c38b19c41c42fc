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
        std::function<void()> loaded; // the text can be read; pictures may follow
    };
    // Octets and type of a picture; empty octets: there is none.
    using Fetched = std::function<void(const QByteArray &octets, const QByteArray &type)>;
    // Gives the message's own part with this Content-ID, now or later.
    using Pictures = std::function<void(const QString &contentId, const Fetched &fetched)>;
    // Gives the picture of a place in the HTML (kwremote, kwback; see SanitizedHtml), now or later.
    using RemotePictures = std::function<void(int place, const Fetched &fetched)>;
    struct Page {
        QString html; // sanitised
        QString printHead; // seen on paper only; escaped by the caller
        Pictures pictures;
        RemotePictures remote; // empty: nothing from the network, every place stays blank
        bool dark = false; // the window's theme
        bool adapt = true; // to a dark theme: pages that bring their own colours are turned dark too
    };

    virtual ~HtmlEngine() = default;
    virtual QWidget *widget() = 0; // a child of the parent given to make()
    virtual void show(const Page &page) = 0;
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

#define KW_HTML_ENGINE_IID "org.kittiwake.HtmlEngine/5"
Q_DECLARE_INTERFACE(kw::HtmlEnginePlugin, KW_HTML_ENGINE_IID)
