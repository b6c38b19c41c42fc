#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QString>

namespace kw {

// What stands below a person's mail. Plain value.
struct Signature {
    QString text; // lines end with LF; without "-- "
    QString html; // a fragment for <body>; empty: plain text alone
    bool isEmpty() const { return text.isEmpty() && html.isEmpty(); }
    bool operator==(const Signature &) const = default;
};

// As it is kept: LF between lines, none at the end, no signs that a terminal would obey.
Signature tidied(const Signature &signature);

// By the address they belong to, in lower case.
using Signatures = QMap<QString, Signature>;

// signatures.ini beside accounts.ini (docs/accounts.md): one group per address, in which people may write by
// hand; comments, order and keys we do not know survive a save. Blocking file I/O of a few KB; any thread.
struct SignatureFile {
    static constexpr qsizetype LongestText = 100'000; // characters

    // What cannot be read is left out; a file that does not exist is an empty one. Error: Storage, Invalid
    // (no such file at all).
    static Result<Signatures> load(const QString &path);
    // Of this address alone; all else stays as it is in the file by then. An empty one goes. Atomic, mode
    // 0600. Errors: Invalid (too long, or the address cannot stand there), Storage.
    static Result<void> save(const QString &path, const QString &address, const Signature &signature);
    // Of each of these addresses; those that are not named stay. Ends at the first error.
    static Result<void> save(const QString &path, const Signatures &signatures);
};

// Several lines in one: "\n" for a line's end, "\\" for a backslash. Any other "\" stands for itself.
QString foldedLines(const QString &text);
QString unfoldedLines(const QString &line);

} // namespace kw
