#include "core/store/search/foundrows.h"

#include "core/store/messagerow.h"
#include "core/store/sourceclaims.h"

namespace kw {

#define KW_FOUND                                                                                             \
    "SELECT m.id, m.folder_id, m.date, m.flags, m.keywords, m.size, m.from_email, m.gmail_id, m.hidden, "    \
    "EXISTS(SELECT 1 " KW_BODY_OF "), COALESCE((SELECT whole FROM envelope e WHERE e.message_id=m.id), 0) "  \
    "FROM message m "

FoundRows::FoundRows(Database &db)
    : m_db(db)
{
}

std::optional<FoundRow> FoundRows::only(Statement &query) const
{
    if (!query.next())
        return {};
    FoundRow row;
    row.id = MessageId(query.integer(0));
    row.folder = FolderId(query.integer(1));
    row.date = query.integer(2);
    row.flags = query.number(3);
    row.keywords = splitKeywords(query.text(4));
    row.size = query.number(5);
    row.fromEmail = query.text(6);
    row.gmailId = quint64(query.integer(7));
    row.isHidden = query.integer(8) != 0;
    row.hasText = query.integer(9) != 0;
    row.isWhole = query.integer(10) != 0;
    query.rewind();
    return row;
}

std::optional<FoundRow> FoundRows::at(FolderId folder, Uid uid) const
{
    return only(m_db.prepared(KW_FOUND "WHERE m.folder_id=? AND m.uid=?").bind(folder, uid));
}

std::optional<FoundRow> FoundRows::moved(FolderId folder, Uid uid) const
{
    const SourceClaims claims(m_db);
    if (!claims.claims(folder, uid))
        return {};
    const MessageId id = claims.claimant(folder, uid);
    const auto row = only(m_db.prepared(KW_FOUND "WHERE m.id=?").bind(id));
    return row ? row : FoundRow();
}

std::optional<FoundRow> FoundRows::standIn(FolderId folder, quint64 gmailId) const
{
    return only(
        m_db.prepared(KW_FOUND
                      "WHERE m.gmail_id=?2 AND m.gmail_id<>0 AND m.hidden=0 AND (m.flags & ?3)=0 AND "
                      "m.folder_id IN (SELECT id FROM folder WHERE account_id=(SELECT account_id FROM "
                      "folder WHERE id=?1)) LIMIT 1")
            .bind(folder, gmailId, quint32(Flag::Copy)));
}

QHash<FolderId, qint64> FoundRows::withoutText() const
{
    QHash<FolderId, qint64> out;
    Statement &all = m_db.prepared("SELECT id, total FROM folder");
    while (all.next())
        out.insert(FolderId(all.integer(0)), all.integer(1));
    Statement &here = m_db.prepared(
        "SELECT m.folder_id, COUNT(*) FROM bodies.body b INDEXED BY body_used CROSS JOIN message m ON "
        "m.id=b.message_id WHERE m.hidden=0 GROUP BY m.folder_id");
    while (here.next())
        out[FolderId(here.integer(0))] -= here.integer(1);
    return out;
}

} // namespace kw
