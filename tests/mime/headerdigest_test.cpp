#include "core/mime/headerdate.h"
#include "core/mime/headerdigest.h"
#include "core/mime/mailboxes.h"

#include "support/processortime.h"

#include <QTest>

#include <random>

using namespace kw;
using namespace Qt::StringLiterals;

class HeaderDigestTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_plain_header_is_read_whole()
    {
        const HeaderDigest d
            = digestHeader("From: Anna Becker <anna@example.org>\r\nTo: \"Hansen, Lars\" "
                           "<lars@example.org>,\r\n bea@example.net\r\n"
                           "Subject: Quarterly\r\n forecast\r\nDate: Mon, 12 Nov 2001 09:12:00 "
                           "+0100\r\nMessage-ID: <a@b>\r\n"
                           "References: <x@y>\r\n <z@y>\r\nIn-Reply-To: <z@y>\r\n\r\nbody: no\r\n");
        QCOMPARE(d.from, (Address{u"Anna Becker"_s, u"anna@example.org"_s}));
        QCOMPARE(d.to.size(), 2);
        QCOMPARE(d.to.first().name, u"Hansen, Lars"_s);
        QCOMPARE(d.subject, u"Quarterly forecast"_s);
        QCOMPARE(d.date, 1005552720);
        QCOMPARE(d.messageIdHash, messageIdHash("a@b"));
        QCOMPARE(d.references, (QList<quint64>{messageIdHash("<x@y>"), messageIdHash("<z@y>")}));
    }
    void encoded_words_are_joined_before_decoding_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("text");
        QTest::newRow("utf-8 q") << QByteArray("=?utf-8?q?Gr=C3=BC=C3=9Fe?=") << u"Grüße"_s;
        QTest::newRow("utf-8 b") << QByteArray("=?UTF-8?B?5Lya6K2w?= ann 20") << u"会議 ann 20"_s;
        QTest::newRow("split character")
            << QByteArray("=?utf-8?b?5Lw=?= =?utf-8?b?mg==?=") << QString::fromUtf8("\xe4\xbc\x9a");
        QTest::newRow("two charsets")
            << QByteArray("=?iso-8859-1?q?=E9?= =?koi8-r?b?8NLJ18XU?=") << u"éПривет"_s;
        QTest::newRow("language") << QByteArray("=?us-ascii*en?q?hello?= x") << u"hello x"_s;
        QTest::newRow("broken") << QByteArray("=?utf-8?x?abc?= =?nope") << u"=?utf-8?x?abc?= =?nope"_s;
        QTest::newRow("iso-2022-jp") << QByteArray("=?ISO-2022-JP?B?GyRCMnE1RBsoQg==?=") << u"会議"_s;
        QTest::newRow("gb2312") << QByteArray("=?gb2312?B?u+HS6Q==?=") << u"会议"_s;
        QTest::newRow("raw utf-8") << QByteArray("Gr\xc3\xbc\xc3\x9f"
                                                 "e")
                                   << u"Grüße"_s;
        QTest::newRow("raw latin") << QByteArray("Gr\xfc\xdf"
                                                 "e")
                                   << u"Grüße"_s;
        QTest::newRow("bidi override") << QByteArray("a\xe2\x80\xae"
                                                     "b")
                                       << u"ab"_s;
        QTest::newRow("no blank between words") << QByteArray("=?utf-8?q?a?==?utf-8?q?b?=") << u"ab"_s;
        QTest::newRow("no blank around") << QByteArray("x=?utf-8?q?=C3=A4?=y") << u"xäy"_s;
        QTest::newRow("blanks inside") << QByteArray("=?utf-8?q?two words?=") << u"two words"_s;
        QTest::newRow("question mark inside") << QByteArray("=?utf-8?Q?what?=20now=3F?=") << u"what? now?"_s;
        QTest::newRow("question mark before text") << QByteArray("=?utf-8?Q?what?=20 now") << u"what20 now"_s;
        QTest::newRow("folded inside") << QByteArray("=?utf-8?b?R3LDvM\r\n OfZQ==?=") << u"Grüße"_s;
        QTest::newRow("no padding") << QByteArray("=?utf-8?b?R3LDvMOfZQ?=") << u"Grüße"_s;
        QTest::newRow("cut off") << QByteArray("=?utf-8?q?Gr=C3=BC=C3=9F") << u"Grüß"_s;
        QTest::newRow("no charset") << QByteArray("=??q?abc?=") << u"=??q?abc?="_s;
        QTest::newRow("empty") << QByteArray("=?utf-8?q?"
                                             "?= x")
                               << u"x"_s;
        QTest::newRow("q and b in one")
            << QByteArray("=?utf-8?q?=E4?= =?utf-8?b?vJo=?=") << QString::fromUtf8("\xe4\xbc\x9a");
        QTest::newRow("iso-2022-jp in two words")
            << QByteArray("=?ISO-2022-JP?B?GyRCMnEbKEI=?= =?ISO-2022-JP?B?GyRCNUQbKEI=?=") << u"会議"_s;
        QTest::newRow("koi8-r called nothing") << QByteArray("=?x-unknown?q?abc=20d?=") << u"abc d"_s;
        QTest::newRow("utf-8 called us-ascii") << QByteArray("=?us-ascii?q?Gr=C3=BC?=") << u"Grü"_s;
        QTest::newRow("NUL and newline inside")
            << QByteArray("=?utf-8?q?a=00b=0D=0ABcc:_x?=") << u"ab  Bcc: x"_s;
        QTest::newRow("unknown charset") << QByteArray("=?x-none?q?abc?=") << u"abc"_s;
    }
    void encoded_words_are_joined_before_decoding()
    {
        QFETCH(QByteArray, raw);
        QFETCH(QString, text);
        QCOMPARE(digestHeader("Subject: " + raw + "\r\n").subject, text);
    }
    void dates_of_all_ages_are_read_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<qint64>("seconds");
        QTest::newRow("usual") << QByteArray("Tue, 14 Nov 2023 22:13:20 +0000") << qint64(1700000000);
        QTest::newRow("zone name") << QByteArray("14 Nov 2023 17:13:20 EST") << qint64(1700000000);
        QTest::newRow("two digits") << QByteArray("Tue, 14 Nov 23 22:13:20 GMT") << qint64(1700000000);
        QTest::newRow("asctime") << QByteArray("Tue Nov 14 22:13:20 2023") << qint64(1700000000);
        QTest::newRow("no seconds") << QByteArray("14 Nov 2023 22:13 +0000") << qint64(1699999980);
        QTest::newRow("comment") << QByteArray("Tue, 14 Nov 2023 23:13:20 +0100 (CET)") << qint64(1700000000);
        QTest::newRow("dashes") << QByteArray("14-Nov-2023 22:13:20 +0000") << qint64(1700000000);
        QTest::newRow("dashes, two digits") << QByteArray("14-Nov-23 22:13:20 +0000") << qint64(1700000000);
        QTest::newRow("month first") << QByteArray("Nov 14, 2023 22:13:20 GMT") << qint64(1700000000);
        QTest::newRow("month written out")
            << QByteArray("Tuesday, 14 November 2023 22:13:20 UT") << qint64(1700000000);
        QTest::newRow("afternoon") << QByteArray("Tue, 14 Nov 2023 10:13:20 PM +0000") << qint64(1700000000);
        QTest::newRow("after midnight") << QByteArray("15 Nov 2023 12:13:20 AM +0200") << qint64(1700000000);
        QTest::newRow("dots") << QByteArray("Tue, 14 Nov 2023 22.13.20 +0000") << qint64(1700000000);
        QTest::newRow("iso 8601") << QByteArray("2023-11-14T22:13:20Z") << qint64(1700000000);
        QTest::newRow("iso 8601, zone") << QByteArray("2023-11-14T23:13:20.25+01:00") << qint64(1700000000);
        QTest::newRow("iso 8601, blank") << QByteArray("2023-11-14 23:13:20 +0100") << qint64(1700000000);
        QTest::newRow("zone with colon") << QByteArray("14 Nov 2023 23:13:20 +01:00") << qint64(1700000000);
        QTest::newRow("zone with name") << QByteArray("14 Nov 2023 23:13:20 GMT+0100") << qint64(1700000000);
        QTest::newRow("far zone") << QByteArray("15 Nov 2023 16:13:20 +1800") << qint64(1700000000);
        QTest::newRow("impossible zone") << QByteArray("14 Nov 2023 22:13:20 +9900") << qint64(1700000000);
        QTest::newRow("unknown zone") << QByteArray("14 Nov 2023 22:13:20 XYZT") << qint64(1700000000);
        QTest::newRow("year 102") << QByteArray("Tue, 12 Nov 102 09:12:00 +0000") << qint64(1037092320);
        QTest::newRow("year 19102") << QByteArray("Tue, 12 Nov 19102 09:12:00 +0000") << qint64(1037092320);
        QTest::newRow("leap second") << QByteArray("14 Nov 2023 22:12:60 +0000") << qint64(1699999980);
        QTest::newRow("no blank after the comma")
            << QByteArray("Tue,14 Nov 2023 22:13:20 +0000") << qint64(1700000000);
        QTest::newRow("no time") << QByteArray("14 Nov 2023") << qint64(1699920000);
        QTest::newRow("month 13") << QByteArray("2023-13-14T22:13:20Z") << qint64(0);
        QTest::newRow("long") << QByteArray(100'000, '1') << qint64(0);
        QTest::newRow("nonsense") << QByteArray("yesterday") << qint64(0);
        QTest::newRow("empty") << QByteArray() << qint64(0);
        QTest::newRow("day 99") << QByteArray("99 Nov 2023 22:13:20 +0000") << qint64(0);
    }
    void dates_of_all_ages_are_read()
    {
        QFETCH(QByteArray, raw);
        QFETCH(qint64, seconds);
        QCOMPARE(parseHeaderDate(raw), seconds);
    }
    void addresses_survive_what_people_send_data()
    {
        QTest::addColumn<QByteArray>("raw");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("email");
        QTest::newRow("a comma without quotes")
            << QByteArray("Becker, Anna <anna@example.org>") << u"Becker, Anna"_s << u"anna@example.org"_s;
        QTest::newRow("a name alone") << QByteArray("Anna") << u"Anna"_s << QString();
        QTest::newRow("blanks in the address")
            << QByteArray("Anna <anna @ example . org>") << u"Anna"_s << u"anna@example.org"_s;
        QTest::newRow("a bracket in quotes")
            << QByteArray("Anna <\"a>b\"@example.org>") << u"Anna"_s << u"\"a>b\"@example.org"_s;
        QTest::newRow("comment name")
            << QByteArray("anna@example.org (Anna Becker)") << u"Anna Becker"_s << u"anna@example.org"_s;
        QTest::newRow("encoded") << QByteArray("=?utf-8?q?=C3=85sa_=C3=96berg?= <asa@example.org>")
                                 << u"Åsa Öberg"_s << u"asa@example.org"_s;
        QTest::newRow("quoted encoded")
            << QByteArray("\"=?utf-8?q?=C3=85sa?=\" <asa@example.org>") << u"Åsa"_s << u"asa@example.org"_s;
        QTest::newRow("group") << QByteArray("team: a@b.c, d@e.f;") << QString() << u"a@b.c"_s;
        QTest::newRow("comma in an encoded word") << QByteArray("=?utf-8?Q?Becker,_Anna?= <anna@example.org>")
                                                  << u"Becker, Anna"_s << u"anna@example.org"_s;
        QTest::newRow("encoded word never closed")
            << QByteArray("=?utf-8?q?Anna <anna@example.org>, =?utf-8?q?Bea?= <b@example.org>") << u"Anna"_s
            << u"anna@example.org"_s;
        QTest::newRow("quote never closed")
            << QByteArray("\"Anna <anna@example.org>, b@example.org") << u"\"Anna"_s << u"anna@example.org"_s;
        QTest::newRow("comment never closed")
            << QByteArray("Anna (work <anna@example.org>") << u"Anna (work"_s << u"anna@example.org"_s;
        QTest::newRow("quoted pair") << QByteArray("\"Anna \\\"A\\\" Becker\" <anna@example.org>")
                                     << u"Anna \"A\" Becker"_s << u"anna@example.org"_s;
        QTest::newRow("source route")
            << QByteArray("<@a.example,@b.example:anna@example.org>") << QString() << u"anna@example.org"_s;
        QTest::newRow("nested comment")
            << QByteArray("anna@example.org (Anna (work))") << u"Anna (work)"_s << u"anna@example.org"_s;
        QTest::newRow("empty") << QByteArray("<>") << QString() << QString();
        QTest::newRow("raw latin-1 name")
            << QByteArray("J\xf6rg <j@example.org>") << u"Jörg"_s << u"j@example.org"_s;
        QTest::newRow("iso-2022-jp name") << QByteArray("=?iso-2022-jp?B?GyRCMnE1RBsoQg==?= <k@example.org>")
                                          << u"会議"_s << u"k@example.org"_s;
        QTest::newRow("same") << QByteArray("\"a@b.c\" <a@b.c>") << QString() << u"a@b.c"_s;
        QTest::newRow("no brackets") << QByteArray("Anna Becker anna@example.org") << u"Anna Becker"_s
                                     << u"anna@example.org"_s;
        QTest::newRow("no brackets, a tab")
            << QByteArray("Anna\tanna@example.org, b@example.org") << u"Anna"_s << u"anna@example.org"_s;
        QTest::newRow("a quoted local part with a blank")
            << QByteArray("\"anna becker\"@example.org") << QString() << u"\"anna becker\"@example.org"_s;
        QTest::newRow("no address") << QByteArray("Undisclosed") << u"Undisclosed"_s << QString();
        QTest::newRow("unclosed") << QByteArray("Anna <anna@example.org") << u"Anna"_s
                                  << u"anna@example.org"_s;
    }
    void addresses_survive_what_people_send()
    {
        QFETCH(QByteArray, raw);
        const HeaderDigest d = digestHeader("From: " + raw + "\n");
        QTEST(d.from.name, "name");
        QTEST(d.from.email, "email");
    }
    void a_hostile_header_costs_linear_time()
    {
        QByteArray head = "References:";
        for (int i = 0; i < 200'000; ++i)
            head += " <" + QByteArray::number(i) + "@x>\r\n";
        head += "\r\nTo: " + QByteArray(5'000'000, ',') + "\r\nFrom: " + QByteArray(1'000'000, 'a') + '@'
            + QByteArray(1'000'000, ':') + "\r\nSender: " + QByteArray("=?utf-8?q?,").repeated(100'000)
            + QByteArray("(\"").repeated(500'000)
            + "\r\nSubject: " + QByteArray("=?utf-8?q?").repeated(200'000) + "\r\n";
        const int start = processorMs();
        const HeaderDigest d = digestHeader(head);
        const int took = processorMs() - start;
        QVERIFY2(took < 3000 * SlowerHere, qPrintable(QString::number(took)));
        QCOMPARE(d.references.size(), 100);
        QVERIFY(d.subject.size() <= 1000);
    }
    void a_plain_list_reads_the_same_the_short_way_and_the_long_way()
    {
        // An empty comment changes nothing but sends the list the long way.
        static constexpr QByteArrayView Alphabet("aB@.<>, \t=?");
        std::mt19937 random(11);
        for (int i = 0; i < 200'000; ++i) {
            QByteArray field;
            for (auto n = random() % 24; n > 0; --n)
                field += Alphabet[qsizetype(random() % quint32(Alphabet.size()))];
            const auto read = parseMailboxes(field, 3);
            if (read != parseMailboxes(field + "()", 3))
                QFAIL(field.constData());
        }
    }
    void the_hash_never_changes()
    {
        QCOMPARE(messageIdHash(" <a@b> "), messageIdHash("a@b"));
        QCOMPARE(messageIdHash("a@b"), 0xe6ac991904e00a72ull);
        QCOMPARE(messageIdHash(""), 0ull);
    }
};

QTEST_APPLESS_MAIN(HeaderDigestTest)
#include "headerdigest_test.moc"
