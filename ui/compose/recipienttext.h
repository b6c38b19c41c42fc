#pragma once

#include "core/base/mailtypes.h"

#include <QList>
#include <QString>
#include <QStringList>

// Recipients as they are typed, pasted and read out. Pure; any thread.
namespace kw {

// Text that somebody typed, cut at its commas, semicolons and line ends; those within quotes, comments and
// angle brackets belong to a name. The last piece is what stands behind the last of them, maybe nothing.
QStringList cutAtSeparators(const QString &text);
// Text that comes from elsewhere, as recipients. "Becker, Anna <anna@example.org>", as Outlook writes it, is
// one of them.
QList<Address> recipientsIn(const QString &text);
// Complete or not: what is no mailbox stands in the address, without a name.
Address recipientFrom(const QString &text);
// A server can be asked to take mail for it.
bool isSendable(const Address &recipient);
// "Anna Becker, anna@example.org", as it is read out.
QString spokenRecipient(const Address &recipient);
// For other programs and for other fields.
QString writtenRecipients(const QList<Address> &recipients);

} // namespace kw
