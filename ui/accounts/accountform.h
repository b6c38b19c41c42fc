#pragma once

#include "core/account/accountsettings.h"

#include <QWidget>

class QCheckBox;
class QFormLayout;
class QLineEdit;

namespace kw {

class ColorChoice;
class ServerFields;

// What an account is made of, as fields: who, how it is shown, both servers. GUI thread.
class AccountForm : public QWidget
{
    Q_OBJECT
public:
    AccountForm(const AccountSettings &account, QWidget *parent);

    AccountSettings settings() const;
    QString password() const;
    void forgetPassword();
    void focusPassword();
    // Takes over the pinned certificates of these settings; each goes when its server is changed.
    void trust(const AccountSettings &pinned);
    // What is missing, as a sentence; empty when complete.
    QString problem() const;
    // Only name and colour differ from what is saved.
    bool isOnlyLookChanged() const;
    // Something would go over the network unprotected, and the person must say that this is meant.
    bool needsClearTextTick() const;

Q_SIGNALS:
    void edited();

private:
    void nameFields();
    void layOut();
    void moveRows(QWidget *part, QFormLayout *to);
    void connectFields();
    void fill();

    const AccountSettings m_original;
    AccountSettings m_pinned; // for these servers, the certificates that are trusted
    QLineEdit *m_address;
    QLineEdit *m_password;
    QWidget *m_passwordRow = nullptr;
    QLineEdit *m_name;
    ColorChoice *m_color;
    ServerFields *m_imap;
    ServerFields *m_smtp;
    QCheckBox *m_clearText;
};

} // namespace kw
