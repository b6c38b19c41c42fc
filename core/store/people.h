#pragma once

#include "core/base/mailtypes.h"
#include "core/store/database.h"

namespace kw {

// Somebody one may write to.
struct KnownPerson {
    Address address; // the name as it was seen last; may be empty
    double weight = 0; // the higher the more likely meant; above 1: written to
    bool operator==(const KnownPerson &) const = default;
};

// How likely somebody is meant again: often and lately counts most, half as much for each two months without
// mail, but never nothing. `lately`: of the latest mail, seconds since the epoch.
double weightOfWritten(int times, qint64 lately, qint64 now);
// Of somebody whose mail one has only read; always below 1.
double weightOfRead(int times, qint64 lately, qint64 now);

// Those that sent mail went to, then senders of mail that was read (not of junk, trash and drafts); machines
// ("no-reply@", mailing in bulk) come last unless they were written to. At most `most`, the heaviest first,
// no address twice. Walks over all rows (1 M: about a second): for a thread that nobody waits for.
QList<KnownPerson> knownPeople(Database &db, qint64 now, int most);

} // namespace kw
