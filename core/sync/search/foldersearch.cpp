#include "core/sync/search/foldersearch.h"

#include "core/imap/linkerrors.h"
#include "core/sync/folder/headerslices.h"

#include <QCoreApplication>

#include <algorithm>

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Sync)
};

constexpr qsizetype MostAssumptions = 4; // 16 questions
constexpr int AtOnce = 300; // messages, in as many ranges
constexpr int MostListed = 5000; // messages of one folder that were not in the cache

// What a listing needs, and what it is enriched with.
const QByteArray &listedFields()
{
    static const QByteArray fields("FROM SENDER TO CC SUBJECT DATE MESSAGE-ID REFERENCES IN-REPLY-TO LIST-ID "
                                   "CONTENT-TYPE LIST-UNSUBSCRIBE PRECEDENCE");
    return fields;
}

Error lack(const QString &text)
{
    return {ErrorKind::Unsupported, text, {}};
}

Error cancelled()
{
    return {ErrorKind::Cancelled, {}, {}};
}

Error tooComplicated()
{
    return lack(Words::tr("The search is too complicated for the server. Search for fewer things at once."));
}

// It said no to the question, not to us.
bool isMisunderstood(const Error &error)
{
    return error.kind == ErrorKind::Refused && !soundsTemporary(error.text, error.code);
}

bool isFileName(const SearchTerm &term)
{
    return term.kind == SearchTerm::Kind::Words && term.field == SearchField::FileName;
}

// Newest first, in pieces; without ever making a list of all.
class NewestFirst
{
public:
    explicit NewestFirst(const UidSet &uids)
        : m_ranges(uids.ranges())
    {
    }

    QList<Uid> next(int most)
    {
        QList<Uid> out;
        while (out.size() < most && !m_ranges.isEmpty()) {
            UidSet::Range &range = m_ranges.last();
            out.append(Uid(range.last));
            if (range.first == range.last)
                m_ranges.removeLast();
            else
                --range.last;
        }
        return out;
    }

private:
    QList<UidSet::Range> m_ranges;
};

} // namespace

FolderSearch::FolderSearch(SyncContext &ctx, std::shared_ptr<Asking> asking, FolderRow folder)
    : m_ctx(ctx)
    , m_asking(std::move(asking))
    , m_folder(std::move(folder))
    , m_rows(ctx.db)
    , m_truth(ctx, m_asking->context)
    , m_query(reduced(m_asking->query, [this](const SearchTerm &term) {
        return folderTruth(term, m_folder, m_asking->context);
    }))
{
}

bool FolderSearch::needsNoServer() const
{
    if (findsNothing(m_query))
        return true;
    // What is listed tells as much of these as the server does.
    const auto beyondRow = [](const SearchTerm &term) { return !canRowTell(term); };
    return m_folder.lowUid == 1 && termsOf(m_query, beyondRow).isEmpty();
}

// What a server cannot tell is assumed, both ways, and the cache says which way it is with each message.
QList<FolderSearch::Case> FolderSearch::cases()
{
    const auto isUntold
        = [this](const SearchTerm &term) { return !canServerTell(term, m_asking->context, m_dialect); };
    if (const auto names = termsOf(m_query, isFileName); !names.isEmpty() && isUntold(names.first())) {
        m_lack
            = lack(Words::tr("This server cannot be asked for the names of attachments. Only messages whose "
                             "text is on this computer were searched for them."));
        m_query = reduced(m_query, [](const SearchTerm &term) {
            return isFileName(term) ? std::optional(false) : std::nullopt;
        });
    }
    const QList<SearchTerm> untold = termsOf(m_query, isUntold);
    if (untold.size() > MostAssumptions) {
        m_lack = tooComplicated();
        return {};
    }
    QList<Case> out;
    for (int ways = 0; ways < 1 << untold.size(); ++ways) {
        Case one;
        for (qsizetype i = 0; i < untold.size(); ++i)
            one.given.append({untold[i], (ways >> i & 1) == 0});
        one.query = reduced(m_query, [&one](const SearchTerm &term) -> std::optional<bool> {
            for (const auto &[given, holds] : one.given) {
                if (given == term)
                    return holds;
            }
            return {};
        });
        if (!findsNothing(one.query))
            out.append(one);
    }
    return out;
}

Task<Result<void>> FolderSearch::run(SearchLink &link)
{
    const auto gmail = co_await link.isGmail();
    if (!gmail)
        co_return gmail.error();
    m_dialect = *gmail ? ServerDialect::Gmail : ServerDialect::Imap;
    const QList<Case> asked = cases();
    for (const Case &one : asked) {
        const auto uids = co_await answer(link, one.query);
        if (!uids)
            co_return uids.error();
        if (const auto done = co_await settle(link, *uids, one); !done)
            co_return done;
    }
    if (m_lack)
        co_return *m_lack;
    co_return Result<void>{};
}

Task<Result<UidSet>> FolderSearch::answer(SearchLink &link, SearchNode query)
{
    const ServerQuery whole = serverQuery(query, m_asking->context, m_dialect);
    if (whole.kind == ServerQuery::Kind::TooLarge)
        co_return tooComplicated();
    if (whole.kind == ServerQuery::Kind::Nothing)
        co_return UidSet();
    const auto found = co_await link.search(whole.parts, whole.isUtf8);
    if (found || !isMisunderstood(found.error()) || m_dialect == ServerDialect::Gmail)
        co_return found;
    if (whole.isUtf8)
        co_return co_await answerInPlainLetters(link, std::move(query));
    co_return co_await answerToWords(link, std::move(query), false);
}

// The server knows no UTF-8 (RFC 5530 has BADCHARSET for that, not all use it).
Task<Result<UidSet>> FolderSearch::answerInPlainLetters(SearchLink &link, SearchNode query)
{
    const auto leftOut = termsOf(query, [this](const SearchTerm &term) {
        return !canServerTell(term, m_asking->context, m_dialect, true);
    });
    if (!leftOut.isEmpty())
        m_lack
            = lack(Words::tr("This server can be asked for plain letters (a to z) only; it was not asked for "
                             "“%1”.")
                       .arg(leftOut.first().text));
    const ServerQuery plain = serverQuery(query, m_asking->context, m_dialect, true);
    if (plain.kind == ServerQuery::Kind::Everything)
        co_return m_lack.value_or(tooComplicated());
    const auto found = co_await link.search(plain.parts, false);
    if (found || !isMisunderstood(found.error()))
        co_return found;
    co_return co_await answerToWords(link, std::move(query), true);
}

Task<Result<UidSet>> FolderSearch::answerToWords(SearchLink &link, SearchNode query, bool onlyAscii)
{
    std::optional<UidSet> common;
    const QList<ServerQuery> words = simplestQueries(query, onlyAscii);
    for (const ServerQuery &word : words) {
        const auto found = co_await link.search(word.parts, word.isUtf8);
        if (!found)
            co_return found;
        common = common ? common->intersected(*found) : *found;
    }
    const Error notUnderstood = lack(Words::tr(
        "The server did not understand all of the search. Some of what it found may not be meant."));
    if (!common)
        co_return lack(Words::tr("The server did not understand the search."));
    m_lack = m_lack.value_or(notUnderstood);
    co_return *common;
}

Task<Result<void>> FolderSearch::settle(SearchLink &link, UidSet uids, Case asked)
{
    NewestFirst order(uids);
    while (true) {
        const QList<Uid> some = order.next(AtOnce);
        if (some.isEmpty())
            break;
        QList<MessageId> fresh;
        QList<quint32> unlisted;
        for (const Uid uid : some) {
            auto row = m_rows.at(m_folder.id, uid);
            if (!row)
                row = m_rows.moved(m_folder.id, uid);
            if (row)
                take(*row, asked, fresh);
            else
                unlisted.append(raw(uid));
        }
        if (!unlisted.isEmpty()) {
            const auto done = co_await list(link, UidSet::of(unlisted));
            if (!done && done.error().kind != ErrorKind::Refused) {
                tell(fresh);
                co_return done;
            }
            if (!done)
                m_lack = done.error(); // what is listed is found all the same
            for (const quint32 uid : std::as_const(unlisted)) {
                if (const auto row = m_rows.at(m_folder.id, Uid(uid)))
                    take(*row, asked, fresh);
            }
        }
        tell(fresh);
        co_await m_ctx.clock.sleep(Millis(0)); // others on this thread have their turn
        if (m_asking->isCancelled)
            co_return cancelled();
    }
    co_return Result<void>{};
}

void FolderSearch::tell(const QList<MessageId> &fresh)
{
    if (!m_asking->isCancelled && !fresh.isEmpty())
        m_asking->found(fresh);
}

// Mail that is older than what was listed, or that has just come. Passes and backfill find it here already.
Task<Result<void>> FolderSearch::list(SearchLink &link, UidSet uids)
{
    if (m_listed >= MostListed) {
        m_lack = lack(Words::tr("The server found more older messages than can be shown at once. Search for "
                                "something rarer."));
        co_return Result<void>{};
    }
    const auto heads = co_await link.heads(uids, listedFields(), SearchLink::Ask::Rows);
    if (!heads)
        co_return heads.error();
    QList<NewMessage> rows;
    for (const SearchLink::Head &head : *heads)
        rows.append({head.uid, head.size, head.flags.bits, head.flags.keywords, digestHeader(head.fields),
                     head.gmailId});
    m_listed += int(rows.size());
    const auto stored = storeSlice(m_ctx, m_folder.id, rows, Threading::Now, m_folder.uidValidity);
    co_return Result<void>(stored);
}

bool FolderSearch::isMeant(const FoundRow &row, const Case &asked)
{
    for (const auto &[term, holds] : asked.given) {
        if (m_truth.of(term, row) != holds)
            return false;
    }
    const auto place = row.folder == m_folder.id ? std::optional(m_folder) : m_ctx.folders.folder(row.folder);
    return !findsNothing(reduced(m_asking->query, [&](const SearchTerm &term) -> std::optional<bool> {
        if (isFileName(term) && m_dialect == ServerDialect::Imap)
            return false;
        const auto inPlace = place ? folderTruth(term, *place, m_asking->context) : std::nullopt;
        return inPlace ? inPlace : m_truth.of(term, row);
    }));
}

// A Gmail message with several labels is found under each; it is shown once, where lists over several folders
// have it.
MessageId FolderSearch::shownAs(const FoundRow &row) const
{
    if (row.gmailId == 0 || (row.flags & quint32(Flag::Copy)) == 0)
        return row.id;
    const auto other = m_rows.standIn(row.folder, row.gmailId);
    return other && m_asking->folders.contains(other->folder) ? other->id : row.id;
}

void FolderSearch::take(const FoundRow &row, const Case &asked, QList<MessageId> &fresh)
{
    if (!isSet(row.id) || row.isHidden || row.hasText || !isMeant(row, asked))
        return;
    const MessageId id = shownAs(row);
    if (m_asking->hits.contains(id))
        return;
    m_asking->hits.insert(id);
    fresh.append(id);
}

} // namespace kw
