#include "ui/messages/listcolors.h"
#include "ui/messages/rowchanges.h"
#include "ui/messages/rowwords.h"

#include <QElapsedTimer>
#include <QTest>

using namespace kw;

namespace {
const QDateTime Now(QDate(2026, 11, 23), QTime(10, 30)); // a Monday
const RowWords Words([] { return Now; });

ListRow rowAt(const QDateTime &when)
{
    MessageRow message;
    message.id = MessageId(1);
    message.date = when.toSecsSinceEpoch();
    message.flags = quint32(Flag::Seen);
    message.from = {QStringLiteral("Anna Becker"), QStringLiteral("anna@example.org")};
    message.subject = QStringLiteral("Quarterly forecast");
    return listRow(message);
}

QPalette paletteOf(QRgb base, QRgb text, QRgb highlight)
{
    QPalette palette;
    palette.setColor(QPalette::Base, base);
    palette.setColor(QPalette::Text, text);
    palette.setColor(QPalette::Highlight, highlight);
    return palette;
}
} // namespace

class RowLooksTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }
    void dates_are_as_short_as_they_can_be();
    void the_sentence_tells_all_that_the_signs_show();
    void sent_mail_shows_whom_it_went_to();
    void missing_parts_are_named();
    void a_hostile_text_is_one_short_line();
    void every_text_can_be_read_in_every_palette_data();
    void every_text_can_be_read_in_every_palette();
    void starred_mail_is_a_list_across_folders();
};

void RowLooksTest::dates_are_as_short_as_they_can_be()
{
    QCOMPARE(Words.shortDate(rowAt({Now.date(), QTime(9, 12)})), QStringLiteral("09:12"));
    QCOMPARE(Words.shortDate(rowAt({Now.date().addDays(-1), QTime(9, 12)})), QStringLiteral("Sun 09:12"));
    QCOMPARE(Words.shortDate(rowAt({QDate(2026, 10, 3), QTime(9, 12)})), QStringLiteral("3 Oct"));
    QCOMPARE(Words.shortDate(rowAt({QDate(2024, 10, 3), QTime(9, 12)})), QStringLiteral("3 Oct 2024"));
    QCOMPARE(Words.shortDate(rowAt({QDate(2026, 11, 25), QTime(9, 12)})), QStringLiteral("25 Nov"));
}

void RowLooksTest::the_sentence_tells_all_that_the_signs_show()
{
    ListRow row = rowAt({Now.date(), QTime(9, 12)});
    QCOMPARE(Words.sentence(row), QStringLiteral("Anna Becker, Quarterly forecast, today 09:12"));
    row.unread = 1;
    row.message.flags = quint32(Flag::Flagged) | quint32(Flag::Answered) | quint32(Flag::Forwarded)
        | quint32(Flag::HasAttachment);
    QCOMPARE(Words.sentence(row),
             QStringLiteral("unread, Anna Becker, Quarterly forecast, today 09:12, starred, answered, "
                            "forwarded, has attachment"));
    row.count = 3;
    row.unread = 2;
    row.participants = {QStringLiteral("Anna Becker"), QStringLiteral("Lars Hansen")};
    const QString spoken = Words.sentence(row);
    QVERIFY(spoken.startsWith(QStringLiteral("2 unread, Anna Becker, Lars Hansen, ")));
    QVERIFY(spoken.contains(QStringLiteral("conversation of 3")));
}

void RowLooksTest::sent_mail_shows_whom_it_went_to()
{
    ListRow row = rowAt(Now);
    row.message.role = FolderRole::Sent;
    row.message.recipients = QStringLiteral("Lars, Anna +2");
    QCOMPARE(Words.sender(row), QStringLiteral("To: Lars, Anna +2"));
    row.message.role = FolderRole::Drafts;
    row.message.recipients.clear();
    QCOMPARE(Words.sender(row), QStringLiteral("(no recipient)"));
}

void RowLooksTest::missing_parts_are_named()
{
    ListRow row = rowAt(Now);
    row.message.subject = QStringLiteral(" \n ");
    row.message.from = {QString(), QStringLiteral("anna@example.org")};
    QCOMPARE(Words.subject(row), QStringLiteral("(no subject)"));
    QCOMPARE(Words.sender(row), QStringLiteral("anna@example.org"));
    row.message.from = {};
    QCOMPARE(Words.sender(row), QStringLiteral("(no sender)"));
}

void RowLooksTest::a_hostile_text_is_one_short_line()
{
    const QString hostile = QStringLiteral("Pay\r\n\tnow") + QChar(0x202E) + QStringLiteral("fdp.exe")
        + QChar(0) + QString(1'000'000, u'A');
    QElapsedTimer timer;
    timer.start();
    const QString line = shortLine(hostile);
    QVERIFY(timer.elapsed() < 50);
    QVERIFY(line.startsWith(QStringLiteral("Pay nowfdp.exe ")));
    QVERIFY(line.size() <= 400);
    QVERIFY(!line.contains(QChar(0x202E)) && !line.contains(QChar(0)));
    const QString emoji = shortLine(QStringLiteral("😀").repeated(300), 3);
    QVERIFY(!emoji.back().isHighSurrogate());
}

void RowLooksTest::every_text_can_be_read_in_every_palette_data()
{
    QTest::addColumn<QPalette>("palette");
    QTest::newRow("Breeze light") << paletteOf(0xffffffff, 0xff232629, 0xff3daee9);
    QTest::newRow("Breeze dark") << paletteOf(0xff1b1e20, 0xfffcfcfc, 0xff3daee9);
    QTest::newRow("Fusion") << paletteOf(0xffffffff, 0xff000000, 0xff308cc6);
    QTest::newRow("high contrast") << paletteOf(0xff000000, 0xffffffff, 0xffffff00);
    QTest::newRow("weak grey text") << paletteOf(0xffeeeeee, 0xff777777, 0xff999999);
    QTest::newRow("sepia") << paletteOf(0xfff4ecd8, 0xff5b4636, 0xffc08040);
}

void RowLooksTest::every_text_can_be_read_in_every_palette()
{
    QFETCH(QPalette, palette);
    using enum ListColors::Ground;
    for (const auto ground : {Plain, Hovered, Selected, SelectedInactive}) {
        const ListColors colors = ListColors::of(palette, ground);
        QVERIFY(contrast(colors.text, colors.ground) >= 4.5);
        QVERIFY(contrast(colors.muted, colors.ground) >= 4.5);
        QVERIFY(contrast(colors.accent, colors.ground) >= 3);
        QVERIFY(contrast(colors.starEdge, colors.ground) >= 3);
    }
    const auto plain = ListColors::of(palette, Plain).ground;
    QVERIFY(ListColors::of(palette, Selected).ground != plain);
    QVERIFY(ListColors::of(palette, SelectedInactive).ground != plain);
}

void RowLooksTest::starred_mail_is_a_list_across_folders()
{
    MessageChange change;
    change.id = MessageId(5);
    change.folder = FolderId(3);
    change.role = FolderRole::Archive;
    change.wasVisible = change.isVisible = true;
    change.before = change.now = {100, 5};
    change.flagsNow = quint32(Flag::Flagged);
    ChangeSet changes;
    changes.messages = {change};
    const ListQuery starred{ViewId::unified(FolderRole::Flagged)};
    auto rows = rowChanges(changes, starred).rows;
    QCOMPARE(rows.size(), 1);
    QVERIFY(rows[0].now == change.now);
    changes.messages[0].flagsNow = 0;
    rows = rowChanges(changes, starred).rows;
    QCOMPARE(rows.size(), 1);
    QVERIFY(rows[0].before && !rows[0].now);
}

QTEST_MAIN(RowLooksTest)
#include "rowlooks_test.moc"
