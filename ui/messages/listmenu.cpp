#include "ui/messages/listmenu.h"

#include <QActionGroup>

namespace kw {

namespace {
int chosenOf(const QActionGroup &group)
{
    return int(std::max<qsizetype>(group.actions().indexOf(group.checkedAction()), 0));
}
} // namespace

ListMenu::ListMenu(QWidget *parent)
    : QMenu(parent)
{
    setObjectName(QStringLiteral("messageListOptions"));
    setAccessibleName(tr("Order and look of the message list"));
    addSection(tr("Order"));
    m_order = addChoice(QStringLiteral("order"), {tr("&Newest first"), tr("&Oldest first")});
    addSeparator();
    m_groups = addSwitch(QStringLiteral("dateGroups"), tr("&Group by date"));
    m_conversations = addSwitch(QStringLiteral("conversations"), tr("Con&versations in this folder"));
    addSection(tr("Look"));
    m_modes = addChoice(QStringLiteral("mode"), {tr("&Cards"), tr("&Table")});
    addSection(tr("Density"));
    m_densities = addChoice(QStringLiteral("density"), {tr("Co&mpact"), tr("No&rmal"), tr("Room&y")});
}

QActionGroup *ListMenu::addChoice(const QString &name, const QStringList &texts)
{
    auto *group = new QActionGroup(this);
    for (qsizetype i = 0; i < texts.size(); ++i) {
        QAction *action = addAction(texts[i]);
        action->setObjectName(name + QString::number(i));
        action->setCheckable(true);
        group->addAction(action);
    }
    connect(group, &QActionGroup::triggered, this, &ListMenu::announce);
    return group;
}

QAction *ListMenu::addSwitch(const QString &name, const QString &text)
{
    QAction *action = addAction(text);
    action->setObjectName(name);
    action->setCheckable(true);
    connect(action, &QAction::triggered, this, &ListMenu::announce);
    return action;
}

void ListMenu::setLooks(const ListLooks &looks)
{
    m_order->actions()[looks.oldestFirst ? 1 : 0]->setChecked(true);
    m_groups->setChecked(looks.dateGroups);
    m_conversations->setChecked(looks.conversations);
    m_modes->actions()[int(looks.mode)]->setChecked(true);
    m_densities->actions()[int(looks.density)]->setChecked(true);
}

void ListMenu::announce()
{
    ListLooks looks;
    looks.oldestFirst = chosenOf(*m_order) == 1;
    looks.dateGroups = m_groups->isChecked();
    looks.conversations = m_conversations->isChecked();
    looks.mode = ListMode(chosenOf(*m_modes));
    looks.density = ListDensity(chosenOf(*m_densities));
    Q_EMIT chosen(looks);
}

} // namespace kw
