#pragma once

#include "core/base/result.h"

#include <QString>

namespace kw {

// Where a profile keeps its things. Two programs with equal paths work on the same profile. Plain value; any
// thread.
struct Paths {
    QString config; // accounts.ini, settings.ini
    QString cache; // cache.db and bodies.db; also journal, drafts and outbox, so it is not a place that
                   // cleaners empty
    QString log; // kittiwake.log and its older pieces

    QString accountsIni() const;
    QString settingsIni() const;
    QString logFile() const;
    // A short name that is the same for every program on this profile and differs between profiles; safe in
    // file names.
    QString instanceName() const;

    // $XDG_CONFIG_HOME/kittiwake, $XDG_DATA_HOME/kittiwake, $XDG_STATE_HOME/kittiwake.
    static Paths standard();
    // Everything below `directory`, which need not exist yet; may be relative.
    static Paths profile(const QString &directory);

    // Makes the directories, readable by this user only. Error: Storage, naming the directory and the reason.
    Result<void> create() const;
    bool operator==(const Paths &) const = default;
};

} // namespace kw
