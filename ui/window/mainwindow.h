#pragma once

#include "core/store/database.h"
#include "core/sync/engine.h"
#include "ui/window/lookcommands.h"
#include "ui/window/windowpanes.h"

#include <QMainWindow>

#include <memory>
#include <optional>

namespace kw {

class AccountNews;
class ChangeWindows;
class Cleaning;
class ListJump;
class MessageCommands;
class Organizing;
class PersonCards;
class Reading;
class ShortcutKeys;
class WindowActions;
class WindowDialogs;
class WindowSearch;
class WindowToolBar;
class Writing;

struct WindowSetup {
    QString configDirectory; // settings.ini, window.ini
    QString cacheDirectory; // cache.db, opened for reading only; the engine must have made it
    QString logDirectory; // may be empty
    std::optional<Theme> theme; // from the command line; wins over the setting and is not remembered
    QString demoProblem; // why "Try the demo" cannot work here; empty: it can
};

// The main window: it joins engine, panes and the objects that carry out the actions: Reading (what is shown
// and where one goes next), MessageCommands (marks), Organizing (mail and folders), Writing, LookCommands
// (settings), WindowSearch and WindowDialogs. How it is divided is in WindowPanes. The engine is not owned
// and must outlive it. GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Engine *engine, const WindowSetup &setup, QWidget *parent = nullptr);
    ~MainWindow() override;

    FolderPane *folders() const { return m_panes->folders(); }
    MessageListPane *list() const { return m_panes->list(); }
    ReaderPane *reader() const { return m_panes->reader(); }
    StatusStrip *status() const { return m_panes->status(); }
    Notices *notices() const { return m_panes->notices(); }
    WindowActions *actions() const { return m_actions; }
    WindowDialogs *dialogs() const { return m_dialogs; }
    PersonCards *people() const { return m_people; }
    WindowSearch *search() const { return m_search; }
    Writing *writing() const { return m_writing; }
    const UiSettings &settings() const { return m_looks->settings(); }
    bool isFirstRun() const { return m_panes->isFirstRun(); }
    // To the front, from wherever it is (a second start of the program).
    void bringUp();

Q_SIGNALS:
    void demoRequested();
    void searchRequested(const QString &query); // from elsewhere in the window, to be looked for in all mail

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildBars();
    void connectEngine();
    void connectPanes();
    void connectAccounts();
    void connectActions();
    void openDatabase();
    void useDatabase(Database *database); // may be null
    void accountsChanged();
    void applySettings(const UiSettings &now, const UiSettings &before);
    void keysChanged();
    void tellNotKept();
    void connectChanges();
    void connectOrganizing();
    void connectSearch();
    void onViewSelected(ViewId view, const QString &title);
    void walkPanes(int step);
    void showOnline(bool online);
    void updateTitle();
    void restoreSession();
    void keepSession();

    Engine *m_engine;
    WindowSetup m_setup;
    std::unique_ptr<Database> m_database;
    QString m_viewTitle;
    QString m_searchTitle; // of the hits in its place; empty: there are none

    WindowActions *m_actions;
    WindowPanes *m_panes;
    WindowToolBar *m_toolBar = nullptr;
    AccountNews *m_accounts;
    LookCommands *m_looks;
    ShortcutKeys *m_keys;
    MessageCommands *m_commands;
    Reading *m_reading;
    Organizing *m_organizing;
    ChangeWindows *m_changes;
    ListJump *m_jump;
    Cleaning *m_cleaning;
    PersonCards *m_people;
    Writing *m_writing;
    WindowDialogs *m_dialogs;
    WindowSearch *m_search = nullptr;
};

} // namespace kw
