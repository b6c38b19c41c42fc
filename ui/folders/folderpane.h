#pragma once

#include "core/store/database.h"
#include "core/sync/engine.h"
#include "ui/folders/foldermodel.h"

#include <QSet>
#include <QWidget>

class QMenu;
class QTreeView;

namespace kw {

class FolderTreeView;

// The left pane: "All accounts", then every account with its folders. Reads folders from the cache only. GUI
// thread.
class FolderPane : public QWidget
{
    Q_OBJECT
public:
    explicit FolderPane(QWidget *parent = nullptr);

    // The GUI thread's read-only connection; not owned; may be null.
    void setDatabase(Database *database);
    void setAccounts(const QList<AccountSettings> &accounts);
    void applyChanges(const ChangeSet &changes);
    FolderModel *model() const { return m_model; }
    QTreeView *tree() const;

    ViewId currentView() const { return m_view; }
    // Makes the line current as if the person had; false if there is no such line.
    bool selectView(ViewId view);
    // From a saved search back to the line of currentView(); no view is told.
    void goBackToView();
    // As selectView(), by FolderModel's key (session restore).
    bool selectKey(const QString &key);
    QString currentKey() const;
    // What commands are about: the line whose menu is open, else the current one.
    QModelIndex commandLine() const;
    // The account that this line belongs to; empty: none, or all of them.
    QString currentAccount() const;

    // Accounts (keys of accounts.ini) whose unsubscribed folders are not shown.
    QStringList subscribedOnly() const
    {
        return QStringList(m_subscribedOnly.begin(), m_subscribedOnly.end());
    }
    void setSubscribedOnly(const QStringList &accountKeys);
    void setSubscribedOnly(const QString &accountKey, bool on);
    // Set by setDatabase(); may be null.
    Database *database() const { return m_database; }

    void setSearches(const QList<SavedSearch> &searches);
    void setOutgoing(int messages); // that wait to be sent, or need the person
    QStringList foldedKeys() const;
    void setFoldedKeys(const QStringList &keys);

Q_SIGNALS:
    void viewSelected(kw::ViewId view, const QString &title);
    // A saved search (SavedSearch::key) is looked at; currentView() stays what it was. Perhaps not for the
    // first time.
    void searchSelected(const QString &searchKey);
    // A click, or Enter, on the line of what is shown already.
    void lineChosenAgain();
    void outboxRequested();
    // The view that is selected is called otherwise now.
    void viewRenamed(const QString &title);
    void accountSettingsRequested(const QString &accountKey);
    void checkupRequested(const QString &accountKey);
    // commandLine() is another one, be it openable or not.
    void currentLineChanged();
    // For others to put in what can be done to commandLine().
    void menuAboutToShow(QMenu *menu);
    void messagesDropped(const QList<kw::MessageId> &ids, kw::ViewId target, bool copy);
    void folderDropped(kw::FolderId folder, const QModelIndex &on);
    // The counters shown have changed.
    void countersChanged();

private:
    void reload();
    void restore(const QString &key, FolderId folder);
    void onCurrentChanged(const QModelIndex &current);
    void showMenu(const QPoint &at);
    void tellTitle();
    void setMenuLine(const QModelIndex &index);
    static QString accountAbove(QModelIndex index);

    FolderTreeView *m_tree;
    FolderModel *m_model;
    Database *m_database = nullptr;
    QList<AccountSettings> m_accounts;
    QList<SavedSearch> m_searches;
    int m_outgoing = 0;
    QSet<QString> m_folded;
    QSet<QString> m_subscribedOnly;
    ViewId m_view;
    QString m_searchKey; // of the saved search that is looked at
    QString m_title; // as it was told
    QString m_menuKey; // of the line whose menu is open
    bool m_restoring = false;
};

} // namespace kw
