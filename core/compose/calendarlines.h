#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>
#include <QString>

#include <optional>

// Content lines of iCalendar (RFC 5545 3.1): just enough of it to answer an invitation. What a calendar means
// is KCalendarCore's to say (core/parts).
namespace kw {

// "ATTENDEE;CN=\"Anna, B\":mailto:anna@example.org"
struct CalendarLine {
    struct Parameter {
        QByteArray name; // upper case
        QByteArray value; // without its quotes
    };
    QByteArray name; // upper case
    QList<Parameter> parameters;
    QByteArray value; // UTF-8, as it stands there: escaped where it is text

    QByteArray parameter(QByteArrayView upperCaseName) const; // of the first; null where there is none
    bool is(QByteArrayView upperCaseName) const { return name == upperCaseName; }
};

// The lines of a calendar in UTF-8, folds undone; control characters are left out, lines that are none are
// skipped. At most `most` of them. Linear; never fails.
QList<CalendarLine> calendarLines(const QByteArray &text, qsizetype most = 50'000);

// Folded at 75 octets between characters, with CRLF. Whatever stands in a value or parameter, it is one line:
// control characters are left out, and quotes of parameters, which cannot be written (RFC 5545 3.2).
QByteArray written(const CalendarLine &line);

// RFC 5545 3.3.11.
QByteArray calendarText(const QString &text);
QString fromCalendarText(QByteArrayView escaped);

// The address of "mailto:anna@example.org" in any case; empty: there is none.
QString calendarAddress(QByteArrayView value);

} // namespace kw
