// Answers to invitations, read back by KCalendarCore (core/parts) and by Python.
#include "core/compose/invitationanswer.h"

#include "compose/mailjudge.h"
#include "compose/wellformed.h"
#include "core/compose/calendarlines.h"
#include "core/mime/messageparser.h"
#include "core/parts/partformats.h"
#include "support/processortime.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;
using Answer = Invitation::Answer;

namespace {

Answerer ben()
{
    Answerer a;
    a.identities = {{u"Ben Example"_s, u"ben@example.com"_s}};
    a.ownAddresses = {u"ben@example.com"_s, u"ben@work.example"_s};
    return a;
}

QByteArray crlf(QByteArray text)
{
    return text.replace("\r\n", "\n").replace("\n", "\r\n");
}

Original mail(const QByteArray &calendar, const QByteArray &more = {})
{
    const QByteArray source
        = "From: Anna <anna@example.org>\r\nTo: ben@example.com\r\n"
          "Message-ID: <invite@example.org>\r\nMIME-Version: 1.0\r\n"
          "Content-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\n\r\nCome\r\n--c\r\n"
          "Content-Type: text/calendar; charset=utf-8; method=REQUEST\r\n"
          "Content-Transfer-Encoding: 8bit\r\n\r\n"
        + crlf(calendar) + "\r\n--c\r\n" + more + "\r\n--c--\r\n";
    return {parseMessage(source), source, MessageId{1}};
}

QByteArray meeting(const QByteArray &lines)
{
    return "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\nMETHOD:REQUEST\nBEGIN:VEVENT\n" + lines
        + "END:VEVENT\nEND:VCALENDAR\n";
}

const QByteArray Plain = "UID:one@example.org\nDTSTAMP:20240514T073000Z\nDTSTART:20240520T080000Z\n"
                         "DTEND:20240520T090000Z\nSUMMARY:Boat trip\nSEQUENCE:3\n"
                         "ORGANIZER;CN=Anna Example:mailto:anna@example.org\n"
                         "ATTENDEE;CN=Anna;PARTSTAT=ACCEPTED:mailto:anna@example.org\n"
                         "ATTENDEE;PARTSTAT=NEEDS-ACTION;RSVP=TRUE:mailto:ben@example.com\n";

// As sent by Google Calendar: of a series one meeting, moved.
const QByteArray Google
    = "BEGIN:VCALENDAR\nPRODID:-//Google Inc//Google Calendar 70.9054//EN\nVERSION:2.0\nCALSCALE:GREGORIAN\n"
      "METHOD:REQUEST\nBEGIN:VTIMEZONE\nTZID:Europe/Berlin\nX-LIC-LOCATION:Europe/Berlin\nBEGIN:DAYLIGHT\n"
      "TZOFFSETFROM:+0100\nTZOFFSETTO:+0200\nTZNAME:GMT+2\nDTSTART:19700329T020000\n"
      "RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU\nEND:DAYLIGHT\nBEGIN:STANDARD\nTZOFFSETFROM:+0200\n"
      "TZOFFSETTO:+0100\nTZNAME:GMT+1\nDTSTART:19701025T030000\nRRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU\n"
      "END:STANDARD\nEND:VTIMEZONE\nBEGIN:VEVENT\nDTSTART;TZID=Europe/Berlin:20240522T110000\n"
      "DTEND;TZID=Europe/Berlin:20240522T120000\nDTSTAMP:20240514T073000Z\n"
      "ORGANIZER;CN=Anna Example:mailto:anna@example.org\nUID:5abc@google.com\n"
      "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=ACCEPTED;RSVP=TRUE\n"
      " ;CN=Anna Example;X-NUM-GUESTS=0:mailto:anna@example.org\n"
      "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=\n"
      " TRUE;CN=ben@example.com;X-NUM-GUESTS=0:mailto:ben@example.com\n"
      "RECURRENCE-ID;TZID=Europe/Berlin:20240521T110000\nX-GOOGLE-CONFERENCE:https://meet.example/x\n"
      "CREATED:20240514T072900Z\nDESCRIPTION:\nLAST-MODIFIED:20240514T073000Z\nLOCATION:\nSEQUENCE:2\n"
      "STATUS:CONFIRMED\nSUMMARY:Jour fixe\\; weekly\nTRANSP:OPAQUE\nEND:VEVENT\nEND:VCALENDAR\n";

// As Exchange writes it: a zone by Windows's name, an alarm with an attendee of its own.
const QByteArray Outlook
    = "BEGIN:VCALENDAR\nMETHOD:REQUEST\nPRODID:Microsoft Exchange Server 2010\nVERSION:2.0\nBEGIN:VTIMEZONE\n"
      "TZID:W. Europe Standard Time\nBEGIN:STANDARD\nDTSTART:16010101T030000\nTZOFFSETFROM:+0200\n"
      "TZOFFSETTO:+0100\nRRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nBEGIN:DAYLIGHT\n"
      "DTSTART:16010101T020000\nTZOFFSETFROM:+0100\nTZOFFSETTO:+0200\n"
      "RRULE:FREQ=YEARLY;INTERVAL=1;BYDAY=-1SU;BYMONTH=3\nEND:DAYLIGHT\nEND:VTIMEZONE\nBEGIN:VEVENT\n"
      "ORGANIZER;CN=Anna Example:MAILTO:anna@example.org\n"
      "ATTENDEE;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=\"Example, "
      "Ben\":MAILTO:Ben@Example.com\n"
      "DESCRIPTION;LANGUAGE=de-DE:Seile mitbringen.\\n\n"
      "UID:040000008200E00074C5B7101A82E0080000000010\nSUMMARY;LANGUAGE=de-DE:Bootsfahrt\\, Łódź\n"
      "DTSTART;TZID=W. Europe Standard Time:20240520T100000\n"
      "DTEND;TZID=W. Europe Standard Time:20240520T110000\nCLASS:PUBLIC\nPRIORITY:5\n"
      "DTSTAMP:20240514T073000Z\nTRANSP:OPAQUE\nSTATUS:CONFIRMED\nSEQUENCE:1\n"
      "X-MICROSOFT-CDO-APPT-SEQUENCE:1\nBEGIN:VALARM\nDESCRIPTION:REMINDER\nUID:alarm\n"
      "ATTENDEE:mailto:ben@work.example\nTRIGGER;RELATED=START:-PT15M\nACTION:DISPLAY\nEND:VALARM\nEND:"
      "VEVENT\n"
      "END:VCALENDAR\n";

// As iCloud writes it: a whole day, an address of its own for the answers.
const QByteArray Apple
    = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Apple Inc.//macOS "
      "14.4//EN\nCALSCALE:GREGORIAN\nMETHOD:REQUEST\n"
      "BEGIN:VEVENT\nCREATED:20240514T072900Z\nUID:7B2D-44\nDTEND;VALUE=DATE:20240523\n"
      "TRANSP:TRANSPARENT\nX-APPLE-TRAVEL-ADVISORY-BEHAVIOR:AUTOMATIC\nSUMMARY:Trip 🚣\n"
      "DTSTART;VALUE=DATE:20240521\nDTSTAMP:20240514T073000Z\nSEQUENCE:0\n"
      "ORGANIZER;CN=\"Anna Example\";EMAIL=\"anna@example.org\":mailto:2_GEZDG@imip.example\n"
      "ATTENDEE;CN=\"Ben\";CUTYPE=INDIVIDUAL;PARTSTAT=NEEDS-ACTION;ROLE=REQ-PARTICIPANT;RSVP=TRUE;\n"
      " EMAIL=\"ben@work.example\":mailto:ben@work.example\nEND:VEVENT\nEND:VCALENDAR\n";

InvitationAnswerOptions options(const QString &comment = {})
{
    return {1'715'700'000, 120, comment};
}

QByteArray calendarIn(const QByteArray &message)
{
    const MessageHalves halves = splitMessage(message);
    const MessageView view = parseMessage(message);
    for (int i = 0; i < view.attachments.size(); ++i) {
        if (view.attachments[i].mimeType == "text/calendar"_L1)
            return *attachmentText(halves.header, halves.body, i, 1 << 20);
    }
    return {};
}

struct Answered {
    WrittenMessage message;
    QByteArray calendar; // with LF
    QList<Invitation> read;
    QString error;
};

Answered answered(const Original &original, Participation decision = Participation::Accepted,
                  const InvitationAnswerOptions &o = options(), const Answerer &who = ben())
{
    const auto message = answerInvitation(original, decision, who, o);
    if (!message)
        return {{}, {}, {}, message.error().text};
    const QByteArray calendar = calendarIn(message->bytes);
    return {*message, calendar, readCalendar(calendar).invitations, {}};
}

} // namespace

class InvitationAnswerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thePlainOne()
    {
        const Answered out = answered(mail(meeting(Plain)));
        QCOMPARE(out.error, QString());
        QCOMPARE(out.message.envelope.sender, "ben@example.com");
        QCOMPARE(out.message.envelope.recipients, QList<QByteArray>{"anna@example.org"});
        QCOMPARE(harmInMessage(out.message.bytes), QStringList());
        QCOMPARE(QString::fromUtf8(out.calendar),
                 u"BEGIN:VCALENDAR\nPRODID:-//Kittiwake//Kittiwake//EN\nVERSION:2.0\nMETHOD:REPLY\n"
                 "BEGIN:VEVENT\nUID:one@example.org\nSEQUENCE:3\nDTSTAMP:20240514T152000Z\n"
                 "DTSTART:20240520T080000Z\nDTEND:20240520T090000Z\nSUMMARY:Boat trip\n"
                 "ATTENDEE;PARTSTAT=ACCEPTED;CN=Ben Example:mailto:ben@example.com\n"
                 "ORGANIZER;CN=Anna Example:mailto:anna@example.org\nEND:VEVENT\nEND:VCALENDAR\n"_s);
        const MessageView view = parseMessage(out.message.bytes);
        QCOMPARE(view.subject, u"Accepted: Boat trip"_s);
        QCOMPARE(view.text, u"Ben Example has accepted this invitation.\n"_s);
        QCOMPARE(view.to, (QList<Address>{{u"Anna Example"_s, u"anna@example.org"_s}}));
        QCOMPARE(fieldOf(out.message.bytes, "in-reply-to"), "<invite@example.org>");
    }
    void asOthersWriteThem_data()
    {
        QTest::addColumn<QByteArray>("calendar");
        QTest::addColumn<QString>("summary");
        QTest::addColumn<QString>("invitee");
        QTest::addColumn<QString>("organizer");
        QTest::newRow("Google") << Google << u"Jour fixe; weekly"_s << u"ben@example.com"_s
                                << u"anna@example.org"_s;
        QTest::newRow("Outlook") << Outlook << u"Bootsfahrt, Łódź"_s << u"ben@example.com"_s
                                 << u"anna@example.org"_s;
        QTest::newRow("Apple") << Apple << u"Trip 🚣"_s << u"ben@work.example"_s << u"2_GEZDG@imip.example"_s;
    }
    void asOthersWriteThem()
    {
        QFETCH(QByteArray, calendar);
        QFETCH(QString, summary);
        QFETCH(QString, invitee);
        QFETCH(QString, organizer);
        const Original original = mail(calendar);
        const auto found = answerableInvitation(original, ben());
        QVERIFY(found);
        QCOMPARE(found->summary, summary);
        QCOMPARE(found->organizer, (Address{u"Anna Example"_s, organizer}));
        QCOMPARE(found->invitee, (Address{u"Ben Example"_s, invitee}));
        const Invitation asked = readCalendar(calendar).invitations.value(0);
        static const QList<std::pair<Participation, Answer>> decisions{
            {Participation::Accepted, Answer::Accepted},
            {Participation::Tentative, Answer::Tentative},
            {Participation::Declined, Answer::Declined}};
        for (const auto &[decision, answer] : decisions) {
            const Answered out = answered(original, decision);
            QCOMPARE(out.error, QString());
            QCOMPARE(harmInMessage(out.message.bytes), QStringList());
            QCOMPARE(out.message.envelope.sender.toLower(), invitee.toLatin1());
            QCOMPARE(out.read.size(), 1);
            const Invitation &reply = out.read[0];
            QCOMPARE(reply.method, Invitation::Method::Reply);
            QCOMPARE(reply.uid, asked.uid);
            QCOMPARE(reply.sequence, asked.sequence);
            QCOMPARE(reply.summary, asked.summary);
            QCOMPARE(reply.start, asked.start);
            QCOMPARE(reply.end, asked.end);
            QCOMPARE(reply.isAllDay, asked.isAllDay);
            QCOMPARE(reply.attendees.size(), 1);
            QCOMPARE(reply.attendees[0].answer, answer);
            QCOMPARE(reply.attendees[0].who.email.toLower(), asked.attendees.last().who.email.toLower());
            QCOMPARE(reply.organizer, found->organizer);
            QCOMPARE(out.message.envelope.recipients, QList<QByteArray>{organizer.toLatin1()});
            for (const QByteArray &line : out.calendar.split('\n'))
                QVERIFY(line.size() <= 75);
        }
    }
    void oneMeetingOfASeriesStaysOne()
    {
        const Answered out = answered(mail(Google));
        QVERIFY(out.calendar.contains("\nRECURRENCE-ID;TZID=Europe/Berlin:20240521T110000\n"));
        QVERIFY(out.calendar.contains("\nTZID:Europe/Berlin\n")
                && out.calendar.contains("\nBEGIN:DAYLIGHT\n"));
        QVERIFY(!out.calendar.contains("X-LIC") && !out.calendar.contains("meet.example"));
        QByteArray damaged = Google;
        damaged.replace(":20240521T110000", ":whenever");
        QVERIFY(answered(mail(damaged)).error.endsWith(u'.')); // it would answer the whole series
        QByteArray whole = Google;
        whole.replace(
            "END:VEVENT\n",
            "END:VEVENT\nBEGIN:VEVENT\nUID:5abc@google.com\nSUMMARY:All\nDTSTART:20240514T090000Z\n"
            "RRULE:FREQ=WEEKLY\nORGANIZER:mailto:anna@example.org\nATTENDEE:mailto:ben@example.com\n"
            "END:VEVENT\n");
        const Answered all = answered(mail(whole));
        QVERIFY(all.calendar.contains("\nSUMMARY:All\n") && !all.calendar.contains("RECURRENCE-ID"));
    }
    void whoHasNoMailUrlGetsOne()
    {
        QByteArray lines = Plain;
        lines.replace("Example:mailto:anna@example.org",
                      "Example;EMAIL=\"anna+x@example.org\":/a1/principal/");
        lines.replace("RSVP=TRUE:mailto:ben@example.com", "RSVP=TRUE;EMAIL=ben@example.com:urn:uuid:8A1B");
        const Answered out = answered(mail(meeting(lines)));
        QCOMPARE(out.message.envelope.recipients, QList<QByteArray>{"anna+x@example.org"});
        QVERIFY(out.calendar.contains("\nORGANIZER;CN=Anna Example:mailto:anna%2Bx@example.org\n"));
        QVERIFY(out.calendar.contains(":mailto:ben@example.com\n"));
    }
    void thisAndFutureIsKept()
    {
        const Answered out
            = answered(mail(meeting(Plain + "RECURRENCE-ID;RANGE=THISANDFUTURE:20240520T080000Z\n")));
        QVERIFY(out.calendar.contains("\nRECURRENCE-ID;RANGE=THISANDFUTURE:20240520T080000Z\n"));
    }
    void aCommentIsReadByPeopleAndPrograms()
    {
        const Answered out = answered(mail(meeting(Plain)), Participation::Declined,
                                      options(u"  Sorry, I am away;\nback \\ soon\r\nBEGIN:VEVENT "_s));
        QVERIFY(out.calendar.contains("\nCOMMENT:Sorry\\, I am away\\;\\nback \\\\ soon\\nBEGIN:VEVENT\n"));
        QVERIFY(parseMessage(out.message.bytes).text.contains("Sorry, I am away;\nback \\ soon"_L1));
        QCOMPARE(out.read.size(), 1);
    }
    void whoIsMeant()
    {
        Answerer who = ben();
        who.identities.append({u"B. E."_s, u"ben@work.example"_s});
        const QByteArray both = Plain + "ATTENDEE:mailto:ben%40work.example\n";
        QCOMPARE(answerableInvitation(mail(meeting(both)), who)->invitee.email, u"ben@example.com"_s);
        Original original = mail(meeting(both));
        original.view.to = {{{}, u"Ben@Work.example"_s}};
        const Answered out = answered(original, Participation::Accepted, options(), who);
        QCOMPARE(out.message.envelope.sender, "ben@work.example");
        QVERIFY(out.calendar.contains("\nATTENDEE;PARTSTAT=ACCEPTED;CN=B. E.:mailto:ben%40work.example\n"));
        who.identities = {{u"Cy"_s, u"cy@example.com"_s}};
        who.ownAddresses.clear();
        QVERIFY(answered(mail(meeting(Plain)), Participation::Accepted, options(), who).error.endsWith(u'.'));
        Answerer anna;
        anna.identities = {{{}, u"anna@example.org"_s}};
        QVERIFY(
            answered(mail(meeting(Plain)), Participation::Accepted, options(), anna).error.endsWith(u'.'));
    }

    void whatCannotBeAnsweredIsSaid_data()
    {
        QTest::addColumn<QByteArray>("calendar");
        const auto without = [](const QByteArray &line) {
            QByteArray out = meeting(Plain);
            return out.replace(line, "");
        };
        const auto with = [](const QByteArray &from, const QByteArray &to) {
            QByteArray out = meeting(Plain);
            return out.replace(from, to);
        };
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no calendar") << QByteArray("Hello: there\n");
        QTest::newRow("published") << with("METHOD:REQUEST", "METHOD:PUBLISH");
        QTest::newRow("cancelled") << with("METHOD:REQUEST", "METHOD:CANCEL");
        QTest::newRow("no method") << without("METHOD:REQUEST\n");
        QTest::newRow("method of the event")
            << with("METHOD:REQUEST\nBEGIN:VEVENT", "BEGIN:VEVENT\nMETHOD:REQUEST");
        QTest::newRow("no id") << without("UID:one@example.org\n");
        QTest::newRow("endless id") << with("UID:one", "UID:" + QByteArray(5000, 'x'));
        QTest::newRow("nobody asks") << without("ORGANIZER;CN=Anna Example:mailto:anna@example.org\n");
        QTest::newRow("nowhere to answer")
            << with("Example:mailto:anna@example.org", "Example:https://example.org");
        QTest::newRow("a bad address")
            << with("Example:mailto:anna@example.org", "Example:mailto:a%0D%0Ab@example.org");
        QTest::newRow("two addresses")
            << with("Example:mailto:anna@example.org", "Example:mailto:a@x.example,b@x.example");
        QTest::newRow("a task") << meeting(Plain).replace("VEVENT", "VTODO");
    }
    void whatCannotBeAnsweredIsSaid()
    {
        QFETCH(QByteArray, calendar);
        const Answered out = answered(mail(calendar));
        QVERIFY2(out.error.endsWith(u'.'), out.message.bytes);
    }
    void nothingThereBecomesALineOfOurs()
    {
        const QByteArray evil = "x\\nBEGIN:VEVENT\\n\x01\x0b\x0c\r\xc2\x85X-EVIL:1\xe2\x80\xa8X-EVIL:2"
                                "\n\t\n ATTENDEE:mailto:victim@example.org";
        QByteArray lines = Plain;
        lines.replace("SUMMARY:Boat trip", "SUMMARY:" + evil)
            .replace("UID:one", "UID:" + evil)
            .replace("CN=Anna Example", "CN=\"" + evil + ";X-EVIL=1:mailto:victim@example.org\"")
            .replace("DTEND:20240520T090000Z", "DTEND;TZID=\"a\\nX-EVIL:3\":20240520T090000")
            .replace("SEQUENCE:3", "SEQUENCE:3X-EVIL");
        QByteArray calendar = meeting(lines);
        calendar.replace("METHOD:REQUEST\n",
                         "METHOD:REQUEST\nBEGIN:VTIMEZONE\nTZID:Europe/"
                         "Paris\nX-EVIL:1\nBEGIN:VEVENT\nSUMMARY:x\nEND:VEVENT\n"
                         "BEGIN:STANDARD\nTZNAME:x\\nX-EVIL:1\nATTENDEE:mailto:victim@example.org\n"
                         "END:VTIMEZONE\n");
        calendar.replace("DTSTART:20240520T080000Z", "DTSTART;TZID=Europe/Paris:20240520T080000");
        const Answered out = answered(mail(calendar));
        QCOMPARE(out.error, QString());
        QCOMPARE(harmInMessage(out.message.bytes), QStringList());
        QCOMPARE(out.message.envelope.recipients, QList<QByteArray>{"anna@example.org"});
        QCOMPARE(out.read.size(), 1);
        QCOMPARE(out.read[0].attendees.size(), 1);
        const QList<CalendarLine> reply = calendarLines(out.calendar);
        QByteArrayList names;
        for (const CalendarLine &line : reply)
            names.append(line.name);
        QCOMPARE(names, (QByteArrayList{"BEGIN",   "PRODID",   "VERSION",   "METHOD",  "BEGIN",
                                        "TZID",    "BEGIN",    "TZNAME",    "END",     "END",
                                        "BEGIN",   "UID",      "SEQUENCE",  "DTSTAMP", "DTSTART",
                                        "SUMMARY", "ATTENDEE", "ORGANIZER", "END",     "END"}));
        QCOMPARE(QString::fromUtf8(out.calendar).count(QChar(0x85)), 0);
        QCOMPARE(QString::fromUtf8(out.calendar).count(QChar(0x2028)), 0);
    }
    void ofTheCorpus()
    {
        const QDir folder(QStringLiteral(KW_CORPUS) + "/calendar"_L1);
        int answers = 0;
        for (const QString &name : folder.entryList({u"*.eml"_s})) {
            QFile file(folder.filePath(name));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray source = file.readAll();
            const Original original{parseMessage(source), source, MessageId{1}};
            const Answered out = answered(original);
            if (!out.error.isEmpty()) {
                QVERIFY2(out.error.endsWith(u'.'), qPrintable(name));
                continue;
            }
            ++answers;
            const Invitation asked = readCalendar(calendarIn(source)).invitations.value(0);
            QCOMPARE(asked.method, Invitation::Method::Request);
            QVERIFY2(harmInMessage(out.message.bytes).isEmpty(), qPrintable(name));
            QVERIFY2(out.read.size() == 1, qPrintable(name));
            QVERIFY2(out.read[0].uid == asked.uid && out.read[0].sequence == asked.sequence
                         && out.read[0].start == asked.start
                         && out.read[0].summary == QString(asked.summary).remove(u'\a'),
                     qPrintable(name));
            QVERIFY2(out.read[0].attendees.value(0).answer == Answer::Accepted, qPrintable(name));
        }
        QVERIFY2(answers > 20, qPrintable(QString::number(answers)));
    }
    void pythonReadsItToo()
    {
        const QJsonObject read = pythonReads(answered(mail(Outlook)).message.bytes);
        QCOMPARE(read[u"defects"], QJsonArray());
        const QJsonObject body = read[u"body"].toObject();
        QCOMPARE(body[u"type"], u"multipart/alternative"_s);
        const QJsonArray parts = body[u"parts"].toArray();
        QCOMPARE(parts.size(), 2);
        QCOMPARE(parts[1][u"type"], u"text/calendar"_s);
        QCOMPARE(parts[1][u"params"][u"method"], u"REPLY"_s);
        QCOMPARE(parts[1][u"params"][u"charset"], u"utf-8"_s);
        QVERIFY(parts[1][u"text"].toString().contains(u"SUMMARY:Bootsfahrt\\, Łódź\n"_s));
    }
    void linesAreReadAndWritten()
    {
        const QList<CalendarLine> lines
            = calendarLines("a;b=\"c:d;e\",\"f\";G=h:value:x;y\r\nno line\n;x:y\nSUM\n MARY:long\n\ter\nX:");
        QCOMPARE(lines.size(), 3);
        QCOMPARE(lines[0].name, "A");
        QCOMPARE(lines[0].parameter("B"), "c:d;e,f");
        QCOMPARE(lines[0].parameter("G"), "h");
        QCOMPARE(lines[0].value, "value:x;y");
        QCOMPARE(lines[1].name + ':' + lines[1].value, "SUMMARY:longer");
        QVERIFY(lines[2].value.isEmpty());
        const QString text = u"Łódź 🚣 "_s.repeated(60);
        const QByteArray folded = written({"SUMMARY", {}, calendarText(text)});
        for (const QByteArray &line : folded.split('\n')) {
            QVERIFY(line.size() <= 76 && line.isValidUtf8());
        }
        QCOMPARE(fromCalendarText(calendarLines(folded).value(0).value), text.trimmed());
        QCOMPARE(fromCalendarText("a\\nb\\N\\,\\;\\\\n\\"), u"a\nb\n,;\\n\\"_s);
        QCOMPARE(calendarAddress("MailTo:Anna%2Bx@example.org?subject=x"), u"Anna+x@example.org"_s);
        QCOMPARE(calendarAddress("urn:uuid:1"), QString());
    }
    void timeIsLinear()
    {
        QByteArray lines = Plain;
        while (lines.size() < 3'000'000)
            lines += "ATTENDEE;CN=\"x\":mailto:x@example.org\n y\n";
        const Original original = mail(meeting(lines));
        const int before = processorMs();
        QCOMPARE(answered(original).error, QString());
        const int took = processorMs() - before;
        QVERIFY2(took < 4000 * SlowerHere, qPrintable(QString::number(took)));
    }
};

QTEST_GUILESS_MAIN(InvitationAnswerTest)
#include "invitationanswer_test.moc"
