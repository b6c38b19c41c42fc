#include "core/compose/receipts.h"

#include "compose/mailjudge.h"
#include "compose/wellformed.h"
#include "core/mime/messageparser.h"

#include <QJsonArray>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;
using Permission = ReceiptRequest::Permission;
using Reason = ReceiptRequest::Reason;
using Reasons = QList<Reason>;

namespace {

const QByteArray Asked
    = "Return-Path: <bo@example.net>\r\nReceived: from secret.example.net by mx\r\n"
      "From: Bo Berg <bo@example.net>\r\nTo: Anna <anna@example.org>\r\n"
      "Cc: cy@example.net\r\nDate: Tue, 14 Nov 2023 23:13:20 +0100\r\n"
      "Message-ID: <plan@example.net>\r\nSubject: =?UTF-8?Q?=C5=81=C3=B3d=C5=BA?=\r\n"
      "Disposition-Notification-To: Bo <bo@example.net>\r\nX-Spam-Score: 7\r\n\r\nWords\r\n";

Original original(const QByteArray &source)
{
    return {parseMessage(source), source, MessageId{1}};
}

QByteArray changed(const QByteArray &from, const QByteArray &to)
{
    QByteArray out = Asked;
    if (!out.contains(from))
        qFatal("no %s", from.constData());
    return out.replace(from, to);
}

Answerer anna()
{
    Answerer a;
    a.identities = {{u"Anna Becker"_s, u"anna@example.org"_s}, {u"Anna"_s, u"work@example.org"_s}};
    a.ownAddresses = {u"anna@example.org"_s, u"work@example.org"_s};
    return a;
}

ReceiptOptions options()
{
    return {1'700'000'600, 60, u"Kittiwake 1.0"_s, true};
}

QByteArray receipt(const Original &of, const ReceiptOptions &o = options())
{
    const auto out = readReceipt(of, anna(), o);
    return out ? out->bytes : "failed: " + out.error().text.toUtf8();
}

} // namespace

class ReceiptsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whoeverAsksPlainlyMayBeTold()
    {
        const ReceiptRequest request = receiptRequestOf(original(Asked), Flag::Seen, anna());
        QCOMPARE(request.permission, Permission::May);
        QCOMPARE(request.reasons, Reasons());
        QCOMPARE(request.to, (QList<Address>{{u"Bo"_s, u"bo@example.net"_s}}));
    }
    void whoDoesNotAskIsNotTold()
    {
        const QByteArray source = changed("Disposition-Notification-To: Bo <bo@example.net>\r\n", "");
        QCOMPARE(receiptRequestOf(original(source), {}, anna()).permission, Permission::NotAsked);
        QVERIFY(receipt(original(source)).startsWith("failed"));
        const QByteArray empty = changed("-To: Bo <bo@example.net>\r\nX-", "-To:\r\nX-");
        QCOMPARE(receiptRequestOf(original(empty), {}, anna()).permission, Permission::NotAsked);
    }

    void rules_data()
    {
        QTest::addColumn<QByteArray>("source");
        QTest::addColumn<quint32>("flags");
        QTest::addColumn<Permission>("permission");
        QTest::addColumn<Reasons>("reasons");
        const auto never = [](const char *name, const QByteArray &source, Reason reason, quint32 flags = 0) {
            QTest::newRow(name) << source << flags << Permission::Never << Reasons{reason};
        };
        const auto ask = [](const char *name, const QByteArray &source, const Reasons &reasons) {
            QTest::newRow(name) << source << 0U << Permission::AskFirst << reasons;
        };
        never("sent already", Asked, Reason::AlreadySent, quint32(Flag::MdnSent));
        never("own", changed("From: Bo Berg <bo@example.net>", "From: WORK@example.org"), Reason::OwnMail);
        never("a draft", Asked, Reason::OwnMail, quint32(Flag::Draft));
        never("automatic", "Auto-Submitted: auto-generated (x)\r\n" + Asked, Reason::AutomaticMail);
        never("no sender to answer", changed("Return-Path: <bo@example.net>", "Return-Path: <>"),
              Reason::AutomaticMail);
        never("a report", "Content-Type: multipart/report; report-type=disposition-notification\r\n" + Asked,
              Reason::AutomaticMail);
        never("a list", "List-Id: <x.example.org>\r\n" + Asked, Reason::ListMail);
        never("a newsletter", "List-Unsubscribe: <https://example.org>\r\n" + Asked, Reason::ListMail);
        never("in bulk", "Precedence: BULK\r\n" + Asked, Reason::ListMail);
        never("no address", changed("-To: Bo <bo@example.net>", "-To: Bo"), Reason::NoAddress);
        never("a bad address", changed("-To: Bo <bo@example.net>", "-To: bo@x..y"), Reason::NoAddress);
        never("a crowd",
              changed("-To: Bo <bo@example.net>",
                      "-To: a@x.example, b@x.example, c@x.example,\r\n d@x.example, "
                      "e@x.example, f@x.example, g@x.example"),
              Reason::TooMany);
        never("more than a receipt",
              "Disposition-Notification-Options: signed-receipt-protocol = required , pkcs7\r\n" + Asked,
              Reason::UnknownWish);
        QTest::newRow("a wish that may be left")
            << "Disposition-Notification-Options: x=optional,y\r\nAuto-Submitted: no\r\n" + Asked << 0U
            << Permission::May << Reasons();
        QTest::newRow("the same address in another case")
            << changed("<bo@example.net>\r\nReceived", "<Bo@Example.NET>\r\nReceived") << 0U
            << Permission::May << Reasons();
        ask("elsewhere", changed("-To: Bo <bo@example.net>", "-To: spy@example.com"),
            {Reason::SenderDiffers});
        ask("only the last delivery counts", "Return-Path: <list@example.com>\r\n" + Asked,
            {Reason::SenderDiffers});
        ask("from nowhere", changed("Return-Path: <bo@example.net>\r\n", ""), {Reason::SenderUnknown});
        ask("several",
            changed("-To: Bo <bo@example.net>", "-To: bo@example.net, BO@example.net, cy@example.net"),
            {Reason::SenderDiffers, Reason::SeveralAddresses});
        ask("in two fields", "Disposition-Notification-To: cy@example.net\r\n" + Asked,
            {Reason::SenderDiffers, Reason::SeveralAddresses});
        ask("not to me", changed("To: Anna <anna@example.org>", "To: all@example.org"),
            {Reason::NotAddressed});
    }
    void rules()
    {
        QFETCH(QByteArray, source);
        QFETCH(quint32, flags);
        const ReceiptRequest request = receiptRequestOf(original(source), Flags(int(flags)), anna());
        QTEST(request.permission, "permission");
        QTEST(request.reasons, "reasons");
        if (request.permission == Permission::Never && flags == 0)
            QVERIFY(!readReceipt(original(source), anna(), options()));
    }

    void thereIsNobodyToAnswerAReceipt()
    {
        const auto message = readReceipt(original(Asked), anna(), options());
        QVERIFY(message);
        QCOMPARE(message->envelope.sender, QByteArray(""));
        QCOMPARE(message->envelope.recipients, QList<QByteArray>{"bo@example.net"});
        QVERIFY(!message->envelope.needsEightBit && !message->envelope.needsSmtpUtf8);
        QCOMPARE(fieldOf(message->bytes, "auto-submitted"), "auto-replied");
        QVERIFY(fieldOf(message->bytes, "disposition-notification-to").isNull());
        QCOMPARE(harmInMessage(message->bytes), QStringList());
    }
    void itSaysWhatProgramsRead()
    {
        const QByteArray message = receipt(original(Asked));
        QVERIFY2(
            message.contains("Content-Type: message/disposition-notification\r\n\r\n"
                             "Reporting-UA: Kittiwake 1.0\r\nFinal-Recipient: rfc822;anna@example.org\r\n"
                             "Original-Message-ID: <plan@example.net>\r\n"
                             "Disposition: manual-action/MDN-sent-manually; displayed\r\n\r\n"),
            message);
        ReceiptOptions o = options();
        o.personAgreed = false;
        o.userAgent.clear();
        const QByteArray automatic = receipt(original(Asked), o);
        QVERIFY(automatic.contains("Disposition: automatic-action/MDN-sent-automatically; displayed\r\n"));
        QVERIFY(!automatic.contains("Reporting-UA"));
    }
    void weReadItAgain()
    {
        const MessageView view = parseMessage(receipt(original(Asked)));
        QVERIFY(view.report);
        QCOMPARE(view.report->recipients.size(), 1);
        QVERIFY(view.report->recipients[0].outcome == DeliveryReport::Outcome::Displayed);
        QCOMPARE(view.report->recipients[0].address, u"anna@example.org"_s);
        QCOMPARE(view.report->reportedBy, u"Kittiwake 1.0"_s);
        QCOMPARE(view.subject, u"Displayed: Łódź"_s);
        QVERIFY(view.text.contains(u"Łódź"_s) && view.text.contains("anna@example.org"_L1));
        QCOMPARE(view.from, (Address{u"Anna Becker"_s, u"anna@example.org"_s}));
        QCOMPARE(view.date, 1'700'000'600);
        QVERIFY(view.warnings.isEmpty());
    }
    void pythonReadsItToo()
    {
        const QJsonObject read = pythonReads(receipt(original(Asked)));
        QCOMPARE(read[u"defects"], QJsonArray());
        const QJsonObject body = read[u"body"].toObject();
        QCOMPARE(body[u"type"], u"multipart/report"_s);
        QCOMPARE(body[u"params"][u"report-type"], u"disposition-notification"_s);
        const QJsonArray parts = body[u"parts"].toArray();
        QCOMPARE(parts.size(), 3);
        QCOMPARE(parts[0][u"type"], u"text/plain"_s);
        QCOMPARE(parts[1][u"type"], u"message/disposition-notification"_s);
        QCOMPARE(parts[1][u"fields"].toArray().size(), 4);
        QCOMPARE(parts[2][u"type"], u"text/rfc822-headers"_s);
        QCOMPARE(parts[2][u"text"],
                 u"From: Bo Berg <bo@example.net>\nTo: Anna <anna@example.org>\nCc: cy@example.net\n"
                 "Date: Tue, 14 Nov 2023 23:13:20 +0100\nMessage-ID: <plan@example.net>\n"
                 "Subject: =?UTF-8?Q?=C5=81=C3=B3d=C5=BA?=\n"_s);
    }
    void itTellsNothingElse()
    {
        const QByteArray message = receipt(original(Asked));
        QVERIFY(!message.contains("secret.example.net") && !message.contains("Spam")
                && !message.contains("Words") && !message.contains("work@example.org"));
    }
    void itComesFromTheAddressThatWasWrittenTo()
    {
        const QByteArray message = receipt(original(changed("anna@example.org", "WORK@example.org")));
        QVERIFY(message.contains("Final-Recipient: rfc822;work@example.org\r\n"));
        QVERIFY(message.contains("From: Anna <work@example.org>\r\n"));
    }
    void whatWasEncryptedIsNotTold()
    {
        Original sealed = original(Asked);
        sealed.view.seals = {{.opening = Seal::Opening::Opened}};
        QCOMPARE(receiptRequestOf(sealed, {}, anna()).reasons, Reasons{Reason::Encrypted});
        const QByteArray message = receipt(sealed);
        QCOMPARE(parseMessage(message).subject, u"Displayed"_s);
        QVERIFY(!message.contains("=C5=81") && !message.contains("d=C5=BA"));
    }
    void theWrittenAddressIsKept()
    {
        QVERIFY(receipt(original("Original-Recipient: rfc822;sales@example.org\r\n" + Asked))
                    .contains("\r\nOriginal-Recipient: rfc822;sales@example.org\r\nFinal-"));
        QVERIFY(!receipt(original("Original-Recipient: rfc822;x\x01y@example.org\r\n" + Asked))
                     .contains("Original-Recipient"));
    }
    void anAddressInUnicodeIsSpelled()
    {
        Answerer joerg;
        joerg.identities = {{{}, u"jörg@example.org"_s}};
        joerg.ownAddresses = {u"jörg@example.org"_s};
        const auto message
            = readReceipt(original(changed("anna@example.org", "j\xc3\xb6rg@example.org")), joerg, options());
        QVERIFY(message && message->envelope.needsSmtpUtf8);
        QVERIFY(message->bytes.contains("Final-Recipient: utf-8;j\\x{F6}rg@example.org\r\n"));
        QCOMPARE(parseMessage(message->bytes).report->recipients.value(0).address, u"jörg@example.org"_s);
    }
    void nothingInTheMessageBecomesAFieldOfOurs()
    {
        const QByteArray evil = "x\r\n\tBcc: victim@example.org\r\n \xff\x01 " + QByteArray(3000, 'y');
        QByteArray source = "Original-Recipient: rfc822;" + evil + "\r\n" + Asked;
        source.replace("=?UTF-8?Q?=C5=81=C3=B3d=C5=BA?=",
                       "=?UTF-8?Q?a=0D=0ABcc:_victim@example.org=0D=0A=0D=0Ab?= " + evil);
        source.replace("<plan@example.net>", "<a\r\n\tDisposition: x>");
        const auto message = readReceipt(original(source), anna(), options());
        QVERIFY(message);
        QCOMPARE(harmInMessage(message->bytes), QStringList());
        QVERIFY(!message->bytes.contains("\nBcc") && !message->bytes.contains("\n\tBcc"));
        QCOMPARE(message->bytes.count("\nDisposition:"), 1);
        QCOMPARE(message->envelope.recipients, QList<QByteArray>{"bo@example.net"});
    }
};

QTEST_GUILESS_MAIN(ReceiptsTest)
#include "receipts_test.moc"
