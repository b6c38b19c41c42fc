#pragma once

#include "ui/messages/pagedlistmodel.h"

#include <QCoreApplication>
#include <QDateTime>

namespace kw {

// "Today", "Yesterday", a weekday, "Last week", a month or a year: a heading above the rows from firstRow on.
struct DateGroup {
    int firstRow = 0;
    QString title;
    bool operator==(const DateGroup &) const = default;
};

// Finds the groups of a list of any length by binary search in its keys: no query, some ten microseconds.
class DateGroups
{
    Q_DECLARE_TR_FUNCTIONS(kw::DateGroups)
public:
    QList<DateGroup> of(const PagedListModel &model, const QDateTime &now);

private:
    struct Border {
        qint64 start = 0; // seconds; the group holds what is not older
        QString title;
    };
    void draw(QDate today);
    void add(QDate start, const QString &title);

    QDate m_today;
    QList<Border> m_borders; // newest first
};

} // namespace kw
