#include "ui/window/mainwindow.h"

#include "ui/accounts/accountdialog.h"
#include "ui/accounts/accountspage.h"
#include "ui/accounts/firstrunpage.h"
#include "ui/changes/changewindows.h"
#include "ui/folders/folderpane.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/messages/messagelistpane.h"
#include "ui/messages/messagelistview.h"
#include "ui/reader/messagepage.h"
#include "ui/reader/readerpane.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/shortcutkeys.h"
#include "ui/window/commandpalette.h"
#include "ui/window/helpwindows.h"
#include "ui/window/lookcommands.h"
#include "ui/window/messagecommands.h"
#include "ui/window/notices.h"
#include "ui/window/statusstrip.h"
#include "ui/window/windowactions.h"
#include "ui/window/windowpanes.h"
#include "ui/window/windowtoolbar.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QMenuBar>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace kw {

MainWindow::MainWindow(Engine *engine, const WindowSetup &setup, QWidget *parent)
    : QMainWindow(parent)
    , m_engine(engine)
    , m_setup(setup)
    , m_actions(new WindowActions(this))
    , m_panes(new WindowPanes(engine, setup.demoProblem, this))
    , m_looks(new LookCommands(m_actions, setup.configDirectory, setup.theme, this))
    , m_keys(new ShortcutKeys(m_actions->sections(), setup.configDirectory, this))
    , m_commands(new MessageCommands(engine, m_actions, list(), reader(), this))
    , m_changes(new ChangeWindows(engine, setup.cacheDirectory, this))
{
    setNames(this, "mainWindow"_L1, tr("Kittiwake"));
    setWindowIcon(appIcon());
    setCentralWidget(m_panes);
    buildBars();
    connectEngine();
    connectPanes();
    connectAccounts();
    connectActions();
    connectSteps();
    connectKeys();
    connectChanges();
    openDatabase();
    showOnline(m_engine->isOnline());
    applySettings(settings(), settings());
    accountsChanged();
    restoreSession();
}

MainWindow::~MainWindow()
{
    m_commands->setDatabase(nullptr); // the connection goes before the panes do
    m_panes->setDatabase(nullptr);
}

FolderPane *MainWindow::folders() const
{
    return m_panes->folders();
}

MessageListPane *MainWindow::list() const
{
    return m_panes->list();
}

ReaderPane *MainWindow::reader() const
{
    return m_panes->reader();
}

StatusStrip *MainWindow::status() const
{
    return m_panes->status();
}

Notices *MainWindow::notices() const
{
    return m_panes->notices();
}

const UiSettings &MainWindow::settings() const
{
    return m_looks->settings();
}

bool MainWindow::isFirstRun() const
{
    return m_panes->isFirstRun();
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
    m_panes->setDatabase(m_database.get());
    m_commands->setDatabase(m_database.get());
}

void MainWindow::connectEngine()
{
    connect(m_engine, &Engine::changed, m_panes, &WindowPanes::applyChanges);
    connect(m_engine, &Engine::accountsChanged, this, &MainWindow::accountsChanged);
    connect(m_engine, &Engine::accountStatusChanged, status(), &StatusStrip::setStatus);
    connect(m_engine, &Engine::accountStatusChanged, folders()->model(), &FolderModel::setAccountStatus);
    connect(m_engine, &Engine::folderStatusChanged, folders()->model(), &FolderModel::setFolderStatus);
    connect(m_engine, &Engine::onlineChanged, this, &MainWindow::showOnline);
}

void MainWindow::connectPanes()
{
    connect(folders(), &FolderPane::viewSelected, this, &MainWindow::onViewSelected);
    connect(folders(), &FolderPane::countersChanged, this, &MainWindow::updateTitle);
    connect(list(), &MessageListPane::currentMessageChanged, this, &MainWindow::onSelectionChanged);
    connect(list(), &MessageListPane::selectionChanged, this, &MainWindow::onSelectionChanged);
    connect(list(), &MessageListPane::messageActivated, this, [this](MessageId id) {
        reader()->showMessage(id);
        reader()->focusContent();
    });
    connect(list(), &MessageListPane::readOn, this, &MainWindow::readOn);
    connect(list(), &MessageListPane::looksChanged, this, &MainWindow::listLooksChanged);
    connect(reader(), &ReaderPane::linkActivated, this, &MainWindow::openLink);
    connect(reader(), &ReaderPane::linkHovered, status(), &StatusStrip::showLink);
    connect(reader(), &ReaderPane::openFile, this,
            [](const QString &path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
    connect(reader(), &ReaderPane::fixedWidthChanged, this,
            [this](bool on) { m_looks->change([on](UiSettings &s) { s.fixedWidthText = on; }); });
    connect(reader(), &ReaderPane::goOnlineRequested, this, [this] { setOnline(true); });
    connect(status(), &StatusStrip::onlineToggled, this, &MainWindow::setOnline);
    connect(m_looks, &LookCommands::changed, this, &MainWindow::applySettings);
    connect(m_looks, &LookCommands::notKept, this, &MainWindow::tellNotKept);
}

void MainWindow::connectAccounts()
{
    connect(folders(), &FolderPane::accountSettingsRequested, this, &MainWindow::editAccount);
    connect(notices(), &Notices::accountSettingsRequested, this, &MainWindow::editAccount);
    connect(notices(), &Notices::passwordRequested, this, [this](const QString &key) {
        if (AccountDialog *dialog = editAccount(key))
            dialog->focusPassword();
    });
    FirstRunPage *welcome = m_panes->firstRun();
    connect(welcome, &FirstRunPage::addAccountRequested, this, &MainWindow::addAccount);
    connect(welcome, &FirstRunPage::demoRequested, this, &MainWindow::demoRequested);
    connect(welcome, &FirstRunPage::fileHelpRequested, this,
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
    on(m_actions->openMenu, [this] { m_toolBar->openMenu(); });
    on(m_actions->menuBar, [this](bool shown) { menuBar()->setVisible(shown); });
    on(m_actions->zoomIn, [this] { reader()->page()->zoomBy(10); });
    on(m_actions->zoomOut, [this] { reader()->page()->zoomBy(-10); });
    on(m_actions->zoomReset, [this] { reader()->page()->zoomBy(0); });
    on(m_actions->fileHelp, [this] { showAccountsFileHelp(m_setup.configDirectory, this); });
    on(m_actions->about, [this] { showAbout(this); });
}

void MainWindow::connectSteps()
{
    const auto on = [this](QAction *action, auto run) { connect(action, &QAction::triggered, this, run); };
    on(m_actions->nextMessage, [this] { list()->selectNext(); });
    on(m_actions->previousMessage, [this] { list()->selectPrevious(); });
    on(m_actions->nextUnread, [this] { list()->selectNextUnread(); });
    on(m_actions->previousUnread, [this] { list()->selectPreviousUnread(); });
    on(m_actions->nextPane, [this] { walkPanes(1); });
    on(m_actions->previousPane, [this] { walkPanes(-1); });
    on(m_actions->filter, [this] { list()->focusFilter(); });
}

void MainWindow::connectKeys()
{
    const auto on = [this](QAction *action, auto run) { connect(action, &QAction::triggered, this, run); };
    on(m_actions->shortcuts, [this] { showShortcutSheet(*m_actions, this); });
    on(m_actions->changeKeys, [this] { openSettings()->showKeys(); });
    on(m_actions->palette, [this] { showCommandPalette(m_keys->actions(), folders(), this); });
    connect(m_keys, &ShortcutKeys::changed, this, &MainWindow::keysChanged);
    connect(m_keys, &ShortcutKeys::notKept, this, &MainWindow::tellNotKept);
    keysChanged();
}

void MainWindow::connectChanges()
{
    connect(m_actions->changes, &QAction::triggered, m_changes, &ChangeWindows::openChanges);
    connect(m_actions->vanished, &QAction::triggered, m_changes, &ChangeWindows::openVanished);
    connect(status(), &StatusStrip::changesClicked, m_changes, &ChangeWindows::openChanges);
    connect(m_changes, &ChangeWindows::counted, status(), [this](const JournalPages::Counts &counts) {
        status()->setChanges(counts.waiting + counts.marks, counts.refused);
    });
    connect(m_changes, &ChangeWindows::vanishedSettingsWanted, this,
            [this] { openSettings()->showDownloads(); });
    connect(m_changes, &ChangeWindows::linkActivated, this, &MainWindow::openLink);
    connect(m_changes, &ChangeWindows::openFile, this,
            [](const QString &path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
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
    const QList<AccountSettings> accounts = m_engine->accounts();
    AccountLooks looks;
    AccountNames names;
    QStringList own;
    for (int i = 0; i < accounts.size(); ++i) {
        const AccountSettings &a = accounts.at(i);
        looks.insert(m_engine->accountId(a.key),
                     {a.name.isEmpty() ? a.address : a.name, accountColor(a.color, i)});
        names.insert(m_engine->accountId(a.key), a.name.isEmpty() ? a.address : a.name);
        own.append(a.address.toLower());
    }
    m_changes->setAccounts(names);
    list()->setAccounts(looks);
    reader()->setOwnAddresses(own);
    notices()->setAccounts(accounts);
    status()->setAccounts(accounts);
    folders()->setAccounts(accounts);
    for (const AccountStatus &state : m_engine->statuses()) {
        status()->setStatus(state);
        notices()->setStatus(state);
        folders()->model()->setAccountStatus(state);
    }
    m_panes->showFirstRun(accounts.isEmpty());
    m_toolBar->setVisible(!accounts.isEmpty());
    if (!accounts.isEmpty() && folders()->currentView() == ViewId{})
        folders()->selectView(ViewId::unified(FolderRole::Inbox));
    updateTitle();
}

void MainWindow::applySettings(const UiSettings &now, const UiSettings &before)
{
    applyTheme(m_looks->theme());
    m_commands->setMarkReadDelay(now.markReadDelayMs);
    list()->setMode(now.listMode);
    list()->setDensity(now.density);
    list()->setConversations(now.conversations);
    list()->setDateGroups(now.dateGroups);
    reader()->setConversations(now.conversations);
    reader()->page()->setFixedWidth(now.fixedWidthText);
    m_panes->setReaderBelow(now.readerBelow);
    m_changes->setVanishedDays(now.sync.vanishedDays);
    if (now.sync != before.sync)
        m_engine->applySettings(now.sync);
}

void MainWindow::listLooksChanged()
{
    m_looks->change([this](UiSettings &s) {
        s.listMode = list()->mode();
        s.density = list()->density();
        s.conversations = list()->conversations();
        s.dateGroups = list()->dateGroups();
    });
}

void MainWindow::onViewSelected(ViewId view, const QString &title)
{
    m_viewTitle = title;
    reader()->showMessage({});
    list()->showView(view, title);
    m_engine->lookAt(view);
    updateTitle();
}

void MainWindow::onSelectionChanged()
{
    const qint64 rows = list()->selectionCount();
    if (rows > 1)
        reader()->showSelection(list()->selectedMessages(), rows);
    else
        reader()->showMessage(list()->currentMessage());
    m_commands->renew();
}

// Space alone reads through all that is new.
void MainWindow::readOn(bool down)
{
    if (!isSet(reader()->shown()) || (down && reader()->page()->isAtEnd()))
        list()->selectNextUnread();
    else
        reader()->page()->scrollPage(down);
}

void MainWindow::walkPanes(int step)
{
    if (!m_panes->walk(step, m_toolBar))
        m_toolBar->focusFirst();
}

void MainWindow::setOnline(bool online)
{
    m_engine->setOnline(online);
}

void MainWindow::showOnline(bool online)
{
    status()->setOnline(online);
    m_actions->offline->setChecked(!online);
    m_actions->checkMail->setEnabled(online);
}

void MainWindow::openLink(const QUrl &url)
{
    static const QStringList harmless{u"http"_s, u"https"_s, u"mailto"_s};
    if (harmless.contains(url.scheme().toLower()))
        QDesktopServices::openUrl(url);
}

void MainWindow::updateTitle()
{
    const int unread = int(folders()->model()->unread(FolderRole::Inbox));
    QString title
        = m_viewTitle.isEmpty() || isFirstRun() ? tr("Kittiwake") : tr("%1 — Kittiwake").arg(m_viewTitle);
    if (unread > 0)
        title = tr("(%1) %2", "unread, title").arg(number(unread), title);
    setWindowTitle(title);
}

AccountDialog *MainWindow::addAccount()
{
    auto *dialog = new AccountDialog(m_engine, this);
    dialog->show();
    return dialog;
}

AccountDialog *MainWindow::editAccount(const QString &key)
{
    for (const AccountSettings &a : m_engine->accounts()) {
        if (a.key != key)
            continue;
        auto *dialog = new AccountDialog(m_engine, this, &a);
        dialog->show();
        return dialog;
    }
    return nullptr;
}

SettingsDialog *MainWindow::openSettings()
{
    auto *dialog = findChild<SettingsDialog *>();
    if (!dialog) {
        dialog = new SettingsDialog(m_engine, settings(), m_keys, this);
        connect(dialog, &SettingsDialog::changeWanted, m_looks, &LookCommands::change);
        connect(dialog->accountsPage(), &AccountsPage::addRequested, this, &MainWindow::addAccount);
        connect(dialog->accountsPage(), &AccountsPage::editRequested, this, &MainWindow::editAccount);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
    return dialog;
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
    QMainWindow::closeEvent(event);
}

void MainWindow::restoreSession()
{
    const WindowSession session = loadSession(m_setup.configDirectory);
    if (session.geometry.isEmpty() || !restoreGeometry(session.geometry))
        resize(1280, 800);
    menuBar()->setVisible(session.menuBar);
    m_actions->menuBar->setChecked(session.menuBar);
    m_panes->restore(session);
}

void MainWindow::keepSession()
{
    WindowSession session;
    session.geometry = saveGeometry();
    session.menuBar = m_actions->menuBar->isChecked();
    m_panes->keep(session);
    saveSession(m_setup.configDirectory, session); // losing pane sizes is not worth a word on the way out
}

} // namespace kw
