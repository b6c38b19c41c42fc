#include "core/sync/account/quotaasker.h"

#include "core/store/quotastore.h"

namespace kw {

namespace {

constexpr qint64 EveryMs = qint64(15) * 60'000;
constexpr qint64 AfterChangeMs = 20'000; // several changes come together
constexpr int Slack = 2; // percent below a step before it can be crossed again

bool isSessionsEnd(const Error &error)
{
    return error.kind != ErrorKind::Refused && error.kind != ErrorKind::Unsupported
        && error.kind != ErrorKind::NotFound;
}

void append(QList<QuotaRow> &rows, const QList<QuotaResource> &told)
{
    for (const QuotaResource &resource : told) {
        const QuotaRow row{resource.root, resource.name, resource.used, resource.limit};
        const auto same = std::ranges::find_if(rows, [&row](const QuotaRow &other) {
            return other.root == row.root && other.resource == row.resource;
        });
        if (row.limit == 0)
            continue;
        if (same == rows.end())
            rows.append(row);
        else
            *same = row;
    }
}

// The step that is reached; one that the person was told of holds until the account is clearly below it.
int stepOf(const AccountQuota &quota, int told)
{
    const QuotaRow *fullest = quota.fullest();
    const int percent = fullest ? fullest->percent() : 0;
    for (const int step : {QuotaFull, QuotaNearlyFull}) {
        if (percent >= (told >= step ? step - Slack : step))
            return step;
    }
    return 0;
}

Result<int> keep(SyncContext &ctx, AccountId account, const QList<QuotaRow> &rows)
{
    Transaction txn(ctx.db);
    QuotaStore store(ctx.db);
    store.set(account, rows, ctx.clock.wallMs());
    const int told = store.toldOf(account);
    const int step = stepOf(store.quota(account), told);
    store.setToldOf(account, step);
    if (const auto done = txn.commit(); !done)
        return done.error();
    return step > told ? step : 0;
}

} // namespace

QuotaAsker::QuotaAsker(AccountState &account)
    : m_account(account)
{
}

bool QuotaAsker::canAsk() const
{
    return m_account.listed && !m_account.blocked
        && m_account.opener.features().capabilities.contains(QLatin1StringView("QUOTA"));
}

bool QuotaAsker::queue()
{
    const FolderId inbox = m_account.inbox();
    if (!canAsk() || !isSet(inbox))
        return false;
    m_askedAt = m_account.ctx.clock.monotonicMs();
    m_dueAt = m_askedAt + EveryMs;
    m_account.queue.addQuota(inbox);
    return true;
}

void QuotaAsker::signedIn()
{
    if (m_askedAt == 0 || m_account.ctx.clock.monotonicMs() - m_askedAt >= EveryMs)
        queue();
}

void QuotaAsker::changed(int messages)
{
    if (messages >= LargerChange && m_dueAt != 0)
        m_dueAt = std::min(m_dueAt, m_account.ctx.clock.monotonicMs() + AfterChangeMs);
}

// Much of what is new was seen before the pass, by the session that watches.
void QuotaAsker::passed(const FolderRow &folder)
{
    const quint32 before = m_totals.value(folder.id, folder.total);
    m_totals.insert(folder.id, folder.total);
    changed(int(std::min<qint64>(std::abs(qint64(folder.total) - qint64(before)), LargerChange)));
}

void QuotaAsker::wish()
{
    queue();
}

bool QuotaAsker::queueWhatIsDue()
{
    return m_dueAt != 0 && m_account.ctx.clock.monotonicMs() >= m_dueAt && queue();
}

Task<Result<int>> askQuota(SyncContext &ctx, AccountId account, ImapLink &link)
{
    QList<QuotaRow> rows;
    bool isTold = false;
    const QList<FolderRow> folders = ctx.folders.folders(account);
    for (const FolderRole role : {FolderRole::Inbox, FolderRole::Trash}) {
        const auto folder = std::ranges::find_if(
            folders, [role](const FolderRow &row) { return row.role == role && row.isReachable(); });
        if (folder == folders.end())
            continue;
        const auto told = co_await link.quota(folder->serverPath);
        if (!told && isSessionsEnd(told.error()))
            co_return told.error();
        if (!told)
            continue;
        isTold = true;
        append(rows, *told);
    }
    if (!isTold)
        co_return 0; // what was told before stays, with its age
    co_return keep(ctx, account, rows);
}

} // namespace kw
