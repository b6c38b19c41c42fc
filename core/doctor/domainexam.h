#pragma once

#include "core/doctor/dnsjudges.h"

namespace kw::doctor {

using Found = std::function<void(const Finding &)>;

// Asks a domain's name servers about its mail. `domain` is ASCII. Keep it until run() has ended.
class DomainExam
{
public:
    DomainExam(DoctorSurroundings around, std::shared_ptr<Curfew> curfew, QString domain, Found found);

    // The account's servers, to be compared with what is announced; nothing of a bare domain.
    Task<void> run(ServerSettings imap, ServerSettings smtp);
    // What is announced, for a domain without an account. After run().
    const ServiceAnswers &services() const { return m_services; }
    // Nobody answers questions about names.
    bool isDeaf() const { return m_deaf; }

    static QList<Finding> plan();

private:
    Task<DnsAnswer> ask(QDnsLookup::Type type, QString name);
    Task<void> mail();
    Task<void> announcements(ServerSettings imap, ServerSettings smtp);
    Task<void> spf();
    Task<void> dmarc();
    Task<void> dkim();
    void skipAll(const QString &why);

    const DoctorSurroundings m_around;
    const std::shared_ptr<Curfew> m_curfew;
    const QString m_domain;
    const Found m_found;
    ServiceAnswers m_services;
    DnsAnswer m_mx;
    bool m_deaf = false;
};

} // namespace kw::doctor
