#pragma once

#include "core/base/result.h"

#include <QList>
#include <QString>

namespace kw {

// A search that the person keeps: a line of the folder pane. Plain value.
struct SavedSearch {
    QString key; // its own for good: letters, digits, "-" and "_"
    QString name;
    QString query; // as it is typed (docs/search.md)
    bool operator==(const SavedSearch &) const = default;
};

// One line each, not empty, not endless, and a key that a file can hold.
bool isUsable(const SavedSearch &search);

// searches.ini of a profile's configuration folder (docs/settings.md): one group per search, in the person's
// order; people may write in it by hand, comments and keys we do not know survive a save. Blocking file I/O
// of a few KB; any thread.
struct SavedSearchFile {
    static constexpr int Most = 200;
    static constexpr qsizetype LongestName = 100; // characters
    static constexpr qsizetype LongestQuery = 2000;

    static QString path(const QString &directory);
    // What makes no sense is left out; a file that does not exist is an empty one. Errors: Storage, Invalid
    // (no such file at all).
    static Result<QList<SavedSearch>> load(const QString &directory);
    // Exactly these, in this order; those that cannot be used are left out. Atomic, mode 0600. Errors:
    // Storage, Invalid.
    static Result<void> save(const QString &directory, const QList<SavedSearch> &searches);
    // One that none of `others` has, made from the name.
    static QString freeKey(const QString &name, const QList<SavedSearch> &others);
};

} // namespace kw
