#include "core/sync/account/freshness.h"

#include "core/base/logging.h"
#include "core/sync/folder/keeping.h"

namespace kw {

namespace {

const char *forLog(Liveness liveness)
{
    switch (liveness) {
    case Liveness::Offline:
        return "offline";
    case Liveness::Connecting:
        return "connecting";
    case Liveness::Syncing:
        return "syncing";
    case Liveness::Live:
        return "live";
    case Liveness::Polling:
        return "polled";
    case Liveness::Stale:
        return "out of reach";
    case Liveness::NeedsYou:
        return "needs the person";
    case Liveness::Paused:
        return "paused";
    }
    return "";
}

} // namespace

Freshness::Freshness(AccountState &account, QString key, Sources sources)
    : m_account(account)
    , m_key(std::move(key))
    , m_sources(std::move(sources))
{
}

Liveness Freshness::liveness(FolderId folder) const
{
    if (m_account.stopping)
        return Liveness::Offline;
    if (m_account.blocked)
        return Liveness::NeedsYou;
    if (!m_account.silence.text.isEmpty())
        return Liveness::Stale;
    // A session that still waits there proves little where no other one gets through.
    const bool isCutOff = !m_account.listed && !m_account.error.text.isEmpty();
    if (m_sources.isWatched(folder) && !isCutOff)
        return Liveness::Live;
    if (!m_account.listed || m_sources.hasFailed(folder))
        return m_account.error.text.isEmpty() ? Liveness::Connecting : Liveness::Stale;
    return m_sources.isComingBack(folder) ? Liveness::Connecting : Liveness::Polling;
}

// The account is as fresh as its inbox; before its first folder list there is none.
Liveness Freshness::ofInbox() const
{
    const FolderId inbox = m_account.inbox();
    if (isSet(inbox) || m_account.stopping || m_account.blocked)
        return liveness(inbox);
    return m_account.error.text.isEmpty() ? Liveness::Connecting : Liveness::Stale;
}

AccountStatus Freshness::status() const
{
    AccountStatus status;
    status.account = m_account.account;
    status.key = m_key;
    bool listing = false;
    const Keeping keeping(m_account.ctx);
    for (const FolderRow &row : m_account.ctx.folders.folders(m_account.account)) {
        status.staleSince = std::max(status.staleSince, row.provenAt);
        if (row.serverTotal == 0 || row.lowUid == 1 || keeping.isListed(row) || keeping.isSkipped(row))
            continue;
        listing = true;
        status.done += int(row.total);
        status.total += int(std::max(row.serverTotal, row.total));
    }
    status.liveness = ofInbox();
    if (status.liveness == Liveness::Stale || status.liveness == Liveness::NeedsYou)
        status.error
            = m_account.silence.text.isEmpty() || m_account.blocked ? m_account.error : m_account.silence;
    const bool works
        = m_account.listed && !m_account.blocked && !m_account.stopping && m_account.silence.text.isEmpty();
    if (works && (listing || m_account.queue.waitingPasses() > 0))
        status.liveness = Liveness::Syncing;
    return status;
}

void Freshness::progressMade()
{
    if (m_listing)
        mayHaveChanged();
}

// A first sync commits hundreds of slices a second; people read a few lines a second.
void Freshness::mayHaveChanged()
{
    if (m_timer == 0)
        m_timer = m_account.ctx.clock.callAfter(Millis(150), [this] { tell(); });
}

void Freshness::tell()
{
    m_timer = 0;
    const AccountStatus now = status();
    m_listing = now.total > 0;
    log(now);
    m_account.hooks.statusChanged(now);
}

// Syncing comes and goes with every pass.
void Freshness::log(const AccountStatus &now)
{
    const bool isSame = now.liveness == m_logged.liveness && now.error.kind == m_logged.error.kind
        && now.error.code == m_logged.error.code;
    if (isSame || now.liveness == Liveness::Syncing)
        return;
    m_logged = now;
    const QByteArray why = now.error.text.isEmpty() ? QByteArray() : " (" + kw::forLog(now.error) + ')';
    qCInfo(logAccount, "%s: %s%s", m_account.key.constData(), forLog(now.liveness), why.constData());
}

void Freshness::stop()
{
    m_account.ctx.clock.cancel(std::exchange(m_timer, 0));
}

} // namespace kw
