#include "core/sync/account/folderwatch.h"

#include "core/base/logging.h"
#include "core/sync/folder/quicklook.h"

namespace kw {

namespace {

constexpr int FewFailures = 3; // then the folder counts as polled, while this is tried ever more seldom
constexpr int MaxRefusals = 3; // then it is polled, until the network changes
constexpr qint64 ShortMs = 60'000;

} // namespace

FolderWatch::FolderWatch(AccountState &account, Hooks hooks)
    : m_account(account)
    , m_hooks(std::move(hooks))
    , m_wake(account.ctx.clock)
{
}

void FolderWatch::watch(FolderId folder)
{
    if (m_folder == folder)
        return;
    m_folder = folder;
    m_live = false;
    if (m_link)
        m_link->interruptIdle();
    wake();
}

void FolderWatch::startAnew()
{
    m_failures = m_short = m_refusals = 0;
    close();
}

bool FolderWatch::isComingBack(FolderId folder) const
{
    return m_folder == folder && mayWatch() && m_failures > 0 && m_failures < FewFailures && m_short == 0;
}

// Else once only: where a server gives out fewer connections, others get through all the time.
void FolderWatch::gotThrough(bool isBack)
{
    if (m_failures == 0 || m_short > 0 || (std::exchange(m_hurried, true) && !isBack))
        return;
    m_hurries = true;
    wake();
}

void FolderWatch::prove()
{
    if (m_live && m_link)
        m_link->interruptIdle();
}

void FolderWatch::close()
{
    if (m_link)
        m_link->close();
}

void FolderWatch::reset()
{
    m_link.reset();
    m_live = false;
}

bool FolderWatch::mayWatch() const
{
    return !m_account.blocked && m_account.listed && isSet(m_folder) && m_account.opener.features().idle
        && m_refusals < MaxRefusals;
}

Task<void> FolderWatch::run()
{
    while (!m_account.stopping) {
        if (!mayWatch()) {
            close();
            m_link.reset();
            co_await m_wake.wait();
            continue;
        }
        const auto ended = co_await watchFolder();
        const bool wasLive = std::exchange(m_live, false);
        if (wasLive)
            m_hooks.ended(m_folder);
        if (ended || m_account.stopping)
            continue;
        m_link.reset();
        if (ended.error().kind == ErrorKind::Cancelled)
            continue;
        m_account.heed(ended.error());
        lost(wasLive, ended.error());
        m_hooks.look(m_folder);
        const Clock &clock = m_account.ctx.clock;
        const Millis wait = m_account.backoff(std::max({m_failures, m_short, m_refusals}));
        const qint64 until = clock.monotonicMs() + wait.count();
        qCInfo(logAccount, "%s: the session that waits in folder %lld %s (%s), again in %lld ms",
               m_account.key.constData(), static_cast<long long>(raw(m_folder)),
               wasLive ? "was lost" : "cannot be had", forLog(ended.error()).constData(),
               static_cast<long long>(wait.count()));
        while (!m_account.stopping && mayWatch() && !m_hurries && m_failures + m_short + m_refusals > 0
               && clock.monotonicMs() < until)
            co_await m_wake.wait(Millis(until - clock.monotonicMs()));
        m_hurries = false;
    }
}

// What a silent connection hid shows in a pass; whether the network is gone, the user session finds out.
void FolderWatch::lost(bool wasLive, const Error &error)
{
    m_failures = wasLive ? 1 : m_failures + 1;
    if (!wasLive)
        return;
    const bool isRefused = !error.isRetryable();
    m_refusals = isRefused ? m_refusals + 1 : 0;
    m_short = m_account.ctx.clock.monotonicMs() - m_liveAt < ShortMs ? m_short + 1 : 0;
}

// Between the last pass and this SELECT nobody listened: it may ask for a look at once.
Task<Result<void>> FolderWatch::connect(FolderRow row)
{
    if (!m_link || !m_link->isOpen()) {
        if (const auto opened = co_await m_account.opener.open(m_link, false); !opened)
            co_return opened.error();
    }
    const auto box = co_await m_link->select(row.serverPath, ResyncPoint{});
    if (!box)
        co_return box.error();
    m_box = *box;
    m_live = true;
    m_liveAt = m_account.ctx.clock.monotonicMs();
    m_failures = 0;
    m_hurries = m_hurried = false;
    m_hooks.live(row.id, row.provenAt);
    if (row.uidNext != box->uidNext || row.modseq != box->highestModseq || row.modseq == 0
        || row.serverTotal != box->exists)
        m_hooks.look(row.id);
    co_return Result<void>{};
}

Task<Result<void>> FolderWatch::watchFolder()
{
    const FolderId folder = m_folder;
    const auto row = m_account.ctx.folders.folder(folder);
    if (!row) {
        m_folder = {};
        co_return Result<void>{};
    }
    if (const auto connected = co_await connect(*row); !connected)
        co_return connected.error();
    while (!m_account.stopping && !m_account.blocked && m_folder == folder) {
        const auto spoke = co_await m_link->idle();
        if (!spoke)
            co_return spoke.error();
        m_refusals = 0;
        if (*spoke != IdleEnd::ServerSpoke)
            continue;
        if (const auto told = co_await heard(folder); !told)
            co_return told.error();
    }
    co_return Result<void>{};
}

// The server spoke: what it has to tell is shown at once where that is cheap, and a pass follows.
Task<Result<void>> FolderWatch::heard(FolderId folder)
{
    co_await m_account.ctx.clock.sleep(m_account.ctx.limits.noticeDebounce);
    if (m_account.opener.features().qresync && !m_account.stopping && m_account.queue.claim(folder)) {
        const auto seen = co_await quickLook(*m_link, m_account.ctx, folder, m_box.uidValidity);
        m_account.queue.release(folder);
        m_hooks.released();
        if (!seen && seen.error().kind != ErrorKind::Refused)
            co_return seen.error();
    }
    if (!m_account.stopping && !m_account.blocked && m_folder == folder)
        m_hooks.look(folder);
    co_return Result<void>{};
}

} // namespace kw
