#pragma once

#include "core/store/database.h"
#include "core/sync/engine.h"

class QMenu;
class QPoint;

namespace kw {

class MessageListPane;
class ReaderPane;
class ReadMarker;
class WindowActions;

// What can be done to the messages chosen in the list or open in the reader: the room for everything that a
// tool bar button, a key, a menu entry or a click in the panes does to mail. Decides which messages are
// meant; the engine does the work. GUI thread.
class MessageCommands : public QObject
{
    Q_OBJECT
public:
    MessageCommands(Engine *engine, WindowActions *actions, MessageListPane *list, ReaderPane *reader,
                    QObject *parent);
    void setDatabase(Database *database) { m_database = database; }
    void setMarkReadDelay(int ms);

    // The selection; else the open message; else the list's current one.
    QList<MessageId> targets() const;
    // To be called when the selection changed: which actions can be used now.
    void renew();

private:
    void connectActions();
    void connectPanes();
    void onMessageShown(MessageId id);
    void toggleStar(const QList<MessageId> &ids);
    void toggleRead(const QList<MessageId> &ids);
    void setRead(const QList<MessageId> &ids, bool read);
    bool allHave(const QList<MessageId> &ids, Flag flag) const;
    void showMenu(const QList<MessageId> &ids, const QPoint &at);

    Engine *m_engine;
    WindowActions *m_actions;
    MessageListPane *m_list;
    ReaderPane *m_reader;
    ReadMarker *m_marker;
    Database *m_database = nullptr;
};

} // namespace kw
