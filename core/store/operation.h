#pragma once

#include "core/base/ids.h"

#include <QMetaType>
#include <QString>
#include <QStringList>

// What the person did, and what servers must be told because of it. Plain values.
namespace kw {

// One step that a server must be told. On disk; never renumber.
enum class OpKind {
    Move = 1, // src_folder:src_uid -> dest_folder
    Copy = 2, // src_folder:src_uid -> dest_folder, bound to the new row message_id
    Expunge = 3, // src_folder:src_uid goes for good
    Append = 4, // the text of source_id -> dest_folder, bound to the new row message_id
    Download = 5, // the text of message_id is needed here
    CreateFolder = 6,
    RenameFolder = 7,
    DeleteFolder = 8,
    Subscribe = 9,
    Unsubscribe = 10,
};

// On disk; never renumber. States below Done are "open".
enum class OpState {
    Waiting = 0, // nothing was sent
    InFlight = 1, // committed before the first byte was sent; whether it happened, the witness tells
    Done = 2,
    Refused = 3, // the server said no for good; undone here
    Cancelled = 4, // taken back before it was sent
};

struct Operation {
    OpId id{};
    AccountId account{};
    ActionId action{};
    OpKind kind = OpKind::Move;
    OpState state = OpState::Waiting;
    // 1: the source may be marked \Deleted by us. Of a Move also: the copy is proved.
    int phase = 0;
    FolderId work{}; // the folder whose session does it: the source, or the destination where there is none
    MessageId message{}; // the row that is placed
    MessageId source{}; // the row it was made from (Copy, Append)
    quint64 headerHash = 0;
    FolderId srcFolder{};
    Uid srcUid{}; // in the source folder's UIDVALIDITY; 0: not known yet, or no longer
    FolderId destFolder{};
    OpId after{}; // runs only once this one is done
    QString pathFrom; // folder operations: as the server knows it
    QString pathTo;
    int attempts = 0;
    qint64 notBefore = 0; // ms since the epoch
    QString error;
    bool operator==(const Operation &) const = default;
};

// What the person did. On disk; never renumber.
enum class ActionKind {
    Mark = 1, // bits on or off
    Tag = 2, // the keyword in `detail` on or off
    Move = 3,
    Copy = 4,
    Archive = 5,
    Delete = 6, // to the Trash
    Junk = 7,
    NotJunk = 8,
    Expunge = 9, // for good
    CreateFolder = 10,
    RenameFolder = 11,
    DeleteFolder = 12,
    Subscribe = 13,
    Restore = 14,
    Send = 15, // `detail`: the subject; the copy in the folder of sent mail
};

// How far an action has come.
enum class ActionState { Waiting, Running, Done, Refused };

// One line of the Changes panel.
struct ActionRow {
    ActionId id{};
    qint64 at = 0; // ms since the epoch
    ActionKind kind = ActionKind::Mark;
    int count = 0; // messages
    QString detail; // folder, tag
    quint32 bits = 0; // Mark
    bool on = false; // Mark, Tag, Subscribe
    ActionState state = ActionState::Waiting;
    bool undone = false; // taken back by the person; then `state` is that of taking it back
    QString error; // why it was refused, or what became of a part
};

// What one message was before the action.
struct ActionItem {
    MessageId message{};
    FolderId folder{}; // it was there
    quint32 flags = 0;
    bool operator==(const ActionItem &) const = default;
};

} // namespace kw

Q_DECLARE_METATYPE(kw::ActionRow)
