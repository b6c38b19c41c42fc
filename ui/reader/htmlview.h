#pragma once

#include <QWidget>

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
    virtual void showMessage(const OpenedMessage &message) = 0;
    virtual void setZoom(qreal factor) = 0; // 1.0 = as written
    virtual void find(const QString &text, bool backwards) = 0; // answered by findFinished
    virtual void scrollPage(bool down) = 0;

Q_SIGNALS:
    void linkActivated(const QUrl &url); // never followed by the view itself
    void linkHovered(const QString &target);
    void findFinished(bool found);
};

// Loads the plug-in on first use. Null where it is not installed; the caller then shows the text.
HtmlView *loadHtmlView(QWidget *parent);

} // namespace kw
