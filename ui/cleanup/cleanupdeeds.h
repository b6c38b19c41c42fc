#pragma once

#include "core/sync/engine.h"
#include "ui/cleanup/cleanupreader.h"

#include <QObject>

class QWidget;

namespace kw {

class BannerStack;

// What Clean up does to mail: through the engine and its journal, asking first where it is for good, and
// saying what was done, with the way back. GUI thread.
class CleanupDeeds : public QObject
{
    Q_OBJECT
public:
    CleanupDeeds(Engine *engine, CleanupReader *reader, BannerStack *banners, QWidget *window);

    // While the messages of the lines are looked up.
    bool isBusy() const { return m_busy; }
    // Archive, Delete; Expunge asks first. `query`: the one that gave the lines.
    void perform(Intent::Kind kind, const CleanupQuery &query, const QList<CleanupLine> &lines);
    // Lines of CleanupKind::Waste. Asks first.
    void empty(const QList<CleanupLine> &folders);
    // The Trash of the account that is asked for, or of all.
    void emptyTrash(const CleanupQuery &query);
    void undo() { m_engine->undo({}); }

Q_SIGNALS:
    void busyChanged();
    void trashWanted(); // "Empty Trash…" was pressed

private:
    void now(Intent::Kind kind, const CleanupQuery &query, const QList<CleanupLine> &lines);
    void tell(const ActionRow &action);

    Engine *m_engine;
    CleanupReader *m_reader;
    BannerStack *m_banners;
    QWidget *m_window;
    bool m_busy = false;
};

} // namespace kw
