#pragma once

#include "core/store/database.h"
#include "core/sync/engine.h"
#include "ui/look/tags.h"
#include "ui/messages/listlook.h"

#include <QObject>

#include <functional>

class QMenu;

namespace kw {

class Filing;
class FolderCommands;
class FolderPane;
class MessageListPane;
class Tagging;
class UndoToast;
class Undoing;
class WindowActions;
struct UiSettings;

// The main window's door to this room: joins the actions that put mail away, tag it, change folders and undo
// with the messages and folders they mean. GUI thread.
class Organizing : public QObject
{
    Q_OBJECT
public:
    // What is joined; nothing is owned.
    struct Parts {
        Engine *engine;
        WindowActions *actions;
        FolderPane *folders;
        MessageListPane *list;
        std::function<QList<MessageId>()> targets; // the messages that are meant now
        QWidget *toastOver;
    };
    Organizing(const Parts &parts, QWidget *window);

    void setDatabase(Database *database); // may be null
    void setAccounts(const AccountLooks &accounts);
    void applySettings(const UiSettings &settings);
    void setRefused(int actions); // how many stand refused now
    UndoToast *toast() const;
    // What can be done with these, for their context menu.
    void addTo(QMenu *menu);

Q_SIGNALS:
    void tagMade(const kw::Tag &tag);
    void tagsWanted();
    void changesWanted();

private:
    void connectActions();
    void remove();

    Parts m_parts;
    Filing *m_filing;
    Tagging *m_tagging;
    FolderCommands *m_folders;
    Undoing *m_undoing;
    QMenu *m_tagMenu;
    int m_refused = 0;
};

} // namespace kw
