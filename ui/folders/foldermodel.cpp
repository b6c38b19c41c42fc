#include "ui/folders/foldermodel.h"

#include "ui/look/icons.h"
#include "ui/look/words.h"

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr auto SearchPrefix = "search:"_L1;
} // namespace

FolderModel::FolderModel(QObject *parent)
    : QAbstractItemModel(parent)
    , m_root(std::make_unique<FolderNode>())
{
}

FolderModel::~FolderModel() = default;

void FolderModel::setTree(const FolderTreeInput &input)
{
    beginResetModel();
    m_root = buildFolderTree(input);
    m_byFolder.clear();
    m_byKey.clear();
    remember(m_root.get());
    endResetModel();
}

void FolderModel::remember(FolderNode *node)
{
    m_byKey.insert(node->key, node);
    if (isSet(node->row.id))
        m_byFolder.insert(node->row.id, node);
    if (node->kind == FolderNode::Kind::Search)
        showSearchCount(node);
    for (const auto &child : node->children)
        remember(child.get());
}

void FolderModel::showSearchCount(FolderNode *node)
{
    const auto count = m_searchCounts.constFind(node->key.sliced(SearchPrefix.size()));
    node->isCounted = count != m_searchCounts.cend();
    if (!node->isCounted)
        return;
    node->unread = count->unread;
    node->total = count->total;
    node->moreUnread = count->moreUnread;
    node->moreTotal = count->moreTotal;
}

void FolderModel::setSearchCount(const QString &searchKey, SearchCount count)
{
    FolderNode *node = m_byKey.value(SearchPrefix + searchKey);
    if (m_searchCounts.contains(searchKey) && m_searchCounts.value(searchKey) == count)
        return;
    m_searchCounts.insert(searchKey, count);
    if (!node)
        return;
    showSearchCount(node);
    const QModelIndex index = indexFor(node);
    Q_EMIT dataChanged(index, index,
                       {UnreadRole, UnreadTextRole, TotalRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
}

QString FolderModel::searchKey(const QModelIndex &index) const
{
    const FolderNode *n = line(index);
    return n && n->kind == FolderNode::Kind::Search ? n->key.sliced(SearchPrefix.size()) : QString();
}

void FolderModel::applyCounters(const QHash<FolderId, FolderCounters> &counters)
{
    QSet<FolderNode *> touched;
    for (auto it = counters.cbegin(); it != counters.cend(); ++it) {
        FolderNode *folder = m_byFolder.value(it.key());
        if (!folder)
            continue;
        touched.insert(folder);
        FolderNode *all = folder->role == FolderRole::Flagged
            ? nullptr
            : m_byKey.value(u"unified:%1"_s.arg(int(folder->role)));
        if (all) {
            all->unread += it->unread - folder->unread; // unsigned arithmetic wraps back to the exact sum
            all->total += it->total - folder->total;
            touched.insert(all);
        }
        folder->unread = it->unread;
        folder->total = it->total;
    }
    for (FolderNode *node : std::as_const(touched)) {
        const QModelIndex index = indexFor(node);
        Q_EMIT dataChanged(index, index, {UnreadRole, TotalRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
    }
}

void FolderModel::setStarred(FolderCounters starred)
{
    FolderNode *node = m_byKey.value(u"unified:%1"_s.arg(int(FolderRole::Flagged)));
    if (!node || (node->unread == starred.unread && node->total == starred.total))
        return;
    node->unread = starred.unread;
    node->total = starred.total;
    const QModelIndex index = indexFor(node);
    Q_EMIT dataChanged(index, index, {UnreadRole, TotalRole, Qt::ToolTipRole, Qt::AccessibleTextRole});
}

void FolderModel::setAccountStatus(const AccountStatus &status)
{
    m_accounts.insert(status.key, status);
    if (FolderNode *node = m_byKey.value("account:"_L1 + status.key)) {
        const QModelIndex index = indexFor(node);
        Q_EMIT dataChanged(index, index);
    }
}

void FolderModel::setFolderStatus(const FolderStatus &status)
{
    m_folders.insert(status.folder, status);
    if (FolderNode *node = m_byFolder.value(status.folder)) {
        const QModelIndex index = indexFor(node);
        Q_EMIT dataChanged(index, index, {Qt::ToolTipRole, Qt::AccessibleTextRole});
    }
}

void FolderModel::setRoom(const QString &accountKey, const QString &words)
{
    m_rooms.insert(accountKey, words);
    if (FolderNode *node = m_byKey.value("account:"_L1 + accountKey)) {
        const QModelIndex index = indexFor(node);
        Q_EMIT dataChanged(index, index, {Qt::ToolTipRole, Qt::AccessibleTextRole});
    }
}

std::optional<ViewId> FolderModel::view(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const FolderNode &n = *node(index);
    if (n.kind == FolderNode::Kind::Unified)
        return ViewId::unified(n.role);
    if (n.kind == FolderNode::Kind::Folder && isSet(n.row.id) && n.row.selectable && !n.row.unsupported
        && !n.skipped)
        return ViewId::of(n.row.id);
    return {};
}

QModelIndex FolderModel::indexOf(ViewId view) const
{
    return indexFor(view.isUnified() ? m_byKey.value(u"unified:%1"_s.arg(int(view.role)))
                                     : m_byFolder.value(view.folder));
}

QModelIndex FolderModel::indexOfKey(const QString &key) const
{
    return indexFor(m_byKey.value(key));
}

QString FolderModel::viewTitle(const QModelIndex &index) const
{
    if (!index.isValid())
        return {};
    const FolderNode *top = node(index);
    const QString title = top->title;
    while (top->kind != FolderNode::Kind::Account && top->parent)
        top = top->parent;
    return tr("%1 — %2", "folder, account")
        .arg(title, top->accountKey.isEmpty() ? tr("all accounts") : top->title);
}

quint32 FolderModel::unread(FolderRole unifiedRole) const
{
    const FolderNode *node = m_byKey.value(u"unified:%1"_s.arg(int(unifiedRole)));
    return node ? node->unread : 0;
}

QList<const FolderNode *> FolderModel::foldersOf(FolderRole role) const
{
    QList<const FolderNode *> found;
    for (const FolderNode *node : m_byFolder) {
        if (node->role == role && node->row.isReachable() && !node->skipped)
            found.append(node);
    }
    return found;
}

QString FolderModel::topPath(AccountId account, QChar separator) const
{
    if (separator.isNull())
        return {};
    const QString prefix = u"INBOX"_s + separator;
    bool any = false;
    for (const FolderNode *node : m_byFolder) {
        if (node->account != account || node->role == FolderRole::Inbox)
            continue;
        if (!node->row.path.startsWith(prefix))
            return {};
        any = true;
    }
    return any ? prefix : QString();
}

QModelIndex FolderModel::indexFor(FolderNode *node) const
{
    return node && node != m_root.get() ? createIndex(node->position, 0, node) : QModelIndex();
}

QModelIndex FolderModel::index(int row, int column, const QModelIndex &parent) const
{
    const FolderNode *above = parent.isValid() ? node(parent) : m_root.get();
    if (row < 0 || column != 0 || size_t(row) >= above->children.size())
        return {};
    return createIndex(row, 0, above->children[size_t(row)].get());
}

QModelIndex FolderModel::parent(const QModelIndex &child) const
{
    return child.isValid() ? indexFor(node(child)->parent) : QModelIndex();
}

int FolderModel::rowCount(const QModelIndex &parent) const
{
    return int((parent.isValid() ? node(parent) : m_root.get())->children.size());
}

int FolderModel::columnCount(const QModelIndex &) const
{
    return 1;
}

Liveness FolderModel::liveness(const FolderNode &n) const
{
    const auto it = m_accounts.constFind(n.accountKey);
    return it == m_accounts.cend() ? Liveness::Offline : it->liveness;
}

QVariant FolderModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const FolderNode &n = *node(index);
    switch (role) {
    case Qt::DisplayRole:
        return n.title;
    case Qt::DecorationRole:
        if (n.kind == FolderNode::Kind::Account)
            return {};
        if (n.kind == FolderNode::Kind::Group)
            return icon("user"_L1);
        if (n.kind == FolderNode::Kind::Outbox)
            return icon("outbox"_L1);
        if (n.kind == FolderNode::Kind::Search)
            return icon("saved-search"_L1);
        return icon(n.kind == FolderNode::Kind::Folder && !view(index) ? "folder-off"_L1 : roleIcon(n.role));
    case Qt::ToolTipRole:
        return toolTip(n);
    case Qt::AccessibleTextRole:
        return spoken(n);
    case KindRole:
        return int(n.kind);
    case KeyRole:
        return n.key;
    case UnreadRole:
        return n.unread;
    case TotalRole:
        return n.total;
    case ColorRole:
        return n.color;
    case LivenessRole:
        return n.kind == FolderNode::Kind::Account && !n.accountKey.isEmpty() ? QVariant(int(liveness(n)))
                                                                              : QVariant();
    case UsableRole:
        return n.kind == FolderNode::Kind::Search || view(index).has_value();
    case UnreadTextRole:
        return unreadText(n);
    case FolderRoleRole:
        return int(n.role);
    default:
        return {};
    }
}

Qt::ItemFlags FolderModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    // Accounts and folders that cannot be opened can still be reached by keyboard, folded and asked for their
    // tooltip.
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
}

} // namespace kw
