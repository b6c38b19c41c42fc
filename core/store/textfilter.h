#pragma once

#include "core/store/pages.h"
#include "core/store/search/searcher.h"

#include <functional>

namespace kw {

// The quick filter with a text: by the index, where there is one that knows nearly everything; else, and
// where the rest of the filter leaves little, each row is looked at. Serves the thread of its Database: slow
// where there is no index.
class TextFilter
{
public:
    // Neither is owned. `stop` is asked now and then; true: gives up.
    TextFilter(Database &db, Searcher &searcher, const std::function<bool()> &stop = {});

    // The `limit` newest below `after` (exclusive), newest first.
    QList<PageKey> below(ViewId view, const PageFilter &filter, PageKey after, qsizetype limit) const;

private:
    QList<PageKey> byIndex(ViewId view, const PageFilter &filter, PageKey after, qsizetype limit) const;
    QList<PageKey> notIndexed(ViewId view, const PageFilter &filter, PageKey after) const;
    bool isNarrow(ViewId view, const PageFilter &filter) const;

    Database &m_db;
    Searcher &m_searcher;
    const std::function<bool()> m_stop;
};

} // namespace kw
