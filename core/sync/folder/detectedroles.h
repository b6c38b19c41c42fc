#pragma once

#include "core/store/accountfacts.h"
#include "core/store/rows.h"

#include <QMap>

namespace kw {

struct DetectedRole {
    FolderId folder{};
    bool byServer = false; // else by the folder's name
};

// What the folders of one account would be used for without a word of the person's, by Drafts, Sent, Archive,
// Trash and Junk; a role that no folder has is left out. Pure; any thread.
QMap<FolderRole, DetectedRole> detectedRoles(const QList<FolderRow> &ofOneAccount,
                                             const QHash<FolderId, FolderFacts> &facts);

} // namespace kw
