#pragma once

#include "core/doctor/finding.h"

namespace kw {

// About this account's mail on this computer.
struct CacheFacts {
    bool exists = false; // something was synced once
    QString damage; // what is wrong with the file; empty: nothing was found
    bool checkedWhole = true; // false: there was no time to read all of it
    int waiting = 0; // changes that the server was not told yet
    int refused = 0; // changes that the server refused
    qint64 provenAt = 0; // ms since the epoch: the inbox was last compared with the server; 0: never
    bool paused = false; // by the person
};

// "computer.cache" and "computer.changes".
Finding judgeCache(const CacheFacts &facts, qint64 nowMs);
Finding judgeChanges(const CacheFacts &facts);

} // namespace kw
