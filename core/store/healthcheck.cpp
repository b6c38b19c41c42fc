#include "core/store/healthcheck.h"

#include <QElapsedTimer>

#include <sqlite3.h>

namespace kw {

namespace {

constexpr int StepsBetweenLooks = 20'000;

struct Limit {
    QElapsedTimer clock;
    qint64 ms = 0;
};

int isTimeUp(void *limit)
{
    const auto *it = static_cast<const Limit *>(limit);
    return it->clock.hasExpired(it->ms) ? 1 : 0;
}

// Not through Database's statements: being interrupted is no failure of the database here.
void check(sqlite3 *db, const char *pragma, StoreHealth &health)
{
    sqlite3_stmt *statement = nullptr;
    int code = sqlite3_prepare_v2(db, pragma, -1, &statement, nullptr);
    while (code == SQLITE_OK || code == SQLITE_ROW) {
        code = sqlite3_step(statement);
        if (code != SQLITE_ROW)
            break;
        const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, 0));
        const QString said = QString::fromUtf8(text ? text : "");
        if (said.compare(QLatin1StringView("ok"), Qt::CaseInsensitive) != 0 && health.damage.isEmpty())
            health.damage = said.left(300);
    }
    if (code == SQLITE_INTERRUPT)
        health.checkedWhole = false;
    else if (code != SQLITE_DONE && health.damage.isEmpty())
        health.damage = QString::fromUtf8(sqlite3_errstr(code));
    sqlite3_finalize(statement);
}

} // namespace

StoreHealth checkHealth(Database &db, int milliseconds)
{
    StoreHealth health;
    for (const char *pragma : {"PRAGMA main.quick_check(1)", "PRAGMA bodies.quick_check(1)"}) {
        Limit limit;
        limit.ms = milliseconds / 2;
        limit.clock.start();
        sqlite3_progress_handler(db.handle(), StepsBetweenLooks, isTimeUp, &limit);
        check(db.handle(), pragma, health);
        sqlite3_progress_handler(db.handle(), 0, nullptr, nullptr);
    }
    return health;
}

} // namespace kw
