#include "ui/accounts/secretdialogs.h"

#include "ui/look/growing.h"
#include "ui/look/passwordrow.h"
#include "ui/look/widgets.h"
#include "ui/settings/secretspage.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

SecretPrompt::SecretPrompt(Vault *vault, const QString &title, const QString &text, const QString &label,
                           QWidget *parent)
    : QDialog(parent)
    , m_vault(vault)
    , m_secret(new QLineEdit(this))
    , m_problem(plainLabel({}, "secretProblem"_L1, this))
    , m_spinner(new Spinner(20, this))
    , m_ok(new QPushButton(tr("&OK"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setNames(this, "secretPrompt"_L1, title);
    setWindowTitle(title);
    m_spinner->setObjectName("secretSpinner"_L1);
    m_spinner->hide();
    m_problem->setWordWrap(true);
    m_problem->hide();
    setNames(m_ok, "secretOk"_L1, tr("OK"));
    m_ok->setDefault(true);
    m_ok->setEnabled(false);
    auto *buttons = new QDialogButtonBox(this);
    setNames(buttons, "secretButtons"_L1, tr("Actions"));
    setNames(buttons->addButton(QDialogButtonBox::Cancel), "secretCancel"_L1, tr("Cancel"));
    buttons->addButton(m_ok, QDialogButtonBox::AcceptRole);
    auto *explanation = plainLabel(text, "secretText"_L1, this);
    explanation->setWordWrap(true);
    auto *form = new QFormLayout;
    setNames(m_secret, "secretEdit"_L1, QString(label).remove(u'&').remove(u':'));
    form->addRow(label, new PasswordRow(m_secret, this));
    auto *last = new QHBoxLayout;
    last->addWidget(m_spinner);
    last->addWidget(buttons, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addWidget(explanation);
    layout->addLayout(form);
    layout->addWidget(m_problem);
    layout->addStretch(1);
    layout->addLayout(last);
    setMinimumWidth(440);
    growWithContents(this);
    connect(m_secret, &QLineEdit::textChanged, this,
            [this] { m_ok->setEnabled(!m_waiting && !m_secret->text().isEmpty()); });
    connect(m_ok, &QPushButton::clicked, this, &SecretPrompt::send);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_vault, &Vault::answered, this, &SecretPrompt::answered);
}

SecretPrompt *SecretPrompt::forPassphrase(Vault *vault, QWidget *parent)
{
    auto *prompt = new SecretPrompt(
        vault, tr("Unlock Passwords"),
        tr("Your passwords are in an encrypted file. Enter its passphrase to receive and send mail; what is "
           "already here can be read without it."),
        tr("&Passphrase:"), parent);
    connect(vault, &Vault::changed, prompt, [prompt](const VaultState &state) {
        if (state.door != VaultState::Door::Locked)
            prompt->close();
    });
    return prompt;
}

SecretPrompt *SecretPrompt::forPassword(Vault *vault, const AccountSettings &account, QWidget *parent)
{
    const QString name = account.name.isEmpty() ? account.address : account.name;
    const bool ask = vault->state().place == SecretPlace::Ask;
    auto *prompt = new SecretPrompt(
        vault, tr("Password of %1").arg(name),
        ask ? tr("Enter the password of %1 on %2. It is kept until Kittiwake ends.")
                  .arg(account.imap.user, account.imap.host)
            : tr("Enter the password of %1 on %2.").arg(account.imap.user, account.imap.host),
        tr("&Password:"), parent);
    prompt->m_account = account.key;
    return prompt;
}

void SecretPrompt::send()
{
    m_waiting = true;
    m_ok->setEnabled(false);
    m_problem->hide();
    m_spinner->show();
    if (m_account.isEmpty())
        m_vault->unlock(m_secret->text());
    else
        m_vault->provide(m_account, m_secret->text());
}

void SecretPrompt::answered(const Error &error)
{
    if (!m_waiting)
        return;
    m_waiting = false;
    m_spinner->hide();
    if (error.text.isEmpty()) {
        m_secret->clear();
        accept();
        return;
    }
    m_problem->setText(error.text);
    m_problem->setAccessibleName(error.text);
    m_problem->show();
    m_secret->selectAll();
    m_secret->setFocus(Qt::OtherFocusReason);
    m_ok->setEnabled(true);
}

void showSecretsChoice(Vault *vault, QWidget *parent)
{
    auto *dialog = parent ? parent->findChild<QDialog *>("secretsDialog"_L1) : nullptr;
    if (!dialog) {
        dialog = new QDialog(parent);
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        setNames(dialog, "secretsDialog"_L1, SecretPrompt::tr("Passwords"));
        dialog->setWindowTitle(SecretPrompt::tr("Passwords"));
        auto *page = new SecretsPage(vault, dialog);
        auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, dialog);
        setNames(buttons, "secretsDialogButtons"_L1, SecretPrompt::tr("Actions"));
        setNames(buttons->button(QDialogButtonBox::Close), "closeSecrets"_L1, SecretPrompt::tr("Close"));
        auto *layout = new QVBoxLayout(dialog);
        layout->addWidget(page);
        layout->addWidget(buttons);
        QObject::connect(buttons, &QDialogButtonBox::rejected, dialog, &QDialog::reject);
        QObject::connect(page, &SecretsPage::done, dialog, &QDialog::accept);
        dialog->setMinimumWidth(520);
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace kw
