#pragma once

#include <QHash>
#include <QWidget>

class QAction;
class QKeySequenceEdit;
class QLabel;
class QPushButton;
class QTreeWidget;
class QTreeWidgetItem;

namespace kw {

class ShortcutKeys;

// Every action with its keys; the one chosen can get another. GUI thread.
class KeysPage : public QWidget
{
    Q_OBJECT
public:
    explicit KeysPage(ShortcutKeys *keys, QWidget *parent = nullptr);

private:
    void build();
    void fill();
    void showKeys();
    void onChosen();
    void onTyped();
    QAction *chosen() const;
    void say(const QString &sentence);

    ShortcutKeys *m_keys;
    QTreeWidget *m_list;
    QKeySequenceEdit *m_key;
    QPushButton *m_reset;
    QPushButton *m_resetAll;
    QLabel *m_message;
    QHash<QTreeWidgetItem *, QAction *> m_actions;
};

} // namespace kw
