#include "core/store/envelopes.h"
#include "tests/serversearch/synced.h"

#include <QTest>

using namespace kw;
using namespace kw::test;
using namespace Qt::StringLiterals;

// Whole headers of listed mail, in idle time, from a real server.
class EnricherTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<TestServer> m_server;
    bench::RawImap m_other;

    static constexpr int Mails = 40;

    struct Enriched : Synced {
        explicit Enriched(TestServer &server)
            : Synced(server)
        {
            profile.ctx.limits.enrichAfter = Millis(20);
            profile.ctx.limits.enrichPause = Millis(1);
        }
        qint64 whole() { return profile.number("SELECT COUNT(*) FROM envelope WHERE whole=1"); }
    };

private Q_SLOTS:
    void init()
    {
        auto started = startServer(u"dovecot"_s, {});
        QVERIFY2(started, started ? "" : qPrintable(started.error().text));
        m_server = std::move(*started);
        m_other.close();
        QVERIFY(m_other.open(m_server->port(), m_server->user.toUtf8(), m_server->password.toUtf8()));
        for (int i = 1; i <= Mails; ++i) {
            const QByteArray n = QByteArray::number(i);
            QByteArray mail = letter("mail " + n, "x", "Cc: copy" + n + "@example.net\r\n");
            if (i == 3)
                mail.replace("text/plain; charset=utf-8", "multipart/mixed; boundary=b");
            if (i == 4)
                mail.replace("MIME-Version", "List-Id: KDE <kde-devel.kde.org>\r\nMIME-Version");
            QVERIFY(m_other.append(i % 4 == 0 ? "Sent" : "INBOX", mail));
        }
    }

    void copies_lists_and_attachments_of_all_mail_are_learned()
    {
        Enriched on(*m_server);
        QVERIFY(on.listed(Mails));
        QTRY_COMPARE_WITH_TIMEOUT(on.whole(), Mails, 20'000);
        const Envelopes envelopes(on.profile.db());
        for (int i = 1; i <= Mails; ++i) {
            const auto got = envelopes.get(on.named(u"mail %1"_s.arg(i)));
            QVERIFY(got);
            QCOMPARE(got->cc, u"copy%1@example.net"_s.arg(i));
            QCOMPARE(got->recipients, u"ann@example.org"_s);
        }
        QVERIFY(envelopes.get(on.named(u"mail 4"_s))->list.contains(u"kde-devel"_s));
        const auto has = [&on](const QString &subject, Flag flag) {
            return (on.profile.store.row(on.named(subject))->flags & quint32(flag)) != 0;
        };
        QVERIFY(has(u"mail 3"_s, Flag::HasAttachment));
        QVERIFY(!has(u"mail 4"_s, Flag::HasAttachment));
        QVERIFY(has(u"mail 4"_s, Flag::Bulk));
        QVERIFY(!has(u"mail 3"_s, Flag::Bulk));
        QVERIFY(!has(u"mail 3"_s, Flag::Seen));
    }

    void it_is_done_once()
    {
        Enriched on(*m_server);
        QVERIFY(on.listed(Mails));
        QTRY_COMPARE_WITH_TIMEOUT(on.whole(), Mails, 20'000);
        const qint64 fed = on.profile.number("SELECT COUNT(*) FROM index_feed");
        QTRY_VERIFY(on.sync->enricher().isAtEnd());
        on.stop();
        on.start();
        const int before = on.proxy.connections();
        QVERIFY(
            QTest::qWaitFor([&on] { return on.sync->isAtRest() && on.sync->enricher().isAtEnd(); }, 20'000));
        QCOMPARE(on.profile.number("SELECT COUNT(*) FROM index_feed"), fed);
        QVERIFY(on.proxy.connections() - before < 5); // none of its own
        // What comes later is learned too, and nothing else again.
        QVERIFY(m_other.append("INBOX", letter("late", "x", "Cc: late@example.net\r\n")));
        QTRY_COMPARE_WITH_TIMEOUT(on.whole(), Mails + 1, 20'000);
        QVERIFY(on.profile.number("SELECT COUNT(*) FROM index_feed") <= fed + 2);
    }

    void a_network_that_fails_again_and_again_only_delays_it()
    {
        Enriched on(*m_server);
        on.profile.ctx.limits.enrichAfter = Millis(0);
        QVERIFY(on.listed(Mails));
        on.stop();
        on.profile.ctx.limits.enrichAfter = Millis(20);
        on.start();
        int cuts = 0;
        while (on.whole() < Mails && cuts < 3) {
            const quint64 passed = on.proxy.fromServer();
            if (!QTest::qWaitFor([&] { return on.proxy.fromServer() > passed + 700 || on.whole() == Mails; },
                                 10'000))
                break;
            on.proxy.cutAll();
            ++cuts;
        }
        QTRY_COMPARE_WITH_TIMEOUT(on.whole(), Mails, 20'000);
        QVERIFY(cuts > 0);
    }

    void it_waits_while_somebody_is_at_work_the_network_costs_or_it_is_not_wanted()
    {
        Enriched on(*m_server);
        on.profile.ctx.settings.wholeHeaders = false;
        QVERIFY(on.listed(Mails));
        QVERIFY(!QTest::qWaitFor([&on] { return on.whole() > 0; }, 200));
        on.profile.ctx.settings.wholeHeaders = true;
        on.sync->setMetered(true);
        on.sync->lookAt({on.profile.inbox});
        QVERIFY(!QTest::qWaitFor([&on] { return on.whole() > 0; }, 200));
        on.profile.ctx.limits.enrichAfter = Millis(300);
        on.sync->setMetered(false);
        for (int i = 0; i < 6; ++i) { // a person who clicks
            QVERIFY(!QTest::qWaitFor([&on] { return on.whole() > 0; }, 100));
            on.sync->lookAt({});
        }
        QTRY_COMPARE_WITH_TIMEOUT(on.whole(), Mails, 20'000);
    }

    void a_folder_that_is_not_listed_to_its_end_is_left_to_its_listing()
    {
        Enriched on(*m_server);
        on.profile.ctx.limits.enrichAfter = Millis(0);
        QVERIFY(on.listed(Mails));
        on.stop();
        on.profile.write([&on] {
            FolderRow row = *on.profile.folders.folder(on.profile.inbox);
            row.lowUid = 5;
            on.profile.folders.saveSyncState(row);
        });
        on.profile.ctx.limits.enrichAfter = Millis(1);
        Enricher alone(
            on.profile.ctx, on.profile.account, on.profile.settings,
            [&on]() -> Task<Result<QString>> { co_return QString(on.server.password); }, [] { return true; });
        alone.start();
        QVERIFY(QTest::qWaitFor([&alone] { return alone.isAtEnd(); }, 20'000));
        QCOMPARE(on.whole(), Mails / 4); // those of Sent
        QCoro::waitFor(alone.stop());
    }

    void stopping_in_the_middle_ends_and_goes_on_later()
    {
        Enriched on(*m_server);
        on.profile.ctx.limits.enrichAfter = Millis(0);
        QVERIFY(on.listed(Mails));
        on.stop();
        on.profile.ctx.limits.enrichAfter = Millis(1);
        const auto password = [&on]() -> Task<Result<QString>> { co_return QString(on.server.password); };
        {
            Enricher first(on.profile.ctx, on.profile.account, on.profile.settings, password,
                           [] { return true; });
            first.start();
            QVERIFY(QTest::qWaitFor([&on] { return on.whole() > 0; }, 20'000));
            QCoro::waitFor(first.stop());
        }
        Enricher second(on.profile.ctx, on.profile.account, on.profile.settings, password,
                        [] { return true; });
        second.start();
        QTRY_COMPARE_WITH_TIMEOUT(on.whole(), Mails, 20'000);
        QCoro::waitFor(second.stop());
    }
};

QTEST_GUILESS_MAIN(EnricherTest)
#include "enricher_test.moc"
