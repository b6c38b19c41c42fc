#pragma once

#include "core/base/ids.h"

#include <QColor>
#include <QHash>
#include <QString>

// How a message list is drawn; plain values shared by pane, view and delegates.
namespace kw {

enum class ListMode { Cards, Table };
enum class ListDensity { Compact, Normal, Roomy };
// What a list selects when what is selected is about to leave it: the row below, the one above, none.
enum class MoveOn { Next, Previous, Nothing };

// How a list looks and is ordered: all that its menu offers.
struct ListLooks {
    bool oldestFirst = false;
    bool dateGroups = true;
    bool conversations = false;
    ListMode mode = ListMode::Cards;
    ListDensity density = ListDensity::Normal;
    bool operator==(const ListLooks &) const = default;
};

// What a row shows of its account.
struct AccountLook {
    QString name;
    QColor color; // used for bars only, never for text
};
using AccountLooks = QHash<AccountId, AccountLook>;

} // namespace kw
