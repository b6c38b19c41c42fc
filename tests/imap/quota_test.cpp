#include "core/imap/kimap/kimaplink.h"
#include "tests/imap/contractfixture.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

// How full a mailbox is: the same rules on Dovecot, Cyrus and the simulator.
class QuotaTest : public ContractFixture
{
    Q_OBJECT

    static constexpr quint64 Room = 30'000; // units of 1024 octets

    static const QuotaResource *storage(const QList<QuotaResource> &all)
    {
        for (const QuotaResource &one : all) {
            if (one.name == "STORAGE"_L1)
                return &one;
        }
        return nullptr;
    }

private Q_SLOTS:
    void initTestCase_data() { addServers(); }
    void init()
    {
        const QString wrong = begin();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void the_room_of_the_inbox_and_what_is_used_of_it_are_told()
    {
        const quint64 limit = m_server->setQuota(Room);
        QVERIFY(limit > 0);
        const auto one = link();
        QVERIFY2(features(), features() ? "" : qPrintable(features().error().text));
        QVERIFY(features()->capabilities.contains("QUOTA"_L1));
        const auto before = wait(one->quota(u"INBOX"_s));
        QVERIFY2(before, before ? "" : qPrintable(before.error().text));
        QVERIFY(storage(*before));
        QCOMPARE(storage(*before)->limit, limit);

        const QByteArray big = "Subject: big\r\n\r\n" + QByteArray(400'000, 'x') + "\r\n";
        QVERIFY(m_other.append("INBOX", big));
        const auto after = wait(one->quota(u"INBOX"_s));
        QVERIFY(after && storage(*after));
        const quint64 grown = storage(*after)->used - storage(*before)->used;
        QVERIFY2(grown >= 380 && grown <= 420, qPrintable(QString::number(grown)));
    }

    void a_link_on_a_thread_of_its_own_tells_the_same()
    {
        const quint64 limit = m_server->setQuota(Room);
        const auto one = link(true);
        const auto told = wait(one->quota(u"INBOX"_s));
        QVERIFY2(told, told ? "" : qPrintable(told.error().text));
        QVERIFY(storage(*told));
        QCOMPARE(storage(*told)->limit, limit);
        QVERIFY(wait(one->list())); // and goes on
    }

    void a_folder_that_is_not_there_leaves_the_session_usable()
    {
        m_server->setQuota(Room);
        const auto one = link();
        const auto told = wait(one->quota(u"No such folder"_s));
        // Dovecot and the simulator refuse; Cyrus answers without a root.
        if (told)
            QVERIFY(told->isEmpty() || storage(*told));
        else
            QCOMPARE(told.error().kind, ErrorKind::Refused);
        QVERIFY(one->isOpen());
        QVERIFY(wait(one->quota(u"INBOX"_s)));
    }

    void without_a_limit_nothing_is_told_as_one()
    {
        if (is("dovecot"_L1))
            return; // its limit is part of its configuration
        m_server->setQuota(0);
        const auto one = link();
        const auto told = wait(one->quota(u"INBOX"_s));
        if (told)
            QVERIFY(!storage(*told));
        else
            QCOMPARE(told.error().kind, ErrorKind::Unsupported);
        QVERIFY(one->isOpen());
    }
};

QTEST_GUILESS_MAIN(QuotaTest)
#include "quota_test.moc"
