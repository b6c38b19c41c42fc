#include "app/ctl/acting.h"
#include "app/ctl/indexing.h"
#include "app/ctl/reading.h"
#include "app/instance/instancesocket.h"
#include "core/store/search/indexsource.h"
#include "core/sync/syncsettings.h"

#include <QDateTime>
#include <QElapsedTimer>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

constexpr int AskMs = 5000; // until a window answers
constexpr unsigned LookEveryMs = 200;

qint64 now()
{
    return QDateTime::currentMSecsSinceEpoch();
}

qint64 share(qint64 what, qint64 of)
{
    return of > 0 ? what / of : 0;
}

int runStatus(const Invocation &run)
{
    const auto reading = Reading::open(run.paths);
    if (!reading)
        return failed(run, reading.error());
    const IndexSource source((*reading)->database());
    const auto look = IndexFile::look(run.paths.cache);
    const IndexFile::Look found = look.value_or(IndexFile::Look());
    const qint64 messages = source.count();
    const qint64 waiting = source.waiting(found.progress.feed);
    if (const auto whole = (*reading)->database().readSoFar(); !whole)
        return failed(run, whole.error());
    if (run.out.wantsJson()) {
        run.out.json({{u"messages"_s, messages},
                      {u"indexed"_s, found.size.documents},
                      {u"with_text"_s, found.size.withText},
                      {u"bytes"_s, found.size.bytes},
                      {u"bytes_per_message"_s, share(found.size.bytes, found.size.documents)},
                      {u"waiting"_s, look ? waiting : 0},
                      {u"usable"_s, look.has_value()}});
        return Fine;
    }
    run.out.text(u"%1 of %2 messages are indexed, %3 of them with their text; %4 changes wait.\n"
                 "%5 bytes, %6 per message.\n"_s.arg(found.size.documents)
                     .arg(messages)
                     .arg(found.size.withText)
                     .arg(look ? waiting : 0)
                     .arg(found.size.bytes)
                     .arg(share(found.size.bytes, found.size.documents)));
    if (!look)
        run.out.text(u"There is no index that can be searched; kittiwakectl search makes it.\n"_s);
    return Fine;
}

// A window that has the profile makes it anew. Nothing: there is no window.
std::optional<Result<qint64>> rebuildInWindow(const Invocation &run)
{
    auto answer = askRunningWindow(run.paths, {{u"ask"_s, u"index"_s}, {u"rebuild"_s, true}}, AskMs);
    if (answer.isEmpty())
        return {};
    while (answer.value("working"_L1).toBool()) {
        QThread::msleep(LookEveryMs);
        answer = askRunningWindow(run.paths, {{u"ask"_s, u"index"_s}}, AskMs);
    }
    const QString problem = answer.value("problem"_L1).toString();
    if (!problem.isEmpty())
        return Error{ErrorKind::Storage, problem, {}};
    if (answer.isEmpty())
        return Error{ErrorKind::Busy,
                     u"The window was closed before the index was whole. kittiwakectl search completes it."_s,
                     {}};
    return answer.value("indexed"_L1).toInteger();
}

Result<qint64> rebuild(const Invocation &run)
{
    const auto upkeep = indexUpkeep(run);
    const auto begun = upkeep->rebuild(now());
    if (!begun && begun.error().kind == ErrorKind::Busy) {
        if (const auto inWindow = rebuildInWindow(run))
            return *inWindow;
    }
    if (!begun)
        return begun.error();
    if (const auto done = upkeep->runToRest(now()); !done)
        return done.error();
    return upkeep->status().indexed;
}

int runRebuild(const Invocation &run)
{
    QElapsedTimer timer;
    timer.start();
    const auto indexed = rebuild(run);
    if (!indexed)
        return failed(run, indexed.error());
    const qint64 ms = std::max<qint64>(timer.elapsed(), 1);
    const qint64 perSecond = *indexed * 1000 / ms;
    if (run.out.wantsJson())
        run.out.json({{u"indexed"_s, *indexed}, {u"ms"_s, ms}, {u"messages_per_second"_s, perSecond}});
    else
        run.out.text(
            u"%1 messages indexed in %2 ms: %3 in a second.\n"_s.arg(*indexed).arg(ms).arg(perSecond));
    return Fine;
}

int runCheck(const Invocation &run)
{
    const auto upkeep = indexUpkeep(run);
    if (const auto done = upkeep->runToRest(now()); !done)
        return failed(run, done.error());
    const auto damaged = upkeep->replaceDamaged(now());
    if (!damaged)
        return failed(run, damaged.error());
    upkeep->verify();
    if (const auto done = upkeep->runToRest(now()); !done)
        return failed(run, done.error());
    const Indexer::Mended mended = upkeep->mended();
    if (run.out.wantsJson()) {
        run.out.json({{u"sound"_s, !*damaged},
                      {u"looked"_s, mended.looked},
                      {u"missing"_s, mended.missing},
                      {u"superfluous"_s, mended.superfluous},
                      {u"foreign"_s, mended.foreign}});
        return Fine;
    }
    if (*damaged)
        run.out.text(u"The index was damaged and was made anew.\n"_s);
    run.out.text(
        u"%1 messages compared: %2 were missing, %3 superfluous, %4 had another's words%5.\n"_s
            .arg(mended.looked)
            .arg(mended.missing)
            .arg(mended.superfluous)
            .arg(mended.foreign)
            .arg(mended.missing + mended.superfluous + mended.foreign > 0 ? u"; mended"_s : QString()));
    return Fine;
}

} // namespace

std::unique_ptr<IndexUpkeep> indexUpkeep(const Invocation &run)
{
    auto upkeep = std::make_unique<IndexUpkeep>(run.paths.cache);
    IndexPace pace;
    pace.isIdle = false;
    upkeep->setPace(pace);
    upkeep->setAttachmentTexts(loadSyncSettings(run.paths.config).attachmentTexts);
    return upkeep;
}

Result<bool> bringIndexUpToDate(const Invocation &run)
{
    const auto done = indexUpkeep(run)->runToRest(now());
    if (done)
        return true;
    return done.error().kind == ErrorKind::Busy ? Result<bool>(false) : Result<bool>(done.error());
}

int runIndex(const Invocation &run)
{
    const QString what = run.arguments.operands.first();
    if (what == "status"_L1)
        return runStatus(run);
    // What has never been synced has nothing to index.
    if (const auto reading = Reading::open(run.paths); !reading)
        return failed(run, reading.error());
    if (what == "rebuild"_L1)
        return runRebuild(run);
    if (what == "check"_L1)
        return runCheck(run);
    run.out.error(u"index takes status, rebuild or check; “%1” is none of them."_s.arg(what));
    return WrongUsage;
}

} // namespace kw::ctl
