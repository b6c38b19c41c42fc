#pragma once

#include "core/setup/found.h"
#include "core/setup/lookups.h"
#include "core/setup/mailaddress.h"

namespace kw {

// What one way of looking found. Candidates are not checked yet, best first.
struct SearchOutcome {
    QList<Candidate> candidates;
    QString text; // why there is none, a sentence
    bool hasFailed = false; // it could not be asked, rather than had nothing to say
    QString hint; // the provider is known, but lets no mail program in: a sentence
};

// One way of looking each. `net` outlives the task; all are quick or bounded by its time limits.
SearchOutcome searchTable(const MailAddress &address);
// The mail domain's own page: https://autoconfig.DOMAIN and https://DOMAIN/.well-known, then the same over
// HTTP. The whole address is told only over HTTPS.
Task<SearchOutcome> searchOwnPage(Lookups &net, MailAddress address);
Task<SearchOutcome> searchIspdb(Lookups &net, MailAddress address);
// RFC 6186, and RFC 8314 5.1 for _submissions.
Task<SearchOutcome> searchServiceRecords(Lookups &net, MailAddress address);
// Who receives the domain's mail (MX): a provider of our list, or one with a page of its own.
Task<SearchOutcome> searchMailHost(Lookups &net, MailAddress address);
// imap.DOMAIN, mail.DOMAIN … on the usual ports; these candidates are checked already.
Task<SearchOutcome> searchUsualNames(Lookups &net, MailAddress address);

// How good the word of a source is, see Candidate::rank; the best that this step can give.
int rankOf(SettingsSource source);

} // namespace kw
