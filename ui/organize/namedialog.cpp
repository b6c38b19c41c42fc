#include "ui/organize/namedialog.h"

#include "ui/look/growing.h"
#include "ui/look/widgets.h"
#include "ui/organize/questions.h"

#include <QDialogButtonBox>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

NameDialog::NameDialog(const NameQuestion &question, QWidget *parent)
    : QDialog(parent)
    , m_faultOf(question.faultOf)
    , m_name(new QLineEdit(question.text, this))
    , m_fault(plainLabel({}, "nameFault"_L1, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setNames(this, question.objectName, question.title);
    setWindowTitle(question.title);
    build(question);
    connect(m_name, &QLineEdit::textChanged, this, &NameDialog::judge);
    judge();
}

void NameDialog::build(const NameQuestion &question)
{
    QLabel *label = plainLabel(question.label, "nameLabel"_L1, this);
    label->setBuddy(m_name);
    setNames(m_name, "nameField"_L1, question.label);
    m_name->selectAll();
    m_fault->setWordWrap(true);
    m_fault->setMinimumHeight(m_fault->fontMetrics().height()); // nothing jumps when it comes and goes
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this);
    setNames(buttons, "nameButtons"_L1, tr("Actions"));
    m_ok = buttons->button(QDialogButtonBox::Ok);
    setNames(m_ok, "nameOk"_L1, tr("OK"));
    setNames(buttons->button(QDialogButtonBox::Cancel), "nameCancel"_L1, tr("Cancel"));
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(label);
    layout->addWidget(m_name);
    layout->addWidget(m_fault);
    layout->addStretch(1);
    layout->addWidget(buttons);
    setMinimumWidth(420);
    growWithContents(this);
}

void NameDialog::setName(const QString &name)
{
    m_name->setText(name);
}

QString NameDialog::name() const
{
    return m_name->text().trimmed();
}

void NameDialog::judge()
{
    const QString fault = m_faultOf ? m_faultOf(m_name->text()) : QString();
    m_fault->setText(fault);
    m_fault->setAccessibleName(fault);
    m_name->setAccessibleDescription(fault);
    m_ok->setEnabled(fault.isEmpty() && !name().isEmpty());
}

} // namespace kw
