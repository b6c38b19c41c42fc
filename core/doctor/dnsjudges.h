#pragma once

#include "core/doctor/dnsquestion.h"
#include "core/doctor/finding.h"

namespace kw::doctor {

// What a domain's records mean for the person. Pure; any thread. The answers come from strangers: whatever is
// quoted is cut and in one line.

// RFC 5321 5.1, RFC 7505.
Finding judgeMx(const QString &domain, const DnsAnswer &mx, const DnsAnswer &address);

// The four announcements of RFC 6186 and RFC 8314.
struct ServiceAnswers {
    DnsAnswer imaps;
    DnsAnswer imap;
    DnsAnswer submissions;
    DnsAnswer submission;
};
// Without servers (an account without them, a bare domain): only whether anything is announced.
Finding judgeSrv(const ServiceAnswers &answers, const ServerSettings &imap, const ServerSettings &smtp);

// RFC 7208. `texts`: all TXT records of the domain.
Finding judgeSpf(const DnsAnswer &texts);

// RFC 7489. `inherited`: of the parent domain, asked where the domain has none.
Finding judgeDmarc(const DnsAnswer &own, const QString &parent, const DnsAnswer &inherited);

// RFC 6376. One answer a selector that was tried.
struct SelectorAnswer {
    QString selector;
    DnsAnswer texts;
};
QStringList usualSelectors();
Finding judgeDkim(const QList<SelectorAnswer> &answers);

// The domain above, where there is one with a dot in it: "mail.example.org" -> "example.org".
QString parentDomain(const QString &domain);

// The finding for a domain whose name servers cannot be asked, in place of all the others.
Finding noResolver(const DoctorSurroundings &around);

} // namespace kw::doctor
