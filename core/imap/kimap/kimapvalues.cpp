#include "core/imap/kimap/kimapvalues.h"

#include "core/imap/flagnames.h"

#include <array>

namespace kw {

namespace {

constexpr std::array<std::pair<const char *, FolderRole>, 7> RoleNames{{{"\\drafts", FolderRole::Drafts},
                                                                        {"\\sent", FolderRole::Sent},
                                                                        {"\\archive", FolderRole::Archive},
                                                                        {"\\trash", FolderRole::Trash},
                                                                        {"\\junk", FolderRole::Junk},
                                                                        {"\\all", FolderRole::All},
                                                                        {"\\flagged", FolderRole::Flagged}}};

} // namespace

KIMAP::ImapSet toImapSet(const UidSet &uids)
{
    KIMAP::ImapSet set;
    for (const UidSet::Range &r : uids.ranges())
        set.add(KIMAP::ImapInterval(r.first, r.last));
    return set;
}

MessageFlags fromKimapFlags(const QList<QByteArray> &flags)
{
    return flagsNamed(flags);
}

QList<QByteArray> toKimapFlags(const MessageFlags &flags)
{
    QList<QByteArray> out;
    for (const auto &[name, flag] : FlagNames) {
        if (flags.bits & quint32(flag))
            out.append(name);
    }
    for (const QString &keyword : flags.keywords)
        out.append(keyword.toUtf8());
    return out;
}

bool isSendable(const QString &path)
{
    return !path.isEmpty() && path.count(u'"') % 2 == 0;
}

ListedFolder toListedFolder(const QString &name, QChar separator, const QList<QByteArray> &attributes)
{
    ListedFolder folder;
    folder.path = name;
    folder.separator = separator;
    folder.unsupported = !isSendable(name);
    for (const QByteArray &attribute : attributes) {
        const QByteArray lower = attribute.toLower();
        if (lower == "\\noselect" || lower == "\\nonexistent")
            folder.selectable = false;
        for (const auto &[special, role] : RoleNames) {
            if (lower == special)
                folder.role = role;
        }
    }
    if (name.compare(QLatin1StringView("INBOX"), Qt::CaseInsensitive) == 0)
        folder.role = FolderRole::Inbox;
    return folder;
}

QList<UidSet> inCommandSizes(const UidSet &uids, quint64 most)
{
    QList<UidSet> out;
    UidSet open;
    quint64 count = 0;
    for (const UidSet::Range &r : uids.ranges()) {
        for (quint64 first = r.first; first <= r.last;) {
            if (count >= most || open.ranges().size() >= RangesPerCommand) {
                out.append(std::exchange(open, UidSet{}));
                count = 0;
            }
            const quint64 last = std::min<quint64>(r.last, first + (most - count) - 1);
            open.addRange(quint32(first), quint32(last));
            count += last - first + 1;
            first = last + 1;
        }
    }
    if (!open.isEmpty())
        out.append(open);
    return out;
}

} // namespace kw
