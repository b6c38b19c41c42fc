#pragma once

#include "core/base/ids.h"
#include "core/evidence/dkim.h"
#include "core/sync/facade/senderchecks.h"

#include <QHash>
#include <QHostAddress>
#include <QThreadPool>

#include <memory>

class QDnsLookup;

namespace kw {

class Engine;

// SenderChecks of a running engine: reads in a thread of its own, asks DNS for keys on the GUI thread.
class SenderHost final : public SenderChecks
{
    Q_OBJECT
public:
    SenderHost(Engine &engine, QString cacheDirectory);
    ~SenderHost() override;

    void check(const OpenedMessage &message) override;

private:
    struct Case;
    void read(const std::shared_ptr<Case> &one);
    void tell(const std::shared_ptr<Case> &one, const SenderReport &report);
    void ask(const std::shared_ptr<Case> &one);
    void verify(const std::shared_ptr<Case> &one);

    Engine &m_engine;
    const QString m_cacheDirectory;
    QThreadPool m_pool;
    std::shared_ptr<Case> m_last; // what is older is not worked on any further
};

} // namespace kw
