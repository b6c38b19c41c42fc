#include "core/setup/discovery.h"

#include "core/setup/discoveryrun.h"

#include <QThread>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

// Lives on the search's thread and holds the run.
class RunHolder : public QObject
{
public:
    std::unique_ptr<DiscoveryRun> run;
};

class NetworkDiscovery final : public Discovery
{
public:
    explicit NetworkDiscovery(LookupPlaces places)
        : m_places(std::move(places))
        , m_holder(new RunHolder)
    {
        qRegisterMetaType<DiscoveryReport>();
        m_holder->moveToThread(&m_thread);
        connect(&m_thread, &QThread::finished, m_holder, &QObject::deleteLater);
        m_thread.setObjectName("discovery"_L1);
        m_thread.start();
    }
    ~NetworkDiscovery() override
    {
        m_thread.quit();
        m_thread.wait(); // the run ends at once
    }
    NetworkDiscovery(const NetworkDiscovery &) = delete;
    NetworkDiscovery &operator=(const NetworkDiscovery &) = delete;

    void start(const QString &text) override
    {
        const int number = ++m_number;
        const auto address = parseMailAddress(text);
        if (!address) {
            cancelRun();
            QMetaObject::invokeMethod(
                this, [this, number, text] { hear(number, DiscoveryRun::unfit(text.trimmed())); },
                Qt::QueuedConnection);
            return;
        }
        const auto tell = [this, number](const DiscoveryReport &report) {
            QMetaObject::invokeMethod(
                this, [this, number, report] { hear(number, report); }, Qt::QueuedConnection);
        };
        QMetaObject::invokeMethod(m_holder, [holder = m_holder, places = m_places, address, tell] {
            holder->run = std::make_unique<DiscoveryRun>(places, *address, tell);
            holder->run->start();
        });
    }

    void cancel() override
    {
        ++m_number;
        cancelRun();
    }

private:
    void cancelRun()
    {
        QMetaObject::invokeMethod(m_holder, [holder = m_holder] { holder->run.reset(); });
    }
    void hear(int number, const DiscoveryReport &report)
    {
        if (number == m_number)
            publish(report);
    }

    const LookupPlaces m_places;
    QThread m_thread;
    RunHolder *m_holder;
    int m_number = 0; // of the search; what an older one still says is not heard
};

} // namespace

std::unique_ptr<Discovery> makeDiscovery(const LookupPlaces &places)
{
    return std::make_unique<NetworkDiscovery>(places);
}

} // namespace kw
