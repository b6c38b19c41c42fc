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
    bool compose = false; // begin with a new message
    QStringList links; // mailto: links, each a message to write
    QStringList files; // absolute paths, to be attached to a new message

    bool writes() const { return compose || !links.isEmpty() || !files.isEmpty(); }
};

// `directory`: what relative paths of files are relative to. Error: Invalid, a sentence.
Result<StartOptions> parseStartOptions(const QStringList &arguments, const QString &directory = {});
QString startHelp();

} // namespace kw
