#include "core/search/queryvalues.h"

#include <QTimeZone>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr int FirstYear = 1900;
constexpr int LastYear = 9999;

constexpr std::array Weekdays{"monday"_L1, "tuesday"_L1,  "wednesday"_L1, "thursday"_L1,
                              "friday"_L1, "saturday"_L1, "sunday"_L1};
constexpr std::array Months{"january"_L1,   "february"_L1, "march"_L1,    "april"_L1,
                            "may"_L1,       "june"_L1,     "july"_L1,     "august"_L1,
                            "september"_L1, "october"_L1,  "november"_L1, "december"_L1};

// In small ASCII letters and digits where it is meant so; "Last_Week" is "last-week".
QString plainValue(const QString &value)
{
    QString out;
    for (const QChar c : value.normalized(QString::NormalizationForm_KC)) {
        if (c.digitValue() >= 0)
            out += QChar(char16_t(u'0' + c.digitValue()));
        else if (c.isSpace() || c == u'_' || (c >= u'\u2010' && c <= u'\u2013')) // hyphens and dashes too
            out += u'-';
        else
            out += c.toLower();
    }
    return out;
}

std::optional<qint64> readNumber(QStringView digits)
{
    const bool isNumber = !digits.isEmpty()
        && std::all_of(digits.cbegin(), digits.cend(), [](QChar c) { return c >= u'0' && c <= u'9'; });
    bool fits = false;
    const qint64 number = digits.toLongLong(&fits);
    return isNumber && fits ? std::optional(number) : std::nullopt;
}

class PeriodReader
{
public:
    explicit PeriodReader(const QueryClock &clock)
        : m_clock(clock)
        , m_today(clock.now.date())
    {
    }

    std::optional<QueryPeriod> read(const QString &value) const
    {
        if (value.startsWith(u'@'))
            return moment(QStringView(value).sliced(1));
        if (value == "today"_L1)
            return days(m_today, m_today.addDays(1));
        if (value == "yesterday"_L1)
            return days(m_today.addDays(-1), m_today);
        if (value == "tomorrow"_L1)
            return days(m_today.addDays(1), m_today.addDays(2));
        if (const auto period = relative(value))
            return period;
        if (const auto period = named(value))
            return period;
        return numeric(value);
    }

private:
    std::optional<QueryPeriod> days(QDate begin, QDate end) const
    {
        if (!begin.isValid() || !end.isValid())
            return std::nullopt;
        const QTimeZone zone = m_clock.now.timeRepresentation();
        return QueryPeriod{begin.startOfDay(zone).toSecsSinceEpoch(),
                           end.startOfDay(zone).toSecsSinceEpoch()};
    }

    static std::optional<QueryPeriod> moment(QStringView digits)
    {
        const bool isNegative = digits.startsWith(u'-');
        const auto number = readNumber(isNegative ? digits.sliced(1) : digits);
        if (!number)
            return std::nullopt;
        const qint64 seconds = isNegative ? -*number : *number;
        return QueryPeriod{seconds, seconds};
    }

    std::optional<QueryPeriod> relative(const QString &value) const
    {
        const bool isLast = value.startsWith("last"_L1);
        if (!isLast && !value.startsWith("this"_L1))
            return std::nullopt;
        const int back = isLast ? 1 : 0;
        QStringView what = QStringView(value).sliced(4);
        if (what.startsWith(u'-'))
            what = what.sliced(1);
        if (what == "week"_L1) {
            const int since = (m_today.dayOfWeek() - int(m_clock.weekBegins) + 7) % 7;
            const QDate begin = m_today.addDays(-since - 7 * back);
            return days(begin, begin.addDays(7));
        }
        if (what == "month"_L1)
            return month(QDate(m_today.year(), m_today.month(), 1).addMonths(-back));
        if (what == "year"_L1)
            return year(m_today.year() - back);
        return std::nullopt;
    }

    // The last monday, the last may: what one means by the bare name.
    std::optional<QueryPeriod> named(const QString &value) const
    {
        for (int i = 0; i < int(Weekdays.size()); ++i) {
            if (!isNamed(value, Weekdays[i]))
                continue;
            const QDate day = m_today.addDays(-((m_today.dayOfWeek() - (i + 1) + 7) % 7));
            return days(day, day.addDays(1));
        }
        for (int i = 0; i < int(Months.size()); ++i) {
            if (isNamed(value, Months[i]))
                return month(QDate(m_today.year() - (i + 1 > m_today.month() ? 1 : 0), i + 1, 1));
        }
        return std::nullopt;
    }

    static bool isNamed(const QString &value, QLatin1StringView name)
    {
        return value.size() >= 3 && name.startsWith(value)
            && (value.size() == 3 || value.size() == name.size());
    }

    std::optional<QueryPeriod> month(QDate first) const
    {
        return first.isValid() ? days(first, first.addMonths(1)) : std::nullopt;
    }

    std::optional<QueryPeriod> year(int year) const
    {
        if (year < FirstYear || year > LastYear)
            return std::nullopt;
        return days(QDate(year, 1, 1), QDate(year + 1, 1, 1));
    }

    std::optional<QueryPeriod> day(qint64 year, qint64 month, qint64 day) const
    {
        if (year < FirstYear || year > LastYear || month > 12 || day > 31)
            return std::nullopt;
        const QDate date{int(year), int(month), int(day)};
        return date.isValid() ? days(date, date.addDays(1)) : std::nullopt;
    }

    std::optional<QueryPeriod> numeric(const QString &value) const
    {
        const QChar separator = value.contains(u'-') ? u'-' : value.contains(u'/') ? u'/' : u'.';
        const QStringList parts = value.split(separator);
        QList<qint64> numbers;
        for (const QString &part : parts) {
            const auto number = readNumber(part);
            if (!number)
                return std::nullopt;
            numbers.append(*number);
        }
        const bool yearFirst = parts.first().size() == 4;
        const bool yearLast = !yearFirst && parts.last().size() == 4;
        switch (parts.size()) {
        case 1:
            if (parts.first().size() == 8)
                return day(numbers[0] / 10000, numbers[0] / 100 % 100, numbers[0] % 100);
            if (parts.first().size() > 8)
                return moment(value);
            return yearFirst ? year(int(numbers[0])) : std::nullopt;
        case 2:
            if (yearFirst)
                return monthOf(numbers[0], numbers[1]);
            return yearLast ? monthOf(numbers[1], numbers[0]) : std::nullopt;
        case 3:
            if (yearFirst)
                return day(numbers[0], numbers[1], numbers[2]);
            return yearLast ? dayByLast(separator, numbers) : std::nullopt;
        default:
            return std::nullopt;
        }
    }

    std::optional<QueryPeriod> monthOf(qint64 year, qint64 number) const
    {
        if (year < FirstYear || year > LastYear || number < 1 || number > 12)
            return std::nullopt;
        return month(QDate(int(year), int(number), 1));
    }

    // 3.5.2024 is the third of May everywhere; 3/5/2024 is the fifth of March for some, so only what can be
    // one day is taken.
    std::optional<QueryPeriod> dayByLast(QChar separator, const QList<qint64> &numbers) const
    {
        const qint64 first = numbers[0];
        const qint64 second = numbers[1];
        if (separator == u'.' || first > 12 || first == second)
            return day(numbers[2], second, first);
        return second > 12 ? day(numbers[2], first, second) : std::nullopt;
    }

    const QueryClock &m_clock;
    const QDate m_today;
};

// 5MB → ("5", "mb").
std::pair<QString, QString> numberAndUnit(const QString &value)
{
    qsizetype digits = 0;
    while (digits < value.size()
           && (value[digits].isDigit() || value[digits] == u'.' || value[digits] == u','))
        ++digits;
    QString unit = value.sliced(digits);
    if (unit.startsWith(u'-')) // it was a blank
        unit.remove(0, 1);
    return {value.first(digits), unit};
}

} // namespace

std::optional<QueryPeriod> readQueryPeriod(const QString &value, const QueryClock &clock)
{
    return value.size() > 40 ? std::nullopt : PeriodReader(clock).read(plainValue(value));
}

std::optional<qint64> readQueryAge(const QString &value, const QueryClock &clock)
{
    constexpr qint64 Most = 100'000;
    const auto [digits, unit] = numberAndUnit(plainValue(value.left(40)));
    const auto number = readNumber(digits);
    if (!number || *number > Most || value.size() > 40)
        return std::nullopt;
    const int count = int(*number);
    QDateTime then;
    if (unit == "h"_L1 || unit.startsWith("hour"_L1))
        then = clock.now.addSecs(-3600LL * count);
    else if (unit == "d"_L1 || unit.startsWith("day"_L1))
        then = clock.now.addDays(-count);
    else if (unit == "w"_L1 || unit.startsWith("week"_L1))
        then = clock.now.addDays(-7LL * count);
    else if (unit == "m"_L1 || unit.startsWith("month"_L1))
        then = clock.now.addMonths(-count);
    else if (unit == "y"_L1 || unit.startsWith("year"_L1))
        then = clock.now.addYears(-count);
    return then.isValid() ? std::optional(then.toSecsSinceEpoch()) : std::nullopt;
}

std::optional<qint64> readQuerySize(const QString &value)
{
    auto [digits, unit] = numberAndUnit(plainValue(value.left(40)));
    if (unit.isEmpty() && readNumber(digits) && value.size() <= 40)
        return readNumber(digits);
    if (value.size() > 40 || digits.section(u',', 1).size() == 3) // 1,000 may be one or a thousand
        return std::nullopt;
    bool isNumber = false;
    const double number = digits.replace(u',', u'.').toDouble(&isNumber);
    if (!isNumber)
        return std::nullopt;
    const double base = unit.size() == 3 && unit[1] == u'i' ? 1024 : 1000;
    static const QStringList units{u""_s, u"k"_s, u"m"_s, u"g"_s, u"t"_s};
    if (unit.endsWith(u'b'))
        unit.chop(1);
    if (base == 1024)
        unit.chop(1);
    const qsizetype power = units.indexOf(unit);
    const double octets = number * std::pow(base, double(power));
    if (power < 0 || octets > 9e15) // what a double counts exactly
        return std::nullopt;
    return qint64(std::llround(octets));
}

QStringList queryDateWords()
{
    return {u"today"_s,      u"yesterday"_s,  u"this-week"_s, u"last-week"_s,
            u"this-month"_s, u"last-month"_s, u"this-year"_s, u"last-year"_s};
}

bool beginsQueryDate(const QString &value)
{
    return value.compare("last"_L1, Qt::CaseInsensitive) == 0
        || value.compare("this"_L1, Qt::CaseInsensitive) == 0;
}

bool endsQueryDate(const QString &value)
{
    return value.compare("week"_L1, Qt::CaseInsensitive) == 0
        || value.compare("month"_L1, Qt::CaseInsensitive) == 0
        || value.compare("year"_L1, Qt::CaseInsensitive) == 0;
}

} // namespace kw
