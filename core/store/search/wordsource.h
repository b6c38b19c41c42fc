#pragma once

#include "core/store/search/searchsource.h"
#include "core/store/statement.h"

#include <QString>

#include <queue>

namespace kw {

class IndexAttachment;

// Where the index has its parts (progress).
struct IndexLayout {
    qint64 recentFrom = 0; // from this key on `recent` has everything
    qint64 spill = 0; // so far may a document's key lie behind its second
};

// Messages whose words fit an FTS5 expression, by the attached index.
class WordSource final : public SearchSource
{
public:
    WordSource(IndexAttachment &index, const IndexLayout &layout, QString expression);

protected:
    std::optional<SearchFacts> seek(PageKey atMost) override;

private:
    struct Part {
        std::unique_ptr<Statement> query;
        qint64 first = 0; // keys of this part, both included
        qint64 last = 0;
    };
    void start(qint64 atMost);
    bool read(); // one more document into m_read; false: there are no more
    bool isSettled() const;

    struct Older {
        bool operator()(const SearchFacts &a, const SearchFacts &b) const { return a.key < b.key; }
    };

    IndexAttachment &m_index;
    const IndexLayout m_layout;
    const QString m_expression;
    // FTS5 gathers all that begin somehow each time it is asked anew: then going on is cheaper.
    const bool m_canLeap;
    const int m_worthLeaping; // documents
    std::vector<Part> m_parts; // newest first
    size_t m_part = 0;
    bool m_isRunning = false;
    qint64 m_lastKey = std::numeric_limits<qint64>::max(); // of the document read last
    // Documents of one second, and those that had to move behind it, come in no order.
    std::priority_queue<SearchFacts, std::vector<SearchFacts>, Older> m_read;
};

} // namespace kw
