#pragma once

#include <QAction>
#include <QObject>

class QActionGroup;
class QMenu;
class QMenuBar;

namespace kw {

// Every action of the window with its name, icon and keys. The window connects them; menus and the shortcut
// sheet show them.
class WindowActions : public QObject
{
    Q_OBJECT
public:
    explicit WindowActions(QWidget *window);

    QAction *checkMail, *offline, *settings, *addAccount, *quit;
    QAction *openMessage, *toggleRead, *toggleStar, *source, *headers, *print;
    QAction *nextMessage, *previousMessage, *nextUnread, *previousUnread, *nextPane, *previousPane, *filter,
        *find;
    QAction *cards, *table, *compact, *normal, *roomy, *conversations, *dateGroups, *readerBelow, *fixedWidth;
    QAction *themeSystem, *themeLight, *themeDark, *zoomIn, *zoomOut, *zoomReset, *menuBar;
    QAction *shortcuts, *fileHelp, *about;

    // Fills a menu bar or the ☰ menu.
    QList<QMenu *> makeMenus(QWidget *parent) const;
    void fillViewMenu(QMenu *menu) const;
    // Section title and its actions, as in the menus.
    QList<std::pair<QString, QList<QAction *>>> sections() const;
    // Those that need a message.
    void setMessageActionsEnabled(bool on);

private:
    QAction *add(QLatin1StringView name, const QString &text, QLatin1StringView iconName = {},
                 const QList<QKeySequence> &keys = {});
    QAction *option(QLatin1StringView name, const QString &text, QActionGroup *group = nullptr);
    QWidget *m_window;
};

} // namespace kw
