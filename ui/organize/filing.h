#pragma once

#include "core/store/database.h"
#include "core/sync/engine.h"
#include "ui/messages/listlook.h"

#include <QObject>

namespace kw {

class MessageListPane;

// Puts mail away: archive, Trash, junk, other folders. Before the rows go, the list moves on to the message
// that comes next. GUI thread.
class Filing : public QObject
{
    Q_OBJECT
public:
    Filing(Engine *engine, MessageListPane *list, QWidget *window, QObject *parent);
    void setDatabase(Database *database) { m_database = database; }
    void setAccounts(const AccountLooks &accounts) { m_accounts = accounts; }
    void setMoveOn(MoveOn moveOn) { m_moveOn = moveOn; }
    // Deleting for good: whether to ask, and whether it can be undone for a while. What cannot is always
    // asked.
    void setDeleting(bool ask, bool undoable);

    void archive(const QList<MessageId> &ids);
    // To the Trash; what is there already goes for good, usually after a question.
    void remove(const QList<MessageId> &ids);
    // What is in Trash or Junk goes for good, usually after a question; the rest to the Trash.
    void removeForGood(const QList<MessageId> &ids);
    void setJunk(const QList<MessageId> &ids, bool junk);
    // Ask for the folder.
    void move(const QList<MessageId> &ids);
    void copy(const QList<MessageId> &ids);
    // Onto a line of the folder pane; a unified one means each message's own account.
    void drop(const QList<MessageId> &ids, ViewId target, bool copy);

private:
    void put(const Intent &intent);
    void transfer(const QList<MessageId> &ids, FolderId folder, bool copy);
    void askForFolder(const QList<MessageId> &ids, bool copy);
    void askForGood(const QList<MessageId> &ids);
    void removeApart(const QList<MessageId> &ids, const QList<FolderRole> &forGood);
    bool isListing(ViewId view) const;
    bool areSelected(const QList<MessageId> &ids) const;
    // Where these are, if it is the same for all of them.
    FolderId commonFolder(const QList<MessageId> &ids) const;

    Engine *m_engine;
    MessageListPane *m_list;
    QWidget *m_window;
    Database *m_database = nullptr;
    AccountLooks m_accounts;
    MoveOn m_moveOn = MoveOn::Next;
    bool m_asksForGood = true;
    bool m_undoable = true;
    QList<FolderId> m_lately; // newest first
};

} // namespace kw
