#pragma once

#include "core/setup/discovery.h"

#include <QStringList>

namespace kw {

// Asks nobody; a test says what is found.
class FakeDiscovery : public Discovery
{
    Q_OBJECT
public:
    using Discovery::Discovery;

    void start(const QString &address) override { started.append(address); }
    void cancel() override { ++cancels; }
    void answer(const DiscoveryReport &report) { publish(report); }

    QStringList started;
    int cancels = 0;
};

} // namespace kw
