#include "core/sync/checkup/cachelook.h"

#include "core/base/deferred.h"
#include "core/store/healthcheck.h"
#include "core/store/journalpages.h"
#include "core/store/pages.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QObject>
#include <QThreadPool>

#include <memory>

namespace kw {

namespace {

constexpr int CheckMs = 4000;

} // namespace

Result<CacheFacts> readCacheFacts(const QString &cacheDirectory, const QString &accountKey, bool paused)
{
    CacheFacts facts;
    facts.paused = paused;
    if (!QFileInfo::exists(cacheDirectory + QLatin1StringView("/cache.db")))
        return facts;
    auto opened = Database::open(cacheDirectory, Database::Mode::ReadOnly);
    if (!opened)
        return opened.error();
    Database &db = **opened;
    const Pages pages(db);
    const AccountId account = pages.accounts().key(accountKey);
    for (const FolderRow &folder : pages.folders()) {
        if (folder.account != account)
            continue;
        facts.exists = true;
        if (folder.role == FolderRole::Inbox)
            facts.provenAt = folder.provenAt;
    }
    // Actions belong to no account where they touch several: all of them are told.
    const auto counts = JournalPages(db).counts();
    facts.waiting = counts.waiting + counts.marks;
    facts.refused = counts.refused;
    const auto health = checkHealth(db, CheckMs);
    facts.damage = health.damage;
    facts.checkedWhole = health.checkedWhole;
    if (const auto whole = db.readSoFar(); !whole && facts.damage.isEmpty())
        facts.damage = whole.error().text;
    return facts;
}

Task<Result<CacheFacts>> lookAtCache(QString cacheDirectory, QString accountKey, bool paused)
{
    const Deferred<Result<CacheFacts>> waiting;
    auto *here = new QObject; // carries the answer back to this thread
    QThreadPool::globalInstance()->start([here, waiting, cacheDirectory, accountKey, paused] {
        const auto facts = readCacheFacts(cacheDirectory, accountKey, paused);
        QMetaObject::invokeMethod(
            here,
            [here, waiting, facts] {
                here->deleteLater();
                waiting.resolve(facts);
            },
            Qt::QueuedConnection);
    });
    co_return co_await waiting;
}

} // namespace kw
