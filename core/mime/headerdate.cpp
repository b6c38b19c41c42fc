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

// RFC 5322 4.3, "+01:00", "GMT+0100": military letters and unknown names count as +0000.
int zoneMinutes(QByteArrayView word)
{
    if (word.size() > 4 && (word.startsWith("GMT") || word.startsWith("UTC")))
        word = word.sliced(3);
    if (word.size() >= 5 && (word[0] == '+' || word[0] == '-')) {
        const qsizetype minutesAt = word[3] == ':' ? 4 : 3;
        if (word.size() < minutesAt + 2 || !isNumber(word.sliced(1, 2))
            || !isNumber(word.sliced(minutesAt, 2)))
            return 0;
        const int minutes = word.sliced(1, 2).toInt() * 60 + word.sliced(minutesAt, 2).toInt();
        return minutes > 24 * 60 ? 0 : (word[0] == '-' ? -minutes : minutes);
    }
    static constexpr std::array<std::pair<const char *, int>, 20> zones{
        {{"EST", -300}, {"EDT", -240}, {"CST", -360}, {"CDT", -300}, {"MST", -420},
         {"MDT", -360}, {"PST", -480}, {"PDT", -420}, {"AST", -240}, {"ADT", -180},
         {"CET", 60},   {"CEST", 120}, {"MET", 60},   {"MEST", 120}, {"BST", 60},
         {"EET", 120},  {"EEST", 180}, {"MSK", 180},  {"JST", 540},  {"KST", 540}}};
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

int fullYear(QByteArrayView digits)
{
    const int year = digits.toInt();
    if (digits.size() == 2)
        return year + (year < 50 ? 2000 : 1900);
    if (digits.size() == 3) // years since 1900, as a program of before 2000 counts on
        return year + 1900;
    return year >= 19'100 && year < 19'200 ? year - 17'100 : year;
}

// Gathers the pieces of a date in whatever order they come.
class DateReader
{
public:
    void take(QByteArrayView word)
    {
        const bool isTime = m_time < 0 && !word.isEmpty() && isNumber(word.first(1));
        if (takeIsoDate(word) || takeDashedDate(word))
            return;
        if (isTime && word.contains(':'))
            m_time = timeOf(word);
        else if (isTime && m_day > 0 && word.count('.') == 2)
            m_time = timeOf(word.toByteArray().replace('.', ':'));
        else if (isNumber(word))
            takeNumber(word);
        else if (m_month == 0 && monthOf(word) != 0)
            m_month = monthOf(word);
        else if (m_time >= 0 && (word.compare("PM", Qt::CaseInsensitive) == 0))
            m_time += m_time < 12 * 3600 ? 12 * 3600 : 0;
        else if (m_time >= 0 && (word.compare("AM", Qt::CaseInsensitive) == 0))
            m_time -= m_time >= 12 * 3600 ? 12 * 3600 : 0;
        else if (m_time >= 0 && !m_zoneSeen)
            takeZone(word);
    }

    qint64 seconds() const
    {
        if (m_day < 1 || m_day > 31 || m_month < 1 || m_month > 12 || m_year < 1 || m_year > 9999)
            return 0;
        return daysFromCivil(m_year, m_month, m_day) * 86'400 + std::max(m_time, 0) - qint64(m_zone) * 60;
    }
    int zone() const { return m_zone; }

private:
    void takeZone(QByteArrayView word)
    {
        m_zone = zoneMinutes(word);
        m_zoneSeen = true;
    }

    void takeNumber(QByteArrayView word)
    {
        if (m_day == 0 && word.size() <= 2)
            m_day = word.toInt();
        else if (m_year < 0)
            m_year = fullYear(word);
    }

    // "2002-11-12", perhaps with "T09:12:33.5+01:00"
    bool takeIsoDate(QByteArrayView word)
    {
        if (m_day != 0 || word.size() < 10 || word[4] != '-' || word[7] != '-' || !isNumber(word.first(4))
            || !isNumber(word.sliced(5, 2)) || !isNumber(word.sliced(8, 2)))
            return false;
        m_year = word.first(4).toInt();
        m_month = word.sliced(5, 2).toInt();
        m_day = word.sliced(8, 2).toInt();
        if (word.size() < 16 || word[10] != 'T')
            return true;
        const QByteArrayView clock = word.sliced(11);
        qsizetype end = 0;
        while (end < clock.size() && QByteArrayView("0123456789:.").contains(clock[end]))
            ++end;
        m_time = timeOf(clock.first(end));
        if (end < clock.size())
            takeZone(clock.sliced(end));
        return true;
    }

    // "12-Nov-2002"
    bool takeDashedDate(QByteArrayView word)
    {
        const qsizetype first = word.indexOf('-');
        const qsizetype second = word.indexOf('-', first + 1);
        if (first <= 0 || second < 0 || !isNumber(word.first(first)) || !isNumber(word.sliced(second + 1)))
            return false;
        m_day = word.first(first).toInt();
        m_month = monthOf(word.sliced(first + 1, second - first - 1));
        m_year = fullYear(word.sliced(second + 1));
        return true;
    }

    int m_day = 0;
    int m_month = 0;
    int m_year = -1;
    int m_time = -1; // seconds of the day
    int m_zone = 0; // minutes
    bool m_zoneSeen = false;
};

// "09 : 30 : 15" (RFC 5322 4.3) as one word.
QByteArray withoutBlanksAroundColons(QByteArrayView text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    QByteArray out;
    for (const char c : text) {
        while (c == ':' && !out.isEmpty() && isBlank(out.back()))
            out.chop(1);
        if (!isBlank(c) || !out.endsWith(':'))
            out += c;
    }
    return out;
}

} // namespace

qint64 parseHeaderDate(QByteArrayView text, int *offsetMinutes)
{
    constexpr QByteArrayView Separators(" \t,()");
    text = text.first(std::min<qsizetype>(text.size(), 200));
    QByteArray joined;
    if (text.contains(" :") || text.contains(": ")) {
        joined = withoutBlanksAroundColons(text);
        text = joined;
    }
    DateReader reader;
    int comments = 0;
    for (qsizetype at = 0; at < text.size();) {
        const char c = text[at];
        if (c == '(')
            ++comments;
        else if (c == ')')
            comments = std::max(0, comments - 1);
        if (comments > 0 || Separators.contains(c)) {
            ++at;
            continue;
        }
        qsizetype end = at;
        while (end < text.size() && !Separators.contains(text[end]))
            ++end;
        reader.take(text.sliced(at, end - at));
        at = end;
    }
    constexpr int MaxOffset = 16 * 60; // what a calendar can show
    const qint64 seconds = reader.seconds();
    if (offsetMinutes && seconds != 0)
        *offsetMinutes = std::abs(reader.zone()) <= MaxOffset ? reader.zone() : 0;
    return seconds;
}

} // namespace kw
