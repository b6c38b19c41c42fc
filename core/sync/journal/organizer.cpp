#include "core/sync/journal/organizer.h"

#include "core/sync/folder/keeping.h"
#include "core/sync/journal/filer.h"
#include "core/sync/journal/folderkeeper.h"
#include "core/sync/journal/mover.h"

#include <QCoreApplication>

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Sync)
};

Error invalid(const QString &text)
{
    return {ErrorKind::Invalid, text, {}};
}

// RFC 3501 flag-keyword: an atom.
bool isKeyword(const QString &name)
{
    static const QString forbidden = QStringLiteral("(){ %*\"\\]");
    return !name.isEmpty() && std::all_of(name.begin(), name.end(), [](QChar c) {
        return c > QLatin1Char(' ') && c < QChar(0x7F) && !forbidden.contains(c);
    });
}

ActionKind kindOf(Intent::Kind kind)
{
    switch (kind) {
    case Intent::Kind::Mark:
    case Intent::Kind::MarkFolderRead:
        return ActionKind::Mark;
    case Intent::Kind::Tag:
        return ActionKind::Tag;
    case Intent::Kind::Move:
        return ActionKind::Move;
    case Intent::Kind::Copy:
        return ActionKind::Copy;
    case Intent::Kind::Archive:
        return ActionKind::Archive;
    case Intent::Kind::Delete:
        return ActionKind::Delete;
    case Intent::Kind::Junk:
        return ActionKind::Junk;
    case Intent::Kind::NotJunk:
        return ActionKind::NotJunk;
    case Intent::Kind::Expunge:
    case Intent::Kind::EmptyFolder:
        return ActionKind::Expunge;
    case Intent::Kind::CreateFolder:
        return ActionKind::CreateFolder;
    case Intent::Kind::RenameFolder:
        return ActionKind::RenameFolder;
    case Intent::Kind::DeleteFolder:
        return ActionKind::DeleteFolder;
    case Intent::Kind::Subscribe:
        return ActionKind::Subscribe;
    case Intent::Kind::Restore:
        return ActionKind::Restore;
    }
    return ActionKind::Mark;
}

bool isFolderKind(ActionKind kind)
{
    return kind == ActionKind::CreateFolder || kind == ActionKind::RenameFolder
        || kind == ActionKind::DeleteFolder || kind == ActionKind::Subscribe;
}

} // namespace

Organizer::Organizer(SyncContext &ctx)
    : m_ctx(ctx)
{
}

Result<ActionRow> Organizer::perform(const Intent &intent)
{
    ActionRow row;
    row.kind = kindOf(intent.kind);
    row.at = m_ctx.clock.wallMs();
    row.on = intent.on;
    if (isSet(intent.folder)) {
        if (const auto folder = m_ctx.folders.folder(intent.folder))
            row.detail = folder->path;
    }
    Transaction txn(m_ctx.db);
    m_flags = false;
    m_action = m_ctx.actions.reserve(row.kind);
    const auto items = apply(intent, row);
    if (!items)
        return items.error(); // rolled back
    row.count = int(items->size());
    if (items->isEmpty() && !isFolderKind(row.kind))
        return row; // nothing to do is nothing done: rolled back
    row.id = m_action;
    row.state = ActionState::Waiting;
    m_ctx.actions.write(row, *items, m_flags);
    if (const auto done = txn.commit(); !done)
        return done.error();
    return row;
}

Organizer::Done Organizer::apply(const Intent &intent, ActionRow &row)
{
    Filer filer(m_ctx, m_action);
    switch (intent.kind) {
    case Intent::Kind::Mark:
    case Intent::Kind::MarkFolderRead:
        return mark(intent, row);
    case Intent::Kind::Tag:
        return tag(intent, row);
    case Intent::Kind::Move:
    case Intent::Kind::Copy:
        if (!isSet(intent.folder))
            row.detail = intent.name;
        return filer.transfer(intent);
    case Intent::Kind::Archive:
        return filer.archive(intent.messages);
    case Intent::Kind::Delete:
        return filer.toRole(intent.messages, FolderRole::Trash);
    case Intent::Kind::Junk:
    case Intent::Kind::NotJunk:
        return junk(intent, row);
    case Intent::Kind::Expunge:
    case Intent::Kind::EmptyFolder: {
        const auto ids = intent.kind == Intent::Kind::EmptyFolder ? m_ctx.placement.messages(intent.folder)
                                                                  : intent.messages;
        return Mover(m_ctx, m_action)
            .expunge(ids, row.at + qint64(m_ctx.settings.expungeGraceSeconds) * 1000);
    }
    case Intent::Kind::Restore:
        return filer.restore(intent.vanished);
    default:
        return folderAction(intent, row);
    }
}

Organizer::Done Organizer::mark(const Intent &intent, ActionRow &row)
{
    m_flags = true;
    row.bits
        = intent.kind == Intent::Kind::MarkFolderRead ? quint32(Flag::Seen) : intent.bits & ServerFlagMask;
    row.on = intent.kind == Intent::Kind::MarkFolderRead || intent.on;
    return m_ctx.messages.setFlags(
        intent.kind == Intent::Kind::MarkFolderRead ? m_ctx.placement.unread(intent.folder) : intent.messages,
        row.bits, row.on);
}

Organizer::Done Organizer::tag(const Intent &intent, ActionRow &row)
{
    if (!isKeyword(intent.name))
        return invalid(
            Words::tr("A tag's name on the server must be plain letters, digits and signs without spaces."));
    m_flags = true;
    row.detail = intent.name;
    return m_ctx.messages.setKeyword(intent.messages, intent.name, intent.on);
}

// The flags teach the server's filter, the folder shows the person.
Organizer::Done Organizer::junk(const Intent &intent, ActionRow &row)
{
    const bool isJunk = intent.kind == Intent::Kind::Junk;
    m_flags = true;
    row.bits = quint32(Flag::Junk) | quint32(Flag::NotJunk);
    const quint32 on = quint32(isJunk ? Flag::Junk : Flag::NotJunk);
    QHash<MessageId, ActionItem> items;
    for (const ActionItem &item : m_ctx.messages.setFlags(intent.messages, on, true))
        items.insert(item.message, item);
    for (const ActionItem &item : m_ctx.messages.setFlags(intent.messages, row.bits & ~on, false)) {
        if (!items.contains(item.message))
            items.insert(item.message, item);
    }
    const auto moved
        = Filer(m_ctx, m_action).toRole(intent.messages, isJunk ? FolderRole::Junk : FolderRole::Inbox);
    if (!moved)
        return moved.error();
    for (const ActionItem &item : *moved) {
        if (items.contains(item.message))
            items[item.message].folder = item.folder;
        else
            items.insert(item.message, item);
    }
    return items.values();
}

Organizer::Done Organizer::deleteFolder(FolderId folder)
{
    const auto top = m_ctx.folders.folder(folder);
    if (!top)
        return invalid(Words::tr("This folder is no longer there."));
    if (top->role == FolderRole::Inbox)
        return invalid(Words::tr("The inbox cannot be deleted."));
    QList<FolderRow> rows = m_ctx.folders.below(folder);
    rows.append(*top);
    FolderKeeper keeper(m_ctx, m_action);
    QList<ActionItem> items;
    for (const FolderRow &row : std::as_const(rows)) {
        if (row.selectable && row.state == FolderState::There && row.lowUid != 1) {
            const Keeping keeping(m_ctx);
            if (keeping.isSkipped(row) || keeping.isCutOff(row))
                return invalid(
                    Words::tr("Mail in this folder is on the server only, by the account's settings. Keep "
                              "all of the folder here before you delete it."));
            return invalid(
                Words::tr("This folder has not been listed to its end yet. Try again when it has."));
        }
        const auto ids = m_ctx.placement.messages(row.id);
        if (ids.isEmpty())
            continue;
        const auto trash = keeper.ofRole(row.account, FolderRole::Trash);
        if (!trash)
            return trash.error();
        if (*trash == row.id)
            return invalid(Words::tr("The Trash still holds mail. Empty it first."));
        items += Mover(m_ctx, m_action).move(ids, *trash);
    }
    if (const auto gone = keeper.remove(folder); !gone)
        return gone.error();
    return items;
}

Organizer::Done Organizer::folderAction(const Intent &intent, ActionRow &row)
{
    FolderKeeper keeper(m_ctx, m_action);
    switch (intent.kind) {
    case Intent::Kind::CreateFolder: {
        AccountId account = intent.account;
        if (const auto parent = m_ctx.folders.folder(intent.folder))
            account = parent->account;
        const auto made = keeper.create(account, intent.folder, intent.name);
        if (!made)
            return made.error();
        row.detail = m_ctx.folders.folder(*made)->path;
        return QList<ActionItem>{{{}, *made, 0}};
    }
    case Intent::Kind::RenameFolder: {
        const auto before = m_ctx.folders.folder(intent.folder);
        const auto done = keeper.rename(intent.folder, intent.name);
        if (!done)
            return done.error();
        row.detail = before->path + QChar(u'\n') + intent.name;
        return QList<ActionItem>{{{}, intent.folder, 0}};
    }
    case Intent::Kind::DeleteFolder: {
        auto items = deleteFolder(intent.folder);
        if (items)
            items->append({{}, intent.folder, 0});
        return items;
    }
    default: {
        const auto done = keeper.subscribe(intent.folder, intent.on);
        if (!done)
            return done.error();
        return QList<ActionItem>{{{}, intent.folder, 0}};
    }
    }
}

} // namespace kw
