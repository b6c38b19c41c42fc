#include "core/sync/syncsettings.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

QString fileIn(const QString &directory)
{
    return directory + "/settings.ini"_L1;
}

template <class Number>
void read(const QSettings &file, QLatin1StringView key, qint64 low, qint64 high, Number &into)
{
    bool ok = false;
    const qint64 value = file.value(key).toLongLong(&ok);
    if (ok && value >= low && value <= high)
        into = Number(value);
}

} // namespace

SyncSettings loadSyncSettings(const QString &directory)
{
    const QSettings file(fileIn(directory), QSettings::IniFormat);
    SyncSettings s;
    read(file, "sync/prefetchDays"_L1, 0, 36'500, s.prefetchDays);
    read(file, "sync/prefetchMaxBytes"_L1, 0, qint64(1) << 40, s.prefetchMaxBytes);
    read(file, "sync/bodyBudgetBytes"_L1, 0, qint64(1) << 50, s.bodyBudgetBytes);
    read(file, "sync/vanishedDays"_L1, 0, 3650, s.vanishedDays);
    read(file, "sync/expungeGraceSeconds"_L1, 0, 3600, s.expungeGraceSeconds);
    s.archiveByYear = file.value("sync/archiveByYear"_L1, s.archiveByYear).toBool();
    return s;
}

bool saveSyncSettings(const QString &directory, const SyncSettings &s)
{
    QSettings file(fileIn(directory), QSettings::IniFormat);
    file.setValue("sync/prefetchDays"_L1, s.prefetchDays);
    file.setValue("sync/prefetchMaxBytes"_L1, s.prefetchMaxBytes);
    file.setValue("sync/bodyBudgetBytes"_L1, s.bodyBudgetBytes);
    file.setValue("sync/vanishedDays"_L1, s.vanishedDays);
    file.setValue("sync/expungeGraceSeconds"_L1, s.expungeGraceSeconds);
    file.setValue("sync/archiveByYear"_L1, s.archiveByYear);
    file.sync();
    return file.status() == QSettings::NoError;
}

} // namespace kw
