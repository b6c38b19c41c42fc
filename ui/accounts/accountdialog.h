#pragma once

#include "core/store/database.h"
#include "core/sync/engine.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QTabWidget;

namespace kw {

class AccountForm;
class BannerStack;
class FolderSettingsPage;
class IdentitiesPage;
class OfflinePage;
class Spinner;

// What an account needs beyond the engine to be edited.
struct AccountDialogParts {
    Database *database = nullptr; // the GUI thread's read-only one, for folders; not owned; may be null
    bool subscribedOnly = false; // the folder list shows only subscribed folders of this account
    QString signaturesFile = {}; // signatures.ini; empty: no signatures are edited
};

// Edits an account, on pages: account, identities, folders, offline. The connection is tried live; saving is
// free once that worked or the person insists. Not modal; deletes itself when closed. GUI thread.
class AccountDialog : public QDialog
{
    Q_OBJECT
public:
    AccountDialog(Engine *engine, const AccountSettings &account, QWidget *parent = nullptr,
                  const AccountDialogParts &parts = {});

    AccountSettings settings() const;
    void focusPassword();

Q_SIGNALS:
    void accountSaved(const QString &key);
    // The account signs in through its provider's page, and the person wants to do so now.
    void signInRequested(const QString &key);
    void subscribedOnlyChanged(const QString &key, bool on);

private:
    void build();
    void fillPages(const AccountSettings &account, const AccountDialogParts &parts);
    QWidget *accountPage();
    void addSignIn(const AccountSettings &account);
    QString problem() const;
    void onEdited();
    void updateButtons();
    void updateClearText();
    void check();
    void onChecked(const AccountSettings &settings, const Error &error);
    void save();
    bool saveSignatures();
    void showCertificate();

    Engine *m_engine;
    bool m_checking = false;
    bool m_checkedOk = false;
    AccountSettings m_asked;

    AccountForm *m_form;
    QTabWidget *m_tabs;
    IdentitiesPage *m_identities;
    FolderSettingsPage *m_folders;
    OfflinePage *m_offline;
    QString m_signaturesFile;
    BannerStack *m_banners;
    Spinner *m_spinner;
    QLabel *m_state;
    QPushButton *m_check;
    QPushButton *m_save;
};

} // namespace kw
