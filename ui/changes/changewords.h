#pragma once

#include "core/store/journalpages.h"
#include "ui/look/tags.h"
#include "ui/look/theme.h"

#include <QHash>

// How actions read to a person.
namespace kw {

using AccountNames = QHash<AccountId, QString>;

// "Moved 3 messages to “Lists/qt”"
QString changeTitle(const ActionRow &action, const TagLooks &tags);
QLatin1StringView changeIcon(const ActionRow &action);
// "waiting", "being undone", "2 refused, 5 waiting" …
QString changeState(const ChangeRow &row, bool online);
Tone changeTone(const ChangeRow &row);
QString placeName(const ChangePlace &place, const AccountNames &accounts); // "Work · Inbox"
QString placeNames(const ChangeRow &row, const AccountNames &accounts);
// The whole row as one sentence, for those who hear it.
QString changeSentence(const ChangeRow &row, const AccountNames &accounts, const TagLooks &tags, bool online);
QString refusedTitle(const RefusedItem &item); // "Lunch — Mia Wolf", or a folder's path
// "Cancel" as long as nothing was sent, else "Undo".
bool isCancellable(const ChangeRow &row);

} // namespace kw
