#pragma once

#include "core/base/result.h"

#include <QHash>
#include <QStringList>

namespace kw::ctl {

// The command line, taken apart. Options may stand anywhere.
struct Arguments {
    QString command; // empty: none given
    QStringList operands;
    QHash<QString, QString> options; // by name without dashes; switches have an empty value

    bool has(const QString &option) const { return options.contains(option); }
    QString value(const QString &option) const { return options.value(option); }
};

// `--` ends the options. Error: Invalid, a sentence for stderr (exit status 2).
Result<Arguments> parseArguments(const QStringList &words);

// What --help prints.
QString helpText();

} // namespace kw::ctl
