#include "core/sync/journal/foldersteps.h"

#include "core/store/sharedfolders.h"

#include <QCoreApplication>

#include <algorithm>

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Sync)
};

} // namespace

FolderSteps::FolderSteps(SyncContext &ctx, Verdicts &verdicts)
    : m_ctx(ctx)
    , m_verdicts(verdicts)
{
}

Task<Result<void>> FolderSteps::run(Operation op, ImapLink &link)
{
    const QList<Operation> one{op};
    if (!m_ctx.folders.folder(op.work))
        co_return m_verdicts.done(one);
    if (op.kind == OpKind::DeleteFolder) {
        // DELETE takes the mail along that nobody here has seen.
        const auto row = m_ctx.folders.folder(op.work);
        if (row->selectable) {
            const auto box = co_await link.select(row->serverPath, ResyncPoint{}, true);
            if (Verdicts::isLost(box))
                co_return m_verdicts.lost(one, box.error());
            if (box && box->exists > 0) {
                const Error inUse{
                    ErrorKind::Refused,
                    Words::tr("The folder “%1” has received mail meanwhile, so it stays.").arg(row->path),
                    {}};
                co_return m_verdicts.giveUp(one, inUse);
            }
        }
    }
    if (const auto aside = co_await stepAside(op, link); !aside)
        co_return aside.error();
    const auto begun = m_verdicts.sending(one);
    if (!begun)
        co_return begun.error();
    if (begun->isEmpty())
        co_return Result<void>{};
    const auto answer = co_await send(op, link);
    if (Verdicts::isLost(answer))
        co_return m_verdicts.lost(one, answer.error());
    // A folder that is there already, or gone already, is what was wanted.
    const QString code = answer ? QString() : answer.error().code.section(QLatin1Char(' '), 0, 0);
    const bool asWanted = (op.kind == OpKind::CreateFolder && code == QLatin1StringView("ALREADYEXISTS"))
        || (op.kind == OpKind::DeleteFolder && code == QLatin1StringView("NONEXISTENT"));
    if (asWanted)
        co_return m_verdicts.done(one);
    const bool elsewhere = !answer && code != QLatin1StringView("OVERQUOTA")
        && code != QLatin1StringView("ALREADYEXISTS") && !Verdicts::mayPass(answer.error());
    if (elsewhere && mayLieBelowInbox(op))
        co_return putBelowInbox(op);
    co_return m_verdicts.concluded(one, answer);
}

namespace {

QString inboxPrefix(const FolderRow &row)
{
    return QLatin1StringView("INBOX") + row.separator;
}

} // namespace

// Some servers keep every folder below INBOX. Where there is none yet, only a refusal tells.
bool FolderSteps::mayLieBelowInbox(const Operation &op) const
{
    const auto made = m_ctx.folders.folder(op.work);
    if (op.kind != OpKind::CreateFolder || !made || made->separator.isNull()
        || made->serverPath.contains(made->separator)
        || m_ctx.folders.folder(op.account, inboxPrefix(*made) + made->serverPath))
        return false;
    const QList<FolderRow> rows = m_ctx.folders.folders(op.account);
    const QSet<FolderId> unmade = m_ctx.journal.unmade(op.account);
    const SharedFolders shared(rows);
    return std::all_of(rows.begin(), rows.end(), [&](const FolderRow &row) {
        return row.role == FolderRole::Inbox || unmade.contains(row.id) || shared.contains(row.path)
            || row.serverPath.startsWith(inboxPrefix(*made));
    });
}

// It is made there in the next step.
Result<void> FolderSteps::putBelowInbox(const Operation &op)
{
    const auto row = m_ctx.folders.folder(op.work);
    const QString path = inboxPrefix(*row) + row->serverPath;
    Transaction txn(m_ctx.db);
    m_ctx.folders.rename(op.work, path);
    m_ctx.journal.setTarget(op.id, path);
    m_ctx.folders.renamedOnServer(op.account, row->serverPath, path, row->separator);
    m_ctx.journal.setState({op.id}, OpState::Waiting);
    return txn.commit();
}

// Dovecot hangs up on whoever deletes the folder they have selected.
Task<Result<void>> FolderSteps::stepAside(Operation op, ImapLink &link)
{
    if (op.kind != OpKind::DeleteFolder)
        co_return Result<void>{};
    for (const FolderRow &row : m_ctx.folders.folders(op.account)) {
        if (row.role != FolderRole::Inbox)
            continue;
        const auto box = co_await link.select(row.serverPath, ResyncPoint{}, true);
        if (!box && box.error().kind != ErrorKind::Refused)
            co_return box.error();
    }
    co_return Result<void>{};
}

Task<Result<void>> FolderSteps::send(Operation op, ImapLink &link)
{
    const auto row = m_ctx.folders.folder(op.work);
    switch (op.kind) {
    case OpKind::CreateFolder: {
        const auto made = co_await link.createFolder(row->serverPath);
        if (!made)
            co_return made.error();
        const auto subscribed = co_await link.subscribe(row->serverPath, true);
        if (Verdicts::isLost(subscribed))
            co_return subscribed.error();
        co_return Result<void>{}; // servers without subscriptions are no reason to be without the folder
    }
    case OpKind::RenameFolder:
        co_return co_await link.renameFolder(op.pathFrom, op.pathTo);
    case OpKind::DeleteFolder:
        co_return co_await link.deleteFolder(row->serverPath);
    default:
        co_return co_await link.subscribe(row->serverPath, op.kind == OpKind::Subscribe);
    }
}

Result<void> FolderSteps::settle(AccountId account, const QList<ListedFolder> &listed)
{
    const auto has = [&listed](const QString &path) {
        return std::any_of(listed.begin(), listed.end(),
                           [&path](const ListedFolder &f) { return f.path == path; });
    };
    for (const Operation &op : m_ctx.journal.folderOps(account)) {
        if (op.state != OpState::InFlight)
            continue;
        const auto row = m_ctx.folders.folder(op.work);
        bool happened = !row;
        if (op.kind == OpKind::CreateFolder)
            happened = happened || has(row->serverPath);
        else if (op.kind == OpKind::RenameFolder)
            happened = has(op.pathTo) && !has(op.pathFrom);
        else if (op.kind == OpKind::DeleteFolder)
            happened = happened || !has(row->serverPath);
        const auto told = happened ? m_verdicts.done({op}) : m_verdicts.notDone({op});
        if (!told)
            return told;
    }
    return {};
}

} // namespace kw
