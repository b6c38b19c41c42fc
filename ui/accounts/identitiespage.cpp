#include "ui/accounts/identitiespage.h"

#include "core/account/identities.h"
#include "core/setup/mailaddress.h"
#include "ui/accounts/signatureedit.h"
#include "ui/look/icons.h"
#include "ui/look/widgets.h"
#include "ui/look/words.h"

#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

IdentitiesPage::IdentitiesPage(QWidget *parent)
    : QWidget(parent)
    , m_list(new QListWidget(this))
    , m_name(new QLineEdit(this))
    , m_address(new QLineEdit(this))
    , m_add(new QPushButton(icon("add"_L1), tr("A&dd"), this))
    , m_remove(new QPushButton(icon("trash"_L1), tr("&Remove"), this))
    , m_up(new QPushButton(icon("up"_L1), tr("&Up"), this))
    , m_down(new QPushButton(icon("down"_L1), tr("Do&wn"), this))
    , m_signature(new SignatureEdit(this))
{
    setNames(this, "identitiesPage"_L1, tr("Identities"));
    setNames(m_list, "identityList"_L1, tr("Your addresses"));
    setNames(m_name, "identityName"_L1, tr("Your name"));
    setNames(m_address, "identityAddress"_L1, tr("Your address"));
    setNames(m_add, "addIdentity"_L1, tr("Add an address"));
    setNames(m_remove, "removeIdentity"_L1, tr("Remove this address"));
    setNames(m_up, "identityUp"_L1, tr("Move this address up"));
    setNames(m_down, "identityDown"_L1, tr("Move this address down"));
    layOut();
    connect(m_list, &QListWidget::currentRowChanged, this, &IdentitiesPage::showCurrent);
    connect(m_name, &QLineEdit::textEdited, this, &IdentitiesPage::fieldsEdited);
    connect(m_address, &QLineEdit::textEdited, this, &IdentitiesPage::fieldsEdited);
    connect(m_signature, &SignatureEdit::edited, this, &IdentitiesPage::signatureEdited);
    m_signature->hide();
    connect(m_add, &QPushButton::clicked, this, &IdentitiesPage::add);
    connect(m_remove, &QPushButton::clicked, this, &IdentitiesPage::removeCurrent);
    connect(m_up, &QPushButton::clicked, this, [this] { moveCurrent(-1); });
    connect(m_down, &QPushButton::clicked, this, [this] { moveCurrent(1); });
}

void IdentitiesPage::layOut()
{
    auto *text = plainLabel(tr("Mail to any of these addresses is mail to you."), "identitiesText"_L1, this);
    text->setWordWrap(true);
    setQuiet(text);
    m_list->setSpacing(1);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_add);
    buttons->addWidget(m_up);
    buttons->addWidget(m_down);
    buttons->addStretch(1);
    buttons->addWidget(m_remove);
    auto *form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    form->addRow(tr("Your &name:"), m_name);
    form->addRow(tr("&Address:"), m_address);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(18, 18, 18, 18);
    layout->setSpacing(10);
    layout->addWidget(text);
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    layout->addLayout(form);
    layout->addWidget(m_signature);
}

void IdentitiesPage::setAccount(const AccountSettings &account)
{
    AccountSettings plain = account;
    plain.name.clear(); // only what the person wrote as a name of their own
    m_ownName = account.name == account.address ? QString() : account.name;
    m_identities = identities(plain);
    m_texts.clear();
    for (const Address &identity : std::as_const(m_identities))
        m_texts.append(m_signatures.value(identity.email.toLower()));
    m_list->clear();
    for (int row = 0; row < int(m_identities.size()); ++row) {
        m_list->addItem(QString());
        paintLine(row);
    }
    m_list->setCurrentRow(0);
    renewButtons();
}

void IdentitiesPage::setSignatures(const Signatures &signatures)
{
    m_signatures = signatures;
    m_signature->show();
}

Signatures IdentitiesPage::changedSignatures() const
{
    Signatures out;
    for (qsizetype i = 0; i < m_identities.size(); ++i) {
        const QString email = m_identities.at(i).email.toLower();
        if (!email.isEmpty() && m_texts.at(i) != m_signatures.value(email))
            out.insert(email, m_texts.at(i));
    }
    return out;
}

void IdentitiesPage::signatureEdited()
{
    const int row = m_list->currentRow();
    if (m_showing || row < 0 || row >= m_texts.size())
        return;
    m_texts[row] = m_signature->signature();
    Q_EMIT edited();
}

void IdentitiesPage::setOwnAddress(const QString &address)
{
    if (m_identities.isEmpty() || m_identities.first().email == address)
        return;
    m_identities.first().email = address;
    paintLine(0);
    if (m_list->currentRow() == 0)
        showCurrent();
}

QStringList IdentitiesPage::aliases() const
{
    QStringList out;
    for (qsizetype i = 0; i < m_identities.size(); ++i) {
        if (i > 0 || !m_identities.at(i).name.isEmpty())
            out.append(writtenMailbox(m_identities.at(i)));
    }
    return out;
}

QString IdentitiesPage::problem() const
{
    for (qsizetype i = 1; i < m_identities.size(); ++i) {
        const Address &identity = m_identities.at(i);
        if (!isMailAddress(identity.email))
            return identity.email.isEmpty()
                ? tr("An identity has no address yet.")
                : tr("“%1” is not a complete mail address.").arg(oneLine(identity.email).left(60));
    }
    return {};
}

void IdentitiesPage::paintLine(int row)
{
    Address shown = m_identities.at(row);
    if (row == 0 && shown.name.isEmpty())
        shown.name = m_ownName;
    QString text
        = shown.name.isEmpty() ? shown.email : tr("%1 — %2", "name, address").arg(shown.name, shown.email);
    if (shown.email.isEmpty())
        text = tr("New address");
    QListWidgetItem *item = m_list->item(row);
    item->setText(oneLine(row == 0 ? tr("%1 (this account)").arg(text) : text));
    item->setIcon(icon("user"_L1));
}

void IdentitiesPage::showCurrent()
{
    const int row = m_list->currentRow();
    m_showing = true;
    const bool any = row >= 0 && row < m_identities.size();
    m_name->setText(any ? m_identities.at(row).name : QString());
    m_name->setPlaceholderText(row == 0 ? m_ownName : tr("as people should see it"));
    m_address->setText(any ? m_identities.at(row).email : QString());
    m_name->setEnabled(any);
    m_address->setEnabled(any);
    m_address->setReadOnly(row == 0); // is the account's
    m_address->setToolTip(row == 0 ? tr("The account's own address is on the page “Account”.") : QString());
    m_signature->setSignature(any ? m_texts.at(row) : Signature());
    m_signature->setEnabled(any);
    m_showing = false;
    renewButtons();
}

void IdentitiesPage::fieldsEdited()
{
    const int row = m_list->currentRow();
    if (m_showing || row < 0 || row >= m_identities.size())
        return;
    m_identities[row].name = m_name->text().simplified();
    if (row > 0)
        m_identities[row].email = m_address->text().trimmed();
    paintLine(row);
    Q_EMIT edited();
}

void IdentitiesPage::add()
{
    m_identities.append(Address{m_identities.isEmpty() ? QString() : m_identities.first().name, {}});
    m_texts.append(Signature());
    m_list->addItem(QString());
    paintLine(int(m_identities.size()) - 1);
    m_list->setCurrentRow(int(m_identities.size()) - 1);
    m_address->setFocus(Qt::OtherFocusReason);
    Q_EMIT edited();
}

void IdentitiesPage::removeCurrent()
{
    const int row = m_list->currentRow();
    if (row <= 0 || row >= m_identities.size())
        return;
    m_identities.removeAt(row);
    m_texts.removeAt(row);
    delete m_list->takeItem(row);
    showCurrent();
    Q_EMIT edited();
}

void IdentitiesPage::moveCurrent(int step)
{
    const int row = m_list->currentRow();
    const int to = row + step;
    if (row <= 0 || to <= 0 || to >= m_identities.size())
        return;
    m_identities.swapItemsAt(row, to);
    m_texts.swapItemsAt(row, to);
    paintLine(row);
    paintLine(to);
    m_list->setCurrentRow(to);
    Q_EMIT edited();
}

void IdentitiesPage::renewButtons()
{
    const int row = m_list->currentRow();
    m_remove->setEnabled(row > 0);
    m_up->setEnabled(row > 1);
    m_down->setEnabled(row > 0 && row + 1 < m_identities.size());
}

} // namespace kw
