#pragma once

#include "core/store/rows.h"
#include "core/sync/engine.h"
#include "ui/look/tags.h"
#include "ui/reader/senderlooks.h"

#include <QWidget>

#include <memory>

class QAction;
class QMenu;

namespace kw {

class AnswerBar;
class AttachmentBar;
class BannerStack;
class BodyStack;
class ConversationStrip;
class ElidedLabel;
class FactCards;
class FindBar;
class HeaderCard;
class Letters;
class LinkGuard;
class MessageNotices;
class MessageParts;
class MessageSaving;
class RemotePictures;
struct SenderReport;
class PlainTextView;
class TagStrip;
class Unsubscription;

// One opened message among the folded others of its conversation. GUI thread.
class MessagePage : public QWidget
{
    Q_OBJECT
public:
    explicit MessagePage(QWidget *parent = nullptr);
    ~MessagePage() override;

    // Where choices for senders are kept; empty: nowhere.
    void setConfigDirectory(const QString &directory);
    void setOwnAddresses(const QStringList &lowerCase) { m_own = lowerCase; }
    void showMessage(std::shared_ptr<const OpenedMessage> message);
    // The shown one with more of it here; nothing that is read moves.
    void completeMessage(const std::shared_ptr<const OpenedMessage> &message);
    void setParts(MessageParts *parts); // how the rest of large messages is had
    MessageParts *parts() const { return m_parts; } // null: everything is here
    void setLetters(Letters *letters); // receipts, invitations, leaving lists; without it they are only shown
    // What can be answered to the open message, under its text.
    void setAnswers(const QList<QAction *> &actions);
    // `texts`: of those that are to be shown unfolded.
    void setConversation(const QList<MessageRow> &earlier, const QList<MessageRow> &later,
                         const QHash<MessageId, QString> &texts);
    void setStandsAlone(); // belongs to no mailbox and no conversation
    void setStarred(bool on);
    void setTags(const QList<Tag> &tags);
    void setFixedWidth(bool on);
    void setPreferPlain(bool on); // of mail that also has HTML
    void setUsualZoom(int percent);
    // Something about this message that came up after it was opened; replaced by the next message.
    void addNotice(const QString &sentence);
    void setSender(const SenderReport &report); // passed over where it is about another message

    void focusBody();
    void startFind();
    void zoomBy(int percent); // 0: back to the usual size
    void print();
    void openSource();
    void openHeaders();
    void aboutSender();
    void togglePlainText();
    void toggleOriginalColors(); // instead of those made dark
    BodyStack *body() const { return m_body; }

    PlainTextView *textView() const;
    MessageSaving *saving() const { return m_saving; }
    BannerStack *banners() const { return m_banners; }
    RemotePictures *remotePictures() const { return m_remote; }
    Unsubscription *unsubscription() const { return m_unsubscription; }

Q_SIGNALS:
    void starClicked();
    void messageRequested(kw::MessageId id);
    void personRequested(const kw::Address &person); // a click on the sender, or the menu
    void linkActivated(const QUrl &url);
    void openAgainWanted(); // see MessageNotices
    void linkHovered(const QString &target);
    void openFile(const QString &path);
    void fixedWidthChanged(bool on);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeCard();
    void layOut();
    void connectParts();
    void showBody();
    void showNotices();
    void fillMenu(QMenu *menu);

    std::shared_ptr<const OpenedMessage> m_message;
    QStringList m_own;
    MessageParts *m_parts = nullptr;
    Letters *m_letters = nullptr;
    bool m_usuallyText = false;
    bool m_preferText = false;
    bool m_fixed = false;
    bool m_adapt = true;

    ElidedLabel *m_subject;
    TagStrip *m_tags;
    ConversationStrip *m_earlier;
    HeaderCard *m_header;
    BannerStack *m_banners;
    FactCards *m_facts;
    BodyStack *m_body;
    FindBar *m_find;
    AttachmentBar *m_attachments;
    AnswerBar *m_answers;
    ConversationStrip *m_later;
    MessageSaving *m_saving;
    RemotePictures *m_remote;
    SenderLooks m_looks;
    MessageNotices *m_notices;
    LinkGuard *m_links;
    Unsubscription *m_unsubscription;
};

} // namespace kw
