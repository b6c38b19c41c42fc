// The parts of MainWindow that put it together; what it does is in mainwindow.cpp.
#include "ui/window/mainwindow.h"

#include "ui/accounts/accountdialog.h"
#include "ui/accounts/firstrunpage.h"
#include "ui/folders/folderpane.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/messages/messagelistpane.h"
#include "ui/messages/messagelistview.h"
#include "ui/reader/messagepage.h"
#include "ui/reader/readerpane.h"
#include "ui/window/helpwindows.h"
#include "ui/window/notices.h"
#include "ui/window/readmarker.h"
#include "ui/window/statusstrip.h"
#include "ui/window/windowactions.h"

#include <QDesktopServices>
#include <QMenu>
#include <QMenuBar>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

void MainWindow::buildPanes()
{
    auto *centre = new QWidget(this);
    setNames(centre, "centre"_L1, tr("Mail"));
    m_notices = new Notices(m_engine, centre);
    m_stack = new QStackedWidget(centre);
    setNames(m_stack, "centreStack"_L1, tr("Mail"));
    m_outer = new QSplitter(Qt::Horizontal, m_stack);
    setNames(m_outer, "outerSplitter"_L1, tr("Folders and messages"));
    m_inner = new QSplitter(Qt::Horizontal, m_outer);
    setNames(m_inner, "innerSplitter"_L1, tr("List and message"));
    m_folders = new FolderPane(m_outer);
    m_list = new MessageListPane(m_inner);
    m_reader = new ReaderPane(m_engine, m_inner);
    m_outer->addWidget(m_folders);
    m_outer->addWidget(m_inner);
    m_inner->addWidget(m_list);
    m_inner->addWidget(m_reader);
    for (QSplitter *splitter : {m_outer, m_inner}) {
        splitter->setHandleWidth(1);
        splitter->setChildrenCollapsible(false);
    }
    m_folders->setMinimumWidth(150);
    m_list->setMinimumWidth(240);
    m_reader->setMinimumWidth(280);
    m_outer->setStretchFactor(1, 1);
    m_inner->setStretchFactor(1, 1);
    m_firstRun = new FirstRunPage(m_stack);
    m_firstRun->setDemoProblem(m_setup.demoProblem);
    m_stack->addWidget(m_outer);
    m_stack->addWidget(m_firstRun);
    m_status = new StatusStrip(centre);
    auto *layout = new QVBoxLayout(centre);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_notices);
    layout->addWidget(m_stack, 1);
    layout->addWidget(m_status);
    setCentralWidget(centre);
}

void MainWindow::buildToolBar()
{
    m_toolBar = addToolBar(tr("Tool bar"));
    setNames(m_toolBar, "toolBar"_L1, tr("Tool bar"));
    m_toolBar->setMovable(false);
    m_toolBar->setIconSize(QSize(20, 20));
    m_toolBar->setContextMenuPolicy(Qt::PreventContextMenu);
    setContextMenuPolicy(Qt::NoContextMenu);

    auto *everything = new QMenu(this);
    setNames(everything, "mainMenu"_L1, tr("Menu"));
    for (QMenu *menu : m_actions->makeMenus(everything))
        everything->addMenu(menu);
    auto *menuButton = flatButton("menu"_L1, tr("Menu (F10)"), "mainMenuButton"_L1, m_toolBar);
    menuButton->setMenu(everything);
    menuButton->setPopupMode(QToolButton::InstantPopup);
    auto *openMenu = new QAction(tr("Menu"), this);
    openMenu->setObjectName("openMenu"_L1);
    openMenu->setShortcut(Qt::Key_F10);
    addAction(openMenu);
    connect(openMenu, &QAction::triggered, menuButton, &QToolButton::showMenu);
    m_toolBar->addWidget(menuButton);

    m_toolBar->addAction(m_actions->checkMail);
    m_toolBar->addSeparator();
    m_toolBar->addAction(m_actions->toggleRead);
    m_toolBar->addAction(m_actions->toggleStar);
    m_toolBar->addSeparator();
    m_toolBar->addAction(m_actions->previousUnread);
    m_toolBar->addAction(m_actions->nextUnread);
    auto *space = new QWidget(m_toolBar);
    setNames(space, "toolBarSpace"_L1, tr("Space"));
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    m_toolBar->addWidget(space);
    m_toolBar->addAction(m_actions->filter);
    auto *viewMenu = new QMenu(this);
    setNames(viewMenu, "viewMenu"_L1, tr("View"));
    m_actions->fillViewMenu(viewMenu);
    auto *viewButton = flatButton("view"_L1, tr("View"), "viewButton"_L1, m_toolBar);
    viewButton->setMenu(viewMenu);
    viewButton->setPopupMode(QToolButton::InstantPopup);
    viewButton->setText(tr("View") + u" \u25be"_s);
    viewButton->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    m_toolBar->addWidget(viewButton);
    m_toolBar->addAction(m_actions->settings);
    for (QAction *action : m_toolBar->actions()) {
        if (auto *button = qobject_cast<QToolButton *>(m_toolBar->widgetForAction(action));
            button && !action->objectName().isEmpty()) {
            button->setObjectName("toolBar_"_L1 + action->objectName());
            button->setAccessibleName(action->text());
            button->setFocusPolicy(Qt::TabFocus);
        }
    }
    for (QMenu *menu : m_actions->makeMenus(menuBar()))
        menuBar()->addMenu(menu);
    setNames(menuBar(), "menuBar"_L1, tr("Menu bar"));
}

void MainWindow::connectPanes()
{
    connect(m_folders, &FolderPane::viewSelected, this, &MainWindow::onViewSelected);
    connect(m_folders, &FolderPane::countersChanged, this, &MainWindow::updateTitle);
    connect(m_folders, &FolderPane::accountSettingsRequested, this, &MainWindow::editAccount);
    connect(m_list, &MessageListPane::currentMessageChanged, this, &MainWindow::onSelectionChanged);
    connect(m_list, &MessageListPane::selectionChanged, this, &MainWindow::onSelectionChanged);
    connect(m_list, &MessageListPane::messageActivated, this, [this](MessageId id) {
        m_reader->showMessage(id);
        m_reader->focusContent();
    });
    connect(m_list, &MessageListPane::toggleStar, this, &MainWindow::toggleStar);
    connect(m_list, &MessageListPane::toggleRead, this, &MainWindow::toggleRead);
    connect(m_list, &MessageListPane::contextMenuRequested, this, &MainWindow::showMessageMenu);
    connect(m_list, &MessageListPane::looksChanged, this, &MainWindow::listLooksChanged);
    connect(m_reader, &ReaderPane::messageShown, this, &MainWindow::onMessageShown);
    connect(m_reader, &ReaderPane::messageLeft, m_readMarker, &ReadMarker::left);
    connect(m_reader, &ReaderPane::toggleStar, this, &MainWindow::toggleStar);
    connect(m_reader, &ReaderPane::markRead, this,
            [this](const QList<MessageId> &ids, bool read) { m_engine->setFlags(ids, Flag::Seen, read); });
    connect(m_reader, &ReaderPane::linkActivated, this, &MainWindow::openLink);
    connect(m_reader, &ReaderPane::linkHovered, m_status, &StatusStrip::showLink);
    connect(m_reader, &ReaderPane::openFile, this,
            [](const QString &path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    connect(m_reader, &ReaderPane::fixedWidthChanged, this,
            [this](bool on) { changeSettings([on](UiSettings &s) { s.fixedWidthText = on; }); });
    connect(m_reader, &ReaderPane::goOnlineRequested, this, [this] { setOnline(true); });
    connect(m_status, &StatusStrip::onlineToggled, this, &MainWindow::setOnline);
    connect(m_notices, &Notices::accountSettingsRequested, this, &MainWindow::editAccount);
    connect(m_notices, &Notices::passwordRequested, this, [this](const QString &key) {
        if (AccountDialog *dialog = editAccount(key))
            dialog->focusPassword();
    });
    connect(m_firstRun, &FirstRunPage::addAccountRequested, this, &MainWindow::addAccount);
    connect(m_firstRun, &FirstRunPage::demoRequested, this, &MainWindow::demoRequested);
    connect(m_firstRun, &FirstRunPage::fileHelpRequested, this,
            [this] { showAccountsFileHelp(m_setup.configDirectory, this); });
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto run) { connect(action, &QAction::triggered, this, run); };
    on(m_actions->checkMail, [this] { m_engine->refresh(); });
    on(m_actions->offline, [this](bool offline) { setOnline(!offline); });
    on(m_actions->settings, [this] { openSettings(); });
    on(m_actions->addAccount, [this] { addAccount(); });
    on(m_actions->quit, [this] { close(); });
    on(m_actions->openMessage, [this] { m_reader->focusContent(); });
    on(m_actions->toggleRead, [this] { toggleRead(targets()); });
    on(m_actions->toggleStar, [this] { toggleStar(targets()); });
    on(m_actions->source, [this] { m_reader->page()->openSource(); });
    on(m_actions->headers, [this] { m_reader->page()->openHeaders(); });
    on(m_actions->print, [this] { m_reader->page()->print(); });
    on(m_actions->find, [this] {
        if (isSet(m_reader->shown()))
            m_reader->page()->startFind();
    });
    on(m_actions->nextMessage, [this] { m_list->selectNext(); });
    on(m_actions->previousMessage, [this] { m_list->selectPrevious(); });
    on(m_actions->nextUnread, [this] { m_list->selectNextUnread(); });
    on(m_actions->previousUnread, [this] { m_list->selectPreviousUnread(); });
    on(m_actions->nextPane, [this] { cyclePane(1); });
    on(m_actions->previousPane, [this] { cyclePane(-1); });
    on(m_actions->filter, [this] { m_list->focusFilter(); });
    on(m_actions->zoomIn, [this] { m_reader->page()->zoomBy(10); });
    on(m_actions->zoomOut, [this] { m_reader->page()->zoomBy(-10); });
    on(m_actions->zoomReset, [this] { m_reader->page()->zoomBy(0); });
    on(m_actions->shortcuts, [this] { showShortcutSheet(*m_actions, this); });
    on(m_actions->fileHelp, [this] { showAccountsFileHelp(m_setup.configDirectory, this); });
    on(m_actions->about, [this] { showAbout(this); });
    on(m_actions->menuBar, [this](bool shown) { menuBar()->setVisible(shown); });
    m_actions->setMessageActionsEnabled(false);
}

void MainWindow::connectViewActions()
{
    const auto set = [this](QAction *action, void (*change)(UiSettings &, bool)) {
        connect(action, &QAction::triggered, this, [this, change](bool checked) {
            changeSettings([change, checked](UiSettings &s) { change(s, checked); });
        });
    };
    set(m_actions->cards, [](UiSettings &s, bool) { s.listMode = ListMode::Cards; });
    set(m_actions->table, [](UiSettings &s, bool) { s.listMode = ListMode::Table; });
    set(m_actions->compact, [](UiSettings &s, bool) { s.density = ListDensity::Compact; });
    set(m_actions->normal, [](UiSettings &s, bool) { s.density = ListDensity::Normal; });
    set(m_actions->roomy, [](UiSettings &s, bool) { s.density = ListDensity::Roomy; });
    set(m_actions->conversations, [](UiSettings &s, bool on) { s.conversations = on; });
    set(m_actions->dateGroups, [](UiSettings &s, bool on) { s.dateGroups = on; });
    set(m_actions->readerBelow, [](UiSettings &s, bool on) { s.readerBelow = on; });
    set(m_actions->fixedWidth, [](UiSettings &s, bool on) { s.fixedWidthText = on; });
    set(m_actions->themeSystem, [](UiSettings &s, bool) { s.theme = Theme::System; });
    set(m_actions->themeLight, [](UiSettings &s, bool) { s.theme = Theme::Light; });
    set(m_actions->themeDark, [](UiSettings &s, bool) { s.theme = Theme::Dark; });
}

void MainWindow::showSettingsInActions()
{
    (m_settings.listMode == ListMode::Table ? m_actions->table : m_actions->cards)->setChecked(true);
    for (QAction *action : {m_actions->compact, m_actions->normal, m_actions->roomy})
        action->setChecked(false);
    (m_settings.density == ListDensity::Compact      ? m_actions->compact
         : m_settings.density == ListDensity::Normal ? m_actions->normal
                                                     : m_actions->roomy)
        ->setChecked(true);
    m_actions->conversations->setChecked(m_settings.conversations);
    m_actions->dateGroups->setChecked(m_settings.dateGroups);
    m_actions->readerBelow->setChecked(m_settings.readerBelow);
    m_actions->fixedWidth->setChecked(m_settings.fixedWidthText);
    const Theme theme = m_setup.theme.value_or(m_settings.theme);
    (theme == Theme::Light      ? m_actions->themeLight
         : theme == Theme::Dark ? m_actions->themeDark
                                : m_actions->themeSystem)
        ->setChecked(true);
}

void MainWindow::changeSettings(const std::function<void(UiSettings &)> &change)
{
    UiSettings changed = m_settings;
    change(changed);
    applySettings(changed);
}

void MainWindow::applySettings(const UiSettings &settings)
{
    if (settings.theme != m_settings.theme)
        m_setup.theme.reset(); // the person has chosen again
    const bool syncChanged = settings.sync != m_settings.sync;
    const bool changed = settings != m_settings;
    m_settings = settings;
    applyTheme(m_setup.theme.value_or(m_settings.theme));
    m_readMarker->setDelay(m_settings.markReadDelayMs);
    m_list->setMode(m_settings.listMode);
    m_list->setDensity(m_settings.density);
    m_list->setConversations(m_settings.conversations);
    m_list->setDateGroups(m_settings.dateGroups);
    m_reader->setConversations(m_settings.conversations);
    m_reader->page()->setFixedWidth(m_settings.fixedWidthText);
    applyLayout();
    showSettingsInActions();
    if (syncChanged)
        m_engine->applySettings(m_settings.sync);
    if (changed && !saveUiSettings(m_setup.configDirectory, m_settings))
        m_notices->addNotice({ErrorKind::Storage,
                              tr("The settings could not be saved in %1.").arg(m_setup.configDirectory),
                              {}});
}

void MainWindow::listLooksChanged()
{
    changeSettings([this](UiSettings &s) {
        s.listMode = m_list->mode();
        s.density = m_list->density();
        s.conversations = m_list->conversations();
        s.dateGroups = m_list->dateGroups();
    });
}

void MainWindow::applyLayout()
{
    const auto wanted = m_settings.readerBelow ? Qt::Vertical : Qt::Horizontal;
    if (m_inner->orientation() == wanted)
        return;
    (m_settings.readerBelow ? m_session.innerSplitBeside : m_session.innerSplitBelow) = m_inner->saveState();
    m_inner->setOrientation(wanted);
    const QByteArray &state = m_settings.readerBelow ? m_session.innerSplitBelow : m_session.innerSplitBeside;
    if (state.isEmpty() || !m_inner->restoreState(state))
        m_inner->setSizes(m_settings.readerBelow ? QList<int>{300, 400} : QList<int>{380, 620});
    m_inner->setOrientation(wanted); // the kept state also holds an orientation
}

void MainWindow::showMessageMenu(const QList<MessageId> &ids, const QPoint &at)
{
    if (ids.isEmpty())
        return;
    QMenu menu(this);
    menu.setObjectName("messageMenu"_L1);
    const bool read = allHave(ids, Flag::Seen);
    menu.addAction(icon(read ? "mark-unread"_L1 : "mark-read"_L1),
                   read ? tr("Mark as Unread") : tr("Mark as Read"), this, [this, ids] { toggleRead(ids); });
    menu.addAction(icon("star"_L1), allHave(ids, Flag::Flagged) ? tr("Remove Star") : tr("Star"), this,
                   [this, ids] { toggleStar(ids); });
    if (ids.size() == 1 && ids.first() == m_reader->shown()) {
        menu.addSeparator();
        for (QAction *action : {m_actions->headers, m_actions->source, m_actions->print})
            menu.addAction(action);
    }
    menu.exec(at);
}

void MainWindow::restoreSession()
{
    if (m_session.geometry.isEmpty() || !restoreGeometry(m_session.geometry))
        resize(1280, 800);
    if (m_session.outerSplit.isEmpty() || !m_outer->restoreState(m_session.outerSplit))
        m_outer->setSizes({230, 1050});
    const QByteArray &inner = m_settings.readerBelow ? m_session.innerSplitBelow : m_session.innerSplitBeside;
    if (inner.isEmpty() || !m_inner->restoreState(inner))
        m_inner->setSizes(m_settings.readerBelow ? QList<int>{300, 400} : QList<int>{400, 650});
    m_inner->setOrientation(m_settings.readerBelow ? Qt::Vertical : Qt::Horizontal);
    menuBar()->setVisible(m_session.menuBar);
    m_actions->menuBar->setChecked(m_session.menuBar);
    m_folders->setFoldedKeys(m_session.foldedFolders);
    if (isFirstRun())
        return;
    if (m_folders->selectKey(m_session.viewKey) && isSet(m_session.message))
        m_list->selectMessage(m_session.message);
    m_list->listView()->setFocus(Qt::OtherFocusReason);
}

void MainWindow::keepSession()
{
    m_session.geometry = saveGeometry();
    m_session.outerSplit = m_outer->saveState();
    (m_settings.readerBelow ? m_session.innerSplitBelow : m_session.innerSplitBeside) = m_inner->saveState();
    m_session.foldedFolders = m_folders->foldedKeys();
    m_session.viewKey = m_folders->currentKey();
    m_session.message = m_list->currentMessage();
    m_session.menuBar = m_actions->menuBar->isChecked();
    saveSession(m_setup.configDirectory, m_session); // losing pane sizes is not worth a word on the way out
}

} // namespace kw
