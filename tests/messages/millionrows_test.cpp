#include "bench/scrollprobe.h"
#include "core/store/messagestore.h"
#include "messages/bigcache.h"
#include "ui/messages/messagelistpane.h"
#include "ui/messages/messagelistview.h"

#include <QElapsedTimer>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace kw;

namespace {
constexpr int Million = 1'000'000;
const ViewId Inbox = ViewId::unified(FolderRole::Inbox);
} // namespace

// Over a real cache. Bounds are generous, for a busy machine and instrumented builds; the benchmark holds the
// tight ones.
class MillionRowsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void scrolling_shows_every_row_at_once_data();
    void scrolling_shows_every_row_at_once();
    void the_list_costs_less_than_twenty_megabytes();
    void all_are_selected_in_an_instant();
    void conversations_scroll_too();
    void filters_find_their_messages();
    void a_burst_of_arrivals_never_holds_the_window();

private:
    QTemporaryDir m_directory;
};

void MillionRowsTest::initTestCase()
{
    QVERIFY(m_directory.isValid());
    const auto made = test::makeBigCache(m_directory.path(), Million);
    QVERIFY2(made, made ? "" : qPrintable(made.error().text));
}

void MillionRowsTest::scrolling_shows_every_row_at_once_data()
{
    QTest::addColumn<bool>("table");
    QTest::newRow("cards") << false;
    QTest::newRow("table") << true;
}

void MillionRowsTest::scrolling_shows_every_row_at_once()
{
    QFETCH(bool, table);
    const auto figures = probeScroll(m_directory.path(), Inbox, 400, table);
    QVERIFY(figures);
    const double cpu = ScrollFigures::percentile(figures->cpuMs, 0.99);
    qInfo("first screen %.1f ms, exact %.0f ms, step p50 %.2f p99 %.2f longest %.2f ms, processor p99 %.2f "
          "ms, model %.1f MB",
          figures->firstScreenMs, figures->exactMs, figures->percentile(0.5), figures->percentile(0.99),
          figures->longest(), cpu, double(figures->modelBytes) / 1e6);
    QCOMPARE(figures->rows, Million);
    QCOMPARE(figures->blankRows, 0);
    QVERIFY(figures->firstScreenMs < 300);
    QVERIFY2(cpu < 16, qPrintable(QString::number(cpu)));
}

void MillionRowsTest::the_list_costs_less_than_twenty_megabytes()
{
    const auto figures = probeScroll(m_directory.path(), Inbox, 1000);
    QVERIFY(figures);
    QVERIFY2(figures->modelBytes < 20'000'000, qPrintable(QString::number(figures->modelBytes)));
}

void MillionRowsTest::all_are_selected_in_an_instant()
{
    const auto db = Database::open(m_directory.path(), Database::Mode::ReadOnly);
    QVERIFY(db);
    MessageListPane pane;
    pane.setDatabase(db->get());
    pane.showView(Inbox, QStringLiteral("Inbox"));
    pane.resize(400, 700);
    pane.show();
    QTRY_VERIFY_WITH_TIMEOUT(pane.listView()->listModel()->isExact(), 30000);
    QElapsedTimer timer;
    timer.start();
    QTest::keyClick(pane.listView(), Qt::Key_A, Qt::ControlModifier);
    QVERIFY(timer.elapsed() < 300);
    QCOMPARE(pane.selectionCount(), qint64(Million));
    QCOMPARE(pane.selectedMessages().size(), Million);
    pane.setDatabase(nullptr);
}

void MillionRowsTest::conversations_scroll_too()
{
    const auto db = Database::open(m_directory.path(), Database::Mode::ReadOnly);
    QVERIFY(db);
    MessageListPane pane;
    pane.setLooks({.conversations = true});
    pane.setDatabase(db->get());
    pane.showView(Inbox, QStringLiteral("Inbox"));
    pane.resize(400, 700);
    pane.show();
    PagedListModel &model = *pane.listView()->listModel();
    QVERIFY(model.row(0));
    QTRY_VERIFY_WITH_TIMEOUT(model.isExact(), 30000);
    QCOMPARE(model.rowCount(), Million / 4 + 1);
    QElapsedTimer timer;
    timer.start();
    QTest::keyClick(pane.listView(), Qt::Key_A, Qt::ControlModifier);
    QCoreApplication::processEvents();
    const qint64 turn = timer.elapsed();
    QTRY_COMPARE(pane.selectedMessageCount(), std::optional<qint64>(Million));
    const qint64 counted = timer.elapsed();
    QCOMPARE(pane.selectedMessages().size(), Million);
    qInfo("all selected after %lld ms, counted after %lld ms, read in %lld ms", turn, counted,
          timer.elapsed() - counted);
    QVERIFY(turn < 300);
    QVERIFY(model.row(200'000));
    QCOMPARE(model.row(200'000)->count, 4u);
    pane.setDatabase(nullptr);
}

void MillionRowsTest::filters_find_their_messages()
{
    const auto db = Database::open(m_directory.path(), Database::Mode::ReadOnly);
    QVERIFY(db);
    MessageListPane pane;
    pane.setDatabase(db->get());
    pane.showView(Inbox, QStringLiteral("Inbox"));
    PagedListModel &model = *pane.listView()->listModel();
    const auto found = [&](const Pages::Filter &filter) {
        pane.setFilter(filter);
        const bool done = QTest::qWaitFor([&] { return model.isExact() && !model.isSearching(); }, 60000);
        return done ? model.rowCount() : -1;
    };
    QCOMPARE(found({.unreadOnly = true}), Million / 9);
    QCOMPARE(found({.starredOnly = true}), Million / 97);
    QCOMPARE(found({.text = QStringLiteral("part 777777")}), 1);
    QVERIFY(model.row(0));
    QCOMPARE(model.row(0)->message.subject,
             QStringLiteral("Re: Quarterly forecast and what follows from it, part 777777"));
    QCOMPARE(found({}), Million);
    pane.setDatabase(nullptr);
}

// What a first sync does: slices of 500 as fast as the window takes them.
void MillionRowsTest::a_burst_of_arrivals_never_holds_the_window()
{
    QTemporaryDir directory;
    auto writer = Database::open(directory.path(), Database::Mode::ReadWrite);
    QVERIFY(writer);
    QVERIFY((*writer)->execute(
        "INSERT INTO account(id, key) VALUES(1, 'work');"
        "INSERT INTO folder(id, account_id, path, separator, role) VALUES(1, 1, 'INBOX', '/', 1);"));
    QList<ChangeSet> deltas;
    (*writer)->onCommitted([&](const ChangeSet &changes) { deltas.append(changes); });
    MessageStore store(**writer);
    constexpr int Slices = 60;
    for (int slice = 0; slice < Slices; ++slice) {
        QList<NewMessage> messages(500);
        for (int i = 0; i < 500; ++i) {
            const int number = slice * 500 + i;
            messages[i].uid = Uid(100000 - number);
            messages[i].digest.date = 1700000000 - number * 600 + (number * 7919) % 20000;
            messages[i].digest.subject = QStringLiteral("Message %1").arg(number);
        }
        Transaction transaction(**writer);
        store.insert(FolderId(1), messages, Threading::Later);
        QVERIFY(transaction.commit());
    }
    const auto reader = Database::open(directory.path(), Database::Mode::ReadOnly);
    QVERIFY(reader);
    MessageListPane pane;
    pane.resize(400, 700);
    pane.show();
    pane.setDatabase(reader->get());
    pane.showView(Inbox, QStringLiteral("Inbox"));
    double longest = 0;
    QElapsedTimer timer;
    for (const ChangeSet &changes : std::as_const(deltas)) {
        timer.start();
        pane.applyChanges(changes);
        QCoreApplication::processEvents();
        longest = std::max(longest, double(timer.nsecsElapsed()) / 1e6);
    }
    QTRY_COMPARE(pane.listView()->listModel()->rowCount(), Slices * 500);
    qInfo("longest turn %.1f ms", longest);
    QVERIFY(longest < 100);
    pane.setDatabase(nullptr);
}

QTEST_MAIN(MillionRowsTest)
#include "millionrows_test.moc"
