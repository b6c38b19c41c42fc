#include "ui/accounts/serverfields.h"

#include "core/setup/serverguess.h"
#include "ui/look/widgets.h"

#include <QComboBox>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

// A row that holds several fields does not find its label's field by itself.
void nameField(QFormLayout *form, QLayout *row, QWidget *field)
{
    if (auto *label = qobject_cast<QLabel *>(form->labelForField(row)))
        label->setBuddy(field);
}

} // namespace

ServerFields::ServerFields(Kind kind, QWidget *parent)
    : QWidget(parent)
    , m_kind(kind)
    , m_host(new QLineEdit(this))
    , m_port(new QSpinBox(this))
    , m_security(new QComboBox(this))
    , m_user(new QLineEdit(this))
{
    const bool imap = kind == Kind::Imap;
    setNames(this, imap ? "imapFields"_L1 : "smtpFields"_L1, imap ? tr("Receiving") : tr("Sending"));
    setNames(m_host, imap ? "imapHost"_L1 : "smtpHost"_L1,
             imap ? tr("Receiving server") : tr("Sending server"));
    setNames(m_port, imap ? "imapPort"_L1 : "smtpPort"_L1,
             imap ? tr("Port for receiving") : tr("Port for sending"));
    setNames(m_security, imap ? "imapSecurity"_L1 : "smtpSecurity"_L1,
             imap ? tr("Protection when receiving") : tr("Protection when sending"));
    setNames(m_user, imap ? "imapUser"_L1 : "smtpUser"_L1,
             imap ? tr("User name for receiving") : tr("User name for sending"));
    if (!imap)
        m_host->setPlaceholderText(tr("none: this account only receives"));
    m_port->setRange(1, 65535);
    m_security->addItem(tr("TLS (recommended)"), int(ConnectionSecurity::Tls));
    m_security->addItem(tr("STARTTLS"), int(ConnectionSecurity::StartTls));
    m_security->addItem(tr("none"), int(ConnectionSecurity::None));
    auto *line = new QHBoxLayout;
    line->addWidget(m_host, 1);
    line->addWidget(m_port);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->addRow(imap ? tr("Receiving:") : tr("Sending:"), line);
    nameField(form, line, m_host);
    form->addRow(tr("Protection:"), m_security);
    form->addRow(tr("User name:"), m_user);
    connect(m_host, &QLineEdit::textEdited, this, &ServerFields::edited);
    connect(m_user, &QLineEdit::textEdited, this, &ServerFields::edited);
    connect(m_port, &QSpinBox::valueChanged, this, &ServerFields::edited);
    connect(m_security, &QComboBox::activated, this, &ServerFields::edited);
    connect(m_security, &QComboBox::currentIndexChanged, this, &ServerFields::onSecurity);
}

void ServerFields::setServer(const ServerSettings &server)
{
    m_lastSecurity = server.security;
    m_security->setCurrentIndex(m_security->findData(int(server.security)));
    m_host->setText(server.host);
    m_port->setValue(server.port ? server.port : usualPort(server.security));
    m_user->setText(server.user);
}

ServerSettings ServerFields::server() const
{
    if (isLeftOut())
        return {};
    return {m_host->text().trimmed(), quint16(m_port->value()),
            ConnectionSecurity(m_security->currentData().toInt()), m_user->text().trimmed()};
}

bool ServerFields::isLeftOut() const
{
    return m_kind == Kind::Smtp && m_host->text().trimmed().isEmpty();
}

QString ServerFields::problem() const
{
    if (isLeftOut())
        return {};
    const ServerSettings s = server();
    const bool imap = m_kind == Kind::Imap;
    if (s.host.isEmpty())
        return tr("The receiving server is missing.");
    if (s.host.contains(u' ') || s.host.contains(u'/'))
        return tr("“%1” is not the name of a server.").arg(s.host);
    if (s.user.isEmpty())
        return imap ? tr("The user name for receiving is missing.")
                    : tr("The user name for sending is missing.");
    return {};
}

quint16 ServerFields::usualPort(ConnectionSecurity security) const
{
    return m_kind == Kind::Imap ? usualImapPort(security) : usualSmtpPort(security);
}

void ServerFields::onSecurity(int)
{
    const auto now = ConnectionSecurity(m_security->currentData().toInt());
    if (m_port->value() == usualPort(m_lastSecurity)) // a port of the person's own stays
        m_port->setValue(usualPort(now));
    m_lastSecurity = now;
    Q_EMIT edited();
}

} // namespace kw
