#pragma once

#include "core/store/database.h"
#include "core/store/operation.h"

#include <optional>

namespace kw {

// What the person did, newest first: for the Changes panel and for undo. Write methods need an open
// Transaction. Also right on a read-only database.
class ActionLog
{
public:
    explicit ActionLog(Database &db);

    // A line for an action that is being done, so that the journal can name it; write() completes it. State
    // and error of the row are ignored. With `watchesFlags` the action counts as waiting until none of its
    // messages has pending flags.
    ActionId reserve(ActionKind kind);
    void write(const ActionRow &row, const QList<ActionItem> &items, bool watchesFlags);
    std::optional<ActionRow> action(ActionId id) const;
    QList<ActionItem> items(ActionId id) const;
    // Done, undone and dismissed ones included as long as they are kept.
    QList<ActionRow> newest(int limit) const;
    // The newest action that has not been undone.
    std::optional<ActionRow> newestUndoable() const;
    // Actions that wait, run or were refused and not dismissed.
    int waitingCount() const;
    bool watchesFlags() const; // any of them

    void setUndone(ActionId id, bool watchesFlags);
    void watchFlags(ActionId id);
    void setError(ActionId id, const QString &error);
    // These messages' flags were refused, or only their tags: says so at the actions that wait for them.
    enum class Blame { All, Tags };
    void blame(const QList<MessageId> &refused, const QString &error, Blame what = Blame::All);
    void dismiss(ActionId id); // a refused one is not shown any more
    // Which of the actions that wait for flags have none pending any more. Returns how many were settled.
    int settleFlags();
    // Forgets what is older than this and over; keeps the newest `keep` in any case.
    void prune(qint64 olderThanMs, int keep);

private:
    QList<ActionRow> read(Statement &query) const;
    ActionState stateOf(ActionId id, bool watchesFlags) const;

    Database &m_db;
};

} // namespace kw
