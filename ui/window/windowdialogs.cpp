#include "ui/window/windowdialogs.h"

#include "core/setup/discovery.h"
#include "core/sync/engine.h"
#include "ui/accounts/accountcommands.h"
#include "ui/accounts/accountdialog.h"
#include "ui/accounts/accountspage.h"
#include "ui/accounts/addaccountdialog.h"
#include "ui/actions/windowactions.h"
#include "ui/doctor/doctordialog.h"
#include "ui/folders/folderpane.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/shortcutkeys.h"
#include "ui/window/commandpalette.h"
#include "ui/window/helpwindows.h"
#include "ui/window/lookcommands.h"
#include "ui/window/settingstransfer.h"

#include <QDesktopServices>
#include <QUrl>

namespace kw {

WindowDialogs::WindowDialogs(const Parts &parts, QWidget *window)
    : QObject(window)
    , m_parts(parts)
    , m_window(window)
    , m_transfer(new SettingsTransfer({parts.engine, parts.looks, parts.keys, parts.configDirectory}, window))
{
    new AccountCommands(parts.engine, parts.folders, window, this);
    connectActions();
}

void WindowDialogs::connectActions()
{
    const WindowActions &actions = *m_parts.actions;
    const auto on = [this](QAction *action, auto run) { connect(action, &QAction::triggered, this, run); };
    on(actions.addAccount, [this] { addAccount(); });
    on(actions.settings, [this] { openSettings(); });
    on(actions.exportSettings, [this] { m_transfer->askExport(m_window); });
    on(actions.importSettings, [this] { m_transfer->askImport(m_window); });
    on(actions.changeKeys, [this] { openSettings()->showKeys(); });
    on(actions.shortcuts, [this] { showShortcutSheet(*m_parts.actions, m_window); });
    on(actions.palette, [this] {
        showCommandPalette(m_parts.keys->actions(), m_parts.folders, m_window,
                           [this](const QString &query) { Q_EMIT searchWanted(query); });
    });
    on(actions.checkup, [this] { checkAccount(m_parts.folders->currentAccount()); });
    on(actions.fileHelp, [this] { openFileHelp(); });
    on(actions.about, [this] { showAbout(m_window); });
}

AddAccountDialog *WindowDialogs::addAccount()
{
    auto *dialog = new AddAccountDialog(m_parts.engine, makeDiscovery(), m_window);
    dialog->show();
    return dialog;
}

AccountDialog *WindowDialogs::editAccount(const QString &key)
{
    const QList<AccountSettings> accounts = m_parts.engine->accounts();
    const auto account = std::ranges::find(accounts, key, &AccountSettings::key);
    if (account == accounts.end())
        return nullptr;
    const AccountDialogParts parts{m_parts.folders->database(),
                                   m_parts.folders->subscribedOnly().contains(key),
                                   m_parts.configDirectory + QStringLiteral("/signatures.ini")};
    auto *dialog = new AccountDialog(m_parts.engine, *account, m_window, parts);
    connect(dialog, &AccountDialog::signInRequested, this, &WindowDialogs::signInWanted);
    connect(dialog, &AccountDialog::subscribedOnlyChanged, m_parts.folders,
            qOverload<const QString &, bool>(&FolderPane::setSubscribedOnly));
    dialog->show();
    return dialog;
}

void WindowDialogs::askPassword(const QString &key)
{
    if (AccountDialog *dialog = editAccount(key))
        dialog->focusPassword();
}

SettingsDialog *WindowDialogs::openSettings()
{
    auto *dialog = m_window->findChild<SettingsDialog *>();
    if (!dialog) {
        dialog = new SettingsDialog(
            {m_parts.engine, m_parts.keys, m_parts.configDirectory, m_parts.logDirectory},
            m_parts.looks->settings(), m_window);
        connect(dialog, &SettingsDialog::changeWanted, m_parts.looks, &LookCommands::change);
        dialog->accountsPage()->setDatabase([folders = m_parts.folders] { return folders->database(); });
        connect(m_parts.looks, &LookCommands::changed, dialog, &SettingsDialog::showSettings);
        connect(dialog, &SettingsDialog::exportWanted, m_transfer,
                [this, dialog] { m_transfer->askExport(dialog); });
        connect(dialog, &SettingsDialog::importWanted, m_transfer,
                [this, dialog] { m_transfer->askImport(dialog); });
        connect(dialog, &SettingsDialog::folderWanted, this,
                [](const QString &path) { QDesktopServices::openUrl(QUrl::fromLocalFile(path)); });
        connect(dialog->accountsPage(), &AccountsPage::addRequested, this, &WindowDialogs::addAccount);
        connect(dialog->accountsPage(), &AccountsPage::editRequested, this, &WindowDialogs::editAccount);
        connect(dialog->accountsPage(), &AccountsPage::checkupRequested, this, &WindowDialogs::checkAccount);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
    return dialog;
}

DoctorDialog *WindowDialogs::checkAccount(const QString &key)
{
    auto *dialog = m_window->findChild<DoctorDialog *>();
    if (!dialog) {
        dialog = new DoctorDialog(m_parts.engine, key, m_window);
        connect(dialog, &DoctorDialog::remedyWanted, this, &WindowDialogs::remedy);
    } else if (dialog->accountKey() != key) {
        dialog->examine(key);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
    return dialog;
}

void WindowDialogs::remedy(Remedy remedy, const QString &key)
{
    switch (remedy) {
    case Remedy::EnterPassword:
        askPassword(key);
        break;
    case Remedy::SignInAgain:
        Q_EMIT signInWanted(key);
        break;
    case Remedy::ShowCertificate:
        Q_EMIT certificateWanted(key);
        break;
    case Remedy::EditServers:
    case Remedy::ChooseFolders:
        editAccount(key);
        break;
    case Remedy::ShowChanges:
        m_parts.actions->changes->trigger();
        break;
    case Remedy::CleanUp:
        m_parts.actions->cleanUp->trigger();
        break;
    case Remedy::None:
        break;
    }
}

void WindowDialogs::openFileHelp()
{
    showAccountsFileHelp(m_parts.configDirectory, m_window);
}

} // namespace kw
