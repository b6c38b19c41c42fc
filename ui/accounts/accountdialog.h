#pragma once

#include "core/sync/engine.h"

#include <QDialog>

class QLabel;
class QPushButton;

namespace kw {

class AccountForm;
class BannerStack;
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
    void showHint(const QString &hint);
    void onEdited();
    void updateButtons();
    void updateClearText();
    void check();
    void onChecked(const AccountSettings &settings, const Error &error);
    void save();
    void showCertificate();

    Engine *m_engine;
    bool m_checking = false;
    bool m_checkedOk = false;
    AccountSettings m_asked;

    AccountForm *m_form;
    BannerStack *m_banners;
    Spinner *m_spinner;
    QLabel *m_state;
    QPushButton *m_check;
    QPushButton *m_save;
};

} // namespace kw
