#include "core/mime/messageparser.h"

#include "support/processortime.h"

#include <QCryptographicHash>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

// Mail as people and programs really send it: what a standard forbids and everybody has met.
class BrokenMailTest : public QObject
{
    Q_OBJECT

    static QByteArray sha(const QByteArray &bytes)
    {
        return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex();
    }

    static QString textOf(const QByteArray &message) { return parseMessage(message).text.trimmed(); }

private Q_SLOTS:
    void text_in_any_charset_is_read_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QByteArray &type, const QByteArray &body,
                            const QString &text) { QTest::newRow(name) << type << body << text; };
        row("iso-2022-jp", "text/plain; charset=ISO-2022-JP", "\x1b$B2q5D\x1b(B ok", u"会議 ok"_s);
        row("iso-2022-jp, nobody says so", "text/plain", "\x1b$B2q5D\x1b(B ok", u"会議 ok"_s);
        row("iso-2022-jp as us-ascii", "text/plain; charset=us-ascii", "\x1b$B2q5D\x1b(B", u"会議"_s);
        row("gb18030", "text/plain; charset=gb18030", "\xbb\xe1\xd2\xe9", u"会议"_s);
        row("gb18030 as gb2312", "text/plain; charset=gb2312", "\x81\x30\x84\x36\xbb\xe1",
            QString::fromUtf8("\xc2\xa5\xe4\xbc\x9a"));
        row("hz", "text/plain; charset=hz-gb-2312", "~{;aRi~}", u"会议"_s);
        row("big5", "text/plain; charset=Big5", "\xb7\x7c\xc4\xb3", u"會議"_s);
        row("shift_jis", "text/plain; charset=Shift_JIS", "\x89\xef\x8b\x63", u"会議"_s);
        row("x-sjis", "text/plain; charset=x-sjis", "\x89\xef\x8b\x63", u"会議"_s);
        row("euc-kr by its Windows name", "text/plain; charset=ks_c_5601-1987", "\xc8\xb8\xc0\xc7",
            u"회의"_s);
        row("koi8-r", "text/plain; charset=KOI8-R", "\xf0\xd2\xc9\xd7\xc5\xd4", u"Привет"_s);
        row("koi8-u", "text/plain; charset=koi8-u", "\xb7\xd6\xc1\xcb", u"Їжак"_s);
        row("windows-1251", "text/plain; charset=cp1251", "\xcf\xf0\xe8\xe2\xe5\xf2", u"Привет"_s);
        row("windows-1251 by a short name", "text/plain; charset=win-1251", "\xcf\xf0\xe8\xe2\xe5\xf2",
            u"Привет"_s);
        row("a page that tells its charset itself", "text/html",
            "<html><head><META CHARSET='windows-1251'></head><body>\xcf\xf0\xe8\xe2\xe5\xf2</body></html>",
            u"Привет"_s);
        row("a page that tells it as its type", "text/html",
            "<head><meta name=x><meta http-equiv=content-type content=\"text/html; "
            "charset=koi8-r\"></head>\xf0\xd2\xc9\xd7\xc5\xd4",
            u"Привет"_s);
        row("a page whose sender knows better", "text/html; charset=windows-1251",
            "<meta charset=koi8-r>\xcf\xf0\xe8\xe2\xe5\xf2", u"Привет"_s);
        row("utf-7", "text/plain; charset=utf-7", "Gr+APwA3w-e +- 1", u"Grüße + 1"_s);
        row("utf-7, broken", "text/plain; charset=utf-7", "a +AP b +", u"a  b +"_s);
        row("utf-16", "text/plain; charset=utf-16le", QByteArray("H\0i\0", 4), u"Hi"_s);
        row("latin-1 means windows-1252", "text/plain; charset=iso-8859-1", "\x93quoted\x94 \x96 \x80",
            u"“quoted” – €"_s);
        row("utf-8 called latin-1", "text/plain; charset=iso-8859-1",
            "Gr\xc3\xbc\xc3\x9f"
            "e",
            u"Grüße"_s);
        row("latin-1 called utf-8", "text/plain; charset=utf-8",
            "Gr\xfc\xdf"
            "e",
            u"Grüße"_s);
        row("latin-1, nobody says so", "text/plain",
            "Gr\xfc\xdf"
            "e",
            u"Grüße"_s);
        row("one broken byte in utf-8", "text/plain; charset=utf-8",
            "\xd0\x9f\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82 \xff.", u"Привет \uFFFD."_s);
        row("unknown charset", "text/plain; charset=x-nobody-knows",
            "Gr\xc3\xbc\xc3\x9f"
            "e",
            u"Grüße"_s);
        row("empty charset", "text/plain; charset=\"\"",
            "Gr\xc3\xbc\xc3\x9f"
            "e",
            u"Grüße"_s);
        row("charset with blanks", "text/plain; charset = \" koi8-r \"", "\xf0\xd2\xc9\xd7\xc5\xd4",
            u"Привет"_s);
        row("charset in single quotes", "text/plain; charset='koi8-r'", "\xf0\xd2\xc9\xd7\xc5\xd4",
            u"Привет"_s);
        row("quote never closed", "text/plain; charset=\"koi8-r", "\xf0\xd2\xc9\xd7\xc5\xd4", u"Привет"_s);
        row("two charsets", "text/plain; charset=koi8-r; charset=utf-8", "\xf0\xd2\xc9\xd7\xc5\xd4",
            u"Привет"_s);
        row("no semicolon", "text/plain charset=koi8-r", "\xf0\xd2\xc9\xd7\xc5\xd4", u"Привет"_s);
        row("only text", "text", "plain", u"plain"_s);
        row("nonsense", "=?=;;;/", "plain", u"plain"_s);
        row("NUL bytes", "text/plain", QByteArray("a\0b", 3), u"ab"_s);
    }
    void text_in_any_charset_is_read()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        const QByteArray head = "From: a@example.org\r\nContent-Type: " + type + "\r\n\r\n";
        QTEST(textOf(head + body), "text");
        // The same inside a multipart.
        const QByteArray part = "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: " + type
            + "\n\n" + body + "\n--b--\n";
        QTEST(textOf(part), "text");
    }

    void transfer_encodings_are_forgiven_data()
    {
        QTest::addColumn<QByteArray>("encoding");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QByteArray &encoding, const QByteArray &body,
                            const QString &text) { QTest::newRow(name) << encoding << body << text; };
        row("quoted-printable", "Quoted-Printable", "Gr=C3=BC=C3=9Fe =\nall", u"Grüße all"_s);
        row("small hex digits", "quoted-printable", "Gr=c3=bc=c3=9fe", u"Grüße"_s);
        row("lone equals signs", "quoted-printable", "1=1, a==b, x=zz", u"1=1, a==b, x=zz"_s);
        row("blanks after a soft break", "quoted-printable", "so=  \nft", u"soft"_s);
        row("base64", "BASE64", "R3LDvMOfZQ==", u"Grüße"_s);
        row("base64 without padding", "base64", "R3LDvMOfZQ", u"Grüße"_s);
        row("base64 with strangers in it", "base64", "R3LD*vMO\n fZQ==!", u"Grüße"_s);
        row("base64 and a footer", "base64", "R3LDvMOfZQ==\n\n-- \nlist footer", u"Grüße"_s);
        row("blanks around", " base64 ", "R3LDvMOfZQ==", u"Grüße"_s);
        row("uuencode", "x-uuencode", "begin 644 x\n%:&5L;&\\\n`\nend\n", u"hello"_s);
        row("unknown", "x-none", "plain =3D", u"plain =3D"_s);
        row("with a comment", "7bit (plain)", "plain", u"plain"_s);
        row("empty", "", "plain", u"plain"_s);
    }
    void transfer_encodings_are_forgiven()
    {
        QFETCH(QByteArray, encoding);
        QFETCH(QByteArray, body);
        QTEST(textOf("Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: " + encoding
                     + "\n\n" + body),
              "text");
    }

    void names_are_read_however_they_are_written_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("name");
        const auto row = [](const char *name, const QByteArray &fields, const QString &file) {
            QTest::newRow(name) << fields << file;
        };
        const QByteArray at = "Content-Disposition: attachment; ";
        row("plain", at + "filename=report.pdf", u"report.pdf"_s);
        row("quoted", at + "filename=\"a b; c=d.txt\"", u"a b; c=d.txt"_s);
        row("quoted pair", at + "filename=\"a\\\"b.txt\"", u"a_b.txt"_s);
        row("blanks and no quotes", at + "filename=my long report.pdf", u"my long report.pdf"_s);
        row("blanks around", at + "filename = \"report.pdf\"", u"report.pdf"_s);
        row("rfc 2231", at + "filename*=utf-8''r%C3%A4k.txt", u"räk.txt"_s);
        row("rfc 2231, latin-1 and a language", at + "filename*=iso-8859-1'sv'r%E4k.txt", u"räk.txt"_s);
        row("rfc 2231, koi8-r", at + "filename*=koi8-r''%F0%D2%C9.txt", u"При.txt"_s);
        row("rfc 2231, continued", at + "filename*0=\"long \"; filename*1=\"name\"; filename*2=.txt",
            u"long name.txt"_s);
        row("rfc 2231, continued and encoded",
            at + "filename*0*=utf-8''r%C3%A4; filename*1*=k%20; filename*2=1.txt", u"räk 1.txt"_s);
        row("rfc 2231, character split between", at + "filename*0*=utf-8''r%C3; filename*1*=%A4k.txt",
            u"räk.txt"_s);
        row("rfc 2231, out of order", at + "filename*1=b.txt; filename*0=a", u"ab.txt"_s);
        row("rfc 2231, folded", at + "\n\tfilename*0*=utf-8''%E4%BC%9A;\n\tfilename*1*=%E8%AD%B0.txt",
            u"会議.txt"_s);
        row("rfc 2231 in quotes", at + "filename*=\"utf-8''r%C3%A4k.txt\"", u"räk.txt"_s);
        row("rfc 2231 beside a plain one", at + "filename=\"rak.txt\"; filename*=utf-8''r%C3%A4k.txt",
            u"räk.txt"_s);
        row("encoded word", at + "filename=\"=?utf-8?q?r=C3=A4k.txt?=\"", u"räk.txt"_s);
        row("encoded word without quotes", at + "filename==?utf-8?B?csOkay50eHQ=?=", u"räk.txt"_s);
        row("rfc 2231, percents that are none", at + "filename*=utf-8''100%.pdf", u"100%.pdf"_s);
        row("a path of Windows", at + "filename=\"C:\\Users\\new\\report.pdf\"", u"report.pdf"_s);
        row("a path of Windows, quoted pairs", at + "filename=\"C:\\\\Users\\\\new\\\\report.pdf\"",
            u"report.pdf"_s);
        row("two encoded words", at + "filename=\"=?utf-8?q?r=C3?=\n =?utf-8?q?=A4k.txt?=\"", u"räk.txt"_s);
        row("raw utf-8", at + "filename=\"r\xc3\xa4k.txt\"", u"räk.txt"_s);
        row("raw latin-1", at + "filename=\"r\xe4k.txt\"", u"räk.txt"_s);
        row("only in the type", "Content-Type: application/pdf; name=\"=?utf-8?q?r=C3=A4k.pdf?=\"",
            u"räk.pdf"_s);
        row("only in the type, rfc 2231", "Content-Type: application/pdf; name*=utf-8''r%C3%A4k.pdf",
            u"räk.pdf"_s);
        row("quote never closed", at + "filename=\"report.pdf", u"report.pdf"_s);
        row("a path", at + "filename=\"./folder/image.jpg\"", u"image.jpg"_s);
        row("only dots", at + "filename=\"..\"", u"unnamed"_s);
        row("right-to-left override", at + "filename*=utf-8''a%E2%80%AEfdp.exe", u"afdp.exe"_s);
        row("NUL", at + QByteArray("filename=\"a\0b.txt\"", 18), u"ab.txt"_s);
    }
    void names_are_read_however_they_are_written()
    {
        QFETCH(QByteArray, fields);
        const QByteArray type = fields.startsWith("Content-Type")
            ? QByteArray()
            : QByteArray("Content-Type: application/octet-stream\n");
        const MessageView v = parseMessage("Content-Type: multipart/mixed; boundary=b\n\n--b\n" + type
                                           + fields + "\n\nx\n--b--\n");
        QCOMPARE(v.attachments.size(), 1);
        QTEST(v.attachments.first().name, "name");
        QCOMPARE(v.attachments.first().size, 1);
    }

    void a_boundary_may_be_missing_or_wrong_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("seen"); // part of the text
        QTest::addColumn<int>("attachments");
        const QByteArray two
            = "--b\nContent-Type: text/plain\n\nwords\n--b\nContent-Type: application/pdf\n\nx\n--b--\n";
        const auto row = [](const char *name, const QByteArray &message, const QString &seen,
                            int attachments) { QTest::newRow(name) << message << seen << attachments; };
        row("right", "Content-Type: multipart/mixed; boundary=b\n\n" + two, u"words"_s, 1);
        row("none", "Content-Type: multipart/mixed\n\n" + two, u"words"_s, 0);
        row("another", "Content-Type: multipart/mixed; boundary=c\n\n" + two, u"words"_s, 0);
        row("blanks after it",
            "Content-Type: multipart/mixed; boundary=b\n\n" + QByteArray(two).replace("--b\n", "--b  \n"),
            u"words"_s, 1);
        row("with = and no quotes",
            "Content-Type: multipart/mixed; boundary=a=b\n\n" + QByteArray(two).replace("--b", "--a=b"),
            u"words"_s, 1);
        row("with a blank",
            "Content-Type: multipart/mixed; boundary=\"a b\"\n\n" + QByteArray(two).replace("--b", "--a b"),
            u"words"_s, 1);
        row("with a colon and no quotes",
            "Content-Type: multipart/mixed; boundary=a:b\n\n" + QByteArray(two).replace("--b", "--a:b"),
            u"words"_s, 1);
        row("quote never closed", "Content-Type: multipart/mixed; boundary=\"b\n\n" + two, u"words"_s, 1);
        row("folded", "Content-Type: multipart/mixed;\n\tboundary=b\n\n" + two, u"words"_s, 1);
        row("never ended",
            "Content-Type: multipart/mixed; boundary=b\n\n" + QByteArray(two).replace("\n--b--\n", ""),
            u"words"_s, 1);
        row("preamble and epilogue",
            "Content-Type: multipart/mixed; boundary=b\n\npreamble\n" + two + "epilogue\n", u"words"_s, 1);
        row("starts with other boundary",
            "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/alternative; "
            "boundary=bb\n\n--bb\n\nwords\n--bb--\n--b\nContent-Type: application/pdf\n\nx\n--b--\n",
            u"words"_s, 1);
        row("same boundary inside",
            "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: multipart/mixed; "
            "boundary=b\n\n--b\n\nwords\n--b--\n--b--\n",
            u"words"_s, 0);
        row("part without a header", "Content-Type: multipart/mixed; boundary=b\n\n--b\n\nwords\n--b--\n",
            u"words"_s, 0);
        row("part without an empty line", "Content-Type: multipart/mixed; boundary=b\n\n--b\nwords\n--b--\n",
            u"words"_s, 0);
        row("part that is only a header",
            "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/html\n" + two, u"words"_s,
            1);
        row("boundary in sections",
            "Content-Type: multipart/mixed; boundary*0=a; boundary*1=b\n\n"
                + QByteArray(two).replace("--b", "--ab"),
            u"words"_s, 1);
        row("unknown multipart", "Content-Type: multipart/x-strange; boundary=b\n\n" + two, u"words"_s, 1);
        row("header with a stray line",
            "Subject: x\nstray\nContent-Type: multipart/mixed; boundary=b\n\n" + two, u"words"_s, 1);
    }
    void a_boundary_may_be_missing_or_wrong()
    {
        QFETCH(QByteArray, message);
        QFETCH(QString, seen);
        for (const QByteArray &form : {message, QByteArray(message).replace("\n", "\r\n")}) {
            const MessageView v = parseMessage(form);
            QVERIFY2(v.text.contains(seen), qPrintable(v.text));
            QTEST(int(v.attachments.size()), "attachments");
            if (!v.attachments.isEmpty())
                QCOMPARE(v.attachments.first().size, 1);
        }
    }

    void headers_may_be_missing()
    {
        const MessageView bare = parseMessage(QByteArray("\n\njust words\n"));
        QCOMPARE(bare.text.trimmed(), u"just words"_s);
        QCOMPARE(bare.from, Address{});
        QCOMPARE(bare.date, 0);
        const MessageView onlyHeader = parseMessage(QByteArray("Subject: x"));
        QCOMPARE(onlyHeader.subject, u"x"_s);
        QVERIFY(onlyHeader.text.isEmpty());
        const MessageView sender = parseMessage(QByteArray("Sender: s@example.org\nSubject: x\n\ny"));
        QCOMPARE(sender.from.email, u"s@example.org"_s);
    }

    void files_come_in_all_forms()
    {
        const QByteArray plain = "From: a@example.org\nSubject: s\n\nwords\n";
        for (const QByteArray &form :
             {plain, "From a@example.org Mon Nov 12 09:12:00 2001\n" + plain, "\xef\xbb\xbf" + plain,
              QByteArray(plain).replace("\n", "\r\n"), QByteArray(plain).replace("\n", "\r")}) {
            const MessageView v = parseMessage(form);
            QCOMPARE(v.from.email, u"a@example.org"_s);
            QCOMPARE(v.subject, u"s"_s);
            QCOMPARE(v.text.trimmed(), u"words"_s);
        }
    }

    void a_message_in_a_message_keeps_its_octets_data()
    {
        QTest::addColumn<QByteArray>("inner");
        QTest::newRow("plain") << QByteArray("Subject: inner\nFrom: x@example.org\n\nhello\n\n-- \nme");
        QTest::newRow("multipart") << QByteArray(
            "Subject: inner\nX-Odd:   spaces  \nContent-Type: multipart/mixed;\n "
            "boundary=y\n\npre\n--y\n\nhello\n--y--\nafter");
        QTest::newRow("message in it")
            << QByteArray("Subject: inner\nContent-Type: message/rfc822\n\nSubject: third\n\nhello");
        QTest::newRow("odd header") << QByteArray("Subject: inner\nTo: =?x?\nstray\n\nhello");
    }
    void a_message_in_a_message_keeps_its_octets()
    {
        QFETCH(QByteArray, inner);
        const QByteArray header = "Subject: outer\nContent-Type: multipart/mixed; boundary=x";
        const QByteArray body
            = "--x\n\nsee below\n--x\nContent-Type: message/rfc822\n\n" + inner + "\n--x--\n";
        const MessageView v = parseMessage(header, body);
        QCOMPARE(v.text.trimmed(), u"see below"_s);
        QCOMPARE(v.attachments.size(), 1);
        QCOMPARE(v.attachments[0].mimeType, u"message/rfc822"_s);
        QCOMPARE(v.attachments[0].name, u"inner.eml"_s);
        QCOMPARE(v.attachments[0].size, inner.size());
        QCOMPARE(v.attachments[0].sha256, sha(inner));
        const auto data = attachmentData(header, body, 0);
        QVERIFY(data);
        QCOMPARE(*data, inner);
    }

    void a_digest_is_made_of_messages()
    {
        const MessageView v
            = parseMessage(QByteArray("Content-Type: multipart/digest; boundary=b\n\n--b\n\nSubject: "
                                      "one\n\n1\n--b\n\nSubject: two\n\n2\n--b--\n"));
        QCOMPARE(v.attachments.size(), 2);
        QCOMPARE(v.attachments[1].name, u"two.eml"_s);
    }

    void a_message_in_base64_is_decoded()
    {
        const QByteArray inner = "Subject: inner\n\nhello\n";
        const MessageView v = parseMessage("Content-Type: multipart/mixed; boundary=x\n\n--x\nContent-Type: "
                                           "message/rfc822\nContent-Transfer-Encoding: base64\n\n"
                                           + inner.toBase64() + "\n--x--\n");
        QCOMPARE(v.attachments.size(), 1);
        QCOMPARE(v.attachments[0].sha256, sha(inner));
    }

    void octets_are_kept_whatever_the_line_ends()
    {
        const QByteArray data = "one\r\ntwo\r\n\r\nthree";
        const QByteArray binary = "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: "
                                  "application/octet-stream\r\nContent-Transfer-Encoding: binary\r\n\r\n"
            + data + "\r\n--x--\r\n";
        QCOMPARE(parseMessage(binary).attachments.value(0).sha256, sha(data));
        // Text has the line ends of this system, as on every sender's disk.
        const QByteArray text = QByteArray(binary).replace("application/octet-stream", "text/csv");
        QCOMPARE(parseMessage(text).attachments.value(0).sha256, sha("one\ntwo\n\nthree"));
        const QByteArray encoded = "Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\nContent-Type: "
                                   "text/csv\r\nContent-Transfer-Encoding: base64\r\n\r\n"
            + data.toBase64() + "\r\n--x--\r\n";
        QCOMPARE(parseMessage(encoded).attachments.value(0).sha256, sha(data));
    }

    void of_alternatives_one_text_is_shown()
    {
        const MessageView v = parseMessage(QByteArray(
            "Content-Type: multipart/alternative; boundary=b\n\n--b\nContent-Type: text/plain\n\nplain\n--b\n"
            "Content-Type: text/enriched\n\n<bold>rich</bold>\n--b\nContent-Type: "
            "text/html\n\n<b>html</b>\n--b--\n"));
        QCOMPARE(v.text.trimmed(), u"plain"_s);
        QVERIFY(v.html.contains("<b>html</b>"_L1));
        QVERIFY(v.attachments.isEmpty());
    }

    void texts_in_a_row_are_joined()
    {
        const MessageView v = parseMessage(QByteArray(
            "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\none\n--b\n"
            "Content-Type: application/pdf\n\nx\n--b\nContent-Type: text/plain\nContent-Disposition: "
            "inline\n\ntwo\n--b\n"
            "Content-Type: text/plain; name=notes.txt\nContent-Disposition: attachment; "
            "filename=notes.txt\n\nthree\n--b--\n"));
        QCOMPARE(v.text, u"one\ntwo"_s);
        QCOMPARE(v.attachments.size(), 2);
        QCOMPARE(v.attachments[1].name, u"notes.txt"_s);
    }

    void flowed_text_is_joined_data()
    {
        QTest::addColumn<QByteArray>("parameters");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const QByteArray &parameters, const QByteArray &body,
                            const QString &text) { QTest::newRow(name) << parameters << body << text; };
        row("fixed", "", "one \ntwo", u"one \ntwo"_s);
        row("flowed", "; format=flowed", "one \ntwo\nthree", u"one two\nthree"_s);
        row("in capitals and quotes", "; FORMAT=\"Flowed\"", "one \ntwo", u"one two"_s);
        row("delsp", "; format=flowed; delsp=yes", "\xe4\xbc\x9a \n\xe8\xad\xb0", u"会議"_s);
        row("quotes", "; format=flowed", "> one \n> two\n>> three \n>> four\nfive",
            u"> one two\n>> three four\nfive"_s);
        row("depth changes in a paragraph", "; format=flowed", "> one \ntwo", u"> one \ntwo"_s);
        row("signature", "; format=flowed", "one \n-- \nme", u"one \n-- \nme"_s);
        row("stuffed", "; format=flowed", " From here \n on\n >not a quote", u"From here on\n>not a quote"_s);
        row("ends flowed", "; format=flowed", "one ", u"one "_s);
    }
    void flowed_text_is_joined()
    {
        QFETCH(QByteArray, parameters);
        QFETCH(QByteArray, body);
        QTEST(parseMessage("Content-Type: text/plain; charset=utf-8" + parameters + "\n\n" + body).text,
              "text");
    }

    void html_is_made_safe_whatever_its_charset_hides_data()
    {
        QTest::addColumn<QByteArray>("charset");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("utf-7") << QByteArray("utf-7")
                               << QByteArray("+ADw-script+AD4-x+ADw-/script+AD4- seen");
        QTest::newRow("utf-16") << QByteArray("utf-16be")
                                << QByteArray(
                                       "\0<\0s\0c\0r\0i\0p\0t\0>\0x\0<\0/\0s\0c\0r\0i\0p\0t\0>\0s\0e\0e\0n",
                                       44);
        QTest::newRow("iso-2022-jp") << QByteArray("iso-2022-jp")
                                     << QByteArray("<scr\x1b(Bipt>x</script> <script>x</script>seen");
        QTest::newRow("hz") << QByteArray("hz-gb-2312") << QByteArray("<script>x</script>~{;aRi~}seen");
        QTest::newRow("NUL") << QByteArray("utf-8") << QByteArray("<scr\0ipt>x</scr\0ipt>seen", 25);
    }
    void html_is_made_safe_whatever_its_charset_hides()
    {
        QFETCH(QByteArray, charset);
        QFETCH(QByteArray, body);
        const MessageView v = parseMessage("Content-Type: text/html; charset=" + charset + "\n\n" + body);
        QVERIFY2(v.html.contains("seen"_L1), qPrintable(v.html));
        QVERIFY2(!v.html.contains("<script"_L1) && !v.html.contains("ADw"_L1), qPrintable(v.html));
    }

    void a_large_message_is_read_in_time_data()
    {
        QTest::addColumn<QByteArray>("message");
        QByteArray deep;
        for (int i = 0; i < 39; ++i)
            deep += "Content-Type: multipart/mixed; boundary=b" + QByteArray::number(i) + "x\n\n--b"
                + QByteArray::number(i) + "x\n";
        QTest::newRow("10 MB at depth 39")
            << deep + "Content-Type: application/pdf\n\n" + QByteArray(10'000'000, 'x').replace(70, 1, "\n");
        QTest::newRow("short lines at depth 39")
            << deep + "Content-Type: application/pdf\n\n" + QByteArray("--\n").repeated(2'000'000);
        QTest::newRow("50 MB of base64") << "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: "
                                            "application/pdf\nContent-Transfer-Encoding: base64\n\n"
                + (QByteArray(76, 'A') + "\n").repeated(650'000);
        QTest::newRow("50 MB of quoted-printable")
            << "Content-Type: application/pdf\nContent-Transfer-Encoding: quoted-printable\n\n"
                + (QByteArray("=41").repeated(25) + "=\n").repeated(650'000);
        QByteArray parts = "Content-Type: multipart/mixed; boundary=b\n\n";
        for (int i = 0; i < 990; ++i)
            parts += "--b\nContent-Type: application/pdf\n\n" + QByteArray("x\n").repeated(5000);
        QTest::newRow("990 parts of 10 kB") << parts;
        QTest::newRow("10 MB of HTML") << "Content-Type: text/html\n\n"
                + QByteArray("<p style='color:red'>word <b>word</b></p>\n").repeated(250'000);
        QTest::newRow("100,000 levels of HTML")
            << "Content-Type: text/html\n\n" + QByteArray("<div>").repeated(100'000);
    }
    void a_large_message_is_read_in_time()
    {
        QFETCH(QByteArray, message);
        const int start = processorMs();
        parseMessage(message);
        const int took = processorMs() - start;
        QVERIFY2(took < 3000 * SlowerHere, qPrintable(QString::number(took)));
    }
};

QTEST_APPLESS_MAIN(BrokenMailTest)
#include "brokenmail_test.moc"
