#pragma once

#include "core/setup/searches.h"

#include <QTimer>

#include <functional>
#include <vector>

namespace kw {

// One search for one address. Lives on the thread that made it, which needs an event loop; ends at once when
// destroyed.
class DiscoveryRun : public QObject
{
    Q_OBJECT
public:
    // `tell` gets every new state, from the event loop; never again after the destructor.
    using Tell = std::function<void(const DiscoveryReport &)>;
    DiscoveryRun(const LookupPlaces &places, MailAddress address, Tell tell);
    ~DiscoveryRun() override;

    void start();
    // What an address that is none is answered with, and what nobody has looked for yet.
    static DiscoveryReport unfit(const QString &address);

private:
    Task<void> step(SettingsSource source, Task<SearchOutcome> search);
    void finishStep(SettingsSource source, const SearchOutcome &outcome, const QList<qsizetype> &added);
    Task<void> verify(qsizetype candidate);
    Task<void> verifyServer(qsizetype candidate, FoundServer Candidate::*which);
    void add(const SearchOutcome &outcome, QList<qsizetype> &added);
    void announce();
    void summarise();
    bool canStillBeBeaten(const Candidate &best) const;
    DiscoveryStep &stepOf(SettingsSource source);
    QString problem() const;

    const MailAddress m_address;
    const Tell m_tell;
    Lookups m_lookups;
    DiscoveryReport m_report;
    QList<Candidate> m_found; // as the sources gave them
    QString m_hint; // of a provider that lets no mail program in
    QTimer m_news;
    QTimer m_total;
    bool m_isLate = false;
    std::vector<Task<void>> m_steps;
};

} // namespace kw
