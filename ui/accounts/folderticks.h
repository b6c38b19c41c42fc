#pragma once

#include "core/account/accountsettings.h"
#include "core/store/rows.h"

#include <QTreeWidget>

namespace kw {

// All folders of one account with ticks: kept on this computer, every text downloaded, subscribed. GUI
// thread.
class FolderTicks : public QTreeWidget
{
    Q_OBJECT
public:
    enum Column { Name, Here, Offline, Subscribed };
    explicit FolderTicks(QWidget *parent = nullptr);

    void setFolders(const QList<FolderRow> &folders, const FolderChoices &choices);
    // `choices` with what is ticked here; paths of folders that are not there stay.
    FolderChoices applied(FolderChoices choices) const;
    // What the person wants otherwise than the server has it.
    QHash<FolderId, bool> subscriptions() const;

Q_SIGNALS:
    void edited();

private:
    QTreeWidgetItem *itemOf(const FolderRow &row, const QString &shownPath, bool shared);
    QTreeWidgetItem *level(const QString &key, const QString &title, QTreeWidgetItem *above);
    void fill(QTreeWidgetItem *item, const FolderRow &row, const FolderChoices &choices);
    void changed(QTreeWidgetItem *item, int column);

    QHash<QString, QTreeWidgetItem *> m_levels;
    QHash<QTreeWidgetItem *, FolderRow> m_rows;
};

} // namespace kw
