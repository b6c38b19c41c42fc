#pragma once

#include "core/store/mailinventory.h"

namespace kw {

// What Clean up offers: pure functions of an inventory. Bounded answers with honest totals.

enum class CleanupKind { Largest, Senders, Newsletters, Attachments, Waste };

struct CleanupQuery {
    CleanupKind kind = CleanupKind::Largest;
    AccountId account{}; // none: all accounts
    qint64 before = 0; // only mail older than this, seconds since the epoch; 0: of any age. Newsletters
    int limit = 1000; // lines
};

// A line: a message, or what belongs together.
struct CleanupLine {
    MessageId message{}; // Largest, Attachments
    FolderId folder{}; // of the message; of Waste the folder itself
    AccountId account{};
    Address from;
    qint64 date = 0; // of the newest, seconds since the epoch
    quint32 flags = 0; // of a message
    qint64 bytes = 0; // as the servers count
    int count = 1;
    int unopened = 0; // not marked as read
    int unsized = 0; // their size is not known
    // Newsletters: its header says so (List-Id, List-Unsubscribe), in at least one message whose whole header
    // was seen; otherwise it only looks like one.
    bool isCertain = false;
    bool operator==(const CleanupLine &) const = default;
};

struct CleanupFindings {
    QList<CleanupLine> lines; // most bytes first; of Newsletters too
    int allLines = 0; // there are so many
    qint64 bytes = 0; // of all of them
    qint64 count = 0; // messages in all of them
};

CleanupFindings findCleanup(const MailInventory &inventory, const CleanupQuery &query);
// The messages that a line of this query stands for, largest first.
QList<MailInventory::Mail> mailsOf(const MailInventory &inventory, const CleanupQuery &query,
                                   const CleanupLine &line);

// Messages below this are in no list of big attachments.
constexpr quint32 BigAttachment = 1 << 20; // octets
// What writes so often and is never answered may be a newsletter.
constexpr int ManyLikeANewsletter = 3;

} // namespace kw
