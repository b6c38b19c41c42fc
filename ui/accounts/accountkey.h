#pragma once

#include <QStringList>

namespace kw {

// The name of a new account's group in accounts.ini, which stays for life: readable, free of what ini files
// dislike, not one of `taken`. Made of the name the person wishes, else of the address's domain.
QString newAccountKey(const QString &name, const QString &address, const QStringList &taken);

// "Anna Becker <anna@example.org>" (RFC 5322 3.4), the name quoted where it must be.
QString mailbox(const QString &name, const QString &address);

} // namespace kw
