#pragma once

#include "core/base/result.h"

#include <optional>

namespace kw {

// The names of a cache's files, and how a damaged one gives way to a new one. A kill at any moment leaves
// either the old file or the new one in place: the mark beside them says how far it got.
class CacheFiles
{
public:
    explicit CacheFiles(QString directory);

    const QString &directory() const { return m_directory; }
    QString cache() const;
    QString bodies() const;
    QString replacement() const; // the new cache while it is being made

    // Somebody met damage: the next one to open the cache for writing makes it anew.
    void markDamaged() const;
    // Marked, or cut to nothing although there was something.
    bool isDamaged() const;

    // What the mark tells about a replacement that is whole but not yet in its place.
    struct Replacement {
        QString aside; // where the damaged file goes
        bool keptAll = true; // everything worth keeping could be read
    };
    std::optional<Replacement> ready() const;
    Result<void> setReady(bool keptAll) const;
    // The damaged file goes aside (of those put aside before, none stays), the new one takes its place.
    Result<void> replace() const;

    static void remove(const QString &database); // with its log

private:
    QString mark() const;

    QString m_directory;
};

} // namespace kw
