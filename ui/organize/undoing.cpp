#include "ui/organize/undoing.h"

#include "core/store/journalpages.h"
#include "ui/changes/changewords.h"
#include "ui/organize/undotoast.h"
#include "ui/settings/shortcutkeys.h"

#include <QAction>

using namespace Qt::StringLiterals;

namespace kw {

Undoing::Undoing(Engine *engine, QAction *undo, QWidget *over, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_undo(undo)
    , m_toast(new UndoToast(over))
{
    connect(undo, &QAction::triggered, this, [this] { m_engine->undo(); });
    connect(engine, &Engine::performed, this, &Undoing::onPerformed);
    connect(engine, &Engine::undone, this, &Undoing::onUndone);
    renew();
}

void Undoing::setDatabase(Database *database)
{
    m_database = database;
    renew();
}

void Undoing::setTags(const TagLooks &tags)
{
    m_tags = tags;
    renew();
}

// The tooltip says what it would be.
void Undoing::renew()
{
    std::optional<ActionRow> newest;
    if (m_database)
        newest = JournalPages(*m_database).newestUndoable();
    m_undo->setEnabled(newest.has_value());
    giveKeys(m_undo, m_undo->shortcuts());
    if (newest)
        m_undo->setToolTip(tr("%1: %2", "Undo with its key: what was done")
                               .arg(m_undo->toolTip(), changeTitle(*newest, m_tags)));
}

void Undoing::onPerformed(const ActionRow &action)
{
    renew();
    m_toast->say(changeIcon(action), changeTitle(action, m_tags), tr("Undo"),
                 [this, id = action.id] { m_engine->undo(id); });
}

void Undoing::onUndone(const ActionRow &action)
{
    renew();
    const QString what = tr("Undone: %1", "what was done").arg(changeTitle(action, m_tags));
    m_toast->say("undo"_L1, action.error.isEmpty() ? what : what + u' ' + action.error);
    const bool moved = action.kind != ActionKind::Mark && action.kind != ActionKind::Tag
        && action.kind != ActionKind::Copy;
    if (!moved || !m_database)
        return;
    if (const auto first = JournalPages(*m_database).firstMessage(action.id))
        Q_EMIT broughtBack(*first);
}

void Undoing::sayRefused(int more)
{
    m_toast->say("warning"_L1, tr("%Ln change(s) could not be made and were taken back.", nullptr, more),
                 tr("Show"), [this] { Q_EMIT changesWanted(); });
}

} // namespace kw
