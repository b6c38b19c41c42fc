#include "ui/accounts/accountcommands.h"

#include "ui/accounts/accountwords.h"
#include "ui/folders/folderpane.h"
#include "ui/look/icons.h"
#include "ui/organize/questions.h"

#include <QMenu>

#include <memory>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

void put(QStringList &list, const QString &path, bool in)
{
    list.removeAll(path);
    if (in)
        list.append(path);
}

} // namespace

AccountCommands::AccountCommands(Engine *engine, FolderPane *pane, QWidget *window, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_pane(pane)
    , m_window(window)
{
    connect(pane, &FolderPane::menuAboutToShow, this, &AccountCommands::fillMenu);
}

std::optional<AccountSettings> AccountCommands::account(const QString &key) const
{
    for (const AccountSettings &settings : m_engine->accounts()) {
        if (settings.key == key)
            return settings;
    }
    return {};
}

std::optional<AccountSettings> AccountCommands::account(AccountId id) const
{
    for (const AccountSettings &settings : m_engine->accounts()) {
        if (isSet(id) && m_engine->accountId(settings.key) == id)
            return settings;
    }
    return {};
}

void AccountCommands::setPaused(const QString &key, bool paused)
{
    auto settings = account(key);
    if (!settings || settings->paused == paused)
        return;
    settings->paused = paused;
    m_engine->saveAccount(*settings, {});
}

void AccountCommands::askRemove(const QString &key)
{
    const auto settings = account(key);
    if (!settings)
        return;
    ask({"removeAccountQuestion"_L1, tr("Remove Account"), removalQuestion(*settings),
         removalDetail(holdingsOf(m_pane->database(), m_engine->accountId(key))), tr("Remove Account")},
        m_window, [this, key] { m_engine->removeAccount(key); });
}

void AccountCommands::keepFolder(const FolderNode &folder, bool here)
{
    auto settings = account(folder.account);
    if (!settings || folder.role == FolderRole::Inbox)
        return;
    put(settings->folders.skipped, folder.row.path, !here);
    if (!here)
        put(settings->folders.offline, folder.row.path, false);
    m_engine->saveAccount(*settings, {});
}

void AccountCommands::keepTexts(const FolderNode &folder, bool offline)
{
    auto settings = account(folder.account);
    if (!settings)
        return;
    put(settings->folders.offline, folder.row.path, offline);
    if (offline)
        put(settings->folders.skipped, folder.row.path, false);
    m_engine->saveAccount(*settings, {});
}

void AccountCommands::fillMenu(QMenu *menu)
{
    const FolderNode *node = m_pane->model()->line(m_pane->commandLine());
    if (!node)
        return;
    const auto settings = account(node->account);
    if (!settings)
        return;
    if (node->kind == FolderNode::Kind::Folder && isSet(node->row.id) && node->row.selectable
        && !node->row.unsupported)
        addFolderItems(menu, *node, *settings);
    if (node->kind == FolderNode::Kind::Account)
        addAccountItems(menu, *settings);
}

void AccountCommands::addFolderItems(QMenu *menu, const FolderNode &folder, const AccountSettings &account)
{
    // The line may be another one by the time of the click.
    FolderNode copy;
    copy.account = folder.account;
    copy.role = folder.role;
    copy.row = folder.row;
    const auto shared = std::make_shared<FolderNode>(std::move(copy));
    QAction *here = menu->addAction(tr("Keep on This Computer"), this,
                                    [this, shared](bool on) { keepFolder(*shared, on); });
    here->setObjectName("keepFolderHere"_L1);
    here->setCheckable(true);
    here->setChecked(!folder.skipped);
    here->setEnabled(folder.role != FolderRole::Inbox);
    QAction *texts = menu->addAction(tr("Download All Its Messages"), this,
                                     [this, shared](bool on) { keepTexts(*shared, on); });
    texts->setObjectName("keepFolderOffline"_L1);
    texts->setCheckable(true);
    texts->setChecked(account.folders.offline.contains(folder.row.path));
    menu->addSeparator();
}

void AccountCommands::addAccountItems(QMenu *menu, const AccountSettings &account)
{
    const QString key = account.key;
    QAction *pause = account.paused ? menu->addAction(icon("play"_L1), tr("Go On with This Account"), this,
                                                      [this, key] { setPaused(key, false); })
                                    : menu->addAction(icon("paused"_L1), tr("Pause This Account"), this,
                                                      [this, key] { setPaused(key, true); });
    pause->setObjectName("pauseThisAccount"_L1);
    QAction *only = menu->addAction(tr("Show Only Subscribed Folders"), this,
                                    [this, key](bool on) { m_pane->setSubscribedOnly(key, on); });
    only->setObjectName("showSubscribedOnly"_L1);
    only->setCheckable(true);
    only->setChecked(m_pane->subscribedOnly().contains(key));
    QAction *remove = menu->addAction(icon("trash"_L1), tr("Remove This Account…"), this,
                                      [this, key] { askRemove(key); });
    remove->setObjectName("removeThisAccount"_L1);
    menu->addSeparator();
}

} // namespace kw
