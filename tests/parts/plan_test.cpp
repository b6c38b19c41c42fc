#include "core/imap/stream/mailboxname.h"
#include "core/mime/messageparser.h"
#include "core/sync/parts/partialmessage.h"
#include "core/sync/parts/partplan.h"
#include "tests/parts/largemail.h"

#include <QTest>

using namespace kw;
using namespace kw::test;
using namespace Qt::StringLiterals;

// What of a large message comes when it is opened, and how the rest finds its place; what servers tell of its
// parts.
class PlanTest : public QObject
{
    Q_OBJECT

    static std::optional<ListedPart> listed(const QByteArray &structure)
    {
        const auto values = readValues({structure});
        return values && !values->empty() ? readBodyStructure(values->front()) : std::nullopt;
    }

    static QByteArray leaf(const QByteArray &type, const QByteArray &subtype, int octets,
                           const QByteArray &disposition = "NIL")
    {
        return "(\"" + type + "\" \"" + subtype + "\" (\"NAME\" \"x\") NIL NIL \"BASE64\" "
            + QByteArray::number(octets) + (type == "TEXT" ? " 10" : "") + " NIL " + disposition + " NIL)";
    }

private Q_SLOTS:
    void a_structure_is_read_with_its_part_numbers()
    {
        const auto root
            = listed("((" + leaf("TEXT", "PLAIN", 10) + leaf("TEXT", "HTML", 20)
                     + " \"ALTERNATIVE\" (\"BOUNDARY\" \"i\") NIL NIL)"
                     + leaf("APPLICATION", "PDF", 900'000, "(\"ATTACHMENT\" (\"FILENAME\" \"a\"))")
                     + " \"MIXED\" (\"BOUNDARY\" \"o\") NIL NIL)");
        QVERIFY(root);
        QCOMPARE(root->type, "multipart/mixed");
        QCOMPARE(root->children.size(), 2u);
        QCOMPARE(root->children[0].type, "multipart/alternative");
        QCOMPARE(root->children[0].children[1].id, u"1.2"_s);
        QCOMPARE(root->children[0].children[1].type, "text/html");
        QCOMPARE(root->children[1].id, u"2"_s);
        QCOMPARE(root->children[1].disposition, "attachment");
        QCOMPARE(root->children[1].octets, 900'000);
        QCOMPARE(root->children[1].encoding, "base64");
    }

    void a_message_within_a_message_is_one_part()
    {
        const auto root
            = listed("(" + leaf("TEXT", "PLAIN", 10)
                     + "(\"MESSAGE\" \"RFC822\" NIL NIL NIL \"7BIT\" 400000 (\"date\" \"subject\" NIL NIL "
                       "NIL NIL NIL NIL NIL NIL) "
                     + leaf("TEXT", "PLAIN", 9) + " 120 NIL (\"INLINE\" NIL) NIL) \"MIXED\")");
        QVERIFY(root);
        QVERIFY(root->children[1].children.empty());
        QCOMPARE(root->children[1].disposition, "inline");
    }

    void names_in_octets_outside_ascii_and_literals_are_read()
    {
        const auto values
            = readValues({"((\"TEXT\" \"PLAIN\" (\"NAME\" \"\xfc\x80\") NIL NIL \"8BIT\" 5 1)(\"IMAGE\" "
                          "\"PNG\" (\"NAME\" {4}",
                          "a\"b)", ") NIL NIL \"BASE64\" 7) \"MIXED\")"});
        QVERIFY(values);
        const auto root = readBodyStructure(values->front());
        QVERIFY(root);
        QCOMPARE(root->children[1].type, "image/png");
        QCOMPARE(root->children[1].octets, 7);
    }

    void what_nobody_sends_is_refused_data()
    {
        QTest::addColumn<QByteArray>("structure");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("NIL") << QByteArray("NIL");
        QTest::newRow("empty") << QByteArray("()");
        QTest::newRow("a hundred thousand levels") << QByteArray(100'000, '(');
        QTest::newRow("they close, too") << QByteArray(50'000, '(') + QByteArray(50'000, ')');
        QTest::newRow("closes what was not open") << QByteArray("(\"TEXT\"))");
        QTest::newRow("no size") << QByteArray("(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" NIL 1)");
        QTest::newRow("a size below nothing") << QByteArray("(\"TEXT\" \"PLAIN\" NIL NIL NIL \"7BIT\" -4 1)");
        QTest::newRow("too short") << QByteArray("(\"TEXT\" \"PLAIN\" NIL)");
        QByteArray many = "(";
        for (int i = 0; i < 1200; ++i)
            many += leaf("TEXT", "PLAIN", 1);
        QTest::newRow("a thousand parts") << many + " \"MIXED\")";
    }
    void what_nobody_sends_is_refused()
    {
        QFETCH(QByteArray, structure);
        QVERIFY(!listed(structure));
    }

    void texts_and_small_parts_come_and_large_ones_wait()
    {
        const auto root = listed("(" + leaf("TEXT", "PLAIN", 500'000) + leaf("IMAGE", "PNG", 90'000)
                                 + leaf("TEXT", "PLAIN", 500'000, "(\"ATTACHMENT\" NIL)")
                                 + leaf("APPLICATION", "PDF", 900'000) + " \"MIXED\")");
        const auto plan = planParts(*root);
        QVERIFY(plan);
        QCOMPARE(plan->contents, (QStringList{u"1"_s, u"2"_s}));
        QCOMPARE(plan->heads, (QStringList{u"1"_s, u"2"_s, u"3"_s, u"4"_s}));
        QCOMPARE(plan->leftOut, (LeftOut{{u"3"_s, "base64", 500'000}, {u"4"_s, "base64", 900'000}}));
    }

    void pictures_in_the_text_come_with_it_up_to_a_size()
    {
        const auto root = listed("((" + leaf("TEXT", "HTML", 500) + leaf("IMAGE", "PNG", 1'500'000)
                                 + leaf("IMAGE", "PNG", 5'000'000) + " \"RELATED\")"
                                 + leaf("APPLICATION", "PDF", 900'000) + " \"MIXED\")");
        const auto plan = planParts(*root);
        QVERIFY(plan);
        QCOMPARE(plan->contents, (QStringList{u"1.1"_s, u"1.2"_s}));
    }

    void what_can_only_be_read_whole_is_fetched_whole_data()
    {
        QTest::addColumn<QByteArray>("structure");
        const QByteArray big = leaf("APPLICATION", "PDF", 900'000);
        QTest::newRow("signed") << "(" + big + leaf("APPLICATION", "PGP-SIGNATURE", 500) + " \"SIGNED\")";
        QTest::newRow("encrypted") << "(" + big + leaf("APPLICATION", "OCTET-STREAM", 900'000)
                + " \"ENCRYPTED\")";
        QTest::newRow("S/MIME") << leaf("APPLICATION", "PKCS7-MIME", 900'000);
        QTest::newRow("TNEF") << "(" + leaf("TEXT", "PLAIN", 5) + leaf("APPLICATION", "MS-TNEF", 900'000)
                + " \"MIXED\")";
        QTest::newRow("little to leave")
            << "(" + leaf("TEXT", "PLAIN", 5) + leaf("APPLICATION", "PDF", 150'000) + " \"MIXED\")";
    }
    void what_can_only_be_read_whole_is_fetched_whole()
    {
        QFETCH(QByteArray, structure);
        QVERIFY(!planParts(*listed(structure)));
    }

    void a_message_that_is_one_file_needs_no_head()
    {
        const auto plan = planParts(*listed(leaf("APPLICATION", "PDF", 900'000)));
        QVERIFY(plan);
        QVERIFY(plan->heads.isEmpty());
        QCOMPARE(plan->leftOut.first().id, u"1"_s);
    }

    void what_is_put_together_reads_like_the_original_and_takes_its_parts_in_data()
    {
        QTest::addColumn<QStringList>("order");
        QTest::newRow("first, second") << QStringList{u"2"_s, u"3"_s};
        QTest::newRow("second, first") << QStringList{u"3"_s, u"2"_s};
    }
    void what_is_put_together_reads_like_the_original_and_takes_its_parts_in()
    {
        QFETCH(QStringList, order);
        const LargeMail mail = largeMail(400'000, 300'000);
        const QHash<QString, QByteArray> contents{{u"2"_s, base64Lines(mail.first)},
                                                  {u"3"_s, base64Lines(mail.second)}};
        const auto section = [&mail](const char *from, const char *to, qsizetype skip) {
            const qsizetype at = mail.body.indexOf(from) + skip;
            return mail.body.sliced(at, mail.body.indexOf(to, at) - at);
        };
        ListedPart root;
        root.type = "multipart/mixed";
        root.children.resize(3);
        root.children[0].id = u"1"_s;
        root.children[0].type = "multipart/related";
        root.children[0].children.resize(2);
        root.children[0].children[0].id = u"1.1"_s;
        root.children[0].children[1].id = u"1.2"_s;
        root.children[1].id = u"2"_s;
        root.children[2].id = u"3"_s;
        const QHash<QString, QByteArray> sections{
            {u"1.MIME"_s, "Content-Type: multipart/related; boundary=\"inner\"\r\n\r\n"},
            {u"1.1.MIME"_s, "Content-Type: text/html; charset=utf-8\r\n\r\n"},
            {u"1.2.MIME"_s, section("Content-Type: image/png", "\r\n\r\n", 0) + "\r\n\r\n"},
            {u"2.MIME"_s, section("Content-Type: application/zip", "\r\n\r\n", 0) + "\r\n\r\n"},
            {u"3.MIME"_s, section("Content-Type: video/mp4", "\r\n\r\n", 0) + "\r\n\r\n"},
            {u"1.1"_s, "<p>Look at <img src=\"cid:logo@x\"> \xc3\xbc</p>"},
            {u"1.2"_s, base64Lines(noise(3, 20'000)).chopped(2)}};
        auto text = assembledText(mail.header, root, sections);
        QVERIFY(text);
        MessageView partial = parseMessage(mail.header, *text);
        markLeftOut(partial, {{u"2"_s, "base64", 547'000}, {u"3"_s, "base64", 410'000}});
        const MessageView original = parseMessage(mail.header, mail.body);
        QCOMPARE(partial.html, original.html);
        QCOMPARE(partial.attachments.size(), original.attachments.size());
        int waiting = 0;
        for (qsizetype i = 0; i < original.attachments.size(); ++i) {
            const AttachmentInfo &a = partial.attachments[i];
            QCOMPARE(a.name, original.attachments[i].name);
            QCOMPARE(a.partId, original.attachments[i].partId);
            waiting += a.isHere ? 0 : 1;
            QVERIFY(std::abs(double(a.size) / double(original.attachments[i].size) - 1) < 0.02);
        }
        QCOMPARE(waiting, 2);
        for (const QString &part : order) {
            text = withPart(mail.header, *text, part, contents[part]);
            QVERIFY(text);
        }
        const MessageView whole = parseMessage(mail.header, *text);
        for (qsizetype i = 0; i < original.attachments.size(); ++i)
            QCOMPARE(whole.attachments[i].sha256, original.attachments[i].sha256);
        QVERIFY(!withPart(mail.header, *text, u"7"_s, "x"));
    }

    void where_parts_and_structure_disagree_nothing_is_put_together()
    {
        ListedPart root;
        root.type = "multipart/mixed";
        root.children.resize(2);
        root.children[0].id = u"1"_s;
        root.children[1].id = u"2"_s;
        const QByteArray header = "Subject: x\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
        const QHash<QString, QByteArray> honest{{u"1.MIME"_s, "Content-Type: text/plain\r\n\r\n"},
                                                {u"2.MIME"_s, "Content-Type: application/pdf\r\n\r\n"},
                                                {u"1"_s, "text"}};
        QVERIFY(assembledText(header, root, honest));
        QVERIFY(!assembledText("Subject: x\r\nContent-Type: multipart/mixed\r\n\r\n", root, honest));
        auto boundaryWithin = honest;
        boundaryWithin[u"1"_s] = "text\r\n--b\r\n\r\nmore";
        QVERIFY(!assembledText(header, root, boundaryWithin));
        auto nested = honest;
        nested[u"2.MIME"_s] = "Content-Type: multipart/mixed; boundary=c\r\n\r\n";
        nested[u"2"_s] = "--c\r\n\r\nhidden\r\n--c--";
        QVERIFY(!assembledText(header, root, nested));
    }

    void what_was_left_out_is_read_back_as_it_was_written()
    {
        const LeftOut parts{{u"2"_s, "base64", 547'000}, {u"3.1"_s, "7bit", 5}, {u"4"_s, "", 6}};
        QCOMPARE(readLeftOut(writtenLeftOut(parts)), parts);
        QVERIFY(!writtenLeftOut({}).isEmpty());
        QVERIFY(readLeftOut(writtenLeftOut({})).isEmpty());
        QVERIFY(readLeftOut({}).isEmpty());
    }

    void mailbox_names_are_written_as_servers_want_them_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("written");
        QTest::newRow("plain") << u"INBOX"_s << QByteArray("\"INBOX\"");
        QTest::newRow("quotes") << u"a\"b\\c"_s << QByteArray("\"a\\\"b\\\\c\"");
        QTest::newRow("ampersand") << u"A&B"_s << QByteArray("\"A&-B\"");
        QTest::newRow("RFC 3501 5.1.3")
            << u"~peter/mail/台北/日本語"_s << QByteArray("\"~peter/mail/&U,BTFw-/&ZeVnLIqe-\"");
        QTest::newRow("umlaut") << u"Entwürfe"_s << QByteArray("\"Entw&APw-rfe\"");
        QTest::newRow("beyond 16 bits") << u"😀"_s << QByteArray("\"&2D3eAA-\"");
    }
    void mailbox_names_are_written_as_servers_want_them()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, written);
        QCOMPARE(quotedMailbox(path), written);
    }
};

QTEST_GUILESS_MAIN(PlanTest)
#include "plan_test.moc"
