#pragma once

#include "core/store/search/searchsource.h"

namespace kw {

// What all of them have.
class AllSource final : public SearchSource
{
public:
    struct Parts {
        std::vector<SearchSourcePtr> sources; // at least one
        std::vector<SearchCheck> checks;
        std::vector<SearchSourcePtr> excluded;
        // Sources for what `checks` also find out: for when hardly anything passes those.
        std::vector<SearchSourcePtr> inReserve;
        // Seconds since the epoch, both included.
        qint64 notBefore = std::numeric_limits<qint64>::min();
        qint64 notAfter = std::numeric_limits<qint64>::max();
    };
    AllSource(Parts parts, SearchPulse &pulse);

protected:
    std::optional<SearchFacts> seek(PageKey atMost) override;

private:
    const SearchFacts *agreed(PageKey atMost);
    bool isWanted(const SearchFacts &facts);

    Parts m_parts;
    SearchPulse &m_pulse;
    int m_refused = 0;
};

// What any of them has.
class AnySource final : public SearchSource
{
public:
    explicit AnySource(std::vector<SearchSourcePtr> sources);

protected:
    std::optional<SearchFacts> seek(PageKey atMost) override;

private:
    std::vector<SearchSourcePtr> m_sources;
};

} // namespace kw
