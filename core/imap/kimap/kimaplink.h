#pragma once

#include "core/imap/imaplink.h"

#include <memory>

namespace kw {

// An unopened ImapLink over KDE's KIMAP. Lives on the thread that calls this; that thread needs an event
// loop.
std::unique_ptr<ImapLink> makeKimapLink();

} // namespace kw
