#pragma once

#include "ui/messages/listlook.h"

#include <QMenu>

class QActionGroup;

namespace kw {

// Order, groups, conversations, mode and density of the message list.
class ListMenu : public QMenu
{
    Q_OBJECT
public:
    explicit ListMenu(QWidget *parent = nullptr);
    void setLooks(const ListLooks &looks);

Q_SIGNALS:
    void chosen(const kw::ListLooks &looks); // the person changed something

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
