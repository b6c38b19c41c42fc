#pragma once

#include "core/store/rows.h"
#include "core/store/statement.h"

// The columns of a FolderRow, in the order readFolders takes them.
#define KW_FOLDER_COLUMNS                                                                                    \
    "id, account_id, path, separator, role, selectable, subscribed, unsupported, uidvalidity, uidnext, "     \
    "modseq, low_uid, "                                                                                      \
    "server_total, full_scan_at, proven_at, total, unread, server_path, state"

namespace kw {

inline QList<FolderRow> readFolders(Statement &query)
{
    QList<FolderRow> out;
    while (query.next()) {
        FolderRow row;
        row.id = FolderId(query.integer(0));
        row.account = AccountId(query.integer(1));
        row.path = query.text(2);
        const QString separator = query.text(3);
        row.separator = separator.isEmpty() ? QChar() : separator.at(0);
        row.role = FolderRole(query.integer(4));
        row.selectable = query.integer(5) != 0;
        row.subscribed = query.integer(6) != 0;
        row.unsupported = query.integer(7) != 0;
        row.uidValidity = query.number(8);
        row.uidNext = query.number(9);
        row.modseq = quint64(query.integer(10));
        row.lowUid = query.number(11);
        row.serverTotal = query.number(12);
        row.fullScanAt = query.integer(13);
        row.provenAt = query.integer(14);
        row.total = query.number(15);
        row.unread = query.number(16);
        row.serverPath = query.isNull(17) ? row.path : query.text(17);
        row.state = FolderState(query.integer(18));
        out.append(row);
    }
    return out;
}

} // namespace kw
