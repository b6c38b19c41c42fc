#pragma once

#include "ui/messages/keyindex.h"
#include "ui/messages/listsource.h"

#include <QCache>
#include <QSet>

namespace kw {

// The texts of the rows shown lately, about 1,500 of them; others are read with their neighbours when they
// are asked for. One thread.
class RowCache
{
public:
    RowCache();

    // The row at this place of the index, read now if need be; null where the database has it no more (its
    // removal is on its way). Valid until the next call.
    const ListRow *row(const KeyIndex &index, int position, const ListSource &source, const ListQuery &query);
    const ListRow *find(qint64 id) const { return m_rows.object(id); }
    void remember(const QList<ListRow> &rows);
    bool forget(qint64 id) { return m_rows.remove(id); } // false: it was not here
    void forgetAll();
    void askAgainForGone() { m_gone.clear(); }
    // Keys of the rows here that show one of these messages.
    QList<PageKey> showing(const QSet<MessageId> &messages) const;
    // … or, in a list of conversations, one of these.
    QList<PageKey> keysOf(const QSet<ThreadId> &conversations) const;
    qsizetype bytes() const; // estimated

private:
    QCache<qint64, ListRow> m_rows; // by PageKey::id
    QSet<qint64> m_gone;
};

} // namespace kw
