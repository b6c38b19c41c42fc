#include "core/compose/readymessage.h"

#include "compose/mailjudge.h"
#include "compose/wellformed.h"
#include "core/mime/messageparser.h"
#include "support/processortime.h"

#include <QJsonArray>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

ReadyOptions options()
{
    ReadyOptions o;
    o.account = {u"Anna Becker"_s, u"anna@example.org"_s};
    o.now = 1'700'000'000;
    o.offsetMinutes = 60;
    return o;
}

const QByteArray Whole = "Date: Tue, 14 Nov 2023 23:13:20 +0100\r\nFrom: Anna Becker <anna@example.org>\r\n"
                         "To: Ben <ben@example.org>\r\nMessage-ID: <one@example.org>\r\nSubject: Lunch\r\n"
                         "MIME-Version: 1.0\r\nContent-Type: text/plain\r\n\r\nHello\r\n";

WrittenMessage ready(const QByteArray &octets, const ReadyOptions &o = options())
{
    const auto message = readyMessage(octets, o);
    if (!message)
        return {"failed: " + message.error().text.toUtf8(), {}, {}};
    return *message;
}

QString refusal(const QByteArray &octets, const ReadyOptions &o = options())
{
    const auto message = readyMessage(octets, o);
    return message ? QString() : message.error().text;
}

} // namespace

class ReadyMessageTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_whole_message_stays_as_it_is_octet_by_octet()
    {
        const WrittenMessage message = ready(Whole);
        QCOMPARE(message.bytes, Whole);
        QCOMPARE(message.sentCopy(), Whole);
        QCOMPARE(message.messageId, u"one@example.org"_s);
        QCOMPARE(message.envelope.sender, "anna@example.org");
        QCOMPARE(message.envelope.recipients, QList<QByteArray>{"ben@example.org"});
        QVERIFY(!message.envelope.needsEightBit && !message.envelope.needsSmtpUtf8);
    }

    void any_line_ends_become_crlf()
    {
        QByteArray lf = Whole;
        lf.replace("\r\n", "\n");
        QCOMPARE(ready(lf).bytes, Whole);
        QByteArray mixed = Whole;
        mixed.replace("Lunch\r\n", "Lunch\n");
        QCOMPARE(ready(mixed).bytes, Whole);
        QCOMPARE(ready(lf.chopped(1)).bytes, Whole); // the last line was not ended
    }

    void what_is_missing_is_added_at_the_headers_end()
    {
        const WrittenMessage message = ready("To: ben@example.org\nSubject: Backup\n\nDone\n");
        QVERIFY(!message.messageId.isEmpty());
        QCOMPARE(message.bytes,
                 "To: ben@example.org\r\nSubject: Backup\r\nDate: Tue, 14 Nov 2023 23:13:20 +0100\r\n"
                 "From: Anna Becker <anna@example.org>\r\nMessage-ID: <"
                     + message.messageId.toLatin1() + ">\r\nMIME-Version: 1.0\r\n\r\nDone\r\n");
        QVERIFY(message.messageId.endsWith("@example.org"_L1));
        QCOMPARE(harmInMessage(message.bytes), QStringList());
    }

    void empty_fields_count_as_missing()
    {
        const WrittenMessage message = ready("To: ben@example.org\nFrom:\nDate: \nMessage-ID: <>\n\nDone\n");
        QCOMPARE(message.bytes.count("From:"), 1);
        QCOMPARE(message.bytes.count("Date:"), 1);
        QCOMPARE(message.bytes.count("Message-ID:"), 1);
        QVERIFY(message.bytes.contains("From: Anna Becker <anna@example.org>\r\n"));
    }

    void a_header_alone_is_a_message()
    {
        const WrittenMessage message = ready("To: ben@example.org\nSubject: Nothing to say");
        QVERIFY(message.bytes.endsWith("MIME-Version: 1.0\r\n\r\n"));
        QCOMPARE(harmInMessage(message.bytes), QStringList());
    }

    void a_text_alone_goes_to_those_named()
    {
        ReadyOptions o = options();
        o.recipients = {u"ben@example.org"_s};
        const WrittenMessage message = ready("\nDone: all\n", o);
        QVERIFY(message.bytes.startsWith("Date: "));
        QVERIFY(message.bytes.endsWith("\r\n\r\nDone: all\r\n"));
        QVERIFY(!refusal("Hello\nworld\n", o).isEmpty()); // a text that was taken for a header
    }

    void recipients_are_those_of_the_header_each_once()
    {
        const WrittenMessage message
            = ready("To: Team: Ben <ben@example.org>, cleo@example.org;, \"D, E\" <de@example.org>\n"
                    "CC: BEN@example.org,\n fay@b\xc3\xbc"
                    "cher.example\nBcc: gil@example.org\n\nx\n");
        QCOMPARE(message.envelope.recipients,
                 (QList<QByteArray>{"ben@example.org", "cleo@example.org", "de@example.org",
                                    "fay@xn--bcher-kva.example", "gil@example.org"}));
    }

    void those_given_take_the_place_of_the_headers()
    {
        ReadyOptions o = options();
        o.recipients = {u"list-owner@example.org"_s, u" list-owner@EXAMPLE.org"_s};
        QByteArray octets = Whole;
        octets.prepend("Bcc: secret@example.org\r\n");
        const WrittenMessage message = ready(octets, o);
        QCOMPARE(message.envelope.recipients, QList<QByteArray>{"list-owner@example.org"});
        QCOMPARE(message.bytes, Whole);
    }

    void bcc_is_in_the_envelope_and_the_sent_copy_only()
    {
        const QByteArray octets
            = "From: anna@example.org\r\nBCC: one@example.org,\r\n\ttwo@example.org\r\n"
              "To: ben@example.org\r\nbcc : three@example.org\r\nMessage-ID: <a@b>\r\n"
              "Date: Tue, 14 Nov 2023 23:13:20 +0100\r\nMIME-Version: 1.0\r\n\r\nBcc: x\r\n";
        const WrittenMessage message = ready(octets);
        QCOMPARE(message.bytes,
                 "From: anna@example.org\r\nTo: ben@example.org\r\nMessage-ID: <a@b>\r\n"
                 "Date: Tue, 14 Nov 2023 23:13:20 +0100\r\nMIME-Version: 1.0\r\n\r\nBcc: x\r\n");
        QCOMPARE(message.envelope.recipients.size(), 4);
        const QByteArray copy = message.sentCopy();
        QVERIFY(copy.startsWith("From: anna@example.org\r\nBCC: one@example.org,\r\n\ttwo@example.org\r\n"
                                "bcc : three@example.org\r\nTo: ben@example.org\r\n"));
        QCOMPARE(copy.size(), octets.size());
    }

    void marks_of_the_last_delivery_go_and_the_way_here_stays()
    {
        const QByteArray way = "Received: from a by b; Tue, 14 Nov 2023 23:13:20 +0100\r\n";
        const WrittenMessage message
            = ready("From anna Tue Nov 14\nReturn-Path: <x@example.org>\n" + way + Whole);
        QCOMPARE(message.bytes, way + Whole);
    }

    void what_was_sent_on_before_needs_recipients()
    {
        const QByteArray octets = "Resent-To: cleo@example.org\r\nResent-Bcc: dora@example.org\r\n" + Whole;
        QVERIFY(refusal(octets).endsWith(u'.'));
        ReadyOptions o = options();
        o.recipients = {u"eve@example.org"_s};
        const WrittenMessage message = ready(octets, o);
        QCOMPARE(message.bytes, "Resent-To: cleo@example.org\r\n" + Whole);
        QCOMPARE(message.envelope.recipients, QList<QByteArray>{"eve@example.org"});
    }

    void the_accounts_address_is_the_envelopes_sender()
    {
        QByteArray octets = Whole;
        octets.replace("Anna Becker <anna@example.org>", "Boss <boss@example.org>");
        QCOMPARE(ready(octets).envelope.sender, "anna@example.org");
        ReadyOptions o = options();
        o.account = {};
        QCOMPARE(ready(octets, o).envelope.sender, "boss@example.org");
        QVERIFY(refusal("To: ben@example.org\n\nx\n", o).endsWith(u'.'));
    }

    void signatures_survive()
    {
        const QByteArray entity = "Content-Type: text/plain; charset=utf-8\r\nX-Odd :  blanks  \r\n\r\n"
                                  "Trailing  \r\n\r\n.\r\n..dots\r\nFrom here\r\n\tTab\r\n";
        const QByteArray octets = "From: anna@example.org\r\nTo: ben@example.org\r\nDate: today\r\n"
                                  "Message-ID: <a@b>\r\nMIME-Version: 1.0\r\n"
                                  "Content-Type: multipart/signed; boundary=s\r\n\r\n--s\r\n"
            + entity
            + "\r\n--s\r\nContent-Type: application/pgp-signature\r\n\r\nx\r\n--s--\r\nepilogue  \r\n";
        QCOMPARE(ready(octets).bytes, octets);
    }

    void a_text_that_nothing_describes_is_utf8()
    {
        const QByteArray text = "Gr\xc3\xbc\xc3\x9f"
                                "e\r\n";
        const WrittenMessage message = ready("To: ben@example.org\n\n" + text);
        QVERIFY(message.bytes.endsWith("Content-Type: text/plain; charset=utf-8\r\n"
                                       "Content-Transfer-Encoding: 8bit\r\n\r\n"
                                       + text));
        QVERIFY(message.envelope.needsEightBit && !message.envelope.needsSmtpUtf8);
        ReadyOptions seven = options();
        seven.takesEightBit = false;
        const WrittenMessage encoded = ready("To: ben@example.org\n\n" + text, seven);
        QVERIFY(!encoded.envelope.needsEightBit);
        for (const WrittenMessage &one : {message, encoded}) {
            QCOMPARE(harmInMessage(one.bytes), QStringList());
            QCOMPARE(parseMessage(one.bytes).text, u"Grüße\n"_s);
        }
        QVERIFY(refusal("To: ben@example.org\n\nGr\xfc\xdf"
                        "e\n")
                    .endsWith(u'.'));
    }

    void a_long_line_is_encoded_where_that_is_ours_to_do()
    {
        const QByteArray line(5000, 'x');
        const WrittenMessage message = ready("To: ben@example.org\n\n" + line + '\n');
        QCOMPARE(harmInMessage(message.bytes), QStringList());
        QCOMPARE(parseMessage(message.bytes).text, QString::fromLatin1(line) + u'\n');
        QVERIFY(
            refusal("To: ben@example.org\nContent-Type: text/plain\n\n" + line + '\n').contains("998"_L1));
        QVERIFY(refusal("To: ben@example.org\nSubject: " + line + "\n\nx\n").contains("998"_L1));
        const QByteArray fits(998, 'x');
        const QByteArray described = "To: ben@example.org\nContent-Type: text/plain\n\n";
        QVERIFY(refusal(described + fits + '\n').isEmpty());
        QVERIFY(!refusal(described + fits + "x\n").isEmpty());
        QVERIFY(!refusal(described + fits + 'x').isEmpty());
    }

    void eight_bits_are_told()
    {
        QByteArray octets = Whole;
        octets.replace("Hello",
                       "Gr\xfc\xdf"
                       "e"); // of a described part: whatever it is
        QCOMPARE(ready(octets).bytes, octets);
        QVERIFY(ready(octets).envelope.needsEightBit);
        ReadyOptions seven = options();
        seven.takesEightBit = false;
        QVERIFY(refusal(octets, seven).endsWith(u'.'));

        octets = Whole;
        octets.replace("Lunch", "Br\xc3\xb6tchen");
        QVERIFY(ready(octets).envelope.needsSmtpUtf8 && !ready(octets).envelope.needsEightBit);
        QCOMPARE(ready(octets).bytes, octets);
        octets.replace("\xc3\xb6", "\xf6");
        QVERIFY(refusal(octets).endsWith(u'.'));

        octets = "To: j\xc3\xb6rg@example.org\nSubject: x\n\nx\n";
        QVERIFY(ready(octets).envelope.needsSmtpUtf8);
        octets = "To: ben@example.org\nBcc: J\xc3\xb6rg <joerg@example.org>\n\nx\n"; // it does not travel
        QVERIFY(!ready(octets).envelope.needsSmtpUtf8);
    }

    void what_cannot_go_out_is_said_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("blanks") << QByteArray("\n \n");
        QTest::newRow("separator alone") << QByteArray("From anna");
        QTest::newRow("no recipient") << QByteArray("Subject: x\n\nx\n");
        QTest::newRow("undisclosed") << QByteArray("To: undisclosed-recipients:;\n\nx\n");
        QTest::newRow("a name alone") << QByteArray("To: Ben\n\nx\n");
        QTest::newRow("no address") << QByteArray("To: ben@example..org\n\nx\n");
        QTest::newRow("no header") << QByteArray("Hello Ben,\nthe backup is done.\n");
        QTest::newRow("a text in the header") << QByteArray("To: ben@example.org\nHello\n\nx\n");
        QTest::newRow("blanks in a name") << QByteArray("To: ben@example.org\nHe llo: x\n\nx\n");
        QTest::newRow("no name") << QByteArray("To: ben@example.org\n: x\n\nx\n");
        QTest::newRow("fold at the start") << QByteArray(" x\nTo: ben@example.org\n\nx\n");
        QTest::newRow("a line of blanks") << QByteArray("To: ben@example.org\n \nBcc: c@example.org\n\nx\n");
        QTest::newRow("a name in two lines")
            << QByteArray("To: ben@example.org\nBcc\n : c@example.org\n\nx\n");
        QTest::newRow("NUL") << QByteArray("To: ben@example.org\n\na\0b\n", 26);
        QTest::newRow("bare CR") << QByteArray("To: ben@example.org\n\na\rb\n");
        QTest::newRow("bare CR in the header")
            << QByteArray("To: ben@example.org\rBcc: c@example.org\n\nx\n");
        QTest::newRow("CR CR LF") << QByteArray("To: ben@example.org\r\r\n\r\nx\r\n");
        QTest::newRow("old Mac") << QByteArray("To: ben@example.org\r\rx\r");
        QTest::newRow("two authors") << QByteArray("From: a@example.org\nfrom: b@example.org\n") + Whole;
    }
    void what_cannot_go_out_is_said()
    {
        QFETCH(QByteArray, octets);
        const auto message = readyMessage(octets, options());
        QVERIFY(!message);
        QCOMPARE(message.error().kind, ErrorKind::Invalid);
        QVERIFY2(message.error().text.endsWith(u'.'), qPrintable(message.error().text));
    }

    void the_line_is_named()
    {
        QVERIFY(refusal("To: ben@example.org\nX: a\n b\nHello\n\nx\n").contains("Line 4 "_L1));
    }

    void nothing_given_can_begin_a_field_of_its_own()
    {
        ReadyOptions o = options();
        o.account.name = u"x\r\nBcc: victim@example.org\r\n\r\nY: z"_s;
        const WrittenMessage message = ready("To: ben@example.org\n\nx\n", o);
        QVERIFY(!message.bytes.contains("\nBcc") && !message.bytes.contains("\nY:"));
        o = options();
        o.recipients = {u"ben@example.org>\r\nRCPT TO:<victim@example.org"_s};
        QVERIFY(refusal(Whole, o).endsWith(u'.'));
        o = options();
        o.account.email = u"anna@example.org\r\nBcc: x@example.org"_s;
        QVERIFY(refusal("To: ben@example.org\n\nx\n", o).endsWith(u'.'));
    }

    void python_reads_what_was_given()
    {
        const QByteArray octets
            = "To: Ben <ben@example.org>\nSubject: =?UTF-8?Q?Gr=C3=BC=C3=9Fe?=\n"
              "Content-Type: multipart/mixed; boundary=\"=_b\"\n\n--=_b\n"
              "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n"
              "Gr\xc3\xbc\xc3\x9f"
              "e\n\n--=_b\nContent-Type: application/zip\n"
              "Content-Transfer-Encoding: base64\n\nUEsFBg==\n\n--=_b--\n";
        const QJsonObject read = pythonReads(ready(octets).bytes);
        QCOMPARE(read[u"defects"], QJsonArray());
        const QJsonArray parts = read[u"body"][u"parts"].toArray();
        QCOMPARE(parts.size(), 2);
        QCOMPARE(parts[0][u"text"], u"Grüße\n"_s);
        QCOMPARE(parts[1][u"base64"], u"UEsFBg=="_s);
        QStringList names;
        for (const auto &field : read[u"fields"].toArray())
            names.append(field[0].toString());
        QCOMPARE(names,
                 (QStringList{u"To"_s, u"Subject"_s, u"Content-Type"_s, u"Date"_s, u"From"_s, u"Message-ID"_s,
                              u"MIME-Version"_s}));
        const QJsonObject text = pythonReads(
            ready("To: ben@example.org\n\n\xd0\x9f\xd1\x80\xd0\xb8\n" + QByteArray(2000, 'y') + '\n').bytes);
        QCOMPARE(text[u"defects"], QJsonArray());
        QCOMPARE(text[u"body"][u"text"], u"При\n"_s + QString(2000, u'y') + u'\n');
    }

    void time_is_linear()
    {
        const auto made = [](qsizetype size) {
            QByteArray octets = "To: ben@example.org\n";
            while (octets.size() < size)
                octets += "Bcc: x@example.org\nX-Y: a\n b\n c\n";
            octets += "\n";
            while (octets.size() < size * 8)
                octets += "line\n\n";
            return octets;
        };
        const QByteArray octets = made(2'000'000);
        const int before = processorMs();
        QVERIFY(!ready(octets).bytes.startsWith("failed"));
        const int took = processorMs() - before;
        QVERIFY2(took < 2000 * SlowerHere, qPrintable(QString::number(took)));
    }
};

QTEST_GUILESS_MAIN(ReadyMessageTest)
#include "readymessage_test.moc"
