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

// What is done to the messages chosen in the list or open in the reader while reading: marks, source, print.
// Decides for everybody which messages are meant; the engine does the work. GUI thread.
class MessageCommands : public QObject
{
    Q_OBJECT
public:
    MessageCommands(Engine *engine, WindowActions *actions, MessageListPane *list, ReaderPane *reader,
                    QObject *parent);
    void setDatabase(Database *database) { m_database = database; }
    void setMarkReadDelay(int ms);

    // With the keyboard in the reader: the open message; else the list's selection, conversations whole; else
    // the open message.
    QList<MessageId> targets() const;
    // To be called when the selection changed: which actions can be used now.
    void renew();

Q_SIGNALS:
    // For others to put in what can be done to the messages meant.
    void menuAboutToShow(QMenu *menu);

private:
    bool isReading() const;
    bool isJunk() const;
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
