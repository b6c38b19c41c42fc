#pragma once

#include "core/store/pages.h"
#include "core/store/statement.h"
#include "core/store/textmatch.h"

#include <functional>

namespace kw {

// The rows of a view that a filter lets through, as keys. Each folder of the view is walked by itself, along
// the index that holds least of it, and the walks are merged: a match at the far end of a million rows is as
// near as one at the top. Serves the thread of its Database.
class FilteredKeys
{
public:
    // `stop` is asked now and then where each row is looked at for its text; true: gives up.
    FilteredKeys(Database &db, ViewId view, const PageFilter &filter, const std::function<bool()> &stop = {});

    // The `limit` newest below `after` (exclusive), newest first.
    QList<PageKey> below(PageKey after, qsizetype limit) const;
    // The `limit` oldest above `before` (exclusive), oldest first.
    QList<PageKey> above(PageKey before, qsizetype limit) const;

    // Whether one message of the view is let through, and where it stands.
    bool holds(MessageId id) const { return keyIfHeld(id).has_value(); }
    std::optional<PageKey> keyIfHeld(MessageId id) const;

private:
    // Rows that one index holds in the order of their dates.
    struct Walk {
        QByteArray index;
        QByteArray where; // its partial index's condition, and the place within it
        FolderId folder{}; // ?1
        QString keywords; // ?5
    };
    using Driver = std::pair<QByteArray, QByteArray>; // index, condition

    QList<Walk> walks() const;
    QList<Walk> taggedWalks(const QList<FolderId> &folders) const;
    Driver driver(FolderId folder) const;
    qint64 counted(FolderId folder, const Driver &driver) const;
    QList<FolderId> foldersOfView() const;
    QStringList keywordSets() const;
    QByteArray rest() const;
    QList<PageKey> merged(PageKey from, qsizetype limit, bool newestFirst) const;
    bool hasWords(const Statement &row) const;
    QString tagPattern() const;

    Database &m_db;
    const ViewId m_view;
    const PageFilter m_filter;
    const TextMatch m_text;
    const std::function<bool()> m_stop;
    mutable std::unique_ptr<Statement> m_one; // of keyIfHeld()
};

} // namespace kw
