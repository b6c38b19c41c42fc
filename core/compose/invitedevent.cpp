#include "core/compose/invitedevent.h"

#include "core/mime/messageparser.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qsizetype LongestCalendar = 4 << 20; // octets

InvitingCalendar calendarOf(const QByteArray &text)
{
    InvitingCalendar out;
    QByteArrayList open; // components
    for (const CalendarLine &line : calendarLines(text)) {
        constexpr qsizetype Deepest = 10;
        const bool begins = line.is("BEGIN");
        const QByteArray component = line.value.toUpper();
        if (begins && open.size() < Deepest)
            open.append(component);
        if (begins && component == "VEVENT" && open.size() == 2)
            out.events.append(InvitedEvent());
        if (begins && component == "VTIMEZONE" && open.size() == 2)
            out.zones.append(QList<CalendarLine>());
        const bool isZone = open.size() >= 2 && open[1] == "VTIMEZONE" && !out.zones.isEmpty();
        if (isZone)
            out.zones.last().append(line);
        else if (open.size() == 2 && open[1] == "VEVENT" && !begins && !line.is("END")
                 && !out.events.isEmpty())
            out.events.last().lines.append(line);
        else if (open.size() == 1 && line.is("METHOD"))
            out.method = component;
        if (line.is("END") && open.contains(component)) {
            while (open.last() != component)
                open.removeLast();
            open.removeLast();
        }
    }
    return out;
}

QByteArray written(const QList<CalendarLine> &zone)
{
    static const QList<QByteArray> properties{"DTSTART", "TZOFFSETFROM", "TZOFFSETTO", "RRULE",
                                              "RDATE",   "TZNAME",       "TZID"};
    static const QList<QByteArray> parts{"STANDARD", "DAYLIGHT"};
    constexpr qsizetype MostLines = 2000;
    QByteArray out = "BEGIN:VTIMEZONE\r\n";
    QByteArray open;
    for (const CalendarLine &line : zone.first(std::min(zone.size(), MostLines))) {
        const QByteArray component = line.value.toUpper();
        if (line.is("BEGIN") && open.isEmpty() && parts.contains(component)) {
            open = component;
            out += "BEGIN:" + open + "\r\n";
        } else if (line.is("END") && component == open && !open.isEmpty()) {
            out += "END:" + std::exchange(open, {}) + "\r\n";
        } else if (properties.contains(line.name) && open.isEmpty() == line.is("TZID")) {
            out += kw::written({line.name, {}, line.value});
        }
    }
    if (!open.isEmpty())
        out += "END:" + open + "\r\n";
    return out + "END:VTIMEZONE\r\n";
}

} // namespace

const CalendarLine *InvitedEvent::first(QByteArrayView name) const
{
    const auto found = std::find_if(lines.cbegin(), lines.cend(),
                                    [name](const CalendarLine &line) { return line.is(name); });
    return found == lines.cend() ? nullptr : &*found;
}

QByteArray InvitedEvent::value(QByteArrayView name) const
{
    const CalendarLine *line = first(name);
    return line ? line->value : QByteArray();
}

const InvitedEvent *InvitingCalendar::meant() const
{
    const InvitedEvent *best = nullptr;
    for (const InvitedEvent &event : events) {
        const bool isSame = best && best->value("UID") == event.value("UID");
        if (!best || (isSame && best->first("RECURRENCE-ID") && !event.first("RECURRENCE-ID")))
            best = &event;
    }
    return best;
}

QByteArray InvitingCalendar::writtenZone(const QByteArray &name) const
{
    for (const QList<CalendarLine> &zone : zones) {
        const auto named = std::find_if(zone.cbegin(), zone.cend(),
                                        [](const CalendarLine &line) { return line.is("TZID"); });
        if (named != zone.cend() && named->value == name)
            return written(zone);
    }
    return {};
}

InvitingCalendar calendarIn(const Original &original)
{
    const MessageHalves halves = splitMessage(original.source);
    for (const QString &type : {u"text/calendar"_s, u"application/ics"_s}) {
        for (qsizetype i = 0; i < original.view.attachments.size(); ++i) {
            if (original.view.attachments[i].mimeType != type)
                continue;
            const auto text = attachmentText(halves.header, halves.body, int(i), LongestCalendar);
            if (!text)
                continue;
            const InvitingCalendar calendar = calendarOf(*text);
            if (!calendar.events.isEmpty())
                return calendar;
        }
    }
    return {};
}

std::optional<CalendarLine> momentOf(const CalendarLine &line)
{
    static const QRegularExpression moment(u"^[0-9]{8}(T[0-9]{6}Z?)?$"_s);
    static const QRegularExpression zone(u"^[\\w /+:.,()&'-]{1,200}$"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    if (!moment.match(QString::fromLatin1(line.value)).hasMatch())
        return {};
    CalendarLine out{line.name, {}, line.value};
    if (!line.value.contains('T'))
        out.parameters.append(CalendarLine::Parameter{"VALUE", "DATE"});
    if (line.parameter("RANGE").toUpper() == "THISANDFUTURE")
        out.parameters.append(CalendarLine::Parameter{"RANGE", "THISANDFUTURE"});
    const QByteArray name = line.parameter("TZID");
    if (name.isEmpty() || !line.value.contains('T') || line.value.endsWith('Z'))
        return out;
    if (!zone.match(QString::fromUtf8(name)).hasMatch())
        return {};
    out.parameters.append({"TZID", name});
    return out;
}

} // namespace kw
