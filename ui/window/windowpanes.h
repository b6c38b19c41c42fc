#pragma once

#include "core/store/database.h"
#include "core/sync/engine.h"
#include "ui/window/conversationchoices.h"
#include "ui/window/windowsession.h"

#include <QWidget>

class QSplitter;
class QStackedWidget;

namespace kw {

class FirstRunPage;
class FolderPane;
class MessageListPane;
class Notices;
class ReaderPane;
class StatusStrip;
struct UiSettings;

// What the window holds below the tool bar, how it is divided and where the keyboard goes. GUI thread.
class WindowPanes : public QWidget
{
    Q_OBJECT
public:
    WindowPanes(Engine *engine, const QString &demoProblem, QWidget *parent);

    FolderPane *folders() const { return m_folders; }
    MessageListPane *list() const { return m_list; }
    ReaderPane *reader() const { return m_reader; }
    StatusStrip *status() const { return m_status; }
    Notices *notices() const { return m_notices; }
    FirstRunPage *firstRun() const { return m_firstRun; }

    void setDatabase(Database *database);
    void showView(ViewId view, const QString &title);
    void applyChanges(const ChangeSet &changes);
    // The welcome page instead of the panes.
    void showFirstRun(bool on);
    bool isFirstRun() const;
    void setReaderBelow(bool on);
    void applySettings(const UiSettings &settings);

    void keep(WindowSession &session) const;
    void restore(const WindowSession &session);

    // The next pane with the keyboard: folders, list, reader, then `toolBar`, whose turn it is when this
    // returns false.
    bool walk(int step, const QWidget *toolBar);

private:
    void build(Engine *engine);
    void chooseConversations(bool on);
    void setConversationsUsual(bool on);
    void showConversations();
    void limit();
    QByteArray &innerState() { return m_below ? m_innerBelow : m_innerBeside; }

    bool m_below = false;
    ConversationChoices m_conversations;
    QByteArray m_innerBeside;
    QByteArray m_innerBelow;
    Notices *m_notices = nullptr;
    QStackedWidget *m_stack = nullptr;
    FirstRunPage *m_firstRun = nullptr;
    QSplitter *m_outer = nullptr;
    QSplitter *m_inner = nullptr;
    FolderPane *m_folders = nullptr;
    MessageListPane *m_list = nullptr;
    ReaderPane *m_reader = nullptr;
    StatusStrip *m_status = nullptr;
};

} // namespace kw
