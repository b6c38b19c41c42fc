#pragma once

#include "core/base/result.h"
#include "core/setup/ask.h"
#include "core/setup/lookupplaces.h"

#include <QDnsLookup>
#include <QStringList>

namespace kw {

// RFC 2782.
struct ServiceRecord {
    QString host; // empty: the domain says that it does not offer this service
    quint16 port = 0;
    bool operator==(const ServiceRecord &) const = default;
};

struct DnsAnswer {
    QList<ServiceRecord> services; // best first; hosts that are no names are left out
    QStringList mailHosts; // likewise
};

// One question to DNS: SRV or MX. Errors: NotFound (no such record), Network, Cancelled.
class DnsQuestion : public AskFor<Result<DnsAnswer>>
{
public:
    DnsQuestion(const LookupPlaces &places, QDnsLookup::Type type, const QString &name);

protected:
    void begin() override;
    void end() override;
    Result<DnsAnswer> tooLate() const override;

private:
    void onFinished();
    DnsAnswer answerOf() const;

    const LookupPlaces &m_places;
    QDnsLookup m_lookup;
};

} // namespace kw
