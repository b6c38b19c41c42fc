#pragma once

#include <QWidget>

#include <functional>
#include <memory>

class QPrinter;
class QUrl;

namespace kw {

struct OpenedMessage;

// Shows the sanitised HTML of one message: no script, no remote loads, cid: pictures from the message itself.
// Implemented by a plug-in that brings the web engine, so that start-up and plain text never pay for it. GUI
// thread.
class HtmlView : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;
    // `remote`: fetches pictures from the network where the person has allowed them; empty: none.
    using Fetched = std::function<void(const QByteArray &octets, const QByteArray &type)>;
    using RemotePictures = std::function<void(int place, const Fetched &fetched)>;
    // `adapt`: turns a page with its own colours dark where the theme is.
    virtual void showMessage(const OpenedMessage &message, const RemotePictures &remote = {},
                             bool adapt = true)
        = 0;
    virtual void setZoom(qreal factor) = 0; // 1.0 = as written
    virtual void find(const QString &text, bool backwards) = 0; // answered by findFinished
    virtual void scrollPage(bool down) = 0;
    // Head and message as laid out, on white paper. `done` comes later and is told whether it worked.
    virtual void print(std::unique_ptr<QPrinter> printer, std::function<void(bool)> done) = 0;

Q_SIGNALS:
    void linkActivated(const QUrl &url); // never followed by the view itself
    void linkHovered(const QString &target);
    void findFinished(bool found);
    void loaded(); // the text of the message shown last can be read
};

// Loads the plug-in on first use. Null where it is not installed; the caller then shows the text.
HtmlView *loadHtmlView(QWidget *parent);

} // namespace kw
