#include "ui/window/mainwindow.h"

#include "core/store/pages.h"
#include "ui/accounts/accountdialog.h"
#include "ui/accounts/accountspage.h"
#include "ui/accounts/firstrunpage.h"
#include "ui/folders/folderpane.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/messages/messagelistpane.h"
#include "ui/messages/messagelistview.h"
#include "ui/reader/messagepage.h"
#include "ui/reader/readerpane.h"
#include "ui/settings/settingsdialog.h"
#include "ui/window/helpwindows.h"
#include "ui/window/notices.h"
#include "ui/window/readmarker.h"
#include "ui/window/statusstrip.h"
#include "ui/window/windowactions.h"

#include <QCloseEvent>
#include <QDesktopServices>
#include <QSplitter>
#include <QStackedWidget>
#include <QToolBar>
#include <QTreeView>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace kw {

MainWindow::MainWindow(Engine *engine, const WindowSetup &setup, QWidget *parent)
    : QMainWindow(parent)
    , m_engine(engine)
    , m_setup(setup)
    , m_settings(loadUiSettings(setup.configDirectory))
    , m_session(loadSession(setup.configDirectory))
    , m_actions(new WindowActions(this))
    , m_readMarker(new ReadMarker(engine, this))
{
    setNames(this, "mainWindow"_L1, tr("Kittiwake"));
    setWindowIcon(appIcon());
    buildPanes();
    buildToolBar();
    connectEngine();
    connectPanes();
    connectActions();
    connectViewActions();
    openDatabase();
    m_status->setOnline(m_engine->isOnline());
    m_actions->offline->setChecked(!m_engine->isOnline());
    applySettings(m_settings);
    accountsChanged();
    restoreSession();
}

MainWindow::~MainWindow()
{
    m_list->setDatabase(nullptr); // the connection goes before the panes do
    m_folders->setDatabase(nullptr);
    m_reader->setDatabase(nullptr);
}

bool MainWindow::isFirstRun() const
{
    return m_stack->currentWidget() == m_firstRun;
}

void MainWindow::openDatabase()
{
    auto database = Database::open(m_setup.cacheDirectory, Database::Mode::ReadOnly);
    if (!database) {
        m_notices->addNotice(database.error());
        return;
    }
    m_database = std::move(*database);
    m_folders->setDatabase(m_database.get());
    m_list->setDatabase(m_database.get());
    m_reader->setDatabase(m_database.get());
}

void MainWindow::connectEngine()
{
    connect(m_engine, &Engine::changed, this, &MainWindow::applyChanges);
    connect(m_engine, &Engine::accountsChanged, this, &MainWindow::accountsChanged);
    connect(m_engine, &Engine::accountStatusChanged, m_status, &StatusStrip::setStatus);
    connect(m_engine, &Engine::accountStatusChanged, m_folders->model(), &FolderModel::setAccountStatus);
    connect(m_engine, &Engine::folderStatusChanged, m_folders->model(), &FolderModel::setFolderStatus);
    connect(m_engine, &Engine::onlineChanged, this, [this](bool online) {
        m_status->setOnline(online);
        m_actions->offline->setChecked(!online);
        m_actions->checkMail->setEnabled(online);
    });
}

void MainWindow::accountsChanged()
{
    const QList<AccountSettings> accounts = m_engine->accounts();
    AccountLooks looks;
    QStringList own;
    for (int i = 0; i < accounts.size(); ++i) {
        const AccountSettings &a = accounts.at(i);
        looks.insert(m_engine->accountId(a.key),
                     {a.name.isEmpty() ? a.address : a.name, accountColor(a.color, i)});
        own.append(a.address.toLower());
    }
    m_list->setAccounts(looks);
    m_reader->setOwnAddresses(own);
    m_notices->setAccounts(accounts);
    m_status->setAccounts(accounts);
    m_folders->setAccounts(accounts);
    for (const AccountStatus &status : m_engine->statuses()) {
        m_status->setStatus(status);
        m_notices->setStatus(status);
        m_folders->model()->setAccountStatus(status);
    }
    const bool firstRun = accounts.isEmpty();
    m_stack->setCurrentWidget(firstRun ? static_cast<QWidget *>(m_firstRun) : m_outer);
    m_toolBar->setVisible(!firstRun);
    m_status->setVisible(!firstRun);
    if (!firstRun && m_folders->currentView() == ViewId{})
        m_folders->selectView(ViewId::unified(FolderRole::Inbox));
    updateTitle();
}

void MainWindow::applyChanges(const ChangeSet &changes)
{
    m_folders->applyChanges(changes);
    m_list->applyChanges(changes);
    m_reader->applyChanges(changes);
}

void MainWindow::onViewSelected(ViewId view, const QString &title)
{
    m_viewTitle = title;
    m_reader->showMessage({});
    m_list->showView(view, title);
    m_engine->lookAt(view);
    updateTitle();
}

void MainWindow::onSelectionChanged()
{
    const qint64 rows = m_list->selectionCount();
    if (rows > 1)
        m_reader->showSelection(m_list->selectedMessages(), rows);
    else
        m_reader->showMessage(m_list->currentMessage());
    m_actions->setMessageActionsEnabled(!targets().isEmpty());
}

void MainWindow::onMessageShown(MessageId id)
{
    m_readMarker->opened(id, !allHave({id}, Flag::Seen));
    m_actions->setMessageActionsEnabled(true);
}

QList<MessageId> MainWindow::targets() const
{
    if (m_list->selectionCount() > 1)
        return m_list->selectedMessages();
    const MessageId open = m_reader->current();
    const MessageId id = isSet(open) ? open : m_list->currentMessage();
    return isSet(id) ? QList<MessageId>{id} : QList<MessageId>{};
}

bool MainWindow::allHave(const QList<MessageId> &ids, Flag flag) const
{
    if (!m_database)
        return false;
    const Pages pages(*m_database);
    return std::all_of(ids.begin(), ids.end(), [&](MessageId id) {
        const auto row = pages.message(id);
        return row && (row->flags & quint32(flag));
    });
}

void MainWindow::toggleStar(const QList<MessageId> &ids)
{
    if (!ids.isEmpty())
        m_engine->setFlags(ids, Flag::Flagged, !allHave(ids, Flag::Flagged));
}

void MainWindow::toggleRead(const QList<MessageId> &ids)
{
    if (ids.isEmpty())
        return;
    m_readMarker->left(); // what the person says about read and unread counts
    m_engine->setFlags(ids, Flag::Seen, !allHave(ids, Flag::Seen));
}

void MainWindow::cyclePane(int step)
{
    const QList<QWidget *> panes{m_folders->tree(), m_list, m_reader, m_toolBar};
    int at = step > 0 ? -1 : 0;
    for (int i = 0; i < panes.size(); ++i) {
        const QWidget *focus = focusWidget();
        if (focus && (panes.at(i) == focus || panes.at(i)->isAncestorOf(focus)))
            at = i;
    }
    QWidget *next = panes.at((at + step + panes.size()) % panes.size());
    if (next == m_reader)
        m_reader->focusContent();
    else if (next == m_list)
        m_list->listView()->setFocus(Qt::ShortcutFocusReason);
    else if (next == m_toolBar)
        m_toolBar->findChild<QWidget *>("mainMenuButton"_L1)->setFocus(Qt::ShortcutFocusReason);
    else
        next->setFocus(Qt::ShortcutFocusReason);
}

void MainWindow::setOnline(bool online)
{
    m_engine->setOnline(online);
}

void MainWindow::openLink(const QUrl &url)
{
    static const QStringList harmless{u"http"_s, u"https"_s, u"mailto"_s};
    if (harmless.contains(url.scheme().toLower()))
        QDesktopServices::openUrl(url);
}

void MainWindow::updateTitle()
{
    const int unread = int(m_folders->model()->unread(FolderRole::Inbox));
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
        dialog = new SettingsDialog(m_engine, m_settings, this);
        connect(dialog, &SettingsDialog::settingsChanged, this, &MainWindow::applySettings);
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

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_outer)
        m_outer->update();
}

} // namespace kw
