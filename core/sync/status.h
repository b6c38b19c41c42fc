#pragma once

#include "core/base/ids.h"
#include "core/base/mailtypes.h"
#include "core/base/result.h"

#include <QMetaType>

namespace kw {

// What one account is doing, in the person's terms.
struct AccountStatus {
    AccountId account{};
    QString key;
    Liveness liveness = Liveness::Offline;
    qint64 staleSince = 0; // ms since the epoch of the last proof; 0: never
    Error error; // the sentence to show with Stale and NeedsYou
    int done = 0; // messages listed so far / in all, while a long listing runs; both 0 otherwise
    int total = 0;
};

struct FolderStatus {
    FolderId folder{};
    Liveness liveness = Liveness::Offline;
    qint64 provenAt = 0; // ms since the epoch of the last successful pass
};

} // namespace kw

Q_DECLARE_METATYPE(kw::AccountStatus)
Q_DECLARE_METATYPE(kw::FolderStatus)
