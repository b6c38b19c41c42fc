// The part of a session that changes the server.
#include "tests/sync/sim/simsession.h"

using namespace Qt::StringLiterals;

namespace kw::sim {

namespace {

Error refused(const QString &text, const QString &code)
{
    return {ErrorKind::Refused, text, code};
}

// Why so many more octets may not be put there. Those that only move take no room.
std::optional<Error> closedTo(const SimServer &server, const SimFolder *folder, quint64 octets)
{
    if (!folder || !folder->selectable)
        return refused(u"There is no such mailbox."_s, u"TRYCREATE"_s);
    if (folder->overQuota)
        return refused(u"The mailbox is full."_s, u"OVERQUOTA"_s);
    if (octets > 0 && server.isFull(octets))
        return refused(u"The mailbox is full."_s, u"OVERQUOTA"_s);
    if (folder->noInsert)
        return refused(u"You may not put mail there."_s, u"NOPERM"_s);
    return {};
}

} // namespace

// A set of many ranges is several commands on the wire, of which each is carried out or refused by itself.
Result<UidSet> SimSession::transfer(const UidSet &uids, const QString &to, bool move)
{
    if (uids.ranges().size() <= RangesPerCommand)
        return transferAtOnce(uids, to, move);
    UidSet first;
    for (const UidSet::Range &range : uids.ranges().first(RangesPerCommand))
        first.addRange(range.first, range.last);
    const auto some = transferAtOnce(first, to, move);
    if (!some)
        return some.error();
    const auto rest = transfer(uids.minus(first), to, move);
    if (!rest)
        return rest.error();
    return some->united(*rest);
}

Result<UidSet> SimSession::transferAtOnce(const UidSet &asked, const QString &to, bool move)
{
    UidSet uids = asked;
    const SimFolder *from = box();
    if (!from)
        return notSelected();
    if (move && !m_net.server.features().move)
        m_net.violations.append(u"MOVE without the extension"_s);
    if (move && m_readOnly)
        m_net.violations.append(u"MOVE out of a mailbox that was opened read-only"_s);
    if (uids.isEmpty())
        m_net.violations.append(u"an empty set was moved or copied"_s);
    QList<SimMessage> going;
    quint64 octets = 0;
    for (const auto &[uid, message] : from->messages) {
        if (!uids.contains(uid))
            continue;
        going.append(message);
        octets += move ? 0 : message.mail->size();
    }
    if (const auto no = closedTo(m_net.server, m_net.server.folder(to), octets))
        return *no;
    if (move && from->readOnly)
        return refused(u"The mailbox is read-only."_s, u"READ-ONLY"_s);
    SimFolder *dest = m_net.server.folder(to);
    const bool fits = dest->room < 0 || going.size() <= dest->room;
    if (!fits) { // COPY is done wholly or not at all; MOVE may end in its middle (RFC 6851 3.3)
        going = move ? going.first(dest->room) : QList<SimMessage>();
        uids = {};
        for (const SimMessage &message : std::as_const(going))
            uids.add(message.uid);
    }
    if (dest->room > 0)
        dest->room -= int(going.size());
    UidSet arrived;
    for (const SimMessage &message : std::as_const(going)) {
        const quint32 uid = m_net.server.append(to, message.mail, message.bits, message.keywords, this);
        m_net.server.setInternalDate(to, uid, message.internalDate);
        arrived.add(uid);
    }
    if (move)
        m_net.server.expunge(m_selected, uids, this);
    if (!fits)
        return refused(u"There is no more room."_s, u"OVERQUOTA"_s);
    return m_net.server.features().uidPlus ? arrived : UidSet{};
}

Result<UidSet> SimSession::markedDeleted() const
{
    if (!box())
        return notSelected();
    UidSet found;
    for (const auto &[uid, message] : box()->messages) {
        if (message.bits & quint32(Flag::Deleted))
            found.add(uid);
    }
    return found;
}

void SimSession::noteMarks(const UidSet &uids)
{
    for (const auto &[uid, message] : box()->messages) {
        if (uids.contains(uid))
            m_net.ourMarks.insert(message.mail.get());
    }
}

Result<void> SimSession::expunge()
{
    if (!box())
        return notSelected();
    if (m_readOnly)
        m_net.violations.append(u"EXPUNGE in a mailbox that was opened read-only"_s);
    if (const auto all = markedDeleted(); !all->isEmpty()) {
        for (const auto &[uid, message] : box()->messages) {
            if (all->contains(uid) && !m_net.ourMarks.contains(message.mail.get()))
                m_net.violations.append(u"EXPUNGE of messages that others had marked"_s);
        }
        m_net.server.expunge(m_selected, *all, this);
    }
    return {};
}

Result<UidSet> SimSession::append(const QString &path, const RawMessage &message, const MessageFlags &flags)
{
    if (const auto no = closedTo(m_net.server, m_net.server.folder(path),
                                 quint64(message.header.size() + message.body.size())))
        return *no;
    if (m_net.server.quirks.oddKeywords && !flags.keywords.isEmpty())
        return refused(u"Invalid flag."_s, {});
    const quint32 uid
        = m_net.server.append(path, makeMail(message.header, message.body), flags.bits, flags.keywords, this);
    return m_net.server.features().uidPlus ? UidSet::range(uid, uid) : UidSet{};
}

Result<void> SimSession::createFolder(const QString &path)
{
    if (m_net.server.folder(path))
        return refused(u"There is such a mailbox already."_s, u"ALREADYEXISTS"_s);
    if (m_net.server.quirks.allBelowInbox && !path.startsWith(u"INBOX/"_s))
        return refused(u"Invalid mailbox name."_s, {});
    m_net.server.createFolder(path);
    return {};
}

Result<void> SimSession::renameFolder(const QString &from, const QString &to)
{
    if (!m_net.server.folder(from))
        return refused(u"There is no such mailbox."_s, u"NONEXISTENT"_s);
    if (m_net.server.folder(to))
        return refused(u"There is such a mailbox already."_s, u"ALREADYEXISTS"_s);
    QStringList below;
    for (const auto &[path, folder] : m_net.server.folders()) {
        if (path.startsWith(from + u'/'))
            below.append(path);
    }
    m_net.server.renameFolder(from, to);
    for (const QString &path : std::as_const(below))
        m_net.server.renameFolder(path, to + path.mid(from.size()));
    return {};
}

Result<void> SimSession::deleteFolder(const QString &path)
{
    const SimFolder *folder = m_net.server.folder(path);
    if (!folder)
        return refused(u"There is no such mailbox."_s, u"NONEXISTENT"_s);
    const bool looked = m_seenEmpty.contains(path); // mail may come between that and the deletion
    for (const auto &[uid, message] : folder->messages)
        m_net.lostToRace.insert(message.mail->digest.headerHash);
    if (!folder->messages.empty() && !looked)
        m_net.violations.append(u"a folder was deleted with mail in it"_s);
    m_net.server.deleteFolder(path);
    return {};
}

Result<QList<QuotaResource>> SimSession::quota(const QString &path) const
{
    const SimServer &server = m_net.server;
    if (server.quirks.quotaKb == 0)
        return Error{ErrorKind::Unsupported, u"There is no quota."_s, {}};
    if (!server.folder(path))
        return refused(u"There is no such mailbox."_s, u"NONEXISTENT"_s);
    return QList<QuotaResource>{{{}, u"STORAGE"_s, server.usedKb(), server.quirks.quotaKb}};
}

Result<void> SimSession::subscribe(const QString &path, bool)
{
    if (!m_net.server.folder(path))
        return refused(u"There is no such mailbox."_s, u"NONEXISTENT"_s);
    return {};
}

} // namespace kw::sim
