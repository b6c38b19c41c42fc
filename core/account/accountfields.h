#pragma once

#include "core/account/accountsettings.h"

#include <QList>

namespace kw {

// The keys of accounts.ini, in the order they are written.
struct Field {
    const char *key;
    QString (*value)(const AccountSettings &); // as written; empty: nothing to write
    Result<void> (*read)(AccountSettings &, const QString &); // error: Invalid, a sentence that names the key
};
const QList<Field> &accountFields();

// Reads one value; unknown keys are fine (a newer version's, or a note of the person), misspelt ones are an
// error.
Result<void> setField(AccountSettings &account, const QString &key, const QString &value);

// Values that a line of the file cannot hold (line breaks, a group name with brackets). Error: Invalid.
Result<void> checkWritable(const AccountSettings &account);

} // namespace kw
