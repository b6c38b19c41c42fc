#pragma once

#include "core/mime/headerdigest.h"
#include "core/store/database.h"

#include <optional>

namespace kw {

// The addresses of messages as text, for finding them. Write methods need an open Transaction; rows go with
// their messages by themselves.
class Envelopes
{
public:
    explicit Envelopes(Database &db);

    // `whole`: the digest is of the whole header (Cc, List-Id). The index is told where it knows less.
    void set(MessageId id, const HeaderDigest &digest, bool whole);
    void copy(MessageId from, MessageId to);

    struct Envelope {
        QString recipients; // "Anna Becker <anna@example.org>, …"
        QString cc;
        QString list;
        bool whole = false;
    };
    std::optional<Envelope> get(MessageId id) const;
    // Messages of this folder with a UID whose whole header was not seen and whose text is not here, newest
    // first, at most `most`.
    QList<MessageId> unseen(FolderId folder, int most) const;

private:
    Database &m_db;
};

// "Anna Becker <anna@example.org>, lars@example.org"
QString addressLine(const QList<Address> &addresses);
// The addresses in such a line, lower case.
QStringList emailsIn(const QString &line);

} // namespace kw
