#include "ui/changes/changewords.h"

#include "ui/look/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(kw::ChangeWords)
};

QString markTitle(quint32 bits, bool on, int n)
{
    const auto has = [bits](Flag flag) { return (bits & quint32(flag)) != 0; };
    if (has(Flag::Seen))
        return on ? Words::tr("Marked %Ln message(s) as read", nullptr, n)
                  : Words::tr("Marked %Ln message(s) as unread", nullptr, n);
    if (has(Flag::Flagged))
        return on ? Words::tr("Starred %Ln message(s)", nullptr, n)
                  : Words::tr("Took the star off %Ln message(s)", nullptr, n);
    if (has(Flag::Answered))
        return on ? Words::tr("Marked %Ln message(s) as answered", nullptr, n)
                  : Words::tr("Marked %Ln message(s) as not answered", nullptr, n);
    if (has(Flag::Forwarded))
        return on ? Words::tr("Marked %Ln message(s) as forwarded", nullptr, n)
                  : Words::tr("Marked %Ln message(s) as not forwarded", nullptr, n);
    return Words::tr("Changed the marks of %Ln message(s)", nullptr, n);
}

QString folderName(const QString &path)
{
    return path.compare("INBOX"_L1, Qt::CaseInsensitive) == 0 ? roleTitle(FolderRole::Inbox) : oneLine(path);
}

QString mailTitle(const ActionRow &action, const TagLooks &tags)
{
    const int n = action.count;
    switch (action.kind) {
    case ActionKind::Mark:
        return markTitle(action.bits, action.on, n);
    case ActionKind::Tag:
        return (action.on ? Words::tr("Tagged %Ln message(s) “%1”", nullptr, n)
                          : Words::tr("Removed the tag “%1” from %Ln message(s)", nullptr, n))
            .arg(tags.nameOf(action.detail));
    case ActionKind::Move:
        return Words::tr("Moved %Ln message(s) to “%1”", nullptr, n).arg(folderName(action.detail));
    case ActionKind::Copy:
        return Words::tr("Copied %Ln message(s) to “%1”", nullptr, n).arg(folderName(action.detail));
    case ActionKind::Archive:
        return Words::tr("Archived %Ln message(s)", nullptr, n);
    case ActionKind::Delete:
        return Words::tr("Deleted %Ln message(s)", nullptr, n);
    case ActionKind::Junk:
        return Words::tr("Marked %Ln message(s) as junk", nullptr, n);
    case ActionKind::NotJunk:
        return Words::tr("Marked %Ln message(s) as not junk", nullptr, n);
    case ActionKind::Expunge:
        return Words::tr("Deleted %Ln message(s) for good", nullptr, n);
    default:
        return Words::tr("Restored %Ln message(s)", nullptr, n);
    }
}

QString counted(const ChangeRow &row)
{
    QStringList parts;
    if (row.refused > 0)
        parts.append(Words::tr("%Ln refused", "messages", row.refused));
    if (row.running > 0)
        parts.append(Words::tr("%Ln being sent", "messages", row.running));
    if (row.waiting > 0)
        parts.append(Words::tr("%Ln waiting", "messages", row.waiting));
    return parts.join(", "_L1);
}

} // namespace

QString changeTitle(const ActionRow &action, const TagLooks &tags)
{
    const QString name = folderName(action.detail);
    switch (action.kind) {
    case ActionKind::CreateFolder:
        return Words::tr("Created the folder “%1”").arg(name);
    case ActionKind::RenameFolder:
        return Words::tr("Renamed the folder “%1” to “%2”")
            .arg(oneLine(action.detail.section(u'\n', 0, 0)), oneLine(action.detail.section(u'\n', 1)));
    case ActionKind::DeleteFolder:
        return Words::tr("Deleted the folder “%1”").arg(name);
    case ActionKind::Send:
        return Words::tr("Stored “%1” in the folder of sent mail").arg(name);
    case ActionKind::Subscribe:
        return action.on ? Words::tr("Subscribed to the folder “%1”").arg(name)
                         : Words::tr("Unsubscribed from the folder “%1”").arg(name);
    default:
        return mailTitle(action, tags);
    }
}

QLatin1StringView changeIcon(const ActionRow &action)
{
    switch (action.kind) {
    case ActionKind::Mark:
        if (action.bits & quint32(Flag::Flagged))
            return "star"_L1;
        return (action.bits & quint32(Flag::Seen)) && !action.on ? "mark-unread"_L1 : "mark-read"_L1;
    case ActionKind::Tag:
        return "tag"_L1;
    case ActionKind::Move:
        return "move"_L1;
    case ActionKind::Copy:
        return "copy"_L1;
    case ActionKind::Archive:
        return "archive"_L1;
    case ActionKind::Delete:
    case ActionKind::Expunge:
    case ActionKind::DeleteFolder:
        return "trash"_L1;
    case ActionKind::Junk:
        return "junk"_L1;
    case ActionKind::NotJunk:
        return "inbox"_L1;
    case ActionKind::Restore:
        return "restore"_L1;
    case ActionKind::RenameFolder:
        return "edit"_L1;
    case ActionKind::Send:
        return "sent"_L1;
    default:
        return "folder"_L1;
    }
}

QString changeState(const ChangeRow &row, bool online)
{
    const bool undone = row.action.undone;
    if (row.action.state == ActionState::Running)
        return undone ? Words::tr("being undone") : row.refused > 0 ? counted(row) : Words::tr("being sent");
    if (row.action.state == ActionState::Waiting) {
        if (undone)
            return online ? Words::tr("undone here, the server will be told")
                          : Words::tr("undone here, the server is told when you go online");
        if (row.refused > 0)
            return counted(row);
        return online ? Words::tr("waiting") : Words::tr("waiting until you go online");
    }
    if (undone)
        return Words::tr("undone");
    if (!row.isRefused)
        return Words::tr("done");
    if (row.refused > 0 && row.refused < row.action.count)
        return Words::tr("%Ln of %1 refused", "messages", row.refused).arg(number(row.action.count));
    return row.refused > 0 || row.action.kind == ActionKind::Mark || row.action.kind == ActionKind::Tag
        ? Words::tr("refused")
        : Words::tr("done, with a remark");
}

Tone changeTone(const ChangeRow &row)
{
    if (row.isRefused)
        return Tone::Bad;
    return row.isOpen() ? Tone::Info : Tone::Good;
}

QString placeName(const ChangePlace &place, const AccountNames &accounts)
{
    const QString folder = place.role == FolderRole::None ? folderName(place.path) : roleTitle(place.role);
    const QString account = accounts.value(place.account);
    return account.isEmpty() ? folder : Words::tr("%1 · %2", "account, folder").arg(account, folder);
}

QString placeNames(const ChangeRow &row, const AccountNames &accounts)
{
    QStringList names;
    for (const ChangePlace &place : row.places)
        names.append(placeName(place, accounts));
    if (row.morePlaces)
        names.append(u"…"_s);
    return names.join(", "_L1);
}

QString changeSentence(const ChangeRow &row, const AccountNames &accounts, const TagLooks &tags, bool online)
{
    QStringList parts{changeTitle(row.action, tags), changeState(row, online), placeNames(row, accounts),
                      shortDate(row.action.at / 1000), oneLine(row.action.error)};
    parts.removeAll(QString());
    return parts.join(", "_L1);
}

QString refusedTitle(const RefusedItem &item)
{
    if (!isSet(item.message))
        return folderName(item.path);
    const QString subject = item.subject.isEmpty() ? Words::tr("(no subject)") : oneLine(item.subject);
    const QString sender = oneLine(displayName(item.from));
    return sender.isEmpty() ? subject : Words::tr("%1 — %2", "subject, sender").arg(subject, sender);
}

bool isCancellable(const ChangeRow &row)
{
    return !row.action.undone && row.action.state == ActionState::Waiting;
}

} // namespace kw
