#include "core/store/bodystore.h"
#include "core/store/folderstore.h"
#include "core/store/messagestore.h"
#include "core/store/pages.h"
#include "core/store/statement.h"
#include "support/cachefiller.h"
#include "support/processortime.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace kw {

// What the lists' speed rests on. The figures are printed; the limits asserted are several times the goals,
// so that only a change of order fails on a busy machine. KITTIWAKE_ROWS=1000000 measures the large cache.
class StoreSpeedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void cleanupTestCase();
    void a_first_listing_costs_microseconds_a_message();
    void a_message_costs_at_most_700_bytes();
    void flags_of_ten_thousand_messages_are_set_at_once();
    void pages_do_not_depend_on_the_size_of_the_folder();
    void anchors_and_uids_are_one_scan();

private:
    double timed(const char *what, const std::function<void()> &work);
    QTemporaryDir m_dir;
    int m_rows = 100'000;
    std::unique_ptr<Database> m_db;
    FolderId m_inbox{};
};

double StoreSpeedTest::timed(const char *what, const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    qInfo("%-40s %10.2f ms", what, ms);
    return ms;
}

void StoreSpeedTest::initTestCase()
{
    if (const int rows = qEnvironmentVariableIntValue("KITTIWAKE_ROWS"); rows > 0)
        m_rows = rows;
    auto opened = Database::open(m_dir.path(), Database::Mode::ReadWrite);
    QVERIFY2(bool(opened), qPrintable(opened ? QString() : opened.error().text));
    m_db = std::move(*opened);
    FolderStore folders(*m_db);
    Transaction transaction(*m_db);
    FolderRow row;
    row.account = folders.account(u"a"_s);
    row.path = u"INBOX"_s;
    row.role = FolderRole::Inbox;
    m_inbox = folders.upsert(row);
    QVERIFY(bool(transaction.commit()));
}

void StoreSpeedTest::cleanupTestCase()
{
    m_db.reset();
}

void StoreSpeedTest::a_first_listing_costs_microseconds_a_message()
{
    constexpr int Slice = 500;
    const test::MailMaker mail(7);
    MessageStore messages(*m_db);
    QElapsedTimer timer;
    qint64 spent = 0;
    for (int end = m_rows; end > 0; end -= Slice) {
        const int begin = std::max(0, end - Slice);
        const auto slice = mail.newestFirst(begin, end - begin);
        timer.start();
        Transaction transaction(*m_db);
        QCOMPARE(messages.insert(m_inbox, slice, Threading::Now), slice.size());
        QVERIFY(bool(transaction.commit()));
        spent += timer.nsecsElapsed();
    }
    qInfo("insert %d rows in slices of 500: %.0f ms, %.2f us each", m_rows, double(spent) / 1e6,
          double(spent) / 1e3 / m_rows);
    const double threading = timed("threading", [&] {
        for (int waiting = 1; waiting > 0;) {
            Transaction transaction(*m_db);
            waiting = messages.threadSome(500);
            QVERIFY(bool(transaction.commit()));
        }
    });
    qInfo("threading %.2f us a message", threading * 1000 / m_rows);
    QVERIFY(double(spent) / 1e3 / m_rows < 60 * SlowerHere);
}

void StoreSpeedTest::a_message_costs_at_most_700_bytes()
{
    QVERIFY(bool(m_db->execute("PRAGMA wal_checkpoint(TRUNCATE)")));
    qint64 bytes = 0;
    for (const auto name : {"cache.db"_L1, "cache.db-wal"_L1, "bodies.db"_L1, "bodies.db-wal"_L1})
        bytes += QFileInfo(m_dir.filePath(name)).size();
    qInfo("%.1f bytes a message", double(bytes) / m_rows);
    const auto sizes
        = m_db->statement("SELECT name, SUM(pgsize), SUM(unused) FROM dbstat GROUP BY name ORDER BY 2 DESC");
    while (sizes->next())
        qInfo("   %-24s %6.1f bytes a message, %.1f unused", qPrintable(sizes->text(0)),
              double(sizes->integer(1)) / m_rows, double(sizes->integer(2)) / m_rows);
    QVERIFY(bytes <= 700 * qint64(m_rows));
}

void StoreSpeedTest::flags_of_ten_thousand_messages_are_set_at_once()
{
    Pages pages(*m_db);
    QList<MessageId> ids;
    for (const MessageRow &row : pages.messages(ViewId::unified(FolderRole::Inbox), {}, 10'000))
        ids.append(row.id);
    QCOMPARE(ids.size(), 10'000);
    MessageStore messages(*m_db);
    for (const auto &[what, bits, on] : {std::tuple("set 10,000 unread", quint32(Flag::Seen), false),
                                         std::tuple("set 10,000 read", quint32(Flag::Seen), true),
                                         std::tuple("star 10,000", quint32(Flag::Flagged), true),
                                         std::tuple("unstar 10,000", quint32(Flag::Flagged), false)}) {
        const double ms = timed(what, [&] {
            Transaction transaction(*m_db);
            messages.setFlags(ids, bits, on);
            QVERIFY(bool(transaction.commit()));
        });
        QVERIFY(ms < 1000 * SlowerHere);
    }
}

void StoreSpeedTest::pages_do_not_depend_on_the_size_of_the_folder()
{
    auto opened = Database::open(m_dir.path(), Database::Mode::ReadOnly);
    QVERIFY(bool(opened));
    Pages pages(**opened);
    constexpr int Page = 100;
    for (const ViewId view : {ViewId::unified(FolderRole::Inbox), ViewId::of(m_inbox)}) {
        QList<MessageRow> rows;
        timed("first page, first time", [&] { rows = pages.messages(view, {}, Page); });
        const double again = timed("first page", [&] { rows = pages.messages(view, {}, Page); });
        QCOMPARE(rows.size(), Page);
        std::optional<PageKey> key = PageKey{rows.last().date, raw(rows.last().id)};
        timed("next page", [&] { rows = pages.messages(view, key, Page); });
        key = PageKey{test::MailMaker(7).message(m_rows / 2).digest.date, 0};
        timed("a page in the middle, first time", [&] { rows = pages.messages(view, key, Page); });
        const double middle = timed("a page in the middle", [&] { rows = pages.messages(view, key, Page); });
        timed("the page before it", [&] { rows = pages.messagesBefore(view, *key, Page); });
        timed("unread, first page", [&] { rows = pages.messages(view, {}, Page, {.unreadOnly = true}); });
        timed("starred, first page", [&] { rows = pages.messages(view, {}, Page, {.starredOnly = true}); });
        timed("with attachments, first page",
              [&] { rows = pages.messages(view, {}, Page, {.attachmentsOnly = true}); });
        timed("text, first page", [&] { rows = pages.messages(view, {}, Page, {.text = u"kowalska"_s}); });
        timed("text that is nowhere", [&] { rows = pages.messages(view, {}, Page, {.text = u"nowhere"_s}); });
        timed("foreign text that is nowhere",
              [&] { rows = pages.messages(view, {}, Page, {.text = u"Ärger"_s}); });
        QList<ConversationRow> talks;
        timed("conversations, first time", [&] { talks = pages.conversations(view, {}, Page); });
        const double talk = timed("conversations", [&] { talks = pages.conversations(view, {}, Page); });
        QVERIFY(again < 20 * SlowerHere && middle < 20 * SlowerHere && talk < 40 * SlowerHere);
    }
}

void StoreSpeedTest::anchors_and_uids_are_one_scan()
{
    Pages pages(*m_db);
    for (const ViewId view : {ViewId::unified(FolderRole::Inbox), ViewId::of(m_inbox)}) {
        timed("message anchors", [&] { QCOMPARE(pages.messageAnchors(view, 512).total, m_rows); });
        timed("unread anchors", [&] { pages.messageAnchors(view, 512, {.unreadOnly = true}); });
        timed("starred anchors", [&] { pages.messageAnchors(view, 512, {.starredOnly = true}); });
        timed("conversation anchors", [&] { QVERIFY(pages.conversationAnchors(view, 512).total > 0); });
    }
    MessageStore messages(*m_db);
    timed("uids", [&] { QCOMPARE(messages.uids(m_inbox).count(), quint64(m_rows)); });
    timed("countOnServer", [&] { QCOMPARE(messages.countOnServer(m_inbox), quint32(m_rows)); });
    timed("BodyStore::missing", [&] { BodyStore(*m_db).missing(m_inbox, 0, 1 << 20, 50); });
    const double gone = timed("all messages gone", [&] {
        Transaction transaction(*m_db);
        QCOMPARE(messages.removeUids(m_inbox, UidSet::range(1, 4'294'967'295U)), m_rows);
        QVERIFY(bool(transaction.commit()));
    });
    QVERIFY(gone * 1000 / m_rows < 200 * SlowerHere);
}

} // namespace kw

QTEST_GUILESS_MAIN(kw::StoreSpeedTest)
#include "speed_test.moc"
