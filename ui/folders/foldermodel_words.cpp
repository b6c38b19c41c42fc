#include "ui/folders/foldermodel.h"
#include "ui/look/words.h"

// What the lines of the folder pane say about themselves.
namespace kw {

QString FolderModel::toolTip(const FolderNode &n) const
{
    if (n.kind == FolderNode::Kind::Account) {
        const auto it = m_accounts.constFind(n.accountKey);
        QStringList lines{n.title};
        if (it != m_accounts.cend()) {
            lines = {
                tr("%1: %2", "account, state").arg(n.title, livenessSentence(it->liveness, it->staleSince)),
                it->error.text};
        }
        lines.append(m_rooms.value(n.accountKey));
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    if (n.kind == FolderNode::Kind::Group)
        return tr("Folders of other people, and of groups you belong to.");
    if (n.kind == FolderNode::Kind::Outbox)
        return tr("%Ln message(s) wait to be sent, or need you.", nullptr, int(n.total));
    if (n.kind == FolderNode::Kind::Search)
        return searchToolTip(n);
    if (n.skipped)
        return tr("“%1” is not kept on this computer; its mail is on the server only.").arg(n.title);
    if (n.row.unsupported)
        return tr("Kittiwake cannot open this folder: its name contains quotes or backslashes that this "
                  "server's mail library "
                  "does not handle. Rename it in another program to use it here.");
    if (n.kind == FolderNode::Kind::Folder && (!isSet(n.row.id) || !n.row.selectable))
        return tr("“%1” holds only other folders.").arg(n.title);
    QString counts
        = tr("%1: %2, %3", "folder, messages, unread")
              .arg(n.row.path.isEmpty() ? n.title : oneLine(n.row.path).left(200),
                   tr("%Ln message(s)", nullptr, int(n.total)), tr("%Ln unread", nullptr, int(n.unread)));
    if (n.listDays > 0)
        counts += u'\n' + tr("Mail older than %Ln day(s) is on the server only.", nullptr, n.listDays);
    const auto it = m_folders.constFind(n.row.id);
    if (it == m_folders.cend())
        return counts;
    return counts + u'\n' + livenessSentence(it->liveness, it->provenAt);
}

QString FolderModel::unreadText(const FolderNode &n)
{
    if (n.unread == 0)
        return {};
    return n.moreUnread ? tr("%1+", "so many and more").arg(number(n.unread)) : number(n.unread);
}

QString FolderModel::searchToolTip(const FolderNode &n)
{
    if (!n.isCounted)
        return tr("%1: being counted").arg(n.title);
    const QString unread = n.moreUnread ? tr("more than %1 unread").arg(number(n.unread))
                                        : tr("%Ln unread", nullptr, int(n.unread));
    const QString total = n.moreTotal ? tr("more than %1 messages").arg(number(n.total))
                                      : tr("%Ln message(s)", nullptr, int(n.total));
    return tr("%1: %2, %3", "folder, messages, unread").arg(n.title, total, unread);
}

QString FolderModel::spoken(const FolderNode &n) const
{
    if (n.kind == FolderNode::Kind::Account)
        return n.accountKey.isEmpty() ? n.title
                                      : tr("Account %1, %2").arg(n.title, livenessWord(liveness(n)));
    if (n.kind == FolderNode::Kind::Outbox)
        return tr("%1, %2").arg(n.title, tr("%Ln message(s)", nullptr, int(n.total)));
    if (n.skipped)
        return tr("%1, not kept here").arg(n.title);
    if (n.kind == FolderNode::Kind::Folder && (!isSet(n.row.id) || !n.row.selectable || n.row.unsupported))
        return tr("%1, cannot be opened").arg(n.title);
    if (n.kind == FolderNode::Kind::Search) {
        const QString title = tr("%1, saved search").arg(n.title);
        return n.unread ? tr("%1, %2").arg(title, tr("%Ln unread", nullptr, int(n.unread))) : title;
    }
    return n.unread ? tr("%1, %2").arg(n.title, tr("%Ln unread", nullptr, int(n.unread))) : n.title;
}

} // namespace kw
