#include "core/sync/search/enricher.h"

#include "core/base/logging.h"
#include "core/store/envelopes.h"
#include "core/store/search/foundrows.h"
#include "core/sync/folder/headerslices.h"
#include "core/sync/folder/keeping.h"

#include <QCoreApplication>

#include <algorithm>
#include <limits>

namespace kw {

namespace {

constexpr quint32 MostAtOnce = RangesPerCommand; // messages by one command, perhaps all of them apart
constexpr int RowsPerStep = 2000; // looked at
constexpr int MostFailures = 10; // in a row; then news are waited for
constexpr quint32 AboveAll = std::numeric_limits<quint32>::max();

const QByteArray &wantedFields()
{
    static const QByteArray fields("TO CC LIST-ID CONTENT-TYPE LIST-UNSUBSCRIBE PRECEDENCE");
    return fields;
}

} // namespace

Enricher::Enricher(SyncContext &ctx, AccountId account, LinkSettings settings, PasswordSource password,
                   std::function<bool()> isIdle)
    : m_ctx(ctx)
    , m_account(account)
    , m_session(ctx.clock, std::move(settings), std::move(password), ctx.limits.sessionIdle)
    , m_isIdle(std::move(isIdle))
{
}

Enricher::~Enricher()
{
    m_ctx.clock.cancel(m_timer);
}

void Enricher::start()
{
    m_isOn = true;
    newsCame();
}

Task<void> Enricher::stop()
{
    m_isOn = false;
    m_ctx.clock.cancel(std::exchange(m_timer, 0));
    m_session.close();
    m_waiting.resolve(false);
    if (auto work = std::exchange(m_work, std::nullopt))
        co_await *work;
}

void Enricher::newsCame()
{
    m_hasNews = true;
    m_failures = 0;
    giveWay();
}

void Enricher::giveWay()
{
    m_busyAt = m_ctx.clock.monotonicMs();
    if (m_timer == 0)
        arm(m_ctx.limits.enrichAfter);
}

void Enricher::setMetered(bool metered)
{
    m_isMetered = metered;
    giveWay();
}

bool Enricher::mayWork() const
{
    return m_isOn && m_hasNews && !m_isMetered && m_ctx.settings.wholeHeaders && m_isIdle()
        && m_ctx.clock.monotonicMs() - m_busyAt >= m_ctx.limits.enrichAfter.count();
}

void Enricher::arm(Millis time)
{
    const bool isWanted = m_isOn && m_hasNews && !m_isMetered && !m_isWorking && m_ctx.settings.wholeHeaders;
    if (!isWanted || m_ctx.limits.enrichAfter.count() == 0)
        return;
    m_ctx.clock.cancel(m_timer);
    m_timer = m_ctx.clock.callAfter(time, [this] {
        m_timer = 0;
        tryNow();
    });
}

void Enricher::tryNow()
{
    if (m_isWorking)
        return;
    if (mayWork())
        m_work = work();
    else
        arm(m_ctx.limits.enrichAfter);
}

Task<void> Enricher::work()
{
    m_isWorking = true;
    Millis again = m_ctx.limits.enrichAfter;
    while (mayWork()) {
        const auto folder = next();
        if (!folder) {
            m_hasNews = false;
            break;
        }
        const auto done = co_await step(*folder);
        if (!m_isOn)
            break;
        if (!done) {
            failed(*folder, done.error());
            again = std::max(again, m_ctx.limits.backoff(std::max(m_failures, 1)));
            break;
        }
        co_await pause();
    }
    m_session.rest();
    m_isWorking = false;
    arm(again);
}

// The inbox first. A folder is walked once it is listed as far as the person wants.
std::optional<FolderRow> Enricher::next()
{
    QList<FolderRow> rows = m_ctx.folders.folders(m_account);
    std::ranges::stable_partition(rows, [](const FolderRow &row) { return row.role == FolderRole::Inbox; });
    const Keeping keeping(m_ctx);
    for (const FolderRow &row : std::as_const(rows)) {
        if (!row.isReachable() || row.uidValidity == 0 || row.uidNext <= 1 || m_setAside.contains(row.id)
            || !keeping.isListed(row) || keeping.isSkipped(row))
            continue;
        Walk &walk = m_walks[row.id];
        if (walk.uidValidity != row.uidValidity)
            walk = {row.uidValidity, 0, 0, 0};
        if (walk.below != 0)
            return row;
        if (walk.doneTo < row.uidNext - 1) {
            walk.top = row.uidNext - 1;
            walk.below = AboveAll;
            return row;
        }
    }
    return {};
}

Task<Result<void>> Enricher::step(FolderRow folder)
{
    Walk walk = m_walks.value(folder.id);
    CutPlaces &cuts = m_cuts[folder.id];
    cuts.setNumbering(folder.uidValidity);
    const auto look
        = Envelopes(m_ctx.db).unseenBetween(folder.id, Uid(walk.doneTo), Uid(walk.below), RowsPerStep);
    QList<quint32> unseen;
    for (const auto &[uid, id] : look.unseen)
        unseen.append(raw(uid));
    const UidSet wanted = UidSet::of(unseen).minus(cuts.leftAlone(m_ctx.clock.wallMs()));
    const UidSet slice = cuts.next(wanted, MostAtOnce);
    if (!slice.isEmpty()) {
        const auto link = co_await m_session.at(folder.serverPath, folder.uidValidity);
        if (!link)
            co_return link.error();
        const auto heads = co_await (*link)->heads(slice, wantedFields(), SearchLink::Ask::Fields);
        if (!heads && isCut(heads.error()))
            m_cuts[folder.id].cut(slice, m_ctx.clock.wallMs());
        if (!heads)
            co_return heads.error();
        if (const auto kept = keep(folder, *heads); !kept)
            co_return kept;
        m_cuts[folder.id].came(slice);
        m_failures = 0;
    }
    if (slice.count() < wanted.count()) {
        walk.below = slice.min();
    } else {
        walk.below = raw(look.reached);
        if (walk.below == 0)
            walk.doneTo = walk.top;
    }
    m_walks.insert(folder.id, walk);
    co_return Result<void>{};
}

Result<void> Enricher::keep(const FolderRow &folder, const QList<SearchLink::Head> &heads)
{
    Transaction txn(m_ctx.db);
    const auto now = m_ctx.folders.folder(folder.id);
    if (!now || now->uidValidity != folder.uidValidity)
        return Error{ErrorKind::NotFound,
                     QCoreApplication::translate("kw::Sync", "The folder was renumbered meanwhile."),
                     {}};
    Envelopes envelopes(m_ctx.db);
    const FoundRows rows(m_ctx.db);
    for (const SearchLink::Head &head : heads) {
        const auto row = rows.at(folder.id, head.uid); // it may be gone by now
        if (!row)
            continue;
        const HeaderDigest digest = digestHeader(head.fields);
        envelopes.set(row->id, digest, true);
        m_ctx.messages.addFacts(row->id,
                                (digest.hasAttachment ? quint32(Flag::HasAttachment) : 0)
                                    | (digest.isBulk ? quint32(Flag::Bulk) : 0));
    }
    return txn.commit();
}

void Enricher::failed(const FolderRow &folder, const Error &error)
{
    qCInfo(logFolder, "whole headers of folder %lld could not be had (%s)",
           static_cast<long long>(raw(folder.id)), forLog(error).constData());
    ++m_failures;
    m_session.close();
    if (error.kind == ErrorKind::Refused || error.kind == ErrorKind::NotFound
        || error.kind == ErrorKind::Unsupported)
        m_setAside.insert(folder.id);
    const bool isHopeless = error.kind == ErrorKind::Auth || error.kind == ErrorKind::Tls
        || error.kind == ErrorKind::Storage || m_failures >= MostFailures;
    if (isHopeless)
        m_hasNews = false;
}

Task<void> Enricher::pause()
{
    m_waiting = Deferred<bool>();
    const auto waiting = m_waiting;
    const auto timer = m_ctx.clock.callAfter(m_ctx.limits.enrichPause, [waiting] { waiting.resolve(true); });
    co_await waiting;
    m_ctx.clock.cancel(timer);
}

} // namespace kw
