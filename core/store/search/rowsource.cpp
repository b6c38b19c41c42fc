#include "core/store/search/rowsource.h"

#include "core/store/database.h"

#include <algorithm>

namespace kw {

namespace {

constexpr int MostAtOnce = 256;
constexpr int WorthSeeking = 64;

SearchFacts factsOf(const Statement &query)
{
    return {
        {query.integer(0), query.integer(1)}, FolderId(query.integer(2)), query.number(3), query.number(4)};
}

QByteArray folderQuery(FolderSource::Which which)
{
    const auto by = [](const QByteArray &index, const QByteArray &condition) {
        return "SELECT date, id, folder_id, flags, size FROM message INDEXED BY " + index
            + " WHERE hidden=0 AND folder_id=?1 AND (date,id)<=(?2,?3)" + condition
            + " ORDER BY date DESC, id DESC LIMIT ?4";
    };
    switch (which) {
    case FolderSource::Which::Unread:
        return by("message_folder_unread", " AND (flags&1)=0");
    case FolderSource::Which::Attached:
        return by("message_folder_attached", " AND (flags&65536)<>0");
    case FolderSource::Which::Every:
        break;
    }
    return by("message_folder", "");
}

QByteArray markQuery(MarkedSource::Mark mark)
{
    const auto by = [](const QByteArray &index, const QByteArray &condition) {
        return "SELECT date, id, folder_id, flags, size FROM message INDEXED BY " + index
            + " WHERE hidden=0 AND " + condition + " AND (date,id)<=(?1,?2) ORDER BY date DESC, id DESC";
    };
    switch (mark) {
    case MarkedSource::Mark::Starred:
        return by("message_flagged", "(flags&4)<>0");
    case MarkedSource::Mark::Answered:
        return by("message_answered", "(flags&2)<>0");
    case MarkedSource::Mark::Tagged:
        return by("message_tagged", "keywords IS NOT NULL");
    case MarkedSource::Mark::Large:
        break;
    }
    return by("message_large", "size>=100000");
}

} // namespace

FolderSource::FolderSource(Database &db, const QList<FolderId> &folders, Which which)
    : m_query(db.statement(folderQuery(which)))
{
    for (const FolderId folder : folders) {
        Line line;
        line.folder = folder;
        m_lines.push_back(line);
    }
}

const SearchFacts *FolderSource::newestOf(Line &line, PageKey atMost)
{
    while (!line.rows.isEmpty() && line.rows.last().key > atMost)
        line.rows.removeLast();
    if (line.rows.isEmpty() && !line.isOver) {
        m_query->bind(line.folder, atMost.date, atMost.id, line.wanted);
        while (m_query->next())
            line.rows.prepend(factsOf(*m_query));
        m_query->rewind();
        line.isOver = line.rows.size() < line.wanted;
        line.wanted = std::min(line.wanted * 4, MostAtOnce);
    }
    return line.rows.isEmpty() ? nullptr : &line.rows.last();
}

std::optional<SearchFacts> FolderSource::seek(PageKey atMost)
{
    const SearchFacts *newest = nullptr;
    for (Line &line : m_lines) {
        const SearchFacts *found = newestOf(line, atMost);
        if (found && (!newest || found->key > newest->key))
            newest = found;
    }
    return newest ? std::optional(*newest) : std::nullopt;
}

MarkedSource::MarkedSource(Database &db, Mark mark)
    : m_query(db.statement(markQuery(mark)))
{
}

std::optional<SearchFacts> MarkedSource::seek(PageKey atMost)
{
    for (int passed = 0;; ++passed) {
        if (!m_isRunning || passed == WorthSeeking) {
            m_query->bind(atMost.date, atMost.id);
            m_isRunning = true;
            passed = 0;
        }
        if (!m_query->next())
            return {};
        const SearchFacts facts = factsOf(*m_query);
        if (facts.key <= atMost)
            return facts;
    }
}

} // namespace kw
