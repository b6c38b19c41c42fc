#pragma once

#include <QtGlobal>

namespace kw {

// What the person has chosen (settings.ini of the profile).
struct SyncSettings {
    int prefetchDays = 0; // 0: bodies are downloaded only when opened
    qint64 prefetchMaxBytes = 256 << 10; // larger messages wait until they are opened
    qint64 bodyBudgetBytes = qint64(2) << 30; // least recently used bodies go beyond this
    bool archiveByYear = false; // Archive/2026 instead of Archive
    int vanishedDays = 7; // texts of vanished messages are kept so long
    int expungeGraceSeconds = 10; // deleting for good waits so long, to be undone
    bool operator==(const SyncSettings &) const = default;
};

} // namespace kw
