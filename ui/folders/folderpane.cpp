#include "ui/folders/folderpane.h"

#include "core/store/pages.h"
#include "ui/folders/folderdelegate.h"
#include "ui/folders/foldertreeview.h"
#include "ui/look/icons.h"

#include <QMenu>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

FolderPane::FolderPane(QWidget *parent)
    : QWidget(parent)
    , m_tree(new FolderTreeView(this))
    , m_model(new FolderModel(this))
{
    setObjectName("folderPane"_L1);
    setAccessibleName(tr("Folders"));
    m_tree->setObjectName("folderTree"_L1);
    m_tree->setAccessibleName(tr("Accounts and folders"));
    m_tree->setModel(m_model);
    m_tree->setItemDelegate(new FolderDelegate(m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setRootIsDecorated(true);
    m_tree->setIndentation(16);
    m_tree->setUniformRowHeights(false);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setMouseTracking(true);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_tree->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_tree->setContextMenuPolicy(Qt::CustomContextMenu);
    m_tree->setTextElideMode(Qt::ElideRight);
    setFocusProxy(m_tree);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 6, 0, 0);
    layout->addWidget(m_tree);

    connect(m_tree->selectionModel(), &QItemSelectionModel::currentChanged, this,
            &FolderPane::onCurrentChanged);
    connect(m_tree, &QTreeView::collapsed, this, [this](const QModelIndex &index) {
        if (!m_restoring)
            m_folded.insert(index.data(FolderModel::KeyRole).toString());
    });
    connect(m_tree, &QTreeView::expanded, this, [this](const QModelIndex &index) {
        if (!m_restoring)
            m_folded.remove(index.data(FolderModel::KeyRole).toString());
    });
    connect(m_tree, &FolderTreeView::messagesDropped, this,
            [this](const QModelIndex &on, const QList<MessageId> &ids, bool copy) {
                if (const auto target = m_model->view(on))
                    Q_EMIT messagesDropped(ids, *target, copy);
            });
    connect(m_tree, &FolderTreeView::folderDropped, this, &FolderPane::folderDropped);
    connect(m_tree, &QTreeView::customContextMenuRequested, this, &FolderPane::showMenu);
    connect(m_model, &FolderModel::dataChanged, this, &FolderPane::countersChanged);
    const auto openOutbox = [this](const QModelIndex &index) {
        if (index.data(FolderModel::KindRole).toInt() == int(FolderNode::Kind::Outbox))
            Q_EMIT outboxRequested();
    };
    // What becomes current by this click is told by onCurrentChanged, before.
    const auto again = [this](const QModelIndex &index) {
        if (index == m_tree->currentIndex() && m_model->view(index) == m_view)
            Q_EMIT lineChosenAgain();
        else if (const QString search = m_model->searchKey(index); !search.isEmpty())
            Q_EMIT searchSelected(search);
    };
    connect(m_tree, &QTreeView::clicked, this, again);
    connect(m_tree, &QTreeView::activated, this, again);
    connect(m_tree, &QTreeView::clicked, this, openOutbox);
    connect(m_tree, &QTreeView::activated, this, openOutbox);
}

QTreeView *FolderPane::tree() const
{
    return m_tree;
}

void FolderPane::setDatabase(Database *database)
{
    m_database = database;
    reload();
}

void FolderPane::setAccounts(const QList<AccountSettings> &accounts)
{
    m_accounts = accounts;
    reload();
}

void FolderPane::applyChanges(const ChangeSet &changes)
{
    if (changes.folderListChanged)
        reload();
    else if (!changes.counters.isEmpty())
        m_model->applyCounters(changes.counters);
    const auto concernsStars
        = [](const MessageChange &c) { return (c.flagsBefore | c.flagsNow) & quint32(Flag::Flagged); };
    if (m_database && std::any_of(changes.messages.begin(), changes.messages.end(), concernsStars))
        m_model->setStarred(Pages(*m_database).counters(ViewId::unified(FolderRole::Flagged)));
}

void FolderPane::reload()
{
    const QString key = currentKey();
    const FolderNode *current = m_model->line(m_tree->currentIndex());
    const FolderId folder = current ? current->row.id : FolderId{};
    FolderTreeInput input;
    input.accounts = m_accounts;
    input.subscribedOnly = m_subscribedOnly;
    input.outgoing = m_outgoing;
    input.searches = m_searches;
    if (m_database) {
        const Pages pages(*m_database);
        input.accountKeys = pages.accounts();
        input.folders = pages.folders();
        input.starred = pages.counters(ViewId::unified(FolderRole::Flagged));
    }
    m_restoring = true;
    m_model->setTree(input);
    restore(key, folder);
    m_restoring = false;
    tellTitle();
    Q_EMIT countersChanged();
    Q_EMIT currentLineChanged();
}

// A folder that was renamed has another key and is still the same.
void FolderPane::restore(const QString &key, FolderId folder)
{
    m_tree->expandAll();
    for (const QString &folded : std::as_const(m_folded)) {
        if (const QModelIndex index = m_model->indexOfKey(folded); index.isValid())
            m_tree->collapse(index);
    }
    QModelIndex index = isSet(folder) ? m_model->indexOf(ViewId::of(folder)) : QModelIndex();
    if (!index.isValid())
        index = m_model->indexOfKey(key);
    if (index.isValid())
        m_tree->setCurrentIndex(index);
}

void FolderPane::tellTitle()
{
    const QModelIndex index = m_model->indexOf(m_view);
    const QString title = m_model->viewTitle(index);
    if (index.isValid() && !m_title.isEmpty() && std::exchange(m_title, title) != title)
        Q_EMIT viewRenamed(title);
}

bool FolderPane::selectView(ViewId view)
{
    const QModelIndex index = m_model->indexOf(view);
    if (index.isValid())
        m_tree->setCurrentIndex(index);
    return index.isValid();
}

void FolderPane::goBackToView()
{
    const QModelIndex index = m_model->indexOf(m_view);
    if (!index.isValid())
        return;
    m_restoring = true;
    m_tree->setCurrentIndex(index);
    m_restoring = false;
}

bool FolderPane::selectKey(const QString &key)
{
    const QModelIndex index = m_model->indexOfKey(key);
    if (!index.isValid() || (!m_model->view(index) && m_model->searchKey(index).isEmpty()))
        return false;
    m_tree->setCurrentIndex(index);
    return true;
}

QString FolderPane::currentKey() const
{
    return m_tree->currentIndex().data(FolderModel::KeyRole).toString();
}

void FolderPane::setSubscribedOnly(const QStringList &accountKeys)
{
    m_subscribedOnly = QSet<QString>(accountKeys.begin(), accountKeys.end());
    reload();
}

void FolderPane::setSubscribedOnly(const QString &accountKey, bool on)
{
    on ? void(m_subscribedOnly.insert(accountKey)) : void(m_subscribedOnly.remove(accountKey));
    reload();
}

void FolderPane::setSearches(const QList<SavedSearch> &searches)
{
    if (std::exchange(m_searches, searches) != searches)
        reload();
}

void FolderPane::setOutgoing(int messages)
{
    if (std::exchange(m_outgoing, messages) != messages)
        reload();
}

QStringList FolderPane::foldedKeys() const
{
    return QStringList(m_folded.begin(), m_folded.end());
}

void FolderPane::setFoldedKeys(const QStringList &keys)
{
    m_folded = QSet<QString>(keys.begin(), keys.end());
    m_restoring = true;
    restore(currentKey(), {});
    m_restoring = false;
}

void FolderPane::onCurrentChanged(const QModelIndex &current)
{
    Q_EMIT currentLineChanged();
    if (const QString search = m_model->searchKey(current); !search.isEmpty()) {
        if (std::exchange(m_searchKey, search) != search)
            Q_EMIT searchSelected(search);
        return;
    }
    const auto view = m_model->view(current);
    if (view)
        m_searchKey.clear();
    if (!view || (m_restoring && *view == m_view))
        return;
    m_view = *view;
    m_title = m_model->viewTitle(current);
    Q_EMIT viewSelected(m_view, m_title);
}

QString FolderPane::accountAbove(QModelIndex index)
{
    for (; index.isValid(); index = index.parent()) {
        const QString key = index.data(FolderModel::KeyRole).toString();
        if (key.startsWith("account:"_L1) && key.size() > 8)
            return key.sliced(8);
    }
    return {};
}

QString FolderPane::currentAccount() const
{
    return accountAbove(commandLine());
}

QModelIndex FolderPane::commandLine() const
{
    return m_menuKey.isEmpty() ? m_tree->currentIndex() : m_model->indexOfKey(m_menuKey);
}

void FolderPane::setMenuLine(const QModelIndex &index)
{
    m_menuKey = index.data(FolderModel::KeyRole).toString();
    m_tree->setMarked(index);
    Q_EMIT currentLineChanged();
}

void FolderPane::showMenu(const QPoint &at)
{
    const QModelIndex index = m_tree->indexAt(at);
    QMenu menu(this);
    menu.setObjectName("folderMenu"_L1);
    setMenuLine(index);
    if (index.isValid())
        Q_EMIT menuAboutToShow(&menu);
    if (const QString key = accountAbove(index); !key.isEmpty()) {
        menu.addAction(icon("settings"_L1), tr("Account Settings…"), this,
                       [this, key] { Q_EMIT accountSettingsRequested(key); });
        menu.addAction(icon("checkup"_L1), tr("Check This Account…"), this,
                       [this, key] { Q_EMIT checkupRequested(key); });
        menu.addSeparator();
    }
    menu.addAction(tr("Unfold All"), this, [this] { m_tree->expandAll(); });
    menu.addAction(tr("Fold All"), this, [this] { m_tree->collapseAll(); });
    menu.exec(m_tree->viewport()->mapToGlobal(at));
    setMenuLine({});
}

} // namespace kw
