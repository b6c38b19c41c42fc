#pragma once

#include "core/store/database.h"
#include "core/store/operation.h"
#include "core/store/vanishedrow.h"

#include <optional>

namespace kw {

// Where something is or was.
struct ChangePlace {
    AccountId account{};
    FolderId folder{};
    QString path;
    FolderRole role = FolderRole::None;
};

// One line of the Changes panel.
struct ChangeRow {
    ActionRow action;
    // Refused as a whole or in part, and not dismissed: stands on top.
    bool isRefused = false;
    // Steps that servers are told one by one; marks and tags have none.
    int waiting = 0;
    int running = 0;
    int refused = 0;
    // Where the messages were, at most four; of an action on a folder: the folder.
    QList<ChangePlace> places;
    bool morePlaces = false;

    bool isOpen() const
    {
        return action.state == ActionState::Waiting || action.state == ActionState::Running;
    }
    // Nothing of it is left to be taken back: what was refused was undone here already.
    bool isVoid() const { return action.undone || (isRefused && !isOpen() && refused >= action.count); }
};

// One message (or folder) of an action that a server refused.
struct RefusedItem {
    OpId op{};
    MessageId message{};
    Address from;
    QString subject;
    ChangePlace place; // where it is now
    QString path; // of a folder
    QString error;
};

// What the Changes panel and "Recently vanished" show: keyset pages, read-only. Each object serves the thread
// of its Database; a page of actions with thousands of messages takes milliseconds, so not the GUI thread's.
class JournalPages
{
public:
    explicit JournalPages(Database &db);

    struct Key {
        bool refused = true;
        ActionId id{};
    };
    static Key keyOf(const ChangeRow &row) { return {row.isRefused, row.action.id}; }

    // Those refused first, then the others, each newest first; without a key the first page.
    QList<ChangeRow> changes(std::optional<Key> after, int limit) const;
    // Oldest first; without an id from the beginning.
    QList<RefusedItem> refusedItems(ActionId action, OpId after, int limit) const;

    // The newest action that has not been undone.
    std::optional<ActionRow> newestUndoable() const;
    // The first of the messages that an action is about.
    std::optional<MessageId> firstMessage(ActionId action) const;

    struct Counts {
        int waiting = 0; // actions that wait or run
        int refused = 0; // actions
        int marks = 0; // messages with flags to be sent that belong to no action: read by being looked at
        bool operator==(const Counts &) const = default;
    };
    Counts counts() const;

    // As VanishedStore::rows.
    QList<VanishedRow> vanished(qint64 sinceMs, const VanishedRow *after, int limit) const;
    std::optional<StoredBody> vanishedText(qint64 id) const;

private:
    ChangeRow changeRow(const ActionRow &action, bool isRefused) const;
    void addPlaces(ChangeRow &row) const;
    QList<ActionRow> page(bool refused, ActionId before, int limit) const;
    QList<ActionId> ids(Statement &query) const;

    Database &m_db;
};

} // namespace kw

Q_DECLARE_METATYPE(kw::ChangeRow)
Q_DECLARE_METATYPE(kw::RefusedItem)
