#pragma once

#include <QHash>
#include <QKeySequence>
#include <QList>
#include <QObject>
#include <QString>

#include <optional>

class QAction;

namespace kw {

// Shortcuts of an action, and its tooltip that says the first of them.
void giveKeys(QAction *action, const QList<QKeySequence> &keys);

// The keys of the window's actions as the person has set them; what differs from ours is kept in
// DIR/shortcuts.ini by the actions' object names. GUI thread.
class ShortcutKeys : public QObject
{
    Q_OBJECT
public:
    using Sections = QList<std::pair<QString, QList<QAction *>>>;

    // The keys the actions have now are the defaults; those kept are given at once. nullptr in a section is a
    // separator.
    ShortcutKeys(const Sections &sections, const QString &directory, QObject *parent);

    const Sections &sections() const { return m_sections; }
    QList<QAction *> actions() const;
    bool isDefault(const QAction *action) const;
    // Empty takes the keys away. Returns the sentence why it cannot be: the key belongs to another action, or
    // lists and dialogs need it.
    std::optional<QString> set(QAction *action, const QKeySequence &key);
    // Who else has this key; null: nobody.
    QAction *owner(const QAction *apartFrom, const QKeySequence &key) const;
    // One of its keys away from an action.
    void take(QAction *from, const QKeySequence &key);
    std::optional<QString> reset(QAction *action);
    void resetAll();
    // The file was written by somebody else.
    void reload();

Q_SIGNALS:
    void changed();
    void notKept(); // the file could not be written

private:
    std::optional<QString> problem(const QAction *action, const QList<QKeySequence> &keys) const;
    void load();
    void save();

    Sections m_sections;
    QString m_file;
    QHash<const QAction *, QList<QKeySequence>> m_defaults;
};

} // namespace kw
