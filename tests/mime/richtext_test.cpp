#include "core/parts/partformats.h"
#include "core/parts/rtf.h"

#include <QElapsedTimer>
#include <QTest>
#include <QtEndian>

using namespace kw;
using namespace Qt::StringLiterals;

// Outlook's packed rich text, where a message has no other.
class RichTextTest : public QObject
{
    Q_OBJECT

    static QByteArray little32(quint32 value)
    {
        QByteArray out(4, '\0');
        qToLittleEndian(value, out.data());
        return out;
    }
    static QByteArray little16(quint16 value)
    {
        QByteArray out(2, '\0');
        qToLittleEndian(value, out.data());
        return out;
    }
    // A packet whose only text is this property.
    static QByteArray packetWith(const QByteArray &packed)
    {
        QByteArray padded = packed;
        while (padded.size() % 4 != 0)
            padded += '\0';
        const QByteArray properties
            = little32(1) + little32(0x10090102) + little32(1) + little32(quint32(packed.size())) + padded;
        quint16 sum = 0;
        for (const char c : properties)
            sum = quint16(sum + quint8(c));
        return little32(0x223E9F78) + little16(1) + '\1' + little32(0x00069003)
            + little32(quint32(properties.size())) + properties + little16(sum);
    }
    // As it is, not packed.
    static QByteArray plainlyPacked(const QByteArray &rtf)
    {
        return little32(quint32(rtf.size()) + 12) + little32(quint32(rtf.size())) + "MELA" + little32(0)
            + rtf;
    }

private Q_SLOTS:
    void the_examples_of_the_specification_are_unpacked()
    {
        QCOMPARE(unpackedRtf(QByteArray::fromHex("2d0000002b0000004c5a4675f1c5c7a703000a00726370673132354232"
                                                 "0af320"
                                                 "68656c0900206277"
                                                 "05b06c647d0a800fa0")),
                 "{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n");
        QCOMPARE(
            unpackedRtf(QByteArray::fromHex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")),
            "{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}");
    }

    void what_is_damaged_gives_what_there_is_and_never_more_than_is_said()
    {
        const QByteArray packed
            = QByteArray::fromHex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0");
        for (qsizetype cut = 0; cut < packed.size(); ++cut)
            QVERIFY(unpackedRtf(packed.first(cut)).size() <= 28);
        QByteArray wrong = packed;
        wrong[8] = 'X';
        QVERIFY(unpackedRtf(wrong).isNull());
        // One reference repeated for ever would be large; it is not.
        QByteArray bomb = little32(0xffffffff) + little32(0xffffffff) + "LZFu" + little32(0);
        for (int i = 0; i < 200'000; ++i)
            bomb += QByteArray::fromHex("ff") + QByteArray::fromHex("001f").repeated(8);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(unpackedRtf(bomb).size() <= (20 << 20));
        QCOMPARE_LT(timer.elapsed(), 5000);
    }

    void the_text_is_taken_out_data()
    {
        QTest::addColumn<QByteArray>("rtf");
        QTest::addColumn<QString>("text");
        QTest::newRow("paragraphs") << QByteArray("{\\rtf1\\ansi One\\par Two\\line Three\\tab x}")
                                    << u"One\nTwo\nThree\tx"_s;
        QTest::newRow("fonts and colours")
            << QByteArray("{\\rtf1{\\fonttbl{\\f0 Arial;}}{\\colortbl;\\red1;}{\\*\\generator "
                          "Word;}{\\b bold} plain}")
            << u"bold plain"_s;
        QTest::newRow("a code page") << QByteArray("{\\rtf1\\ansi\\ansicpg1251 \\'cf\\'f0\\'e8}") << u"При"_s;
        QTest::newRow("Unicode") << QByteArray("{\\rtf1\\uc1 \\u8364? \\u-10179?\\u-8704?}") << u"€ 😀"_s;
        QTest::newRow("braces") << QByteArray("{\\rtf1 a\\{b\\}\\\\c}") << u"a{b}\\c"_s;
        QTest::newRow("from HTML") << QByteArray(
            "{\\rtf1\\ansi\\fromhtml1 {\\*\\htmltag64 <p>}Hello{\\*\\htmltag72 </p>}\\par}")
                                   << u"Hello\n"_s;
        QTest::newRow("never closes") << QByteArray("{\\rtf1 {{{{deep") << u"deep"_s;
        QTest::newRow("closes too often") << QByteArray("{\\rtf1 a}}}}b") << u"ab"_s;
        QTest::newRow("no rich text") << QByteArray("hello") << QString();
    }
    void the_text_is_taken_out()
    {
        QFETCH(QByteArray, rtf);
        QFETCH(QString, text);
        QCOMPARE(textOfRtf(rtf), text);
    }

    void a_hundred_thousand_groups_cost_linear_time()
    {
        QElapsedTimer timer;
        timer.start();
        QCOMPARE(textOfRtf("{\\rtf1 " + QByteArray(1'000'000, '{') + "x"), u"x"_s);
        (void)textOfRtf("{\\rtf1 " + QByteArray("\\'").repeated(500'000));
        QCOMPARE_LT(timer.elapsed(), 5000);
    }

    void a_packet_with_rich_text_alone_has_a_text()
    {
        const PartFindings found = readTnef(packetWith(plainlyPacked("{\\rtf1\\ansi Good morning\\par}")));
        QCOMPARE(found.text, u"Good morning"_s);
    }
};

QTEST_GUILESS_MAIN(RichTextTest)
#include "richtext_test.moc"
