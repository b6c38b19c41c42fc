#include "ui/look/passwordrow.h"

#include "ui/look/widgets.h"

#include <QHBoxLayout>
#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace kw {

PasswordRow::PasswordRow(QLineEdit *field, QWidget *parent)
    : QWidget(parent)
    , m_field(field)
{
    const QString name = field->objectName();
    setObjectName(name + "Row"_L1);
    setAccessibleName(field->accessibleName());
    setFocusProxy(field);
    auto *button = flatButton("show"_L1, tr("Show what is typed"), "showTyped"_L1, this);
    button->setObjectName(name + "Show"_L1);
    button->setCheckable(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(4);
    layout->addWidget(field, 1);
    layout->addWidget(button);
    showTyped(false);
    connect(button, &QToolButton::toggled, this, &PasswordRow::showTyped);
    // What is typed next is another secret.
    connect(field, &QLineEdit::textChanged, button, [button](const QString &text) {
        if (text.isEmpty())
            button->setChecked(false);
    });
}

void PasswordRow::showTyped(bool shown)
{
    m_field->setEchoMode(shown ? QLineEdit::Normal : QLineEdit::Password);
    // Also in plain sight nobody is to learn it or to guess at it.
    m_field->setInputMethodHints(m_field->inputMethodHints() | Qt::ImhSensitiveData | Qt::ImhNoPredictiveText
                                 | Qt::ImhNoAutoUppercase);
}

} // namespace kw
