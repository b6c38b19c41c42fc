#pragma once

#include "core/mime/formats/partfindings.h"

namespace kw {

// What is in a part: TNEF by ourselves, the others by KDE's libraries (KCalendarCore, KContacts). They trust
// their input more than mail deserves, so this is for the part reader's process and for tests; everybody else
// asks PartReader. Never fails: what cannot be read gives nothing.
PartFindings readTnef(const QByteArray &octets);
PartFindings readCalendar(const QByteArray &octets); // the text, in UTF-8
PartFindings readCard(const QByteArray &octets);

PartFindings readAs(PartFormat format, const QByteArray &octets);

} // namespace kw
