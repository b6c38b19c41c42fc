#include "core/sync/folder/folderlist.h"

#include "core/sync/folder/keeping.h"
#include "core/sync/journal/foldersteps.h"

#include <QCoreApplication>

#include <algorithm>

namespace kw {

namespace {

bool isUnchanged(const FolderRow &a, const FolderRow &b)
{
    return a.separator == b.separator && a.role == b.role && a.selectable == b.selectable
        && a.subscribed == b.subscribed && a.unsupported == b.unsupported;
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

Error changesLost(const QString &path)
{
    return {ErrorKind::NotFound,
            QCoreApplication::translate(
                "kw::Sync", "The folder “%1” was deleted elsewhere; what was changed in it here is void.")
                .arg(path),
            {}};
}

Error choiceLost(const QString &path)
{
    return {ErrorKind::NotFound,
            QCoreApplication::translate("kw::Sync",
                                        "The folder “%1”, which you gave a special use, is no longer there. "
                                        "Choose another one in the account's settings; until then the one "
                                        "that the server or its name tells is used.")
                .arg(path),
            {}};
}

// The person's word about a folder that was there until now and is not any more.
QStringList choicesLost(const ChosenRoles &chosen, const QList<ListedFolder> &listed,
                        const QHash<QString, FolderRow> &known)
{
    QStringList lost;
    for (const auto &[role, path] : chosen.asKeyValueRange()) {
        const auto was = known.constFind(path);
        const bool isThere = std::any_of(listed.begin(), listed.end(), [&path](const ListedFolder &folder) {
            return folder.path == path && folder.selectable;
        });
        if (!isThere && was != known.cend() && was->role == role)
            lost.append(path);
    }
    return lost;
}

// What the server itself says of each folder, to be known when the person takes their own word back.
void writeTold(SyncContext &ctx, AccountId account, const QList<ListedFolder> &listed)
{
    const auto facts = ctx.facts.folders(account);
    QHash<QString, FolderId> ids;
    for (const FolderRow &row : ctx.folders.folders(account))
        ids.insert(row.serverPath, row.id);
    for (const ListedFolder &folder : withToldRoles(listed)) {
        const FolderId id = ids.value(folder.path);
        if (isSet(id) && facts.value(id).told != folder.role)
            ctx.facts.setTold(id, folder.role);
    }
}

// A name of ours that no rename stands for any more (the folder above it was renamed elsewhere) gives way to
// the server's.
Result<void> dropNamesOfOurs(SyncContext &ctx, AccountId account)
{
    const auto steps = ctx.journal.folderOps(account);
    const auto renames = [](const Operation &op) { return op.kind == OpKind::RenameFolder; };
    if (std::any_of(steps.begin(), steps.end(), renames))
        return {};
    Transaction txn(ctx.db);
    for (const FolderRow &row : ctx.folders.folders(account)) {
        if (row.path != row.serverPath && !ctx.folders.folder(account, row.serverPath))
            ctx.folders.rename(row.id, row.serverPath);
    }
    return txn.commit();
}

} // namespace

Task<Result<void>> refreshFolderList(ImapLink &link, SyncContext &ctx, AccountId account,
                                     std::function<void(const Error &)> lost)
{
    const auto listed = co_await link.list();
    if (!listed)
        co_return listed.error();
    if (listed->isEmpty())
        co_return Error{
            ErrorKind::Protocol, QCoreApplication::translate("kw::Sync", "The server lists no folders."), {}};

    Verdicts verdicts(ctx, {});
    if (const auto settled = FolderSteps(ctx, verdicts).settle(account, *listed); !settled)
        co_return settled.error();
    if (const auto named = dropNamesOfOurs(ctx, account); !named)
        co_return named.error();
    QHash<QString, FolderRow> known;
    QSet<QString> promised; // names that a rename or a new folder of ours will have
    const QSet<FolderId> unmade = ctx.journal.unmade(account);
    QList<FolderRow> gone;
    for (const FolderRow &row : ctx.folders.folders(account)) {
        const bool isThere = !unmade.contains(row.id);
        if (!isThere || row.path != row.serverPath)
            promised.insert(row.path);
        if (isThere)
            known.insert(row.serverPath, row); // a rename that waits is not known there
        else if (row.state == FolderState::BeingDeleted && !ctx.journal.isPassedThrough(row.id))
            gone.append(row); // it never was, and need not be
    }
    const ChosenRoles chosen = Keeping(ctx).chosenRoles(account);
    if (lost) {
        for (const QString &path : choicesLost(chosen, *listed, known))
            lost(choiceLost(path));
    }
    QList<FolderRow> wanted;
    for (const ListedFolder &folder : withRoles(*listed, chosen)) {
        FolderRow row = rowOf(account, folder);
        const auto old = known.constFind(row.path);
        if (old != known.cend())
            row.id = old->id;
        // Somebody else was faster; our rename will be refused, and then there is room for this one.
        if (old == known.cend() && promised.contains(row.path))
            continue;
        if (old == known.cend() || !isUnchanged(*old, row))
            wanted.append(row);
        known.remove(row.path);
    }
    for (const FolderRow &row : std::as_const(known)) {
        const bool waits = !ctx.messages.pendingFlags(row.id, 1).isEmpty();
        if (row.total > 0 || waits) { // one listing that lacks a folder is no proof that it is gone
            const auto asked = co_await link.status(row.serverPath);
            if (!asked && asked.error().kind != ErrorKind::Refused)
                co_return asked.error();
            if (asked)
                continue;
        }
        if (waits && lost)
            lost(changesLost(row.path));
        gone.append(row);
    }
    Transaction txn(ctx.db);
    for (const FolderRow &row : std::as_const(wanted))
        isSet(row.id) ? ctx.folders.update(row) : void(ctx.folders.upsert(row));
    for (const FolderRow &row : std::as_const(gone)) {
        verdicts.folderLost(row);
        ctx.folders.remove(row.id);
    }
    writeTold(ctx, account, *listed);
    co_return txn.commit();
}

} // namespace kw
