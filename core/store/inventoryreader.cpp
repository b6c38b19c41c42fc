#include "core/store/inventoryreader.h"

#include "core/store/bodystore.h"
#include "core/store/folderrow.h"
#include "core/store/statement.h"

namespace kw {

namespace {

QList<FolderRow> allFolders(Database &db)
{
    Statement &query = db.prepared("SELECT " KW_FOLDER_COLUMNS " FROM folder");
    return readFolders(query);
}

} // namespace

InventoryReader::InventoryReader(Database &db)
    : m_db(db)
{
}

InventoryReader::Progress InventoryReader::step(MailInventory &inventory, Progress after, int rows) const
{
    Progress now = after;
    if (!isSet(after.last)) {
        const QList<FolderRow> folders = allFolders(m_db);
        inventory.setFolders(folders);
        now.total = 0;
        for (const FolderRow &folder : folders)
            now.total += folder.total;
    }
    // By id: the table's own order, so that nothing is looked up twice. 131072: Flag::Copy.
    Statement &query = m_db.prepared("SELECT id, folder_id, date, size, flags, from_name, from_email, hidden "
                                     "FROM message WHERE id>? ORDER BY id LIMIT ?");
    query.bind(now.last, rows);
    int seen = 0;
    while (query.next()) {
        ++seen;
        now.last = MessageId(query.integer(0));
        const quint32 flags = query.number(4);
        if (query.integer(7) != 0 || (flags & quint32(Flag::Copy)) != 0)
            continue;
        inventory.put(now.last, FolderId(query.integer(1)), query.integer(2), query.number(3), flags,
                      {query.text(5), query.text(6)});
    }
    query.rewind();
    now.read += seen;
    now.total = std::max(now.total, now.read);
    now.isDone = seen < rows;
    return now;
}

void InventoryReader::renew(MailInventory &inventory, const QList<MessageId> &ids) const
{
    inventory.setFolders(allFolders(m_db));
    Statement &query
        = m_db.prepared("SELECT folder_id, date, size, flags, from_name, from_email FROM message "
                        "WHERE id=? AND hidden=0 AND (flags&131072)=0");
    for (const MessageId id : ids) {
        query.bind(id);
        if (query.next())
            inventory.put(id, FolderId(query.integer(0)), query.integer(1), query.number(2), query.number(3),
                          {query.text(4), query.text(5)});
        else
            inventory.remove(id);
        query.rewind();
    }
}

std::optional<StoredBody> InventoryReader::text(MessageId id) const
{
    return BodyStore(m_db).get(id);
}

ListedShare listedShare(Database &db, AccountId account)
{
    ListedShare share;
    Statement &query = db.prepared("SELECT COALESCE(SUM(total),0), COALESCE(SUM(MAX(server_total,total)),0) "
                                   "FROM folder WHERE (?1=0 OR account_id=?1) AND selectable=1");
    query.bind(account);
    if (query.next()) {
        share.listed = query.integer(0);
        // While moves wait, a folder may show more or fewer than its server counts; only a listing that is
        // not through matters.
        share.onServer = query.integer(1);
    }
    query.rewind();
    Statement &open
        = db.prepared("SELECT COUNT(*) FROM folder WHERE (?1=0 OR account_id=?1) AND selectable=1 "
                      "AND low_uid>1");
    open.bind(account);
    if (open.next() && open.integer(0) == 0)
        share.onServer = share.listed;
    open.rewind();
    return share;
}

} // namespace kw
