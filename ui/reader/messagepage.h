#pragma once

#include "core/store/rows.h"
#include "core/sync/engine.h"

#include <QWidget>

#include <functional>
#include <memory>

class QMenu;
class QStackedWidget;

namespace kw {

class AttachmentBar;
class AttachmentSaver;
class BannerStack;
class ConversationStrip;
class ElidedLabel;
class FindBar;
class HeaderCard;
class HtmlView;
class PlainTextView;

// One opened message among the folded others of its conversation. GUI thread.
class MessagePage : public QWidget
{
    Q_OBJECT
public:
    explicit MessagePage(QWidget *parent = nullptr);
    ~MessagePage() override;

    void setOwnAddresses(const QStringList &lowerCase) { m_own = lowerCase; }
    void showMessage(std::shared_ptr<const OpenedMessage> message);
    void setConversation(const QList<MessageRow> &earlier, const QList<MessageRow> &later);
    void setStarred(bool on);
    void setFixedWidth(bool on);
    // Something about this message that came up after it was opened; replaced by the next message.
    void addNotice(const QString &sentence);

    void focusBody();
    void startFind();
    void zoomBy(int percent); // 0: back to 100 %
    void print();
    void openSource();
    void openHeaders();
    void scrollPage(bool down);
    bool isAtEnd() const;

    // Where to save: gets a suggestion, gives "" when cancelled. Set by tests; the file dialog otherwise.
    using AskPath = std::function<QString(const QString &suggestion)>;
    void setAskPath(AskPath file, AskPath folder);
    PlainTextView *textView() const { return m_text; }
    BannerStack *banners() const { return m_banners; }

Q_SIGNALS:
    void starClicked();
    void messageRequested(kw::MessageId id);
    void linkActivated(const QUrl &url);
    void linkHovered(const QString &target);
    void openFile(const QString &path);
    void fixedWidthChanged(bool on);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void showBody();
    void showBanners();
    void fillMenu(QMenu *menu);
    void find(const QString &text, bool backwards);
    void save(int attachment);
    void saveAll(const QList<int> &attachments);
    void saveMessage();
    void onSaved(const QStringList &paths, const Error &error);
    bool ensureHtmlView();
    bool showsHtml() const;

    std::shared_ptr<const OpenedMessage> m_message;
    QStringList m_own;
    bool m_preferText = false;
    int m_zoom = 100;
    bool m_fixed = false;
    AskPath m_askFile;
    AskPath m_askFolder;

    ElidedLabel *m_subject;
    ConversationStrip *m_earlier;
    HeaderCard *m_header;
    BannerStack *m_banners;
    QStackedWidget *m_body;
    PlainTextView *m_text;
    HtmlView *m_html = nullptr;
    FindBar *m_find;
    AttachmentBar *m_attachments;
    ConversationStrip *m_later;
    AttachmentSaver *m_saver;
};

} // namespace kw
