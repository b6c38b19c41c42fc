#pragma once

#include "core/setup/clientconfig.h"
#include "core/setup/found.h"
#include "core/setup/providers.h"

namespace kw {

// Where an answer came from, as all its servers carry it.
struct Origin {
    SettingsSource source = SettingsSource::Tried;
    QString from; // "from …"
    bool vouched = false;
    int rank = 0;
};

FoundServer foundServer(const ServerSettings &server, const Origin &origin, const MailAddress &address);
Candidate candidateOf(const Provider &provider, const Origin &origin, const MailAddress &address);
// A page's servers as pairs, the protected ones first; at most three. Empty: it has none for IMAP.
QList<Candidate> candidatesOf(const ClientConfig &config, const Origin &origin, const MailAddress &address);
// What we know by ourselves about the provider that these servers belong to.
void addKnownFacts(Candidate &candidate);

// Equal ones merged, missing sending servers taken from others, best first.
QList<Candidate> ranked(const QList<Candidate> &found);

} // namespace kw
