#include "ui/accounts/accountform.h"

#include "core/account/accountrules.h"
#include "core/setup/serverguess.h"
#include "ui/accounts/serverfields.h"
#include "ui/look/colorchoice.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QCheckBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace kw {

AccountForm::AccountForm(const AccountSettings *existing, Keys takenKeys, QWidget *parent)
    : QWidget(parent)
    , m_takenKeys(std::move(takenKeys))
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
    if (existing) {
        m_original = *existing;
        fill(*existing);
    } else {
        m_color->setColor(accountColor({}, int(m_takenKeys().size())));
    }
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
    m_password->setEchoMode(QLineEdit::Password);
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
    form->addRow(tr("&Password:"), m_password);
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
    connect(m_address, &QLineEdit::textEdited, this, &AccountForm::onAddressEdited);
    for (QLineEdit *edit : {m_address, m_password, m_name})
        connect(edit, &QLineEdit::textChanged, this, &AccountForm::edited);
    connect(m_imap, &ServerFields::edited, this, &AccountForm::edited);
    connect(m_smtp, &ServerFields::edited, this, &AccountForm::edited);
    connect(m_clearText, &QCheckBox::toggled, this, &AccountForm::edited);
    connect(this, &AccountForm::edited, this, [this] { m_clearText->setVisible(needsClearTextTick()); });
}

void AccountForm::fill(const AccountSettings &s)
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
    m_password->setEnabled(s.passwordCommand.isEmpty() && s.oauth.isEmpty());
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

AccountSettings AccountForm::settings() const
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
QString AccountForm::newKey() const
{
    const QString address = m_address->text().trimmed().toLower();
    QString base = m_name->text().trimmed().toLower();
    if (base.isEmpty())
        base = address.section(u'@', 1, 1).section(u'.', 0, 0);
    base.removeIf([](QChar c) { return !(c.isLetterOrNumber() && c.unicode() < 128) && c != u'-'; });
    if (base.isEmpty())
        base = u"account"_s;
    const QStringList taken = m_takenKeys();
    QString key = base;
    for (int n = 2; taken.contains(key); ++n)
        key = base + QString::number(n);
    return key;
}

void AccountForm::onAddressEdited()
{
    const ServerGuess guess = guessServers(m_address->text());
    if (!m_imap->isTouched())
        m_imap->setServer(guess.imap);
    if (!m_smtp->isTouched())
        m_smtp->setServer(guess.smtp);
    Q_EMIT hintChanged(guess.hint);
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

bool AccountForm::isOnlyLookChanged() const
{
    AccountSettings cosmetic = settings();
    cosmetic.name = m_original.name;
    cosmetic.color = m_original.color;
    return !m_original.key.isEmpty() && cosmetic == m_original && m_password->text().isEmpty();
}

} // namespace kw
