#include "app/ctl/messagerows.h"
#include "app/ctl/words.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

constexpr int PageRows = 500;

struct Page {
    QList<MessageRow> rows;
    bool more = false;
};

Page readRows(const Pages &pages, ViewId view, std::optional<PageKey> after, qint64 limit)
{
    Page page;
    // One row more than asked for tells whether there is a next page.
    while (page.rows.size() <= limit) {
        const auto want = int(std::min<qint64>(PageRows, limit + 1 - page.rows.size()));
        const auto rows = pages.messages(view, after, want);
        if (rows.isEmpty())
            return page;
        page.rows += rows;
        after = PageKey{rows.last().date, raw(rows.last().id)};
    }
    page.more = true;
    page.rows.removeLast();
    return page;
}

void print(const Invocation &run, const Reading &reading, const Page &page)
{
    const auto next = page.more ? keyWord({page.rows.last().date, raw(page.rows.last().id)}) : QString();
    if (run.out.wantsJson()) {
        QJsonArray messages;
        for (const auto &row : page.rows)
            messages.append(rowJson(reading, row));
        run.out.json({{u"messages"_s, messages}, {u"next"_s, textOrNull(next)}});
        return;
    }
    QList<QStringList> rows;
    for (const auto &row : page.rows)
        rows.append({QString::number(raw(row.id)), shownDate(row.date), marks(row),
                     elided(printable(displayName(row.from)), 28), printable(row.subject)});
    run.out.table({u"ID"_s, u"DATE"_s, u"   "_s, u"FROM"_s, u"SUBJECT"_s}, rows, {0});
    if (page.more)
        run.out.text(u"(more: --after %1)\n"_s.arg(next));
}

} // namespace

int runList(const Invocation &run)
{
    const auto limit = limitOf(run.arguments);
    if (!limit) {
        run.out.error(limit.error());
        return WrongUsage;
    }
    std::optional<PageKey> after;
    if (run.arguments.has(u"after"_s)) {
        after = keyFromWord(run.arguments.value(u"after"_s));
        if (!after) {
            run.out.error(u"--after needs a key that an earlier list gave as “next”."_s);
            return WrongUsage;
        }
    }
    const auto reading = Reading::open(run.paths);
    if (!reading) {
        run.out.error(reading.error());
        return Failed;
    }
    const auto view = (*reading)->view(run.arguments.operands.first());
    if (!view) {
        run.out.error(view.error());
        return Failed;
    }
    const auto page = readRows((*reading)->pages(), *view, after, *limit);
    if (const auto whole = (*reading)->database().readSoFar(); !whole) {
        run.out.error(whole.error());
        return Failed;
    }
    print(run, **reading, page);
    return Fine;
}

} // namespace kw::ctl
