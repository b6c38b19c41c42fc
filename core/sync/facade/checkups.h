#pragma once

#include "core/doctor/finding.h"

#include <QObject>

namespace kw {

// Examinations of accounts and domains (the doctor), as the window sees them. They change nothing, anywhere.
// Lives on the GUI thread; owned by the Engine. Methods return at once.
class Checkups : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // Begins to examine an account, by its key, or an address or domain without signing in anywhere. The
    // number names the examination in the signals. `planned` comes first; each planned finding is told by
    // `found` in the end, "dns.resolver" may come besides; `finished` is last, within half a minute.
    virtual int examineAccount(const QString &key) = 0;
    virtual int examineDomain(const QString &addressOrDomain) = 0;
    // Nothing more is heard of it. Numbers that are over are passed over.
    virtual void cancel(int examination) = 0;

    // A text about these findings: versions, settings, findings, the last lines of the log. `forOthers`: so
    // redacted that it can be shown to anybody (core/doctor/redaction.h). `examined` is an account's key or a
    // domain.
    virtual QString report(const QString &examined, const QList<Finding> &findings, bool forOthers) const = 0;

Q_SIGNALS:
    void planned(int examination, const QList<kw::Finding> &findings);
    void found(int examination, const kw::Finding &finding);
    // `error` says why nothing could be examined; empty: all is told.
    void finished(int examination, const QString &error);
};

} // namespace kw
