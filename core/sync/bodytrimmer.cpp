#include "core/sync/bodytrimmer.h"

namespace kw {

namespace {

constexpr int SliceCount = 200; // messages
constexpr qint64 SliceBytes = 8 << 20;
constexpr int SlicePages = 256; // given back in one go: 1 MB
constexpr qint64 WorthGivingBack = 1 << 20; // octets

} // namespace

BodyTrimmer::BodyTrimmer(SyncContext &ctx, Done done)
    : m_ctx(ctx)
    , m_done(std::move(done))
{
}

BodyTrimmer::~BodyTrimmer()
{
    stop();
}

void BodyTrimmer::stop()
{
    m_ctx.clock.cancel(std::exchange(m_timer, 0));
    m_wanted.clear();
    m_shrinks = false;
}

void BodyTrimmer::trim(AccountId account, qint64 bytes, const QSet<FolderId> &keptLast)
{
    const auto same = std::ranges::find_if(
        m_wanted, [account](const Wanted &w) { return w.eviction.account == account; });
    if (same != m_wanted.end()) {
        same->eviction.bytes = std::max(same->eviction.bytes, bytes);
        same->eviction.keptLast = keptLast;
    } else {
        m_wanted.append({{account, bytes, SliceCount, keptLast}, 0});
    }
    goOn();
}

void BodyTrimmer::giveBack()
{
    m_shrinks = m_ctx.bodies.freeBytes() >= WorthGivingBack;
    if (m_shrinks)
        goOn();
}

void BodyTrimmer::goOn()
{
    if (m_timer == 0)
        m_timer = m_ctx.clock.callAfter(Millis(1), [this] {
            m_timer = 0;
            step();
        });
}

// False: that is all there is, or can be.
bool BodyTrimmer::evictSome(Wanted &wanted)
{
    BodyStore::Eviction slice = wanted.eviction;
    slice.bytes = std::min(slice.bytes, SliceBytes);
    Transaction txn(m_ctx.db);
    const auto gone = m_ctx.bodies.evict(slice);
    if (!txn.commit())
        return false; // the next measurement asks again
    wanted.freed += gone.bytes;
    wanted.eviction.bytes -= gone.bytes;
    return gone.count > 0 && wanted.eviction.bytes > 0;
}

void BodyTrimmer::step()
{
    if (!m_wanted.isEmpty()) {
        if (!evictSome(m_wanted.first())) {
            const Wanted over = m_wanted.takeFirst();
            m_shrinks = true;
            m_done(over.eviction.account, over.freed);
        }
        goOn();
        return;
    }
    if (!m_shrinks)
        return;
    m_shrinks = m_ctx.bodies.giveBack(SlicePages);
    if (m_shrinks)
        goOn();
}

} // namespace kw
