#include "core/store/storagepages.h"

#include "core/store/bodystore.h"
#include "core/store/cachefiles.h"
#include "core/store/statement.h"

#include <QFileInfo>

#include <algorithm>

namespace kw {

namespace {

qint64 onDisk(const QString &database)
{
    return QFileInfo(database).size() + QFileInfo(database + QLatin1StringView("-wal")).size();
}

} // namespace

StorageReport measureStorage(Database &db)
{
    StorageReport report;
    QHash<AccountId, CacheUse> uses;
    Statement &accounts
        = db.prepared("SELECT a.id, a.key, COALESCE(SUM(f.total),0) FROM account a LEFT JOIN folder f "
                      "ON f.account_id=a.id GROUP BY a.id");
    qint64 all = 0;
    while (accounts.next()) {
        const auto id = AccountId(accounts.integer(0));
        uses.insert(id, {id, accounts.text(1), 0, 0, accounts.integer(2), 0});
        all += accounts.integer(2);
    }
    Statement &texts = db.prepared(
        "SELECT f.account_id, SUM(b.bytes), COUNT(*) FROM bodies.body b INDEXED BY body_used CROSS JOIN "
        "message m ON m.id=b.message_id CROSS JOIN folder f ON f.id=m.folder_id GROUP BY f.account_id");
    while (texts.next()) {
        CacheUse &use = uses[AccountId(texts.integer(0))];
        use.texts = texts.integer(1);
        use.downloaded = texts.integer(2);
    }
    const CacheFiles files(db.directory());
    report.cacheFile = onDisk(files.cache());
    report.bodiesFile = onDisk(files.bodies());
    report.reusable = BodyStore(db).freeBytes();
    for (CacheUse &use : uses) {
        use.lists = all > 0 ? qint64(double(report.cacheFile) * double(use.listed) / double(all)) : 0;
        if (!use.key.isEmpty())
            report.accounts.append(use);
    }
    std::ranges::sort(report.accounts, {}, &CacheUse::key);
    return report;
}

} // namespace kw
