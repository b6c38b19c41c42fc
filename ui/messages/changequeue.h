#pragma once

#include "ui/messages/rowchanges.h"

namespace kw {

// Deltas waiting to be applied, taken a few changes at a time; two deltas are never mixed, for a later one
// may undo an earlier one.
class ChangeQueue
{
public:
    bool isEmpty() const { return m_deltas.isEmpty(); }
    void append(const QList<RowChange> &delta);
    // At most `limit` changes of the oldest delta.
    QList<RowChange> take(qsizetype limit);
    void clear();

private:
    QList<QList<RowChange>> m_deltas;
    qsizetype m_taken = 0; // of the first
};

} // namespace kw
