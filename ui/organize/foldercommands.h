#pragma once

#include "core/store/database.h"
#include "core/sync/engine.h"

#include <QModelIndex>
#include <QObject>

class QMenu;

namespace kw {

class FolderPane;
class WindowActions;
struct FolderNode;
struct FolderPlace;

// What can be done to the folder that is current in the folder pane: from the Folder menu, its keys and the
// pane's context menu. GUI thread.
class FolderCommands : public QObject
{
    Q_OBJECT
public:
    FolderCommands(Engine *engine, WindowActions *actions, FolderPane *pane, QWidget *window,
                   QObject *parent);

    // Which of the actions can be used now.
    void renew();
    void remove(); // asks first
    // A folder was dragged onto another line; the top of its account is that account's line.
    void moveBelow(FolderId folder, const QModelIndex &target);

private:
    void connectActions();
    void fillMenu(QMenu *menu);
    const FolderNode *current() const;
    // The folders that the current line stands for.
    QList<const FolderNode *> folders() const;
    QList<FolderRow> foldersBeside(AccountId account) const;
    FolderPlace placeBelow(const FolderNode &node) const;
    void create();
    void rename();
    void markRead();
    void empty();

    Engine *m_engine;
    WindowActions *m_actions;
    FolderPane *m_pane;
    QWidget *m_window;
};

} // namespace kw
