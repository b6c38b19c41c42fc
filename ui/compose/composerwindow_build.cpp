// What a message window is made of.
#include "core/sync/engine.h"
#include "core/sync/facade/letters.h"
#include "ui/compose/attachmentstrip.h"
#include "ui/compose/composeeditor.h"
#include "ui/compose/composeractions.h"
#include "ui/compose/composerhead.h"
#include "ui/compose/composerwindow.h"
#include "ui/compose/draftsending.h"
#include "ui/compose/formatting.h"
#include "ui/compose/sealchoice.h"
#include "ui/compose/sendtimes.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/organize/undotoast.h"
#include "ui/reader/bannerstack.h"

#include <QActionEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QSettings>
#include <QToolBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr QSize UsualSize(860, 700);
constexpr QLatin1StringView GeometryKey("composer/geometry");
} // namespace

void ComposerWindow::build()
{
    setAttribute(Qt::WA_DeleteOnClose);
    setNames(this, "composerWindow"_L1, tr("Message"));
    setContextMenuPolicy(Qt::NoContextMenu);
    setAcceptDrops(true);
    buildToolBar();
    auto *middle = new QWidget(this);
    setNames(middle, "composerMiddle"_L1, tr("Message"));
    m_formattingBar = m_formatting->makeBar(middle);
    m_status = plainLabel({}, "composerStatus"_L1, middle);
    m_status->setAccessibleName(tr("State of the message"));
    m_status->setContentsMargins(12, 4, 12, 6);
    setQuiet(m_status);
    auto *notices = new QVBoxLayout;
    notices->setContentsMargins(8, 0, 8, 0);
    notices->addWidget(m_banners);
    auto *layout = new QVBoxLayout(middle);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_seals->makeLine(middle));
    layout->addWidget(m_attachments);
    layout->addLayout(notices);
    layout->addWidget(m_formattingBar);
    layout->addWidget(m_editor, 1);
    layout->addWidget(m_status);
    setCentralWidget(middle);
    QList<QWidget *> order = m_head->tabOrder();
    order.append(m_editor);
    order += m_head->revealers(); // Tab leads from row to row
    for (QWidget *&widget : order) {
        while (widget->focusProxy())
            widget = widget->focusProxy();
    }
    for (qsizetype i = 1; i < order.size(); ++i)
        setTabOrder(order[i - 1], order[i]);
    restorePlace();
}

void ComposerWindow::restorePlace()
{
    resize(UsualSize);
    if (m_setup.configDirectory.isEmpty())
        return;
    const QSettings file(m_setup.configDirectory + "/window.ini"_L1, QSettings::IniFormat);
    restoreGeometry(file.value(GeometryKey).toByteArray());
}

QToolButton *ComposerWindow::menuButton(QLatin1StringView name, const QString &text,
                                        QLatin1StringView iconName, QMenu *menu)
{
    auto *button = new QToolButton(this);
    setNames(button, name, QString(text).remove(u'&'));
    button->setText(text);
    button->setIcon(icon(iconName));
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setFocusPolicy(Qt::TabFocus);
    return button;
}

void ComposerWindow::buildToolBar()
{
    QToolBar *bar = addToolBar(tr("Message"));
    setNames(bar, "composerToolBar"_L1, tr("Message"));
    bar->setMovable(false);
    bar->setIconSize(QSize(18, 18));
    bar->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    auto *later = makeSendLaterMenu(this, [this](qint64 at) { m_sending->send(at); });
    m_actions->send->setMenu(later);
    bar->addAction(m_actions->send);
    auto *send = qobject_cast<QToolButton *>(bar->widgetForAction(m_actions->send));
    send->setPopupMode(QToolButton::MenuButtonPopup);
    QFont bold = send->font();
    bold.setWeight(QFont::DemiBold);
    send->setFont(bold);
    bar->addSeparator();
    bar->addAction(m_actions->attach);
    bar->addAction(m_actions->rich);
    for (QMenu *menu : {m_actions->signature, m_actions->templates}) {
        const bool isSignature = menu == m_actions->signature;
        auto *button = menuButton(isSignature ? "signatureButton"_L1 : "templatesButton"_L1, menu->title(),
                                  isSignature ? "signature"_L1 : "document"_L1, menu);
        QAction *place = bar->addWidget(button);
        place->setObjectName(button->objectName() + "Place"_L1);
        place->setVisible(false);
        menu->setProperty("kwPlace", QVariant::fromValue<QObject *>(place));
        menu->installEventFilter(this);
    }
    bar->addWidget(
        menuButton("optionsButton"_L1, m_actions->options->title(), "settings"_L1, m_actions->options));
    auto *room = new QWidget(bar);
    setNames(room, "composerToolBarRoom"_L1, {});
    room->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    bar->addWidget(room);
    bar->addAction(m_actions->discard);
    for (QAction *action : {m_actions->send, m_actions->attach, m_actions->rich, m_actions->discard}) {
        auto *button = qobject_cast<QToolButton *>(bar->widgetForAction(action));
        setNames(button, "composerButton"_L1, QString(action->text()).remove(u'&').remove(u'…'));
        button->setObjectName(action->objectName() + "Button"_L1);
        button->setFocusPolicy(Qt::TabFocus);
    }
}

bool ComposerWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ActionAdded || event->type() == QEvent::ActionRemoved) {
        auto *menu = qobject_cast<QMenu *>(watched);
        auto *place = menu ? qobject_cast<QAction *>(menu->property("kwPlace").value<QObject *>()) : nullptr;
        if (place) {
            const bool goes = event->type() == QEvent::ActionRemoved && menu->actions().size() <= 1
                && menu->actions().contains(static_cast<QActionEvent *>(event)->action());
            place->setVisible(!goes && !menu->actions().isEmpty());
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void ComposerWindow::connectAll()
{
    connect(m_head, &ComposerHead::changed, this, &ComposerWindow::changed);
    connect(m_head, &ComposerHead::subjectChanged, this, [this](const QString &subject) {
        setWindowTitle(subject.trimmed().isEmpty() ? tr("New Message") : subject.simplified());
    });
    connect(m_editor, &ComposeEditor::edited, this, &ComposerWindow::changed);
    connect(m_attachments, &AttachmentStrip::changed, this, &ComposerWindow::changed);
    connect(m_engine, &Engine::accountsChanged, this, [this] { m_head->setAccounts(m_engine->accounts()); });
    connect(m_keeping, &DraftKeeping::kept, this, [this](qint64 at) {
        m_banners->remove(u"keepingFailed"_s);
        if (!m_sending->isUnderWay())
            say(tr("Saved %1", "at what time").arg(shortDate(at / 1000)));
    });
    connect(m_keeping, &DraftKeeping::failed, this, [this](const Error &error) {
        say(tr("Not saved"));
        m_banners->add(u"keepingFailed"_s, Tone::Bad, "error"_L1, error.text,
                       {{tr("Try Again"), [this] { m_keeping->keepNow(KeepDraft::OnServer); }}});
    });
    connect(m_sending, &DraftSending::started, this, [this] { setBusy(true); });
    connect(m_sending, &DraftSending::failed, this, [this] { setBusy(false); });
    connect(m_sending, &DraftSending::attachWanted, this, &ComposerWindow::chooseFiles);
    connect(m_sending, &DraftSending::queued, this, [this](const Letter &letter) {
        m_done = true;
        Q_EMIT queued(letter);
        close();
    });
    connectActions();
    connectFiles();
}

void ComposerWindow::connectActions()
{
    connect(m_actions->send, &QAction::triggered, this, [this] { m_sending->send(0); });
    connect(m_actions->rich, &QAction::triggered, this, &ComposerWindow::setRich);
    connect(m_actions->discard, &QAction::triggered, this, &ComposerWindow::askDiscard);
    connect(m_actions->close, &QAction::triggered, this, &QWidget::close);
    connect(m_actions->undo, &QAction::triggered, m_editor, &QTextEdit::undo);
    connect(m_actions->redo, &QAction::triggered, m_editor, &QTextEdit::redo);
    connect(m_actions->pasteText, &QAction::triggered, m_editor, &ComposeEditor::pasteAsText);
    connect(m_actions->revisions, &QAction::triggered, this, &ComposerWindow::showRevisions);
    m_actions->undo->setEnabled(false);
    m_actions->redo->setEnabled(false);
    connect(m_editor, &QTextEdit::undoAvailable, m_actions->undo, &QAction::setEnabled);
    connect(m_editor, &QTextEdit::redoAvailable, m_actions->redo, &QAction::setEnabled);
    for (QAction *action :
         {m_actions->readReceipt, m_actions->deliveryReport, m_actions->sign, m_actions->encrypt})
        connect(action, &QAction::triggered, this, &ComposerWindow::changed);
    // What lies on the server in the clear does not stay there.
    connect(m_actions->encrypt, &QAction::triggered, this, [this] {
        if (m_keeping->wasKept() || m_setup.isKept)
            m_keeping->keepNow(KeepDraft::OnServer);
    });
    QList<QKeySequence> keys = m_actions->pasteText->shortcuts() + m_actions->send->shortcuts()
        + m_actions->attach->shortcuts() + m_actions->rich->shortcuts();
    for (const QAction *action : m_formatting->actions())
        keys += action->shortcuts();
    m_editor->setWindowKeys(keys);
}

void ComposerWindow::connectFiles()
{
    connect(m_actions->attach, &QAction::triggered, this, &ComposerWindow::chooseFiles);
    connect(m_formatting, &Formatting::pictureWanted, this, &ComposerWindow::choosePicture);
    connect(m_editor, &ComposeEditor::filesGiven, this, &ComposerWindow::addFiles);
    connect(m_editor, &ComposeEditor::pictureGiven, this, &ComposerWindow::attachPicture);
    connect(m_attachments, &AttachmentStrip::openRequested, this, &ComposerWindow::openAttachment);
}

} // namespace kw
