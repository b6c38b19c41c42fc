#include "core/parts/partformats.h"

#include <KCalendarCore/Attendee>
#include <KCalendarCore/Event>
#include <KCalendarCore/ICalFormat>
#include <KCalendarCore/MemoryCalendar>
#include <KCalendarCore/ScheduleMessage>

#include <QTimeZone>

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

} // namespace

PartFindings readCalendar(const QByteArray &octets)
{
    const auto calendar = KCalendarCore::MemoryCalendar::Ptr::create(QTimeZone::systemTimeZone());
    KCalendarCore::ICalFormat format;
    PartFindings out;
    Method method = Method::Publish;
    if (const auto message = format.parseScheduleMessage(calendar, QString::fromUtf8(octets)))
        method = methodOf(message->method());
    const auto holder = KCalendarCore::MemoryCalendar::Ptr::create(QTimeZone::systemTimeZone());
    if (!format.fromRawString(holder, octets))
        return out;
    for (const auto &event : holder->rawEvents()) {
        if (out.invitations.size() < MostInvitations)
            out.invitations.append(invitationOf(*event, method));
    }
    return out;
}

} // namespace kw
