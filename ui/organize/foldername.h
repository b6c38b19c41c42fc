#pragma once

#include "core/store/rows.h"

namespace kw {

// Where a folder is to have its name.
struct FolderPlace {
    QList<FolderRow> folders; // all of the account
    QString prefix; // the path of the folder above with its separator; empty: the top
    QChar separator; // null: not known
    FolderId self{}; // of a rename: it may keep its name
};

// Why a folder cannot have this name there, as a sentence; empty: it can.
QString folderNameFault(const QString &name, const FolderPlace &place);

} // namespace kw
