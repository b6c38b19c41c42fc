#pragma once

#include "core/store/database.h"
#include "core/sync/engine.h"
#include "ui/settings/uisettings.h"
#include "ui/window/windowsession.h"

#include <QMainWindow>

#include <memory>

class QSplitter;
class QStackedWidget;
class QToolBar;

namespace kw {

class AccountDialog;
class FirstRunPage;
class FolderPane;
class MessageListPane;
class Notices;
class ReaderPane;
class ReadMarker;
class SettingsDialog;
class StatusStrip;
class WindowActions;

struct WindowSetup {
    QString configDirectory; // settings.ini, window.ini
    QString cacheDirectory; // cache.db, opened for reading only; the engine must have made it
    std::optional<Theme> theme; // from the command line; wins over the setting and is not remembered
    QString demoProblem; // why "Try the demo" cannot work here; empty: it can
};

// The main window: folders, list, reader. The engine is not owned and must outlive the window. GUI thread.
class MainWindow : public QMainWindow
{
    Q_OBJECT
public:
    explicit MainWindow(Engine *engine, const WindowSetup &setup, QWidget *parent = nullptr);
    ~MainWindow() override;

    FolderPane *folders() const { return m_folders; }
    MessageListPane *list() const { return m_list; }
    ReaderPane *reader() const { return m_reader; }
    StatusStrip *status() const { return m_status; }
    Notices *notices() const { return m_notices; }
    WindowActions *actions() const { return m_actions; }
    const UiSettings &settings() const { return m_settings; }
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
    void changeEvent(QEvent *event) override;

private:
    void buildPanes();
    void buildToolBar();
    void connectEngine();
    void connectPanes();
    void connectActions();
    void connectViewActions();
    void openDatabase();
    void accountsChanged();
    void applySettings(const UiSettings &settings);
    void changeSettings(const std::function<void(UiSettings &)> &change);
    void applyLayout();
    void showSettingsInActions();
    void listLooksChanged();
    void applyChanges(const ChangeSet &changes);
    void onViewSelected(ViewId view, const QString &title);
    void onSelectionChanged();
    void onMessageShown(MessageId id);
    void toggleStar(const QList<MessageId> &ids);
    void toggleRead(const QList<MessageId> &ids);
    bool allHave(const QList<MessageId> &ids, Flag flag) const;
    QList<MessageId> targets() const;
    void showMessageMenu(const QList<MessageId> &ids, const QPoint &at);
    void cyclePane(int step);
    void setOnline(bool online);
    void openLink(const QUrl &url);
    void updateTitle();
    void restoreSession();
    void keepSession();

    Engine *m_engine;
    WindowSetup m_setup;
    UiSettings m_settings;
    WindowSession m_session;
    std::unique_ptr<Database> m_database;
    QString m_viewTitle;

    WindowActions *m_actions;
    QToolBar *m_toolBar = nullptr;
    Notices *m_notices = nullptr;
    QStackedWidget *m_stack = nullptr;
    FirstRunPage *m_firstRun = nullptr;
    QSplitter *m_outer = nullptr;
    QSplitter *m_inner = nullptr;
    FolderPane *m_folders = nullptr;
    MessageListPane *m_list = nullptr;
    ReaderPane *m_reader = nullptr;
    StatusStrip *m_status = nullptr;
    ReadMarker *m_readMarker = nullptr;
};

} // namespace kw
