#include "core/sync/folder/keeping.h"

#include <limits>

namespace kw {

namespace {

constexpr qint64 Day = 86'400;
constexpr quint32 AnySize = std::numeric_limits<quint32>::max();

ListedFolder listedFrom(const FolderRow &row, const FolderFacts &facts)
{
    ListedFolder folder;
    folder.path = row.serverPath;
    folder.separator = row.separator;
    folder.role = facts.told.value_or(row.role);
    folder.selectable = row.selectable;
    folder.subscribed = row.subscribed;
    folder.unsupported = row.unsupported;
    return folder;
}

bool isClear(const FolderRow &row)
{
    return row.lowUid == 0 && row.uidValidity == 0 && row.total == 0;
}

QString renamedPath(const QString &path, const QString &from, const QString &to, QChar separator)
{
    const bool below = !separator.isNull() && path.startsWith(from + separator);
    return path == from || below ? to + path.mid(from.size()) : path;
}

} // namespace

Keeping::Keeping(SyncContext &ctx)
    : m_ctx(ctx)
{
}

bool Keeping::isSkipped(const FolderRow &row) const
{
    const auto found = m_ctx.choices.constFind(row.account);
    return found != m_ctx.choices.cend() && row.role != FolderRole::Inbox
        && found->skipped.contains(row.path);
}

bool Keeping::isSomethingWaiting(FolderId folder) const
{
    return !m_ctx.journal.concerning(folder).isEmpty() || m_ctx.facts.hasPendingMarks(folder);
}

bool Keeping::isLeftAlone(const FolderRow &row) const
{
    return isSkipped(row) && !isSomethingWaiting(row.id);
}

qint64 Keeping::listSince(AccountId account) const
{
    const auto found = m_ctx.choices.constFind(account);
    if (found == m_ctx.choices.cend() || found->listDays <= 0)
        return 0;
    const qint64 today = m_ctx.clock.wallMs() / 1000 / Day;
    return std::max<qint64>(today - found->listDays, 1) * Day;
}

bool Keeping::isCutOff(const FolderRow &row) const
{
    const qint64 since = listSince(row.account);
    if (since == 0 || row.lowUid <= 1)
        return false;
    const qint64 reached = m_ctx.facts.folder(row.id).listedSince;
    return reached != 0 && reached <= since;
}

bool Keeping::isListed(const FolderRow &row) const
{
    return row.lowUid == 1 || isCutOff(row);
}

bool Keeping::mayHoldOlder(const FolderRow &row) const
{
    const qint64 since = listSince(row.account);
    return since != 0 && row.lowUid != 0 && m_ctx.facts.folder(row.id).listedSince < since;
}

Result<void> Keeping::cutOff(FolderId folder, const UidSet &young)
{
    const auto row = m_ctx.folders.folder(folder);
    if (!row || row->lowUid == 0 || isSomethingWaiting(folder))
        return {};
    const UidSet known = m_ctx.messages.uids(folder);
    const auto [screen, older] = known.splitNewest(m_ctx.limits.firstScreen);
    quint32 from = screen.isEmpty() ? row->uidNext : screen.min();
    if (!young.isEmpty())
        from = std::min(from, young.min());
    QList<MessageId> gone;
    if (from > 1) {
        for (const auto &message :
             m_ctx.messages.known(folder, older.intersected(UidSet::range(1, from - 1))))
            gone.append(message.id);
    }
    Transaction txn(m_ctx.db);
    if (!gone.isEmpty()) {
        m_ctx.messages.remove(gone, Vanishing::Untold);
        auto now = *m_ctx.folders.folder(folder);
        now.lowUid = std::max(now.lowUid, from);
        m_ctx.folders.saveSyncState(now);
    }
    m_ctx.facts.setListedSince(folder, listSince(row->account));
    return txn.commit();
}

std::optional<Keeping::Texts> Keeping::textsAhead(const FolderRow &row) const
{
    if (isSkipped(row))
        return {};
    const FolderChoices chosen = choices(row.account);
    if (chosen.offline.contains(row.path))
        return Texts{0, AnySize};
    const int days = chosen.offlineDays >= 0 ? chosen.offlineDays : m_ctx.settings.prefetchDays;
    if (days <= 0)
        return {};
    return Texts{m_ctx.clock.wallMs() / 1000 - days * Day, quint32(m_ctx.settings.prefetchMaxBytes)};
}

ChosenRoles Keeping::chosenRoles(AccountId account) const
{
    ChosenRoles chosen = choices(account).roles;
    for (QString &path : chosen) {
        if (const auto row = m_ctx.folders.folder(account, path))
            path = row->serverPath; // a rename of ours may wait
    }
    return chosen;
}

void Keeping::applyRoles(AccountId account)
{
    const auto facts = m_ctx.facts.folders(account);
    const QSet<FolderId> unmade = m_ctx.journal.unmade(account);
    QList<FolderRow> rows;
    QList<ListedFolder> listed;
    for (const FolderRow &row : m_ctx.folders.folders(account)) {
        if (unmade.contains(row.id))
            continue;
        rows.append(row);
        listed.append(listedFrom(row, facts.value(row.id)));
    }
    listed = withRoles(listed, chosenRoles(account));
    for (qsizetype i = 0; i < rows.size(); ++i) {
        if (rows[i].role == listed[i].role)
            continue;
        rows[i].role = listed[i].role;
        m_ctx.folders.update(rows[i]);
    }
}

Result<void> Keeping::apply(AccountId account)
{
    Transaction txn(m_ctx.db);
    applyRoles(account);
    for (const FolderRow &row : m_ctx.folders.folders(account)) {
        if (!isClear(row) && isLeftAlone(row))
            m_ctx.folders.clear(row.id);
    }
    return txn.commit();
}

Result<void> Keeping::clearLeftAlone(const FolderRow &row) const
{
    if (isClear(row) || !isLeftAlone(row))
        return {};
    Transaction txn(m_ctx.db);
    m_ctx.folders.clear(row.id);
    return txn.commit();
}

FolderChoices Keeping::renamed(FolderChoices choices, const QString &from, const QString &to, QChar separator)
{
    for (QString &path : choices.roles)
        path = renamedPath(path, from, to, separator);
    for (QStringList *list : {&choices.skipped, &choices.offline}) {
        for (QString &path : *list)
            path = renamedPath(path, from, to, separator);
    }
    return choices;
}

} // namespace kw
