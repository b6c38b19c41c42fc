#include "core/store/search/wordsource.h"

#include "core/store/search/indexattachment.h"
#include "core/store/search/indexschema.h"

#include <algorithm>

namespace kw {

namespace {

// Documents passed over one by one before the index is asked anew; more, the more words are asked for.
constexpr int WorthLeaping = 64;
constexpr int WorthAWord = 20;

QByteArray partQuery(const QByteArray &table)
{
    // The joins in this order: the index gives the order, and what it says counts only of messages that are
    // there, with the header that was indexed.
    return "SELECT w.rowid, m.date, m.id, m.folder_id, m.flags, m.size, m.hidden, "
           "m.header_hash=d.header_hash "
           "FROM idx."
        + table
        + " w LEFT JOIN idx.document d ON d.key=w.rowid LEFT JOIN message m ON m.id=d.message_id WHERE w."
        + table + " MATCH ?1 AND w.rowid>=?2 AND w.rowid<=?3 ORDER BY w.rowid DESC";
}

} // namespace

WordSource::WordSource(IndexAttachment &index, const IndexLayout &layout, QString expression)
    : m_index(index)
    , m_layout(layout)
    , m_expression(std::move(expression))
    , m_canLeap(!m_expression.contains(QLatin1StringView("\" *")))
    , m_worthLeaping(WorthLeaping + WorthAWord * int(m_expression.count(QLatin1StringView(" OR "))))
{
    constexpr qint64 Last = std::numeric_limits<qint64>::max();
    m_parts.push_back({nullptr, m_layout.recentFrom, Last});
    if (m_layout.recentFrom > 0)
        m_parts.push_back({nullptr, 0, m_layout.recentFrom - 1});
}

void WordSource::start(qint64 atMost)
{
    while (m_part < m_parts.size() && m_parts[m_part].first > atMost)
        ++m_part;
    m_isRunning = m_part < m_parts.size();
    if (!m_isRunning)
        return;
    Part &part = m_parts[m_part];
    if (!part.query)
        part.query = m_index.statement(partQuery(m_part == 0 ? "recent" : "word"));
    part.query->bind(m_expression, part.first, std::min(part.last, atMost));
}

bool WordSource::read()
{
    while (m_isRunning) {
        Statement &query = *m_parts[m_part].query;
        if (!query.next()) {
            query.rewind();
            ++m_part;
            start(std::numeric_limits<qint64>::max());
            continue;
        }
        m_lastKey = query.integer(0);
        const bool isThere = !query.isNull(2) && query.integer(6) == 0 && query.integer(7) != 0;
        if (isThere)
            m_read.push({{query.integer(1), query.integer(2)},
                         FolderId(query.integer(3)),
                         query.number(4),
                         query.number(5)});
        return true;
    }
    return false;
}

// Nothing that is still to come can be newer than the newest that was read.
bool WordSource::isSettled() const
{
    return !m_read.empty() && m_read.top().key.date > latestDateOf(m_lastKey - 1);
}

std::optional<SearchFacts> WordSource::seek(PageKey atMost)
{
    const bool isFirst = m_lastKey == std::numeric_limits<qint64>::max();
    constexpr qint64 LatestDate = std::numeric_limits<qint64>::max() >> (DocumentKeyBits + 1);
    const qint64 highest = lastKeyOf(std::min(atMost.date, LatestDate)) + m_layout.spill;
    if (isFirst)
        start(highest);
    int passed = 0;
    while (true) {
        while (!m_read.empty() && m_read.top().key > atMost)
            m_read.pop();
        if (isSettled())
            break;
        if (!m_isRunning)
            break;
        if (m_canLeap && m_lastKey > highest && ++passed > m_worthLeaping) {
            start(highest);
            passed = 0;
        }
        if (!read())
            break;
    }
    if (m_read.empty())
        return {};
    return m_read.top();
}

} // namespace kw
