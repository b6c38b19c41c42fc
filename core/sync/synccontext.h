#pragma once

#include "core/account/accountsettings.h"
#include "core/base/clock.h"
#include "core/store/accountfacts.h"
#include "core/store/actionlog.h"
#include "core/store/bodystore.h"
#include "core/store/folderstore.h"
#include "core/store/journalstore.h"
#include "core/store/messagestore.h"
#include "core/store/placement.h"
#include "core/sync/folder/cutplaces.h"
#include "core/sync/syncsettings.h"

namespace kw {

// Sizes and ages that bound one step of syncing. Tests make them small.
struct SyncLimits {
    quint32 firstScreen = 50; // rows that come before everything else
    quint32 headerSlice = 500; // headers per fetch and per commit
    quint32 bulkSlice = 2000; // likewise at most, on a session that nobody waits for, over a quick line
    quint32 enumerateWindow = 200'000; // UIDs listed by one SEARCH during backfill
    quint32 plainFlagsNewest = 1000; // flags compared in each pass where the server has no CONDSTORE
    Millis fullScanEvery = std::chrono::hours(1); // all flags and UIDs, where the server has no CONDSTORE
    Millis listEvery = std::chrono::hours(24); // all UIDs, where it has that and no QRESYNC
    quint32 brakeCount = 100; // more than this many gone …
    double brakeShare = 0.5; // … and more than this share: confirmed on a fresh session first
    Millis noticeDebounce{15}; // a server that speaks says several things
    Millis sessionIdle = std::chrono::minutes(2); // an unused session is closed
    int journalBatch = 1000; // messages moved by one command
    Millis journalRetry
        = std::chrono::seconds(30); // a refusal that may pass is tried again after this, doubled
    int journalTries = 6; // … so often
    Millis backoffFirst = std::chrono::seconds(2);
    Millis backoffMost = std::chrono::minutes(15);
    // An account that had nothing to do for so long may fetch whole headers; 0: never. Then a command each
    // time.
    Millis enrichAfter{0};
    Millis enrichPause{200};
    double backoffJitter
        = 0.25; // ± this share, so that accounts and clients spread out; 0: the same course every time

    // After so many failures in a row: the first time, doubled with each, to the most; and the jitter.
    Millis backoff(int failures) const;
};

// The engine's one write connection and its stores. Lives on the engine's thread, outlives everything that
// uses it.
struct SyncContext {
    Database &db;
    FolderStore &folders;
    MessageStore &messages;
    BodyStore &bodies;
    Clock &clock;
    SyncLimits limits = {};
    SyncSettings settings = {};
    QHash<AccountId, FolderChoices> choices = {}; // what the person wants of each account's folders
    JournalStore journal{db};
    ActionLog actions{db};
    Placement placement{db};
    VanishedStore vanished{db};
    AccountFacts facts{db};
    QHash<FolderId, CutPlaces> cuts = {};
};

} // namespace kw
