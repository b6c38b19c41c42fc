#pragma once

#include "core/doctor/finding.h"
#include "core/doctor/serverprobe.h"

namespace kw::doctor {

// What was seen of a server means this for the person. Pure; any thread. `prefix`: "imap" or "smtp".
Finding judgeReach(const QString &prefix, const ProbeTarget &target, const ServerSeen &seen);
// `loopback`: on this computer, where clear text harms nobody.
Finding judgeTls(const QString &prefix, const ProbeTarget &target, const ServerSeen &seen, qint64 nowMs);

// The reach and encryption of a server that the account has no settings for.
QList<Finding> planServer(const QString &prefix);

// Whether a password may follow.
bool mayBeTrusted(const ProbeTarget &target, const ServerSeen &seen);

} // namespace kw::doctor
