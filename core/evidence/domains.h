#pragma once

#include <QString>

namespace kw {

// The part of a host's name that somebody registered ("mail.example.co.uk" → "example.co.uk"), by Mozilla's
// public suffix list as Debian keeps it; lower case, in ASCII. Empty for addresses and for suffixes
// themselves.
QString registeredDomain(const QString &host);

// What follows the last "@"; lower case, in ASCII; empty where there is none.
QString domainOf(const QString &email);

// Two names that a person could take for one another: equal after letters that look alike are made equal
// ("rn" and "m", "1" and "l", Cyrillic "а" and Latin "a"), or one letter apart in a name long enough.
bool looksLike(const QString &domain, const QString &other);

// Written in several alphabets, or wholly in one whose letters pass for Latin ones: shown as "xn--…".
bool isDeceptive(const QString &host);

} // namespace kw
