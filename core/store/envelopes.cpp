#include "core/store/envelopes.h"

#include "core/store/messagerow.h"
#include "core/store/traits.h"

namespace kw {

Envelopes::Envelopes(Database &db)
    : m_db(db)
{
}

void Envelopes::set(MessageId id, const HeaderDigest &digest, bool whole)
{
    if (digest.to.isEmpty() && digest.cc.isEmpty() && digest.listId.isEmpty() && !whole)
        return;
    m_db.prepared("INSERT INTO envelope(message_id, recipients, cc, list, whole) VALUES(?1,?2,?3,?4,?5) ON "
                  "CONFLICT(message_id) DO UPDATE SET recipients=?2, cc=?3, list=?4, whole=?5 WHERE "
                  "?5>=whole")
        .bind(id, addressLine(digest.to), addressLine(digest.cc), digest.listId, whole)
        .run();
    if (!whole)
        return;
    m_db.prepared("INSERT INTO index_feed(message_id) VALUES(?)").bind(id).run();
    Traits(m_db).headerRead(id, digest);
}

void Envelopes::copy(MessageId from, MessageId to)
{
    m_db.prepared("INSERT OR REPLACE INTO envelope SELECT ?2, recipients, cc, list, whole FROM envelope "
                  "WHERE message_id=?1")
        .bind(from, to)
        .run();
}

std::optional<Envelopes::Envelope> Envelopes::get(MessageId id) const
{
    Statement &query = m_db.prepared("SELECT recipients, cc, list, whole FROM envelope WHERE message_id=?");
    query.bind(id);
    if (!query.next())
        return {};
    Envelope found{query.text(0), query.text(1), query.text(2), query.integer(3) != 0};
    query.rewind();
    return found;
}

QList<MessageId> Envelopes::unseen(FolderId folder, int most) const
{
    QList<MessageId> ids;
    Statement &query = m_db.prepared(
        "SELECT m.id FROM message m WHERE m.hidden=0 AND m.folder_id=?1 AND m.uid IS NOT NULL AND NOT "
        "EXISTS(SELECT 1 FROM envelope e WHERE e.message_id=m.id AND e.whole=1) AND NOT EXISTS(SELECT "
        "1 " KW_BODY_OF ") ORDER BY m.date DESC, m.id DESC LIMIT ?2");
    query.bind(folder, most);
    while (query.next())
        ids.append(MessageId(query.integer(0)));
    return ids;
}

QString addressLine(const QList<Address> &addresses)
{
    QStringList out;
    for (const Address &address : addresses) {
        if (address.name.isEmpty() || address.email.isEmpty())
            out.append(displayName(address));
        else
            out.append(address.name + QLatin1StringView(" <") + address.email + QLatin1Char('>'));
    }
    return out.join(QLatin1StringView(", "));
}

QStringList emailsIn(const QString &line)
{
    QStringList out;
    for (const QString &part : line.split(QLatin1StringView(", "), Qt::SkipEmptyParts)) {
        const qsizetype open = part.lastIndexOf(QLatin1Char('<'));
        const QString email
            = open >= 0 && part.endsWith(QLatin1Char('>')) ? part.sliced(open + 1).chopped(1) : part;
        if (email.contains(QLatin1Char('@')))
            out.append(email.toLower());
    }
    return out;
}

} // namespace kw
