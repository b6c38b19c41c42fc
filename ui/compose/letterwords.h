#pragma once

#include "core/store/letter.h"

#include <QList>

namespace kw {

// What becomes of a letter, as the person reads it.
QString letterTitle(const Letter &letter); // its subject, or that it has none
// "Waits until Monday, 08:00", "Is being sent", "May have been sent or not" …
QString letterState(const Letter &letter, bool online, qint64 nowMs);
bool needsPerson(const Letter &letter); // refused, uncertain, or not for all

class Letters;
// Drafts that no folder shows: those that are to be encrypted and have no copy on the server.
QList<Letter> draftsHereOnly(const Letters &letters);

} // namespace kw
