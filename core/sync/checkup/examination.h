#pragma once

#include "core/account/paths.h"
#include "core/doctor/doctor.h"
#include "core/sync/account/sessionopener.h"

namespace kw {

// The doctor's surroundings in the real world: KIMAP, the profile's cache, pins from accounts.ini.
// `secret` is asked when it comes to signing in.
DoctorSurroundings surroundingsOf(const AccountSettings &account, const Paths &paths, PasswordSource secret);

// An account, an address or a domain, as a person writes it; the address's or the domain's servers need not
// be known. Error: Invalid.
Result<Patient> patientOf(const AccountSettings &account);
Result<Patient> patientOf(const QString &addressOrDomain);

} // namespace kw
