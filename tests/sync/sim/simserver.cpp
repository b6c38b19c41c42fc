#include "tests/sync/sim/simserver.h"

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace kw::sim {

QString SimFeatures::name() const
{
    QString name = resync == Resync::Plain ? u"plain"_s
        : resync == Resync::Condstore      ? u"condstore"_s
                                           : u"qresync"_s;
    if (move)
        name += u"+move"_s;
    if (uidPlus)
        name += u"+uidplus"_s;
    if (idle)
        name += u"+idle"_s;
    return name;
}

QList<SimFeatures> SimFeatures::all()
{
    QList<SimFeatures> all;
    for (const Resync resync : {Resync::Plain, Resync::Condstore, Resync::Qresync}) {
        for (int bits = 0; bits < 8; ++bits)
            all.append({resync, (bits & 1) != 0, (bits & 2) != 0, (bits & 4) != 0, (bits & 4) != 0});
    }
    return all;
}

SimMailPtr makeMail(const QByteArray &header, const QByteArray &body)
{
    return std::make_shared<const SimMail>(SimMail{header, body, digestHeader(header)});
}

SimMailPtr makeMail(int number, int inReplyTo)
{
    static const char *const people[] = {"Anna Becker <anna@example.org>", "Lars Holm <lars@example.net>",
                                         "=?utf-8?q?J=C3=B6rg?= <joerg@example.com>", "news@example.com"};
    const QByteArray n = QByteArray::number(number);
    QByteArray header = "From: " + QByteArray(people[number % 4])
        + "\r\nTo: Me <me@example.org>\r\nSubject: Message " + n + "\r\nDate: Thu, "
        + QByteArray::number(1 + number % 28).rightJustified(2, '0') + " Jan 2026 "
        + QByteArray::number(number / 28 % 24).rightJustified(2, '0') + ":00:00 +0000\r\nMessage-ID: <m" + n
        + "@sim.example>\r\n";
    if (inReplyTo > 0)
        header += "In-Reply-To: <m" + QByteArray::number(inReplyTo) + "@sim.example>\r\n";
    header += "\r\n";
    return makeMail(header, "Body of message " + n + ".\r\n" + QByteArray(number % 50, 'x') + "\r\n");
}

UidSet SimFolder::uids() const
{
    UidSet set;
    for (const auto &[uid, message] : messages)
        set.add(uid);
    return set;
}

SimServer::SimServer(SimFeatures features)
    : m_features(features)
{
    createFolder(u"INBOX"_s, FolderRole::Inbox);
}

SimFolder &SimServer::createFolder(const QString &path, FolderRole role)
{
    const auto [it, fresh] = m_folders.try_emplace(path);
    if (fresh) {
        it->second.path = path;
        it->second.role = role;
        it->second.uidValidity = ++m_lastUidValidity;
    }
    return it->second;
}

void SimServer::deleteFolder(const QString &path)
{
    if (m_folders.erase(path) > 0)
        tell(path, Event::Gone, nullptr);
}

void SimServer::renameFolder(const QString &from, const QString &to)
{
    if (m_folders.contains(to))
        return;
    auto node = m_folders.extract(from);
    if (node.empty())
        return;
    node.key() = to;
    node.mapped().path = to;
    m_folders.insert(std::move(node));
    tell(from, Event::Gone, nullptr);
}

SimFolder *SimServer::folder(const QString &path)
{
    const auto it = m_folders.find(path);
    return it == m_folders.end() ? nullptr : &it->second;
}

const SimFolder *SimServer::folder(const QString &path) const
{
    const auto it = m_folders.find(path);
    return it == m_folders.end() ? nullptr : &it->second;
}

quint32 SimServer::append(const QString &path, SimMailPtr mail, quint32 bits, QStringList keywords,
                          const void *by)
{
    SimFolder *box = folder(path);
    if (!box)
        return 0;
    if (const quint32 there = labelled(path, mail))
        return there;
    if (box->noKeywords)
        keywords.clear();
    std::sort(keywords.begin(), keywords.end());
    const quint32 uid = box->uidNext++;
    ++box->modseq;
    box->messages.emplace(
        uid, SimMessage{uid, box->modseq, box->modseq, bits & ServerFlagMask, keywords, std::move(mail), 0});
    tell(path, Event::Changed, by);
    afterAppend(path, SimMessage(box->messages.at(uid)), by);
    return uid;
}

void SimServer::setInternalDate(const QString &path, quint32 uid, qint64 date)
{
    SimFolder *box = folder(path);
    if (box && box->messages.contains(uid))
        box->messages.at(uid).internalDate = date;
}

int SimServer::setFlags(const QString &path, const UidSet &uids, quint32 bits, const QStringList &keywords,
                        bool on, const void *by)
{
    SimFolder *box = folder(path);
    if (!box)
        return 0;
    int changed = 0;
    const quint64 modseq = box->modseq + 1;
    for (auto &[uid, message] : box->messages) {
        if (!uids.contains(uid))
            continue;
        quint32 now = on ? message.bits | bits : message.bits & ~bits;
        QStringList words = message.keywords;
        for (const QString &word : keywords) {
            if (box->noKeywords && !box->namedKeywords.contains(word))
                continue;
            words.removeAll(word);
            if (on)
                words.append(word);
        }
        std::sort(words.begin(), words.end());
        if (now == message.bits && words == message.keywords)
            continue;
        message.bits = now;
        message.keywords = words;
        message.modseq = modseq;
        ++changed;
    }
    if (changed > 0) {
        box->modseq = modseq;
        tell(path, Event::Changed, by);
        afterFlags(path, uids, bits, keywords, on, by);
    }
    return changed;
}

void SimServer::expunge(const QString &path, const UidSet &uids, const void *by)
{
    SimFolder *box = folder(path);
    if (!box)
        return;
    const quint64 modseq = box->modseq + 1;
    const auto gone = std::erase_if(box->messages, [&](const auto &entry) {
        if (!uids.contains(entry.first))
            return false;
        box->expunged.append({modseq, entry.first});
        return true;
    });
    if (gone == 0)
        return;
    box->modseq = modseq;
    tell(path, Event::Changed, by);
}

void SimServer::resetUidValidity(const QString &path, quint32 firstUid)
{
    SimFolder *box = folder(path);
    if (!box)
        return;
    std::map<quint32, SimMessage> old;
    old.swap(box->messages);
    box->uidValidity = ++m_lastUidValidity;
    box->uidNext = firstUid;
    box->expunged.clear();
    ++box->modseq;
    for (auto &[uid, message] : old) {
        message.uid = box->uidNext++;
        message.modseq = message.born = box->modseq;
        box->messages.emplace(message.uid, std::move(message));
    }
    tell(path, Event::Gone, nullptr);
}

UidSet SimServer::vanishedSince(const SimFolder &folder, quint64 modseq) const
{
    UidSet vanished;
    const bool forgotten = folder.expunged.size() > quirks.rememberedExpunges;
    if (quirks.wideVanished || forgotten) {
        if (folder.uidNext > 1)
            vanished = UidSet::range(1, folder.uidNext - 1).minus(folder.uids());
    } else {
        for (const auto &[at, uid] : folder.expunged) {
            if (at > modseq)
                vanished.add(uid);
        }
    }
    if (quirks.openVanished && !vanished.isEmpty()
        && std::all_of(folder.messages.upper_bound(vanished.max()), folder.messages.end(),
                       [modseq](const auto &entry) { return entry.second.born > modseq; }))
        vanished.addRange(vanished.max(), std::numeric_limits<quint32>::max());
    return vanished;
}

quint64 SimServer::usedKb() const
{
    quint64 octets = 0;
    for (const auto &[path, folder] : m_folders) {
        for (const auto &[uid, message] : folder.messages)
            octets += message.mail->size();
    }
    return (octets + 1023) / 1024;
}

bool SimServer::isFull(quint64 octets) const
{
    return quirks.quotaKb > 0 && usedKb() + (octets + 1023) / 1024 > quirks.quotaKb;
}

int SimServer::watch(Watcher watcher)
{
    m_watchers.emplace(++m_lastWatcher, std::move(watcher));
    return m_lastWatcher;
}

void SimServer::unwatch(int id)
{
    m_watchers.erase(id);
}

void SimServer::tell(const QString &path, Event event, const void *by)
{
    const auto watchers = m_watchers; // a watcher may leave while it is told
    for (const auto &[id, watcher] : watchers)
        watcher(path, event, by);
}

} // namespace kw::sim
