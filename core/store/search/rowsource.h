#pragma once

#include "core/store/search/searchsource.h"
#include "core/store/statement.h"

namespace kw {

class Database;

// Messages of some folders, or those of them with a mark, by the folders' own indexes.
class FolderSource final : public SearchSource
{
public:
    enum class Which { Every, Unread, Attached };
    FolderSource(Database &db, const QList<FolderId> &folders, Which which);

protected:
    std::optional<SearchFacts> seek(PageKey atMost) override;

private:
    struct Line {
        FolderId folder{};
        QList<SearchFacts> rows; // the oldest first
        int wanted = 1; // how many to read next time
        bool isOver = false;
    };
    const SearchFacts *newestOf(Line &line, PageKey atMost);

    std::unique_ptr<Statement> m_query;
    std::vector<Line> m_lines;
};

// Messages with a mark that few have, by an index of those.
class MarkedSource final : public SearchSource
{
public:
    enum class Mark { Starred, Answered, Tagged, Large };
    static constexpr qint64 LargeFrom = 100'000; // octets

    MarkedSource(Database &db, Mark mark);

protected:
    std::optional<SearchFacts> seek(PageKey atMost) override;

private:
    std::unique_ptr<Statement> m_query;
    bool m_isRunning = false;
};

} // namespace kw
