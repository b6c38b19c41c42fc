#pragma once

#include "core/base/result.h"

#include <QStringList>

namespace kw {

// The command line of the window's program.
struct StartOptions {
    QString profile; // directory; empty: the usual places
    bool demo = false;
    bool offline = false;
    QString theme; // "light", "dark", "system"; empty: the person's setting
    QString screenshot; // file; empty: none
};

// Error: Invalid, a sentence.
Result<StartOptions> parseStartOptions(const QStringList &arguments);
QString startHelp();

} // namespace kw
