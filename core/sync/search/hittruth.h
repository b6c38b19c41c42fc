#pragma once

#include "core/search/query.h"
#include "core/search/searchcontext.h"
#include "core/store/search/foundrows.h"
#include "core/sync/synccontext.h"

#include <optional>

namespace kw {

// Whether a folder is meant by "in:" or "account:"; nothing: the term is about something else.
std::optional<bool> folderTruth(const SearchTerm &term, const FolderRow &folder,
                                const SearchContext &context);

// What the cache knows of messages that a server has found: whether a term holds for them. Nothing: only the
// server can tell. Lives on the engine's thread, as long as one search.
class HitTruth
{
public:
    HitTruth(SyncContext &ctx, const SearchContext &search);

    std::optional<bool> of(const SearchTerm &term, const FoundRow &row);

private:
    std::optional<bool> mark(SearchMark mark, const FoundRow &row);
    bool isKnown(const QString &email);

    SyncContext &m_ctx;
    const SearchContext &m_search;
    QHash<QString, bool> m_known; // written to, by address
};

} // namespace kw
