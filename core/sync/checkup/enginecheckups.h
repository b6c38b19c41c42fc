#pragma once

#include "core/account/paths.h"
#include "core/sync/facade/checkups.h"

#include <QSet>

#include <functional>

namespace kw {

class CheckupDesk;
class Engine;
class EngineCore;

// Checkups of a running engine: passes values between the window's thread and the desk on the engine's.
class EngineCheckups final : public Checkups
{
    Q_OBJECT
public:
    // `engine` and `core` outlive this; `core` may be used before its profile is open.
    EngineCheckups(Engine *engine, EngineCore *core, Paths paths, QObject *parent = nullptr);

    int examineAccount(const QString &key) override;
    int examineDomain(const QString &addressOrDomain) override;
    void cancel(int examination) override;
    QString report(const QString &examined, const QList<Finding> &findings, bool forOthers) const override;

    // Once the profile is open.
    void listenTo(CheckupDesk *desk);

private:
    void tell(std::function<void(CheckupDesk &)> what);

    Engine *m_engine;
    EngineCore *m_core;
    const Paths m_paths;
    QSet<int> m_cancelled;
    int m_last = 0;
};

} // namespace kw
