#include "core/account/paths.h"
#include "core/sync/engine.h"
#include "core/sync/enginefactory.h"
#include "core/sync/facade/searches.h"

#include "indexedprofile.h"

#include <QFile>
#include <QSignalSpy>
#include <QTest>

using namespace kw;
using namespace kw::test;
using namespace Qt::StringLiterals;

// The index as the window has it: behind the engine.
class IndexEngineTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_engine_keeps_the_index_and_trims_its_feed()
    {
        QTemporaryDir dir;
        const Paths paths = Paths::profile(dir.path());
        QVERIFY(paths.create());
        {
            IndexedProfile mail;
            for (int n = 1; n <= 4; ++n)
                mail.putBody(mail.add(n), n);
            mail.write([] { });
            QVERIFY(
                mail.db().execute("PRAGMA wal_checkpoint(TRUNCATE); PRAGMA bodies.wal_checkpoint(TRUNCATE)"));
            for (const QString &name : {u"cache.db"_s, u"bodies.db"_s})
                QVERIFY(QFile::copy(mail.path() + u'/' + name, paths.cache + u'/' + name));
        }
        auto engine = makeEngine(paths, {});
        QVERIFY(engine);
        Searches *searches = (*engine)->searches();
        QSignalSpy indexed(searches, &Searches::indexed);
        QSignalSpy statuses(searches, &Searches::indexStatusChanged);
        QTRY_COMPARE_WITH_TIMEOUT(searches->indexStatus().withText, 4, 30'000);
        QVERIFY(!indexed.isEmpty());
        QVERIFY(!statuses.isEmpty());
        const auto waiting = [&paths] {
            const auto db = Database::open(paths.cache, Database::Mode::ReadOnly);
            return db ? IndexSource(**db).waiting(0) : -1;
        };
        QTRY_COMPARE_WITH_TIMEOUT(waiting(), 0, 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(!searches->indexStatus().isWorking, 30'000);

        searches->rebuildIndex();
        QVERIFY(searches->indexStatus().isWorking);
        QCOMPARE(searches->indexStatus().indexed, 0);
        QTRY_VERIFY_WITH_TIMEOUT(!searches->indexStatus().isWorking, 30'000);
        QCOMPARE(searches->indexStatus().withText, 4);
    }
};

QTEST_GUILESS_MAIN(IndexEngineTest)
#include "engine_test.moc"
