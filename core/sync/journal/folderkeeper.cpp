#include "core/sync/journal/folderkeeper.h"

#include "core/store/sharedfolders.h"

#include <QCoreApplication>
#include <QDateTime>

namespace kw {

namespace {

Error invalid(const QString &text)
{
    return {ErrorKind::Invalid, text, {}};
}

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Sync)
};

std::optional<Error> badName(const QString &name)
{
    if (name.trimmed().isEmpty())
        return invalid(Words::tr("A folder needs a name."));
    for (const QChar c : name) {
        if (c == QLatin1Char('"') || c == QLatin1Char('\\') || c == QLatin1Char('%') || c == QLatin1Char('*')
            || c.category() == QChar::Other_Control)
            return invalid(
                Words::tr("A folder name must not contain quotation marks, backslashes, “%” or “*”."));
    }
    return {};
}

// Names that are understood everywhere, as servers make them.
QString usualName(FolderRole role)
{
    switch (role) {
    case FolderRole::Archive:
        return QStringLiteral("Archive");
    case FolderRole::Trash:
        return QStringLiteral("Trash");
    case FolderRole::Junk:
        return QStringLiteral("Junk");
    case FolderRole::Drafts:
        return QStringLiteral("Drafts");
    default:
        return QStringLiteral("Sent");
    }
}

} // namespace

FolderKeeper::FolderKeeper(SyncContext &ctx, ActionId action)
    : m_ctx(ctx)
    , m_action(action)
{
}

Operation FolderKeeper::about(const FolderRow &row, OpKind kind) const
{
    Operation op;
    op.account = row.account;
    op.action = m_action;
    op.kind = kind;
    op.work = row.id;
    op.pathFrom = row.serverPath;
    op.pathTo = row.path;
    return op;
}

// Some servers (Cyrus, Courier) keep every folder below INBOX.
QString FolderKeeper::topPrefix(AccountId account, QChar *separator) const
{
    QChar found = QLatin1Char('/');
    bool allBelow = false;
    QString inboxPrefix;
    QList<FolderRow> rows = m_ctx.folders.folders(account);
    const SharedFolders shared(rows);
    rows.removeIf([&shared](const FolderRow &row) { return shared.contains(row.path); });
    for (const FolderRow &row : std::as_const(rows)) {
        if (!row.separator.isNull())
            found = row.separator;
    }
    inboxPrefix = QStringLiteral("INBOX") + found;
    for (const FolderRow &row : std::as_const(rows)) {
        if (row.path.compare(QLatin1StringView("INBOX"), Qt::CaseInsensitive) == 0)
            continue;
        allBelow = row.path.startsWith(inboxPrefix);
        if (!allBelow)
            break;
    }
    *separator = found;
    return allBelow ? inboxPrefix : QString();
}

Result<FolderId> FolderKeeper::create(AccountId account, FolderId below, const QString &name, FolderRole role,
                                      FolderId under)
{
    if (const auto bad = badName(name))
        return *bad;
    FolderRow row;
    row.account = account;
    row.role = role;
    const auto parent = isSet(below) ? m_ctx.folders.folder(below) : std::nullopt;
    if (parent) {
        if (parent->separator.isNull())
            return invalid(Words::tr("This server has no folders inside folders."));
        row.separator = parent->separator;
        row.path = parent->path + parent->separator + name;
    } else {
        row.path = topPrefix(account, &row.separator) + name;
    }
    if (m_ctx.folders.folder(account, row.path))
        return invalid(Words::tr("There is a folder with this name already."));
    row.id = m_ctx.folders.create(row, under);
    row.serverPath = row.path;
    m_ctx.journal.add(about(row, OpKind::CreateFolder));
    return row.id;
}

Result<FolderId> FolderKeeper::recreate(AccountId account, const QString &path, FolderId under)
{
    if (m_ctx.folders.folder(account, path))
        return invalid(Words::tr("There is a folder with this name already."));
    FolderRow row;
    row.account = account;
    row.path = path;
    topPrefix(account, &row.separator);
    row.id = m_ctx.folders.create(row, under);
    row.serverPath = path;
    m_ctx.journal.add(about(row, OpKind::CreateFolder));
    return row.id;
}

Result<void> FolderKeeper::rename(FolderId folder, const QString &path)
{
    const auto row = m_ctx.folders.folder(folder);
    if (!row || row->state == FolderState::BeingDeleted)
        return invalid(Words::tr("This folder is no longer there."));
    if (row->role == FolderRole::Inbox)
        return invalid(Words::tr("The inbox cannot be renamed."));
    if (const auto bad = badName(path))
        return *bad;
    if (path == row->path)
        return {};
    if (m_ctx.folders.folder(row->account, path))
        return invalid(Words::tr("There is a folder with this name already."));
    if (!row->separator.isNull() && path.startsWith(row->path + row->separator))
        return invalid(Words::tr("A folder cannot be moved into itself."));
    m_ctx.folders.rename(folder, path);
    const auto waiting = m_ctx.journal.folderOps(row->account);
    for (const Operation &op : waiting) {
        if (op.work != folder || op.state != OpState::Waiting
            || (op.kind != OpKind::CreateFolder && op.kind != OpKind::RenameFolder))
            continue;
        if (op.id != waiting.last().id)
            break; // what follows may be about the name that this one takes, or leaves
        // Not sent yet: it is simply made, or renamed, under the new name. Back to the old one is nothing at
        // all.
        if (op.kind == OpKind::RenameFolder && op.pathFrom == path)
            m_ctx.journal.setState({op.id}, OpState::Cancelled);
        else
            m_ctx.journal.setTarget(op.id, path);
        if (op.kind == OpKind::CreateFolder)
            m_ctx.folders.renamedOnServer(row->account, row->serverPath, path, row->separator);
        m_ctx.journal.assign(op.id, m_action);
        return {};
    }
    Operation op = about(*row, OpKind::RenameFolder);
    // A rename that is on its way ends before this one begins.
    op.pathFrom = row->path;
    op.pathTo = path;
    m_ctx.journal.add(op);
    return {};
}

Result<void> FolderKeeper::remove(FolderId folder)
{
    const auto row = m_ctx.folders.folder(folder);
    if (!row)
        return {};
    QList<FolderRow> rows = m_ctx.folders.below(folder);
    std::reverse(rows.begin(), rows.end());
    rows.append(*row);
    for (const FolderRow &each : std::as_const(rows)) {
        m_ctx.folders.setState(each.id, FolderState::BeingDeleted);
        Operation op = about(each, OpKind::DeleteFolder);
        op.pathFrom = each.path;
        m_ctx.journal.add(op);
    }
    return {};
}

bool FolderKeeper::keep(FolderId folder)
{
    const auto row = m_ctx.folders.folder(folder);
    if (!row)
        return false;
    for (const Operation &op : m_ctx.journal.folderOps(row->account)) {
        if (op.work != folder || op.kind != OpKind::DeleteFolder)
            continue;
        if (op.state != OpState::Waiting)
            return false;
        m_ctx.journal.setState({op.id}, OpState::Cancelled);
    }
    m_ctx.folders.setState(folder, m_ctx.journal.folderState(folder));
    return true;
}

Result<void> FolderKeeper::subscribe(FolderId folder, bool on)
{
    const auto row = m_ctx.folders.folder(folder);
    if (!row)
        return invalid(Words::tr("This folder is no longer there."));
    if (row->subscribed == on)
        return {};
    m_ctx.folders.setSubscribed(folder, on);
    m_ctx.journal.add(about(*row, on ? OpKind::Subscribe : OpKind::Unsubscribe));
    return {};
}

Result<FolderId> FolderKeeper::ofRole(AccountId account, FolderRole role)
{
    FolderId everything{};
    for (const FolderRow &row : m_ctx.folders.folders(account)) {
        if (row.state == FolderState::BeingDeleted || !row.selectable || row.unsupported)
            continue;
        if (row.role == role)
            return row.id;
        if (row.role == FolderRole::All)
            everything = row.id;
    }
    if (role == FolderRole::Archive && isSet(everything))
        return everything;
    const QString name = usualName(role);
    QChar separator;
    const QString path = topPrefix(account, &separator) + name;
    if (auto taken = m_ctx.folders.folder(account, path); taken && taken->selectable && !taken->unsupported) {
        taken->role = role;
        m_ctx.folders.update(*taken);
        return inUseAgain(*taken);
    }
    return create(account, {}, name, role);
}

// Mail that goes to a folder on its way out calls its deletion off.
Result<FolderId> FolderKeeper::inUseAgain(const FolderRow &row)
{
    if (row.state == FolderState::BeingDeleted && !keep(row.id))
        return invalid(
            Words::tr("The folder “%1” is just being deleted. Try again when it is gone.").arg(row.path));
    return row.id;
}

Result<FolderId> FolderKeeper::archiveFor(AccountId account, int year)
{
    auto archive = ofRole(account, FolderRole::Archive);
    if (!archive || !m_ctx.settings.archiveByYear)
        return archive;
    const auto row = m_ctx.folders.folder(*archive);
    if (!row || row->role == FolderRole::All || row->separator.isNull())
        return archive;
    const QString name = QString::number(year);
    if (const auto there = m_ctx.folders.folder(account, row->path + row->separator + name))
        return inUseAgain(*there);
    return create(account, *archive, name);
}

int FolderKeeper::yearOf(qint64 date)
{
    return QDateTime::fromSecsSinceEpoch(date).date().year();
}

} // namespace kw
