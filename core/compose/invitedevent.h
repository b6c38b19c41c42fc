#pragma once

#include "core/compose/answering.h"
#include "core/compose/calendarlines.h"

#include <optional>

// The event that a message invites to, in its own words: a part of invitationanswer.h.
namespace kw {

// One event of a calendar, without what is nested in it (alarms).
struct InvitedEvent {
    QList<CalendarLine> lines;

    const CalendarLine *first(QByteArrayView upperCaseName) const; // null: there is none
    QByteArray value(QByteArrayView upperCaseName) const;
};

struct InvitingCalendar {
    QByteArray method; // upper case
    QList<QList<CalendarLine>> zones; // whole components (VTIMEZONE)
    QList<InvitedEvent> events;

    // The one that is shown to the person: of the first UID the series before meetings of it that were moved.
    const InvitedEvent *meant() const;
    // Written anew: what describes the zone (RFC 5545 3.6.5) and nothing else that could stand there. Empty:
    // the calendar does not describe it.
    QByteArray writtenZone(const QByteArray &name) const;
};

// Of the first calendar part that has an event; empty where there is none. Linear.
InvitingCalendar calendarIn(const Original &original);

// A date, or a time with its zone (RFC 5545 3.3.4, 3.3.5); nothing where it is neither.
std::optional<CalendarLine> momentOf(const CalendarLine &line);

} // namespace kw
