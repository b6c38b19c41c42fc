#include "core/imap/stream/mailboxname.h"
#include "tests/serversearch/synced.h"

#include <QTest>

using namespace kw;
using namespace kw::test;
using namespace Qt::StringLiterals;

// What is not on this computer, found on real servers and merged with what is.
class SearchTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<TestServer> m_server;
    bench::RawImap m_other;

    void put(const QString &path, const QByteArray &mail)
    {
        QVERIFY(m_other.append(quotedMailbox(path), mail));
    }
    void make(const QString &path) { QVERIFY(m_other.command("CREATE " + quotedMailbox(path))); }

private Q_SLOTS:
    void initTestCase_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("dovecot") << u"dovecot"_s;
        QTest::newRow("cyrus") << u"cyrus"_s;
    }
    void init()
    {
        QFETCH_GLOBAL(QString, kind);
        if (kind == "cyrus"_L1 && !hasCyrus())
            QSKIP("KITTIWAKE_CYRUS must name the unpacked Cyrus; ./dev test sets it");
        auto started = startServer(kind, {});
        QVERIFY2(started, started ? "" : qPrintable(started.error().text));
        m_server = std::move(*started);
        m_other.close();
        QVERIFY(m_other.open(m_server->port(), m_server->user.toUtf8(), m_server->password.toUtf8()));
    }
    void cleanup() { m_other.close(); }

    void everything_unseen_is_reached_and_nothing_is_found_twice()
    {
        make(u"Ordner & 日本 x"_s);
        put(u"INBOX"_s, letter("one", "The zebra sleeps."));
        put(u"INBOX"_s, letter("two", "Nothing of the kind."));
        put(u"INBOX"_s, letter("three", "A ZEBRA reads, and its text is here."));
        put(u"Ordner & 日本 x"_s, letter("four", "Two zebras, größer als sonst."));
        put(u"Sent"_s, letter("zebra five", "In the subject."));
        Synced on(*m_server);
        QVERIFY(on.listed(5));
        QVERIFY(on.open(u"three"_s));
        QCOMPARE(FoundRows(on.profile.db()).withoutText().value(on.profile.inbox), 2);

        QCOMPARE((on.profile.ask(words(u"zebra"_s)), on.profile.subjects()),
                 (QStringList{u"four"_s, u"one"_s, u"zebra five"_s}));
        QVERIFY2(on.profile.state.failures.isEmpty(),
                 qPrintable(on.profile.state.failures.value(0).second.text));
        QCOMPARE(on.profile.state.foldersDone, on.profile.state.folders);
        // All folders where something is unseen.
        qint64 left = 0;
        for (const auto &[folder, unseen] : FoundRows(on.profile.db()).withoutText().asKeyValueRange())
            left += on.profile.state.answered.contains(folder) ? 0 : unseen;
        QCOMPARE(left, 0);
        QCOMPARE(on.profile.state.answered.first(), on.profile.inbox);

        QCOMPARE((on.profile.ask(words(u"größer zebra"_s)), on.profile.subjects()), QStringList{u"four"_s});
        QCOMPARE((on.profile.ask(words(u"nowhere"_s)), on.profile.subjects()), QStringList{});
    }

    void mail_that_is_not_listed_becomes_a_row_and_is_listed_once()
    {
        for (int i = 1; i <= 6; ++i)
            put(u"INBOX"_s, letter("mail " + QByteArray::number(i), "zebra"));
        Synced on(*m_server);
        QVERIFY(on.listed(6));
        on.stop();
        // As if the older half had been left on the server.
        on.profile.write([&on] {
            FolderRow row = *on.profile.folders.folder(on.profile.inbox);
            row.lowUid = 4;
            on.profile.folders.saveSyncState(row);
            on.profile.store.remove({on.named(u"mail 1"_s), on.named(u"mail 2"_s), on.named(u"mail 3"_s)},
                                    Vanishing::Untold);
        });
        put(u"INBOX"_s, letter("mail 7", "zebra"));
        on.profile.ask(words(u"zebra"_s));
        QCOMPARE(on.profile.subjects().size(), 7);
        QCOMPARE(on.profile.number("SELECT COUNT(*) FROM message"), 7);
        QVERIFY(on.listed(7));
        QCOMPARE(on.profile.number("SELECT COUNT(DISTINCT uid) FROM message"), 7);
        QCOMPARE(on.profile.folders.folder(on.profile.inbox)->total, 7U);
    }

    void marks_of_this_computer_count()
    {
        put(u"INBOX"_s, letter("one", "zebra"));
        put(u"INBOX"_s, letter("two", "zebra"));
        Synced on(*m_server);
        QVERIFY(on.listed(2));
        on.stop();
        on.profile.write(
            [&on] { on.profile.store.setFlags({on.named(u"one"_s)}, quint32(Flag::Seen), true); });
        // The server does not know yet.
        on.profile.ask(SearchNode::all({words(u"zebra"_s), mark(SearchMark::Unread)}));
        QCOMPARE(on.profile.subjects(), QStringList{u"two"_s});
    }

    void a_session_that_is_lost_is_opened_again_once()
    {
        put(u"INBOX"_s, letter("one", "zebra"));
        put(u"Sent"_s, letter("two", "zebra"));
        Synced on(*m_server);
        QVERIFY(on.listed(2));
        on.stop();
        bool isCut = false;
        on.profile.onTold = [&] {
            if (on.profile.state.foldersDone == 1 && !std::exchange(isCut, true))
                on.proxy.cutAll();
        };
        on.profile.ask(words(u"zebra"_s));
        QVERIFY(isCut);
        QVERIFY2(on.profile.state.failures.isEmpty(),
                 qPrintable(on.profile.state.failures.value(0).second.text));
        QCOMPARE(on.profile.subjects(), (QStringList{u"one"_s, u"two"_s}));
    }

    void a_network_that_fails_at_any_octet_leaves_no_search_without_an_end()
    {
        put(u"INBOX"_s, letter("one", "zebra"));
        Synced on(*m_server);
        QVERIFY(on.listed(1));
        on.stop();
        const quint64 before = on.proxy.fromServer();
        on.profile.ask(words(u"zebra"_s), {on.profile.inbox});
        const quint64 octets = on.proxy.fromServer() - before;
        QVERIFY(octets > 200);
        // Every connection from here on ends early; the second try fails as well.
        for (quint64 after = 0; after < octets; after += 61) {
            on.proxy.cutAfter(on.proxy.fromServer() + after);
            on.profile.ask(words(u"zebra"_s), {on.profile.inbox});
            QVERIFY(on.profile.state.isOver);
            QCOMPARE(on.profile.state.failures.size() + on.profile.state.answered.size(), 1);
            if (!on.profile.state.failures.isEmpty())
                QVERIFY(!on.profile.state.failures.first().second.text.isEmpty());
        }
        on.proxy.cutAfter(quint64(-1));
        QCOMPARE(on.profile.ask(words(u"zebra"_s)).hits.size(), 1);
    }

    void cancelling_ends_at_once_whatever_the_server_does()
    {
        put(u"INBOX"_s, letter("one", "zebra"));
        Synced on(*m_server);
        QVERIFY(on.listed(1));
        on.stop();
        on.proxy.setBlackHole(true);
        on.profile.search.ask(++on.profile.ticket, words(u"zebra"_s), {}, {});
        QElapsedTimer timer;
        timer.start();
        on.profile.search.cancel();
        QVERIFY(on.profile.state.isOver);
        QCoro::waitFor(on.profile.search.stop());
        QVERIFY(timer.elapsed() < 2000); // of a timeout of 5 s
        on.proxy.setBlackHole(false);
    }
};

QTEST_GUILESS_MAIN(SearchTest)
#include "search_test.moc"
