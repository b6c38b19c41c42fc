#pragma once

#include <QStackedWidget>

#include <functional>
#include <memory>

class QPrinter;
class QUrl;

namespace kw {

class HtmlView;
class PlainTextView;
struct OpenedMessage;

// The text of the open message, as plain text or as HTML: whichever is shown is searched, zoomed, scrolled
// and printed. The HTML view is loaded with the first message that needs it. GUI thread.
class BodyStack : public QStackedWidget
{
    Q_OBJECT
public:
    enum class Prefer { Html, Text };

    explicit BodyStack(QWidget *parent = nullptr);

    struct Look {
        Prefer prefer = Prefer::Html;
        bool adapt = true; // light pages turn dark in a dark theme
        // Fetches what the person has allowed; empty: nothing comes from the network.
        std::function<void(int place, const std::function<void(const QByteArray &, const QByteArray &)> &)>
            remote;
    };
    void showMessage(const std::shared_ptr<const OpenedMessage> &message, const Look &look);
    bool showsHtml() const;
    bool hasHtmlView() const { return m_html; }
    // Only the beginning of a very long text is shown.
    bool isCut() const;
    PlainTextView *textView() const { return m_text; }

    void setFixedWidth(bool on);
    void zoomBy(int percent); // 0: back to the usual size
    void setUsualZoom(int percent);
    void find(const QString &text, bool backwards); // answered by findFinished
    void beginFind();
    // While it is being typed: stays at the first hit from where the search began, or went on to. Answered
    // likewise.
    void findTyped(const QString &text);
    void scrollPage(bool down);
    bool isAtEnd() const;
    // `done` is told whether it went to the printer.
    void print(std::unique_ptr<QPrinter> printer, std::function<void(bool)> done);

Q_SIGNALS:
    void linkActivated(const QUrl &url);
    void linkHovered(const QString &target);
    void findFinished(bool found);
    void htmlLoaded();

private:
    bool ensureHtmlView();
    void findInText(const QString &text, bool backwards);

    void setZoom(int percent);

    std::shared_ptr<const OpenedMessage> m_message;
    int m_findFrom = 0; // a place in the plain text

    int m_usualZoom = 100;
    int m_zoom = 100;
    PlainTextView *m_text;
    HtmlView *m_html = nullptr;
};

} // namespace kw
