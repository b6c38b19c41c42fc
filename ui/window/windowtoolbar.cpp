#include "ui/window/windowtoolbar.h"

#include "ui/actions/windowactions.h"
#include "ui/look/widgets.h"
#include "ui/search/searchedit.h"

#include <QMenu>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace kw {

WindowToolBar::WindowToolBar(const WindowActions &actions, QWidget *window)
    : QToolBar(tr("Tool bar"), window)
{
    setNames(this, "toolBar"_L1, tr("Tool bar"));
    setMovable(false);
    setIconSize(QSize(20, 20));
    setContextMenuPolicy(Qt::PreventContextMenu);
    addMenuButton(actions);
    WindowActions::addTo(this, actions.toolBarLeft());
    auto *space = new QWidget(this);
    setNames(space, "toolBarSpace"_L1, tr("Space"));
    space->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Preferred);
    addWidget(space);
    m_search = new SearchEdit(this);
    addWidget(m_search);
    addViewButton(actions);
    addAction(actions.settings);
    nameButtons();
}

void WindowToolBar::addMenuButton(const WindowActions &actions)
{
    auto *everything = new QMenu(this);
    setNames(everything, "mainMenu"_L1, tr("Menu"));
    for (QMenu *menu : actions.makeMenus(everything))
        everything->addMenu(menu);
    m_menuButton = flatButton("menu"_L1, tr("Menu (F10)"), "mainMenuButton"_L1, this);
    m_menuButton->setMenu(everything);
    m_menuButton->setPopupMode(QToolButton::InstantPopup);
    addWidget(m_menuButton);
}

void WindowToolBar::addViewButton(const WindowActions &actions)
{
    auto *menu = new QMenu(this);
    setNames(menu, "viewMenu"_L1, tr("View"));
    WindowActions::addTo(menu, actions.viewMenu());
    auto *button = flatButton("view"_L1, tr("View"), "viewButton"_L1, this);
    button->setMenu(menu);
    button->setPopupMode(QToolButton::InstantPopup);
    button->setText(tr("View") + u" \u25be"_s);
    button->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    addWidget(button);
}

void WindowToolBar::nameButtons()
{
    for (QAction *action : QToolBar::actions()) {
        auto *button = qobject_cast<QToolButton *>(widgetForAction(action));
        if (!button || action->objectName().isEmpty())
            continue;
        button->setObjectName("toolBar_"_L1 + action->objectName());
        button->setAccessibleName(action->text());
        button->setFocusPolicy(Qt::TabFocus);
        if (action->menu())
            button->setPopupMode(QToolButton::InstantPopup);
    }
}

void WindowToolBar::focusFirst()
{
    m_menuButton->setFocus(Qt::ShortcutFocusReason);
}

void WindowToolBar::openMenu()
{
    m_menuButton->showMenu();
}

} // namespace kw
