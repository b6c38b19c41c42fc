#pragma once

#include "ui/messages/listlook.h"

#include <QMenu>

class QActionGroup;

namespace kw {

// Everything a list's menu offers, as it stands.
struct ListMenuState {
    bool oldestFirst = false;
    bool dateGroups = true;
    bool conversations = false;
    ListMode mode = ListMode::Cards;
    ListDensity density = ListDensity::Normal;
    bool operator==(const ListMenuState &) const = default;
};

// Order, groups, conversations, mode and density of the message list.
class ListMenu : public QMenu
{
    Q_OBJECT
public:
    explicit ListMenu(QWidget *parent = nullptr);
    void setState(const ListMenuState &state);

Q_SIGNALS:
    void chosen(const kw::ListMenuState &state); // the person changed something

private:
    QActionGroup *addChoice(const QString &name, const QStringList &texts);
    QAction *addSwitch(const QString &name, const QString &text);
    void announce();

    QActionGroup *m_order;
    QAction *m_groups;
    QAction *m_conversations;
    QActionGroup *m_modes;
    QActionGroup *m_densities;
};

} // namespace kw
