#include "ui/cleanup/quotawords.h"

#include "ui/look/words.h"

#include <QCoreApplication>
#include <QLocale>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

class Words
{
    Q_DECLARE_TR_FUNCTIONS(kw::QuotaWords)
};

struct Unit {
    double octets;
    QString name;
};

Unit unitFor(double octets)
{
    constexpr double K = 1024;
    const std::array<Unit, 4> units{Unit{K * K * K * K, Words::tr("TB")}, Unit{K * K * K, Words::tr("GB")},
                                    Unit{K * K, Words::tr("MB")}, Unit{K, Words::tr("KB")}};
    for (const Unit &unit : units) {
        if (octets >= unit.octets)
            return unit;
    }
    return units.back();
}

// One digit behind the point below 10, unless it is 0.
QString inUnit(double octets, const Unit &unit)
{
    const double value = octets / unit.octets;
    const double tenths = std::round(value * 10) / 10;
    const bool whole = value >= 100 || tenths == std::round(tenths);
    return QLocale().toString(whole ? std::round(value) : tenths, 'f', whole ? 0 : 1);
}

} // namespace

QString roomSize(qint64 octets)
{
    const auto value = double(std::max<qint64>(octets, 0));
    const Unit unit = unitFor(value);
    return u"%1 %2"_s.arg(inUnit(value, unit), unit.name);
}

QString quotaShort(const QuotaRow &row)
{
    if (!row.isStorage())
        return Words::tr("%1/%2 messages").arg(number(qint64(row.used)), number(qint64(row.limit)));
    const auto limit = double(QuotaRow::octets(row.limit));
    const Unit unit = unitFor(limit);
    return u"%1/%2 %3"_s.arg(inUnit(double(QuotaRow::octets(row.used)), unit), inUnit(limit, unit),
                             unit.name);
}

QString quotaUsed(const QuotaRow &row)
{
    if (!row.isStorage())
        return Words::tr("%1 of %2 messages").arg(number(qint64(row.used)), number(qint64(row.limit)));
    const auto limit = double(QuotaRow::octets(row.limit));
    const Unit unit = unitFor(limit);
    return Words::tr("%1 of %2 %3", "used, limit, unit")
        .arg(inUnit(double(QuotaRow::octets(row.used)), unit), inUnit(limit, unit), unit.name);
}

QString quotaWarning(const QString &account, const QuotaRow &row)
{
    if (row.percent() >= 100)
        return Words::tr("%1 is full: %2. It may not receive mail any more.").arg(account, quotaUsed(row));
    return Words::tr("%1 is %2 % full: %3.").arg(account, number(row.percent()), quotaUsed(row));
}

QString quotaDetails(const AccountQuota &quota)
{
    QStringList lines;
    for (const QuotaRow &row : quota.rows) {
        if (!row.isStorage() && !row.isMessages())
            continue;
        const QString used = Words::tr("%1 used (%2 %)").arg(quotaUsed(row), number(row.percent()));
        lines.append(row.root.isEmpty()
                         ? used
                         : Words::tr("%1: %2", "what is counted, how full").arg(oneLine(row.root), used));
    }
    if (lines.isEmpty())
        return Words::tr("The server does not tell how full it is.");
    lines.append(Words::tr("as the server said: %1", "a time").arg(shortDate(quota.askedAt / 1000)));
    return lines.join(u'\n');
}

Tone quotaTone(const QuotaRow &row)
{
    return row.percent() >= QuotaFull      ? Tone::Bad
        : row.percent() >= QuotaNearlyFull ? Tone::Warning
                                           : Tone::Info;
}

} // namespace kw
