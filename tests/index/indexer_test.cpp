#include "indexedprofile.h"

#include <QTest>

using namespace kw;
using namespace kw::test;
using namespace Qt::StringLiterals;

namespace {

// What is open while somebody indexes.
struct Work {
    explicit Work(const QString &path)
        : db(std::move(*Database::open(path, Database::Mode::ReadOnly)))
        , file(std::move(*IndexFile::open(path)))
        , indexer(*db, *file)
    {
    }
    void run()
    {
        for (;;) {
            const auto done = indexer.step();
            if (!done)
                qFatal("%s", qPrintable(done.error().text));
            if (*done == Indexer::Step::Rest)
                return;
        }
    }
    IndexDepth depth(MessageId id) const
    {
        const auto known = file->known(id);
        if (!known)
            qFatal("not known");
        return known->depth;
    }

    std::unique_ptr<Database> db;
    std::unique_ptr<IndexFile> file;
    Indexer indexer;
};

using Found = QList<MessageId>;

} // namespace

class IndexerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_message_is_found_as_deep_as_it_is_here()
    {
        IndexedProfile p;
        const MessageId row = p.add(1);
        const MessageId header = p.add(2);
        p.seeHeader(header, 2);
        const MessageId text = p.add(3);
        p.putBody(text, 3);
        Work work(p.path());
        work.run();
        QCOMPARE(work.depth(row), IndexDepth::Row);
        QCOMPARE(work.depth(header), IndexDepth::Header);
        QCOMPARE(work.depth(text), IndexDepth::Text);
        QCOMPARE(p.find(u"subjectbx"_s), Found{row});
        QCOMPARE(p.find(u"ccbx"_s), Found());
        QCOMPARE(p.find(u"cccx"_s), Found{header});
        for (const char *kind : {"subject", "cc", "body", "quoted", "file"})
            QCOMPARE(p.find(IndexedProfile::word(kind, 3)), Found{text});
        QCOMPARE(work.file->size().documents, 3);
        QCOMPARE(work.file->size().withText, 1);
    }

    void what_comes_and_goes_later_is_taken_in()
    {
        IndexedProfile p;
        const MessageId one = p.add(1);
        const MessageId two = p.add(2);
        Work work(p.path());
        work.run();
        p.putBody(one, 1);
        p.remove(two);
        const MessageId three = p.add(3);
        work.run();
        QCOMPARE(p.find(u"bodybx"_s), Found{one});
        QVERIFY(!work.file->known(two));
        QCOMPARE(p.find(u"subjectdx"_s), Found{three});
        QCOMPARE(work.indexer.waitingChanges(), 0);
    }

    void a_text_that_was_evicted_goes_on_being_found()
    {
        IndexedProfile p;
        const MessageId id = p.add(1);
        p.putBody(id, 1);
        Work work(p.path());
        work.run();
        p.evict(id);
        p.seeHeader(id, 1); // looked at again
        work.run();
        QCOMPARE(work.depth(id), IndexDepth::Text);
        QCOMPARE(p.find(u"bodybx"_s), Found{id});
    }

    void all_labels_of_a_gmail_message_have_its_text()
    {
        IndexedProfile p;
        QList<MessageId> ids;
        p.write([&] {
            for (const FolderId folder : {p.inbox, p.archive}) {
                NewMessage mail;
                mail.uid = Uid(7);
                mail.gmailId = 99;
                mail.digest = digestHeader(IndexedProfile::header(7));
                MessageStore store(p.db());
                store.insert(folder, {mail}, Threading::Now);
                ids.append(store.known(folder, UidSet::range(7, 7)).first().id);
            }
        });
        Work work(p.path());
        work.run();
        p.putBody(ids.first(), 7);
        work.run();
        for (const MessageId id : ids)
            QCOMPARE(work.depth(id), IndexDepth::Text);
    }

    void work_goes_on_where_it_was_left()
    {
        IndexedProfile p;
        for (int n = 1; n <= 30; ++n)
            p.putBody(p.add(n), n);
        IndexPace small;
        small.messages = 4;
        qint64 walked = 0;
        for (int round = 0; round < 4; ++round) {
            Work work(p.path());
            work.indexer.setPace(small);
            QCOMPARE(work.file->progress().walkedTo, walked);
            QVERIFY(work.indexer.step());
            QCOMPARE_GT(work.file->progress().walkedTo, walked);
            walked = work.file->progress().walkedTo;
        }
        Work work(p.path());
        work.run();
        for (int n = 1; n <= 30; ++n)
            QCOMPARE(p.find(IndexedProfile::word("body", n)).size(), 1);
        QCOMPARE(work.file->size().documents, 30);
    }

    void a_batch_ends_at_its_octets()
    {
        IndexedProfile p;
        for (int n = 1; n <= 10; ++n)
            p.putBody(p.add(n), n);
        Work work(p.path());
        IndexPace small;
        small.octets = 1; // one message reaches it
        work.indexer.setPace(small);
        QVERIFY(work.indexer.step());
        QCOMPARE(work.file->size().documents, 1);
        work.run();
        QCOMPARE(work.file->size().documents, 10);
    }

    void verifying_mends_what_is_missing_superfluous_foreign_or_shallow()
    {
        IndexedProfile p;
        QList<MessageId> ids;
        for (int n = 1; n <= 5; ++n) {
            ids.append(p.add(n));
            p.putBody(ids.last(), n);
        }
        Work work(p.path());
        work.run();
        IndexDocument foreign;
        foreign.id = ids[1];
        foreign.headerHash = 1;
        foreign.subject = u"foreignword"_s;
        IndexDocument superfluous = foreign;
        superfluous.id = MessageId(4711);
        IndexDocument shallow;
        shallow.id = ids[2];
        shallow.headerHash = work.file->known(ids[2])->headerHash;
        QVERIFY(work.file->write({foreign, superfluous, shallow}, {ids[0]}, work.file->progress()));
        work.indexer.verify();
        work.run();
        QVERIFY(!work.indexer.isVerifying());
        const auto &mended = work.indexer.mended();
        QCOMPARE(mended.looked, 5);
        QCOMPARE(mended.missing, 2);
        QCOMPARE(mended.superfluous, 1);
        QCOMPARE(mended.foreign, 1);
        QVERIFY(!work.file->known(MessageId(4711)));
        QCOMPARE(p.find(u"foreignword"_s), Found());
        for (int n = 1; n <= 5; ++n)
            QCOMPARE(p.find(IndexedProfile::word("body", n)), Found{ids[n - 1]});
        work.indexer.verify();
        work.run();
        QCOMPARE(work.indexer.mended().missing + work.indexer.mended().superfluous
                     + work.indexer.mended().foreign,
                 0);
    }

    // The power failed: the cache is without its newest changes, the index has them, and ids are given out
    // again.
    void a_cache_that_lost_its_newest_changes_is_indexed_as_it_is()
    {
        IndexedProfile p;
        const MessageId kept = p.add(1);
        const MessageId lost = p.add(2);
        Work(p.path()).run();
        p.write([&] {
            p.db().prepared("DELETE FROM message WHERE id=?").bind(lost).run();
            p.db().prepared("DELETE FROM index_feed").run();
            p.db().prepared("UPDATE sqlite_sequence SET seq=?1 WHERE name='message'").bind(kept).run();
            p.db().prepared("UPDATE sqlite_sequence SET seq=0 WHERE name='index_feed'").run();
        });
        const MessageId again = p.add(3);
        QCOMPARE(again, lost);
        Work work(p.path());
        QVERIFY(work.indexer.isVerifying() || work.file->progress().walkedTo >= raw(again));
        work.indexer.verify();
        work.run();
        QCOMPARE(p.find(u"subjectcx"_s), Found());
        QCOMPARE(p.find(u"subjectdx"_s), Found{again});
    }

    void changes_that_were_forgotten_are_found_by_verifying()
    {
        IndexedProfile p;
        const MessageId id = p.add(1);
        Work(p.path()).run();
        p.putBody(id, 1);
        p.write([&] { IndexSource(p.db()).limit(0); });
        Work work(p.path());
        QVERIFY(work.indexer.isVerifying());
        work.run();
        QCOMPARE(p.find(u"bodybx"_s), Found{id});
    }

    void the_feed_is_trimmed_up_to_what_was_taken_in()
    {
        IndexedProfile p;
        const MessageId id = p.add(1);
        Work work(p.path());
        work.run();
        p.putBody(id, 1);
        work.run();
        const qint64 takenIn = work.indexer.progress().feed;
        p.evict(id);
        p.seeHeader(id, 1);
        p.write([&] { QVERIFY(!IndexSource(p.db()).trim(takenIn)); });
        QCOMPARE(p.number("SELECT COUNT(*) FROM index_feed"), work.indexer.waitingChanges());
        QCOMPARE(work.indexer.waitingChanges(), 1);
    }

    void a_stop_loses_nothing()
    {
        IndexedProfile p;
        for (int n = 1; n <= 20; ++n)
            p.putBody(p.add(n), n);
        bool isStopped = false;
        {
            Work work(p.path());
            work.indexer.stopWhen([&isStopped] { return isStopped; });
            IndexPace small;
            small.messages = 5;
            work.indexer.setPace(small);
            QVERIFY(work.indexer.step());
            isStopped = true;
            const auto stopped = work.indexer.step();
            QVERIFY(!stopped);
            QCOMPARE(stopped.error().kind, ErrorKind::Cancelled);
        }
        Work work(p.path());
        QCOMPARE(work.file->size().documents, 5);
        work.run();
        QCOMPARE(work.file->size().documents, 20);
    }
};

QTEST_GUILESS_MAIN(IndexerTest)
#include "indexer_test.moc"
