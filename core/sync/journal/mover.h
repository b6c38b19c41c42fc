#pragma once

#include "core/sync/synccontext.h"

namespace kw {

// Puts messages elsewhere here and writes into the journal what the servers must do for it (T1 of DESIGN §5).
// Within the caller's Transaction.
class Mover
{
public:
    Mover(SyncContext &ctx, ActionId action);

    // Each returns what was changed, as it was before.
    QList<ActionItem> move(const QList<MessageId> &ids, FolderId to);
    QList<ActionItem> copy(const QList<MessageId> &ids, FolderId to); // the items are the new rows
    // For good, not before `notBefore` (ms since the epoch).
    QList<ActionItem> expunge(const QList<MessageId> &ids, qint64 notBefore);
    // Puts a vanished message back; the new row.
    std::optional<MessageId> restore(qint64 vanished, FolderId to);
    // Takes a copy, an upload or a restored message back: never made, or gone for good.
    void takeBackCopy(MessageId copy, Vanishing how = Vanishing::ByUs);

    // A row that was made here has to get to the server.
    OpId upload(MessageId row, FolderId to);
    // `old` goes for good, from the server only once `fresh` is there; both were made here.
    void replaceBy(MessageId old, MessageId fresh);

private:
    using Spot = Placement::Spot;

    bool moveWithin(const Spot &spot, FolderId to);
    bool transfer(const Spot &spot, FolderId to, AccountId account, bool keepSource);
    // Where the message is as far as the server knows, with every journey that has not begun taken back.
    std::optional<Spot> settledBack(MessageId id);
    bool neverSent(MessageId copy) const; // a copy or an upload that no server has heard of
    Operation about(const Spot &spot, OpKind kind) const;

    SyncContext &m_ctx;
    const ActionId m_action;
};

} // namespace kw
