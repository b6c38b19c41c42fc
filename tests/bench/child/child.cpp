#include "bench/child/child.h"

#include "bench/child/listwindow.h"
#include "bench/scrollprobe.h"
#include "core/account/paths.h"
#include "core/sync/headless.h"

#include <QJsonDocument>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {

constexpr int LongMs = 900'000;
constexpr int FirstScreenRows = 50;

QJsonObject failure(const QString &text)
{
    return {{u"error"_s, text}};
}

bool isReadable(const PagedListModel &model, int row)
{
    const ListRow *found = row < model.rowCount() ? model.row(row) : nullptr;
    return found && !found->message.subject.isEmpty();
}

} // namespace

QJsonObject childSync(const QString &profile)
{
    auto engine = Headless::open(Paths::profile(profile));
    if (!engine)
        return failure(engine.error().text);
    QElapsedTimer timer;
    timer.start();
    const QList<PassReport> reports = (*engine)->syncOnce();
    QJsonObject out{{u"ms"_s, double(timer.nsecsElapsed()) / 1e6}};
    qint64 messages = 0;
    int added = 0;
    int changed = 0;
    int vanished = 0;
    for (const PassReport &report : reports) {
        messages += report.messages;
        added += report.added;
        changed += report.changed;
        vanished += report.vanished;
        if (!report.error.isEmpty())
            out.insert(u"error"_s, report.error);
    }
    out.insert(u"messages"_s, messages);
    out.insert(u"new"_s, added);
    out.insert(u"changed"_s, changed);
    out.insert(u"vanished"_s, vanished);
    return out;
}

QJsonObject childWindow(const QString &profile, int rows)
{
    auto window = ListWindow::open(profile);
    if (!window)
        return failure(window.error().text);
    ListWindow &w = **window;
    QElapsedTimer timer;
    timer.start();
    StallProbe stall;
    w.engine().setOnline(true);
    const int screen = qMin(rows, FirstScreenRows);
    if (!spinUntil([&] { return isReadable(w.model(), screen - 1); }, LongMs))
        return failure(u"The first screen did not come. "_s + w.lastError().text);
    const double first = double(timer.nsecsElapsed()) / 1e6;
    if (!spinUntil([&] { return w.listed() >= rows; }, LongMs))
        return failure(
            u"Only %1 of %2 messages were listed. %3"_s.arg(w.listed()).arg(rows).arg(w.lastError().text));
    return {{u"first_screen_ms"_s, first},
            {u"listed_ms"_s, double(timer.nsecsElapsed()) / 1e6},
            {u"longest_stall_ms"_s, stall.longestMs()}};
}

QJsonObject childScroll(const QString &profile, int steps)
{
    const auto figures
        = probeScroll(Paths::profile(profile).cache, ViewId::unified(FolderRole::Inbox), steps);
    if (!figures)
        return failure(figures.error().text);
    return {{u"rows"_s, figures->rows},
            {u"p99_ms"_s, figures->percentile(0.99)},
            {u"longest_ms"_s, figures->longest()},
            {u"first_screen_ms"_s, figures->firstScreenMs},
            {u"exact_ms"_s, figures->exactMs},
            {u"blank_rows"_s, figures->blankRows}};
}

int childMain(const QStringList &arguments)
{
    const QString scenario = arguments.value(0);
    const QString profile = arguments.value(1);
    QJsonObject answer = failure(u"There is no scenario called \"%1\"."_s.arg(scenario));
    if (scenario == "sync"_L1)
        answer = childSync(profile);
    else if (scenario == "window"_L1)
        answer = childWindow(profile, arguments.value(2).toInt());
    else if (scenario == "notice"_L1)
        answer = childNotice(profile, arguments.value(2).toUShort(), arguments.value(3).toInt());
    else if (scenario == "organize"_L1)
        answer = childOrganize(profile, arguments.value(2).toUShort(), arguments.mid(3));
    else if (scenario == "reader"_L1)
        answer = childReader(profile, arguments.value(2).toInt());
    else if (scenario == "compose"_L1)
        answer = childCompose(profile, arguments.value(2).toInt());
    else if (scenario == "search"_L1)
        answer = childSearch(profile, arguments.value(2).toInt());
    else if (scenario == "index"_L1)
        answer = childIndex(profile);
    else if (scenario == "filter"_L1)
        answer = childFilter(profile);
    else if (scenario == "scroll"_L1)
        answer = childScroll(profile, arguments.value(2).toInt());
    std::printf("%s\n", QJsonDocument(answer).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
    return answer.contains("error"_L1) ? 1 : 0;
}

} // namespace kw::bench
