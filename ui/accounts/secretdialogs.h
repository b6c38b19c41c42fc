#pragma once

#include "core/account/accountsettings.h"
#include "core/sync/facade/vault.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace kw {

class Spinner;

// One secret, typed once: the passphrase of the file, or an account's password. Not modal; deletes itself
// when it was taken or closed. GUI thread.
class SecretPrompt : public QDialog
{
    Q_OBJECT
public:
    // The passphrase that unlocks the passwords.
    static SecretPrompt *forPassphrase(Vault *vault, QWidget *parent);
    // The password of this account.
    static SecretPrompt *forPassword(Vault *vault, const AccountSettings &account, QWidget *parent);

private:
    SecretPrompt(Vault *vault, const QString &title, const QString &text, const QString &label,
                 QWidget *parent);
    void send();
    void answered(const Error &error);

    Vault *m_vault;
    QString m_account; // key; empty: the passphrase
    bool m_waiting = false;
    QLineEdit *m_secret;
    QLabel *m_problem;
    Spinner *m_spinner;
    QPushButton *m_ok;
};

// The page that says where passwords are kept, in a window of its own. Not modal; one at a time.
void showSecretsChoice(Vault *vault, QWidget *parent);

} // namespace kw
