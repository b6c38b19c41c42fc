#pragma once

#include "core/sync/facade/checkups.h"

namespace kw {

// Examinations that find what the test says, when it says so. Records what it is asked.
class FakeCheckups : public Checkups
{
    Q_OBJECT
public:
    using Checkups::Checkups;

    int examineAccount(const QString &key) override
    {
        examined.append(key);
        return ++last;
    }
    int examineDomain(const QString &addressOrDomain) override
    {
        examined.append(addressOrDomain);
        return ++last;
    }
    void cancel(int examination) override { cancelled.append(examination); }
    QString report(const QString &about, const QList<Finding> &findings, bool forOthers) const override
    {
        return QStringLiteral("%1 report about %2: %3 findings")
            .arg(forOthers ? QStringLiteral("redacted") : QStringLiteral("full"), about)
            .arg(findings.size());
    }

    QStringList examined;
    QList<int> cancelled;
    int last = 0;
};

} // namespace kw
