#include "ui/window/mainwindow.h"

#include "ui/accounts/firstrunpage.h"
#include "ui/accounts/signingin.h"
#include "ui/actions/windowactions.h"
#include "ui/changes/changewindows.h"
#include "ui/folders/folderpane.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/messages/messagelistpane.h"
#include "ui/messages/messagelistview.h"
#include "ui/organize/organizing.h"
#include "ui/reader/messagepage.h"
#include "ui/reader/readerpane.h"
#include "ui/search/savedsearchlines.h"
#include "ui/search/searching.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/shortcutkeys.h"
#include "ui/window/accountnews.h"
#include "ui/window/cleaning.h"
#include "ui/window/listjump.h"
#include "ui/window/lookcommands.h"
#include "ui/window/messagecommands.h"
#include "ui/window/notices.h"
#include "ui/window/personcards.h"
#include "ui/window/reading.h"
#include "ui/window/settingstransfer.h"
#include "ui/window/statusstrip.h"
#include "ui/window/vaultwindows.h"
#include "ui/window/windowdialogs.h"
#include "ui/window/windowpanes.h"
#include "ui/window/windowsearch.h"
#include "ui/window/windowtoolbar.h"
#include "ui/window/writing.h"

#include <QCloseEvent>
#include <QMenuBar>

using namespace Qt::StringLiterals;

namespace kw {

MainWindow::MainWindow(Engine *engine, const WindowSetup &setup, QWidget *parent)
    : QMainWindow(parent)
    , m_engine(engine)
    , m_setup(setup)
    , m_actions(new WindowActions(this))
    , m_panes(new WindowPanes(engine, setup.demoProblem, this))
    , m_accounts(new AccountNews(engine, m_panes, this))
    , m_looks(new LookCommands(m_actions, setup.configDirectory, setup.theme, this))
    , m_keys(new ShortcutKeys(m_actions->keySections(), setup.configDirectory, this))
    , m_commands(new MessageCommands(engine, m_actions, list(), reader(), this))
    , m_reading(new Reading(*m_actions, list(), reader(), this))
    , m_organizing(new Organizing(
          {engine, m_actions, folders(), list(), [this] { return m_commands->targets(); }, m_panes}, this))
    , m_changes(new ChangeWindows(engine, setup.cacheDirectory, this))
    , m_jump(new ListJump(m_panes, this))
    , m_cleaning(new Cleaning({engine, m_actions, m_panes, m_jump, setup.cacheDirectory}, this))
    , m_people(
          new PersonCards({m_actions, m_panes, m_jump, setup.configDirectory, setup.cacheDirectory}, this))
    , m_writing(
          new Writing({engine, m_actions, folders(), list(), reader(), notices(), m_organizing->toast(),
                       [this] { return m_commands->targets(); }, setup.configDirectory, setup.cacheDirectory},
                      this))
    , m_dialogs(new WindowDialogs(
          {engine, m_actions, m_looks, m_keys, folders(), setup.configDirectory, setup.logDirectory}, this))
{
    setNames(this, "mainWindow"_L1, tr("Kittiwake"));
    setWindowIcon(appIcon());
    setCentralWidget(m_panes);
    buildBars();
    m_search = new WindowSearch({engine, m_actions, m_panes, m_toolBar->searchField(),
                                 [this] { return m_writing->people(); }, setup.configDirectory,
                                 setup.cacheDirectory},
                                this);
    connectEngine();
    connectPanes();
    connectAccounts();
    connectActions();
    connectChanges();
    connectOrganizing();
    connectSearch();
    reader()->page()->setConfigDirectory(m_setup.configDirectory);
    openDatabase();
    showOnline(m_engine->isOnline());
    applySettings(settings(), settings());
    m_accounts->tell();
    restoreSession();
}

MainWindow::~MainWindow()
{
    useDatabase(nullptr); // the connection goes before the panes do
}

void MainWindow::buildBars()
{
    setContextMenuPolicy(Qt::NoContextMenu);
    m_toolBar = new WindowToolBar(*m_actions, this);
    addToolBar(m_toolBar);
    for (QMenu *menu : m_actions->makeMenus(menuBar()))
        menuBar()->addMenu(menu);
    setNames(menuBar(), "menuBar"_L1, tr("Menu bar"));
}

void MainWindow::openDatabase()
{
    auto database = Database::open(m_setup.cacheDirectory, Database::Mode::ReadOnly);
    if (!database) {
        notices()->addNotice(database.error());
        return;
    }
    m_database = std::move(*database);
    useDatabase(m_database.get());
}

void MainWindow::useDatabase(Database *database)
{
    m_organizing->setDatabase(database);
    m_writing->setDatabase(database);
    m_commands->setDatabase(database);
    m_people->setDatabase(database);
    m_panes->setDatabase(database);
}

void MainWindow::connectEngine()
{
    connect(m_engine, &Engine::changed, m_panes, &WindowPanes::applyChanges);
    connect(m_engine, &Engine::onlineChanged, this, &MainWindow::showOnline);
}

void MainWindow::connectPanes()
{
    connect(folders(), &FolderPane::viewSelected, this, &MainWindow::onViewSelected);
    connect(folders(), &FolderPane::viewRenamed, this, [this](const QString &title) {
        m_viewTitle = title;
        list()->renameView(title);
        updateTitle();
    });
    connect(folders(), &FolderPane::countersChanged, this, &MainWindow::updateTitle);
    connect(m_reading, &Reading::selectionShown, m_commands, &MessageCommands::renew);
    connect(list(), &MessageListPane::looksChanged, m_looks,
            [this] { m_looks->keepListLooks(list()->looks()); });
    connect(reader(), &ReaderPane::linkHovered, status(), &StatusStrip::showLink);
    connect(reader(), &ReaderPane::fixedWidthChanged, this,
            [this](bool on) { m_looks->change([on](UiSettings &s) { s.fixedWidthText = on; }); });
    connect(reader(), &ReaderPane::goOnlineRequested, m_engine, [this] { m_engine->setOnline(true); });
    connect(status(), &StatusStrip::onlineToggled, m_engine, &Engine::setOnline);
    connect(m_looks, &LookCommands::changed, this, &MainWindow::applySettings);
    connect(m_looks, &LookCommands::notKept, this, &MainWindow::tellNotKept);
}

void MainWindow::connectAccounts()
{
    connect(m_accounts, &AccountNews::changed, this, &MainWindow::accountsChanged);
    connect(m_accounts, &AccountNews::changed, m_cleaning, &Cleaning::tell);
    connect(folders(), &FolderPane::accountSettingsRequested, m_dialogs, &WindowDialogs::editAccount);
    connect(folders(), &FolderPane::checkupRequested, m_dialogs, &WindowDialogs::checkAccount);
    connect(notices(), &Notices::checkupRequested, m_dialogs, &WindowDialogs::checkAccount);
    connect(notices(), &Notices::accountSettingsRequested, m_dialogs, &WindowDialogs::editAccount);
    connect(notices(), &Notices::passwordRequested, m_dialogs, &WindowDialogs::askPassword);
    auto *vaultWindows = new VaultWindows(m_engine, notices(), this);
    connect(m_dialogs, &WindowDialogs::certificateWanted, vaultWindows, &VaultWindows::showCertificate);
    connect(m_dialogs, &WindowDialogs::signInWanted, notices()->signingIn(), &SigningIn::begin);
    FirstRunPage *welcome = m_panes->firstRun();
    connect(welcome, &FirstRunPage::addAccountRequested, m_dialogs, &WindowDialogs::addAccount);
    connect(welcome, &FirstRunPage::demoRequested, this, &MainWindow::demoRequested);
    connect(welcome, &FirstRunPage::fileHelpRequested, m_dialogs, &WindowDialogs::openFileHelp);
}

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto run) { connect(action, &QAction::triggered, this, run); };
    on(m_actions->checkMail, [this] { m_engine->refresh(); });
    on(m_actions->offline, [this](bool offline) { m_engine->setOnline(!offline); });
    on(m_actions->quit, [this] { close(); });
    on(m_actions->openMenu, [this] { m_toolBar->openMenu(); });
    on(m_actions->menuBar, [this](bool shown) { menuBar()->setVisible(shown); });
    on(m_actions->nextPane, [this] { walkPanes(1); });
    on(m_actions->previousPane, [this] { walkPanes(-1); });
    connect(m_keys, &ShortcutKeys::changed, this, &MainWindow::keysChanged);
    connect(m_keys, &ShortcutKeys::notKept, this, &MainWindow::tellNotKept);
    keysChanged();
}

void MainWindow::connectChanges()
{
    connect(m_actions->changes, &QAction::triggered, m_changes, &ChangeWindows::openChanges);
    connect(m_actions->vanished, &QAction::triggered, m_changes, &ChangeWindows::openVanished);
    connect(status(), &StatusStrip::changesClicked, m_changes, &ChangeWindows::openChanges);
    connect(m_changes, &ChangeWindows::counted, status(), &StatusStrip::setChanges);
    connect(m_changes, &ChangeWindows::counted, m_organizing,
            [this](const JournalPages::Counts &counts) { m_organizing->setRefused(counts.refused); });
    connect(m_changes, &ChangeWindows::cleanUpWanted, m_cleaning, [this] { m_cleaning->open(); });
    connect(m_changes, &ChangeWindows::vanishedSettingsWanted, this,
            [this] { m_dialogs->openSettings()->showVanished(); });
    connect(m_changes, &ChangeWindows::linkActivated, m_reading, &Reading::openLink);
    connect(m_changes, &ChangeWindows::openFile, m_reading, &Reading::openFile);
}

void MainWindow::connectOrganizing()
{
    connect(m_commands, &MessageCommands::menuAboutToShow, m_organizing, &Organizing::addTo);
    connect(m_commands, &MessageCommands::menuAboutToShow, m_people, &PersonCards::addTo);
    connect(m_people, &PersonCards::searchRequested, this, &MainWindow::searchRequested);
    connect(m_organizing, &Organizing::changesWanted, m_changes, &ChangeWindows::openChanges);
    connect(m_organizing, &Organizing::tagsWanted, this, [this] { m_dialogs->openSettings()->showTags(); });
    connect(m_organizing, &Organizing::tagMade, this,
            [this](const Tag &tag) { m_looks->change([tag](UiSettings &s) { s.tags.append(tag); }); });
}

void MainWindow::connectSearch()
{
    connect(m_search, &WindowSearch::titleChanged, this, [this](const QString &title) {
        m_searchTitle = title;
        updateTitle();
    });
    connect(m_dialogs->transfer(), &SettingsTransfer::searchesTaken, m_search->saved(),
            &SavedSearchLines::reload);
    connect(m_dialogs, &WindowDialogs::searchWanted, m_search->searching(), &Searching::find);
    connect(m_people, &PersonCards::searchRequested, m_search->searching(), [this](const QString &query) {
        bringUp();
        m_search->searching()->find(query);
    });
}

// The list has these keys of its own, also for Shift and J; they must not work on where the person has given
// them another meaning.
void MainWindow::keysChanged()
{
    const QList<QAction *> letters{m_actions->nextMessage, m_actions->previousMessage, m_actions->toggleRead,
                                   m_actions->toggleStar};
    list()->listView()->setLetterKeys(
        std::ranges::all_of(letters, [this](const QAction *action) { return m_keys->isDefault(action); }));
}

void MainWindow::tellNotKept()
{
    notices()->addNotice(
        {ErrorKind::Storage, tr("The settings could not be saved in %1.").arg(m_setup.configDirectory), {}});
}

void MainWindow::accountsChanged()
{
    AccountNames names;
    for (auto it = m_accounts->looks().begin(); it != m_accounts->looks().end(); ++it)
        names.insert(it.key(), it.value().name);
    m_changes->setAccounts(names);
    m_organizing->setAccounts(m_accounts->looks());
    m_toolBar->setVisible(!m_accounts->isEmpty());
    if (!m_accounts->isEmpty() && folders()->currentView() == ViewId{})
        folders()->selectView(ViewId::unified(FolderRole::Inbox));
    m_search->accountsChanged();
    updateTitle();
}

void MainWindow::applySettings(const UiSettings &now, const UiSettings &before)
{
    applyTheme(m_looks->theme());
    m_commands->setMarkReadDelay(now.markReadDelayMs);
    m_panes->applySettings(now);
    m_changes->setVanishedDays(now.sync.vanishedDays);
    m_organizing->applySettings(now);
    m_writing->applySettings(now.writing);
    m_changes->setTags(TagLooks(now.tags));
    m_search->applySettings(now);
    if (now.sync != before.sync)
        m_engine->applySettings(now.sync);
}

void MainWindow::onViewSelected(ViewId view, const QString &title)
{
    m_viewTitle = title;
    reader()->showMessage({});
    m_panes->showView(view, title);
    m_engine->lookAt(view);
    updateTitle();
}

void MainWindow::walkPanes(int step)
{
    if (!m_panes->walk(step, m_toolBar))
        m_toolBar->focusFirst();
}

void MainWindow::showOnline(bool online)
{
    status()->setOnline(online);
    m_actions->offline->setChecked(!online);
    m_actions->checkMail->setEnabled(online);
}

void MainWindow::updateTitle()
{
    const int unread = int(folders()->model()->unread(FolderRole::Inbox));
    const QString shown = m_searchTitle.isEmpty() ? m_viewTitle : m_searchTitle;
    QString title = shown.isEmpty() || isFirstRun() ? tr("Kittiwake") : tr("%1 — Kittiwake").arg(shown);
    if (unread > 0)
        title = tr("(%1) %2", "unread, title").arg(number(unread), title);
    setWindowTitle(title);
}

void MainWindow::bringUp()
{
    setWindowState(windowState() & ~Qt::WindowMinimized);
    show();
    raise();
    activateWindow();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    keepSession();
    m_writing->closeAll();
    QMainWindow::closeEvent(event);
}

void MainWindow::restoreSession()
{
    WindowSession session = loadSession(m_setup.configDirectory);
    if (settings().startView == StartView::Inbox) {
        session.viewKey = WindowSession().viewKey;
        session.message = {};
    }
    if (session.geometry.isEmpty() || !restoreGeometry(session.geometry))
        resize(1280, 800);
    menuBar()->setVisible(session.menuBar);
    m_actions->menuBar->setChecked(session.menuBar);
    m_search->restore(session);
    m_panes->restore(session);
}

void MainWindow::keepSession()
{
    WindowSession session;
    session.geometry = saveGeometry();
    session.menuBar = m_actions->menuBar->isChecked();
    m_panes->keep(session);
    m_search->keep(session);
    saveSession(m_setup.configDirectory, session); // losing pane sizes is not worth a word on the way out
}

} // namespace kw
