#include "core/sync/journal/filer.h"

#include "core/sync/journal/folderkeeper.h"
#include "core/sync/journal/mover.h"

#include <QCoreApplication>

namespace kw {

Filer::Filer(SyncContext &ctx, ActionId action)
    : m_ctx(ctx)
    , m_action(action)
{
}

std::map<AccountId, QList<MessageId>> Filer::byAccount(const QList<MessageId> &ids) const
{
    std::map<AccountId, QList<MessageId>> accounts;
    for (const MessageId id : ids) {
        if (const auto spot = m_ctx.placement.spot(id))
            accounts[spot->account].append(id);
    }
    return accounts;
}

Filer::Done Filer::transferTo(Intent::Kind kind, const QList<MessageId> &ids, FolderId folder)
{
    const auto dest = m_ctx.folders.folder(folder);
    if (!dest || dest->state == FolderState::BeingDeleted)
        return Error{ErrorKind::Invalid,
                     QCoreApplication::translate("kw::Sync", "This folder is no longer there."),
                     {}};
    if (!dest->selectable || dest->unsupported)
        return Error{
            ErrorKind::Invalid, QCoreApplication::translate("kw::Sync", "This folder cannot hold mail."), {}};
    Mover mover(m_ctx, m_action);
    return kind == Intent::Kind::Move ? mover.move(ids, folder) : mover.copy(ids, folder);
}

Filer::Done Filer::transfer(const Intent &intent)
{
    if (isSet(intent.folder))
        return transferTo(intent.kind, intent.messages, intent.folder);
    QList<ActionItem> items;
    for (const auto &[account, ids] : byAccount(intent.messages)) {
        const auto folder = m_ctx.folders.folder(account, intent.name);
        if (!folder)
            return Error{ErrorKind::Invalid,
                         QCoreApplication::translate("kw::Sync", "The account “%1” has no folder “%2”.")
                             .arg(m_ctx.folders.accounts().value(account), intent.name),
                         {}};
        const auto some = transferTo(intent.kind, ids, folder->id);
        if (!some)
            return some.error();
        items += *some;
    }
    return items;
}

Filer::Done Filer::toRole(const QList<MessageId> &ids, FolderRole role)
{
    QList<ActionItem> items;
    for (const auto &[account, some] : byAccount(ids)) {
        const auto folder = FolderKeeper(m_ctx, m_action).ofRole(account, role);
        if (!folder)
            return folder.error();
        items += Mover(m_ctx, m_action).move(some, *folder);
    }
    return items;
}

Filer::Done Filer::archive(const QList<MessageId> &ids)
{
    std::map<FolderId, QList<MessageId>> byFolder;
    std::map<std::pair<AccountId, int>, FolderId> known;
    FolderKeeper keeper(m_ctx, m_action);
    for (const MessageId id : ids) {
        const auto spot = m_ctx.placement.spot(id);
        if (!spot)
            continue;
        const std::pair place(spot->account, FolderKeeper::yearOf(spot->date));
        if (!known.contains(place)) {
            const auto folder = keeper.archiveFor(place.first, place.second);
            if (!folder)
                return folder.error();
            known[place] = *folder;
        }
        byFolder[known[place]].append(id);
    }
    QList<ActionItem> items;
    for (const auto &[folder, some] : byFolder)
        items += Mover(m_ctx, m_action).move(some, folder);
    return items;
}

Filer::Done Filer::restore(const QList<qint64> &vanished)
{
    QList<ActionItem> items;
    for (const qint64 id : vanished) {
        const auto row = m_ctx.vanished.row(id);
        if (!row)
            continue;
        FolderId to = row->folder;
        const auto folder = m_ctx.folders.folder(to);
        if (!folder || !folder->isReachable() || folder->state == FolderState::BeingDeleted) {
            const auto inbox = FolderKeeper(m_ctx, m_action).ofRole(row->account, FolderRole::Inbox);
            if (!inbox)
                return inbox.error();
            to = *inbox;
        }
        if (const auto made = Mover(m_ctx, m_action).restore(id, to))
            items.append({*made, to, row->flags});
    }
    return items;
}

} // namespace kw
