#pragma once

#include "core/imap/stream/searchlink.h"
#include "core/search/serverquery.h"
#include "core/sync/search/hittruth.h"

#include <QSet>

#include <memory>

namespace kw {

// One search on servers, as all who carry it out see it.
struct Asking {
    SearchNode query;
    SearchContext context;
    QSet<FolderId> folders; // that are asked
    std::function<void(const QList<MessageId> &)> found; // none of them twice
    QSet<MessageId> hits = {};
    bool isCancelled = false;
};

// One folder of it: asks, lists what is not in the cache yet, and keeps what the query means and the index
// cannot see. What has its text on this computer is left to the index. Lives on the engine's thread; keep it
// until run() has ended.
class FolderSearch
{
public:
    FolderSearch(SyncContext &ctx, std::shared_ptr<Asking> asking, FolderRow folder);

    // The cache alone knows the answer.
    bool needsNoServer() const;
    // `link` has the folder open. Unsupported: not all of the query could be asked; what was found has been
    // told. Refused, NotFound: this folder's failure. All others end the session.
    Task<Result<void>> run(SearchLink &link);

private:
    // A query that the server can be asked, under assumptions that it cannot tell.
    struct Case {
        SearchNode query;
        QList<std::pair<SearchTerm, bool>> given;
    };
    QList<Case> cases();
    Task<Result<UidSet>> answer(SearchLink &link, SearchNode query);
    Task<Result<UidSet>> answerInPlainLetters(SearchLink &link, SearchNode query);
    Task<Result<UidSet>> answerToWords(SearchLink &link, SearchNode query, bool onlyAscii);
    Task<Result<void>> settle(SearchLink &link, UidSet uids, Case asked);
    Task<Result<void>> list(SearchLink &link, UidSet uids);
    void tell(const QList<MessageId> &fresh);
    void take(const FoundRow &row, const Case &asked, QList<MessageId> &fresh);
    bool isMeant(const FoundRow &row, const Case &asked);
    MessageId shownAs(const FoundRow &row) const;

    SyncContext &m_ctx;
    const std::shared_ptr<Asking> m_asking;
    const FolderRow m_folder;
    const FoundRows m_rows;
    HitTruth m_truth;
    SearchNode m_query; // as it is in this folder
    ServerDialect m_dialect = ServerDialect::Imap;
    std::optional<Error> m_lack; // what could not be asked
    int m_listed = 0;
};

} // namespace kw
