#pragma once

#include "core/account/accountsettings.h"
#include "core/account/signatures.h"
#include "core/settings/savedsearches.h"
#include "core/settings/settingsfile.h"

namespace kw {

// Everything a person has set up, as one file (.kittiwake-settings, docs/settings.md) holds it: no password,
// no token, no command. Plain value; any thread.
struct SettingsBundle {
    static constexpr qint64 MostBytes = 4 << 20;
    static constexpr qsizetype MostAccounts = 200;
    static constexpr qsizetype MostKeys = 1000;
    static constexpr qsizetype MostSignatures = 500;

    SettingValues settings;
    std::optional<QList<TagEntry>> tags; // nothing: as the program brings them
    std::optional<SettingValues> keys; // by action; nothing: the file says nothing about keys
    QList<AccountSettings> accounts; // unchecked, without defaults; passwordCommand is always empty
    Signatures signatures;
    QList<SavedSearch> searches;
    QStringList left; // sentences: what stood in the file and was not taken

    // What the profile has now. `accounts` are those of accounts.ini; a pinned certificate kept in a file
    // comes along as its text.
    static SettingsBundle ofProfile(const QString &directory, const QList<AccountSettings> &accounts);

    QByteArray toBytes() const;
    // A file from strangers: bounded, and every value read as if it stood in the profile's own files. Error:
    // Invalid.
    static Result<SettingsBundle> fromBytes(const QByteArray &bytes);
    // The same from a file. Errors: Storage, Invalid.
    static Result<SettingsBundle> fromFile(const QString &path);
};

} // namespace kw
