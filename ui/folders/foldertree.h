#pragma once

#include "core/account/accountsettings.h"
#include "core/settings/savedsearches.h"
#include "core/store/changes.h"

#include <QColor>
#include <QList>
#include <QSet>

#include <memory>
#include <vector>

namespace kw {

// One line of the folder pane; owns its children.
struct FolderNode {
    // Group: a heading within an account, no folder ("Shared with you"). Outbox: what waits to be sent.
    // Search: one that the person keeps; its key is "search:" and SavedSearch::key.
    enum class Kind { Unified, Account, Folder, Group, Outbox, Search };

    Kind kind = Kind::Folder;
    QString
        key; // steady across runs: "unified:1", "account:work", "folder:work", then each level after U+001F
    QString title;
    FolderRow row; // Folder: as stored; an intermediate level that is no folder has no id
    FolderRole role = FolderRole::None;
    QString accountKey; // Account
    AccountId account{};
    QColor color; // Account
    bool skipped = false; // Folder: the person does not want it on this computer
    bool shared = false; // Folder: other people's
    int listDays = 0; // Folder: older mail of it stays on the server; 0: all is listed
    quint32 unread = 0;
    quint32 total = 0;
    bool isCounted = true; // Search: its counters are known
    bool moreUnread = false; // Search: there are more than its counters say
    bool moreTotal = false;
    FolderNode *parent = nullptr;
    int position = 0; // in the parent
    std::vector<std::unique_ptr<FolderNode>> children;
};

struct FolderTreeInput {
    QList<AccountSettings> accounts; // in the person's order
    QHash<AccountId, QString> accountKeys;
    QList<FolderRow> folders;
    FolderCounters starred; // over all accounts; belongs to no folder
    int outgoing = 0; // messages that wait to be sent, or need the person; 0: no line for them
    QList<SavedSearch> searches; // in the person's order
    QSet<QString> subscribedOnly; // keys of accounts whose other folders are not shown
};

// The lines of the pane under an invisible root: "All accounts", then each account, with what others share in
// a group at its end. Roles come first, then
// names as the person's language sorts them. Levels beyond `MaxFolderDepth` share one line, so that a hostile
// server cannot make the pane unusable.
inline constexpr int MaxFolderDepth = 8;
std::unique_ptr<FolderNode> buildFolderTree(const FolderTreeInput &input);

} // namespace kw
