#include "ui/doctor/reportdialog.h"

#include "ui/look/icons.h"
#include "ui/look/widgets.h"

#include <QApplication>
#include <QClipboard>
#include <QDialogButtonBox>
#include <QFontDatabase>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace kw {

ReportDialog::ReportDialog(const QString &report, QWidget *parent)
    : QDialog(parent)
    , m_report(report)
    , m_copy(new QPushButton(icon("copy"_L1), tr("&Copy"), this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setNames(this, "reportDialog"_L1, tr("Report"));
    setWindowTitle(tr("Report"));
    auto *hint = plainLabel(tr("This is all that is copied. Addresses, names, servers of your own, folders, "
                               "subjects and passwords have been left out."),
                            "reportHint"_L1, this);
    hint->setWordWrap(true);
    auto *text = new QPlainTextEdit(this);
    setNames(text, "reportText"_L1, tr("Report, as it is copied"));
    text->setReadOnly(true);
    text->setTabChangesFocus(true);
    text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    text->setPlainText(m_report);
    setNames(m_copy, "copyReportText"_L1, tr("Copy"));
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    setNames(buttons, "reportButtons"_L1, tr("Actions"));
    setNames(buttons->button(QDialogButtonBox::Close), "closeReport"_L1, tr("Close"));
    buttons->addButton(m_copy, QDialogButtonBox::ActionRole);
    m_copy->setDefault(true);
    connect(m_copy, &QPushButton::clicked, this, &ReportDialog::copy);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    auto *layout = new QVBoxLayout(this);
    layout->setSpacing(10);
    layout->addWidget(hint);
    layout->addWidget(text, 1);
    layout->addWidget(buttons);
    resize(760, 560);
}

void ReportDialog::copy()
{
    QApplication::clipboard()->setText(m_report);
    m_copy->setText(tr("Copied"));
    m_copy->setAccessibleName(tr("Copied"));
}

} // namespace kw
