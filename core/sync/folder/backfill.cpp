#include "core/sync/folder/backfill.h"

#include "core/sync/folder/headerslices.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QTimeZone>

#include <optional>

namespace kw {

namespace {

Error renumbered()
{
    return {ErrorKind::NotFound,
            QCoreApplication::translate("kw::Sync", "The folder was renumbered meanwhile."),
            {}};
}

} // namespace

Backfill::Backfill(SyncContext &ctx, FolderId folder, qint64 since)
    : m_ctx(ctx)
    , m_folder(folder)
    , m_since(since)
    , m_knowsEnd(since == 0)
    , m_slice(ctx.limits.headerSlice)
{
    const auto row = ctx.folders.folder(folder);
    if (!row)
        return;
    m_uidValidity = row->uidValidity;
    m_floor = std::max(row->lowUid, 1u);
    m_complete = row->lowUid == 1;
}

Task<Result<void>> Backfill::work(ImapLink &link, std::function<bool()> pause)
{
    const auto row = m_ctx.folders.folder(m_folder);
    if (!row)
        co_return Result<void>{};
    if (row->lowUid
        == 0) // renumbered just now, or never passed: nothing says yet where the older part begins
        co_return renumbered();
    const auto box = co_await link.select(row->serverPath, ResyncPoint{});
    if (!box)
        co_return box.error();
    if (box->uidValidity != m_uidValidity)
        co_return renumbered();
    m_ctx.cuts[m_folder].setNumbering(m_uidValidity);

    while (!pause()) {
        if (const auto done = passOverCuts(); !done)
            co_return done.error();
        if (m_todo.isEmpty()) {
            if (m_knowsEnd && m_floor <= m_least)
                break;
            if (const auto listed = co_await enumerate(link); !listed)
                co_return listed.error();
            continue;
        }
        const auto missing = co_await fetchAll(link, pause);
        if (!missing)
            co_return missing.error();
        if (const auto done = co_await settleMissing(link, *missing); !done)
            co_return done.error();
    }
    co_return completeIfDone();
}

// Fetches and stores until nothing is left to take or something urgent waits; returns what the server left
// out. The next slices are on their way while one is written.
Task<Result<UidSet>> Backfill::fetchAll(ImapLink &link, std::function<bool()> pause)
{
    UidSet missing;
    std::deque<InAir> air;
    ask(link, air);
    std::optional<Error> failure;
    while (!air.empty()) {
        InAir next = std::move(air.front());
        air.pop_front();
        const auto records = co_await next.records;
        if (!failure) // the others fall with the first
            noteFetch(m_ctx, m_folder, next.slice, records);
        if (!records || failure) {
            giveBack(next.slice);
            if (!failure)
                failure = records.error();
            continue;
        }
        measure(link, m_ctx.clock.monotonicMs() - next.askedAt);
        if (!pause())
            ask(link, air);
        const auto left = store(next.slice, *records);
        if (left) {
            missing = missing.united(*left);
        } else {
            giveBack(next.slice);
            failure = left.error();
        }
    }
    if (!failure)
        co_return missing;
    giveBack(missing);
    co_return *failure;
}

void Backfill::ask(ImapLink &link, std::deque<InAir> &air)
{
    while (int(air.size()) < link.depth()) {
        const UidSet slice = take();
        if (slice.isEmpty())
            return;
        air.push_back({slice, link.headers(slice), m_ctx.clock.monotonicMs()});
    }
}

// Large slices cost the store less; small ones keep a slow line's progress smooth, and a person waiting for
// the only session.
void Backfill::measure(const ImapLink &link, qint64 tookMs)
{
    constexpr qint64 QuickMs = 300;
    const quint32 most = link.depth() > 1 ? m_ctx.limits.bulkSlice : m_ctx.limits.headerSlice;
    m_slice
        = tookMs < QuickMs ? std::min(2 * m_slice, most) : std::max(m_slice / 2, m_ctx.limits.headerSlice);
    m_slice = std::min(m_slice, most);
}

// The person wants mail from a day on: the oldest that arrived since then is where listing ends. A server
// that cannot tell is listed to its end.
Task<Result<void>> Backfill::findEnd(ImapLink &link)
{
    if (m_knowsEnd)
        co_return Result<void>{};
    const auto young
        = co_await link.arrivedSince(QDateTime::fromSecsSinceEpoch(m_since, QTimeZone::utc()).date());
    if (!young && young.error().kind != ErrorKind::Unsupported && young.error().kind != ErrorKind::Refused)
        co_return young.error();
    m_knowsEnd = true;
    if (young)
        m_least = young->isEmpty() ? m_floor : std::min(young->min(), m_floor);
    co_return Result<void>{};
}

Result<void> Backfill::passOverCuts()
{
    const auto left = passOver(m_ctx, m_folder, m_todo, m_uidValidity);
    if (!left)
        return left.error();
    m_todo = m_todo.minus(*left);
    m_added += int(left->count());
    return {};
}

// The UIDs of the next window below, doubled while it turns out (nearly) empty: UIDs may be sparse.
Task<Result<void>> Backfill::enumerate(ImapLink &link)
{
    if (m_enumerating) {
        const Deferred<bool> listed;
        m_awaitList.append(listed);
        co_await listed;
        co_return Result<void>{};
    }
    m_enumerating = true;
    Result<void> done = co_await findEnd(link);
    quint64 window = m_ctx.limits.enumerateWindow;
    while (done && m_floor > m_least && m_todo.isEmpty()) {
        const quint32 first = m_floor > window ? std::max(quint32(m_floor - window), m_least) : m_least;
        const UidSet asked = UidSet::range(first, m_floor - 1);
        const auto found = co_await link.existing(asked);
        if (!found) {
            done = found.error();
            break;
        }
        m_todo = found->intersected(asked);
        m_floor = first;
        window *= 4;
    }
    m_enumerating = false;
    if (onSpareWork && hasSpareWork())
        onSpareWork();
    for (const auto &waiting : std::exchange(m_awaitList, {}))
        waiting.resolve(true);
    co_return done;
}

UidSet Backfill::take()
{
    const UidSet slice = m_ctx.cuts[m_folder].next(m_todo, m_slice);
    m_todo = m_todo.minus(slice);
    m_inFlight = m_inFlight.united(slice);
    return slice;
}

void Backfill::giveBack(const UidSet &slice)
{
    m_inFlight = m_inFlight.minus(slice);
    m_todo = m_todo.united(slice);
}

// Writes what came and returns what did not.
Result<UidSet> Backfill::store(const UidSet &slice, const QList<HeaderRecord> &records)
{
    const UidSet got = uidsOf(records).intersected(slice);
    Transaction txn(m_ctx.db);
    auto row = m_ctx.folders.folder(m_folder);
    if (!row || row->uidValidity != m_uidValidity)
        return renumbered();
    const int added = m_ctx.messages.insert(m_folder, toNewMessages(records), Threading::Now);
    const UidSet before = m_inFlight;
    m_inFlight = m_inFlight.minus(got);
    if (const quint32 low = lowestDone(); low < row->lowUid && low > 1) { // 1 is said by completeIfDone alone
        row->lowUid = low;
        m_ctx.folders.saveSyncState(*row);
    }
    if (const auto done = txn.commit(); !done) {
        m_inFlight = before;
        return done.error();
    }
    m_added += added;
    return slice.minus(got);
}

// From here up everything is listed.
quint32 Backfill::lowestDone() const
{
    const quint32 open = std::max(m_todo.max(), m_inFlight.max());
    return open == 0 ? m_floor : open + 1;
}

Task<Result<void>> Backfill::settleMissing(ImapLink &link, UidSet missing)
{
    if (missing.isEmpty())
        co_return Result<void>{};
    const auto added = co_await listMissing(link, m_ctx, m_folder, missing);
    if (!added) {
        giveBack(missing);
        co_return added.error();
    }
    m_added += *added;
    m_inFlight = m_inFlight.minus(missing);
    co_return Result<void>{};
}

Result<void> Backfill::completeIfDone()
{
    if (m_complete || !m_knowsEnd || m_floor > m_least || m_enumerating || !m_todo.isEmpty()
        || !m_inFlight.isEmpty())
        return {};
    Transaction txn(m_ctx.db);
    auto row = m_ctx.folders.folder(m_folder);
    if (!row || row->uidValidity != m_uidValidity)
        return {};
    row->lowUid = std::min(row->lowUid, m_least);
    m_ctx.folders.saveSyncState(*row);
    m_ctx.facts.setListedSince(m_folder, m_since);
    const auto done = txn.commit();
    m_complete = bool(done);
    return done;
}

} // namespace kw
