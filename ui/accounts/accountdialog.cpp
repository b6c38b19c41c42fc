#include "ui/accounts/accountdialog.h"

#include "core/account/accountrules.h"
#include "ui/accounts/colorchoice.h"
#include "ui/accounts/serverfields.h"
#include "ui/accounts/serverguess.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"
#include "ui/reader/bannerstack.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

AccountDialog::AccountDialog(Engine *engine, QWidget *parent, const AccountSettings *existing)
    : QDialog(parent)
    , m_engine(engine)
    , m_address(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_color(new ColorChoice(this))
    , m_imap(new ServerFields(ServerFields::Kind::Imap, this))
    , m_smtp(new ServerFields(ServerFields::Kind::Smtp, this))
    , m_clearText(new QCheckBox(
          tr("Send my password and my mail unprotected; anyone on the way can read them"), this))
    , m_banners(new BannerStack(this))
    , m_spinner(new Spinner(20, this))
    , m_state(plainLabel({}, "checkState"_L1, this))
    , m_check(new QPushButton(tr("&Check Connection"), this))
    , m_save(new QPushButton(existing ? tr("&Save") : tr("&Add Account"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    const QString title = existing ? tr("Account Settings") : tr("Add Account");
    setNames(this, "accountDialog"_L1, title);
    setWindowTitle(title);
    build();
    if (existing) {
        m_original = *existing;
        fill(*existing);
    } else {
        m_color->setColor(accountColor({}, int(engine->accounts().size())));
    }
    connect(m_engine, &Engine::accountChecked, this, &AccountDialog::onChecked);
    onEdited();
}

void AccountDialog::build()
{
    setNames(m_clearText, "clearTextConfirmed"_L1, m_clearText->text());
    setNames(m_check, "checkConnection"_L1, tr("Check connection"));
    setNames(m_save, "saveAccount"_L1, tr("Save account"));
    m_spinner->setObjectName("checkSpinner"_L1);
    m_spinner->hide();
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    buildFields(form);
    auto *buttons = new QDialogButtonBox(this);
    setNames(buttons, "accountButtons"_L1, tr("Actions"));
    QPushButton *cancel = buttons->addButton(QDialogButtonBox::Cancel);
    setNames(cancel, "cancelAccount"_L1, tr("Cancel"));
    buttons->addButton(m_save, QDialogButtonBox::AcceptRole);
    auto *checkLine = new QHBoxLayout;
    checkLine->addWidget(m_check);
    checkLine->addWidget(m_spinner);
    checkLine->addWidget(m_state, 1);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(20, 18, 20, 16);
    layout->setSpacing(12);
    layout->addLayout(form);
    layout->addWidget(m_clearText);
    layout->addWidget(m_banners);
    layout->addLayout(checkLine);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(540);
    connect(m_check, &QPushButton::clicked, this, &AccountDialog::check);
    connect(m_save, &QPushButton::clicked, this, &AccountDialog::save);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_clearText, &QCheckBox::toggled, this, &AccountDialog::onEdited);
}

void AccountDialog::buildFields(QFormLayout *form)
{
    setNames(m_address, "accountAddress"_L1, tr("Mail address"));
    setNames(m_password, "accountPassword"_L1, tr("Password"));
    setNames(m_name, "accountName"_L1, tr("Account name"));
    m_address->setPlaceholderText(tr("you@example.org"));
    m_name->setPlaceholderText(tr("Work, Home…"));
    m_password->setEchoMode(QLineEdit::Password);
    auto *identity = new QHBoxLayout;
    identity->addWidget(m_name, 1);
    identity->addWidget(m_color);
    form->addRow(tr("Mail &address:"), m_address);
    form->addRow(tr("&Password:"), m_password);
    form->addRow(tr("Shown &as:"), identity);
    if (auto *label = qobject_cast<QLabel *>(form->labelForField(identity)))
        label->setBuddy(m_name);
    auto *line = new QFrame(this);
    line->setObjectName("accountLine"_L1);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Sunken);
    form->addRow(line);
    // The label columns of the three forms line up.
    auto *imapForm = qobject_cast<QFormLayout *>(m_imap->layout());
    auto *smtpForm = qobject_cast<QFormLayout *>(m_smtp->layout());
    for (QFormLayout *part : {imapForm, smtpForm}) {
        while (part->rowCount() > 0) {
            const QFormLayout::TakeRowResult row = part->takeRow(0);
            QLayoutItem *field = row.fieldItem;
            if (field->layout())
                form->addRow(row.labelItem->widget(), field->layout());
            else
                form->addRow(row.labelItem->widget(), field->widget());
            delete row.labelItem;
        }
    }
    m_imap->hide();
    m_smtp->hide();
    connect(m_address, &QLineEdit::textEdited, this, &AccountDialog::onAddressEdited);
    for (QLineEdit *edit : {m_address, m_password, m_name})
        connect(edit, &QLineEdit::textChanged, this, &AccountDialog::onEdited);
    connect(m_imap, &ServerFields::edited, this, &AccountDialog::onEdited);
    connect(m_smtp, &ServerFields::edited, this, &AccountDialog::onEdited);
}

void AccountDialog::fill(const AccountSettings &s)
{
    m_address->setText(s.address);
    m_name->setText(s.name);
    m_color->setColor(accountColor(s.color, 0));
    m_imap->setServer(s.imap);
    m_smtp->setServer(s.smtp);
    m_imap->setTouched(true);
    m_smtp->setTouched(true);
    m_clearText->setChecked(s.clearTextConfirmed);
    m_password->setPlaceholderText(s.passwordCommand.isEmpty() ? tr("unchanged")
                                                               : tr("comes from a command in accounts.ini"));
    m_password->setEnabled(s.passwordCommand.isEmpty());
}

void AccountDialog::focusPassword()
{
    m_password->setFocus(Qt::OtherFocusReason);
}

AccountSettings AccountDialog::settings() const
{
    AccountSettings s = m_original;
    if (s.key.isEmpty())
        s.key = newKey();
    s.address = m_address->text().trimmed();
    s.name = m_name->text().trimmed();
    s.color = m_color->color().name();
    s.imap = m_imap->server();
    s.smtp = m_smtp->server();
    s.clearTextConfirmed = m_clearText->isChecked() && needsClearTextTick();
    return s;
}

// The group's name in accounts.ini stays for life, so it is readable and free of what ini files dislike.
QString AccountDialog::newKey() const
{
    const QString address = m_address->text().trimmed().toLower();
    QString base = m_name->text().trimmed().toLower();
    if (base.isEmpty())
        base = address.section(u'@', 1, 1).section(u'.', 0, 0);
    base.removeIf([](QChar c) { return !(c.isLetterOrNumber() && c.unicode() < 128) && c != u'-'; });
    if (base.isEmpty())
        base = u"account"_s;
    QStringList taken;
    for (const AccountSettings &a : m_engine->accounts())
        taken.append(a.key);
    QString key = base;
    for (int n = 2; taken.contains(key); ++n)
        key = base + QString::number(n);
    return key;
}

void AccountDialog::onAddressEdited()
{
    const ServerGuess guess = guessServers(m_address->text());
    if (!m_imap->isTouched())
        m_imap->setServer(guess.imap);
    if (!m_smtp->isTouched())
        m_smtp->setServer(guess.smtp);
    if (guess.hint.isEmpty())
        m_banners->remove(u"providerHint"_s);
    else if (const Banner *shown = m_banners->find(u"providerHint"_s); !shown || shown->text() != guess.hint)
        m_banners->add(u"providerHint"_s, Tone::Info, "info"_L1, guess.hint);
}

void AccountDialog::onEdited()
{
    m_checkedOk = false;
    m_checking = false;
    m_spinner->hide();
    m_banners->remove(u"checkFailed"_s);
    m_banners->remove(u"checkWorked"_s);
    updateClearText();
    updateButtons();
}

bool AccountDialog::needsClearTextTick() const
{
    for (const ServerSettings &s : {m_imap->server(), m_smtp->server()}) {
        if (s.security == ConnectionSecurity::None && !s.host.isEmpty() && !isLoopbackHost(s.host))
            return true;
    }
    return false;
}

void AccountDialog::updateClearText()
{
    const bool needed = needsClearTextTick();
    m_clearText->setVisible(needed);
    if (!needed)
        m_banners->remove(u"clearTextWarning"_s);
    else if (!m_banners->find(u"clearTextWarning"_s))
        m_banners->add(u"clearTextWarning"_s, Tone::Bad, "warning"_L1,
                       tr("Without protection, everybody between you and the server can read your password "
                          "and your mail. "
                          "Choose TLS if the server offers it."));
}

QString AccountDialog::problem() const
{
    if (!isMailAddress(m_address->text()))
        return m_address->text().isEmpty() ? tr("Type your mail address.")
                                           : tr("This is not a complete mail address.");
    if (m_password->text().isEmpty() && m_original.key.isEmpty())
        return tr("Type your password.");
    for (const ServerFields *fields : {m_imap, m_smtp}) {
        if (const QString text = fields->problem(); !text.isEmpty())
            return text;
    }
    if (needsClearTextTick() && !m_clearText->isChecked())
        return tr("Confirm the unprotected connection, or choose TLS.");
    return {};
}

void AccountDialog::updateButtons()
{
    const QString why = problem();
    const bool complete = why.isEmpty();
    // Name and colour of an account that works need no new check.
    AccountSettings cosmetic = settings();
    cosmetic.name = m_original.name;
    cosmetic.color = m_original.color;
    const bool onlyLook = !m_original.key.isEmpty() && cosmetic == m_original && m_password->text().isEmpty();
    m_check->setEnabled(complete && !m_checking);
    m_save->setEnabled(complete && !m_checking && (m_checkedOk || onlyLook));
    m_check->setDefault(!m_save->isEnabled());
    m_save->setDefault(m_save->isEnabled());
    if (!m_checking)
        m_state->setText(complete ? QString() : why);
    m_state->setAccessibleName(m_state->text());
}

void AccountDialog::check()
{
    m_banners->remove(u"checkFailed"_s);
    m_checking = true;
    m_checkedOk = false;
    m_asked = settings();
    m_spinner->show();
    m_state->setText(tr("Signing in to %1…").arg(m_asked.imap.host));
    updateButtons();
    m_engine->checkAccount(m_asked, m_password->text());
}

void AccountDialog::onChecked(const AccountSettings &checked, const Error &error)
{
    if (!m_checking || checked != m_asked)
        return; // answers a check of settings that have been changed since
    m_checking = false;
    m_spinner->hide();
    m_checkedOk = error.text.isEmpty();
    if (m_checkedOk) {
        m_banners->add(u"checkWorked"_s, Tone::Good, "check"_L1, tr("The connection works."));
    } else {
        m_banners->add(u"checkFailed"_s, Tone::Bad, "error"_L1, error.text,
                       {{tr("Save Anyway"), [this] { save(); }}});
    }
    updateButtons();
    if (m_checkedOk)
        m_save->setFocus(Qt::OtherFocusReason);
}

void AccountDialog::save()
{
    const AccountSettings s = settings();
    m_engine->saveAccount(s, m_password->text());
    m_password->clear();
    Q_EMIT accountSaved(s.key);
    accept();
}

} // namespace kw
