#include "core/smtp/dotstuffing.h"

#include <QRandomGenerator>
#include <QTest>

using namespace kw;

namespace {

QByteArray stuffed(const QByteArray &message, qsizetype piece = 1 << 16)
{
    DotStuffing stuffing(message);
    QByteArray all;
    while (!stuffing.isDone()) {
        const QByteArray next = stuffing.next(piece);
        if (next.isEmpty())
            return "it stands still";
        all += next;
    }
    return all;
}

// Slow and simple: lines, however they end.
QByteArrayList linesOf(QByteArray message)
{
    message.replace("\r\n", "\n").replace('\r', '\n');
    QByteArrayList lines = message.split('\n');
    if (lines.last().isEmpty())
        lines.removeLast();
    return lines;
}

} // namespace

class DotStuffingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_message_goes_out_as_the_rules_want_it_data()
    {
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QByteArray>("line");
        const auto row = [](const char *name, const QByteArray &message, const QByteArray &line) {
            QTest::newRow(name) << message << line;
        };
        row("nothing special", "a\r\nb\r\n", "a\r\nb\r\n");
        row("a dot alone", "a\r\n.\r\nb\r\n", "a\r\n..\r\nb\r\n");
        row("a dot at the very beginning", ".a\r\n", "..a\r\n");
        row("dots", "..\r\n...b\r\n", "...\r\n....b\r\n");
        row("a dot within", "a.\r\nb.c\r\n", "a.\r\nb.c\r\n");
        row("the end of DATA in the text", "a\r\n.\r\nMAIL FROM:<x>\r\n", "a\r\n..\r\nMAIL FROM:<x>\r\n");
        row("the same with LF alone", "a\n.\nMAIL FROM:<x>\n", "a\r\n..\r\nMAIL FROM:<x>\r\n");
        row("the same mixed", "a\n.\r\nb\r\n.\nc\r.\rd", "a\r\n..\r\nb\r\n..\r\nc\r\n..\r\nd\r\n");
        row("LF", "a\nb", "a\r\nb\r\n");
        row("CR", "a\rb\r", "a\r\nb\r\n");
        row("CR CR LF", "a\r\r\nb", "a\r\n\r\nb\r\n");
        row("empty lines stay", "a\r\n\r\n\r\n", "a\r\n\r\n\r\n");
        row("no end of line", "a\r\nb", "a\r\nb\r\n");
        row("From stays as it is", "a\r\nFrom here\r\n", "a\r\nFrom here\r\n");
        row("only a dot", ".", "..\r\n");
        row("only a line end", "\r\n", "\r\n");
        row("NUL and beyond ASCII", QByteArray("\0\xff\r\n", 4), QByteArray("\0\xff\r\n", 4));
    }
    void a_message_goes_out_as_the_rules_want_it()
    {
        QFETCH(QByteArray, message);
        QFETCH(QByteArray, line);
        for (qsizetype piece = 1; piece <= message.size() + 1; ++piece)
            QCOMPARE(stuffed(message, piece), line);
        QCOMPARE(wireShape(message).octets, line.size());
    }

    void whoever_takes_the_dots_out_has_the_message_and_no_line_alone_is_a_dot()
    {
        QRandomGenerator random(7);
        const QByteArray letters = "..\r\n\r\n.ab";
        for (int round = 0; round < 3000; ++round) {
            QByteArray message;
            const int size = random.bounded(1, 60);
            for (int i = 0; i < size; ++i)
                message += letters.at(random.bounded(letters.size()));
            const QByteArray line = stuffed(message, random.bounded(1, 20));
            const QByteArrayList lines = linesOf(message);
            QByteArray expected;
            qint64 size1870 = 0;
            for (const QByteArray &one : lines) {
                expected += (one.startsWith('.') ? "." : "") + one + "\r\n";
                size1870 += one.size() + 2;
            }
            QVERIFY2(line == expected, (message.toHex(' ') + " became " + line.toHex(' ')).constData());
            QVERIFY(!("\r\n" + line).contains("\r\n.\r\n"));
            QCOMPARE(wireShape(message).size, size1870);
            QCOMPARE(wireShape(message).octets, expected.size());
        }
    }

    void octets_beyond_ascii_are_found_where_they_are()
    {
        const WireShape ascii = wireShape("Subject: a\r\n\r\nb\r\n");
        QVERIFY(!ascii.eightBit && !ascii.eightBitHeader);
        const WireShape body = wireShape("Subject: a\r\n\r\n\xc3\xa4\r\n");
        QVERIFY(body.eightBit && !body.eightBitHeader);
        const WireShape header = wireShape("Subject: \xc3\xa4\r\n\r\nb\r\n");
        QVERIFY(header.eightBit && header.eightBitHeader);
    }
};

QTEST_GUILESS_MAIN(DotStuffingTest)
#include "dotstuffing_test.moc"
