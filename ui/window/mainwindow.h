#pragma once

#include "core/store/database.h"
#include "core/sync/engine.h"
#include "ui/settings/uisettings.h"
#include "ui/window/windowsession.h"

#include <QMainWindow>

#include <memory>
#include <optional>

namespace kw {

class AccountDialog;
class ChangeWindows;
class FolderPane;
class LookCommands;
class MessageCommands;
class MessageListPane;
class Notices;
class ReaderPane;
class SettingsDialog;
class ShortcutKeys;
class StatusStrip;
class WindowActions;
class WindowPanes;
class WindowToolBar;

struct WindowSetup {
    QString configDirectory; // settings.ini, window.ini
    QString cacheDirectory; // cache.db, opened for reading only; the engine must have made it
    std::optional<Theme> theme; // from the command line; wins over the setting and is not remembered
    QString demoProblem; // why "Try the demo" cannot work here; empty: it can
};

// The main window: it joins engine, panes and actions. What is done to messages is in MessageCommands, what
// the settings change in LookCommands, how the window is divided in WindowPanes. The engine is not owned and
// must outlive the window. GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Engine *engine, const WindowSetup &setup, QWidget *parent = nullptr);
    ~MainWindow() override;

    FolderPane *folders() const;
    MessageListPane *list() const;
    ReaderPane *reader() const;
    StatusStrip *status() const;
    Notices *notices() const;
    WindowActions *actions() const { return m_actions; }
    const UiSettings &settings() const;
    bool isFirstRun() const;
    // To the front, from wherever it is (a second start of the program).
    void bringUp();

public Q_SLOTS:
    AccountDialog *addAccount();
    AccountDialog *editAccount(const QString &key);
    SettingsDialog *openSettings();

Q_SIGNALS:
    void demoRequested();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildBars();
    void connectEngine();
    void connectPanes();
    void connectAccounts();
    void connectActions();
    void connectSteps();
    void openDatabase();
    void accountsChanged();
    void applySettings(const UiSettings &now, const UiSettings &before);
    void listLooksChanged();
    void keysChanged();
    void tellNotKept();
    void connectKeys();
    void connectChanges();
    void onViewSelected(ViewId view, const QString &title);
    void onSelectionChanged();
    void readOn(bool down);
    void walkPanes(int step);
    void setOnline(bool online);
    void showOnline(bool online);
    void openLink(const QUrl &url);
    void updateTitle();
    void restoreSession();
    void keepSession();

    Engine *m_engine;
    WindowSetup m_setup;
    std::unique_ptr<Database> m_database;
    QString m_viewTitle;

    WindowActions *m_actions;
    WindowPanes *m_panes;
    WindowToolBar *m_toolBar = nullptr;
    LookCommands *m_looks;
    ShortcutKeys *m_keys;
    MessageCommands *m_commands;
    ChangeWindows *m_changes;
};

} // namespace kw
