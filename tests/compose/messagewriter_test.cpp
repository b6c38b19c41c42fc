#include "core/compose/messagewriter.h"

#include "compose/wellformed.h"
#include "core/compose/answering.h"
#include "core/mime/messageparser.h"
#include "support/processortime.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

Draft plainDraft(const QString &text = u"Hello"_s)
{
    Draft d;
    d.from = {u"Anna Becker"_s, u"anna@example.org"_s};
    d.to = {{u"Ben"_s, u"ben@example.org"_s}};
    d.subject = u"Lunch"_s;
    d.text = text;
    d.messageId = u"one@example.org"_s;
    d.date = 1'700'000'000;
    d.dateOffsetMinutes = 60;
    return d;
}

QByteArray written(const Draft &draft, const WriteOptions &options = {})
{
    const auto message = writeMessage(draft, options);
    if (!message)
        return "failed: " + message.error().text.toUtf8();
    const QStringList harm = harmInMessage(message->bytes);
    if (!harm.isEmpty() && options.purpose == WriteOptions::For::Sending)
        return "harm: " + harm.join(u", "_s).toUtf8();
    return message->bytes;
}

QByteArray bodyOf(const QByteArray &message)
{
    return message.sliced(message.indexOf("\r\n\r\n") + 4);
}

} // namespace

class MessageWriterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_plain_message_is_nothing_but_itself()
    {
        QCOMPARE(written(plainDraft()),
                 "Date: Tue, 14 Nov 2023 23:13:20 +0100\r\nFrom: Anna Becker <anna@example.org>\r\n"
                 "To: Ben <ben@example.org>\r\nMessage-ID: <one@example.org>\r\nSubject: Lunch\r\n"
                 "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8; format=flowed; delsp=no\r\n"
                 "Content-Transfer-Encoding: 7bit\r\n\r\nHello\r\n");
    }

    void bcc_is_in_the_envelope_and_in_the_sent_copy_only()
    {
        Draft d = plainDraft();
        d.bcc = {{u"Secret"_s, u"secret@example.org"_s}, {{}, u"BEN@example.org"_s}};
        const auto message = writeMessage(d, {});
        QVERIFY(message);
        QVERIFY(!message->bytes.contains("ecret"));
        QCOMPARE(message->envelope.recipients, (QList<QByteArray>{"ben@example.org", "secret@example.org"}));
        QCOMPARE(message->envelope.sender, "anna@example.org");
        QVERIFY(fieldOf(message->sentCopy(), "bcc").contains("secret@example.org"));
        QCOMPARE(parseMessage(message->sentCopy()).text, parseMessage(message->bytes).text);
        QCOMPARE(message->sentCopy().size(), message->bytes.size() + message->bccField.size());
    }

    void a_message_for_hidden_recipients_alone_has_a_to_without_any()
    {
        Draft d = plainDraft();
        d.to.clear();
        d.bcc = {{{}, u"secret@example.org"_s}};
        QCOMPARE(fieldOf(written(d), "to"), "undisclosed-recipients:;");
    }

    void nothing_can_begin_a_field_of_its_own()
    {
        const QString evil = u"x\r\nBcc: victim@example.org\r\n\r\n<script>\n\x01\u2028\u0085Y: z"_s;
        Draft d = plainDraft();
        d.subject = evil;
        d.from.name = evil;
        d.to.first().name = evil;
        d.messageId = evil;
        d.inReplyTo = evil;
        d.references = {evil, u"a> <b@example.org"_s};
        d.html = u"<p>x</p>"_s;
        d.attachments = {{evil, evil, "x", {}, true, evil}, {evil, evil, "x", {}, false, {}}};
        WriteOptions options;
        options.userAgent = evil;
        const QByteArray message = written(d, options);
        QVERIFY2(!message.startsWith("harm") && !message.startsWith("failed"), message);
        QVERIFY(!message.contains("\nBcc") && !message.contains("\nY:") && !message.contains("\n<script"));
        const MessageView view = parseMessage(message);
        QCOMPARE(view.subject.simplified(), u"x Bcc: victim@example.org <script> Y: z"_s);
        QCOMPARE(view.to.size(), 1);
        QCOMPARE(view.to.first().email, u"ben@example.org"_s);
    }

    void what_is_to_be_signed_has_nothing_that_a_relay_might_change()
    {
        Draft d = plainDraft(u"flowed "_s.repeated(30) + u"\n\n-- \nAnna"_s);
        d.html = u"<p>x </p>\n \n"_s;
        d.attachments = {{u"a.eml"_s, u"message/rfc822"_s, "Subject: x\r\n\r\nFrom me \r\n", {}, false, {}},
                         {u"b.eml"_s, u"message/rfc822"_s, "Subject: x\r\n\r\n\xff\r\n", {}, false, {}}};
        WriteOptions options;
        options.staysAsWritten = true;
        const QByteArray message = written(d, options);
        QVERIFY(!message.startsWith("harm") && !message.startsWith("failed"));
        QVERIFY(!message.contains(" \r\n") && !message.contains("\nFrom ") && !message.contains('\xff'));
        QVERIFY(written(d).contains(" \r\n"));
        QCOMPARE(parseMessage(message).text, parseMessage(written(d)).text);
        QCOMPARE(*attachmentData(splitMessage(message).header, splitMessage(message).body, 0),
                 d.attachments[0].data);
    }

    void an_address_with_a_line_end_is_refused()
    {
        Draft d = plainDraft();
        d.to.append({{}, u"x@example.org\r\nBcc: y@example.org"_s});
        const auto message = writeMessage(d, {});
        QVERIFY(!message);
        QCOMPARE(message.error().kind, ErrorKind::Invalid);
        QVERIFY(message.error().text.endsWith(u'.'));
    }

    void addresses_that_no_server_takes_are_named_data()
    {
        QTest::addColumn<QString>("email");
        for (const char *email : {"anna", "@example.org", "anna@", "anna@example..org", "anna b@example.org",
                                  "anna@-x.org", ".anna@example.org", "an..na@example.org", "a@b@example.org",
                                  "\"an\"na\"@example.org", "\"\\\"@example.org", "\"a\\\\\"b\"@example.org",
                                  "an\u200Bna@example.org", "anna@exam ple.org", "<anna@example.org>", ""})
            QTest::newRow(email) << QString::fromUtf8(email);
        QTest::newRow("long") << QString(65, u'a') + u"@example.org"_s;
    }
    void addresses_that_no_server_takes_are_named()
    {
        QFETCH(QString, email);
        Draft d = plainDraft();
        d.to.append({{}, email});
        const auto message = writeMessage(d, {});
        QVERIFY(!message);
        QVERIFY(message.error().text.contains(email));
    }

    void addresses_of_any_kind_travel_as_servers_take_them_data()
    {
        QTest::addColumn<QString>("email");
        QTest::addColumn<QByteArray>("asSent");
        QTest::addColumn<bool>("utf8");
        QTest::newRow("domain") << u"anna@bücher.example"_s << QByteArray("anna@xn--bcher-kva.example")
                                << false;
        QTest::newRow("local") << u"änna@bücher.example"_s << QByteArray("änna@xn--bcher-kva.example")
                               << true;
        QTest::newRow("quoted") << u"\"anna b\"@example.org"_s << QByteArray("\"anna b\"@example.org")
                                << false;
        QTest::newRow("literal") << u"anna@[192.0.2.1]"_s << QByteArray("anna@[192.0.2.1]") << false;
        QTest::newRow("case") << u"Anna@Example.ORG"_s << QByteArray("Anna@Example.ORG") << false;
    }
    void addresses_of_any_kind_travel_as_servers_take_them()
    {
        QFETCH(QString, email);
        QFETCH(QByteArray, asSent);
        QFETCH(bool, utf8);
        Draft d = plainDraft();
        d.to = {{u"Ä"_s, email}};
        const auto message = writeMessage(d, {});
        QVERIFY(message);
        QCOMPARE(message->envelope.recipients, QList<QByteArray>{asSent});
        QCOMPARE(message->envelope.needsSmtpUtf8, utf8);
        QVERIFY(fieldOf(message->bytes, "to").endsWith('<' + asSent + '>'));
        QCOMPARE(harmInMessage(message->bytes).isEmpty(), !utf8);
    }

    void dates_tell_the_zone_unless_told_not_to()
    {
        Draft d = plainDraft();
        d.dateOffsetMinutes = -210;
        QCOMPARE(fieldOf(written(d), "date"), "Tue, 14 Nov 2023 18:43:20 -0330");
        WriteOptions options;
        options.datesInUtc = true;
        QCOMPARE(fieldOf(written(d, options), "date"), "Tue, 14 Nov 2023 22:13:20 +0000");
        d.dateInUtc = true;
        QCOMPARE(fieldOf(written(d), "date"), "Tue, 14 Nov 2023 22:13:20 +0000");
        d.date = 0;
        d.dateInUtc = false;
        options = {};
        options.now = 1'700'000'000;
        options.offsetMinutes = 330;
        QCOMPARE(fieldOf(written(d, options), "date"), "Wed, 15 Nov 2023 03:43:20 +0530");
    }

    void a_new_id_is_on_the_senders_domain_and_never_the_same()
    {
        Draft d = plainDraft();
        d.messageId.clear();
        d.from.email = u"anna@bücher.example"_s;
        const auto one = writeMessage(d, {});
        const auto two = writeMessage(d, {});
        QVERIFY(one->messageId.endsWith("@xn--bcher-kva.example"_L1));
        QVERIFY(one->messageId != two->messageId);
        QCOMPARE(fieldOf(one->bytes, "message-id"), '<' + one->messageId.toUtf8() + '>');
    }

    void nobody_is_told_what_it_was_written_with_unless_wanted()
    {
        QVERIFY(!written(plainDraft()).toLower().contains("kittiwake"));
        QCOMPARE(fieldOf(written(plainDraft()), "user-agent"), QByteArray());
        WriteOptions options;
        options.userAgent = u"Kittiwake"_s;
        QCOMPARE(fieldOf(written(plainDraft(), options), "user-agent"), "Kittiwake");
    }

    void the_same_draft_gives_the_same_octets()
    {
        Draft d = plainDraft();
        d.html = u"<p>Hello</p>"_s;
        d.attachments = {{u"a.bin"_s, u"application/octet-stream"_s, QByteArray(1000, '\xFF')}};
        QCOMPARE(written(d), written(d));
    }

    void long_lines_flow_and_come_back_whole()
    {
        const QString words = u"word "_s.repeated(60).trimmed();
        const QString text = words + "\n> "_L1 + words + "\n>> "_L1 + words + "\n-- \nAnna\n"_L1;
        const QByteArray message = written(plainDraft(text));
        for (const QByteArray &line : bodyOf(message).split('\n'))
            QVERIFY(line.size() <= 80);
        QVERIFY(message.contains("\r\n-- \r\nAnna\r\n"));
        QCOMPARE(parseMessage(message).text, text);
    }

    void lines_that_mean_something_to_mail_arrive_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("flowed");
        const QList<std::pair<const char *, QString>> texts{
            {"From", u"From here\nFrom there\n"_s},
            {"dots", u".\n..\n.x\n"_s},
            {"blanks first", u" a\n  b\n"_s},
            {"broken at >", QString(70, u'x') + u" > y\n"_s},
            {"broken at From", QString(70, u'x') + u" From y\n"_s},
            {"broken at --", QString(70, u'x') + u" -- "_s + QString(80, u'y') + u'\n'},
            {"dashes first", u"-- "_s + QString(80, u'y') + u'\n'},
            {"one word", QString(5000, u'x') + u'\n'},
            {"one word of others", QString(5000, u'字') + u'\n'},
            {"right to left", u"שלום עולם, مرحبا\n"_s},
            {"emoji", u"👩‍👩‍👧‍👦 "_s.repeated(200) + u"x\n"_s},
            {"equals", u"a=3D=\nb=\n"_s},
            {"tabs", u"\ta\tb\n"_s},
            {"empty lines", u"\n\na\n\n\nb\n"_s},
            {"boundaries", u"--=_x\n--=_x--\n"_s},
        };
        for (const auto &[name, text] : texts) {
            QTest::addRow("%s, flowed", name) << text << true;
            QTest::addRow("%s, fixed", name) << text << false;
        }
    }
    void lines_that_mean_something_to_mail_arrive()
    {
        QFETCH(QString, text);
        QFETCH(bool, flowed);
        Draft d = plainDraft(text);
        d.options.flowed = flowed;
        const QByteArray message = written(d);
        QVERIFY2(!message.startsWith("harm"), message);
        QVERIFY(!message.contains("\r\nFrom ") && !message.contains("\r\n.\r\n"));
        QCOMPARE(parseMessage(message).text, text);
    }

    void any_line_end_becomes_one()
    {
        Draft d = plainDraft(u"a\r\nb\rc\nd\u2028e\u0000f"_s);
        d.options.flowed = false;
        QCOMPARE(bodyOf(written(d)), "a\r\nb\r\nc\r\nd\r\nef\r\n");
    }

    void an_empty_message_is_one()
    {
        Draft d = plainDraft({});
        d.subject.clear();
        const MessageView view = parseMessage(written(d));
        QVERIFY(view.text.trimmed().isEmpty() && view.subject.isEmpty() && view.warnings.isEmpty());
    }

    void html_has_its_words_as_text_too()
    {
        Draft d = plainDraft({});
        d.html = u"<p>Grüße</p><blockquote>old</blockquote>"_s;
        const QByteArray message = written(d);
        const MessageView view = parseMessage(message);
        QVERIFY(fieldOf(message, "content-type").startsWith("multipart/alternative"));
        QCOMPARE(view.text.trimmed(), u"Grüße\n\n> old"_s);
        QCOMPARE(view.html.trimmed(), u"<p>Grüße</p><blockquote>old</blockquote>"_s);
        QVERIFY(!view.textIsFromHtml);
    }

    void pictures_go_with_the_html_and_files_behind_it()
    {
        Draft d = plainDraft();
        d.html = u"<p><img src=\"cid:p1@x\"></p>"_s;
        d.attachments = {{u"file.bin"_s, u"application/x-thing"_s, "data"},
                         {u"p.png"_s, u"image/png"_s, "png", {}, true, u"p1@x"_s}};
        const QByteArray message = written(d);
        QVERIFY(fieldOf(message, "content-type").startsWith("multipart/mixed"));
        const qsizetype related = message.indexOf("multipart/related; type=\"multipart/alternative\"");
        const qsizetype alternative = message.indexOf("Content-Type: multipart/alternative");
        QVERIFY(related > 0 && related < alternative);
        const MessageView view = parseMessage(message);
        QCOMPARE(view.attachments.size(), 2);
        QVERIFY(view.attachments[0].isShownInHtml && view.attachments[0].isInline);
        QCOMPARE(view.attachments[1].name, u"file.bin"_s);
        QVERIFY(!view.attachments[1].isInline);
    }

    void names_are_written_for_every_program()
    {
        Draft d = plainDraft();
        d.attachments
            = {{u"отчёт.pdf"_s, u"application/pdf"_s, "x"}, {u"a b.pdf"_s, u"application/pdf"_s, "x"}};
        const QByteArray message = written(d);
        QVERIFY(message.contains("filename*=UTF-8''%D0%BE%D1%82%D1%87%D1%91%D1%82.pdf"));
        QVERIFY(message.contains("name=\"=?UTF-8?B?0L7RgtGH0ZHRgi5wZGY=?=\""));
        QVERIFY(message.contains("filename=\"a b.pdf\"") && message.contains("; name=\"a b.pdf\""));
    }

    void a_message_within_is_never_encoded()
    {
        const QByteArray inner = "Subject: x\nContent-Type: text/plain; charset=utf-8\n\nGr\xC3\xBC\xC3\x9F"
                                 "e\n.\n";
        Draft d = plainDraft();
        d.attachments = {{u"mail.eml"_s, u"message/rfc822"_s, inner}};
        const auto message = writeMessage(d, {});
        QVERIFY(message);
        QCOMPARE(harmInMessage(message->bytes), QStringList());
        QVERIFY(message->envelope.needsEightBit);
        QVERIFY(message->bytes.contains(QByteArray(inner).replace("\n", "\r\n")));
        QVERIFY(
            message->bytes.contains("message/rfc822; name=\"mail.eml\"\r\nContent-Transfer-Encoding: 8bit"));
        QCOMPARE(fieldOf(message->bytes, "content-transfer-encoding"), "8bit");
        // Where the server takes no 8-bit octets, or a line is too long, it goes as a file.
        WriteOptions old;
        old.takesEightBit = false;
        const auto asFile = writeMessage(d, old);
        QVERIFY(!asFile->envelope.needsEightBit && !asFile->bytes.contains("message/rfc822"));
        QCOMPARE(parseMessage(asFile->bytes).attachments.first().sha256,
                 QCryptographicHash::hash(inner, QCryptographicHash::Sha256).toHex());
        d.attachments.first().data += QByteArray(2000, 'x');
        QVERIFY(!written(d).contains("message/rfc822"));
    }

    void hidden_recipients_of_a_message_within_stay_hidden()
    {
        for (const QByteArray &lineEnd : {QByteArray("\n"), QByteArray("\r\n")}) {
            const QByteArray inner = QByteArray("Subject: x\nBCC: one@example.org,\n secret@example.org\nTo: "
                                                "y@example.org\n\nBcc: body\n")
                                         .replace("\n", lineEnd);
            Draft d = plainDraft();
            d.attachments = {{u"mail.eml"_s, u"message/rfc822"_s, inner}};
            const QByteArray message = written(d);
            QVERIFY(message.contains("\r\nSubject: x\r\nTo: y@example.org\r\n\r\nBcc: body\r\n"));
            d.attachments.first().data += QByteArray(2000, 'x');
            const MessageView view = parseMessage(written(d));
            QCOMPARE(view.attachments.first().size,
                     d.attachments.first().data.size() - 40 - 2 * lineEnd.size());
        }
    }

    void files_are_read_when_it_is_written()
    {
        QTemporaryDir folder;
        QFile file(folder.filePath(u"ä.bin"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        QByteArray octets(1'000'003, Qt::Uninitialized);
        for (qsizetype i = 0; i < octets.size(); ++i)
            octets[i] = char(i * 7 % 251);
        file.write(octets);
        file.close();
        Draft d = plainDraft();
        d.attachments = {{u"ä.bin"_s, u"application/x-thing"_s, {}, file.fileName()}};
        const MessageView view = parseMessage(written(d));
        QCOMPARE(view.attachments.first().size, octets.size());
        QCOMPARE(view.attachments.first().sha256,
                 QCryptographicHash::hash(octets, QCryptographicHash::Sha256).toHex());
        for (const QString &bad : {folder.filePath(u"none"_s), folder.path()}) {
            d.attachments.first().path = bad;
            const auto message = writeMessage(d, {});
            QVERIFY(!message);
            QVERIFY(message.error().text.endsWith(u'.'));
        }
    }

    void a_large_file_takes_linear_time_and_no_spare_memory()
    {
        constexpr qsizetype Size = 25'000'000;
        Draft d = plainDraft();
        d.attachments = {{u"large.bin"_s, u"application/octet-stream"_s, QByteArray(Size, '\x80')}};
        const int start = processorMs();
        const auto message = writeMessage(d, {});
        const int took = processorMs() - start;
        QVERIFY(message);
        QVERIFY2(took < 1500 * SlowerHere, qPrintable(QString::number(took)));
        QVERIFY(message->bytes.size() > Size * 4 / 3);
        QVERIFY(message->bytes.capacity() < message->bytes.size() + 65'536);
        QVERIFY(message->sentCopy().constData() == message->bytes.constData()); // shared
        QCOMPARE(parseMessage(message->bytes).attachments.first().size, Size);
    }

    void a_large_text_takes_linear_time()
    {
        const int start = processorMs();
        const QByteArray message = written(plainDraft(u"Grüße, zusammen! "_s.repeated(300'000)));
        QVERIFY(message.size() > 4'000'000);
        QVERIFY(processorMs() - start < 3000 * SlowerHere);
    }

    void three_hundred_recipients_are_folded_and_none_is_lost()
    {
        Draft d = plainDraft();
        for (int i = 0; i < 300; ++i)
            d.to.append({u"Person, Nr. %1 Größe"_s.arg(i), u"p%1@example.org"_s.arg(i)});
        const auto message = writeMessage(d, {});
        QCOMPARE(harmInMessage(message->bytes), QStringList());
        for (const QByteArray &line : message->bytes.split('\n'))
            QVERIFY(line.size() <= 79);
        QCOMPARE(message->envelope.recipients.size(), 301);
        QCOMPARE(parseMessage(message->bytes).to, d.to);
    }

    void a_subject_of_any_length_is_folded()
    {
        Draft d = plainDraft();
        for (const QString &subject : {QString(3000, u'x'), QString(1000, u'字'), u"a  b   c"_s.repeated(100),
                                       u"Re: ä  ö"_s, u"=?utf-8?q?x?="_s, u"x \u202Etxt"_s}) {
            d.subject = subject;
            const QByteArray message = written(d);
            QVERIFY2(!message.startsWith("harm"), message.first(200));
            QCOMPARE(parseMessage(message).subject, QString(subject).remove(QChar(0x202E)).left(1000));
        }
    }

    void what_is_wished_is_asked_for()
    {
        Draft d = plainDraft();
        d.options.readReceipt = true;
        d.options.deliveryReport = true;
        d.replyTo = {{u"Other"_s, u"other@example.org"_s}};
        d.followUpTo = {{{}, u"list@example.org"_s}};
        const auto message = writeMessage(d, {});
        QCOMPARE(fieldOf(message->bytes, "disposition-notification-to"), "anna@example.org");
        QCOMPARE(fieldOf(message->bytes, "reply-to"), "Other <other@example.org>");
        QCOMPARE(fieldOf(message->bytes, "mail-followup-to"), "list@example.org");
        QVERIFY(message->envelope.deliveryReport);
    }

    void the_entity_to_be_signed_is_found()
    {
        Draft d = plainDraft();
        d.bcc = {{{}, u"secret@example.org"_s}};
        for (const auto purpose : {WriteOptions::For::Sending, WriteOptions::For::Keeping}) {
            WriteOptions options;
            options.purpose = purpose;
            const auto message = writeMessage(d, options);
            QVERIFY(message->bytes.sliced(message->entityAt).startsWith("Content-Type: text/plain"));
            QVERIFY(message->bytes.first(message->entityAt).endsWith("MIME-Version: 1.0\r\n"));
        }
    }

    void a_draft_is_kept_with_whatever_it_has()
    {
        Draft d;
        d.to = {{{}, u"ann"_s}, {u"Ben"_s, u"ben@example.org"_s}, {u"Cy"_s, u"cy@"_s}};
        d.bcc = {{{}, u"secret@example.org"_s}};
        WriteOptions keeping;
        keeping.purpose = WriteOptions::For::Keeping;
        const auto message = writeMessage(d, keeping);
        QVERIFY(message);
        QCOMPARE(fieldOf(message->bytes, "to"), "ann, Ben <ben@example.org>, \"Cy <cy@>\"");
        QCOMPARE(fieldOf(message->bytes, "bcc"), "secret@example.org");
        QVERIFY(!writeMessage(d, {}));
    }

    void a_redirected_message_stays_what_it_was()
    {
        const QByteArray original = "From MAILER Thu Jan  1\nReturn-Path: <x@example.org>\nReceived: by "
                                    "a\nFrom: Cy <cy@example.org>\n"
                                    "Bcc: hidden@example.org\nTo: anna@example.org\nSubject: s\n  folded\n"
                                    "Message-ID: <orig@example.org>\n\nBody\n.\n";
        Draft d = plainDraft();
        d.act = DraftAct::Redirect;
        d.redirected = original;
        d.bcc = {{{}, u"secret@example.org"_s}};
        const auto message = writeMessage(d, {});
        QVERIFY(message);
        QCOMPARE(message->bytes,
                 "Resent-Date: Tue, 14 Nov 2023 23:13:20 +0100\r\n"
                 "Resent-From: Anna Becker <anna@example.org>\r\nResent-To: Ben <ben@example.org>\r\n"
                 "Resent-Message-ID: <one@example.org>\r\nReceived: by a\r\nFrom: Cy <cy@example.org>\r\n"
                 "To: anna@example.org\r\nSubject: s\r\n  folded\r\nMessage-ID: <orig@example.org>\r\n\r\n"
                 "Body\r\n.\r\n");
        QCOMPARE(message->envelope.recipients, (QList<QByteArray>{"ben@example.org", "secret@example.org"}));
        QCOMPARE(message->envelope.sender, "anna@example.org");
        QVERIFY(message->sentCopy().contains("\r\nResent-Bcc: secret@example.org\r\nReceived:"));
        for (const QByteArray &body : {QByteArray(2000, 'x'), QByteArray("a\0b", 3), QByteArray("a\rb")}) {
            d.redirected = "Subject: x\n\n" + body;
            const auto refused = writeMessage(d, {});
            QVERIFY(!refused);
            QCOMPARE(refused.error().kind, ErrorKind::Unsupported);
        }
    }
};

QTEST_GUILESS_MAIN(MessageWriterTest)
#include "messagewriter_test.moc"
