#include "ui/organize/foldercommands.h"

#include "core/store/pages.h"
#include "ui/actions/windowactions.h"
#include "ui/folders/folderpane.h"
#include "ui/look/words.h"
#include "ui/organize/foldername.h"
#include "ui/organize/questions.h"

#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

// An account, or a folder of a server that has folders inside folders.
bool canHoldFolders(const FolderNode &node)
{
    if (node.kind == FolderNode::Kind::Folder)
        return isSet(node.row.id) && !node.row.separator.isNull();
    return node.kind == FolderNode::Kind::Account && isSet(node.account);
}

} // namespace

FolderCommands::FolderCommands(Engine *engine, WindowActions *actions, FolderPane *pane, QWidget *window,
                               QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_actions(actions)
    , m_pane(pane)
    , m_window(window)
{
    connectActions();
    connect(m_pane, &FolderPane::currentLineChanged, this, &FolderCommands::renew);
    connect(m_pane, &FolderPane::countersChanged, this, &FolderCommands::renew);
    connect(m_pane, &FolderPane::menuAboutToShow, this, &FolderCommands::fillMenu);
    connect(m_pane, &FolderPane::folderDropped, this, &FolderCommands::moveBelow);
    renew();
}

void FolderCommands::connectActions()
{
    const auto on = [this](QAction *action, auto run) { connect(action, &QAction::triggered, this, run); };
    on(m_actions->newFolder, [this] { create(); });
    on(m_actions->renameFolder, [this] { rename(); });
    on(m_actions->deleteFolder, [this] { remove(); });
    on(m_actions->markFolderRead, [this] { markRead(); });
    on(m_actions->emptyFolder, [this] { empty(); });
    on(m_actions->subscribed, [this](bool subscribed) {
        if (const FolderNode *node = current())
            m_engine->perform(Intent::subscribe(node->row.id, subscribed));
    });
}

const FolderNode *FolderCommands::current() const
{
    return m_pane->model()->line(m_pane->commandLine());
}

QList<const FolderNode *> FolderCommands::folders() const
{
    const FolderNode *node = current();
    if (!node || node->kind == FolderNode::Kind::Account || node->kind == FolderNode::Kind::Group
        || node->kind == FolderNode::Kind::Outbox || node->kind == FolderNode::Kind::Search)
        return {};
    if (node->kind == FolderNode::Kind::Folder)
        return isSet(node->row.id) ? QList{node} : QList<const FolderNode *>();
    return m_pane->model()->foldersOf(node->role);
}

void FolderCommands::renew()
{
    const FolderNode *node = current();
    const bool folder = node && node->kind == FolderNode::Kind::Folder && isSet(node->row.id);
    const bool own = folder && !node->row.unsupported;
    const bool inbox = node && node->role == FolderRole::Inbox;
    const bool waste = node && (node->role == FolderRole::Trash || node->role == FolderRole::Junk);
    m_actions->newFolder->setEnabled(node && canHoldFolders(*node));
    m_actions->renameFolder->setEnabled(own && !inbox);
    m_actions->deleteFolder->setEnabled(own && !inbox);
    m_actions->subscribed->setEnabled(own);
    m_actions->subscribed->setChecked(own && node->row.subscribed);
    m_actions->markFolderRead->setEnabled(node && node->unread > 0 && !folders().isEmpty());
    m_actions->emptyFolder->setEnabled(waste && node->total > 0);
    m_actions->emptyFolder->setText(waste ? tr("Empty %1…", "a folder").arg(roleTitle(node->role))
                                          : tr("Empty Trash or Junk…"));
}

void FolderCommands::fillMenu(QMenu *menu)
{
    renew();
    const auto all = {m_actions->markFolderRead, m_actions->emptyFolder,  m_actions->newFolder,
                      m_actions->renameFolder,   m_actions->deleteFolder, m_actions->subscribed};
    for (QAction *action : all) {
        if (action->isEnabled())
            menu->addAction(action);
    }
    menu->addSeparator();
}

// Of the account; without a database none is known, and the server has the last word.
QList<FolderRow> FolderCommands::foldersBeside(AccountId account) const
{
    QList<FolderRow> rows = m_pane->database() ? Pages(*m_pane->database()).folders() : QList<FolderRow>();
    rows.removeIf([account](const FolderRow &row) { return row.account != account; });
    return rows;
}

FolderPlace FolderCommands::placeBelow(const FolderNode &node) const
{
    FolderPlace place{foldersBeside(node.account), {}, node.row.separator};
    if (node.kind == FolderNode::Kind::Folder) {
        place.prefix = node.row.path + node.row.separator;
        return place;
    }
    const auto inbox = std::ranges::find(place.folders, FolderRole::Inbox, &FolderRow::role);
    if (inbox != place.folders.cend())
        place.separator = inbox->separator;
    place.prefix = m_pane->model()->topPath(node.account, place.separator);
    return place;
}

void FolderCommands::create()
{
    const FolderNode *node = current();
    if (!node || !canHoldFolders(*node))
        return;
    const FolderId parent = node->row.id; // 0: the account itself
    askForName({"newFolderDialog"_L1,
                tr("New Folder"),
                tr("Name of the new folder in “%1”:").arg(node->title),
                {},
                [place = placeBelow(*node)](const QString &name) { return folderNameFault(name, place); }},
               m_window, [this, account = node->account, parent](const QString &name) {
                   m_engine->perform(Intent::createFolder(account, parent, name));
               });
}

void FolderCommands::rename()
{
    const FolderNode *node = current();
    if (!node || !isSet(node->row.id))
        return;
    const FolderRow row = node->row;
    const qsizetype cut = row.separator.isNull() ? -1 : row.path.lastIndexOf(row.separator);
    const FolderPlace place{foldersBeside(row.account), row.path.left(cut + 1), row.separator, row.id};
    askForName({"renameFolderDialog"_L1, tr("Rename Folder"), tr("New name of “%1”:").arg(node->title),
                row.path.mid(cut + 1), [place](const QString &name) { return folderNameFault(name, place); }},
               m_window, [this, place](const QString &name) {
                   m_engine->perform(Intent::renameFolder(place.self, place.prefix + name));
               });
}

void FolderCommands::remove()
{
    const FolderNode *node = current();
    if (!node || !isSet(node->row.id) || !m_actions->deleteFolder->isEnabled())
        return;
    const QString detail = node->total > 0
        ? tr("Its %Ln message(s) go to the Trash.", nullptr, int(node->total))
        : tr("It holds no messages.");
    const QString below = node->children.empty() ? QString() : u' ' + tr("The folders in it go too.");
    ask({"deleteFolderQuestion"_L1, tr("Delete Folder"), tr("Delete the folder “%1”?").arg(node->title),
         detail + below, tr("Delete Folder")},
        m_window,
        [this, id = node->row.id] { m_engine->perform(Intent::ofFolder(Intent::Kind::DeleteFolder, id)); });
}

void FolderCommands::markRead()
{
    QList<FolderId> ids; // the lines may be others by the time of the second
    for (const FolderNode *folder : folders()) {
        if (folder->unread > 0)
            ids.append(folder->row.id);
    }
    for (const FolderId id : std::as_const(ids))
        m_engine->perform(Intent::ofFolder(Intent::Kind::MarkFolderRead, id));
}

void FolderCommands::empty()
{
    const FolderNode *node = current();
    if (!node)
        return;
    QList<FolderId> ids;
    for (const FolderNode *folder : folders()) {
        if (folder->total > 0)
            ids.append(folder->row.id);
    }
    ask({"emptyQuestion"_L1, m_actions->emptyFolder->text().remove(u'…'),
         tr("Delete %Ln message(s) in “%1” for good?", nullptr, int(node->total)).arg(node->title),
         tr("You can undo this for a few seconds."), tr("Delete for Good")},
        m_window, [this, ids] {
            for (const FolderId id : ids)
                m_engine->perform(Intent::ofFolder(Intent::Kind::EmptyFolder, id));
        });
}

void FolderCommands::moveBelow(FolderId folder, const QModelIndex &target)
{
    const FolderModel *model = m_pane->model();
    const FolderNode *from = model->line(model->indexOf(ViewId::of(folder)));
    const FolderNode *to = model->line(target);
    if (!from || !to || from == to || from->parent == to || from->account != to->account)
        return;
    const FolderRow &row = from->row;
    const QString name = row.separator.isNull() ? row.path : row.path.section(row.separator, -1);
    if (to->kind == FolderNode::Kind::Account)
        m_engine->perform(Intent::renameFolder(folder, model->topPath(to->account, row.separator) + name));
    else if (isSet(to->row.id) && !row.separator.isNull())
        m_engine->perform(Intent::renameFolder(folder, to->row.path + row.separator + name));
}

} // namespace kw
