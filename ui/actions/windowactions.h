#pragma once

#include <QAction>
#include <QObject>

class QActionGroup;
class QMenu;
class QMenuBar;

namespace kw {

// Every action of the window with its name, icon and keys. Menus, tool bar and shortcut sheet show them;
// Organizing (mail and folders), MessageCommands (marks), Writing (messages and answers), Reading,
// LookCommands (settings), WindowDialogs and MainWindow connect them. A new one gets a member here, a line in
// the constructor's part and its place in sections() or toolBarLeft().
class WindowActions : public QObject
{
    Q_OBJECT
public:
    explicit WindowActions(QWidget *window);

    QAction *checkMail, *offline, *settings, *exportSettings, *importSettings, *addAccount, *quit, *changes,
        *vanished, *cleanUp;
    QAction *compose, *reply, *replyAll, *replyList, *forward, *forwardAttached, *redirect, *editAsNew,
        *outbox;
    QAction *openMessage, *toggleRead, *toggleStar, *person, *source, *headers, *print;
    QAction *undo, *archive, *deleteMail, *deleteForGood, *junk, *notJunk, *move, *copy, *tag, *untag;
    QList<QAction *> tagKeys; // the first tags, 1 … 9
    QAction *newFolder, *renameFolder, *deleteFolder, *subscribed, *markFolderRead, *emptyFolder;
    QAction *nextMessage, *previousMessage, *nextUnread, *previousUnread, *newerPart, *olderPart, *nextPane,
        *previousPane, *search, *back, *filter, *find;
    QAction *cards, *table, *compact, *normal, *roomy, *conversations, *dateGroups, *readerBelow, *fixedWidth;
    QAction *themeSystem, *themeLight, *themeDark, *zoomIn, *zoomOut, *zoomReset, *menuBar;
    QAction *shortcuts, *changeKeys, *checkup, *fileHelp, *about, *openMenu, *palette;

    // Lists of actions; nullptr is a separator.
    QList<QAction *> toolBarLeft() const;
    QList<QAction *> viewMenu() const;
    // Section title and its actions, as in the menus.
    QList<std::pair<QString, QList<QAction *>>> sections() const;
    // Also those that the Tag menu shows in its own way: whatever can have a key.
    QList<std::pair<QString, QList<QAction *>>> keySections() const;
    // Into a menu or a tool bar.
    template <typename Bar> static void addTo(Bar *bar, const QList<QAction *> &actions)
    {
        for (QAction *action : actions) {
            if (action)
                bar->addAction(action);
            else
                bar->addSeparator();
        }
    }
    // For a menu bar or the ☰ menu.
    QList<QMenu *> makeMenus(QWidget *parent) const;
    // Those that need a message; `inJunk`: it is in Junk already.
    void setMessageActionsEnabled(bool on, bool inJunk);

private:
    void makeMailActions();
    void makeWritingActions();
    void makeMessageActions();
    void makeFilingActions();
    void makeFolderActions();
    void makeGoActions();
    void makeViewActions();
    void makeHelpActions();
    QAction *add(QLatin1StringView name, const QString &text, QLatin1StringView iconName = {},
                 const QList<QKeySequence> &keys = {});
    QAction *option(QLatin1StringView name, const QString &text, QActionGroup *group = nullptr);
    QWidget *m_window;
};

} // namespace kw
