#include "core/store/search/combinedsource.h"

#include <algorithm>

namespace kw {

AllSource::AllSource(Parts parts, SearchPulse &pulse)
    : m_parts(std::move(parts))
    , m_pulse(pulse)
{
}

// The newest that every source has.
const SearchFacts *AllSource::agreed(PageKey atMost)
{
    while (!m_pulse.beat()) {
        const SearchFacts *candidate = m_parts.sources.front()->next(atMost);
        if (!candidate || candidate->key.date < m_parts.notBefore)
            return nullptr;
        PageKey lowest = candidate->key;
        for (const SearchSourcePtr &source : m_parts.sources) {
            const SearchFacts *found = source->next(lowest);
            if (!found)
                return nullptr;
            lowest = found->key;
        }
        if (lowest == candidate->key)
            return candidate;
        atMost = lowest;
    }
    return nullptr;
}

bool AllSource::isWanted(const SearchFacts &facts)
{
    return std::ranges::all_of(m_parts.checks, [&](const SearchCheck &check) { return check(facts); })
        && std::ranges::none_of(m_parts.excluded, [&](const SearchSourcePtr &source) {
               const SearchFacts *found = source->next(facts.key);
               return found && found->key == facts.key;
           });
}

std::optional<SearchFacts> AllSource::seek(PageKey atMost)
{
    constexpr int Patience = 2000;
    atMost = std::min(atMost, PageKey{m_parts.notAfter, std::numeric_limits<qint64>::max()});
    while (const SearchFacts *candidate = agreed(atMost)) {
        if (isWanted(*candidate))
            return *candidate;
        atMost = before(candidate->key);
        if (++m_refused == Patience) {
            std::ranges::move(m_parts.inReserve, std::back_inserter(m_parts.sources));
            m_parts.inReserve.clear();
        }
    }
    return {};
}

AnySource::AnySource(std::vector<SearchSourcePtr> sources)
    : m_sources(std::move(sources))
{
}

std::optional<SearchFacts> AnySource::seek(PageKey atMost)
{
    const SearchFacts *newest = nullptr;
    for (const SearchSourcePtr &source : m_sources) {
        const SearchFacts *found = source->next(atMost);
        if (found && (!newest || found->key > newest->key))
            newest = found;
    }
    return newest ? std::optional(*newest) : std::nullopt;
}

} // namespace kw
