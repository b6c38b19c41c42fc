#include "core/mime/messageparser.h"
#include "core/sync/sender/senderhost.h"
#include "core/sync/sender/senderjudge.h"
#include "tests/store/profile.h"
#include "tests/support/dkimsigner.h"
#include "tests/support/fakeengine.h"
#include "tests/support/nameserver.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTemporaryFile>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

OpenedMessage mail(MessageId id, const QByteArray &header, const QByteArray &body = "Hello\r\n")
{
    OpenedMessage out;
    out.id = id;
    out.rawHeader = header;
    out.rawBody = body;
    out.view = parseMessage(header, body);
    return out;
}

AccountSettings ann()
{
    AccountSettings account;
    account.key = u"ann"_s;
    account.address = u"ann@home.example"_s;
    account.imap.host = u"imap.home.example"_s;
    return account;
}

} // namespace

// Who sent a message, by what stands in it, what the cache knows, and what DNS says.
class SenderTest : public QObject
{
    Q_OBJECT
    test::Profile m_profile;
    QHash<AccountId, QString> m_keys;

    SenderReport judged(MessageId id, const QByteArray &header)
    {
        SenderReport report = judgeHeader(m_profile.db(), mail(id, header), {ann()}, m_keys);
        addAcquaintance(m_profile.db(), mail(id, header), {ann()}, report);
        return report;
    }
    MessageId arrive(quint32 uid, const QString &from)
    {
        MessageId id{};
        m_profile.write([&] {
            NewMessage message = test::Profile::mail(uid);
            message.digest.from = {QString(), from};
            MessageStore(m_profile.db()).insert(m_profile.inbox, {message}, Threading::Now);
            id = MessageStore(m_profile.db()).known(m_profile.inbox, UidSet::range(uid, uid)).first().id;
        });
        return id;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_keys.insert(m_profile.account, u"ann"_s);
        m_profile.write([this] {
            const FolderId sent = m_profile.folder(u"Sent"_s, FolderRole::Sent);
            NewMessage message = test::Profile::mail(1);
            message.digest.to = {{u"Northwind"_s, u"sales@northwind.example"_s}};
            MessageStore(m_profile.db()).insert(sent, {message}, Threading::Now);
        });
    }

    void those_one_has_written_to_are_known()
    {
        const MessageId id = arrive(10, u"sales@northwind.example"_s);
        const SenderReport report = judged(id, "From: Sales <Sales@northwind.example>\r\n");
        QVERIFY(report.acquaintance.isKnown);
        QVERIFY(!report.acquaintance.isFirst);
        QVERIFY(report.acquaintance.looksLike.isEmpty());
    }

    void the_first_message_from_somebody_is_told()
    {
        const MessageId first = arrive(20, u"new@other.example"_s);
        QVERIFY(judged(first, "From: new@other.example\r\n").acquaintance.isFirst);
        const MessageId second = arrive(21, u"new@other.example"_s);
        QVERIFY(!judged(second, "From: new@other.example\r\n").acquaintance.isFirst);
        QVERIFY(judged(first, "From: new@other.example\r\n").acquaintance.isFirst); // opened again
    }

    void a_name_that_passes_for_a_known_one_is_told()
    {
        const MessageId id = arrive(30, u"sales@northvvind.example"_s);
        QCOMPARE(judged(id, "From: sales@northvvind.example\r\n").acquaintance.looksLike,
                 u"northwind.example"_s);
    }

    void oneself_is_no_stranger()
    {
        const MessageId id = arrive(40, u"ann@home.example"_s);
        const SenderReport report = judged(id, "From: Ann <ANN@home.example>\r\n");
        QVERIFY(report.acquaintance.isOneself && report.acquaintance.isKnown && !report.acquaintance.isFirst);
    }

    void the_accounts_own_server_is_believed()
    {
        const MessageId id = arrive(50, u"info@bank.example"_s);
        const QByteArray field
            = "Authentication-Results: mx.home.example; dmarc=pass header.from=bank.example\r\n";
        QCOMPARE(judged(id, field + "From: info@bank.example\r\n").evidence.origin, Evidence::Origin::Proven);
    }

    void a_signature_is_checked_here_where_no_server_has()
    {
        NameServer dns;
        const DkimSigner signer;
        QVERIFY(signer.isReady());
        dns.addText("k1._domainkey.bank.example", signer.record());
        QTemporaryFile lookups;
        QVERIFY(lookups.open());
        lookups.write(
            QJsonDocument(QJsonObject{{u"nameserver"_s, u"127.0.0.1:%1"_s.arg(dns.port())}}).toJson());
        lookups.close();
        qputenv("KITTIWAKE_LOOKUPS", lookups.fileName().toLocal8Bit());
        const auto forget = qScopeGuard([] { qunsetenv("KITTIWAKE_LOOKUPS"); });

        FakeEngine engine;
        engine.accountList = {ann()};
        engine.accountIds.insert(u"ann"_s, m_profile.account);
        engine.setOnline(true);
        auto *host = new SenderHost(engine, m_profile.path());
        QSignalSpy told(host, &SenderChecks::checked);
        const MessageId id = arrive(60, u"info@bank.example"_s);
        const QByteArray header
            = signer.sign("From: info@bank.example\r\nSubject: x\r\n", "Hello\r\n", "bank.example");
        host->check(mail(id, header));
        QTRY_COMPARE_WITH_TIMEOUT(told.count(), 3, 15'000);
        const auto last = told.last().first().value<SenderReport>();
        QCOMPARE(last.evidence.origin, Evidence::Origin::Proven);
        QCOMPARE(last.evidence.witness, Evidence::Witness::Ourselves);
        QCOMPARE(dns.questions(), QStringList{u"k1._domainkey.bank.example"_s});

        told.clear();
        host->check(mail(id, header, "Changed\r\n"));
        QTRY_COMPARE_WITH_TIMEOUT(told.count(), 3, 15'000);
        QCOMPARE(told.last().first().value<SenderReport>().evidence.origin, Evidence::Origin::Disproven);

        told.clear();
        engine.setOnline(false);
        host->check(mail(id, header));
        QTRY_COMPARE(told.count(), 2); // and nobody is asked
        QCOMPARE(told.last().first().value<SenderReport>().evidence.origin, Evidence::Origin::Unknown);
    }
};

QTEST_GUILESS_MAIN(SenderTest)
#include "sender_test.moc"
