#pragma once

#include "ui/messages/listsearch.h"
#include "ui/messages/listsource.h"

#include <memory>

namespace kw {

// The hits of a search: what the index finds, and what servers have found besides, each message once. Serves
// the thread of its Database: the list's reader thread.
class SearchHits
{
public:
    explicit SearchHits(Database &db);
    ~SearchHits();

    // The `limit` newest, newest first; 0: all of them, chunk by chunk. Ends early, with what is there, when
    // the watch says so.
    QList<PageKey> find(const ListQuery &query, int limit, const ListWatch &watch);
    // The only one of this Database: the index can be attached once.
    Searcher &searcher();

private:
    QList<PageKey> found(const SearchNode &node, const ListSearch &search, int limit, const ListWatch &watch);
    QList<PageKey> ofServers(const ListQuery &query, int limit) const;

    Database &m_db;
    Pages m_pages;
    std::unique_ptr<Searcher> m_searcher; // made with the first question
};

// The quick filter in the words of the search.
SearchNode narrowed(const SearchNode &query, const Pages::Filter &filter);

} // namespace kw
