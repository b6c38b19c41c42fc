#include "core/sync/search/serversearch.h"

#include "core/sync/folder/keeping.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Sync)
};

constexpr qint64 TellEveryMs = 250;

} // namespace

struct ServerSearch::Run {
    ServerSearchState state;
    std::shared_ptr<Asking> asking = std::make_shared<Asking>();
    std::vector<std::unique_ptr<AccountSearch>> searches;
    std::vector<Task<void>> tasks;
    qint64 toldAt = 0; // monotonic ms

    bool isAtEnd() const
    {
        return std::ranges::all_of(tasks, [](const Task<void> &task) { return task.isReady(); });
    }
    void cancel()
    {
        asking->isCancelled = true;
        for (const auto &search : searches)
            search->cancel();
    }
};

ServerSearch::ServerSearch(SyncContext &ctx, WayTo wayTo, Told told)
    : m_ctx(ctx)
    , m_wayTo(std::move(wayTo))
    , m_told(std::move(told))
{
}

ServerSearch::~ServerSearch() = default;

// Named ones as they are; else all that may hold something unseen.
QList<FolderRow> ServerSearch::wanted(const QList<FolderId> &folders) const
{
    const auto unseen = FoundRows(m_ctx.db).withoutText();
    QList<FolderRow> rows;
    for (const FolderRow &row : m_ctx.folders.allFolders()) {
        const bool isUnseen = unseen.value(row.id) > 0 || row.lowUid > 1;
        const bool mayBe
            = row.isReachable() && row.uidValidity != 0 && row.lowUid != 0 && !Keeping(m_ctx).isSkipped(row);
        if (folders.isEmpty() ? isUnseen && mayBe : folders.contains(row.id))
            rows.append(row);
    }
    std::ranges::stable_sort(rows, [&unseen](const FolderRow &one, const FolderRow &other) {
        const bool isInbox = one.role == FolderRole::Inbox;
        if (isInbox != (other.role == FolderRole::Inbox))
            return isInbox;
        return unseen.value(one.id) > unseen.value(other.id);
    });
    return rows;
}

void ServerSearch::ask(quint64 ticket, const SearchNode &query, const SearchContext &context,
                       const QList<FolderId> &folders)
{
    cancel();
    std::erase_if(m_leaving, [](const auto &run) { return run->isAtEnd(); });
    const auto run = m_run = std::make_shared<Run>();
    const QList<FolderRow> rows = wanted(folders);
    run->state.ticket = ticket;
    run->state.folders = int(rows.size());
    run->asking->query = query;
    run->asking->context = context;
    for (const FolderRow &row : rows)
        run->asking->folders.insert(row.id);
    // What it calls ends with the run; a cancelled one calls nothing.
    run->asking->found = [this, its = run.get()](const QList<MessageId> &hits) {
        its->state.hits += hits;
        if (m_ctx.clock.monotonicMs() - its->toldAt >= TellEveryMs)
            tell(*its);
    };
    begin(run, rows);
}

void ServerSearch::begin(const std::shared_ptr<Run> &run, const QList<FolderRow> &folders)
{
    std::map<AccountId, QList<FolderRow>> byAccount;
    for (const FolderRow &row : folders) {
        if (row.isReachable() && row.uidValidity != 0 && row.lowUid != 0 && !Keeping(m_ctx).isSkipped(row))
            byAccount[row.account].append(row);
        else
            ended(*run, row.id,
                  Error{ErrorKind::NotFound, Words::tr("The mail of this folder is not listed here."), {}});
    }
    for (const auto &[account, rows] : byAccount) {
        const auto way = m_wayTo(account);
        if (way) {
            run->searches.push_back(std::make_unique<AccountSearch>(
                m_ctx, run->asking, way->settings, way->password, rows,
                [this, its = run.get()](FolderId folder, const std::optional<Error> &error) {
                    ended(*its, folder, error);
                }));
            continue;
        }
        for (const FolderRow &row : rows)
            ended(*run, row.id, way.error());
    }
    if (folders.isEmpty()) {
        run->state.isOver = true;
        tell(*run);
        return;
    }
    tell(*run);
    for (const auto &search : run->searches)
        run->tasks.push_back(search->run());
}

void ServerSearch::ended(Run &run, FolderId folder, const std::optional<Error> &error)
{
    if (run.state.isOver)
        return;
    ++run.state.foldersDone;
    if (error)
        run.state.failures.append({folder, *error});
    else
        run.state.answered.append(folder);
    run.state.isOver = run.state.foldersDone == run.state.folders;
    tell(run);
}

void ServerSearch::tell(Run &run)
{
    run.toldAt = m_ctx.clock.monotonicMs();
    m_told(run.state);
}

void ServerSearch::cancel()
{
    const auto run = std::exchange(m_run, nullptr);
    if (!run)
        return;
    m_leaving.push_back(run);
    run->cancel();
    if (!run->state.isOver) {
        run->state.isOver = true;
        tell(*run);
    }
}

Task<void> ServerSearch::stop()
{
    cancel();
    while (!m_leaving.empty()) {
        const auto run = m_leaving.back();
        m_leaving.pop_back();
        for (auto &task : run->tasks)
            co_await task;
    }
}

} // namespace kw
