#pragma once

#include "core/store/database.h"

#include <QStringList>

namespace kw {

// Whom one has had mail from or written to. Without an index of its own, so a stranger's address costs a walk
// over all rows (1 M: about a second): for a thread that nobody waits for.
class Acquaintances
{
public:
    explicit Acquaintances(Database &db);

    // A message of a folder for sent mail went to this address.
    bool hasWrittenTo(const QString &email) const;
    // There is older mail from this address than that message.
    bool hasHeardFrom(const QString &email, MessageId before) const;
    // The addresses that sent mail went to, lower case, at most `most`, the newest first.
    QStringList writtenTo(int most) const;

private:
    Database &m_db;
};

} // namespace kw
