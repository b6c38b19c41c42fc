#pragma once

#include "core/sync/facade/signins.h"

#include <QWidget>

#include <optional>

class QLabel;
class QLineEdit;
class QPushButton;

namespace kw {

// Who the new account is for: name, address, and a password or the way through the provider's page. GUI
// thread.
class PersonFields : public QWidget
{
    Q_OBJECT
public:
    explicit PersonFields(QWidget *parent = nullptr);

    QString name() const;
    QString address() const;
    QString password() const;
    void setAddress(const QString &address);
    void forgetPassword();
    void focusPassword();

    // Somebody whose page signs in takes the password's place; the person may prefer a password where that is
    // possible.
    void offerBrowser(const std::optional<SignInProvider> &provider, bool passwordAllowed);
    bool wantsBrowser() const;
    QString browserName() const; // what AccountSettings::oauth takes; empty where a password is used
    // A password was typed, or none is needed.
    bool isReady() const { return wantsBrowser() || !password().isEmpty(); }

Q_SIGNALS:
    void addressEdited();
    void edited();
    void browserPressed();

private:
    void layOut();
    void showWay();

    std::optional<SignInProvider> m_provider;
    bool m_passwordAllowed = true;
    bool m_prefersPassword = false;
    QLineEdit *m_name;
    QLineEdit *m_address;
    QLineEdit *m_password;
    QWidget *m_passwordRow = nullptr;
    QPushButton *m_browser;
    QPushButton *m_otherWay;
    QLabel *m_secretTitle;
};

} // namespace kw
