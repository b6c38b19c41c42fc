#pragma once

#include "core/base/uidset.h"
#include "core/store/database.h"

namespace kw {

// UIDs that open moves have taken out of a folder: the server still has them, our lists do not. Passes must
// neither list them again nor miss them. Write methods need an open Transaction.
class SourceClaims
{
public:
    explicit SourceClaims(Database &db);

    bool any(FolderId folder) const;
    bool claims(FolderId folder, Uid uid) const;
    // The row that was moved away from here and has no UID as yet. None where the server has copied the
    // message already: what is left behind here says nothing of it any more.
    MessageId claimant(FolderId folder, Uid uid) const;
    UidSet uids(FolderId folder) const;
    // The journal has something open that places this message.
    bool isPlaced(MessageId id) const;

    // UIDVALIDITY changed.
    void forgetUids(FolderId folder);
    // Moves that wait for their source to be listed, and for nothing else.
    QList<OpId> unbound(FolderId folder) const;
    bool isUnbound(OpId op) const;

private:
    Database &m_db;
};

} // namespace kw
