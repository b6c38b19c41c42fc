#include "core/imap/kimap/readykimap.h"

#include <KIMAP/LogoutJob>

namespace kw {

void readyKimap()
{
    // KIMAP has no call of its own for this; every job asks for the translation of its name.
    const KIMAP::LogoutJob job(nullptr);
}

} // namespace kw
