#include "core/mime/html/htmlsanitizer.h"
#include "core/mime/messageparser.h"

#include "core/mime/formats/partfindings.h"
#include "core/mime/formats/partreader.h"
#include "core/mime/textflow.h"

#include "support/processortime.h"

#include <QCryptographicHash>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

class MessageParserTest : public QObject
{
    Q_OBJECT

    static QByteArray nested(int levels, const QByteArray &leaf)
    {
        QByteArray out = "From: a@b.c\nSubject: deep\n";
        for (int i = 0; i < levels; ++i) {
            const QByteArray b = "b" + QByteArray::number(i);
            out += "Content-Type: multipart/mixed; boundary=" + b + "\n\n--" + b + "\n";
        }
        return out + "Content-Type: text/plain\n\n" + leaf + "\n";
    }

private Q_SLOTS:
    void parts_find_their_places()
    {
        const MessageView v = parseMessage(
            QByteArray("From: =?utf-8?q?=C3=85sa?= <asa@example.org>\nTo: ann@example.org, "
                       "bea@example.org\nCc: c@example.org\nSubject: Parts\n"
                       "Date: Tue, 14 Nov 2023 22:13:20 +0100\nMessage-ID: <x@y>\nMIME-Version: "
                       "1.0\nContent-Type: multipart/mixed; boundary=\"m\"\n\n"
                       "--m\nContent-Type: multipart/alternative; boundary=a\n\n--a\nContent-Type: "
                       "text/plain; charset=iso-8859-1\n"
                       "Content-Transfer-Encoding: quoted-printable\n\nGr=FC=DFe\n--a\nContent-Type: "
                       "text/html; charset=utf-8\n\n<p>Hi <img src=\"cid:p1\"></p>\n--a--\n"
                       "--m\nContent-Type: image/png; name=p.png\nContent-ID: "
                       "<p1>\nContent-Transfer-Encoding: base64\n\nAAEC\n"
                       "--m\nContent-Type: application/octet-stream\nContent-Disposition: attachment; "
                       "filename*=utf-8''r%C3%A4ksm%C3%B6rg%C3%A5s.bin\n"
                       "Content-Transfer-Encoding: base64\n\nAAECAwQ=\n--m--\n"));
        QCOMPARE(v.from, (Address{u"Åsa"_s, u"asa@example.org"_s}));
        QCOMPARE(v.to.size(), 2);
        QCOMPARE(v.cc.size(), 1);
        QCOMPARE(v.messageId, u"x@y"_s);
        QCOMPARE(v.dateOffsetMinutes, 60);
        QCOMPARE(v.text.trimmed(), u"Grüße"_s);
        QVERIFY(v.html.contains("src=\"cid:p1\""_L1));
        QCOMPARE(v.attachments.size(), 2);
        QVERIFY(v.attachments[0].isInline);
        QCOMPARE(v.attachments[1].name, u"räksmörgås.bin"_s);
        QCOMPARE(v.attachments[1].size, 5);
        QCOMPARE(v.attachments[1].sha256,
                 QCryptographicHash::hash(QByteArray("\0\1\2\3\4", 5), QCryptographicHash::Sha256).toHex());
        QVERIFY(v.warnings.isEmpty());
    }

    void only_what_the_html_shows_is_shown_in_it()
    {
        const auto part = [](const char *type, const char *id) {
            return QByteArray("--r\nContent-Type: ") + type + "\nContent-ID: <" + id + ">\n\nx\n";
        };
        const MessageView v = parseMessage(
            "Content-Type: multipart/related; boundary=r\n\n--r\nContent-Type: text/html\n\n"
            "<img src='CID:a%2Bb@x'><img src='cid:vector@x'><img src='cid:twice@x'><img src='cid:long10@x'>\n"
            + part("image/png", " a+b@x ") + part("image/svg+xml", "vector@x") + part("image/png", "twice@x")
            + part("image/png", "twice@x") + part("image/png", "long1") + "--r--\n");
        QList<bool> named;
        QList<bool> shown;
        for (const AttachmentInfo &info : v.attachments) {
            named.append(info.isInline);
            shown.append(info.isShownInHtml);
        }
        QCOMPARE(named, (QList<bool>{true, true, true, false, false}));
        QCOMPARE(shown, (QList<bool>{true, false, true, false, false}));
        QVERIFY(v.html.contains("src=\"cid:a+b@x\""_L1));
        QVERIFY(v.attachments[0].names().contains(u"a+b@x"_s));
    }

    void hostile_structure_ends_quickly_with_a_sentence_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<bool>("warns");
        QTest::newRow("100 levels") << nested(100, "leaf") << true;
        QTest::newRow("10,000 levels") << nested(10'000, "leaf") << true;
        QByteArray messages = "Subject: m\n";
        for (int i = 0; i < 5000; ++i)
            messages += "Content-Type: message/rfc822\n\n";
        QTest::newRow("5,000 messages in messages") << messages << false; // one attachment, not looked into
        QByteArray parts = "Content-Type: multipart/mixed; boundary=b\n\n";
        for (int i = 0; i < 50'000; ++i)
            parts += "--b\nContent-Type: text/plain\n\nx\n";
        QTest::newRow("50,000 parts") << parts << true;
        QTest::newRow("50 MB header")
            << QByteArray("Subject: x\nX-Long: ") + QByteArray(50'000'000, 'a') + "\n\nbody" << true;
        QTest::newRow("10,000 recipients")
            << QByteArray("To: ") + QByteArray("Someone <s@example.org>, ").repeated(10'000) + "\n\nbody"
            << false;
        QTest::newRow("NUL bytes") << QByteArray("Subject: a\0b\n\nbo\0dy\n", 19) << false;
        QTest::newRow("nothing") << QByteArray() << false;
        QTest::newRow("only line ends") << QByteArray("\r\n\r\n\n\n") << false;
        QTest::newRow("boundary never closed")
            << QByteArray("Content-Type: multipart/mixed; boundary=x\n\n--x") << false;
        QTest::newRow("broken base64")
            << QByteArray("Content-Transfer-Encoding: base64\n\n!!!!====AA") << false;
    }
    void hostile_structure_ends_quickly_with_a_sentence()
    {
        QFETCH(QByteArray, message);
        QFETCH(bool, warns);
        const int start = processorMs();
        const MessageView v = parseMessage(message);
        const int took = processorMs() - start;
        QVERIFY2(took < 5000 * SlowerHere, qPrintable(QString::number(took)));
        QCOMPARE(!v.warnings.isEmpty(), warns);
        QVERIFY(!v.text.contains(QChar(u'\0')));
        if (message.startsWith("To: "))
            QCOMPARE(v.to.size(), 10'000);
    }

    void names_never_leave_the_folder_data()
    {
        QTest::addColumn<QByteArray>("disposition");
        QTest::addColumn<QString>("name");
        QTest::newRow("path") << QByteArray("attachment; filename=\"../../etc/passwd\"") << u"passwd"_s;
        QTest::newRow("windows") << QByteArray("attachment; filename=\"C:\\\\x\\\\evil.exe\"")
                                 << u"evil.exe"_s;
        QTest::newRow("hidden") << QByteArray("attachment; filename=\".bashrc\"") << u"bashrc"_s;
        QTest::newRow("encoded word")
            << QByteArray("attachment; filename=\"=?utf-8?q?r=C3=A4k.txt?=\"") << u"räk.txt"_s;
        QTest::newRow("none") << QByteArray("attachment") << u"unnamed"_s;
    }
    void names_never_leave_the_folder()
    {
        QFETCH(QByteArray, disposition);
        const MessageView v = parseMessage(
            "Content-Type: application/octet-stream\nContent-Disposition: " + disposition + "\n\nx");
        QCOMPARE(v.attachments.size(), 1);
        QTEST(v.attachments.first().name, "name");
    }

    // The process that reads foreign formats may have been taken over by what it read.
    void what_the_part_reader_answers_is_not_believed()
    {
        const QByteArray keys = QByteArray::fromHex("b4").repeated(40) + QByteArray::fromHex("9f3e223412")
            + QByteArray::fromHex("b5").repeated(20) + QByteArray::fromHex("069008000400");
        for (const QByteArray &answer :
             {keys, keys + "files", QByteArray(), QByteArray("x"),
              QByteArray::fromHex("a165").append("files").append("\x9b\x7f"),
              QByteArray::fromHex("a1656361726473").append(QByteArray::fromHex("81").repeated(2000))}) {
            const PartFindings found = findingsFrom(answer);
            QVERIFY(found.files.isEmpty());
            QVERIFY(found.invitations.isEmpty());
        }
        PartFindings some;
        some.files = {{"a.txt", "octets", "text/plain", true}};
        const PartFindings back = findingsFrom(toOctets(some));
        QCOMPARE(back.files.size(), 1);
        QCOMPARE(back.files.first().octets, "octets");
    }

    void a_thousand_foreign_parts_cost_no_more_than_twenty()
    {
        QByteArray body;
        for (int i = 0; i < 900; ++i)
            body
                += "--b\r\nContent-Type: text/vcard\r\n\r\nBEGIN:VCARD\r\nVERSION:3.0\r\nFN:Anna\r\nN:A;B\r\n"
                   "END:VCARD\r\n";
        const MessageView view
            = parseMessage("Content-Type: multipart/mixed; boundary=b\r\n", body + "--b--\r\n");
        QCOMPARE(view.attachments.size(), 900);
        QCOMPARE_LE(view.cards.size(), 20);
        QCOMPARE_GE(view.cards.size(), 1);
        // None after one that could not be read.
        PartReader reader;
        QVERIFY(!reader.read(PartFormat::Tnef, QByteArray((64 << 20) + 1, 'x')));
        QVERIFY(!reader.read(PartFormat::Card, "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:A\r\nEND:VCARD\r\n"));
    }

    void flowed_text_is_joined()
    {
        QCOMPARE(unflow(u"one \ntwo\n> q \n> r\n-- \nme"_s, false), u"one two\n> q r\n-- \nme"_s);
    }

    void the_sanitizer_lets_no_attack_through_data()
    {
        QTest::addColumn<QString>("html");
        for (const char *attack : {"<script>alert(1)</script>",
                                   "<ScRiPt src=//x>",
                                   "<img src=x onerror=alert(1)>",
                                   "<svg onload=alert(1)><script>1</script></svg>",
                                   "<math><mtext><script>1</script></mtext></math>",
                                   "<a href=\"javascript:alert(1)\">x</a>",
                                   "<a href=\"jav&#x09;ascript:alert(1)\">x</a>",
                                   "<a href=\"&#106;avascript:1\">x</a>",
                                   "<a href=\" data:text/html,1\">x</a>",
                                   "<iframe src=http://x/></iframe>",
                                   "<object data=http://x/></object>",
                                   "<embed src=http://x/>",
                                   "<link rel=stylesheet href=http://x/>",
                                   "<meta http-equiv=refresh content=\"0;url=http://x/\">",
                                   "<base href=http://x/>",
                                   "<form action=http://x/><input name=a></form>",
                                   "<div style=\"background:url(http://x/)\">x</div>",
                                   "<div style=\"background:\\75rl(http://x/)\">x</div>",
                                   "<div style=\"width:expression(alert(1))\">x</div>",
                                   "<div style=\"position:fixed;top:0\">x</div>",
                                   "<style>@import 'http://x/';body{background:url(http://x/)}</style>",
                                   "<table background=http://x/><tr><td>x</table>",
                                   "<img srcset=\"http://x/ 2x\">",
                                   "<video poster=http://x/ src=http://x/></video>",
                                   "<!--<img src=--><script>1</script>",
                                   "<noscript><p title=\"</noscript><img src=x onerror=1>\">",
                                   "<template><script>1</script></template>",
                                   "<p title='\"><script>1</script>'>x",
                                   "<xmp><script>1</script></xmp>",
                                   "<img src=\"http://x/track.gif\" width=1>"})
            QTest::newRow(attack) << QString::fromLatin1(attack);
    }
    void the_sanitizer_lets_no_attack_through()
    {
        QFETCH(QString, html);
        const QString safe = sanitizeHtml(html).html;
        for (const char *bad : {"<script", "<iframe", "<object", "<embed", "<link", "<meta", "<base", "<form",
                                "<svg", "<style", "onerror=\"", "onload=\"", "javascript:", "expression",
                                "position", "url(", "src=\"http", "background=\"", "srcset"})
            QVERIFY2(!safe.contains(QLatin1StringView(bad), Qt::CaseInsensitive), qPrintable(safe));
    }

    void remote_loads_are_counted()
    {
        const SanitizedHtml s = sanitizeHtml(
            u"<img src='http://x/1.png'><table background='https://x/2'><tr><td style='background:url(//x/3)'>t</table>"_s);
        QCOMPARE(s.remoteResources, 3);
    }

    void a_newsletter_keeps_its_looks()
    {
        const QString safe
            = sanitizeHtml(u"<body bgcolor='#fff'><table width='600' cellpadding=0><tr><td "
                           u"style='color:#333; font: 14px Arial' align=center>"
                           "<a href='https://example.org/a?b=1&amp;c=2'>Read</a></td></tr></table></body>"_s)
                  .html;
        for (const char *kept : {"<table", "width=\"600\"", "color: #333",
                                 "href=\"https://example.org/a?b=1&amp;c=2\"", "align=\"center\""})
            QVERIFY2(safe.contains(QLatin1StringView(kept)), qPrintable(safe));
    }

    void hostile_html_is_bounded_data()
    {
        QTest::addColumn<QString>("html");
        QTest::newRow("10,000 divs") << u"<div>"_s.repeated(10'000) + u"deep"_s;
        QTest::newRow("100,000 fonts") << u"<font>"_s.repeated(100'000);
        QTest::newRow("1 MB of <") << QString(1'000'000, u'<');
        QTest::newRow("nested tables") << u"<table><tr><td>"_s.repeated(20'000);
    }
    void hostile_html_is_bounded()
    {
        QFETCH(QString, html);
        const int start = processorMs();
        sanitizeHtml(html);
        htmlToText(html);
        const int took = processorMs() - start;
        QVERIFY2(took < 5000 * SlowerHere, qPrintable(QString::number(took)));
    }

    void html_becomes_readable_text()
    {
        QCOMPARE(
            htmlToText(
                u"<h1>Title</h1><p>One <b>two</b></p><ul><li>a<li>b</ul><a href='https://x.org'>link</a><script>no</script>"_s),
            u"Title\n\nOne two\n\n• a\n• b\n\nlink <https://x.org>"_s);
    }
};

QTEST_GUILESS_MAIN(MessageParserTest)
#include "messageparser_test.moc"
