#pragma once

#include "core/settings/settingkeys.h"

namespace kw {

// A tag as it is kept: a server's keyword (RFC 3501) with the name and colour ("#rrggbb") the person gave it.
struct TagEntry {
    QString keyword;
    QString name;
    QString color;
    bool operator==(const TagEntry &) const = default;
};

// Keyword, name and colour are such that a server, a list and a file can hold them.
bool isUsable(const TagEntry &tag);

// settings.ini and shortcuts.ini of a profile's configuration folder. Each save takes the file's lock, reads
// what other programs have written meanwhile, changes only what it was given and puts the new file in the
// old one's place; keys of a newer version stay. Blocking file I/O of a few KB; any thread.
struct SettingsFile {
    static constexpr int MostTags = 200;

    // Every key; the usual value where none or nonsense stands in the file.
    static SettingValues load(const QString &directory);
    // Nothing: the person has never changed them.
    static std::optional<QList<TagEntry>> loadTags(const QString &directory);
    // Keys by action name; those left out are as usual.
    static SettingValues loadKeys(const QString &directory);

    // False if the file cannot be written. Keys not named stay as they are.
    static bool save(const QString &directory, const SettingValues &changed);
    static bool saveTags(const QString &directory, const QList<TagEntry> &tags);
    // Exactly these.
    static bool saveKeys(const QString &directory, const SettingValues &keys);
};

} // namespace kw
