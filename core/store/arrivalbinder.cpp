#include "core/store/arrivalbinder.h"

#include "core/store/messagerow.h"
#include "core/store/statement.h"

#include <algorithm>

namespace kw {

ArrivalBinder::ArrivalBinder(Database &db, FolderId folder)
    : m_db(db)
    , m_folder(folder)
    , m_claims(db)
    , m_anyLeaves(m_claims.any(folder))
    , m_anyStays(hasUnbound())
{
}

bool ArrivalBinder::hasUnbound() const
{
    Statement &query
        = m_db.prepared("SELECT EXISTS(SELECT 1 FROM message WHERE folder_id=? AND uid IS NULL)");
    return query.bind(m_folder).holds();
}

ArrivalBinder::Bound ArrivalBinder::bind(const QList<const NewMessage *> &listed)
{
    Bound bound;
    if (!m_anyLeaves && !m_anyStays)
        return bound;
    QList<const NewMessage *> open;
    for (const NewMessage *m : listed) {
        if (m_anyLeaves && m_claims.claims(m_folder, m->uid))
            bound.movedAway.insert(raw(m->uid));
        else
            open.append(m);
    }
    std::ranges::sort(open, {}, [](const NewMessage *m) { return raw(m->uid); });
    for (const Likeness likeness : {Likeness::SameMarks, Likeness::SameKnownMarks, Likeness::SameHeader})
        open.removeIf([&](const NewMessage *m) { return bindOne(*m, likeness, bound); });
    return bound;
}

bool ArrivalBinder::bindOne(const NewMessage &m, Likeness likeness, Bound &bound)
{
    const auto fits = [&](const Candidate &candidate) {
        return likeness == Likeness::SameHeader || hasMarksOf(candidate.message, m, likeness);
    };
    auto candidates = m_anyLeaves ? leaving(m.digest.headerHash) : QList<Candidate>();
    if (m_anyStays)
        candidates.append(staying(m.digest.headerHash));
    std::ranges::stable_sort(candidates, {}, &Candidate::sent);
    const auto found = std::ranges::find_if(candidates, fits);
    if (found == candidates.end())
        return false;
    if (isSet(found->move)) {
        setSource(*found, m.uid);
        bound.movedAway.insert(raw(m.uid));
    } else {
        setUid(found->message, m);
        bound.takenOver.insert(raw(m.uid));
    }
    return true;
}

// Moves whose source had no UID yet: moved on before it had arrived, or renumbered meanwhile. One whose
// message has yet to begin an earlier journey cannot have its source here already.
QList<ArrivalBinder::Candidate> ArrivalBinder::leaving(quint64 headerHash) const
{
    Statement &find = m_db.prepared(
        "SELECT id, message_id, (SELECT MAX(e.sent) FROM op e WHERE e.message_id=op.message_id AND "
        "e.dest_folder=op.src_folder AND e.id<op.id) FROM op "
        "WHERE src_folder=? AND header_hash=? AND state<2 AND src_uid IS NULL AND kind=1 AND "
        "NOT EXISTS(SELECT 1 FROM op earlier WHERE earlier.message_id=op.message_id AND earlier.id<op.id AND "
        "earlier.state=0 AND earlier.phase=0) ORDER BY 3, id LIMIT 16");
    find.bind(m_folder, headerHash);
    QList<Candidate> out;
    while (find.next())
        out.append({MessageId(find.integer(1)), OpId(find.integer(0)), find.integer(2)});
    return out;
}

// One whose journey has not begun cannot have arrived.
QList<ArrivalBinder::Candidate> ArrivalBinder::staying(quint64 headerHash) const
{
    Statement &find
        = m_db.prepared("SELECT id, (SELECT MAX(op.sent) FROM op WHERE op.message_id=message.id "
                        "AND op.dest_folder=?1) FROM message WHERE folder_id=?1 AND uid IS NULL AND "
                        "header_hash=?2 AND NOT EXISTS(SELECT 1 FROM op "
                        "WHERE op.message_id=message.id AND op.state=0 AND op.phase=0 AND "
                        "op.dest_folder=?1 AND op.kind IN (1,2,4)) "
                        "ORDER BY 2, id LIMIT 16");
    find.bind(m_folder, headerHash);
    QList<Candidate> out;
    while (find.next())
        out.append({MessageId(find.integer(0)), OpId{}, find.integer(1)});
    return out;
}

bool ArrivalBinder::hasMarksOf(MessageId id, const NewMessage &m, Likeness likeness) const
{
    const auto row = storedMessage(m_db, id);
    if (!row || (likeness == Likeness::SameMarks && row->pending != 0))
        return false;
    // What waits for the server may have got there: a session that was lost tells nothing.
    const quint32 told = ServerFlagMask & ~quint32(Flag::Deleted) & ~row->pending;
    return ((row->serverFlags ^ m.flags) & told) == 0
        && knownKeywords(id, splitKeywords(row->keywords)) == knownKeywords(id, m.keywords);
}

// Without those of which it is not known whether the server has them.
QStringList ArrivalBinder::knownKeywords(MessageId id, QStringList keywords) const
{
    Statement &query = m_db.prepared("SELECT keyword FROM pending_keyword WHERE message_id=?");
    query.bind(id);
    while (query.next())
        keywords.removeIf(
            [open = query.text(0)](const QString &k) { return k.compare(open, Qt::CaseInsensitive) == 0; });
    keywords.sort(Qt::CaseInsensitive);
    return keywords;
}

void ArrivalBinder::setSource(const Candidate &move, Uid uid)
{
    m_db.prepared("UPDATE op SET src_uid=?2 WHERE id=?1").bind(move.move, uid).run();
    m_db.prepared(
            "UPDATE op SET src_uid=?3 WHERE source_id=?1 AND src_folder=?2 AND src_uid IS NULL AND state<2")
        .bind(move.message, m_folder, uid)
        .run();
}

void ArrivalBinder::setUid(MessageId id, const NewMessage &m)
{
    m_db.prepared("UPDATE message SET uid=?2, size=?3, gmail_id=?4 WHERE id=?1")
        .bind(id, m.uid, m.size, m.gmailId)
        .run();
    for (const char *sql :
         {"UPDATE op SET src_uid=?3 WHERE source_id=?1 AND src_folder=?2 AND src_uid IS NULL AND state<2",
          "UPDATE op SET src_uid=?3 WHERE message_id=?1 AND src_folder=?2 AND src_uid IS NULL AND state<2 "
          "AND kind=3"})
        m_db.prepared(sql).bind(id, m_folder, m.uid).run();
}

} // namespace kw
