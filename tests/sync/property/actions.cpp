#include "tests/sync/property/actions.h"

#include <QScopeGuard>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace kw::sim {

namespace {

constexpr quint32 Seen = quint32(Flag::Seen);
constexpr quint32 Answered = quint32(Flag::Answered);
constexpr quint32 Flagged = quint32(Flag::Flagged);

quint32 someBits(Rng &rng)
{
    static const quint32 choices[] = {Seen, Flagged, Seen | Flagged, Answered};
    return choices[rng() % 4];
}

UidSet someUids(const World &world, const QString &path, Rng &rng, quint32 most)
{
    QList<quint32> uids = world.server.folder(path)->uids().toList();
    std::shuffle(uids.begin(), uids.end(), rng);
    return UidSet::of(uids.mid(0, 1 + rng() % most));
}

QString otherFolder(const World &world, Rng &rng)
{
    QStringList paths;
    for (const auto &[path, folder] : world.server.folders()) {
        if (path != u"INBOX"_s)
            paths.append(path);
    }
    return paths.isEmpty() ? QString() : paths.at(rng() % paths.size());
}

// --- by us

void changeFlags(World &w, Rng &rng, bool on)
{
    const auto rows = w.allRows();
    if (rows.isEmpty())
        return;
    QList<MessageId> ids;
    for (quint32 n = 1 + rng() % 4; n > 0; --n)
        ids.append(rows.at(rng() % rows.size()).id);
    w.setFlags(ids, someBits(rng), on);
}

QList<MessageId> someMessages(World &w, Rng &rng, int most)
{
    const auto rows = w.allRows();
    QList<MessageId> ids;
    if (rows.isEmpty())
        return ids;
    for (quint32 n = 1 + rng() % quint32(most); n > 0; --n) {
        const MessageId id = rows.at(rng() % rows.size()).id;
        if (!ids.contains(id))
            ids.append(id);
    }
    return ids;
}

FolderId someFolder(World &w, Rng &rng)
{
    const auto folders = w.folders();
    return folders.isEmpty() ? FolderId{} : folders.at(rng() % folders.size()).id;
}

void moveOrCopy(World &w, Rng &rng, bool copy)
{
    const auto ids = someMessages(w, rng, 5);
    const FolderId to = someFolder(w, rng);
    if (!ids.isEmpty() && isSet(to))
        w.perform(copy ? Intent::copy(ids, to) : Intent::move(ids, to));
}

template <Intent::Kind Kind> void organize(World &w, Rng &rng)
{
    const auto ids = someMessages(w, rng, 4);
    if (!ids.isEmpty())
        w.perform(Intent::of(Kind, ids));
}

template <Intent::Kind Kind> void organizeFolder(World &w, Rng &rng)
{
    if (const FolderId folder = someFolder(w, rng); isSet(folder))
        w.perform(Intent::ofFolder(Kind, folder));
}

void tag(World &w, Rng &rng)
{
    static const QString names[] = {u"blue"_s, u"work"_s, u"$Label1"_s};
    const auto ids = someMessages(w, rng, 4);
    if (!ids.isEmpty())
        w.perform(Intent::tag(ids, names[rng() % 3], rng() % 2 == 0));
}

void makeOurFolder(World &w, Rng &rng)
{
    const FolderId below = rng() % 3 == 0 ? someFolder(w, rng) : FolderId{};
    w.perform(Intent::createFolder(w.local.account(), below, u"Made %1"_s.arg(rng() % 5)));
}

void renameOurFolder(World &w, Rng &rng)
{
    if (const FolderId folder = someFolder(w, rng); isSet(folder))
        w.perform(Intent::renameFolder(folder, u"Named %1"_s.arg(rng() % 5)));
}

void restoreVanished(World &w, Rng &)
{
    const auto rows = w.local.context().vanished.rows(3);
    QList<qint64> ids;
    for (const VanishedRow &row : rows)
        ids.append(row.id);
    if (!ids.isEmpty())
        w.perform(Intent::restore(ids));
}

void openMessage(World &w, Rng &rng)
{
    const auto rows = w.allRows();
    if (!rows.isEmpty())
        w.open(rows.at(rng() % rows.size()).id);
}

void lookAt(World &w, Rng &rng)
{
    const auto folders = w.local.folders().folders(w.local.account());
    QSet<FolderId> seen;
    if (!folders.isEmpty())
        seen.insert(folders.at(rng() % folders.size()).id);
    w.local.engine().lookAt(seen);
}

// --- by a second client

void appendMail(World &w, Rng &rng)
{
    const QString path = w.anyFolder(rng);
    for (quint32 n = 1 + rng() % 7; n > 0; --n)
        w.append(path, w.newMail(rng), rng() % 8);
}

void appendTwin(World &w, Rng &rng)
{
    const QString path = w.anyFolder(rng);
    const SimFolder *box = w.server.folder(path);
    if (!box->messages.empty())
        w.append(path, std::next(box->messages.begin(), rng() % box->messages.size())->second.mail,
                 rng() % 8);
}

void flagElsewhere(World &w, Rng &rng)
{
    const QString path = w.anyFolder(rng);
    static const QStringList words[] = {{}, {u"blue"_s}, {u"red"_s, u"work"_s}};
    w.setServerFlags(path, someUids(w, path, rng, 6), someBits(rng), words[rng() % 3], rng() % 2 == 0);
}

void expungeSome(World &w, Rng &rng)
{
    const QString path = w.anyFolder(rng);
    w.expunge(path, someUids(w, path, rng, 4));
}

void expungeMost(World &w, Rng &rng)
{
    const QString path = w.anyFolder(rng);
    w.expunge(path, someUids(w, path, rng, 60));
}

void moveElsewhere(World &w, Rng &rng)
{
    const QString from = w.anyFolder(rng);
    const UidSet uids = someUids(w, from, rng, 4);
    w.moveElsewhere(from, uids, w.anyFolder(rng));
}

// What a server may refuse for a while: every folder is asked again in the end.
void hinder(World &w, Rng &rng)
{
    w.claimNothing();
    const QString path = w.anyFolder(rng);
    SimFolder *folder = w.server.folder(path);
    if (!w.server.features().move)
        w.mayDoubleFrom(path); // copied, and then not allowed to take the source away
    switch (rng() % 4) {
    case 0:
        folder->overQuota = true;
        break;
    case 1:
        folder->noInsert = true;
        break;
    case 2:
        folder->readOnly = true;
        break;
    default:
        folder->overQuota = folder->noInsert = folder->readOnly = false;
    }
}

void createFolder(World &w, Rng &rng)
{
    w.server.createFolder(u"New/%1"_s.arg(rng() % 5));
}

void deleteFolder(World &w, Rng &rng)
{
    const QString path = otherFolder(w, rng);
    w.forget(path);
    w.server.deleteFolder(path);
}

void renameFolder(World &w, Rng &rng)
{
    const QString path = otherFolder(w, rng), to = u"Renamed %1"_s.arg(rng() % 5);
    if (path.isEmpty() || w.server.folder(to))
        return;
    w.forget(path);
    w.server.renameFolder(path, to);
}

void renumber(World &w, Rng &rng)
{
    w.server.resetUidValidity(w.anyFolder(rng), 1 + rng() % 3 * 20);
}

// --- time, network, disk

template <int Most> void wait(World &w, Rng &rng)
{
    w.pass(Millis(1 + rng() % Most));
}

void sleepMachine(World &w, Rng &rng)
{
    w.clock.sleepMachine(Millis(60'000 + rng() % 7'200'000));
    w.local.engine().retryNow();
}

void armFault(World &w, Rng &rng)
{
    const auto faults = allFaults();
    w.net.faults.arm(
        {faults.at(rng() % faults.size()), w.net.faults.commands() + int(rng() % 12), false, quint32(rng())});
}

void unreachable(World &w, Rng &rng)
{
    w.net.reachable = false;
    w.pass(Millis(1000 + rng() % 90'000));
    w.net.reachable = true;
}

void choose(World &w, Rng &rng)
{
    FolderChoices choices;
    choices.listDays = rng() % 3 == 0 ? 0 : 1 + int(rng() % 50);
    for (const auto &[path, folder] : w.server.folders()) {
        if (rng() % 4 == 0)
            choices.skipped.append(path);
        if (rng() % 4 == 0)
            choices.offline.append(path);
    }
    static const FolderRole roles[] = {FolderRole::Archive, FolderRole::Trash, FolderRole::Junk};
    if (rng() % 2 == 0)
        choices.roles.insert(roles[rng() % 3], w.anyFolder(rng));
    w.local.choose(choices);
}

void failCommit(World &w, Rng &rng)
{
    w.local.db().failCommit(int(rng() % 8));
}

void crashAtCommit(World &w, Rng &rng)
{
    w.local.crashAtCommit(int(rng() % 8));
}

} // namespace

const QList<Action> &actions()
{
    static const QList<Action> table{
        {"set flags", 8, [](World &w, Rng &rng) { changeFlags(w, rng, true); }},
        {"clear flags", 5, [](World &w, Rng &rng) { changeFlags(w, rng, false); }},
        {"move", 10, [](World &w, Rng &rng) { moveOrCopy(w, rng, false); }},
        {"copy", 3, [](World &w, Rng &rng) { moveOrCopy(w, rng, true); }},
        {"archive", 4, organize<Intent::Kind::Archive>},
        {"delete", 4, organize<Intent::Kind::Delete>},
        {"junk", 2, organize<Intent::Kind::Junk>},
        {"not junk", 1, organize<Intent::Kind::NotJunk>},
        {"delete for good", 3, organize<Intent::Kind::Expunge>},
        {"empty folder", 1, organizeFolder<Intent::Kind::EmptyFolder>},
        {"mark folder read", 1, organizeFolder<Intent::Kind::MarkFolderRead>},
        {"tag", 3, tag},
        {"make our folder", 2, makeOurFolder},
        {"rename our folder", 2, renameOurFolder},
        {"delete our folder", 1, organizeFolder<Intent::Kind::DeleteFolder>},
        {"undo", 6, [](World &w, Rng &rng) { w.undo(true, rng); }},
        {"undo any", 2, [](World &w, Rng &rng) { w.undo(false, rng); }},
        {"retry refused", 1, [](World &w, Rng &) { w.retryRefused(); }},
        {"restore vanished", 1, restoreVanished},
        {"move elsewhere", 5, moveElsewhere},
        {"hinder", 2, hinder},
        {"open message", 5, openMessage},
        {"look at folder", 4, lookAt},
        {"refresh", 4, [](World &w, Rng &) { w.local.engine().refresh(); }},
        {"append", 9, appendMail},
        {"append twin", 1, appendTwin},
        {"flag elsewhere", 8, flagElsewhere},
        {"expunge some", 6, expungeSome},
        {"expunge most", 2, expungeMost},
        {"create folder", 2, createFolder},
        {"delete folder", 1, deleteFolder},
        {"rename folder", 1, renameFolder},
        {"renumber", 3, renumber},
        {"wait ms", 8, wait<60>},
        {"wait s", 8, wait<5000>},
        {"wait min", 3, wait<2'000'000>},
        {"sleep machine", 1, sleepMachine},
        {"fault", 10, armFault},
        {"unreachable", 1, unreachable},
        {"limit sessions", 1, [](World &w, Rng &rng) { w.net.maxSessions = int(rng() % 4); }},
        {"choose what is kept", 3, choose},
        {"fail commit", 2, failCommit},
        {"crash at commit", 4, crashAtCommit},
        {"crash now", 2, [](World &w, Rng &) { w.crashNow(); }},
        {"restart", 1, [](World &w, Rng &) { w.restart(); }},
    };
    return table;
}

Plan randomPlan(quint32 seed)
{
    Rng rng(seed * 2654435761u + 12345);
    int weights = 0;
    for (const Action &action : actions())
        weights += action.weight;
    Plan plan{seed, {}};
    for (int n = 8 + int(rng() % 30); n > 0; --n) {
        int pick = int(rng() % quint32(weights));
        for (const Action &action : actions()) {
            if ((pick -= action.weight) < 0) {
                plan.steps.append({action.name, quint32(rng())});
                break;
            }
        }
    }
    return plan;
}

QString runPlan(const Plan &plan, QStringList *story, const QString &watched)
{
    const WorldSettings settings = WorldSettings::fromSeed(plan.seed);
    World world(settings);
    const auto tell = qScopeGuard([&] {
        if (story)
            *story = world.net.log;
    });
    world.net.logging = story != nullptr;
    if (!watched.isEmpty())
        world.net.watch = [&world, &watched] { return world.whereabouts(watched); };
    world.net.note(u"%1, %2 in the inbox, quirks %3%4%5%6 %7"_s.arg(settings.features.name())
                       .arg(settings.inbox)
                       .arg(settings.quirks.noUidNext)
                       .arg(settings.quirks.shuffledRecords)
                       .arg(settings.quirks.openVanished)
                       .arg(settings.quirks.wideVanished)
                       .arg(settings.quirks.rememberedExpunges));
    world.local.start();
    for (const Step &step : plan.steps) {
        const auto action = std::find_if(actions().begin(), actions().end(),
                                         [&step](const Action &a) { return step.action == a.name; });
        if (action == actions().end())
            return u"no action is called "_s + QString::fromUtf8(step.action);
        Rng rng(step.seed);
        world.net.note(u"-- %1 ms: %2"_s.arg(world.clock.monotonicMs()).arg(QString::fromUtf8(step.action)));
        action->run(world, rng);
        world.pass(Millis(rng() % 120)); // the next step may come in the middle of what this one caused
    }
    world.net.note(u"-- %1 ms: heal"_s.arg(world.clock.monotonicMs()));
    return world.healAndCheck();
}

Plan shrink(Plan plan)
{
    for (qsizetype chunk = std::max<qsizetype>(plan.steps.size() / 2, 1); chunk >= 1; chunk /= 2) {
        for (qsizetype at = 0; at < plan.steps.size();) {
            Plan less = plan;
            less.steps.remove(at, std::min(chunk, less.steps.size() - at));
            if (runPlan(less).isEmpty())
                at += chunk;
            else
                plan = less;
        }
    }
    return plan;
}

QString toSource(const Plan &plan)
{
    QStringList steps;
    for (const Step &step : plan.steps)
        steps.append(u"{\"%1\", %2u}"_s.arg(QString::fromUtf8(step.action)).arg(step.seed));
    return u"{%1u, {%2}}"_s.arg(plan.seed).arg(steps.join(u", "_s));
}

} // namespace kw::sim
