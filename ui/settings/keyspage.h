#pragma once

#include <QHash>
#include <QKeySequence>
#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace kw {

class KeyEdit;
class ShortcutKeys;

// Every action with its keys; the one chosen can get another. GUI thread.
class KeysPage : public QWidget
{
    Q_OBJECT
public:
    explicit KeysPage(ShortcutKeys *keys, QWidget *parent = nullptr);

    // Shows only the actions whose name or keys match, and returns how many; an empty text shows all.
    int filter(const QString &text);
    QTreeWidget *list() const { return m_list; }

private:
    void build();
    void fill();
    void showKeys();
    void onChosen();
    void onTyped();
    QAction *chosen() const;
    void say(const QString &sentence);
    void takeAway();

    ShortcutKeys *m_keys;
    QLineEdit *m_filter;
    QTreeWidget *m_list;
    KeyEdit *m_key;
    QPushButton *m_reset;
    QPushButton *m_resetAll;
    QLabel *m_message;
    QPushButton *m_take; // the key from the action that has it
    QKeySequence m_wanted; // which could not be given
    QHash<QTreeWidgetItem *, QAction *> m_actions;
};

} // namespace kw
