#pragma once

#include "core/store/changes.h"
#include "core/sync/engine.h"
#include "ui/folders/foldertree.h"

#include <QAbstractItemModel>

namespace kw {

// The folder pane's lines. Counters and liveness change in place; only a changed folder list resets. GUI
// thread.
class FolderModel : public QAbstractItemModel
{
    Q_OBJECT
public:
    enum Role {
        KindRole = Qt::UserRole + 1, // int(FolderNode::Kind)
        KeyRole,
        UnreadRole,
        TotalRole,
        ColorRole, // accounts
        LivenessRole, // int(Liveness), accounts only
        UsableRole, // bool: can be opened
        FolderRoleRole, // int(FolderRole)
        UnreadTextRole, // as it is shown: "9,999+"; empty: nothing is
    };

    explicit FolderModel(QObject *parent = nullptr);
    ~FolderModel() override;

    void setTree(const FolderTreeInput &input);
    void applyCounters(const QHash<FolderId, FolderCounters> &counters);
    void setStarred(FolderCounters starred);
    void setAccountStatus(const AccountStatus &status);
    void setFolderStatus(const FolderStatus &status);
    // How much a saved search finds; `more…`: so many, and more.
    struct SearchCount {
        quint32 unread = 0;
        quint32 total = 0;
        bool moreUnread = false;
        bool moreTotal = false;
        bool operator==(const SearchCount &) const = default;
    };
    void setSearchCount(const QString &searchKey, SearchCount count);
    // How full the account is on its server, in words; empty: not known. Told with the account's line.
    void setRoom(const QString &accountKey, const QString &words);

    // Not set where the line cannot be opened.
    std::optional<ViewId> view(const QModelIndex &index) const;
    // SavedSearch::key; empty where the line is none.
    QString searchKey(const QModelIndex &index) const;
    QModelIndex indexOf(ViewId view) const;
    QModelIndex indexOfKey(const QString &key) const;
    // "Inbox — all accounts", "Lists — work"
    QString viewTitle(const QModelIndex &index) const;
    quint32 unread(FolderRole unifiedRole) const;
    // What stands there; nullptr where there is nothing. Valid until the next setTree.
    const FolderNode *line(const QModelIndex &index) const { return index.isValid() ? node(index) : nullptr; }
    QList<const FolderNode *> foldersOf(FolderRole role) const;
    // What the paths of an account's top folders begin with: "INBOX." where the server keeps all below it.
    QString topPath(AccountId account, QChar separator) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction | Qt::CopyAction; }
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    static FolderNode *node(const QModelIndex &index)
    {
        return static_cast<FolderNode *>(index.internalPointer());
    }
    QModelIndex indexFor(FolderNode *node) const;
    void remember(FolderNode *node);
    Liveness liveness(const FolderNode &node) const;
    QString toolTip(const FolderNode &node) const;
    static QString searchToolTip(const FolderNode &node);
    static QString unreadText(const FolderNode &node);
    void showSearchCount(FolderNode *node);
    QString spoken(const FolderNode &node) const;

    std::unique_ptr<FolderNode> m_root;
    QHash<FolderId, FolderNode *> m_byFolder;
    QHash<QString, FolderNode *> m_byKey;
    QHash<QString, AccountStatus> m_accounts; // by accounts.ini group
    QHash<FolderId, FolderStatus> m_folders;
    QHash<QString, QString> m_rooms; // by accounts.ini group
    QHash<QString, SearchCount> m_searchCounts; // by SavedSearch::key
};

} // namespace kw
