#include "core/sync/syncsettings.h"

#include "core/settings/settingsfile.h"
#include "core/sync/syncvalues.h"

using namespace Qt::StringLiterals;

namespace kw {

SyncSettings syncSettingsFrom(const SettingValues &values)
{
    SyncSettings s;
    s.prefetchDays = values.value(u"sync/prefetchDays"_s).toInt();
    s.prefetchMaxBytes = values.value(u"sync/prefetchMaxBytes"_s).toLongLong();
    s.wholeUpToBytes = values.value(u"sync/wholeUpToBytes"_s).toLongLong();
    s.bodyBudgetBytes = values.value(u"sync/bodyBudgetBytes"_s).toLongLong();
    s.vanishedDays = values.value(u"sync/vanishedDays"_s).toInt();
    s.expungeGraceSeconds = values.value(u"sync/expungeGraceSeconds"_s).toInt();
    s.archiveByYear = values.value(u"sync/archiveByYear"_s) == "true"_L1;
    s.wholeHeaders = values.value(u"sync/wholeHeaders"_s) == "true"_L1;
    s.attachmentTexts = values.value(u"search/attachmentText"_s) == "true"_L1;
    return s;
}

SettingValues valuesOf(const SyncSettings &s)
{
    return {{u"sync/prefetchDays"_s, QString::number(s.prefetchDays)},
            {u"sync/prefetchMaxBytes"_s, QString::number(s.prefetchMaxBytes)},
            {u"sync/wholeUpToBytes"_s, QString::number(s.wholeUpToBytes)},
            {u"sync/bodyBudgetBytes"_s, QString::number(s.bodyBudgetBytes)},
            {u"sync/vanishedDays"_s, QString::number(s.vanishedDays)},
            {u"sync/expungeGraceSeconds"_s, QString::number(s.expungeGraceSeconds)},
            {u"sync/archiveByYear"_s, s.archiveByYear ? u"true"_s : u"false"_s},
            {u"sync/wholeHeaders"_s, s.wholeHeaders ? u"true"_s : u"false"_s},
            {u"search/attachmentText"_s, s.attachmentTexts ? u"true"_s : u"false"_s}};
}

SyncSettings loadSyncSettings(const QString &directory)
{
    return syncSettingsFrom(SettingsFile::load(directory));
}

bool saveSyncSettings(const QString &directory, const SyncSettings &s)
{
    return SettingsFile::save(directory, valuesOf(s));
}

} // namespace kw
