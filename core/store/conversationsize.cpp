#include "core/store/conversationsize.h"

#include "core/store/statement.h"

#include <QSet>

namespace kw {

namespace {
constexpr int Counted = 1000;

bool isWaste(FolderRole role)
{
    return role == FolderRole::Trash || role == FolderRole::Junk;
}
} // namespace

quint32 conversationSize(Database &db, ViewId view, ThreadId thread)
{
    QSet<qint64> seen; // by header: what one wrote to oneself is in two folders
    quint32 count = 0;
    Statement &query = db.prepared("SELECT role, header_hash, folder_id FROM message WHERE thread_id=? AND "
                                   "hidden=0 AND (flags&131072)=0 LIMIT ?");
    query.bind(thread, Counted);
    while (query.next()) {
        const auto role = FolderRole(query.integer(0));
        const bool inView = view.isUnified() ? role == view.role : FolderId(query.integer(2)) == view.folder;
        if (isWaste(role) && !inView)
            continue;
        const qint64 header = query.integer(1);
        if (header != 0 && seen.contains(header))
            continue;
        seen.insert(header);
        ++count;
    }
    return count;
}

} // namespace kw
