#include "bench/figures/cachefill.h"

#include "bench/server/mailgenerator.h"
#include "core/store/folderstore.h"
#include "core/store/messagestore.h"
#include "core/store/schema.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {

constexpr int Slice = 2000;

// Digests of all messages, oldest first: 1,000,000 of them take some 500 MB for the time of the filling.
QList<NewMessage> generated(int rows)
{
    QList<NewMessage> out;
    out.reserve(rows);
    MailGenerator generator(rows);
    for (int i = 0; i < rows; ++i) {
        const auto message = generator.next();
        NewMessage row;
        row.uid = Uid(quint32(i + 1));
        row.size = quint32(message.raw.size());
        row.flags = quint32(message.flags.toInt());
        row.digest = digestHeader(QByteArrayView(message.raw).first(message.raw.indexOf("\n\n") + 1));
        out.append(row);
    }
    return out;
}

Result<FolderId> makeInbox(Database &db)
{
    FolderStore folders(db);
    Transaction transaction(db);
    FolderRow row;
    row.account = folders.account(u"u1"_s);
    row.path = u"INBOX"_s;
    row.separator = u'/';
    row.role = FolderRole::Inbox;
    const FolderId id = folders.upsert(row);
    if (const auto done = transaction.commit(); !done)
        return done.error();
    return id;
}

Result<void> markComplete(Database &db, FolderId id, int rows)
{
    FolderStore folders(db);
    auto row = folders.folder(id);
    if (!row)
        return db.lastError();
    Transaction transaction(db);
    row->uidValidity = 1;
    row->uidNext = quint32(rows + 1);
    row->lowUid = 1;
    row->serverTotal = quint32(rows);
    row->provenAt = QDateTime::currentMSecsSinceEpoch();
    folders.saveSyncState(*row);
    return transaction.commit();
}

} // namespace

QString cacheKey(int rows)
{
    return u"v%1-schema%2-%3"_s.arg(MailGenerator::Version).arg(CacheSchemaVersion).arg(rows);
}

Result<void> fillCache(const QString &directory, int rows)
{
    auto opened = Database::open(directory, Database::Mode::ReadWrite);
    if (!opened)
        return opened.error();
    Database &db = **opened;
    const auto inbox = makeInbox(db);
    if (!inbox)
        return inbox.error();
    MessageStore messages(db);
    const QList<NewMessage> all = generated(rows);
    for (int end = rows; end > 0; end -= Slice) {
        const int begin = std::max(0, end - Slice);
        Transaction transaction(db);
        messages.insert(*inbox, all.mid(begin, end - begin), Threading::Later);
        if (const auto done = transaction.commit(); !done)
            return done.error();
    }
    for (int waiting = 1; waiting > 0;) {
        Transaction transaction(db);
        waiting = messages.threadSome(Slice);
        if (const auto done = transaction.commit(); !done)
            return done.error();
    }
    if (const auto done = markComplete(db, *inbox, rows); !done)
        return done.error();
    return db.execute("PRAGMA wal_checkpoint(TRUNCATE)");
}

} // namespace kw::bench
