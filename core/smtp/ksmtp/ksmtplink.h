#pragma once

#include "core/smtp/smtplink.h"

namespace kw {

// An unopened SmtpLink over KDE's KSMTP. Lives on the thread that calls this, which needs an event loop.
std::unique_ptr<SmtpLink> makeKsmtpLink();

} // namespace kw
