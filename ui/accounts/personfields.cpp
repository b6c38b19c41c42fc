#include "ui/accounts/personfields.h"

#include "ui/look/icons.h"
#include "ui/look/passwordrow.h"
#include "ui/look/widgets.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kw {

PersonFields::PersonFields(QWidget *parent)
    : QWidget(parent)
    , m_name(new QLineEdit(this))
    , m_address(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_browser(new QPushButton(icon("open"_L1), {}, this))
    , m_otherWay(new QPushButton(this))
    , m_secretTitle(plainLabel(tr("&Password:"), "passwordTitle"_L1, this))
{
    setNames(this, "personFields"_L1, tr("You"));
    setNames(m_name, "accountOwner"_L1, tr("Your name"));
    setNames(m_address, "accountAddress"_L1, tr("Mail address"));
    setNames(m_password, "accountPassword"_L1, tr("Password"));
    setNames(m_browser, "browserSignIn"_L1, tr("Sign in through the browser"));
    setNames(m_otherWay, "otherSignIn"_L1, tr("Sign in another way"));
    m_name->setPlaceholderText(tr("as others see it"));
    m_address->setPlaceholderText(tr("you@example.org"));
    m_otherWay->setFlat(true);
    m_otherWay->setAutoDefault(false);
    m_browser->setAutoDefault(false);
    layOut();
    connect(m_address, &QLineEdit::textEdited, this, &PersonFields::addressEdited);
    connect(m_name, &QLineEdit::textEdited, this, &PersonFields::edited);
    connect(m_password, &QLineEdit::textEdited, this, &PersonFields::edited);
    connect(m_browser, &QPushButton::clicked, this, &PersonFields::browserPressed);
    connect(m_otherWay, &QPushButton::clicked, this, [this] {
        m_prefersPassword = !m_prefersPassword;
        showWay();
        Q_EMIT edited();
    });
    showWay();
}

void PersonFields::layOut()
{
    auto *secret = new QHBoxLayout;
    m_passwordRow = new PasswordRow(m_password, this);
    secret->addWidget(m_passwordRow, 1);
    secret->addWidget(m_browser, 1);
    secret->addWidget(m_otherWay);
    m_secretTitle->setBuddy(m_password);
    auto *form = new QFormLayout(this);
    form->setContentsMargins(0, 0, 0, 0);
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("Your &name:"), m_name);
    form->addRow(tr("Mail &address:"), m_address);
    form->addRow(m_secretTitle, secret);
}

QString PersonFields::name() const
{
    return m_name->text().simplified();
}

QString PersonFields::address() const
{
    return m_address->text().trimmed();
}

QString PersonFields::password() const
{
    return m_password->text();
}

void PersonFields::setAddress(const QString &address)
{
    m_address->setText(address);
    Q_EMIT addressEdited();
}

void PersonFields::forgetPassword()
{
    m_password->clear();
}

void PersonFields::focusPassword()
{
    if (wantsBrowser())
        m_browser->setFocus(Qt::OtherFocusReason);
    else
        m_password->setFocus(Qt::OtherFocusReason);
}

void PersonFields::offerBrowser(const std::optional<SignInProvider> &provider, bool passwordAllowed)
{
    m_provider = provider;
    m_passwordAllowed = passwordAllowed;
    showWay();
}

bool PersonFields::wantsBrowser() const
{
    return m_provider && m_provider->isReady && !(m_prefersPassword && m_passwordAllowed);
}

QString PersonFields::browserName() const
{
    return wantsBrowser() ? m_provider->name : QString();
}

void PersonFields::showWay()
{
    const bool browser = wantsBrowser();
    m_passwordRow->setVisible(!browser);
    m_browser->setVisible(browser);
    m_secretTitle->setText(browser ? tr("Sign in:") : tr("&Password:"));
    m_secretTitle->setBuddy(browser ? static_cast<QWidget *>(m_browser) : m_password);
    if (m_provider) {
        m_browser->setText(tr("Sign In with %1").arg(m_provider->title));
        m_browser->setAccessibleName(m_browser->text());
    }
    m_otherWay->setVisible(m_provider && m_provider->isReady && m_passwordAllowed);
    m_otherWay->setText(browser ? tr("Use a password") : tr("Use the browser"));
}

} // namespace kw
