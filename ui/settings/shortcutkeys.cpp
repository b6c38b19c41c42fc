#include "ui/settings/shortcutkeys.h"

#include <QAction>
#include <QCoreApplication>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

QString nameOf(const QAction *action)
{
    QString name = action->text();
    return name.remove(u'&').remove(u'…');
}

// Keys that lists, menus and dialogs live on.
bool isNeeded(const QKeySequence &key)
{
    static const QList<int> needed{Qt::Key_Return,  Qt::Key_Enter, Qt::Key_Escape, Qt::Key_Tab,
                                   Qt::Key_Backtab, Qt::Key_Up,    Qt::Key_Down,   Qt::Key_Left,
                                   Qt::Key_Right,   Qt::Key_Space, Qt::Key_PageUp, Qt::Key_PageDown,
                                   Qt::Key_Home,    Qt::Key_End};
    return key.count() == 1 && key[0].keyboardModifiers() == Qt::NoModifier && needed.contains(key[0].key());
}

// Nothing: the text names no keys.
std::optional<QList<QKeySequence>> keysFrom(const QString &text)
{
    auto keys = QKeySequence::listFromString(text);
    keys.removeAll(QKeySequence());
    for (const QKeySequence &key : keys) {
        for (int i = 0; i < key.count(); ++i) {
            if (key[i].key() == Qt::Key_unknown)
                return std::nullopt;
        }
    }
    return keys.isEmpty() && !text.trimmed().isEmpty() ? std::nullopt : std::optional(keys);
}

} // namespace

void giveKeys(QAction *action, const QList<QKeySequence> &keys)
{
    action->setShortcuts(keys);
    const QString key = keys.isEmpty() ? QString() : keys.first().toString(QKeySequence::NativeText);
    action->setToolTip(key.isEmpty() ? nameOf(action)
                                     : ShortcutKeys::tr("%1 (%2)", "action, key").arg(nameOf(action), key));
}

ShortcutKeys::ShortcutKeys(const Sections &sections, const QString &directory, QObject *parent)
    : QObject(parent)
    , m_sections(sections)
    , m_file(directory + "/shortcuts.ini"_L1)
{
    for (const QAction *action : actions())
        m_defaults.insert(action, action->shortcuts());
    load();
}

QList<QAction *> ShortcutKeys::actions() const
{
    QList<QAction *> all;
    for (const auto &[title, list] : m_sections)
        all.append(list);
    all.removeAll(nullptr);
    return all;
}

bool ShortcutKeys::isDefault(const QAction *action) const
{
    return m_defaults.value(action) == action->shortcuts();
}

std::optional<QString> ShortcutKeys::problem(const QAction *action, const QList<QKeySequence> &keys) const
{
    for (const QKeySequence &key : keys) {
        if (isNeeded(key))
            return tr("%1 is needed to move around in lists and dialogs. Choose another key.")
                .arg(key.toString(QKeySequence::NativeText));
        if (const QAction *other = owner(action, key))
            return tr("%1 belongs to “%2”. Choose another key, or take it away there first.")
                .arg(key.toString(QKeySequence::NativeText), nameOf(other));
    }
    return std::nullopt;
}

QAction *ShortcutKeys::owner(const QAction *apartFrom, const QKeySequence &key) const
{
    for (QAction *other : actions()) {
        if (other != apartFrom && other->shortcuts().contains(key))
            return other;
    }
    return nullptr;
}

void ShortcutKeys::take(QAction *from, const QKeySequence &key)
{
    QList<QKeySequence> keys = from->shortcuts();
    keys.removeAll(key);
    giveKeys(from, keys);
    save();
    Q_EMIT changed();
}

std::optional<QString> ShortcutKeys::set(QAction *action, const QKeySequence &key)
{
    const QList<QKeySequence> keys = key.isEmpty() ? QList<QKeySequence>() : QList{key};
    if (const auto why = problem(action, keys))
        return why;
    giveKeys(action, keys);
    save();
    Q_EMIT changed();
    return std::nullopt;
}

std::optional<QString> ShortcutKeys::reset(QAction *action)
{
    const auto keys = m_defaults.value(action);
    if (const auto why = problem(action, keys))
        return why;
    giveKeys(action, keys);
    save();
    Q_EMIT changed();
    return std::nullopt;
}

void ShortcutKeys::resetAll()
{
    for (QAction *action : actions())
        giveKeys(action, m_defaults.value(action));
    save();
    Q_EMIT changed();
}

void ShortcutKeys::load()
{
    const QSettings file(m_file, QSettings::IniFormat);
    // First all that were changed give up their keys, so that two may have swapped theirs.
    QHash<QAction *, QList<QKeySequence>> kept;
    for (QAction *action : actions()) {
        const QString key = "keys/"_L1 + action->objectName();
        if (!file.contains(key))
            continue;
        const auto keys = keysFrom(file.value(key).toString());
        if (!keys)
            continue;
        kept.insert(action, *keys);
        action->setShortcuts(QList<QKeySequence>());
    }
    for (const auto &[action, keys] : kept.asKeyValueRange())
        giveKeys(action, problem(action, keys) ? QList<QKeySequence>() : keys);
}

void ShortcutKeys::reload()
{
    for (QAction *action : actions())
        giveKeys(action, m_defaults.value(action));
    load();
    Q_EMIT changed();
}

// Actions of a newer version keep theirs.
void ShortcutKeys::save()
{
    QSettings file(m_file, QSettings::IniFormat);
    for (const QAction *action : actions()) {
        const QString key = "keys/"_L1 + action->objectName();
        if (isDefault(action))
            file.remove(key);
        else
            file.setValue(key, QKeySequence::listToString(action->shortcuts()));
    }
    file.sync();
    if (file.status() == QSettings::AccessError)
        Q_EMIT notKept();
}

} // namespace kw
