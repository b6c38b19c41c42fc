#include "core/sync/sender/senderhost.h"

#include "core/setup/lookupplaces.h"
#include "core/store/database.h"
#include "core/sync/engine.h"
#include "core/sync/sender/senderjudge.h"

#include <QDnsLookup>
#include <QSet>
#include <QTimer>

namespace kw {

struct SenderHost::Case {
    OpenedMessage message;
    QList<AccountSettings> accounts;
    QHash<AccountId, QString> accountKeys;
    SenderReport report;
    QHash<QString, QByteArray> keys; // of signatures
    int asked = 0; // questions without an answer
};

SenderHost::SenderHost(Engine &engine, QString cacheDirectory)
    : SenderChecks(&engine)
    , m_engine(engine)
    , m_cacheDirectory(std::move(cacheDirectory))
{
    m_pool.setMaxThreadCount(1);
    m_pool.setThreadPriority(QThread::LowPriority);
}

SenderHost::~SenderHost()
{
    m_last.reset();
    m_pool.waitForDone();
}

void SenderHost::check(const OpenedMessage &message)
{
    const auto one = std::make_shared<Case>();
    one->message = message;
    one->accounts = m_engine.accounts();
    for (const AccountSettings &account : std::as_const(one->accounts))
        one->accountKeys.insert(m_engine.accountId(account.key), account.key);
    m_last = one;
    m_pool.clear();
    read(one);
}

void SenderHost::read(const std::shared_ptr<Case> &one)
{
    m_pool.start([this, one] {
        auto db = Database::open(m_cacheDirectory, Database::Mode::ReadOnly);
        if (!db)
            return; // the cache's own trouble is told elsewhere
        SenderReport report = judgeHeader(**db, one->message, one->accounts, one->accountKeys);
        tell(one, report);
        addAcquaintance(**db, one->message, one->accounts, report);
        tell(one, report);
    });
}

// From any thread.
void SenderHost::tell(const std::shared_ptr<Case> &one, const SenderReport &report)
{
    QMetaObject::invokeMethod(
        this,
        [this, one, report] {
            if (m_last != one)
                return;
            one->report = report;
            Q_EMIT checked(report);
            // A signature covers what was sent, to the last octet.
            const bool canCheck = one->message.isWhole && m_engine.isOnline();
            if (report.isWhole && report.evidence.wantsDkim && canCheck)
                ask(one);
        },
        Qt::QueuedConnection);
}

void SenderHost::ask(const std::shared_ptr<Case> &one)
{
    constexpr int TimeoutMs = 6000;
    const LookupPlaces places = LookupPlaces::standard();
    if (places.onlyThese && places.nameserver.isNull())
        return;
    QSet<QString> names;
    for (const DkimSignature &signature : dkimSignatures(one->message.rawHeader))
        names.insert(signature.keyName());
    one->asked = int(names.size());
    for (const QString &name : std::as_const(names)) {
        auto *lookup = new QDnsLookup(QDnsLookup::TXT, name, this);
        if (!places.nameserver.isNull())
            lookup->setNameserver(places.nameserver, places.nameserverPort);
        connect(lookup, &QDnsLookup::finished, this, [this, one, lookup, name] {
            for (const QDnsTextRecord &record : lookup->textRecords()) {
                const QByteArray text = record.values().join();
                if (text.contains("p="))
                    one->keys.insert(name, text);
            }
            lookup->deleteLater();
            if (--one->asked == 0 && m_last == one)
                verify(one);
        });
        QTimer::singleShot(TimeoutMs, lookup, &QDnsLookup::abort);
        lookup->lookup();
    }
}

void SenderHost::verify(const std::shared_ptr<Case> &one)
{
    m_pool.start([this, one] {
        SenderReport report = one->report;
        addDkim(verifyDkim(one->message.rawHeader, one->message.rawBody, one->keys), report.evidence);
        tell(one, report);
    });
}

} // namespace kw
