#pragma once

#include <QString>

#include <optional>

// Mail addresses and names of servers, as far as setting up an account needs them. Pure; any thread.
namespace kw {

struct MailAddress {
    QString local; // before the @, as typed
    QString domain; // lower case; other scripts in the form that DNS takes ("xn--…", RFC 5890)
    QString full() const { return local + QLatin1Char('@') + domain; }
    bool operator==(const MailAddress &) const = default;
};

// Surrounding blanks do not count. Nothing where it is no complete address.
std::optional<MailAddress> parseMailAddress(const QString &text);
bool isMailAddress(const QString &text);

// A name that DNS can hold (letters, digits, hyphens; labels up to 63, 253 in all), or an IP address.
bool isServerName(const QString &name);
// A name below some top-level domain: no address, no name of this network alone. Only those are asked for
// settings.
bool isPublicName(const QString &name);
// `host` is `domain` or lies below it.
bool isWithin(const QString &host, const QString &domain);
// Where a host's owner may publish settings: "mx1.mail.example.co.uk" gives example.co.uk,
// mail.example.co.uk.
QStringList ownersDomains(const QString &host);

} // namespace kw
