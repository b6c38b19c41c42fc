#include "core/compose/invitationanswer.h"

#include "core/compose/answeredpeople.h"
#include "core/compose/assembledmessage.h"
#include "core/compose/headerwriter.h"
#include "core/compose/invitedevent.h"
#include "core/compose/sendableaddress.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>
#include <QTimeZone>
#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

Error invalid(const QString &sentence)
{
    return {ErrorKind::Invalid, sentence, {}};
}

Error damaged()
{
    return invalid(QCoreApplication::translate("kw::Compose",
                                               "This invitation cannot be answered: its calendar is damaged. "
                                               "Write to the organizer instead."));
}

struct Found {
    InvitingCalendar calendar;
    InvitedEvent event;
    CalendarLine attendee; // as it stands there
    AnswerableInvitation invitation;
};

// Whom an ATTENDEE means; Apple may put the address beside it (RFC 7986 6.2).
QString addressOf(const CalendarLine &line)
{
    const QString address = calendarAddress(line.value);
    return address.isEmpty() ? QString::fromUtf8(line.parameter("EMAIL")).trimmed() : address;
}

// RFC 6047 2.3: mail knows people by nothing else.
QByteArray mailUrlOf(const CalendarLine &line)
{
    return calendarAddress(line.value).isEmpty() ? "mailto:" + QUrl::toPercentEncoding(addressOf(line), "@")
                                                 : line.value;
}

// Of several own addresses that which the message was sent to.
const CalendarLine *inviteeIn(const InvitedEvent &event, const Original &original, const Answerer &answerer)
{
    const QString addressed = identityFor(original, answerer).addressed;
    const CalendarLine *found = nullptr;
    for (const CalendarLine &line : event.lines) {
        const QString email = line.is("ATTENDEE") ? addressOf(line) : QString();
        if (email.isEmpty() || !isOwn({{}, email}, answerer))
            continue;
        if (!found || email.compare(addressed, Qt::CaseInsensitive) == 0)
            found = &line;
    }
    return found;
}

Address identityOf(const QString &email, const Answerer &answerer)
{
    for (const Address &identity : answerer.identities) {
        if (identity.email.compare(email, Qt::CaseInsensitive) == 0)
            return identity;
    }
    return {answerer.identities.value(0).name, email}; // of another account
}

Result<Found> find(const Original &original, const Answerer &answerer)
{
    constexpr qsizetype LongestId = 1000;
    Found out;
    out.calendar = calendarIn(original);
    const InvitedEvent *event = out.calendar.meant();
    if (!event || out.calendar.method != "REQUEST")
        return invalid(
            QCoreApplication::translate("kw::Compose", "This message has no invitation to be answered."));
    out.event = *event;
    const QByteArray uid = event->value("UID");
    const CalendarLine *organizer = event->first("ORGANIZER");
    const CalendarLine *recurrence = event->first("RECURRENCE-ID");
    if (uid.isEmpty() || uid.size() > LongestId || !organizer || (recurrence && !momentOf(*recurrence)))
        return damaged();
    out.invitation.organizer
        = {oneLine(QString::fromUtf8(organizer->parameter("CN"))).left(200), addressOf(*organizer)};
    if (!sendableAddress(out.invitation.organizer.email))
        return damaged();
    const CalendarLine *attendee = inviteeIn(*event, original, answerer);
    if (!attendee)
        return invalid(QCoreApplication::translate("kw::Compose",
                                                   "None of your addresses is invited. If it is another "
                                                   "address of yours, add it to your account."));
    if (addressOf(*attendee).compare(out.invitation.organizer.email, Qt::CaseInsensitive) == 0)
        return invalid(QCoreApplication::translate("kw::Compose", "You have sent this invitation yourself."));
    out.attendee = *attendee;
    out.invitation.invitee = identityOf(addressOf(*attendee), answerer);
    constexpr qsizetype LongestSummary = 300;
    out.invitation.summary = oneLine(fromCalendarText(event->value("SUMMARY"))).left(LongestSummary);
    return out;
}

QByteArray statusOf(Participation decision)
{
    switch (decision) {
    case Participation::Accepted:
        return "ACCEPTED";
    case Participation::Tentative:
        return "TENTATIVE";
    case Participation::Declined:
        break;
    }
    return "DECLINED";
}

QString subjectOf(Participation decision, const QString &summary)
{
    switch (decision) {
    case Participation::Accepted:
        return QCoreApplication::translate("kw::Compose", "Accepted: %1").arg(summary);
    case Participation::Tentative:
        return QCoreApplication::translate("kw::Compose", "Tentative: %1").arg(summary);
    case Participation::Declined:
        break;
    }
    return QCoreApplication::translate("kw::Compose", "Declined: %1").arg(summary);
}

QString wordsOf(Participation decision, const QString &who)
{
    switch (decision) {
    case Participation::Accepted:
        return QCoreApplication::translate("kw::Compose", "%1 has accepted this invitation.").arg(who);
    case Participation::Tentative:
        return QCoreApplication::translate("kw::Compose", "%1 has tentatively accepted this invitation.")
            .arg(who);
    case Participation::Declined:
        break;
    }
    return QCoreApplication::translate("kw::Compose", "%1 has declined this invitation.").arg(who);
}

QByteArray writtenEvent(const Found &found, Participation decision, const InvitationAnswerOptions &options)
{
    static const QRegularExpression number(u"^[0-9]{1,9}$"_s);
    const InvitedEvent &event = found.event;
    const QByteArray sequence = event.value("SEQUENCE");
    const QDateTime now = QDateTime::fromSecsSinceEpoch(options.now, QTimeZone::utc());
    QByteArray out = "BEGIN:VEVENT\r\n";
    out += written({"UID", {}, event.value("UID")});
    out += written({"SEQUENCE", {}, number.match(QString::fromLatin1(sequence)).hasMatch() ? sequence : "0"});
    out += "DTSTAMP:" + now.toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1() + "\r\n";
    for (const QByteArrayView name : {"RECURRENCE-ID", "DTSTART", "DTEND"}) {
        const CalendarLine *line = event.first(name);
        if (const auto moment = line ? momentOf(*line) : std::nullopt)
            out += written(*moment);
    }
    if (const CalendarLine *summary = event.first("SUMMARY"); summary && !summary->value.isEmpty())
        out += written({"SUMMARY", {}, summary->value});
    CalendarLine attendee{"ATTENDEE", {{"PARTSTAT", statusOf(decision)}}, mailUrlOf(found.attendee)};
    if (const QString name = oneLine(found.invitation.invitee.name); !name.isEmpty())
        attendee.parameters.append({"CN", name.toUtf8()});
    out += written(attendee);
    CalendarLine organizer{"ORGANIZER", {}, mailUrlOf(*event.first("ORGANIZER"))};
    if (!found.invitation.organizer.name.isEmpty())
        organizer.parameters.append({"CN", found.invitation.organizer.name.toUtf8()});
    out += written(organizer);
    if (!options.comment.trimmed().isEmpty())
        out += written({"COMMENT", {}, calendarText(options.comment.trimmed())});
    return out + "END:VEVENT\r\n";
}

QByteArray writtenCalendar(const Found &found, Participation decision, const InvitationAnswerOptions &options)
{
    const QByteArray event = writtenEvent(found, decision, options);
    QByteArray out
        = "BEGIN:VCALENDAR\r\nPRODID:-//Kittiwake//Kittiwake//EN\r\nVERSION:2.0\r\nMETHOD:REPLY\r\n";
    QByteArrayList described;
    for (const QByteArrayView name : {"RECURRENCE-ID", "DTSTART", "DTEND"}) {
        const CalendarLine *line = found.event.first(name);
        const QByteArray zone = line ? line->parameter("TZID") : QByteArray();
        if (zone.isEmpty() || described.contains(zone))
            continue;
        described.append(zone);
        out += found.calendar.writtenZone(zone);
    }
    return out + event + "END:VCALENDAR\r\n";
}

} // namespace

Result<AnswerableInvitation> answerableInvitation(const Original &original, const Answerer &answerer)
{
    const auto found = find(original, answerer);
    if (!found)
        return found.error();
    return found->invitation;
}

Result<WrittenMessage> answerInvitation(const Original &original, Participation decision,
                                        const Answerer &answerer, const InvitationAnswerOptions &options)
{
    const auto found = find(original, answerer);
    if (!found)
        return found.error();
    const AnswerableInvitation &invitation = found->invitation;
    AssembledMessage message;
    message.from = invitation.invitee;
    message.to = {invitation.organizer};
    message.subject = subjectOf(decision, invitation.summary);
    message.answered = original.view.messageId;
    message.subtype = "alternative";
    QString words = wordsOf(decision, displayName(invitation.invitee));
    if (!options.comment.trimmed().isEmpty())
        words += "\n\n"_L1 + options.comment.trimmed();
    message.parts = {textPart("text/plain", words + u'\n'),
                     textPart("text/calendar", QString::fromUtf8(writtenCalendar(*found, decision, options)),
                              {{"method", "REPLY"}})};
    message.now = options.now;
    message.offsetMinutes = options.offsetMinutes;
    return assemble(message);
}

} // namespace kw
