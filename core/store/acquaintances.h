#pragma once

#include "core/base/mailtypes.h"
#include "core/store/database.h"

#include <QStringList>

namespace kw {

// Whom one has had mail from or written to. noteWritten needs an open Transaction. Addresses are compared
// without case. Whether older mail came from a stranger costs a walk over all rows (1 M: about a second): for
// a thread that nobody waits for.
class Acquaintances
{
public:
    explicit Acquaintances(Database &db);

    // Sent mail of that day (seconds since the epoch) goes to these.
    void noteWritten(const QList<Address> &to, qint64 date);

    // Sent mail went to this address, or answered a message from it.
    bool hasWrittenTo(const QString &email) const;
    // There is older mail from this address than that message.
    bool hasHeardFrom(const QString &email, MessageId before) const;
    // The addresses that sent mail went to, lower case, at most `most`, the newest first.
    QStringList writtenTo(int most) const;

private:
    Database &m_db;
};

} // namespace kw
