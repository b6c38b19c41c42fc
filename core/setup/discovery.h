#pragma once

#include "core/setup/found.h"
#include "core/setup/lookupplaces.h"

#include <QObject>

#include <memory>

namespace kw {

// Looks for the servers of a mail address, in several ways at once. Asks the network, sends no password, and
// ends by itself after at most LookupPlaces::totalMs. GUI thread (or the main thread of kittiwakectl).
class Discovery : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    // Begins anew, whatever was running. An address that is none gives a finished report with a problem.
    virtual void start(const QString &address) = 0;
    // Nothing is reported any more.
    virtual void cancel() = 0;

    const DiscoveryReport &report() const { return m_report; }

Q_SIGNALS:
    void changed(); // report() says more; never from within start()

protected:
    void publish(const DiscoveryReport &report)
    {
        m_report = report;
        Q_EMIT changed();
    }

private:
    DiscoveryReport m_report;
};

// The real one; its work is done on a thread of its own.
std::unique_ptr<Discovery> makeDiscovery(const LookupPlaces &places = LookupPlaces::standard());

} // namespace kw
