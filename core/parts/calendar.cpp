#include "core/parts/partformats.h"

#include <KCalendarCore/Attendee>
#include <KCalendarCore/Event>
#include <KCalendarCore/ICalFormat>
#include <KCalendarCore/MemoryCalendar>
#include <KCalendarCore/ScheduleMessage>

#include <QSet>
#include <QTimeZone>

#include <algorithm>
#include <tuple>

namespace kw {

namespace {

constexpr qsizetype MostInvitations = 20;

using Answer = Invitation::Answer;
using Method = Invitation::Method;

Method methodOf(KCalendarCore::iTIPMethod method)
{
    switch (method) {
    case KCalendarCore::iTIPRequest:
        return Method::Request;
    case KCalendarCore::iTIPReply:
        return Method::Reply;
    case KCalendarCore::iTIPAdd:
        return Method::Add;
    case KCalendarCore::iTIPCancel:
        return Method::Cancel;
    case KCalendarCore::iTIPRefresh:
        return Method::Refresh;
    case KCalendarCore::iTIPCounter:
    case KCalendarCore::iTIPDeclineCounter:
        return Method::Counter;
    case KCalendarCore::iTIPPublish:
    case KCalendarCore::iTIPNoMethod:
        break;
    }
    return Method::Publish;
}

Answer answerOf(KCalendarCore::Attendee::PartStat status)
{
    switch (status) {
    case KCalendarCore::Attendee::NeedsAction:
        return Answer::NeedsAction;
    case KCalendarCore::Attendee::Accepted:
        return Answer::Accepted;
    case KCalendarCore::Attendee::Declined:
        return Answer::Declined;
    case KCalendarCore::Attendee::Tentative:
        return Answer::Tentative;
    case KCalendarCore::Attendee::Delegated:
        return Answer::Delegated;
    default:
        return Answer::None;
    }
}

Invitation invitationOf(const KCalendarCore::Event &event, Method method)
{
    Invitation out;
    out.method = method;
    out.uid = event.uid();
    out.sequence = event.revision();
    out.summary = event.summary();
    out.location = event.location();
    out.description = event.description();
    out.organizer = {event.organizer().name(), event.organizer().email()};
    for (const KCalendarCore::Attendee &attendee : event.attendees())
        out.attendees.append({{attendee.name(), attendee.email()},
                              answerOf(attendee.status()),
                              attendee.role() == KCalendarCore::Attendee::OptParticipant});
    out.isAllDay = event.allDay();
    out.start = event.dtStart();
    // KCalendarCore's end of a whole day is that day; everybody else's is the next.
    if (event.hasEndDate())
        out.end = out.isAllDay ? event.dtEnd().addDays(1) : event.dtEnd();
    else if (event.hasDuration())
        out.end = event.duration().end(out.start);
    out.repeats = event.recurs();
    if (out.repeats && !event.recurrence()->rRules().isEmpty())
        out.repetition = event.recurrence()->rRules().constFirst()->rrule();
    return out;
}

// Without the folds (RFC 5545 3.1).
QByteArray unfolded(QByteArray octets)
{
    octets.replace("\r\n", "\n");
    octets.replace("\n ", "").replace("\n\t", "");
    return octets;
}

// The values of all lines "NAME:…".
QByteArrayList valuesOf(const QByteArrayList &lines, const QByteArray &name)
{
    QByteArrayList out;
    for (const QByteArray &line : lines) {
        if (line.size() > name.size() && line[name.size()] == ':'
            && line.first(name.size()).compare(name, Qt::CaseInsensitive) == 0)
            out.append(line.sliced(name.size() + 1).trimmed());
    }
    return out;
}

// "DTSTART;TZID=W. Europe Standard Time:…": Outlook's name becomes everybody else's (CLDR), unless the
// calendar describes the zone itself.
void nameZone(QByteArray &line, const QSet<QByteArray> &described)
{
    constexpr qsizetype LongestName = 100;
    const qsizetype at = line.first(std::min(line.size(), LongestName)).toUpper().indexOf(";TZID=");
    if (at < 0)
        return;
    const qsizetype from = at + 6;
    const bool quoted = from < line.size() && line[from] == '"';
    const qsizetype start = quoted ? from + 1 : from;
    qsizetype end = start;
    while (end < line.size() && (quoted ? line[end] != '"' : line[end] != ';' && line[end] != ':'))
        ++end;
    const QByteArray zone = line.sliced(start, end - start);
    const QByteArray known = QTimeZone::windowsIdToDefaultIanaId(zone);
    if (end < line.size() && !known.isEmpty() && !described.contains(zone))
        line.replace(from, end + (quoted ? 1 : 0) - from, known);
}

// KCalendarCore keeps no order. Of a series, the series comes before the meetings that were moved.
KCalendarCore::Event::List inOrder(KCalendarCore::Event::List events, const QByteArrayList &ids)
{
    const auto place = [&ids](const KCalendarCore::Event::Ptr &event) {
        const qsizetype at = ids.indexOf(event->uid().toUtf8());
        return std::tuple(at < 0 ? ids.size() : at, event->hasRecurrenceId(),
                          event->recurrenceId().toMSecsSinceEpoch());
    };
    std::stable_sort(events.begin(), events.end(),
                     [&place](const auto &a, const auto &b) { return place(a) < place(b); });
    return events;
}

} // namespace

PartFindings readCalendar(const QByteArray &octets)
{
    QByteArrayList lines = unfolded(octets).split('\n');
    const QByteArrayList zones = valuesOf(lines, "TZID");
    const QSet<QByteArray> described(zones.begin(), zones.end());
    for (QByteArray &line : lines)
        nameZone(line, described);
    const QByteArray text = lines.join('\n');
    const auto calendar = KCalendarCore::MemoryCalendar::Ptr::create(QTimeZone::systemTimeZone());
    KCalendarCore::ICalFormat format;
    PartFindings out;
    Method method = Method::Publish;
    if (const auto message = format.parseScheduleMessage(calendar, QString::fromUtf8(text)))
        method = methodOf(message->method());
    const auto holder = KCalendarCore::MemoryCalendar::Ptr::create(QTimeZone::systemTimeZone());
    if (!format.fromRawString(holder, text))
        return out;
    for (const auto &event :
         inOrder(holder->rawEvents(), valuesOf(lines, "UID").mid(0, MostInvitations)).mid(0, MostInvitations))
        out.invitations.append(invitationOf(*event, method));
    return out;
}

} // namespace kw
