#pragma once

#include "core/base/result.h"

#include <QMap>
#include <QStringList>

namespace kw {

// What the person calls others: "family", "club". By address, in lower case; each list without doubles, in
// the person's order.
using PersonTags = QMap<QString, QStringList>;

// people.ini beside accounts.ini (docs/accounts.md): one group per address with a line `tags = family, club`,
// in which people may write by hand; comments, order and keys we do not know survive a save. Blocking file
// I/O of a few KB; any thread.
struct PersonTagFile {
    static constexpr qsizetype LongestTag = 40; // characters
    static constexpr qsizetype MostTags = 20; // of one person

    static QString path(const QString &configDirectory);
    // What cannot be read is left out; a file that does not exist is an empty one. Error: Storage, Invalid
    // (no such file at all).
    static Result<PersonTags> load(const QString &path);
    // Of this address alone; all else stays as it is in the file by then. None: its line goes. Atomic, mode
    // 0600. Errors: Invalid (the address cannot stand there), Storage.
    static Result<void> save(const QString &path, const QString &address, const QStringList &tags);
};

// One tag as it is kept: one line, without commas, not too long. Empty: nothing is left of it.
QString tidiedPersonTag(const QString &tag);
QStringList tidiedPersonTags(const QStringList &tags);
// All that are given to somebody, by name.
QStringList allPersonTags(const PersonTags &tags);

} // namespace kw
