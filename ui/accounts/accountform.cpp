#include "ui/accounts/accountform.h"

#include "core/account/accountrules.h"
#include "core/setup/mailaddress.h"
#include "ui/accounts/serverfields.h"
#include "ui/look/colorchoice.h"
#include "ui/look/passwordrow.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace kw {

AccountForm::AccountForm(const AccountSettings &account, QWidget *parent)
    : QWidget(parent)
    , m_original(account)
    , m_pinned(account)
    , m_address(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_name(new QLineEdit(this))
    , m_color(new ColorChoice("accountColor"_L1, tr("Colour of the account"), this))
    , m_imap(new ServerFields(ServerFields::Kind::Imap, this))
    , m_smtp(new ServerFields(ServerFields::Kind::Smtp, this))
    , m_clearText(new QCheckBox(
          tr("Send my password and my mail unprotected; anyone on the way can read them"), this))
{
    setNames(this, "accountForm"_L1, tr("Account"));
    nameFields();
    layOut();
    fill();
    m_clearText->setVisible(needsClearTextTick());
    connectFields();
}

void AccountForm::nameFields()
{
    setNames(m_address, "accountAddress"_L1, tr("Mail address"));
    setNames(m_password, "accountPassword"_L1, tr("Password"));
    setNames(m_name, "accountName"_L1, tr("Account name"));
    setNames(m_clearText, "clearTextConfirmed"_L1, m_clearText->text());
    m_address->setPlaceholderText(tr("you@example.org"));
    m_name->setPlaceholderText(tr("Work, Home…"));
}

void AccountForm::layOut()
{
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    auto *identity = new QHBoxLayout;
    identity->addWidget(m_name, 1);
    identity->addWidget(m_color);
    form->addRow(tr("Mail &address:"), m_address);
    m_passwordRow = new PasswordRow(m_password, this);
    form->addRow(tr("&Password:"), m_passwordRow);
    form->addRow(tr("Shown &as:"), identity);
    if (auto *label = qobject_cast<QLabel *>(form->labelForField(identity)))
        label->setBuddy(m_name);
    auto *line = new QFrame(this);
    line->setObjectName("accountLine"_L1);
    line->setFrameShape(QFrame::HLine);
    line->setFrameShadow(QFrame::Sunken);
    form->addRow(line);
    moveRows(m_imap, form);
    moveRows(m_smtp, form);
    form->addRow(m_clearText);
}

// The label columns of the three forms line up.
void AccountForm::moveRows(QWidget *part, QFormLayout *to)
{
    auto *from = qobject_cast<QFormLayout *>(part->layout());
    while (from->rowCount() > 0) {
        const QFormLayout::TakeRowResult row = from->takeRow(0);
        QLayoutItem *field = row.fieldItem;
        if (field->layout())
            to->addRow(row.labelItem->widget(), field->layout());
        else
            to->addRow(row.labelItem->widget(), field->widget());
        delete row.labelItem;
    }
    part->hide();
}

void AccountForm::connectFields()
{
    for (QLineEdit *edit : {m_address, m_password, m_name})
        connect(edit, &QLineEdit::textChanged, this, &AccountForm::edited);
    connect(m_imap, &ServerFields::edited, this, &AccountForm::edited);
    connect(m_smtp, &ServerFields::edited, this, &AccountForm::edited);
    connect(m_clearText, &QCheckBox::toggled, this, &AccountForm::edited);
    connect(this, &AccountForm::edited, this, [this] { m_clearText->setVisible(needsClearTextTick()); });
}

void AccountForm::fill()
{
    const AccountSettings &s = m_original;
    m_address->setText(s.address);
    m_name->setText(s.name);
    m_color->setColor(accountColor(s.color, 0));
    m_imap->setServer(s.imap);
    m_smtp->setServer(s.smtp);
    m_clearText->setChecked(s.clearTextConfirmed);
    m_password->setPlaceholderText(s.passwordCommand.isEmpty() ? tr("unchanged")
                                                               : tr("comes from a command in accounts.ini"));
    m_passwordRow->setEnabled(s.passwordCommand.isEmpty() && s.oauth.isEmpty());
    if (!s.oauth.isEmpty())
        m_password->setPlaceholderText(tr("none: signs in through %1").arg(s.oauth));
}

QString AccountForm::password() const
{
    return m_password->text();
}

void AccountForm::forgetPassword()
{
    m_password->clear();
}

void AccountForm::focusPassword()
{
    m_password->setFocus(Qt::OtherFocusReason);
}

void AccountForm::trust(const AccountSettings &pinned)
{
    m_pinned = pinned;
    Q_EMIT edited();
}

AccountSettings AccountForm::settings() const
{
    AccountSettings s = m_original;
    s.address = m_address->text().trimmed();
    s.name = m_name->text().trimmed();
    s.color = m_color->color().name();
    s.imap = m_imap->server();
    s.smtp = m_smtp->server();
    s.clearTextConfirmed = m_clearText->isChecked() && needsClearTextTick();
    s.pinnedCertificate = m_pinned.pinnedCertificate;
    s.smtpPinnedCertificate = m_pinned.smtpPinnedCertificate;
    return withoutForeignPins(s, m_pinned);
}

bool AccountForm::needsClearTextTick() const
{
    for (const ServerSettings &s : {m_imap->server(), m_smtp->server()}) {
        if (s.security == ConnectionSecurity::None && !s.host.isEmpty() && !isLoopbackHost(s.host))
            return true;
    }
    return false;
}

QString AccountForm::problem() const
{
    if (!isMailAddress(m_address->text()))
        return m_address->text().isEmpty() ? tr("Type your mail address.")
                                           : tr("This is not a complete mail address.");
    for (const ServerFields *fields : {m_imap, m_smtp}) {
        if (const QString text = fields->problem(); !text.isEmpty())
            return text;
    }
    if (needsClearTextTick() && !m_clearText->isChecked())
        return tr("Confirm the unprotected connection, or choose TLS.");
    return {};
}

bool AccountForm::isOnlyLookChanged() const
{
    AccountSettings cosmetic = settings();
    cosmetic.name = m_original.name;
    cosmetic.color = m_original.color;
    return cosmetic == m_original && m_password->text().isEmpty();
}

} // namespace kw
