#include "ui/organize/questions.h"

#include <QAbstractButton>
#include <QInputDialog>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kw {

void ask(const Question &question, QWidget *window, const std::function<void()> &agreed)
{
    auto *box
        = new QMessageBox(QMessageBox::Question, question.title, question.text, QMessageBox::Cancel, window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setObjectName(question.objectName);
    box->setAccessibleName(question.title);
    box->setTextFormat(Qt::PlainText);
    box->setInformativeText(question.detail);
    QPushButton *yes = box->addButton(question.yes, QMessageBox::AcceptRole);
    yes->setObjectName("questionYes"_L1);
    box->setDefaultButton(QMessageBox::Cancel);
    box->button(QMessageBox::Cancel)->setObjectName("questionCancel"_L1);
    QObject::connect(yes, &QPushButton::clicked, window, agreed);
    box->open();
}

void askForName(const NameQuestion &question, QWidget *window,
                const std::function<void(const QString &)> &named)
{
    auto *dialog = new QInputDialog(window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setObjectName(question.objectName);
    dialog->setAccessibleName(question.title);
    dialog->setWindowTitle(question.title);
    dialog->setLabelText(question.label);
    dialog->setTextValue(question.text);
    if (auto *field = dialog->findChild<QLineEdit *>()) {
        field->setObjectName("nameField"_L1);
        field->setAccessibleName(question.label);
        field->selectAll();
    }
    QObject::connect(dialog, &QInputDialog::textValueSelected, window,
                     [named, before = question.text](const QString &text) {
                         const QString name = text.trimmed();
                         if (!name.isEmpty() && name != before)
                             named(name);
                     });
    dialog->open();
}

} // namespace kw
