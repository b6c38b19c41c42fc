#pragma once

#include "core/base/ids.h"

#include <QHash>
#include <QStringList>

namespace kw {

// What names in a query mean on this computer; filled in by whoever searches. A plain value.
struct SearchContext {
    QStringList ownAddresses; // of all accounts, for "me"
    QHash<QString, QString>
        tagKeywords; // the server's keyword by the tag's name, both as the person has them
    QHash<AccountId, QStringList> accountNames; // key, name and address of each account
    bool quotedText = false; // also what others wrote before, where a message quotes it

    bool operator==(const SearchContext &) const = default;
};

} // namespace kw
