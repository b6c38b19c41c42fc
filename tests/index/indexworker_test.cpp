#include "core/sync/index/indexworker.h"

#include "indexedprofile.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace kw;
using namespace kw::test;
using namespace Qt::StringLiterals;

namespace {

// The worker on a thread of its own, as the window has it.
class Running
{
public:
    explicit Running(const QString &directory)
        : worker(new IndexWorker(directory))
        , statuses(worker, &IndexWorker::statusChanged)
        , wrote(worker, &IndexWorker::wrote)
        , takenIn(worker, &IndexWorker::takenIn)
    {
        worker->setPauses({0, 1, 50});
        worker->moveToThread(&m_thread);
        QObject::connect(&m_thread, &QThread::finished, worker, &QObject::deleteLater);
        m_thread.start();
        tell([](IndexWorker &its) { its.begin(); });
    }
    ~Running() { stop(); }
    // How long it takes.
    qint64 stop()
    {
        QElapsedTimer timer;
        timer.start();
        worker->stop();
        m_thread.quit();
        m_thread.wait();
        return timer.elapsed();
    }
    void tell(const std::function<void(IndexWorker &)> &what)
    {
        QMetaObject::invokeMethod(worker, [its = worker, what] { what(*its); });
    }
    IndexStatus last() const
    {
        return statuses.isEmpty() ? IndexStatus() : statuses.last().first().value<IndexStatus>();
    }

    IndexWorker *worker;
    QSignalSpy statuses;
    QSignalSpy wrote;
    QSignalSpy takenIn;

private:
    QThread m_thread;
};

} // namespace

class IndexWorkerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<IndexStatus>(); }

    void it_works_by_itself_and_tells_how_it_stands()
    {
        IndexedProfile p;
        for (int n = 1; n <= 20; ++n)
            p.putBody(p.add(n), n);
        Running running(p.path());
        QTRY_COMPARE_WITH_TIMEOUT(running.last().withText, 20, 20'000);
        QTRY_VERIFY(!running.last().isWorking);
        QCOMPARE(running.last().messages, 20);
        QVERIFY(!running.wrote.isEmpty());
        QCOMPARE(p.find(u"bodybx"_s).size(), 1);
    }

    void what_happens_meanwhile_is_taken_in()
    {
        IndexedProfile p;
        const MessageId id = p.add(1);
        Running running(p.path());
        QTRY_COMPARE_WITH_TIMEOUT(running.last().indexed, 1, 20'000);
        p.putBody(id, 1);
        running.tell([](IndexWorker &its) { its.traffic(); });
        QTRY_COMPARE_WITH_TIMEOUT(running.last().withText, 1, 20'000);
        QTRY_VERIFY(!running.takenIn.isEmpty());
        QCOMPARE(running.takenIn.last().first().toLongLong(), p.number("SELECT MAX(seq) FROM index_feed"));
        // Nobody said so: it looks by itself.
        p.remove(id);
        QTRY_COMPARE_WITH_TIMEOUT(running.last().indexed, 0, 20'000);
    }

    void it_is_made_anew_on_request()
    {
        IndexedProfile p;
        p.putBody(p.add(1), 1);
        Running running(p.path());
        QTRY_COMPARE_WITH_TIMEOUT(running.last().withText, 1, 20'000);
        QTRY_VERIFY(!running.last().isWorking);
        const auto told = running.statuses.size();
        running.tell([](IndexWorker &its) { its.rebuild(); });
        QTRY_VERIFY_WITH_TIMEOUT(running.statuses.size() > told && running.last().withText == 1
                                     && !running.last().isWorking,
                                 20'000);
    }

    void who_cannot_write_it_says_so()
    {
        IndexedProfile p;
        const auto other = IndexFile::open(p.path());
        QVERIFY(other);
        Running running(p.path());
        QTRY_VERIFY_WITH_TIMEOUT(!running.last().problem.text.isEmpty(), 20'000);
        QCOMPARE(running.last().problem.kind, ErrorKind::Busy);
    }

    void the_end_comes_at_once_however_much_there_is_to_do()
    {
        IndexedProfile p;
        const QByteArray words = QByteArray("indexing takes time whatever the words are ").repeated(400);
        p.write([&] {
            MessageStore store(p.db());
            for (int n = 1; n <= 1500; ++n) {
                NewMessage mail;
                mail.uid = Uid(n);
                mail.digest = digestHeader(IndexedProfile::header(n));
                store.insert(p.inbox, {mail}, Threading::Later);
            }
            BodyStore bodies(p.db());
            for (const auto &known : store.known(p.inbox, UidSet::range(1, 1500)))
                bodies.put(known.id, {IndexedProfile::header(int(raw(known.uid))), words}, 1);
        });
        {
            Running running(p.path());
            QTRY_VERIFY_WITH_TIMEOUT(!running.wrote.isEmpty(), 20'000);
            const qint64 took = running.stop();
            QVERIFY2(took < 1000, qPrintable(u"%1 ms"_s.arg(took)));
        }
        IndexUpkeep upkeep(p.path());
        QVERIFY(upkeep.step(Now));
        QCOMPARE_GT(upkeep.status().indexed, 0); // what was committed is there
        QVERIFY(upkeep.runToRest(Now));
        QCOMPARE(upkeep.status().withText, 1500);
        QCOMPARE(upkeep.mended().looked, 0); // the end was a clean one
    }
};

QTEST_GUILESS_MAIN(IndexWorkerTest)
#include "indexworker_test.moc"
