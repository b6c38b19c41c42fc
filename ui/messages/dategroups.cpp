#include "ui/messages/dategroups.h"

#include <QLocale>

#include <algorithm>
#include <limits>

namespace kw {

namespace {
constexpr int MonthsNamed = 18; // older mail is grouped by year
constexpr int OldestYear = 1990;
} // namespace

void DateGroups::add(QDate start, const QString &title)
{
    m_borders.append({start.startOfDay().toSecsSinceEpoch(), title});
}

void DateGroups::draw(QDate today)
{
    m_today = today;
    m_borders.clear();
    const QLocale locale;
    add(today.addDays(1), tr("Upcoming"));
    add(today, tr("Today"));
    add(today.addDays(-1), tr("Yesterday"));
    for (int days = 2; days < 7; ++days) {
        const QDate day = today.addDays(-days);
        add(day, locale.standaloneDayName(day.dayOfWeek()));
    }
    QDate start = today.addDays(-13);
    add(start, tr("Last week"));
    QDate month(start.year(), start.month(), 1);
    const QString pattern = tr("MMMM yyyy", "heading: month and year, in the notation of QLocale::toString");
    for (int i = 0; i < MonthsNamed || month.month() != 12; ++i, month = month.addMonths(-1)) {
        const QString name = month.year() == today.year() ? locale.standaloneMonthName(month.month())
                                                          : locale.toString(month, pattern);
        const bool begun = i == 0 && month.year() == today.year() && month.month() == today.month();
        add(month, begun ? tr("Earlier in %1", "a month").arg(name) : name);
    }
    for (int year = month.year(); year >= OldestYear; --year)
        add(QDate(year, 1, 1), QString::number(year));
    m_borders.append({std::numeric_limits<qint64>::min(), tr("Older")});
}

QList<DateGroup> DateGroups::of(const PagedListModel &model, const QDateTime &now)
{
    if (m_today != now.date())
        draw(now.date());
    const int rows = model.knownRows();
    const bool reversed = model.query().oldestFirst;
    QList<DateGroup> groups;
    int above = 0;
    for (const Border &border : std::as_const(m_borders)) {
        if (above == rows)
            break;
        const int end = model.newerThan({border.start, std::numeric_limits<qint64>::min()});
        if (end > above)
            groups.append({reversed ? rows - end : above, border.title});
        above = end;
    }
    if (reversed)
        std::ranges::reverse(groups);
    return groups;
}

} // namespace kw
