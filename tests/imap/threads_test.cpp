#include "core/imap/threadedlink.h"
#include "tests/imap/scripted.h"

#include <QElapsedTimer>
#include <QMutex>
#include <QTest>

using namespace kw;
using namespace kw::scripted;
using namespace Qt::StringLiterals;

namespace {

// Told on whichever thread.
QMutex mutex;
QStringList warnings;

void keep(QtMsgType type, const QMessageLogContext &, const QString &text)
{
    if (type == QtDebugMsg || type == QtInfoMsg)
        return;
    if (text.startsWith("QIODevice::write"_L1)) // KIMAP's good-bye to a server that was quicker
        return;
    const QMutexLocker lock(&mutex);
    warnings.append(text);
}

QStringList warned()
{
    const QMutexLocker lock(&mutex);
    return warnings;
}

Task<Result<qsizetype>> sync(ImapLink *link, LinkSettings settings)
{
    const auto features = co_await link->open(settings, secret());
    if (!features)
        co_return features.error();
    const auto folders = co_await link->list();
    if (!folders)
        co_return folders.error();
    const ResyncPoint nowhere;
    const auto box = co_await link->select(u"INBOX"_s, nowhere, true);
    if (!box)
        co_return box.error();
    const auto records = co_await link->headers(UidSet::range(1, 3));
    if (!records)
        co_return records.error();
    const auto refused = co_await link->select(u"Nowhere"_s, nowhere, true);
    if (refused)
        co_return Error{ErrorKind::Protocol, u"There is no such mailbox."_s, {}};
    co_return records->size();
}

} // namespace

// What libraries say when objects meet across threads. A program of its own, because the first use of a
// library decides.
class ThreadsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void the_first_link_may_live_on_a_thread_of_its_own()
    {
        silenceKimap();
        const ScriptedServer server(ScriptedServer::wellBehaved());
        const auto before = qInstallMessageHandler(keep);
        auto bulk = std::make_unique<ThreadedLink>([] { return makeKimapLink(); });
        const auto first = wait(sync(bulk.get(), settings(server.port())));
        const auto own = makeKimapLink();
        const auto second = wait(sync(own.get(), settings(server.port())));
        bulk.reset();
        own->close();
        ThreadedLink::joinAll(10'000);
        qInstallMessageHandler(before);
        QVERIFY2(first, first ? "" : qPrintable(first.error().text));
        QVERIFY2(second, second ? "" : qPrintable(second.error().text));
        QCOMPARE(*first, 2);
        QCOMPARE(*second, 2);
        QVERIFY2(warned().isEmpty(), qPrintable(warned().join(u"; "_s)));
    }
};

QTEST_GUILESS_MAIN(ThreadsTest)
#include "threads_test.moc"
