#include "core/mime/headerdate.h"

#include <QByteArray>
#include <QList>

#include <array>

namespace kw {

namespace {

// Days since 1970-01-01 of a date in the Gregorian calendar.
qint64 daysFromCivil(int year, int month, int day)
{
    year -= month <= 2 ? 1 : 0;
    const int era = (year >= 0 ? year : year - 399) / 400;
    const int yearOfEra = year - era * 400;
    const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
    const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
    return qint64(era) * 146'097 + dayOfEra - 719'468;
}

int monthOf(QByteArrayView word)
{
    static constexpr std::array<const char *, 12> names{"jan", "feb", "mar", "apr", "may", "jun",
                                                        "jul", "aug", "sep", "oct", "nov", "dec"};
    if (word.size() < 3)
        return 0;
    for (size_t i = 0; i < names.size(); ++i) {
        if (word.first(3).compare(names[i], Qt::CaseInsensitive) == 0)
            return int(i) + 1;
    }
    return 0;
}

bool isNumber(QByteArrayView word)
{
    return !word.isEmpty()
        && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
}

// RFC 5322 4.3: known zones by name; military letters and the rest count as unknown, that is +0000.
int zoneMinutes(QByteArrayView word)
{
    if (word.size() >= 5 && (word[0] == '+' || word[0] == '-') && isNumber(word.sliced(1, 4))) {
        const int value = word.sliced(1, 4).toInt();
        const int minutes = (value / 100) * 60 + value % 100;
        return std::abs(minutes) > 24 * 60 ? 0 : (word[0] == '-' ? -minutes : minutes);
    }
    static constexpr std::array<std::pair<const char *, int>, 10> zones{{{"EST", -300},
                                                                         {"EDT", -240},
                                                                         {"CST", -360},
                                                                         {"CDT", -300},
                                                                         {"MST", -420},
                                                                         {"MDT", -360},
                                                                         {"PST", -480},
                                                                         {"PDT", -420},
                                                                         {"CET", 60},
                                                                         {"CEST", 120}}};
    for (const auto &[name, minutes] : zones) {
        if (word.compare(name, Qt::CaseInsensitive) == 0)
            return minutes;
    }
    return 0;
}

// "09:12:33" -> seconds of the day; -1 if it is no time.
int timeOf(QByteArrayView word)
{
    const qsizetype first = word.indexOf(':');
    if (first <= 0)
        return -1;
    const qsizetype second = word.indexOf(':', first + 1);
    const int hour = word.first(first).toInt();
    const QByteArrayView rest
        = second < 0 ? word.sliced(first + 1) : word.sliced(first + 1, second - first - 1);
    const int minute = rest.toInt();
    const int sec = second < 0
        ? 0
        : word.sliced(second + 1).first(std::min<qsizetype>(2, word.size() - second - 1)).toInt();
    if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || sec < 0 || sec > 60)
        return -1;
    return hour * 3600 + minute * 60 + sec;
}

} // namespace

qint64 parseHeaderDate(QByteArrayView text, int *offsetMinutes)
{
    text = text.first(std::min<qsizetype>(text.size(), 200));
    int day = 0, month = 0, year = -1, time = -1, zone = 0;
    bool zoneSeen = false;
    qsizetype at = 0;
    int comment = 0;
    while (at < text.size()) {
        const char c = text[at];
        if (c == '(')
            ++comment;
        else if (c == ')')
            comment = std::max(0, comment - 1);
        if (comment > 0 || c == ' ' || c == '\t' || c == ',' || c == ')') {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && !QByteArrayView(" \t,()").contains(text[end]))
            ++end;
        QByteArrayView word = text.sliced(at, end - at);
        at = end;
        const qsizetype dash = word.indexOf('-'); // "12-Nov-2002"
        if (dash > 0 && isNumber(word.first(dash)) && word.count('-') == 2) {
            const qsizetype dash2 = word.indexOf('-', dash + 1);
            day = word.first(dash).toInt();
            month = monthOf(word.sliced(dash + 1, dash2 - dash - 1));
            year = word.sliced(dash2 + 1).toInt();
        } else if (word.contains(':') && time < 0) {
            time = timeOf(word);
        } else if (isNumber(word)) {
            const int value = word.toInt();
            if (day == 0 && word.size() <= 2)
                day = value;
            else if (year < 0)
                year = word.size() == 2 ? value + (value < 50 ? 2000 : 1900)
                    : word.size() == 3  ? value + 1900
                                        : value;
        } else if (month == 0 && monthOf(word) != 0) {
            month = monthOf(word);
        } else if (time >= 0 && !zoneSeen) {
            zone = zoneMinutes(word);
            zoneSeen = true;
        }
    }
    if (day < 1 || day > 31 || month == 0 || year < 1 || year > 9999)
        return 0;
    if (offsetMinutes)
        *offsetMinutes = zone;
    return daysFromCivil(year, month, day) * 86'400 + std::max(time, 0) - qint64(zone) * 60;
}

} // namespace kw
