#include "ui/organize/questions.h"

#include "ui/organize/namedialog.h"

#include <QAbstractButton>
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
    auto *dialog = new NameDialog(question, window);
    QObject::connect(dialog, &QDialog::accepted, window, [dialog, named, question] {
        if (question.isSuggestion || dialog->name() != question.text)
            named(dialog->name());
    });
    dialog->open();
}

} // namespace kw
