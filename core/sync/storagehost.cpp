#include "core/sync/storagehost.h"

#include "core/store/quotastore.h"
#include "core/sync/enginecore.h"

namespace kw {

namespace {

constexpr int RegularlyMs = 10 * 60'000;
constexpr int SoonMs = 3000;
constexpr int ManyBodies = 25;
constexpr double KeptOfLimit = 0.95; // so that not every new message measures anew
constexpr qint64 Mb = 1 << 20;

} // namespace

// Measures on its own thread and connection.
class StorageHost::Measurer : public QObject
{
public:
    explicit Measurer(QString directory)
        : m_directory(std::move(directory))
    {
    }
    std::optional<StorageReport> measure()
    {
        if (!m_db) {
            auto opened = Database::open(m_directory, Database::Mode::ReadOnly);
            if (!opened)
                return {};
            m_db = std::move(*opened);
        }
        StorageReport report = measureStorage(*m_db);
        if (m_db->readSoFar())
            return report;
        m_db.reset();
        return {};
    }

private:
    const QString m_directory;
    std::unique_ptr<Database> m_db;
};

StorageHost::StorageHost(EngineCore *core, Tell tell, const QString &cacheDirectory)
    : m_tell(std::move(tell))
    , m_measurer(new Measurer(cacheDirectory))
{
    qRegisterMetaType<AccountQuota>();
    qRegisterMetaType<StorageReport>();
    m_thread.setObjectName(QLatin1StringView("kw-storage"));
    m_measurer->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_measurer, &QObject::deleteLater);
    m_thread.start(QThread::LowPriority);
    m_regularly.setInterval(RegularlyMs);
    m_soon.setInterval(SoonMs);
    m_soon.setSingleShot(true);
    const auto watchLimits = [this] {
        const bool limited = std::ranges::any_of(
            m_accounts, [](const AccountSettings &account) { return account.folders.cacheLimitMb > 0; });
        if (limited)
            measure();
    };
    connect(&m_regularly, &QTimer::timeout, this, watchLimits);
    connect(&m_soon, &QTimer::timeout, this, watchLimits);
    m_regularly.start();
    connectCore(core);
}

StorageHost::~StorageHost()
{
    m_thread.quit();
    m_thread.wait();
}

void StorageHost::connectCore(EngineCore *core)
{
    connect(core, &EngineCore::quotaTold, this, &StorageHost::onQuota);
    connect(core, &EngineCore::bodyArrived, this, &StorageHost::onBody);
    connect(core, &EngineCore::bodiesTrimmed, this, [this](AccountId account, qint64 bytes) {
        if (const QString key = keyOf(account); !key.isEmpty())
            Q_EMIT trimmed(key, bytes);
    });
}

void StorageHost::load(Database &db)
{
    for (const AccountQuota &quota : QuotaStore(db).all())
        m_quotas.insert(quota.key, quota);
}

void StorageHost::setAccounts(const QList<AccountSettings> &accounts)
{
    bool otherLimit = false;
    QHash<QString, AccountSettings> now;
    for (const AccountSettings &account : accounts) {
        otherLimit = otherLimit || limitOf(account.key) != qint64(account.folders.cacheLimitMb) * Mb;
        now.insert(account.key, account);
    }
    m_accounts = now;
    m_quotas.removeIf([this](auto it) { return !m_accounts.contains(it.key()); });
    if (otherLimit)
        measure();
}

qint64 StorageHost::limitOf(const QString &key) const
{
    return qint64(m_accounts.value(key).folders.cacheLimitMb) * Mb;
}

QString StorageHost::keyOf(AccountId account) const
{
    const auto use = std::ranges::find(m_last.accounts, account, &CacheUse::account);
    return use == m_last.accounts.cend() ? QString() : use->key;
}

void StorageHost::onQuota(const AccountQuota &quota, int crossed)
{
    if (!quota.key.isEmpty())
        m_quotas.insert(quota.key, quota);
    Q_EMIT quotaChanged(quota);
    if (crossed > 0)
        Q_EMIT quotaCrossed(quota, crossed);
}

void StorageHost::onBody()
{
    if (++m_bodies >= ManyBodies && !m_soon.isActive())
        m_soon.start();
}

void StorageHost::askQuota(const QString &key)
{
    m_tell([key](EngineCore &core) { core.askQuota(key); });
}

void StorageHost::measure()
{
    if (m_isMeasuring)
        return;
    m_isMeasuring = true;
    m_bodies = 0;
    QMetaObject::invokeMethod(m_measurer, [this, measurer = m_measurer] {
        const auto report = measurer->measure();
        QMetaObject::invokeMethod(
            this,
            [this, report] {
                m_isMeasuring = false;
                if (report)
                    onMeasured(*report);
            },
            Qt::QueuedConnection);
    });
}

void StorageHost::onMeasured(const StorageReport &report)
{
    m_last = report;
    Q_EMIT measured(report);
    for (const CacheUse &use : report.accounts) {
        const qint64 limit = limitOf(use.key);
        std::optional<qint64> room;
        if (limit > 0)
            room = limit - use.texts;
        qint64 over = limit > 0 && use.texts > limit ? use.texts - qint64(double(limit) * KeptOfLimit) : 0;
        const bool isWished = m_wishes.contains(use.key);
        if (isWished)
            over = std::max(over, use.texts - m_wishes.take(use.key));
        m_tell([account = use.account, room, over](EngineCore &core) {
            core.setBodyRoom(account, room);
            if (over > 0)
                core.trimBodies(account, over);
        });
        if (isWished && over <= 0)
            Q_EMIT trimmed(use.key, 0);
    }
}

void StorageHost::trim(const QString &key, qint64 keepBytes)
{
    m_wishes.insert(key, std::max<qint64>(keepBytes, 0));
    measure();
}

} // namespace kw
