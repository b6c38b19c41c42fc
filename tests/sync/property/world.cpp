#include "tests/sync/property/world.h"

#include <sqlite3.h>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kw::sim {

WorldSettings WorldSettings::fromSeed(quint32 seed)
{
    Rng rng(seed);
    const auto all = SimFeatures::all();
    WorldSettings s;
    s.seed = seed;
    s.features = all.at(rng() % all.size());
    s.quirks.noUidNext = rng() % 8 == 0;
    s.quirks.shuffledRecords = rng() % 4 == 0;
    s.quirks.openVanished = rng() % 4 == 0;
    s.quirks.wideVanished = rng() % 4 == 0;
    s.quirks.rememberedExpunges = rng() % 4 == 0 ? 3 : 1000;
    s.inbox = int(rng() % 45);
    s.otherFolders = int(rng() % 4);
    s.sync.prefetchDays = rng() % 4 == 0 ? 3650 : 0;
    s.dropsNews = rng() % 3 == 0;
    return s;
}

World::World(WorldSettings settings)
    : server(settings.features)
    , net(clock, server, settings.seed)
    , local(net, settings.sync)
{
    server.quirks = settings.quirks;
    net.dropsNewsBetweenCommands = settings.dropsNews;
    Rng rng(settings.seed + 1);
    static const std::pair<QString, FolderRole> names[] = {{u"Sent"_s, FolderRole::Sent},
                                                           {u"Archive"_s, FolderRole::Archive},
                                                           {u"Lists/qt"_s, FolderRole::None}};
    for (int i = 0; i < settings.otherFolders; ++i) {
        server.createFolder(names[i].first, names[i].second);
        for (int n = int(rng() % 15); n > 0; --n)
            append(names[i].first, newMail(rng), rng() % 2);
    }
    for (int i = 0; i < settings.inbox; ++i)
        append(u"INBOX"_s, newMail(rng), rng() % 8);
}

SimMailPtr World::newMail(Rng &rng)
{
    ++m_lastMail;
    const int parent = rng() % 3 == 0 && m_lastMail > 2 ? 1 + int(rng() % quint32(m_lastMail - 1)) : 0;
    return makeMail(m_lastMail, parent);
}

void World::append(const QString &path, SimMailPtr mail, quint32 bits)
{
    const quint64 hash = mail->digest.headerHash;
    const SimFolder *box = server.folder(path);
    if (!m_born.insert(hash).second)
        m_mayDouble.insert(hash);
    // Of two equal messages nobody can say which one we meant.
    if (box && std::any_of(box->messages.begin(), box->messages.end(), [hash](const auto &m) {
            return m.second.mail->digest.headerHash == hash;
        }))
        std::erase_if(m_wishes,
                      [&](const auto &w) { return w.first.folder == path && w.first.mail == hash; });
    const quint32 uid = server.append(path, std::move(mail), bits);
    // Old enough for a choice of days to matter; the same for the same mail, whatever else happens.
    server.setInternalDate(path, uid, clock.wallMs() / 1000 - qint64(hash % 60) * 86'400);
}

QString World::anyFolder(Rng &rng) const
{
    auto it = server.folders().begin();
    if (rng() % 2 == 0)
        return u"INBOX"_s;
    std::advance(it, rng() % server.folders().size());
    return it->first;
}

void World::setServerFlags(const QString &path, const UidSet &uids, quint32 bits, const QStringList &keywords,
                           bool on)
{
    const SimFolder *box = server.folder(path);
    if (!box)
        return;
    for (const auto &[uid, message] : box->messages) {
        if (!uids.contains(uid))
            continue;
        const quint64 hash = message.mail->digest.headerHash;
        std::erase_if(m_wishes, [&](const auto &w) {
            return w.first.folder == path && w.first.mail == hash && (w.first.bit & bits) != 0;
        });
    }
    server.setFlags(path, uids, bits, keywords, on);
}

void World::expunge(const QString &path, const UidSet &uids)
{
    const SimFolder *box = server.folder(path);
    if (!box)
        return;
    mayGo(path, uids);
    for (const auto &[uid, message] : box->messages) {
        if (uids.contains(uid)) {
            std::erase_if(m_wishes, [&path, hash = message.mail->digest.headerHash](const auto &w) {
                return w.first.folder == path && w.first.mail == hash;
            });
        }
    }
    server.expunge(path, uids);
}

void World::forget(const QString &path)
{
    const SimFolder *box = server.folder(path);
    if (!box)
        return;
    mayGo(path, box->uids());
    mayDoubleFrom(path); // half a move may be left behind under another name
    std::erase_if(m_wishes, [&path](const auto &w) { return w.first.folder == path; });
}

void World::mayGo(const QString &path, const UidSet &uids)
{
    if (const SimFolder *box = server.folder(path)) {
        for (const auto &[uid, message] : box->messages) {
            if (uids.contains(uid))
                m_mayGo.insert(message.mail->digest.headerHash);
        }
    }
}

// Another client's move is a copy and an end; ours may cross it, and then there are two.
void World::moveElsewhere(const QString &from, const UidSet &uids, const QString &to)
{
    const SimFolder *box = server.folder(from);
    if (!box || !server.folder(to) || from == to)
        return;
    QList<SimMessage> going;
    for (const auto &[uid, message] : box->messages) {
        if (uids.contains(uid))
            going.append(message);
    }
    for (const SimMessage &message : std::as_const(going)) {
        const quint64 hash = message.mail->digest.headerHash;
        m_mayDouble.insert(hash);
        std::erase_if(m_wishes, [hash](const auto &w) { return w.first.mail == hash; });
        server.append(to, message.mail, message.bits, message.keywords);
    }
    server.expunge(from, uids);
}

quint64 World::hashOf(MessageId id)
{
    const auto spot = local.context().placement.spot(id);
    if (!spot || spot->headerHash != 0)
        return spot ? spot->headerHash : 0;
    // A server that lists a message may have kept its header back.
    const auto folder = local.folders().folder(spot->folder);
    const SimFolder *box = folder ? server.folder(folder->serverPath) : nullptr;
    if (!box)
        return 0;
    const auto message = box->messages.find(raw(spot->uid));
    return message == box->messages.end() ? 0 : message->second.mail->digest.headerHash;
}

void World::mayGo(const QList<MessageId> &ids)
{
    for (const MessageId id : ids)
        m_mayGo.insert(hashOf(id));
}

void World::mayDoubleFrom(const QString &path)
{
    if (const SimFolder *box = server.folder(path)) {
        for (const auto &[uid, message] : box->messages)
            m_mayDouble.insert(message.mail->digest.headerHash);
    }
}

void World::mayDouble(const QList<MessageId> &ids)
{
    for (const MessageId id : ids)
        m_mayDouble.insert(hashOf(id));
}

// A server that told a message gone although it has it gets it a second time.
void World::mayDoubleRestored(const QList<qint64> &vanished)
{
    for (const VanishedRow &row : local.context().vanished.rows(1000)) {
        if (!vanished.contains(row.id))
            continue;
        for (const auto &[path, folder] : server.folders()) {
            for (const auto &[uid, message] : folder.messages) {
                if (message.mail->digest.subject == row.subject)
                    m_mayDouble.insert(message.mail->digest.headerHash);
            }
        }
    }
}

QList<FolderRow> World::folders()
{
    QList<FolderRow> shown;
    for (const FolderRow &row : local.folders().folders(local.account())) {
        if (row.state != FolderState::BeingDeleted)
            shown.append(row);
    }
    return shown;
}

void World::perform(const Intent &intent)
{
    if (intent.kind == Intent::Kind::Expunge)
        mayGo(intent.messages);
    if (intent.kind == Intent::Kind::EmptyFolder)
        mayGo(local.context().placement.messages(intent.folder));
    if (intent.kind == Intent::Kind::Copy) {
        mayDouble(intent.messages);
        mayGo(intent.messages); // undoing a copy ends one of two
    }
    if (intent.kind == Intent::Kind::Restore)
        mayDoubleRestored(intent.vanished);
    const QSet<MessageId> concerned(intent.messages.begin(), intent.messages.end());
    for (const MessageId id : concerned) {
        const quint64 hash = hashOf(id);
        std::erase_if(m_wishes, [hash](const auto &w) { return w.first.mail == hash; });
    }
    if (intent.messages.isEmpty())
        m_wishes.clear();
    const auto done = Organizer(local.context()).perform(intent);
    if (done && !local.crashed() && local.isRunning())
        local.engine().changesWait();
}

void World::undo(bool newest, Rng &rng)
{
    m_wishes.clear();
    Undoer undoer(local.context());
    if (newest) {
        const auto done = undoer.undoNewest();
        Q_UNUSED(done)
    } else {
        const auto rows = local.context().actions.newest(20);
        if (!rows.isEmpty()) {
            const auto done = undoer.undo(rows.at(rng() % rows.size()).id);
            Q_UNUSED(done)
        }
    }
    if (local.isRunning() && !local.crashed())
        local.engine().changesWait();
}

void World::retryRefused()
{
    const auto rows = local.context().actions.newest(20);
    for (const ActionRow &row : rows) {
        if (row.state != ActionState::Refused)
            continue;
        const auto done = Undoer(local.context()).retry(row.id);
        Q_UNUSED(done)
    }
    if (local.isRunning() && !local.crashed())
        local.engine().changesWait();
}

QList<MessageRow> World::rows(FolderId folder)
{
    return Pages(local.db()).messages(ViewId::of(folder), {}, 1'000'000);
}

QList<MessageRow> World::allRows()
{
    QList<MessageRow> all;
    for (const FolderRow &folder : local.folders().folders(local.account()))
        all += rows(folder.id);
    return all;
}

void World::setFlags(const QList<MessageId> &ids, quint32 bits, bool on)
{
    const auto everything = allRows();
    std::map<Wish, std::optional<bool>> wishes; // no value: the claim ends
    for (const MessageRow &row : everything) {
        if (!ids.contains(row.id))
            continue;
        const auto folder = local.folders().folder(row.folder);
        const SimFolder *box = folder ? server.folder(folder->path) : nullptr;
        if (!box)
            continue;
        QList<quint64> hashes;
        for (const auto &[uid, message] : box->messages) {
            if (message.mail->digest.subject == row.subject)
                hashes.append(message.mail->digest.headerHash);
        }
        for (quint32 bit = 1; bit <= bits; bit <<= 1) {
            // What is so already is no change, and two equal messages cannot be told apart.
            if ((bits & bit) == 0 || bool(row.flags & bit) == on)
                continue;
            const bool claimed
                = hashes.size() == 1 && isSet(row.uid) && !m_mayDouble.contains(hashes.first());
            for (const quint64 hash : std::as_const(hashes))
                wishes[{folder->path, hash, bit}] = claimed ? std::optional(on) : std::nullopt;
        }
    }
    Transaction txn(local.db());
    local.messages().setFlags(ids, bits, on);
    if (!txn.commit() || local.crashed())
        return; // not durable, so nothing was promised
    for (const auto &[wish, value] : wishes) {
        m_wishes.erase(wish);
        if (value)
            m_wishes[wish] = *value;
    }
    if (local.isRunning())
        local.engine().changesWait();
}

void World::open(MessageId id)
{
    const auto row = local.messages().row(id);
    if (row && local.isRunning())
        local.engine().open(id, row->folder);
}

// A server that lied, or refused, ends our claims on it.
void World::noteLies()
{
    const auto &fired = net.faults.history();
    for (; m_liesNoted < fired.size(); ++m_liesNoted) {
        switch (fired.at(m_liesNoted)) {
        case FaultKind::Refuse:
        case FaultKind::WrongVanished:
        case FaultKind::LieInExists:
            m_wishes.clear();
            break;
        default:
            break;
        }
    }
}

void World::pass(Millis span)
{
    const qint64 end = clock.monotonicMs() + span.count();
    while (clock.monotonicMs() < end) {
        const bool crashed
            = clock.runUntil([this] { return local.crashed(); }, Millis(end - clock.monotonicMs()));
        if (!crashed)
            break;
        crashNow();
    }
    if (const auto left = end - clock.monotonicMs(); left > 0)
        clock.advance(Millis(left));
    if (local.crashed())
        crashNow();
    noteLies();
}

void World::crashNow()
{
    if (!local.crash())
        qFatal("the engine does not stop after a crash");
    local.start();
}

void World::restart()
{
    if (!local.stop())
        qFatal("the engine does not stop");
    local.start();
}

QString World::heal()
{
    net.faults.clear();
    net.reachable = true;
    net.maxSessions = 0;
    for (const auto &[path, folder] : server.folders()) {
        SimFolder *open = server.folder(path);
        open->readOnly = open->noInsert = open->overQuota = false;
    }
    local.crashAtCommit(-1);
    if (local.crashed())
        crashNow();
    local.start();
    local.db().failCommit(-1);
    local.choose({}); // everything is wanted here again
    noteLies();
    // What no count tells is found by the comparison of everything, once a day at least.
    clock.sleepMachine(25h);
    if (const QString restless = syncToRest(); !restless.isEmpty())
        return restless;
    noteLies();
    // Operations that were put off, and what hangs on them.
    for (int i = 0; i < 8 && local.context().journal.openCount(local.account()) > 0; ++i) {
        clock.advance(20min);
        if (const QString restless = syncToRest(); !restless.isEmpty())
            return restless;
    }
    return syncToRest();
}

QString World::syncToRest()
{
    local.threadLater();
    const int lists = net.listsAnswered;
    local.engine().refresh();
    const auto resting
        = [&] { return net.listsAnswered > lists && local.engine().isAtRest() && !local.isThreading(); };
    // Rest may end again when a session that was cut asks for more work: it has to last.
    for (int tries = 0; tries < 20; ++tries) {
        if (!clock.runUntil(resting, 3h))
            return u"no rest after three hours"_s;
        clock.advance(3s);
        if (resting())
            return {};
    }
    return u"never at rest for long"_s;
}

QString World::healAndCheck()
{
    if (const QString restless = heal(); !restless.isEmpty())
        return restless;
    if (const QString broken = check(); !broken.isEmpty())
        return broken;
    return checkQuiet();
}

QString World::checkQuiet()
{
    local.changeSets = 0;
    if (const QString restless = syncToRest(); !restless.isEmpty())
        return u"second sync: "_s + restless;
    if (local.changeSets > 0)
        return u"a second sync changed something"_s;
    return {};
}

// --- what must be true

namespace {

struct Cell {
    qint64 number = 0;
    QString text;
};

QList<QList<Cell>> query(Database &db, const QByteArray &sql)
{
    QList<QList<Cell>> rows;
    sqlite3_stmt *st = nullptr;
    if (sqlite3_prepare_v2(db.handle(), sql.constData(), -1, &st, nullptr) != SQLITE_OK)
        qFatal("%s: %s", sql.constData(), sqlite3_errmsg(db.handle()));
    while (sqlite3_step(st) == SQLITE_ROW) {
        QList<Cell> row;
        for (int i = 0; i < sqlite3_column_count(st); ++i) {
            const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(st, i));
            row.append({sqlite3_column_int64(st, i), QString::fromUtf8(bytes)});
        }
        rows.append(row);
    }
    sqlite3_finalize(st);
    return rows;
}

} // namespace

struct RawRow {
    MessageRow row;
    quint32 serverFlags = 0;
    quint64 headerHash = 0;
};

QString World::checkRow(const SimFolder &there, const SimMessage &message, RawRow raw)
{
    const MessageRow &row = raw.row;
    const auto wrong = [&](const QString &what) {
        return u"%1 of %2/%3 (%4)"_s.arg(what, there.path).arg(message.uid).arg(message.mail->digest.subject);
    };
    if (raw.headerHash != message.mail->digest.headerHash || row.subject != message.mail->digest.subject)
        return wrong(u"another message (%1) stands in the place"_s.arg(row.subject));
    if (row.pending != 0)
        return wrong(u"pending flags %1 were never uploaded"_s.arg(row.pending));
    if ((row.flags & ServerFlagMask) != message.bits)
        return wrong(u"flags %1, server %2"_s.arg(row.flags).arg(message.bits));
    if (raw.serverFlags != message.bits)
        return wrong(u"server_flags %1, server %2"_s.arg(raw.serverFlags).arg(message.bits));
    if (row.keywords != message.keywords)
        return wrong(
            u"keywords '%1', server '%2'"_s.arg(row.keywords.join(u' '), message.keywords.join(u' ')));
    if (row.size != message.mail->size())
        return wrong(u"size %1, server %2"_s.arg(row.size).arg(message.mail->size()));
    return {};
}

static QString told(const UidSet &uids)
{
    QStringList words;
    for (const quint32 uid : uids.toList())
        words.append(QString::number(uid));
    return words.join(u',');
}

QString World::checkFolder(const SimFolder &there, const FolderRow &here)
{
    if (here.uidValidity != there.uidValidity)
        return u"UIDVALIDITY of %1"_s.arg(there.path);
    const UidSet ours = local.messages().uids(here.id);
    if (ours != there.uids())
        return u"the UIDs of %1: %2 here, %3 there; only here %4, only there %5"_s.arg(there.path)
            .arg(ours.count())
            .arg(there.uids().count())
            .arg(told(ours.minus(there.uids())), told(there.uids().minus(ours)));
    const auto all = query(local.db(),
                           "SELECT id, uid, server_flags, header_hash FROM message WHERE folder_id="
                               + QByteArray::number(raw(here.id)));
    if (all.size() != qsizetype(there.messages.size()))
        return u"%1 rows for %2 messages in %3"_s.arg(all.size()).arg(there.messages.size()).arg(there.path);
    quint32 unread = 0;
    for (const auto &cells : all) {
        const auto row = local.messages().row(MessageId(cells[0].number));
        if (!row)
            return u"a row without a message in %1"_s.arg(there.path);
        const RawRow rawRow{*row, quint32(cells[2].number), quint64(cells[3].number)};
        if (const QString bad = checkRow(there, there.messages.at(quint32(cells[1].number)), rawRow);
            !bad.isEmpty())
            return bad;
        unread += (row->flags & quint32(Flag::Seen)) == 0 ? 1 : 0;
    }
    if (here.total != quint32(all.size()) || here.unread != unread)
        return u"the counters of %1: %2/%3, counted %4/%5"_s.arg(there.path)
            .arg(here.total)
            .arg(here.unread)
            .arg(all.size())
            .arg(unread);
    if (here.lowUid != 1)
        return u"%1 is not listed to its end (low_uid %2)"_s.arg(there.path).arg(here.lowUid);
    return {};
}

QString World::checkWishes()
{
    if (!m_claims)
        return {};
    for (const auto &[wish, on] : m_wishes) {
        const SimFolder *box = server.folder(wish.folder);
        const bool meddled = wish.bit == quint32(Flag::Answered) && net.answeredElsewhere.contains(wish.mail);
        if (!box || meddled)
            continue;
        for (const auto &[uid, message] : box->messages) {
            if (message.mail->digest.headerHash == wish.mail && bool(message.bits & wish.bit) != on)
                return u"our change of flag %1 of %2/%3 (%4) never reached the server"_s.arg(wish.bit)
                    .arg(wish.folder)
                    .arg(uid)
                    .arg(message.mail->digest.subject);
        }
    }
    return {};
}

// Nothing is lost, nothing is doubled.
QString World::checkLives()
{
    std::map<quint64, int> there;
    std::map<quint64, QString> subjects;
    for (const auto &[path, folder] : server.folders()) {
        for (const auto &[uid, message] : folder.messages) {
            ++there[message.mail->digest.headerHash];
            subjects[message.mail->digest.headerHash] = message.mail->digest.subject;
        }
    }
    for (const quint64 hash : m_born) {
        const int count = there.contains(hash) ? there.at(hash) : 0;
        if (count == 0 && !m_mayGo.contains(hash) && !net.lostToRace.contains(hash))
            return u"a message is lost"_s;
        if (count > 1 && !m_mayDouble.contains(hash))
            return u"%1 is there %2 times"_s.arg(subjects.at(hash)).arg(count);
    }
    return {};
}

QString World::checkJournal()
{
    const auto open = query(
        local.db(), "SELECT id, kind, state, phase, src_folder, src_uid, dest_folder FROM op WHERE state<2");
    if (!open.isEmpty()) {
        const auto &op = open.first();
        for (const auto &row : query(local.db(),
                                     "SELECT printf('op %d action %d kind %d state %d phase %d message %d "
                                     "source %d %d:%d to %d after %d work %d attempts %d due %d %s',"
                                     "id,action_id,kind,state,phase,message_id,source_id,src_folder,src_uid,"
                                     "dest_folder,after_id,work_folder,attempts,not_before,error) FROM op"))
            net.log.append(row.first().text.isEmpty() ? u"?"_s : row.first().text);
        for (const auto &row : query(local.db(),
                                     "SELECT printf('folder %d %s low %d state %d total %d', id, path, "
                                     "low_uid, state,total) FROM folder"))
            net.log.append(row.first().text);
        for (const auto &row : query(local.db(),
                                     "SELECT printf('message %d folder %d uid %d hidden %d', id, folder_id, "
                                     "uid, hidden) FROM message WHERE uid IS NULL or hidden"))
            net.log.append(row.first().text);
        return u"operation %1 (kind %2, state %3, phase %4, %5:%6 to %7) is still open"_s.arg(op[0].number)
            .arg(op[1].number)
            .arg(op[2].number)
            .arg(op[3].number)
            .arg(op[4].number)
            .arg(op[5].number)
            .arg(op[6].number);
    }
    const auto hidden = query(local.db(), "SELECT subject FROM message WHERE hidden<>0");
    if (!hidden.isEmpty())
        return u"%1 is still hidden"_s.arg(hidden.first().first().text);
    const auto changing = query(local.db(),
                                "SELECT printf('%s: state %d, known to the server as %s', path, state, "
                                "server_path) FROM folder WHERE state<>0 OR server_path IS NOT NULL");
    if (!changing.isEmpty())
        return u"a folder is still being changed: "_s + changing.first().first().text;
    if (!query(local.db(), "SELECT 1 FROM pending_keyword").isEmpty())
        return u"a tag still waits"_s;
    if (!query(local.db(), "SELECT 1 FROM action WHERE watches_flags<>0").isEmpty())
        return u"an action still waits for its flags"_s;
    return {};
}

QString World::checkTables()
{
    static const std::pair<const char *, const char *> mustBeEmpty[] = {
        {"messages without a folder", "SELECT 1 FROM message WHERE folder_id NOT IN (SELECT id FROM folder)"},
        {"bodies without a message",
         "SELECT 1 FROM bodies.body WHERE message_id NOT IN (SELECT id FROM message)"},
        {"conversations of a folder that differ from a recount",
         "SELECT folder_id, thread_id, count(*), sum((flags&1)=0), max(date) FROM message WHERE hidden=0 "
         "GROUP BY 1, 2"
         " EXCEPT SELECT view, thread_id, count, unread, date FROM conversation"},
        {"conversations of nothing",
         "SELECT view, thread_id FROM conversation WHERE view>0"
         " EXCEPT SELECT folder_id, thread_id FROM message WHERE hidden=0"},
        {"unified conversations that differ from a recount",
         "SELECT -role, thread_id, count(*), sum((flags&1)=0), max(date) FROM message WHERE hidden=0 AND "
         "role>0 GROUP BY 1, 2"
         " EXCEPT SELECT view, thread_id, count, unread, date FROM conversation"},
        {"unified conversations of nothing",
         "SELECT view, thread_id FROM conversation WHERE view<0"
         " EXCEPT SELECT -role, thread_id FROM message WHERE hidden=0 AND role>0"},
        {"messages with another role than their folder",
         "SELECT 1 FROM message m JOIN folder f ON f.id=m.folder_id WHERE m.role<>f.role"},
    };
    for (const auto &[what, sql] : mustBeEmpty) {
        const auto wrong = query(local.db(), sql);
        if (wrong.isEmpty())
            continue;
        QStringList cells;
        for (const Cell &cell : wrong.first())
            cells.append(cell.text);
        return u"there are %1: %2"_s.arg(QLatin1StringView(what), cells.join(u' '));
    }
    const auto sound = query(local.db(), "PRAGMA quick_check");
    if (sound.isEmpty() || sound.first().first().text != u"ok"_s)
        return u"the database is damaged"_s;
    return local.model().compare();
}

QString World::checkBodies()
{
    for (const MessageRow &row : allRows()) {
        if (!row.hasBody)
            continue;
        const auto body = local.bodies().get(row.id);
        const auto folder = local.folders().folder(row.folder);
        const SimMessage &message = server.folder(folder->path)->messages.at(raw(row.uid));
        if (!body || body->header != message.mail->header || body->body != message.mail->body)
            return u"the body of %1/%2 is not the server's"_s.arg(folder->path).arg(raw(row.uid));
    }
    return {};
}

QString World::check()
{
    if (!net.violations.isEmpty())
        return u"protocol: "_s + net.violations.first();
    if (const QString open = checkJournal(); !open.isEmpty())
        return open;
    std::set<QString> here;
    for (const FolderRow &row : local.folders().folders(local.account())) {
        here.insert(row.path);
        const SimFolder *there = server.folder(row.path);
        if (!there)
            return u"folder %1 is not on the server"_s.arg(row.path);
        if (const QString bad = checkFolder(*there, row); !bad.isEmpty())
            return bad;
    }
    for (const auto &[path, folder] : server.folders()) {
        if (!here.contains(path))
            return u"folder %1 is not here"_s.arg(path);
    }
    for (const QString &bad : {checkTables(), checkBodies(), checkWishes(), checkLives()}) {
        if (!bad.isEmpty())
            return bad;
    }
    return {};
}

} // namespace kw::sim
