#include "core/store/folderstore.h"

#include "core/store/folderrow.h"
#include "core/store/gmailcopies.h"
#include "core/store/messagerow.h"
#include "core/store/statement.h"
#include "core/store/vanishedstore.h"

namespace kw {

namespace {

void keepTexts(Database &db, FolderId folder)
{
    Statement &texts = db.prepared("SELECT m.id FROM message m JOIN bodies.body b ON b.message_id=m.id WHERE "
                                   "m.folder_id=?");
    texts.bind(folder);
    VanishedStore vanished(db);
    while (texts.next())
        vanished.keep(MessageId(texts.integer(0)), false);
}

} // namespace

FolderStore::FolderStore(Database &db)
    : m_db(db)
{
}

AccountId FolderStore::account(const QString &key)
{
    Statement &find = m_db.prepared("SELECT id FROM account WHERE key=?");
    find.bind(key);
    if (find.next()) {
        const auto id = AccountId(find.integer(0));
        find.rewind();
        return id;
    }
    m_db.prepared("INSERT INTO account(key) VALUES(?)").bind(key).run();
    m_db.changes().folderList();
    Statement &again = m_db.prepared("SELECT id FROM account WHERE key=?");
    again.bind(key);
    const auto id = AccountId(again.next() ? again.integer(0) : 0);
    again.rewind();
    return id;
}

void FolderStore::removeAccount(AccountId account)
{
    for (const FolderRow &row : folders(account))
        remove(row.id, Texts::Forget);
    m_db.prepared("DELETE FROM op WHERE account_id=?").bind(account).run();
    m_db.prepared("DELETE FROM vanished WHERE account_id=?").bind(account).run();
    m_db.prepared("DELETE FROM quota WHERE account_id=?").bind(account).run();
    m_db.prepared("DELETE FROM quota_asked WHERE account_id=?").bind(account).run();
    m_db.prepared("DELETE FROM account WHERE id=?").bind(account).run();
    m_db.changes().folderList();
}

QHash<AccountId, QString> FolderStore::accounts() const
{
    QHash<AccountId, QString> out;
    Statement &query = m_db.prepared("SELECT id, key FROM account");
    while (query.next())
        out.insert(AccountId(query.integer(0)), query.text(1));
    return out;
}

QList<FolderRow> FolderStore::folders(AccountId account) const
{
    Statement &query
        = m_db.prepared("SELECT " KW_FOLDER_COLUMNS " FROM folder WHERE account_id=? ORDER BY path");
    query.bind(account);
    return readFolders(query);
}

QList<FolderRow> FolderStore::allFolders() const
{
    Statement &query = m_db.prepared("SELECT " KW_FOLDER_COLUMNS " FROM folder ORDER BY account_id, path");
    return readFolders(query);
}

std::optional<FolderRow> FolderStore::folder(FolderId id) const
{
    Statement &query = m_db.prepared("SELECT " KW_FOLDER_COLUMNS " FROM folder WHERE id=?");
    query.bind(id);
    const auto rows = readFolders(query);
    return rows.isEmpty() ? std::nullopt : std::optional(rows.first());
}

std::optional<FolderRow> FolderStore::folder(AccountId account, const QString &path) const
{
    Statement &query
        = m_db.prepared("SELECT " KW_FOLDER_COLUMNS " FROM folder WHERE account_id=? AND path=?");
    query.bind(account, path);
    const auto rows = readFolders(query);
    return rows.isEmpty() ? std::nullopt : std::optional(rows.first());
}

FolderId FolderStore::upsert(const FolderRow &listed)
{
    const auto old = folder(listed.account, listed.path);
    Statement &write = m_db.prepared("INSERT INTO folder(account_id, path, separator, role, selectable, "
                                     "subscribed, unsupported) VALUES(?1,?2,?3,?4,?5,?6,?7) "
                                     "ON CONFLICT(account_id, path) DO UPDATE SET separator=?3, role=?4, "
                                     "selectable=?5, subscribed=?6, unsupported=?7 RETURNING id");
    write.bind(listed.account, listed.path, listed.separator.isNull() ? QString() : QString(listed.separator),
               listed.role, listed.selectable, listed.subscribed, listed.unsupported);
    const auto id = FolderId(write.next() ? write.integer(0) : 0);
    write.rewind();
    m_db.changes().folderList();
    if (old && old->role != listed.role)
        moveRole(id, old->role, listed.role);
    return id;
}

void FolderStore::update(const FolderRow &row)
{
    const auto old = folder(row.id);
    if (!old)
        return;
    m_db.prepared("UPDATE folder SET separator=?2, role=?3, selectable=?4, subscribed=?5, unsupported=?6 "
                  "WHERE id=?1")
        .bind(row.id, row.separator.isNull() ? QString() : QString(row.separator), row.role, row.selectable,
              row.subscribed, row.unsupported)
        .run();
    m_db.changes().folderList();
    if (old->role != row.role)
        moveRole(row.id, old->role, row.role);
}

FolderId FolderStore::create(const FolderRow &row, FolderId under)
{
    Statement &write
        = m_db.prepared("INSERT INTO folder(id, account_id, path, separator, role, selectable, subscribed, "
                        "state) VALUES(NULLIF(?,0),?,?,?,?,1,1,?) RETURNING id");
    write.bind(under, row.account, row.path, row.separator.isNull() ? QString() : QString(row.separator),
               row.role, FolderState::BeingMade);
    const auto id = FolderId(write.next() ? write.integer(0) : 0);
    write.rewind();
    m_db.changes().folderList();
    return id;
}

void FolderStore::setState(FolderId id, FolderState state)
{
    m_db.prepared("UPDATE folder SET state=?2 WHERE id=?1").bind(id, state).run();
    m_db.changes().folderList();
}

void FolderStore::setSubscribed(FolderId id, bool subscribed)
{
    m_db.prepared("UPDATE folder SET subscribed=?2 WHERE id=?1").bind(id, subscribed).run();
    m_db.changes().folderList();
}

QList<FolderRow> FolderStore::below(FolderId id) const
{
    QList<FolderRow> out;
    const auto top = folder(id);
    if (!top || top->separator.isNull())
        return out;
    const QString prefix = top->path + top->separator;
    for (const FolderRow &row : folders(top->account)) {
        if (row.path.startsWith(prefix))
            out.append(row);
    }
    return out;
}

void FolderStore::rename(FolderId id, const QString &path)
{
    const auto top = folder(id);
    if (!top)
        return;
    for (const FolderRow &row : below(id))
        m_db.prepared("UPDATE folder SET server_path=?2, path=?3 WHERE id=?1")
            .bind(row.id, row.serverPath, path + row.path.mid(top->path.size()))
            .run();
    m_db.prepared("UPDATE folder SET server_path=?2, path=?3 WHERE id=?1")
        .bind(id, top->serverPath, path)
        .run();
    m_db.prepared("UPDATE folder SET server_path=NULL WHERE server_path=path").run();
    m_db.changes().folderList();
}

void FolderStore::renamedOnServer(AccountId account, const QString &from, const QString &to, QChar separator,
                                  const QSet<FolderId> &unmade)
{
    for (const FolderRow &row : folders(account)) {
        const bool inside = !separator.isNull() && row.serverPath.startsWith(from + separator);
        if ((row.serverPath != from && !inside) || unmade.contains(row.id))
            continue;
        m_db.prepared("UPDATE folder SET server_path=?2 WHERE id=?1")
            .bind(row.id, to + row.serverPath.mid(from.size()))
            .run();
    }
    m_db.prepared("UPDATE folder SET server_path=NULL WHERE server_path=path").run();
    m_db.changes().folderList();
}

// The folder's messages change unified view, and so do their conversations.
void FolderStore::moveRole(FolderId folder, FolderRole before, FolderRole now)
{
    Statement &rows = m_db.prepared("SELECT id, date, flags FROM message WHERE folder_id=? AND hidden=0");
    rows.bind(folder);
    while (rows.next()) {
        const PageKey key{rows.integer(1), rows.integer(0)};
        m_db.changes().message(MessageId(key.id), {folder, before, true, key, rows.number(2)},
                               {folder, now, true, key, rows.number(2)});
    }
    m_db.prepared("UPDATE message SET role=?2 WHERE folder_id=?1").bind(folder, now).run();
    m_db.prepared(
            "INSERT OR IGNORE INTO dirty_thread SELECT DISTINCT thread_id FROM message WHERE folder_id=?")
        .bind(folder)
        .run();
    if (before == FolderRole::None)
        return;
    // Rows of the old unified view that lost their last message here; the dirty threads put back what
    // remains.
    Statement &gone = m_db.prepared("DELETE FROM conversation WHERE view=?2 AND thread_id IN (SELECT "
                                    "thread_id FROM message WHERE folder_id=?1) RETURNING thread_id, date");
    gone.bind(folder, -qint64(before));
    while (gone.next()) {
        const PageKey key{gone.integer(1), gone.integer(0)};
        m_db.changes().conversation(-qint64(before), ThreadId(key.id), &key, nullptr);
    }
}

void FolderStore::remove(FolderId id, Texts texts)
{
    const auto row = folder(id);
    if (!row)
        return;
    removeMessages(*row, texts);
    m_db.prepared("DELETE FROM folder WHERE id=?").bind(id).run();
    m_db.changes().folderList();
}

void FolderStore::clear(FolderId id)
{
    auto row = folder(id);
    if (!row)
        return;
    removeMessages(*row, Texts::Forget);
    m_db.changes().count(id, -int(row->total), -int(row->unread));
    row->uidValidity = row->uidNext = row->lowUid = row->serverTotal = 0;
    row->modseq = 0;
    row->fullScanAt = row->provenAt = 0;
    saveSyncState(*row);
    m_db.prepared("UPDATE folder SET listed_since=0, flags_on_way=0 WHERE id=?").bind(id).run();
    m_db.changes().folderList();
}

void FolderStore::removeMessages(const FolderRow &row, Texts texts)
{
    const FolderId id = row.id;
    Statement &rows = m_db.prepared("SELECT id, date, flags FROM message WHERE folder_id=? AND hidden=0");
    rows.bind(id);
    while (rows.next()) {
        const PageKey key{rows.integer(1), rows.integer(0)};
        m_db.changes().message(MessageId(key.id), {id, row.role, true, key, rows.number(2)},
                               {id, row.role, false, {}, rows.number(2)});
    }
    const auto labelled = messagesOfGmail(id);
    GmailCopies copies(m_db);
    for (const StoredMessage &message : labelled)
        copies.handBodyOn(message);
    if (texts == Texts::Keep)
        keepTexts(m_db, id);
    m_db.prepared(
            "DELETE FROM pending_keyword WHERE message_id IN (SELECT id FROM message WHERE folder_id=?)")
        .bind(id)
        .run();
    m_db.prepared("DELETE FROM bodies.body WHERE message_id IN (SELECT id FROM message WHERE folder_id=?)")
        .bind(id)
        .run();
    for (const qint64 view : {raw(id), -qint64(row.role)}) {
        if (view == 0)
            continue;
        Statement &gone
            = m_db.prepared("DELETE FROM conversation WHERE view=?2 AND thread_id IN (SELECT thread_id FROM "
                            "message WHERE folder_id=?1) RETURNING thread_id, date");
        gone.bind(id, view);
        while (gone.next()) {
            const PageKey key{gone.integer(1), gone.integer(0)};
            m_db.changes().conversation(view, ThreadId(key.id), &key, nullptr);
        }
    }
    m_db.prepared(
            "INSERT OR IGNORE INTO dirty_thread SELECT DISTINCT thread_id FROM message WHERE folder_id=?")
        .bind(id)
        .run();
    m_db.prepared("DELETE FROM message WHERE folder_id=?").bind(id).run();
    for (const StoredMessage &message : labelled)
        copies.settle(id, message.gmailId);
}

QList<StoredMessage> FolderStore::messagesOfGmail(FolderId id) const
{
    QList<StoredMessage> messages;
    Statement &query
        = m_db.prepared("SELECT " KW_STORED_COLUMNS " FROM message WHERE folder_id=? AND gmail_id<>0");
    query.bind(id);
    while (const auto message = nextStored(query))
        messages.append(*message);
    return messages;
}

void FolderStore::saveSyncState(const FolderRow &row)
{
    m_db.prepared("UPDATE folder SET uidvalidity=?2, uidnext=?3, modseq=?4, low_uid=?5, server_total=?6, "
                  "full_scan_at=?7, "
                  "proven_at=?8 WHERE id=?1")
        .bind(row.id, row.uidValidity, row.uidNext, row.modseq, row.lowUid, row.serverTotal, row.fullScanAt,
              row.provenAt)
        .run();
}

} // namespace kw
