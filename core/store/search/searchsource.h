#pragma once

#include "core/store/rows.h"

#include <functional>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace kw {

// What every message that comes into question is known by.
struct SearchFacts {
    PageKey key;
    FolderId folder{};
    quint32 flags = 0;
    quint32 size = 0;
};

constexpr PageKey NewestKey{std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max()};

// The newest key that is older.
constexpr PageKey before(PageKey key)
{
    return {key.date, key.id - 1};
}

// Messages that fulfil something, newest first. Combined, sources leap over what the others do not have: what
// is rare decides how long a search takes. One search, one thread.
class SearchSource
{
public:
    virtual ~SearchSource() = default;
    SearchSource() = default;
    SearchSource(const SearchSource &) = delete;
    SearchSource &operator=(const SearchSource &) = delete;

    // The newest that is not newer than `atMost`, which must not grow from call to call; null: none is left.
    const SearchFacts *next(PageKey atMost)
    {
        if (m_isOver)
            return nullptr;
        if (!m_current || m_current->key > atMost) {
            m_current = seek(atMost);
            m_isOver = !m_current;
        }
        return m_current ? &*m_current : nullptr;
    }

protected:
    virtual std::optional<SearchFacts> seek(PageKey atMost) = 0;

private:
    std::optional<SearchFacts> m_current;
    bool m_isOver = false;
};

using SearchSourcePtr = std::unique_ptr<SearchSource>;
using SearchCheck = std::function<bool(const SearchFacts &)>;

// Asked now and then whether the search goes on.
class SearchPulse
{
public:
    explicit SearchPulse(const std::function<bool()> &stop)
        : m_stop(stop)
    {
    }
    // True: give up.
    bool beat()
    {
        constexpr int Often = 256;
        if (!m_isStopped && m_stop && ++m_beats % Often == 0)
            m_isStopped = m_stop();
        return m_isStopped;
    }
    bool isStopped() const { return m_isStopped; }

private:
    const std::function<bool()> &m_stop;
    int m_beats = 0;
    bool m_isStopped = false;
};

} // namespace kw
