#include "ui/reader/messagepage.h"

#include "ui/look/icons.h"
#include "ui/look/theme.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/reader/attachmentbar.h"
#include "ui/reader/attachmentsaver.h"
#include "ui/reader/bannerstack.h"
#include "ui/reader/conversationstrip.h"
#include "ui/reader/findbar.h"
#include "ui/reader/headercard.h"
#include "ui/reader/htmlview.h"
#include "ui/reader/plaintextview.h"
#include "ui/reader/printing.h"
#include "ui/reader/sourcewindow.h"

#include <QApplication>
#include <QDir>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QPainter>
#include <QScrollBar>
#include <QStackedWidget>
#include <QStandardPaths>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

MessagePage::MessagePage(QWidget *parent)
    : QWidget(parent)
    , m_subject(new ElidedLabel(this))
    , m_earlier(new ConversationStrip("earlierMessages"_L1, tr("Earlier messages"), this))
    , m_header(new HeaderCard(this))
    , m_banners(new BannerStack(this))
    , m_body(new QStackedWidget(this))
    , m_text(new PlainTextView(m_body))
    , m_find(new FindBar(this))
    , m_attachments(new AttachmentBar(this))
    , m_later(new ConversationStrip("laterMessages"_L1, tr("Later messages"), this))
    , m_saver(new AttachmentSaver(this))
{
    setNames(this, "messagePage"_L1, tr("Message"));
    m_subject->setObjectName("subject"_L1);
    m_subject->setContentsMargins(16, 0, 16, 0);
    QFont big = font();
    big.setPointSizeF(big.pointSizeF() * 1.35);
    big.setWeight(QFont::DemiBold);
    m_subject->setFont(big);
    setNames(m_body, "messageBody"_L1, tr("Message text"));
    m_body->addWidget(m_text);
    auto *card = new QWidget(this);
    setNames(card, "messageCard"_L1, tr("Sender and notices"));
    auto *cardLayout = new QVBoxLayout(card);
    cardLayout->setContentsMargins(16, 10, 10, 8);
    cardLayout->setSpacing(8);
    cardLayout->addWidget(m_header);
    cardLayout->addWidget(m_banners);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 12, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_subject);
    layout->addSpacing(8);
    for (QWidget *part : {static_cast<QWidget *>(m_earlier), card, static_cast<QWidget *>(m_find)})
        layout->addWidget(part);
    layout->addWidget(m_body, 1);
    layout->addWidget(m_attachments);
    layout->addWidget(m_later);

    m_askFile = [this](const QString &suggestion) {
        return QFileDialog::getSaveFileName(this, tr("Save"), suggestion);
    };
    m_askFolder = [this](const QString &suggestion) {
        return QFileDialog::getExistingDirectory(this, tr("Save All"), suggestion);
    };
    auto *menu = new QMenu(this);
    menu->setObjectName("moreMenu"_L1);
    m_header->moreButton()->setMenu(menu);
    connect(menu, &QMenu::aboutToShow, this, [this, menu] { fillMenu(menu); });
    connect(m_header, &HeaderCard::starClicked, this, &MessagePage::starClicked);
    connect(m_earlier, &ConversationStrip::messageRequested, this, &MessagePage::messageRequested);
    connect(m_later, &ConversationStrip::messageRequested, this, &MessagePage::messageRequested);
    connect(m_text, &PlainTextView::linkActivated, this, &MessagePage::linkActivated);
    connect(m_text, &PlainTextView::linkHovered, this, &MessagePage::linkHovered);
    connect(m_find, &FindBar::findRequested, this, &MessagePage::find);
    connect(m_find, &FindBar::closed, this, [this] { m_body->currentWidget()->setFocus(); });
    connect(m_attachments, &AttachmentBar::openRequested, this,
            [this](int i) { m_saver->open(m_message, i); });
    connect(m_attachments, &AttachmentBar::saveRequested, this, &MessagePage::save);
    connect(m_attachments, &AttachmentBar::saveAllRequested, this, &MessagePage::saveAll);
    connect(m_saver, &AttachmentSaver::readyToOpen, this, &MessagePage::openFile);
    connect(m_saver, &AttachmentSaver::saved, this, &MessagePage::onSaved);
    connect(m_saver, &AttachmentSaver::refused, this, [this](const QString &text) {
        m_banners->add(u"attachmentBanner"_s, Tone::Warning, "warning"_L1, text);
    });
}

MessagePage::~MessagePage() = default;

void MessagePage::setAskPath(AskPath file, AskPath folder)
{
    m_askFile = std::move(file);
    m_askFolder = std::move(folder);
}

void MessagePage::showMessage(std::shared_ptr<const OpenedMessage> message)
{
    m_message = std::move(message);
    m_preferText = false;
    const MessageView &view = m_message->view;
    m_subject->setFullText(view.subject.isEmpty() ? tr("(no subject)") : view.subject);
    m_header->setMessage(view, m_own);
    m_attachments->setAttachments(view.attachments);
    const bool searching = m_find->isAncestorOf(QApplication::focusWidget());
    m_find->hide();
    showBody();
    if (searching)
        focusBody();
    showBanners();
}

void MessagePage::setConversation(const QList<MessageRow> &earlier, const QList<MessageRow> &later)
{
    m_earlier->setMessages(earlier);
    m_later->setMessages(later);
}

void MessagePage::setStarred(bool on)
{
    m_header->setStarred(on);
}

void MessagePage::setFixedWidth(bool on)
{
    m_fixed = on;
    m_text->setFixedWidth(on);
}

void MessagePage::addNotice(const QString &sentence)
{
    m_banners->add(u"messageNotice"_s, Tone::Info, "info"_L1, sentence);
}

bool MessagePage::showsHtml() const
{
    return m_html && m_body->currentWidget() == m_html;
}

bool MessagePage::ensureHtmlView()
{
    if (m_html)
        return true;
    m_html = loadHtmlView(m_body);
    if (!m_html)
        return false;
    setNames(m_html, "htmlView"_L1, tr("Message text"));
    m_body->addWidget(m_html);
    connect(m_html, &HtmlView::linkActivated, this, &MessagePage::linkActivated);
    connect(m_html, &HtmlView::linkHovered, this, &MessagePage::linkHovered);
    connect(m_html, &HtmlView::findFinished, this, [this](bool found) { m_find->showFound(found); });
    return true;
}

void MessagePage::showBody()
{
    const MessageView &view = m_message->view;
    if (!view.html.isEmpty() && !m_preferText && ensureHtmlView()) {
        m_text->setMessageText({});
        m_html->showMessage(*m_message);
        m_html->setZoom(m_zoom / 100.0);
        m_body->setCurrentWidget(m_html);
        return;
    }
    m_text->setMessageText(view.text);
    m_body->setCurrentWidget(m_text);
}

void MessagePage::showBanners()
{
    m_banners->clear();
    const MessageView &view = m_message->view;
    if (view.remoteResources > 0 && showsHtml()) {
        m_banners->add(u"remoteBanner"_s, Tone::Info, "image-blocked"_L1,
                       tr("%Ln remote image(s) blocked, so the sender does not learn that you read this.",
                          nullptr, view.remoteResources));
    }
    if (!view.html.isEmpty() && !m_preferText && !m_html) {
        m_banners->add(u"htmlMissingBanner"_s, Tone::Warning, "warning"_L1,
                       tr("Formatted mail cannot be shown here because the web view is not installed. This "
                          "is its text."));
    }
    if (!view.warnings.isEmpty()) {
        m_banners->add(u"warningBanner"_s, Tone::Warning, "warning"_L1,
                       oneLine(view.warnings.mid(0, 3).join(u' ')),
                       {{tr("Source"), [this] { openSource(); }}});
    }
    if (m_text->isCut() && !showsHtml()) {
        m_banners->add(u"cutBanner"_s, Tone::Info, "info"_L1,
                       tr("This message is very long; its beginning is shown."),
                       {{tr("Show All"), [this] { showLongText(m_message->view, this); }}});
    }
}

void MessagePage::fillMenu(QMenu *menu)
{
    menu->clear();
    if (!m_message)
        return;
    if (!m_message->view.html.isEmpty() && m_html) {
        QAction *plain = menu->addAction(tr("Show as Plain Text"), this, [this] {
            m_preferText = !m_preferText;
            showBody();
            showBanners();
        });
        plain->setCheckable(true);
        plain->setChecked(m_preferText);
    }
    QAction *fixed
        = menu->addAction(tr("Fixed-Width Letters"), this, [this] { Q_EMIT fixedWidthChanged(!m_fixed); });
    fixed->setCheckable(true);
    fixed->setChecked(m_fixed);
    menu->addSeparator();
    menu->addAction(icon("search"_L1), tr("Find…"), this, &MessagePage::startFind);
    menu->addAction(icon("headers"_L1), tr("All Headers"), this, &MessagePage::openHeaders);
    menu->addAction(icon("source"_L1), tr("Source"), this, &MessagePage::openSource);
    menu->addSeparator();
    menu->addAction(icon("save"_L1), tr("Save Message…"), this, &MessagePage::saveMessage);
    menu->addAction(icon("print"_L1), tr("Print…"), this, &MessagePage::print);
}

void MessagePage::focusBody()
{
    m_body->currentWidget()->setFocus(Qt::ShortcutFocusReason);
}

void MessagePage::startFind()
{
    m_find->start();
}

void MessagePage::find(const QString &text, bool backwards)
{
    if (showsHtml()) {
        m_html->find(text, backwards);
        return;
    }
    const auto flags = backwards ? QTextDocument::FindBackward : QTextDocument::FindFlags();
    bool found = m_text->find(text, flags);
    if (!found && !text.isEmpty()) { // once round
        m_text->moveCursor(backwards ? QTextCursor::End : QTextCursor::Start);
        found = m_text->find(text, flags);
    }
    m_find->showFound(found);
}

void MessagePage::zoomBy(int percent)
{
    m_zoom = percent == 0 ? 100 : qBound(50, m_zoom + percent, 300);
    m_text->setZoom(m_zoom);
    if (m_html)
        m_html->setZoom(m_zoom / 100.0);
}

void MessagePage::print()
{
    if (m_message)
        printMessage(m_message->view, this);
}

void MessagePage::openSource()
{
    if (m_message)
        showSource(m_message->view.subject, m_message->rawHeader, m_message->rawBody, this);
}

void MessagePage::openHeaders()
{
    if (m_message)
        showAllHeaders(m_message->view, this);
}

void MessagePage::scrollPage(bool down)
{
    if (showsHtml()) {
        m_html->scrollPage(down);
        return;
    }
    QScrollBar *bar = m_text->verticalScrollBar();
    bar->triggerAction(down ? QScrollBar::SliderPageStepAdd : QScrollBar::SliderPageStepSub);
}

bool MessagePage::isAtEnd() const
{
    const QScrollBar *bar = m_text->verticalScrollBar();
    return !showsHtml() && bar->value() >= bar->maximum();
}

void MessagePage::save(int attachment)
{
    const AttachmentInfo info = m_message->view.attachments.value(attachment);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    const QString path = m_askFile(unusedPath(folder, fileNameForSaving(info.name)));
    if (!path.isEmpty())
        m_saver->save(m_message, {AttachmentSaver::Target{attachment, path}});
}

void MessagePage::saveAll(const QList<int> &attachments)
{
    const QString folder = m_askFolder(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    if (folder.isEmpty())
        return;
    QList<AttachmentSaver::Target> targets;
    QSet<QString> taken;
    for (const int i : attachments) {
        const QString name = fileNameForSaving(m_message->view.attachments.value(i).name);
        QString path = unusedPath(folder, name);
        for (int n = 2; taken.contains(path); ++n)
            path = unusedPath(folder, u"%1-%2"_s.arg(n).arg(name));
        taken.insert(path);
        targets.append(AttachmentSaver::Target{i, path});
    }
    m_saver->save(m_message, targets);
}

void MessagePage::saveMessage()
{
    const QString name = fileNameForSaving(m_message->view.subject + ".eml"_L1);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = m_askFile(unusedPath(folder, name));
    if (!path.isEmpty())
        m_saver->save(m_message, {AttachmentSaver::Target{AttachmentSaver::WholeMessage, path}});
}

void MessagePage::onSaved(const QStringList &paths, const Error &error)
{
    if (!error.text.isEmpty())
        m_banners->add(u"attachmentBanner"_s, Tone::Bad, "error"_L1, error.text);
    else if (paths.size() == 1)
        m_banners->add(u"attachmentBanner"_s, Tone::Good, "check"_L1,
                       tr("Saved as %1.").arg(QDir::toNativeSeparators(paths.first())));
    else
        m_banners->add(u"attachmentBanner"_s, Tone::Good, "check"_L1,
                       tr("%Ln file(s) saved in %1.", nullptr, int(paths.size()))
                           .arg(QDir::toNativeSeparators(QFileInfo(paths.value(0)).path())));
}

void MessagePage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), palette().color(QPalette::Base));
    painter.setPen(lineColor(palette()));
    painter.drawLine(0, m_body->y() - 1, width(), m_body->y() - 1);
}

} // namespace kw
