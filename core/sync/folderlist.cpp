#include "core/sync/folderlist.h"

#include "core/sync/folderroles.h"

#include <QCoreApplication>

namespace kw {

namespace {

bool isUnchanged(const FolderRow &a, const FolderRow &b)
{
    return a.separator == b.separator && a.role == b.role && a.selectable == b.selectable && a.subscribed == b.subscribed
        && a.unsupported == b.unsupported;
}

FolderRow rowOf(AccountId account, const ListedFolder &listed)
{
    FolderRow row;
    row.account = account;
    row.path = listed.path;
    row.separator = listed.separator;
    row.role = listed.role;
    row.selectable = listed.selectable;
    row.subscribed = listed.subscribed;
    row.unsupported = listed.unsupported;
    return row;
}

} // namespace

Task<Result<void>> refreshFolderList(ImapLink &link, SyncContext &ctx, AccountId account)
{
    const auto listed = co_await link.list();
    if (!listed)
        co_return listed.error();
    if (listed->isEmpty())
        co_return Error{ErrorKind::Protocol, QCoreApplication::translate("kw::Sync", "The server lists no folders."), {}};

    QHash<QString, FolderRow> known;
    for (const FolderRow &row : ctx.folders.folders(account))
        known.insert(row.path, row);
    Transaction txn(ctx.db);
    for (const ListedFolder &folder : withRoles(*listed)) {
        const FolderRow row = rowOf(account, folder);
        const auto old = known.constFind(row.path);
        const bool changed = old == known.cend() || !isUnchanged(*old, row);
        known.remove(row.path);
        if (changed)
            ctx.folders.upsert(row);
    }
    for (const FolderRow &gone : std::as_const(known)) {
        if (ctx.messages.pendingFlags(gone.id, 1).isEmpty())
            ctx.folders.remove(gone.id);
    }
    co_return txn.commit();
}

} // namespace kw
