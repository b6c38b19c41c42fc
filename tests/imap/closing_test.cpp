#include "core/imap/threadedlink.h"
#include "tests/imap/scripted.h"

#include <QElapsedTimer>
#include <QSemaphore>
#include <QTest>
#include <QTimer>

using namespace kw;
using namespace kw::scripted;
using namespace Qt::StringLiterals;

namespace {

// Generous for a busy machine, and far below the 10 to 30 s for which a stuck socket thread would hold us up.
constexpr int Soon = 3000; // ms

std::unique_ptr<ImapLink> makeLink(bool threaded)
{
    if (threaded)
        return std::make_unique<ThreadedLink>([] { return makeKimapLink(); });
    return makeKimapLink();
}

// Answers at once; interruptIdle() tells that everything before it was answered.
class AnsweringLink final : public ImapLink
{
public:
    explicit AnsweringLink(QSemaphore &answered)
        : m_answered(answered)
    {
    }
    Task<Result<ServerFeatures>> open(LinkSettings, QString) override { co_return ServerFeatures{}; }
    void close() override { }
    bool isOpen() const override { return true; }
    Task<Result<QList<ListedFolder>>> list() override { co_return QList<ListedFolder>{}; }
    Task<Result<BoxStatus>> status(QString) override { co_return BoxStatus{}; }
    Task<Result<SelectedBox>> select(QString, ResyncPoint, bool) override { co_return SelectedBox{}; }
    Task<Result<QList<HeaderRecord>>> headersBySequence(quint32, quint32) override
    {
        co_return QList<HeaderRecord>{};
    }
    Task<Result<QList<HeaderRecord>>> headers(UidSet) override { co_return QList<HeaderRecord>{}; }
    Task<Result<QList<FlagRecord>>> flags(UidSet, quint64) override { co_return QList<FlagRecord>{}; }
    Task<Result<UidSet>> existing(UidSet) override { co_return UidSet{}; }
    Task<Result<RawMessage>> fetchMessage(Uid) override { co_return RawMessage{}; }
    Task<Result<void>> addFlags(UidSet, MessageFlags) override { co_return Result<void>{}; }
    Task<Result<void>> removeFlags(UidSet, MessageFlags) override { co_return Result<void>{}; }
    Task<Result<BoxChanges>> changesSince(quint64) override { co_return BoxChanges{}; }
    Task<Result<UidSet>> move(UidSet, QString) override { co_return UidSet{}; }
    Task<Result<UidSet>> copy(UidSet, QString) override { co_return UidSet{}; }
    Task<Result<UidSet>> markedDeleted() override { co_return UidSet{}; }
    Task<Result<void>> expunge() override { co_return Result<void>{}; }
    Task<Result<UidSet>> append(QString, RawMessage, MessageFlags, qint64) override { co_return UidSet{}; }
    Task<Result<void>> createFolder(QString) override { co_return Result<void>{}; }
    Task<Result<void>> renameFolder(QString, QString) override { co_return Result<void>{}; }
    Task<Result<void>> deleteFolder(QString) override { co_return Result<void>{}; }
    Task<Result<void>> subscribe(QString, bool) override { co_return Result<void>{}; }
    Task<Result<IdleEnd>> idle() override { co_return IdleEnd::Renewed; }
    void interruptIdle() override { m_answered.release(); }

private:
    QSemaphore &m_answered;
};

Task<Result<int>> use(ImapLink *link, LinkSettings settings)
{
    const auto features = co_await link->open(settings, secret());
    if (!features)
        co_return features.error();
    const ResyncPoint nowhere;
    const auto box = co_await link->select(u"INBOX"_s, nowhere, true);
    if (!box)
        co_return box.error();
    for (int i = 0; i < 1000; ++i) {
        const auto records = co_await link->headers(UidSet::range(1, 3));
        if (!records)
            co_return records.error();
    }
    co_return 0;
}

} // namespace

// A link may be closed and destroyed at any moment.
class ClosingTest : public QObject
{
    Q_OBJECT

    static void threads()
    {
        QTest::addColumn<bool>("threaded");
        QTest::newRow("same thread") << false;
        QTest::newRow("own thread") << true;
    }

private Q_SLOTS:
    void initTestCase() { silenceKimap(); }

    void closing_ends_what_is_awaited_at_once_data() { threads(); }
    void closing_ends_what_is_awaited_at_once()
    {
        QFETCH(bool, threaded);
        const ScriptedServer server(with("LIST .*", {})); // which is never answered
        const auto link = makeLink(threaded);
        QVERIFY(wait(link->open(settings(server.port(), 30'000), secret())));
        auto asking = link->list();
        QTRY_VERIFY2(server.commands().last().startsWith("LIST"), server.commands().join("; ").constData());
        QElapsedTimer timer;
        timer.start();
        link->close();
        const auto end = wait(std::move(asking));
        QVERIFY(timer.elapsed() < Soon);
        QVERIFY(!end);
        QCOMPARE(end.error().kind, ErrorKind::Cancelled);
        QVERIFY(!link->isOpen());
        const auto after = wait(link->list());
        QVERIFY(!after);
        QCOMPARE(after.error().kind, ErrorKind::Cancelled);
    }

    void a_closed_link_can_be_opened_again_data() { threads(); }
    void a_closed_link_can_be_opened_again()
    {
        QFETCH(bool, threaded);
        const ScriptedServer server(ScriptedServer::wellBehaved());
        const auto link = makeLink(threaded);
        for (int i = 0; i < 3; ++i) {
            QVERIFY(wait(link->open(settings(server.port()), secret())));
            QVERIFY(link->isOpen());
            link->close();
            QVERIFY(!link->isOpen());
        }
    }

    void a_link_that_hangs_is_destroyed_without_waiting_data() { threads(); }
    void a_link_that_hangs_is_destroyed_without_waiting()
    {
        QFETCH(bool, threaded);
        Script script = ScriptedServer::wellBehaved();
        script.stallAfter = 60; // in the middle of a line: KIMAP's socket thread is stuck for 30 s
        // Before and after the thread has come to that line.
        for (const int after : {0, 5, 20, 60}) {
            const ScriptedServer server(script);
            auto link = makeLink(threaded);
            auto opening = link->open(settings(server.port(), 30'000), secret());
            QTRY_COMPARE(server.sent(), script.stallAfter);
            QElapsedTimer timer;
            QTimer::singleShot(after, this, [&link, &timer] {
                timer.start();
                link.reset();
            });
            const auto end = wait(std::move(opening));
            QVERIFY(timer.elapsed() < Soon);
            QVERIFY(!end);
            QCOMPARE(end.error().kind, ErrorKind::Cancelled);
            // The caller's event loop is not held up afterwards either.
            bool turned = false;
            QTimer::singleShot(200, this, [&turned] { turned = true; });
            QTRY_VERIFY(turned);
            QVERIFY(timer.elapsed() < Soon);
        }
    }

    void an_answer_already_under_way_is_not_heard_after_the_end()
    {
        QSemaphore answered;
        auto link = std::make_unique<ThreadedLink>(
            [&answered] { return std::make_unique<AnsweringLink>(answered); });
        auto asking = link->list();
        link->interruptIdle();
        answered.acquire(); // the answer to list() lies in this thread's event queue
        link.reset();
        const auto end = wait(std::move(asking));
        QVERIFY(!end);
        QCOMPARE(end.error().kind, ErrorKind::Cancelled);
    }

    void a_link_closed_before_it_was_connected_does_not_sign_in_data() { threads(); }
    void a_link_closed_before_it_was_connected_does_not_sign_in()
    {
        QFETCH(bool, threaded);
        const ScriptedServer server(ScriptedServer::wellBehaved());
        for (int i = 0; i < 50; ++i) {
            const auto link = makeLink(threaded);
            auto opening = link->open(settings(server.port(), 30'000), secret());
            link->close();
            QCOMPARE(wait(std::move(opening)).error().kind, ErrorKind::Cancelled);
        }
        const auto last = makeLink(threaded);
        QVERIFY(wait(last->open(settings(server.port(), 30'000), secret())));
        QTRY_COMPARE(server.connections(), 1);
        const auto commands = server.commands();
        QCOMPARE(std::ranges::count_if(commands, [](const auto &c) { return c.startsWith("LOGIN"); }), 1);
    }

    void a_link_may_go_at_any_moment_data() { threads(); }
    void a_link_may_go_at_any_moment()
    {
        QFETCH(bool, threaded);
        const ScriptedServer server(ScriptedServer::wellBehaved());
        for (int i = 0; i < 120; ++i) {
            auto link = makeLink(threaded);
            QTimer::singleShot(std::chrono::microseconds(i * 150), Qt::PreciseTimer, this,
                               [&link] { link.reset(); });
            const auto end = wait(use(link.get(), settings(server.port())));
            QVERIFY(!end);
            QCOMPARE(end.error().kind, ErrorKind::Cancelled);
        }
    }

    void the_threads_of_links_end_with_the_program()
    {
        const ScriptedServer server(ScriptedServer::wellBehaved());
        for (int i = 0; i < 4; ++i) {
            const auto link = makeLink(true);
            QVERIFY(wait(link->open(settings(server.port()), secret())));
        }
        QElapsedTimer timer;
        timer.start();
        ThreadedLink::joinAll(30'000);
        QVERIFY(timer.elapsed() < Soon);
    }
};

QTEST_GUILESS_MAIN(ClosingTest)
#include "closing_test.moc"
