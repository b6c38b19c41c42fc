#pragma once

#include <QToolBar>

class QToolButton;

namespace kw {

class SearchEdit;
class WindowActions;

// The row of buttons at the top: ☰, what WindowActions::toolBar() lists, the search field, the view menu. GUI
// thread.
class WindowToolBar : public QToolBar
{
    Q_OBJECT
public:
    explicit WindowToolBar(const WindowActions &actions, QWidget *window);
    // Where F6 puts the keyboard.
    void focusFirst();
    void openMenu();
    SearchEdit *searchField() const { return m_search; }

private:
    void addMenuButton(const WindowActions &actions);
    void addViewButton(const WindowActions &actions);
    void nameButtons();

    QToolButton *m_menuButton = nullptr;
    SearchEdit *m_search = nullptr;
};

} // namespace kw
