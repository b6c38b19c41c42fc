#pragma once

#include "core/sync/engine.h"

#include <QDialog>

class QCheckBox;
class QFormLayout;
class QLabel;
class QLineEdit;
class QPushButton;

namespace kw {

class BannerStack;
class ColorChoice;
class ServerFields;
class Spinner;

// Adds or edits one account. The connection is tried live; saving is free once that worked or the person
// insists. Not modal; deletes itself when closed. GUI thread.
class AccountDialog : public QDialog
{
    Q_OBJECT
public:
    // Without `existing`: a new account.
    explicit AccountDialog(Engine *engine, QWidget *parent = nullptr,
                           const AccountSettings *existing = nullptr);

    AccountSettings settings() const;
    void focusPassword();

Q_SIGNALS:
    void accountSaved(const QString &key);

private:
    void build();
    void buildFields(QFormLayout *form);
    void fill(const AccountSettings &settings);
    void onAddressEdited();
    void onEdited();
    void updateButtons();
    void updateClearText();
    bool needsClearTextTick() const;
    QString problem() const;
    void check();
    void onChecked(const AccountSettings &settings, const Error &error);
    void save();
    QString newKey() const;

    Engine *m_engine;
    AccountSettings m_original; // key empty: new
    bool m_checking = false;
    bool m_checkedOk = false;
    AccountSettings m_asked;

    QLineEdit *m_address;
    QLineEdit *m_password;
    QLineEdit *m_name;
    ColorChoice *m_color;
    ServerFields *m_imap;
    ServerFields *m_smtp;
    QCheckBox *m_clearText;
    BannerStack *m_banners;
    Spinner *m_spinner;
    QLabel *m_state;
    QPushButton *m_check;
    QPushButton *m_save;
};

} // namespace kw
