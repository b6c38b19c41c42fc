#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

namespace kw {

// What one check of a message came to, as a server wrote it down (RFC 8601).
struct AuthenticationResult {
    QString method; // "dkim", "spf", "dmarc", "arc", …; lower case
    QString result; // "pass", "fail", "none", …; lower case
    QString reason;
    struct Property {
        QString name; // "header.d", "smtp.mailfrom"; lower case
        QString value;
    };
    QList<Property> properties;

    QString property(QLatin1StringView name) const; // the first of that name; empty: none
};

struct AuthenticationResults {
    QString server; // authserv-id; empty where the server leaves it out (Outlook.com does)
    QList<AuthenticationResult> results;
};

// Reads the value of an Authentication-Results field (RFC 8601 2.2), as leniently as servers write it.
// Nothing where it has no result at all ("none" is an answer without results). Linear, bounded.
std::optional<AuthenticationResults> readAuthenticationResults(const QString &value);

} // namespace kw
