// The part of a conversation that is about the selected mailbox.
#include "tests/sync/simfront/conversation.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <limits>

using namespace Qt::StringLiterals;

namespace kw::simfront {

namespace {

QByteArray fieldsOf(const QByteArray &header, const QByteArray &item)
{
    const qsizetype from = item.indexOf('(');
    const QByteArrayList wanted = item.mid(from + 1, item.indexOf(')') - from - 1).toUpper().split(' ');
    QByteArray out;
    bool taking = false;
    for (const QByteArray &line : header.split('\n')) {
        if (line.trimmed().isEmpty())
            break;
        if (line.front() != ' ' && line.front() != '\t')
            taking = wanted.contains(line.left(line.indexOf(':')).trimmed().toUpper());
        if (taking)
            out += line + '\n';
    }
    return out + "\r\n";
}

QByteArray dateOf(qint64 seconds)
{
    const auto when = QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC);
    return '"' + QLocale::c().toString(when, u"dd-MMM-yyyy HH:mm:ss"_s).toLatin1() + " +0000\"";
}

QByteArray sectionOf(const SimMessage &message, const QByteArray &item)
{
    const QByteArray asked = item.toUpper();
    const QByteArray name = asked.startsWith("BODY.PEEK[") ? "BODY[" + item.mid(10) : item;
    QByteArray octets;
    if (asked.contains("[HEADER.FIELDS"))
        octets = fieldsOf(message.mail->header, item);
    else if (asked.endsWith("[HEADER]"))
        octets = message.mail->header;
    else if (asked.endsWith("[TEXT]"))
        octets = message.mail->body;
    else
        octets = message.mail->header + message.mail->body;
    return name + ' ' + literal(octets);
}

} // namespace

void Conversation::select(const Words &args)
{
    open(args, false);
}

void Conversation::examine(const Words &args)
{
    open(args, true);
}

void Conversation::open(const Words &args, bool readOnly)
{
    m_selected.clear();
    m_known.clear();
    const QString path = fromMailboxName(args[0].text);
    ResyncPoint from;
    const Words modifiers = args.size() > 1 ? args[1].items : Words{};
    if (modifiers.size() == 2 && modifiers[0].is("QRESYNC") && modifiers[1].items.size() >= 2) {
        if (!m_qresync) {
            bad("QRESYNC was not enabled");
            return;
        }
        from = {modifiers[1].items[0].text.toUInt(), modifiers[1].items[1].text.toULongLong()};
    }
    const auto told = m_session->select(path, from, readOnly, nullptr);
    if (refused(told))
        return;
    m_selected = path;
    m_readOnly = told->readOnly;
    const QByteArray star = told->keywordsAllowed ? " \\*" : "";
    untagged("FLAGS (\\Seen \\Answered \\Flagged \\Deleted \\Draft)");
    untagged("OK [PERMANENTFLAGS ("
             + (m_readOnly ? QByteArray() : "\\Seen \\Answered \\Flagged \\Deleted \\Draft" + star)
             + ")] these last");
    untagged(QByteArray::number(told->exists) + " EXISTS");
    untagged("0 RECENT");
    untagged("OK [UIDVALIDITY " + QByteArray::number(told->uidValidity) + "] its number");
    if (told->uidNext != 0)
        untagged("OK [UIDNEXT " + QByteArray::number(told->uidNext) + "] the next");
    untagged(told->highestModseq != 0
                 ? "OK [HIGHESTMODSEQ " + QByteArray::number(told->highestModseq) + "] so far"
                 : QByteArray("OK [NOMODSEQ] none"));
    learn();
    if (told->resynced && !told->vanished.isEmpty())
        untagged("VANISHED (EARLIER) " + fromSet(told->vanished));
    for (const FlagRecord &record : told->modified)
        tellFlags(box()->messages.at(raw(record.uid)));
    m_say(m_tag + (m_readOnly ? " OK [READ-ONLY]" : " OK [READ-WRITE]") + " selected\r\n");
}

void Conversation::close(const Words &)
{
    m_selected.clear();
    m_known.clear();
    ok("closed");
}

void Conversation::learn()
{
    m_known.clear();
    for (const auto &[uid, message] : box()->messages)
        m_known.append({uid, message.modseq});
}

std::optional<UidSet> Conversation::chosen(const Word &set) const
{
    if (!box())
        return {};
    if (m_uid)
        return toSet(set.text, m_known.isEmpty() ? 1 : m_known.last().uid);
    const auto numbers = toSet(set.text, quint32(m_known.size()));
    if (!numbers)
        return {};
    UidSet uids;
    for (qsizetype n = 1; n <= m_known.size(); ++n) {
        if (numbers->contains(quint32(n)))
            uids.add(m_known[n - 1].uid);
    }
    return uids;
}

QByteArray Conversation::record(const SimMessage &message, const QList<Word> &items) const
{
    QByteArrayList told;
    for (const Word &item : items) {
        if (item.is("FLAGS"))
            told.append("FLAGS " + flagWords(message.bits, message.keywords));
        else if (item.is("RFC822.SIZE"))
            told.append("RFC822.SIZE " + QByteArray::number(message.mail->size()));
        else if (item.is("INTERNALDATE"))
            told.append("INTERNALDATE " + dateOf(message.internalDate));
        else if (item.is("MODSEQ"))
            told.append("MODSEQ (" + QByteArray::number(message.modseq) + ')');
        else if (item.is("X-GM-MSGID") && has("X-GM-EXT-1"))
            told.append("X-GM-MSGID " + QByteArray::number(sim::SimServer::gmailId(*message.mail)));
        else if (item.text.startsWith("BODY"))
            told.append(sectionOf(message, item.text));
    }
    if (m_uid || std::ranges::any_of(items, [](const Word &i) { return i.is("UID"); }))
        told.append("UID " + QByteArray::number(message.uid));
    return told.join(' ');
}

void Conversation::fetch(const Words &args)
{
    const auto uids = chosen(args[0]);
    if (!uids) {
        bad("no mailbox or no set");
        return;
    }
    Words items = args[1].kind == Word::Kind::List ? args[1].items : Words{args[1]};
    quint64 since = 0;
    bool vanished = false;
    for (qsizetype i = 0; args.size() > 2 && i < args[2].items.size(); ++i) {
        if (args[2].items[i].is("CHANGEDSINCE") && i + 1 < args[2].items.size())
            since = args[2].items[i + 1].text.toULongLong();
        vanished = vanished || args[2].items[i].is("VANISHED");
    }
    if ((since != 0 && !has("CONDSTORE")) || (vanished && !m_qresync)) {
        bad("what is CHANGEDSINCE?");
        return;
    }
    if (since != 0)
        items.append(Word{Word::Kind::Atom, "MODSEQ", {}});
    if (vanished) {
        const auto asked = toSet(args[0].text, std::numeric_limits<quint32>::max());
        const UidSet gone = m_net.server.vanishedSince(*box(), since).intersected(*asked);
        if (!gone.isEmpty())
            untagged("VANISHED (EARLIER) " + fromSet(gone));
    }
    for (qsizetype n = 0; n < m_known.size(); ++n) {
        const auto found = box()->messages.find(m_known[n].uid);
        if (found != box()->messages.end() && uids->contains(found->first) && found->second.modseq > since)
            untagged(QByteArray::number(n + 1) + " FETCH (" + record(found->second, items) + ')');
    }
    tellNews(m_uid);
    m_say(m_tag + " OK fetched\r\n");
}

void Conversation::store(const Words &args)
{
    const auto uids = chosen(args[0]);
    const QByteArray how = args[1].text.toUpper();
    const auto flags = toFlags(args[2].kind == Word::Kind::List ? args[2].items : Words{args[2]});
    if (!uids || (!how.startsWith("+FLAGS") && !how.startsWith("-FLAGS"))) {
        bad("that cannot be stored");
        return;
    }
    if (refused(m_session->store(*uids, flags, how.startsWith('+'))))
        return;
    for (Known &k : m_known) {
        if (how.endsWith(".SILENT") && uids->contains(k.uid) && box()->messages.contains(k.uid))
            k.modseq = box()->messages.at(k.uid).modseq;
    }
    ok("stored");
}

void Conversation::search(const Words &args)
{
    std::optional<UidSet> found;
    if (args[0].is("ALL") && box())
        found = box()->uids();
    else if (args[0].is("DELETED") && box())
        found = *m_session->markedDeleted();
    else if (args[0].is("SINCE") && args.size() > 1 && box())
        found = *m_session->arrivedSince(
            QLocale::c().toDate(QString::fromLatin1(args[1].text), QStringLiteral("d-MMM-yyyy")));
    else if (args[0].is("UID") && args.size() > 1) {
        const bool was = std::exchange(m_uid, true);
        if (const auto among = chosen(args[1]))
            found = *m_session->existing(*among);
        m_uid = was;
    }
    if (!found || !m_uid) {
        bad("that cannot be searched for");
        return;
    }
    QByteArray line = "SEARCH";
    for (const quint32 uid : found->toList())
        line += ' ' + QByteArray::number(uid);
    untagged(line);
    ok("searched");
}

void Conversation::copy(const Words &args)
{
    transfer(args, false);
}

void Conversation::move(const Words &args)
{
    if (has("MOVE"))
        transfer(args, true);
    else
        bad("what is MOVE?");
}

void Conversation::transfer(const Words &args, bool move)
{
    const auto asked = chosen(args[0]);
    if (!asked) {
        bad("no mailbox or no set");
        return;
    }
    const QString to = fromMailboxName(args[1].text);
    const UidSet uids = asked->intersected(box()->uids());
    const auto arrived = m_session->transfer(*asked, to, move);
    if (refused(arrived))
        return;
    QByteArray code;
    if (!arrived->isEmpty())
        code = "[COPYUID " + QByteArray::number(m_net.server.folder(to)->uidValidity) + ' ' + fromSet(uids)
            + ' ' + fromSet(*arrived) + "] ";
    if (move && !code.isEmpty())
        untagged("OK " + code + "moved"); // before the expunges (RFC 6851 4.3)
    ok((move ? QByteArray() : code) + "done");
}

void Conversation::expunge(const Words &args)
{
    if (!box()) {
        bad("no mailbox");
        return;
    }
    if (m_readOnly) {
        refused(Error{ErrorKind::Refused, u"The mailbox is read-only."_s, u"READ-ONLY"_s});
        return;
    }
    if (m_uid && has("UIDPLUS")) {
        const auto asked = chosen(args[0]);
        const auto marked = m_session->markedDeleted();
        m_net.server.expunge(m_selected, marked->intersected(*asked), m_session.get());
    } else if (refused(m_session->expunge())) {
        return;
    }
    ok("expunged");
}

void Conversation::tellFlags(const SimMessage &message)
{
    const auto known
        = std::ranges::find_if(m_known, [&message](const Known &k) { return k.uid == message.uid; });
    const QByteArray modseq
        = has("CONDSTORE") ? " MODSEQ (" + QByteArray::number(message.modseq) + ')' : QByteArray();
    known->modseq = message.modseq;
    untagged(QByteArray::number(known - m_known.begin() + 1) + " FETCH (UID "
             + QByteArray::number(message.uid) + " FLAGS " + flagWords(message.bits, message.keywords)
             + modseq + ')');
}

void Conversation::tellGone()
{
    UidSet gone;
    for (qsizetype n = m_known.size(); n > 0; --n) {
        if (box()->messages.contains(m_known[n - 1].uid))
            continue;
        gone.add(m_known[n - 1].uid);
        if (!m_qresync)
            untagged(QByteArray::number(n) + " EXPUNGE");
        m_known.removeAt(n - 1);
    }
    if (m_qresync && !gone.isEmpty())
        untagged("VANISHED " + fromSet(gone));
}

void Conversation::tellNews(bool expunges)
{
    if (!box())
        return;
    if (expunges)
        tellGone();
    const quint32 last = m_known.isEmpty() ? 0 : m_known.last().uid;
    bool more = false;
    for (auto it = box()->messages.upper_bound(last); it != box()->messages.end(); ++it) {
        m_known.append({it->first, it->second.modseq});
        more = true;
    }
    if (more)
        untagged(QByteArray::number(m_known.size()) + " EXISTS");
    const QList<Known> known = m_known;
    for (const Known &k : known) {
        const auto found = box()->messages.find(k.uid);
        if (found != box()->messages.end() && found->second.modseq > k.modseq)
            tellFlags(found->second);
    }
}

void Conversation::heard(const QString &path, sim::SimServer::Event event, const void *by)
{
    if (path != m_selected || m_selected.isEmpty() || by == m_session.get())
        return;
    if (event == sim::SimServer::Event::Gone) {
        m_selected.clear();
        untagged("BYE the mailbox is gone");
        m_hang();
    } else if (m_idling) {
        tellNews(true);
    }
}

} // namespace kw::simfront
