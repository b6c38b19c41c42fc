#pragma once

#include "core/compose/reminders.h"

namespace kw {

// "The text speaks of an attachment (“attached”), but there is none."
QString reminderSentence(const Reminder &reminder);
// Nothing can be sent before this is put right.
bool isProblem(const Reminder &reminder);
// To whom an answer to all of a list would go if only the author were meant; none: that cannot be told.
QList<Address> onlyAuthor(const Draft &draft, const QStringList &ownAddresses);

} // namespace kw
