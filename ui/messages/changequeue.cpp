#include "ui/messages/changequeue.h"

namespace kw {

void ChangeQueue::append(const QList<RowChange> &delta)
{
    if (!delta.isEmpty())
        m_deltas.append(delta);
}

QList<RowChange> ChangeQueue::take(qsizetype limit)
{
    if (m_deltas.isEmpty())
        return {};
    const QList<RowChange> some = m_deltas.first().mid(m_taken, limit);
    m_taken += some.size();
    if (m_taken >= m_deltas.first().size()) {
        m_deltas.removeFirst();
        m_taken = 0;
    }
    return some;
}

void ChangeQueue::clear()
{
    m_deltas.clear();
    m_taken = 0;
}

} // namespace kw
