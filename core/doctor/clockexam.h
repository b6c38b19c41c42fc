#pragma once

#include "core/doctor/domainexam.h"
#include "core/doctor/serverprobe.h"

#include <optional>

namespace kw::doctor {

// One comparison of two clocks.
struct ClockReading {
    QString source; // who told the time: "the greeting of smtp.example.org"
    qint64 theirsMs = 0; // ms since the epoch
    qint64 oursMs = 0;
};

// The time in what a server said: an SMTP greeting that has one, or the Date of an HTTPS answer.
std::optional<ClockReading> clockIn(const ProbeTarget &target, const ServerSeen &seen);
// "computer.clock"
Finding judgeClock(const QList<ClockReading> &readings);

// Reads the clocks of the account's own servers and domain over HTTPS; nobody else is asked.
Task<QList<ClockReading>> readClocks(DoctorSurroundings around, std::shared_ptr<Curfew> curfew,
                                     QStringList hosts);

} // namespace kw::doctor
