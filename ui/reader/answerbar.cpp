#include "ui/reader/answerbar.h"

#include "ui/look/widgets.h"

#include <QAction>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace kw {

AnswerBar::AnswerBar(QWidget *parent)
    : QWidget(parent)
{
    setNames(this, "answerBar"_L1, tr("Answers"));
    hide();
}

void AnswerBar::setActions(const QList<QAction *> &actions)
{
    qDeleteAll(findChildren<QPushButton *>());
    delete layout();
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(16, 6, 16, 10);
    row->setSpacing(8);
    for (QAction *action : actions) {
        auto *button = new QPushButton(action->icon(), action->text(), this);
        setNames(button, {}, action->text());
        button->setObjectName("answer_"_L1 + action->objectName());
        button->setToolTip(action->toolTip());
        button->setAutoDefault(false);
        button->setFocusPolicy(Qt::TabFocus);
        connect(button, &QPushButton::clicked, action, &QAction::trigger);
        row->addWidget(button);
    }
    row->addStretch();
    setVisible(!actions.isEmpty());
}

} // namespace kw
