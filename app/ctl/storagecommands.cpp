#include "app/ctl/reading.h"
#include "app/ctl/words.h"
#include "core/store/quotastore.h"
#include "core/store/storagepages.h"

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

// Octets of STORAGE, messages of MESSAGE, the server's own units of anything else.
qint64 inPlainUnits(const QuotaRow &row, quint64 value)
{
    return row.isStorage() ? QuotaRow::octets(value) : qint64(std::min(value, quint64(1) << 62));
}

QJsonObject quotaJson(const AccountQuota &quota)
{
    QJsonArray limits;
    for (const QuotaRow &row : quota.rows)
        limits.append(QJsonObject{{u"root"_s, row.root},
                                  {u"resource"_s, row.resource.toLower()},
                                  {u"used"_s, inPlainUnits(row, row.used)},
                                  {u"limit"_s, inPlainUnits(row, row.limit)},
                                  {u"percent"_s, row.percent()}});
    return {{u"account"_s, quota.key}, {u"asked_at"_s, isoDate(quota.askedAt / 1000)}, {u"limits"_s, limits}};
}

void printQuotas(const Invocation &run, const QList<AccountQuota> &quotas)
{
    QList<QStringList> rows;
    for (const AccountQuota &quota : quotas) {
        for (const QuotaRow &row : quota.rows)
            rows.append({quota.key, printable(row.root), printable(row.resource.toLower()),
                         QString::number(inPlainUnits(row, row.used)),
                         QString::number(inPlainUnits(row, row.limit)), u"%1 %"_s.arg(row.percent()),
                         shownDate(quota.askedAt / 1000)});
    }
    run.out.table({u"ACCOUNT"_s, u"ROOT"_s, u"RESOURCE"_s, u"USED"_s, u"LIMIT"_s, u"FULL"_s, u"AS OF"_s},
                  rows, {3, 4, 5});
}

QJsonObject useJson(const CacheUse &use, const QList<AccountSettings> &accounts)
{
    const auto account = std::ranges::find(accounts, use.key, &AccountSettings::key);
    const qint64 limit = account == accounts.cend() ? 0 : qint64(account->folders.cacheLimitMb) << 20;
    return {{u"account"_s, use.key},
            {u"texts"_s, use.texts},
            {u"downloaded"_s, use.downloaded},
            {u"listed"_s, use.listed},
            {u"lists"_s, use.lists},
            {u"limit"_s, limit > 0 ? QJsonValue(limit) : QJsonValue(QJsonValue::Null)}};
}

} // namespace

int runQuota(const Invocation &run)
{
    const auto reading = Reading::open(run.paths);
    if (!reading) {
        run.out.error(reading.error());
        return Failed;
    }
    QList<AccountQuota> quotas = QuotaStore((*reading)->database()).all();
    if (!run.arguments.operands.isEmpty()) {
        const auto account = (*reading)->accountOf(run.arguments.operands.first());
        if (!account) {
            run.out.error(account.error());
            return Failed;
        }
        quotas.removeIf([&account](const AccountQuota &quota) { return quota.account != *account; });
    }
    if (const auto whole = (*reading)->database().readSoFar(); !whole) {
        run.out.error(whole.error());
        return Failed;
    }
    if (!run.out.wantsJson()) {
        printQuotas(run, quotas);
        return Fine;
    }
    QJsonArray accounts;
    for (const AccountQuota &quota : std::as_const(quotas))
        accounts.append(quotaJson(quota));
    run.out.json({{u"accounts"_s, accounts}});
    return Fine;
}

int runStorage(const Invocation &run)
{
    const auto reading = Reading::open(run.paths);
    if (!reading) {
        run.out.error(reading.error());
        return Failed;
    }
    const StorageReport report = measureStorage((*reading)->database());
    if (const auto whole = (*reading)->database().readSoFar(); !whole) {
        run.out.error(whole.error());
        return Failed;
    }
    const auto loaded = loadAccounts(run);
    if (run.out.wantsJson()) {
        QJsonArray accounts;
        for (const CacheUse &use : report.accounts)
            accounts.append(useJson(use, loaded.accounts));
        run.out.json({{u"accounts"_s, accounts},
                      {u"texts_file"_s, report.bodiesFile},
                      {u"lists_file"_s, report.cacheFile},
                      {u"reusable"_s, report.reusable}});
        return loaded.errors.isEmpty() ? Fine : Failed;
    }
    QList<QStringList> rows;
    for (const CacheUse &use : report.accounts)
        rows.append({use.key, QString::number(use.texts), QString::number(use.downloaded),
                     QString::number(use.listed), QString::number(use.lists)});
    run.out.table({u"ACCOUNT"_s, u"TEXTS"_s, u"DOWNLOADED"_s, u"LISTED"_s, u"LISTS"_s}, rows, {1, 2, 3, 4});
    return loaded.errors.isEmpty() ? Fine : Failed;
}

} // namespace kw::ctl
