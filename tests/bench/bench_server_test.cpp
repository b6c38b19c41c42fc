#include "bench/server/benchserver.h"
#include "bench/server/countingproxy.h"
#include "bench/server/mailgenerator.h"

#include <QDir>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>

using namespace kw;
using namespace kw::bench;
using namespace Qt::StringLiterals;

namespace {

constexpr int Messages = 2000;

QByteArray fieldOf(const QByteArray &raw, const QByteArray &name)
{
    const qsizetype at = raw.indexOf("\n" + name + ": ");
    if (at < 0)
        return {};
    qsizetype end = raw.indexOf('\n', at + 1);
    while (end + 1 < raw.size() && raw.at(end + 1) == '\t')
        end = raw.indexOf('\n', end + 1);
    return raw.mid(at + 1, end - at - 1);
}

} // namespace

class BenchServerTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void generated_mail_has_the_weight_of_real_mail();
    void the_generator_gives_the_same_mail_every_time();
    void the_raw_client_lists_changes_and_notices();
    void the_proxy_counts_what_passes();

private:
    QTemporaryDir m_cache{QDir::tempPath() + "/kittiwake-benchtest-XXXXXX"_L1};
    std::unique_ptr<BenchServer> m_server;
};

void BenchServerTest::initTestCase()
{
    QFile::setPermissions(m_cache.path(), QFile::permissions(m_cache.path()) | QFileDevice::ExeOther);
    auto server = BenchServer::start(m_cache.path(), Messages);
    QVERIFY2(server, qPrintable(server ? QString() : server.error().text));
    m_server = std::move(*server);
}

void BenchServerTest::generated_mail_has_the_weight_of_real_mail()
{
    MailGenerator generator(Messages);
    qsizetype fetched = 0;
    int replies = 0;
    int foreign = 0;
    int roots = 0;
    QSet<QByteArray> ids;
    for (int i = 0; i < Messages; ++i) {
        const auto message = generator.next();
        for (const char *const name :
             {"To", "From", "Message-ID", "References", "In-Reply-To", "Subject", "Date"})
            fetched += fieldOf(message.raw, name).size() + 2;
        replies += !fieldOf(message.raw, "In-Reply-To").isEmpty();
        const QByteArray subject = fieldOf(message.raw, "Subject");
        roots += !subject.startsWith("Subject: Re: ");
        foreign += subject.startsWith("Subject: =?");
        ids.insert(fieldOf(message.raw, "Message-ID"));
        QVERIFY(message.raw.size() > 900 && message.raw.size() < 7000);
    }
    QCOMPARE(ids.size(), Messages);
    QVERIFY2(qAbs(fetched / Messages - 500) < 60, qPrintable(QString::number(fetched / Messages)));
    QVERIFY2(qAbs(replies - Messages * 45 / 100) < Messages / 20, qPrintable(QString::number(replies)));
    QVERIFY2(qAbs(foreign - roots * 8 / 100) < roots / 40, qPrintable(QString::number(foreign)));
}

void BenchServerTest::the_generator_gives_the_same_mail_every_time()
{
    MailGenerator one(50);
    MailGenerator other(50);
    for (int i = 0; i < 50; ++i)
        QCOMPARE(one.next().raw, other.next().raw);
}

void BenchServerTest::the_raw_client_lists_changes_and_notices()
{
    const auto watcher = m_server->client();
    const auto actor = m_server->client();
    QVERIFY(watcher && actor);
    const quint64 before = actor->received();
    QVERIFY(actor->command(listingFetch("1:*")));
    const quint64 bytes = actor->received() - before;
    QVERIFY2(bytes > Messages * 450ull && bytes < Messages * 900ull, qPrintable(QString::number(bytes)));
    QVERIFY(!actor->command("NONSENSE"));
    QVERIFY(actor->isOpen());

    QVERIFY(watcher->startIdle());
    RawImap::Instant arrived;
    QVERIFY(actor->append("INBOX", MailGenerator(1).next().raw));
    QVERIFY(watcher->waitForLine(" EXISTS", 5000, arrived));
    QVERIFY(actor->command("STORE 5 +FLAGS.SILENT (\\Deleted)"));
    QVERIFY(watcher->waitForLine("\\Deleted", 5000, arrived));
    QVERIFY(actor->command("EXPUNGE"));
    QVERIFY(watcher->waitForLine("VANISHED", 5000, arrived));
    QVERIFY(watcher->stopIdle());
}

void BenchServerTest::the_proxy_counts_what_passes()
{
    CountingProxy proxy(m_server->port());
    QVERIFY(proxy.port() != 0);
    RawImap raw;
    QVERIFY2(raw.open(proxy.port(), "u1", BenchServer::Password), qPrintable(raw.lastError()));
    QVERIFY(raw.command("EXAMINE INBOX"));
    QVERIFY(raw.command(listingFetch("1:200")));
    QTRY_COMPARE(proxy.fromServer(), raw.received());
    QCOMPARE(proxy.toServer(), raw.sent());
    proxy.reset();
    QCOMPARE(proxy.bytes(), 0ull);
}

QTEST_GUILESS_MAIN(BenchServerTest)
#include "bench_server_test.moc"
