#pragma once

#include "core/store/database.h"
#include "core/store/rows.h"
#include "core/store/sourceclaims.h"

#include <QSet>

namespace kw {

// Which of what a folder newly lists is mail that we already know: a row of this folder that had no UID (it
// was put here by us, or the folder was renumbered), or the source of a move whose message has not left yet.
// The header's hash tells; among copies of one message those with equal marks belong together, and what was
// sent first (op.sent) has the lower UID. Write methods need an open Transaction.
class ArrivalBinder
{
public:
    ArrivalBinder(Database &db, FolderId folder);

    struct Bound {
        QSet<quint32> takenOver; // UIDs that a row of this folder has now
        QSet<quint32> movedAway; // UIDs that stand elsewhere here, the server has yet to follow
    };
    Bound bind(const QList<const NewMessage *> &listed);

private:
    // A row that waits for its UID; `move` is set where it is the source of that move.
    struct Candidate {
        MessageId message{};
        OpId move{};
        qint64 sent = 0; // the order in which the server was told of them
    };
    enum class Likeness {
        SameMarks, // and none of the row's is on its way
        SameKnownMarks, // those on their way are passed over
        SameHeader,
    };
    bool bindOne(const NewMessage &m, Likeness likeness, Bound &bound);
    QList<Candidate> leaving(quint64 headerHash) const;
    QList<Candidate> staying(quint64 headerHash) const;
    bool hasMarksOf(MessageId id, const NewMessage &m, Likeness likeness) const;
    QStringList knownKeywords(MessageId id, QStringList keywords) const;
    void setSource(const Candidate &move, Uid uid);
    void setUid(MessageId id, const NewMessage &m);
    bool hasUnbound() const;

    Database &m_db;
    const FolderId m_folder;
    const SourceClaims m_claims;
    const bool m_anyLeaves;
    const bool m_anyStays;
};

} // namespace kw
