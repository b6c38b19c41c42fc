#pragma once

#include <QString>

namespace kw {

// What the person has chosen (settings.ini of the profile).
struct SyncSettings {
    int prefetchDays = 0; // 0: bodies are downloaded only when opened
    qint64 prefetchMaxBytes = 256 << 10; // larger messages wait until they are opened
    // A message that is opened comes whole up to this size; the large attachments of larger ones wait until
    // they are wanted.
    qint64 wholeUpToBytes = qint64(1) << 20;
    qint64 bodyBudgetBytes = qint64(2) << 30; // least recently used bodies go beyond this
    bool archiveByYear = false; // Archive/2026 instead of Archive
    int vanishedDays = 7; // texts of vanished messages are kept so long; 0: not at all
    int expungeGraceSeconds = 10; // deleting for good waits so long, to be undone
    bool wholeHeaders = true; // what searches need of headers is fetched when there is nothing else to do
    bool attachmentTexts = false; // what PDF and office files say is found, too
    bool operator==(const SyncSettings &) const = default;
};

// From and to the group `sync` of settings.ini in the profile's configuration folder. Values that make no
// sense are replaced by the defaults; what else stands in the file stays.
SyncSettings loadSyncSettings(const QString &directory);
// False if the file cannot be written.
bool saveSyncSettings(const QString &directory, const SyncSettings &settings);

} // namespace kw
