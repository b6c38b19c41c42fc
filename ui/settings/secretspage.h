#pragma once

#include "core/sync/facade/vault.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;
class QRadioButton;

namespace kw {

class Spinner;

// Where passwords are kept: the choice, its consequences and its passphrase. GUI thread.
class SecretsPage : public QWidget
{
    Q_OBJECT
public:
    explicit SecretsPage(Vault *vault, QWidget *parent = nullptr);

    static constexpr int LeastPassphrase = 8; // characters

Q_SIGNALS:
    void done(); // what was asked for has been done

private:
    void build();
    void buildPassphrase();
    QWidget *explained(QRadioButton *button, QLabel *text);
    void fill(const VaultState &state);
    void renew(); // what can be pressed, and why not
    SecretPlace chosen() const;
    bool changesPassphrase() const;
    void apply();
    void answered(const Error &error);

    Vault *m_vault;
    bool m_waiting = false;
    QRadioButton *m_keyring;
    QRadioButton *m_file;
    QRadioButton *m_ask;
    QLabel *m_keyringText;
    QWidget *m_passphrases;
    QLabel *m_oldLabel;
    QLineEdit *m_old;
    QWidget *m_oldRow = nullptr;
    QLineEdit *m_first;
    QLineEdit *m_second;
    QPushButton *m_apply;
    Spinner *m_spinner;
    QLabel *m_state;
};

} // namespace kw
