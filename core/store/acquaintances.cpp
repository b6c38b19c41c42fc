#include "core/store/acquaintances.h"

#include "core/store/statement.h"

namespace kw {

Acquaintances::Acquaintances(Database &db)
    : m_db(db)
{
}

void Acquaintances::noteWritten(const QList<Address> &to, qint64 date)
{
    for (const Address &address : to) {
        if (address.email.isEmpty())
            continue;
        m_db.prepared(
                "INSERT INTO correspondent(email, last, name) VALUES(?1, ?2, ?3) ON CONFLICT(email) DO "
                "UPDATE "
                "SET name=CASE WHEN ?3 IS NOT NULL AND (name IS NULL OR ?2>=last) THEN ?3 ELSE name END, "
                "last=MAX(last, ?2), count=count+1")
            .bind(address.email.toLower(), date, address.name)
            .run();
    }
}

bool Acquaintances::hasWrittenTo(const QString &email) const
{
    if (email.isEmpty())
        return false;
    Statement &query = m_db.prepared("SELECT EXISTS(SELECT 1 FROM correspondent WHERE email=?1)");
    query.bind(email.toLower());
    if (query.holds())
        return true;
    // Caches that are older than the list of correspondents know it by the conversations.
    Statement &answered = m_db.prepared("SELECT EXISTS(SELECT 1 FROM message s JOIN message m ON "
                                        "m.thread_id=s.thread_id WHERE s.hidden=0 AND "
                                        "s.role=?1 AND m.from_email=?2 COLLATE NOCASE)");
    answered.bind(FolderRole::Sent, email);
    return answered.holds();
}

bool Acquaintances::hasHeardFrom(const QString &email, MessageId before) const
{
    if (email.isEmpty())
        return false;
    // A copy in a second folder is no older mail: the date must differ.
    Statement &query
        = m_db.prepared("SELECT EXISTS(SELECT 1 FROM message WHERE from_email=?1 COLLATE NOCASE AND "
                        "id<>?2 AND date<(SELECT date FROM message WHERE id=?2))");
    query.bind(email, before);
    return query.holds();
}

QStringList Acquaintances::writtenTo(int most) const
{
    QStringList out;
    Statement &query = m_db.prepared("SELECT email FROM correspondent ORDER BY last DESC, email LIMIT ?");
    query.bind(most);
    while (query.next())
        out.append(query.text(0));
    query.rewind();
    return out;
}

} // namespace kw
