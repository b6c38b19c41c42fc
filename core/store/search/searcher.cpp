#include "core/store/search/searcher.h"

#include "core/search/querylooks.h"
#include "core/store/pages.h"
#include "core/store/search/indexattachment.h"
#include "core/store/search/searchplan.h"

#include <algorithm>

namespace kw {

struct Searcher::Private {
    explicit Private(Database &database)
        : db(database)
        , attachment(database)
    {
    }

    Database &db;
    IndexAttachment attachment;

    std::optional<IndexLayout> layout();
    QHash<FolderId, qint64> withText();
};

Searcher::Searcher(Database &db)
    : d(std::make_unique<Private>(db))
{
}

Searcher::~Searcher() = default;

bool Searcher::hasIndex()
{
    return d->attachment.ensure();
}

std::optional<IndexLayout> Searcher::Private::layout()
{
    if (!attachment.ensure())
        return {};
    const auto query = attachment.statement("SELECT recent_from, spill FROM idx.progress");
    if (!query->next())
        return {};
    return IndexLayout{query->integer(0), query->integer(1)};
}

Result<Searcher::Found> Searcher::find(const SearchNode &query, const SearchContext &context,
                                       const SearchScope &scope, std::optional<PageKey> below, int limit,
                                       const std::function<bool()> &stop)
{
    SearchPulse pulse(stop);
    const auto layout = d->layout();
    // One state of both files for the whole search: the index's parts move.
    static_cast<void>(d->db.execute("BEGIN"));
    Found found;
    {
        SearchPlan plan(d->db, d->attachment, layout, context, pulse);
        const SearchSourcePtr source = plan.make(query, scope);
        PageKey atMost = below ? before(*below) : NewestKey;
        while (found.keys.size() < limit) {
            const SearchFacts *facts = source->next(atMost);
            if (!facts)
                break;
            found.keys.append(facts->key);
            atMost = before(facts->key);
        }
        found.isAll = found.keys.size() < limit || !source->next(atMost);
    }
    const auto read = d->attachment.readSoFar();
    static_cast<void>(d->db.execute("COMMIT"));
    if (pulse.isStopped())
        return Error{ErrorKind::Cancelled, {}, {}};
    if (!read)
        return read.error();
    if (const auto rows = d->db.readSoFar(); !rows)
        return rows.error();
    return found;
}

// Documents with a text, by folder.
QHash<FolderId, qint64> Searcher::Private::withText()
{
    QHash<FolderId, qint64> out;
    const auto query = attachment.statement(
        "SELECT m.folder_id, COUNT(*) FROM idx.document d INDEXED BY document_text CROSS JOIN message m ON "
        "m.id=d.message_id WHERE d.depth=2 AND m.hidden=0 AND m.header_hash=d.header_hash GROUP BY 1");
    while (query->next())
        out.insert(FolderId(query->integer(0)), query->integer(1));
    return out;
}

qint64 Searcher::notIndexed()
{
    Statement &folders = d->db.prepared("SELECT COALESCE(SUM(total),0) FROM folder");
    folders.bind();
    const qint64 everything = folders.next() ? folders.integer(0) : 0;
    folders.rewind();
    if (!hasIndex())
        return everything;
    const auto query = d->attachment.statement("SELECT documents FROM idx.progress");
    const qint64 documents = query->next() ? query->integer(0) : 0;
    query->rewind();
    return std::max<qint64>(0, everything - documents);
}

SearchCoverage Searcher::coverage(const SearchScope &scope)
{
    SearchCoverage out;
    const bool indexed = hasIndex();
    const QHash<FolderId, qint64> withText = indexed ? d->withText() : QHash<FolderId, qint64>();
    const auto folders = d->db.statement("SELECT id, role, total FROM folder");
    qint64 everything = 0;
    while (folders->next()) {
        const auto id = FolderId(folders->integer(0));
        everything += folders->integer(2);
        const auto &view = scope.view;
        if (view && view->role != FolderRole::Flagged
            && (view->isUnified() ? FolderRole(folders->integer(1)) != view->role : id != view->folder))
            continue;
        out.messages += folders->integer(2);
        const qint64 without = std::max<qint64>(0, folders->integer(2) - withText.value(id));
        out.withoutText += without;
        if (without > 0)
            out.folders.append({id, without});
    }
    std::ranges::sort(out.folders, std::greater(), &SearchCoverage::Folder::withoutText);
    qint64 documents = 0;
    if (indexed) {
        const auto query = d->attachment.statement("SELECT documents FROM idx.progress");
        documents = query->next() ? query->integer(0) : 0;
    }
    out.notIndexed = std::min(out.messages, std::max<qint64>(0, everything - documents));
    return out;
}

SearchCoverage Searcher::coverage(const SearchNode &query, const SearchScope &scope)
{
    SearchCoverage out = coverage(scope);
    if (!looksIntoText(query)) {
        out.withoutText = 0;
        out.folders.clear();
    }
    return out;
}

} // namespace kw
