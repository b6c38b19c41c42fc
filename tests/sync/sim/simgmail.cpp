// Gmail (PEERS §3): folders are labels of one store of messages. What is in any folder is in All Mail too,
// except in Trash and Junk; what goes there leaves all others; a mark is the message's own; expunging takes a
// label off, and ends a message only in Trash and Junk.
#include "tests/sync/sim/simserver.h"

#include <algorithm>

namespace kw::sim {

namespace {

bool isEnd(const SimFolder &folder)
{
    return folder.role == FolderRole::Trash || folder.role == FolderRole::Junk;
}

UidSet uidsOf(const SimFolder &folder, const SimMail *mail)
{
    UidSet uids;
    for (const auto &[uid, message] : folder.messages) {
        if (message.mail.get() == mail)
            uids.add(uid);
    }
    return uids;
}

} // namespace

const SimFolder *SimServer::allMail() const
{
    const auto all = std::ranges::find_if(
        m_folders, [](const auto &entry) { return entry.second.role == FolderRole::All; });
    return all == m_folders.end() ? nullptr : &all->second;
}

quint32 SimServer::labelled(const QString &path, const SimMailPtr &mail) const
{
    return quirks.gmail ? uidsOf(*folder(path), mail.get()).min() : 0;
}

void SimServer::afterAppend(const QString &path, const SimMessage &message, const void *by)
{
    const SimFolder *all = allMail();
    if (!quirks.gmail || !all)
        return;
    if (!isEnd(*folder(path))) {
        append(all->path, message.mail, message.bits, message.keywords, by);
        return;
    }
    QStringList others;
    for (const auto &[other, folder] : m_folders) {
        if (other != path)
            others.append(other);
    }
    for (const QString &other : std::as_const(others))
        expunge(other, uidsOf(*folder(other), message.mail.get()), by);
}

void SimServer::afterFlags(const QString &path, const UidSet &uids, quint32 bits, const QStringList &keywords,
                           bool on, const void *by)
{
    if (!quirks.gmail || (bits & quint32(Flag::Deleted)))
        return;
    QList<const SimMail *> concerned;
    for (const auto &[uid, message] : folder(path)->messages) {
        if (uids.contains(uid))
            concerned.append(message.mail.get());
    }
    for (const auto &[other, twin] : m_folders) {
        UidSet there;
        for (const SimMail *mail : std::as_const(concerned))
            there = there.united(uidsOf(twin, mail));
        if (other != path && !there.isEmpty())
            setFlags(other, there, bits, keywords, on, by); // ends: the second time nothing changes
    }
}

} // namespace kw::sim
