#include "core/imap/kimap/kimapquota.h"

#include "core/imap/kimap/kimapvalues.h"

#include <KIMAP/GetQuotaRootJob>

#include <QCoreApplication>

namespace kw {

namespace {

constexpr qsizetype MostRoots = 50; // a mailbox has one, or a few
constexpr qsizetype MostResources = 20; // of one root
constexpr qsizetype LongestName = 200;

// KIMAP tells quotas by the root's name and cannot be asked which names there are. Some servers leave the
// root out of "* QUOTA", and KIMAP then calls it "".
QList<QByteArray> rootsOf(const KIMAP::GetQuotaRootJob &job)
{
    QList<QByteArray> roots{QByteArray("")};
    const QList<QByteArray> told = job.roots();
    for (const QByteArray &root : told) {
        if (roots.size() < MostRoots && !roots.contains(root))
            roots.append(root);
    }
    return roots;
}

void appendResources(const KIMAP::GetQuotaRootJob &job, const QByteArray &root, QList<QuotaResource> &out)
{
    const QMap<QByteArray, qint64> limits = job.allLimits(root);
    const QMap<QByteArray, qint64> usages = job.allUsages(root);
    qsizetype taken = 0;
    for (const auto &[name, limit] : limits.asKeyValueRange()) {
        // KIMAP reads numbers into 31 bits; what is larger (2 TB, told in KB) becomes 0. A limit of 0 that is
        // none (Cyrus can have it) cannot be told from that, so neither is shown as a limit.
        if (limit <= 0 || ++taken > MostResources)
            continue;
        QuotaResource resource;
        resource.root = QString::fromUtf8(root.left(LongestName));
        resource.name = QString::fromLatin1(name.left(LongestName));
        resource.limit = quint64(limit);
        resource.used = quint64(std::max<qint64>(usages.value(name), 0));
        out.append(resource);
    }
}

} // namespace

Task<Result<QList<QuotaResource>>> kimapQuota(std::shared_ptr<KimapSession> session, ServerFeatures features,
                                              QString path)
{
    if (!features.capabilities.contains(QLatin1StringView("QUOTA")) || !isSendable(path))
        co_return Error{ErrorKind::Unsupported,
                        QCoreApplication::translate("kw::Imap", "The server does not tell how full it is."),
                        {}};
    auto *job = new KIMAP::GetQuotaRootJob(session->kimap());
    job->setMailBox(path);
    const auto resources = std::make_shared<QList<QuotaResource>>();
    QObject::connect(job, &KJob::result, session.get(), [job, resources] {
        for (const QByteArray &root : rootsOf(*job))
            appendResources(*job, root, *resources);
    });
    const auto done = co_await session->run(job, session->patience());
    if (!done)
        co_return done.error();
    co_return *resources;
}

} // namespace kw
