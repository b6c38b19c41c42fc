#include "ui/settings/secretspage.h"

#include "ui/look/passwordrow.h"
#include "ui/look/widgets.h"

#include <QButtonGroup>
#include <QFormLayout>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

SecretsPage::SecretsPage(Vault *vault, QWidget *parent)
    : QWidget(parent)
    , m_vault(vault)
    , m_keyring(new QRadioButton(tr("In the &keyring of the desktop"), this))
    , m_file(new QRadioButton(tr("In an &encrypted file with a passphrase"), this))
    , m_ask(new QRadioButton(tr("&Nowhere: ask for them at each start"), this))
    , m_keyringText(plainLabel({}, "keyringText"_L1, this))
    , m_passphrases(new QWidget(this))
    , m_oldLabel(plainLabel(tr("Passphrase &now:"), "oldPassphraseLabel"_L1, this))
    , m_old(new QLineEdit(this))
    , m_first(new QLineEdit(this))
    , m_second(new QLineEdit(this))
    , m_apply(new QPushButton(this))
    , m_spinner(new Spinner(20, this))
    , m_state(plainLabel({}, "secretsState"_L1, this))
{
    setNames(this, "secretsPage"_L1, tr("Passwords"));
    setNames(m_keyring, "secretsKeyring"_L1, tr("Keep passwords in the keyring"));
    setNames(m_file, "secretsFile"_L1, tr("Keep passwords in an encrypted file"));
    setNames(m_ask, "secretsAsk"_L1, tr("Ask for passwords at each start"));
    setNames(m_apply, "applySecrets"_L1, tr("Keep them there"));
    build();
    auto *places = new QButtonGroup(this); // each stands in a frame of its own
    for (QRadioButton *button : {m_keyring, m_file, m_ask})
        places->addButton(button);
    connect(m_vault, &Vault::changed, this, &SecretsPage::fill);
    connect(m_vault, &Vault::answered, this, &SecretsPage::answered);
    for (QRadioButton *button : {m_keyring, m_file, m_ask})
        connect(button, &QRadioButton::toggled, this, &SecretsPage::renew);
    for (QLineEdit *edit : {m_old, m_first, m_second}) {
        connect(edit, &QLineEdit::textChanged, this, &SecretsPage::renew);
        connect(edit, &QLineEdit::returnPressed, m_apply, &QPushButton::click);
    }
    connect(m_apply, &QPushButton::clicked, this, &SecretsPage::apply);
    fill(m_vault->state());
}

QWidget *SecretsPage::explained(QRadioButton *button, QLabel *text)
{
    text->setWordWrap(true);
    setQuiet(text);
    text->setIndent(24);
    auto *both = new QWidget(this);
    both->setObjectName(button->objectName() + "Choice"_L1);
    auto *layout = new QVBoxLayout(both);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(2);
    layout->addWidget(button);
    layout->addWidget(text);
    return both;
}

void SecretsPage::build()
{
    buildPassphrase();
    m_spinner->setObjectName("secretsSpinner"_L1);
    m_spinner->hide();
    m_state->setWordWrap(true);
    auto *intro = plainLabel(tr("Where shall Kittiwake keep the passwords of your accounts?"),
                             "secretsIntro"_L1, this);
    intro->setWordWrap(true);
    auto *last = new QHBoxLayout;
    last->addWidget(m_apply);
    last->addWidget(m_spinner);
    last->addWidget(m_state, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 18);
    layout->setSpacing(12);
    layout->addWidget(intro);
    layout->addWidget(explained(m_keyring, m_keyringText));
    layout->addWidget(
        explained(m_file,
                  plainLabel(tr("You type the passphrase once at each start. Without it nobody can "
                                "read the file, and nobody can restore it: not even you."),
                             "fileText"_L1, this)));
    layout->addWidget(m_passphrases);
    layout->addWidget(
        explained(m_ask,
                  plainLabel(tr("Nothing is kept on this computer. You type each account's password "
                                "once at each start."),
                             "askText"_L1, this)));
    layout->addLayout(last);
    layout->addStretch(1);
}

void SecretsPage::buildPassphrase()
{
    setNames(m_passphrases, "passphrases"_L1, tr("Passphrase"));
    setNames(m_old, "oldPassphrase"_L1, tr("Passphrase now"));
    setNames(m_first, "newPassphrase"_L1, tr("New passphrase"));
    setNames(m_second, "repeatPassphrase"_L1, tr("New passphrase again"));
    const auto row = [this](QLineEdit *field) {
        auto *both = new PasswordRow(field, m_passphrases);
        both->setMaximumWidth(320);
        return both;
    };
    m_oldRow = row(m_old);
    m_oldLabel->setBuddy(m_old);
    auto *form = new QFormLayout(m_passphrases);
    form->setContentsMargins(24, 0, 0, 0);
    form->addRow(m_oldLabel, m_oldRow);
    form->addRow(tr("New &passphrase:"), row(m_first));
    form->addRow(tr("&Again:"), row(m_second));
}

void SecretsPage::fill(const VaultState &state)
{
    const bool none = state.keyringKnown && !state.hasKeyring;
    m_keyring->setEnabled(!none);
    m_keyringText->setText(
        none ? tr("There is none on this computer. Install gnome-keyring or KWallet to have one.")
             : tr("It is unlocked when you sign in to the desktop."));
    QRadioButton *now = state.place == SecretPlace::File ? m_file
        : state.place == SecretPlace::Ask                ? m_ask
        : none                                           ? m_file
                                                         : m_keyring;
    if (!m_waiting)
        now->setChecked(true);
    renew();
}

SecretPlace SecretsPage::chosen() const
{
    return m_file->isChecked() ? SecretPlace::File
        : m_ask->isChecked()   ? SecretPlace::Ask
                               : SecretPlace::Keyring;
}

bool SecretsPage::changesPassphrase() const
{
    const VaultState state = m_vault->state();
    return chosen() == SecretPlace::File && state.place == SecretPlace::File
        && state.door != VaultState::Door::Damaged;
}

void SecretsPage::renew()
{
    const VaultState state = m_vault->state();
    const bool change = changesPassphrase();
    m_passphrases->setVisible(m_file->isChecked());
    m_oldLabel->setVisible(change);
    m_oldRow->setVisible(change);
    m_apply->setText(change ? tr("&Change Passphrase") : tr("&Keep Them There"));
    m_apply->setAccessibleName(m_apply->text());
    QString why;
    if (m_file->isChecked()) {
        if (m_first->text().size() < LeastPassphrase)
            why = m_first->text().isEmpty() ? QString()
                                            : tr("At least %n characters.", nullptr, LeastPassphrase);
        else if (m_first->text() != m_second->text())
            why = m_second->text().isEmpty() ? QString() : tr("The two are not the same yet.");
    }
    const bool complete = !m_file->isChecked()
        || (m_first->text().size() >= LeastPassphrase && m_first->text() == m_second->text()
            && (!change || !m_old->text().isEmpty()));
    const bool nothingNew = chosen() == state.place && !change && state.door == VaultState::Door::Open;
    m_apply->setEnabled(complete && !nothingNew && !m_waiting);
    if (!m_waiting)
        m_state->setText(why);
}

void SecretsPage::apply()
{
    if (!m_apply->isEnabled())
        return;
    m_waiting = true;
    m_spinner->show();
    m_state->setText(tr("One moment…"));
    if (changesPassphrase())
        m_vault->changePassphrase(m_old->text(), m_first->text());
    else
        m_vault->choose(chosen(), m_file->isChecked() ? m_first->text() : QString());
    renew();
}

void SecretsPage::answered(const Error &error)
{
    if (!m_waiting)
        return;
    m_waiting = false;
    m_spinner->hide();
    if (error.text.isEmpty()) {
        for (QLineEdit *edit : {m_old, m_first, m_second})
            edit->clear();
    }
    fill(m_vault->state());
    m_state->setText(error.text.isEmpty() ? tr("Done.") : error.text);
    m_state->setAccessibleName(m_state->text());
    if (error.text.isEmpty())
        Q_EMIT done();
}

} // namespace kw
