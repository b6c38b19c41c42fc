#pragma once

#include <QFlags>
#include <QList>
#include <QMetaType>
#include <QString>

// Values that every layer speaks of.
namespace kw {

// Message state bits as stored in message.flags; the values are on disk, never renumber.
enum class Flag : quint32 {
    Seen = 1,
    Answered = 2,
    Flagged = 4,
    Deleted = 8,
    Draft = 16,
    Forwarded = 32, // $Forwarded
    Junk = 64, // $Junk
    NotJunk = 128, // $NotJunk
    MdnSent = 256, // $MDNSent
    // Local facts, never sent to a server:
    HasAttachment = 1u << 16,
    Bulk = 1u << 18, // sent to many at once, as its header says; only where the whole header was seen
    Copy = 1u << 17, // another row of the same Gmail message stands for it in lists over several folders
};
Q_DECLARE_FLAGS(Flags, Flag)
Q_DECLARE_OPERATORS_FOR_FLAGS(Flags)
// Belongs into the list of starred mail of all folders.
inline bool isListedAsStarred(quint32 flags)
{
    return (flags & quint32(Flag::Flagged)) != 0 && (flags & quint32(Flag::Copy)) == 0;
}
// The bits that live on the server.
constexpr quint32 ServerFlagMask = 0xFFFF;
// In message.pending only: keywords (tags) wait for the server.
constexpr quint32 KeywordsPending = 1u << 30;

// What a folder is for (RFC 6154). The values are on disk and name the unified views; never renumber. Two
// accounts' folders of one role together make the unified view of that role.
enum class FolderRole {
    None = 0,
    Inbox = 1,
    Drafts = 2,
    Sent = 3,
    Archive = 4,
    Trash = 5,
    Junk = 6,
    All = 7,
    Flagged = 8
};

struct Address {
    QString name; // decoded display name; may be empty
    QString email; // may be empty for groups and broken headers
    bool operator==(const Address &) const = default;
};

// "Anna Becker" or, where there is no name, the address.
inline QString displayName(const Address &a)
{
    return a.name.isEmpty() ? a.email : a.name;
}

// How fresh a folder or account is, as shown to the person.
enum class Liveness { Offline, Connecting, Syncing, Live, Polling, Stale, NeedsYou, Paused };

} // namespace kw
