#pragma once

#include "core/base/result.h"
#include "core/search/query.h"
#include "core/search/searchcontext.h"
#include "core/store/database.h"

#include <functional>
#include <memory>
#include <optional>

namespace kw {

// Where is looked. Nothing set: everywhere.
struct SearchScope {
    std::optional<ViewId> view;
    bool operator==(const SearchScope &) const = default;
};

// What a search cannot see, within its scope.
struct SearchCoverage {
    qint64 messages = 0; // in scope
    qint64 notIndexed = 0; // not in the index yet
    qint64 withoutText = 0; // only the header is on this computer
    struct Folder {
        FolderId folder{};
        qint64 withoutText = 0;
    };
    QList<Folder> folders; // where those are, most first
};

// Searches the profile's index (DIR/index.db), newest first, together with what the cache knows of each
// message: what it finds is there and is as the query says. Serves the thread of its Database, which is
// read-only; slow queries are for the reader thread.
class Searcher
{
public:
    explicit Searcher(Database &db);
    ~Searcher();

    struct Found {
        QList<PageKey> keys; // newest first
        bool isAll = true; // there are no more
    };
    // The `limit` newest below `below`. `stop` is asked now and then; true: gives up (Cancelled). A Gmail
    // message with several labels is found once. Without an index only what needs no words is found.
    Result<Found> find(const SearchNode &query, const SearchContext &context, const SearchScope &scope,
                       std::optional<PageKey> below, int limit, const std::function<bool()> &stop = {});
    // One walk over the index's list of documents (1 M: about 0.2 s), for the reader thread.
    SearchCoverage coverage(const SearchScope &scope);
    // The same for one query: where only headers are asked for, texts that are not here are no matter.
    SearchCoverage coverage(const SearchNode &query, const SearchScope &scope);
    // How many messages the index does not know yet, about; from counters.
    qint64 notIndexed();
    // False: there is no index to read (yet).
    bool hasIndex();

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace kw
