#pragma once

#include "core/store/database.h"
#include "core/sync/engine.h"
#include "ui/look/tags.h"

#include <QObject>

class QAction;

namespace kw {

class UndoToast;

// Says what was done and takes it back: the toast, Ctrl+Z and what the menu calls it. What can be undone is
// known after a restart too. GUI thread.
class Undoing : public QObject
{
    Q_OBJECT
public:
    Undoing(Engine *engine, QAction *undo, QWidget *over, QObject *parent);
    void setDatabase(Database *database); // not owned; may be null
    void setTags(const TagLooks &tags);
    // More changes were refused than before.
    void sayRefused(int more);
    UndoToast *toast() const { return m_toast; }

Q_SIGNALS:
    // This one is where it was again, as the first of those that an undone action had moved.
    void broughtBack(kw::MessageId id);
    void changesWanted();

private:
    void onPerformed(const ActionRow &action);
    void onUndone(const ActionRow &action);
    void renew();

    Engine *m_engine;
    QAction *m_undo;
    UndoToast *m_toast;
    Database *m_database = nullptr;
    TagLooks m_tags;
};

} // namespace kw
