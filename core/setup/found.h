#pragma once

#include "core/account/accountsettings.h"

#include <QList>
#include <QMetaType>
#include <QStringList>

// What looking for an account's servers brings to light. Plain values.
namespace kw {

// Where an answer comes from; also the steps of a search, in the order they are shown.
enum class SettingsSource {
    Table, // the list that comes with Kittiwake
    OwnPage, // the mail domain's own page (autoconfig)
    Ispdb, // Mozilla's list of providers
    Dns, // service records of the domain (RFC 6186, 8314)
    MailHost, // who receives the domain's mail (MX), and what that provider says
    Tried, // usual names, tried
};

enum class ServerState {
    Untried,
    Verified, // answers, encrypted, with a certificate that proves its name
    BadCertificate, // answers, but does not prove its name
    ClearTextOnly, // answers, but offers no encryption
    Silent, // does not answer, or not as such a server does
};

struct FoundServer {
    ServerSettings server; // host empty: none was found
    SettingsSource source = SettingsSource::Tried;
    QString from; // "from your provider's own page (autoconfig.example.org)"
    // Nobody on the way can have put it there: it comes from our list, or over a verified connection from
    // the address's own domain or Mozilla's list.
    bool vouched = false;
    bool elsewhere = false; // outside the address's domain
    ServerState state = ServerState::Untried;
    QString problem; // a sentence, where the state is bad

    bool exists() const { return !server.host.isEmpty(); }
    // A password may go there without asking the person first.
    bool isTrusted() const { return state == ServerState::Verified && (vouched || !elsewhere); }
};

// One way to set the account up. `smtp` may be missing: then mail can be read, not sent.
struct Candidate {
    FoundServer imap;
    FoundServer smtp;
    QString provider; // as people call it; mostly empty
    QString oauth; // name of the provider whose page in the browser signs in; empty: a password does
    bool passwordAllowed = true; // false: only the browser
    QString hint; // what the provider wants of the person, a sentence; mostly empty
    QStringList alsoFrom; // other answers that name the same servers
    int rank = 0; // how good the word of its source is; larger is better

    bool isTrusted() const { return imap.isTrusted() && (!smtp.exists() || smtp.isTrusted()); }
};

enum class StepState { Waiting, Searching, Found, Nothing, Failed };

struct DiscoveryStep {
    SettingsSource source = SettingsSource::Table;
    StepState state = StepState::Waiting;
    QString title; // "Your provider's own page"
    QString text; // what came of it, a sentence; empty while waiting
    bool isOver() const { return state > StepState::Searching; }
};

struct DiscoveryReport {
    QString address;
    QString suggestion; // the address that was probably meant (gmial.com); empty: none
    QList<DiscoveryStep> steps;
    QList<Candidate> candidates; // best first
    // The first candidate is as good as any that may still come, and the person need not be asked.
    bool isDecided = false;
    bool isFinished = false;
    QString problem; // why there is no candidate, a sentence; only when finished

    const Candidate *best() const { return candidates.isEmpty() ? nullptr : &candidates.first(); }
};

} // namespace kw

Q_DECLARE_METATYPE(kw::DiscoveryReport)
