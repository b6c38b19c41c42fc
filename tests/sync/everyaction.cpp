#include "tests/sync/everyaction.h"

using namespace Qt::StringLiterals;

namespace kw::sim {

QStringList everyAction()
{
    return {u"mark"_s,
            u"unstar"_s,
            u"tag"_s,
            u"move"_s,
            u"copy"_s,
            u"move to another account"_s,
            u"mark folder read"_s,
            u"create folder"_s,
            u"rename folder"_s,
            u"delete folder"_s,
            u"subscribe"_s,
            u"archive"_s,
            u"delete"_s,
            u"junk"_s,
            u"not junk"_s,
            u"delete for good"_s};
}

void prepareForEveryAction(Desk &d)
{
    d.server().setFlags(u"INBOX"_s, d.uids(2, u"INBOX"_s), quint32(Flag::Flagged), {u"blue"_s}, true);
    d.server().createFolder(u"Full"_s);
    d.server().append(u"Full"_s, makeMail(8), quint32(Flag::Seen));
    d.settle();
    d.fetchTexts();
}

Intent intentOf(Desk &d, const QString &action)
{
    using Kind = Intent::Kind;
    const QList<MessageId> two{d.mail(1), d.mail(2)};
    if (action == "mark"_L1)
        return Intent::mark(two, quint32(Flag::Seen), true);
    if (action == "unstar"_L1)
        return Intent::mark(two, quint32(Flag::Flagged), false);
    if (action == "tag"_L1)
        return Intent::tag(two, u"work"_s, true);
    if (action == "move"_L1)
        return Intent::move(two, d.folder(u"Lists"_s));
    if (action == "copy"_L1)
        return Intent::copy(two, d.folder(u"Lists"_s));
    if (action == "move to another account"_L1)
        return Intent::move(two, d.folder(u"Lists"_s, 1));
    if (action == "mark folder read"_L1)
        return Intent::ofFolder(Kind::MarkFolderRead, d.folder(u"INBOX"_s));
    if (action == "create folder"_L1)
        return Intent::createFolder(d.account(), {}, u"Projects"_s);
    if (action == "rename folder"_L1)
        return Intent::renameFolder(d.folder(u"Full"_s), u"Renamed"_s);
    if (action == "delete folder"_L1)
        return Intent::ofFolder(Kind::DeleteFolder, d.folder(u"Full"_s));
    if (action == "subscribe"_L1)
        return Intent::subscribe(d.folder(u"Full"_s), false);
    const QHash<QString, Kind> kinds{{u"archive"_s, Kind::Archive},
                                     {u"delete"_s, Kind::Delete},
                                     {u"junk"_s, Kind::Junk},
                                     {u"not junk"_s, Kind::NotJunk},
                                     {u"delete for good"_s, Kind::Expunge}};
    return Intent::of(kinds.value(action), two);
}

} // namespace kw::sim
