#include "ui/reader/messagepage.h"

#include "core/sync/facade/letters.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/reader/answerbar.h"
#include "ui/reader/attachedmail.h"
#include "ui/reader/attachmentbar.h"
#include "ui/reader/bannerstack.h"
#include "ui/reader/bodystack.h"
#include "ui/reader/conversationstrip.h"
#include "ui/reader/factcards.h"
#include "ui/reader/findbar.h"
#include "ui/reader/headercard.h"
#include "ui/reader/linkguard.h"
#include "ui/reader/messagemenu.h"
#include "ui/reader/messagenotices.h"
#include "ui/reader/messagesaving.h"
#include "ui/reader/partfetching.h"
#include "ui/reader/printing.h"
#include "ui/reader/remotepictures.h"
#include "ui/reader/sourcewindow.h"
#include "ui/reader/tagstrip.h"
#include "ui/reader/unsubscribing.h"

#include <QApplication>
#include <QHBoxLayout>
#include <QMenu>
#include <QPainter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

MessagePage::MessagePage(QWidget *parent)
    : QWidget(parent)
    , m_subject(new ElidedLabel(this))
    , m_tags(new TagStrip(this))
    , m_earlier(new ConversationStrip("earlierMessages"_L1, tr("Earlier messages"), this))
    , m_header(new HeaderCard(this))
    , m_banners(new BannerStack(this))
    , m_facts(new FactCards(this))
    , m_body(new BodyStack(this))
    , m_find(new FindBar(this))
    , m_attachments(new AttachmentBar(this))
    , m_answers(new AnswerBar(this))
    , m_later(new ConversationStrip("laterMessages"_L1, tr("Later messages"), this))
    , m_saving(new MessageSaving(m_attachments, m_banners, this))
    , m_remote(new RemotePictures(this))
    , m_notices(new MessageNotices(m_banners, m_remote, this))
    , m_links(new LinkGuard(m_banners, this))
    , m_unsubscription(new Unsubscription(m_banners, this))
{
    setNames(this, "messagePage"_L1, tr("Message"));
    m_subject->setObjectName("subject"_L1);
    m_subject->setContentsMargins(16, 0, 16, 0);
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 1.35);
    big.setWeight(QFont::DemiBold);
    m_subject->setFont(big);
    layOut();
    auto *menu = new QMenu(this);
    menu->setObjectName("moreMenu"_L1);
    m_header->moreButton()->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(menu); });
    connectParts();
}

QWidget *MessagePage::makeCard()
{
    auto *card = new QWidget(this);
    setNames(card, "messageCard"_L1, tr("Sender and notices"));
    auto *layout = new QVBoxLayout(card);
    layout->setContentsMargins(16, 10, 10, 8);
    layout->setSpacing(8);
    layout->addWidget(m_header);
    layout->addWidget(m_banners);
    layout->addWidget(m_facts);
    return card;
}

void MessagePage::layOut()
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(0);
    auto *heading = new QHBoxLayout;
    heading->setContentsMargins(0, 0, 16, 0);
    heading->addWidget(m_subject, 1);
    heading->addWidget(m_tags);
    layout->addLayout(heading);
    layout->addSpacing(8);
    for (QWidget *part : {static_cast<QWidget *>(m_earlier), makeCard(), static_cast<QWidget *>(m_find)})
        layout->addWidget(part);
    layout->addWidget(m_body, 1);
    layout->addWidget(m_attachments);
    layout->addWidget(m_answers);
    layout->addWidget(m_later);
}

void MessagePage::connectParts()
{
    connect(m_header, &HeaderCard::starClicked, this, &MessagePage::starClicked);
    connect(m_header, &HeaderCard::senderClicked, this, &MessagePage::aboutSender);
    connect(m_earlier, &ConversationStrip::messageRequested, this, &MessagePage::messageRequested);
    connect(m_later, &ConversationStrip::messageRequested, this, &MessagePage::messageRequested);
    connect(m_body, &BodyStack::linkActivated, m_links, &LinkGuard::open);
    connect(m_links, &LinkGuard::linkActivated, this, &MessagePage::linkActivated);
    connect(m_body, &BodyStack::linkHovered, this, &MessagePage::linkHovered);
    connect(m_body, &BodyStack::findFinished, m_find, &FindBar::showFound);
    connect(m_find, &FindBar::findRequested, m_body, &BodyStack::find);
    connect(m_find, &FindBar::typed, m_body, &BodyStack::findTyped);
    connect(m_find, &FindBar::closed, this, [this] { m_body->currentWidget()->setFocus(); });
    connect(m_saving, &MessageSaving::openFile, this, &MessagePage::openFile);
    connect(
        m_saving, &MessageSaving::mailOpened, this,
        [this](const std::shared_ptr<const OpenedMessage> &mail) { (new AttachedMail(mail, this))->show(); });
    connect(m_remote, &RemotePictures::changed, this, [this] {
        showBody();
        showNotices();
    });
    connect(m_notices, &MessageNotices::sourceWanted, this, &MessagePage::openSource);
    connect(m_notices, &MessageNotices::openAgainWanted, this, &MessagePage::openAgainWanted);
    connect(m_notices, &MessageNotices::wholeTextWanted, this,
            [this] { showLongText(m_message->view, this); });
    connect(m_notices, &MessageNotices::unsubscribeWanted, this, [this] {
        m_unsubscription->begin(m_message->view.unsubscribing, displayName(m_message->view.from),
                                m_letters ? m_letters->leavingByMail(*m_message) : std::nullopt);
    });
    connect(m_unsubscription, &Unsubscription::linkActivated, this, &MessagePage::linkActivated);
}

MessagePage::~MessagePage() = default;

void MessagePage::setAnswers(const QList<QAction *> &actions)
{
    m_answers->setActions(actions);
}

PlainTextView *MessagePage::textView() const
{
    return m_body->textView();
}

void MessagePage::showMessage(std::shared_ptr<const OpenedMessage> message)
{
    m_message = std::move(message);
    m_saving->setMessage(m_message);
    m_preferText = m_looks.prefersPlain(m_message->view.from.email).value_or(m_usuallyText);
    m_adapt = true;
    m_remote->setMessage(m_message->view);
    const MessageView &view = m_message->view;
    m_subject->setFullText(view.subject.isEmpty() ? tr("(no subject)") : view.subject);
    m_header->setMessage(view, m_own);
    m_facts->setFacts(view, m_own, m_message->id);
    m_links->setLinks(view.links);
    const bool searching = m_find->isAncestorOf(QApplication::focusWidget());
    m_find->hide();
    showBody();
    if (searching)
        focusBody();
    showNotices();
}

void MessagePage::completeMessage(const std::shared_ptr<const OpenedMessage> &message)
{
    if (!m_message || m_message->id != message->id)
        return;
    const bool isNew = m_message->isWhole != message->isWhole
        || !std::ranges::equal(m_message->view.attachments, message->view.attachments, {},
                               &AttachmentInfo::isHere, &AttachmentInfo::isHere);
    if (!isNew)
        return;
    m_message = message;
    m_attachments->setAttachments(message->view.attachments, m_body->showsHtml());
    m_saving->setMessage(message);
}

void MessagePage::setParts(MessageParts *parts)
{
    m_parts = parts;
    m_saving->fetching()->setParts(parts);
}

void MessagePage::setLetters(Letters *letters)
{
    m_letters = letters;
    m_facts->setLetters(letters);
    m_notices->setLetters(letters);
    m_unsubscription->setLetters(letters);
}

void MessagePage::setConversation(const QList<MessageRow> &earlier, const QList<MessageRow> &later,
                                  const QHash<MessageId, QString> &texts)
{
    const QString subject = m_message ? m_message->view.subject : QString();
    m_earlier->setMessages(earlier, subject, texts);
    m_later->setMessages(later, subject, texts);
}

void MessagePage::setStarred(bool on)
{
    m_header->setStarred(on);
}

void MessagePage::setConfigDirectory(const QString &directory)
{
    m_looks.setDirectory(directory);
    m_remote->setDirectory(directory);
}

void MessagePage::setStandsAlone()
{
    m_header->setStarVisible(false);
    m_earlier->hide();
    m_later->hide();
}

void MessagePage::setTags(const QList<Tag> &tags)
{
    m_tags->setTags(tags);
}

void MessagePage::setFixedWidth(bool on)
{
    m_fixed = on;
    m_body->setFixedWidth(on);
}

void MessagePage::setPreferPlain(bool on)
{
    if (std::exchange(m_usuallyText, on) == on)
        return;
    m_preferText = on;
    if (!m_message)
        return;
    showBody();
    showNotices();
}

void MessagePage::setUsualZoom(int percent)
{
    m_body->setUsualZoom(percent);
}

void MessagePage::addNotice(const QString &sentence)
{
    m_notices->add(sentence);
}

void MessagePage::setSender(const SenderReport &report)
{
    if (!m_message || report.message != m_message->id)
        return;
    m_header->setEvidence(report);
    m_notices->setSender(report);
    m_links->setSender(report);
    m_remote->judgeSender(report.evidence.origin == Evidence::Origin::Disproven);
}

void MessagePage::showBody()
{
    BodyStack::Look look;
    look.prefer = m_preferText ? BodyStack::Prefer::Text : BodyStack::Prefer::Html;
    look.adapt = m_adapt;
    if (m_remote->isAllowed())
        look.remote = [this](int place, const auto &done) { m_remote->fetch(place, done); };
    m_body->showMessage(m_message, look);
    m_attachments->setAttachments(m_message->view.attachments, m_body->showsHtml());
}

void MessagePage::showNotices()
{
    m_notices->showMessage(m_message,
                           {m_body->showsHtml(),
                            !m_message->view.html.isEmpty() && !m_preferText && !m_body->hasHtmlView(),
                            m_body->isCut()});
}

void MessagePage::fillMenu(QMenu *menu)
{
    menu->clear();
    if (!m_message)
        return;
    MessageMenu items;
    if (!m_message->view.html.isEmpty() && m_body->hasHtmlView())
        items.plainText = m_preferText;
    if (m_body->showsHtml() && palette().color(QPalette::Base).lightness() < 128)
        items.originalColors = !m_adapt;
    items.fixedWidth = m_fixed;
    items.fill(menu, this);
}

void MessagePage::togglePlainText()
{
    m_preferText = !m_preferText;
    m_looks.setPrefersPlain(m_message->view.from.email, m_preferText);
    showBody();
    showNotices();
}

void MessagePage::toggleOriginalColors()
{
    m_adapt = !m_adapt;
    showBody();
}

void MessagePage::focusBody()
{
    m_body->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void MessagePage::startFind()
{
    m_body->beginFind();
    m_find->start();
}

void MessagePage::zoomBy(int percent)
{
    m_body->zoomBy(percent);
}

void MessagePage::print()
{
    if (m_message)
        printMessage(m_message->view, m_body, m_banners);
}

void MessagePage::openSource()
{
    if (!m_message)
        return;
    m_saving->fetching()->needWhole(
        [this] { showSource(m_message->view.subject, m_message->rawHeader, m_message->rawBody, this); });
}

void MessagePage::openHeaders()
{
    if (m_message)
        showAllHeaders(m_message->view, this);
}

void MessagePage::aboutSender()
{
    if (m_message)
        Q_EMIT personRequested(m_message->view.from);
}

void MessagePage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setPen(lineColor(palette()));
    painter.drawLine(0, m_body->y() - 1, width(), m_body->y() - 1);
}

} // namespace kw
