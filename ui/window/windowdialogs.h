#pragma once

#include "core/doctor/finding.h"

#include <QObject>

class QMainWindow;

namespace kw {

class AccountDialog;
class AddAccountDialog;
class DoctorDialog;
class Engine;
class FolderPane;
class LookCommands;
class SettingsDialog;
class SettingsTransfer;
class ShortcutKeys;
class WindowActions;

// The windows that the main window opens: accounts, settings, help, keys, commands. Each is its own parent's
// child and deletes itself when closed. GUI thread.
class WindowDialogs : public QObject
{
    Q_OBJECT
public:
    // What is used; nothing is owned.
    struct Parts {
        Engine *engine;
        WindowActions *actions;
        LookCommands *looks;
        ShortcutKeys *keys;
        FolderPane *folders;
        QString configDirectory;
        QString logDirectory;
    };
    WindowDialogs(const Parts &parts, QWidget *window);

    AddAccountDialog *addAccount();
    // Null when there is no such account any more.
    AccountDialog *editAccount(const QString &key);
    void askPassword(const QString &key);
    SettingsDialog *openSettings();
    SettingsTransfer *transfer() const { return m_transfer; }
    void openFileHelp();
    // Without a key: of the account that the folder pane stands on, or the first.
    DoctorDialog *checkAccount(const QString &key);

Q_SIGNALS:
    void signInWanted(const QString &key); // through the browser
    void certificateWanted(const QString &key); // to look at
    void searchWanted(const QString &query);

private:
    void connectActions();
    void remedy(Remedy remedy, const QString &key);

    Parts m_parts;
    QWidget *m_window;
    SettingsTransfer *m_transfer;
};

} // namespace kw
