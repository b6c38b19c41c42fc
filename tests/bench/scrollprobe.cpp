#include "bench/scrollprobe.h"

#include "ui/messages/messagelistpane.h"
#include "ui/messages/messagelistview.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QKeyEvent>
#include <QScrollBar>

#include <algorithm>
#include <cmath>
#include <ctime>
#include <random>

namespace kw {

namespace {
constexpr int ExactWithinMs = 30000;

double ms(const QElapsedTimer &timer)
{
    return double(timer.nsecsElapsed()) / 1e6;
}

void press(MessageListView &view, Qt::Key key)
{
    QKeyEvent event(QEvent::KeyPress, key, Qt::NoModifier);
    QCoreApplication::sendEvent(&view, &event);
}

double cpuMs()
{
    timespec time{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time);
    return double(time.tv_sec) * 1e3 + double(time.tv_nsec) / 1e6;
}

int blankRows(const MessageListView &view)
{
    int blank = 0;
    const auto &rows = view.geometryOfRows();
    const int top = view.verticalScrollBar()->value();
    for (int row = std::max(0, rows.rowNear(top));
         row <= rows.rowNear(top + view.viewport()->height()) && row >= 0; ++row)
        blank += view.listModel()->row(row) ? 0 : 1;
    return blank;
}

// One step of each kind in turn: pages down and up, now and then a jump.
void step(MessageListView &view, int number, std::mt19937 &random)
{
    QScrollBar *bar = view.verticalScrollBar();
    switch (number % 10) {
    case 0:
        bar->setValue(int(random() % quint32(std::max(1, bar->maximum()))));
        break;
    case 5:
        press(view, number % 20 == 5 ? Qt::Key_End : Qt::Key_Home);
        break;
    case 1:
    case 2:
    case 6:
        bar->setValue(bar->value() + bar->pageStep());
        break;
    case 3:
    case 7:
        press(view, number % 20 > 9 ? Qt::Key_PageDown : Qt::Key_PageUp);
        break;
    default:
        bar->setValue(bar->value() - bar->pageStep());
        break;
    }
}
} // namespace

double ScrollFigures::percentile(QList<double> values, double part)
{
    if (values.isEmpty())
        return 0;
    std::ranges::sort(values);
    const auto place = qsizetype(std::ceil(part * double(values.size()))) - 1;
    return values[std::clamp<qsizetype>(place, 0, values.size() - 1)];
}

Result<ScrollFigures> probeScroll(const QString &profileCache, ViewId view, int steps, bool table)
{
    auto database = Database::open(profileCache, Database::Mode::ReadOnly);
    if (!database)
        return database.error();
    ScrollFigures figures;
    MessageListPane pane;
    pane.resize(1280, 800);
    pane.setLooks({.mode = table ? ListMode::Table : ListMode::Cards});
    pane.show();
    QCoreApplication::processEvents();
    MessageListView &list = *pane.listView();
    QElapsedTimer timer;
    timer.start();
    pane.setDatabase(database->get());
    pane.showView(view, QStringLiteral("Inbox"));
    list.viewport()->repaint();
    figures.firstScreenMs = ms(timer);
    while (!list.listModel()->isExact() && timer.elapsed() < ExactWithinMs)
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents, 50);
    figures.exactMs = ms(timer);
    std::mt19937 random(1);
    for (int i = 0; i < steps; ++i) {
        timer.start();
        const double cpu = cpuMs();
        step(list, i, random);
        list.viewport()->repaint();
        QCoreApplication::processEvents(QEventLoop::ExcludeSocketNotifiers);
        figures.busyMs.append(ms(timer));
        figures.cpuMs.append(cpuMs() - cpu);
        figures.blankRows += blankRows(list);
    }
    figures.rows = list.listModel()->rowCount();
    figures.modelBytes = list.listModel()->bytes();
    pane.setDatabase(nullptr);
    return figures;
}

} // namespace kw
