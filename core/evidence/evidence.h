#pragma once

#include "core/evidence/dkim.h"
#include "core/mime/messageview.h"

namespace kw {

// Where a message arrived: whose word about it is believed.
struct Receiver {
    QString imapHost;
    QString address; // of the account
};

// What speaks for and against a message's sender. Plain values, no words for people.
struct Evidence {
    enum class Origin {
        Unknown, // nobody whom we believe has checked it
        Proven, // it comes from the domain of its From address
        Disproven, // it claims a domain that says it is not its own, or it was changed on its way
    };
    enum class Witness { Nobody, Server, Ourselves };
    Origin origin = Origin::Unknown;
    Witness witness = Witness::Nobody;
    QString server; // the witness' name, of a server
    QString domain; // the registered domain of From
    QString signedBy; // a domain whose signature holds though it is not that of From; empty: none
    QStringList checks; // "dmarc=pass", as the server wrote them
    bool wantsDkim = false; // no server has said anything, and there are signatures to be checked

    QString addressInName; // From's name is an address, of another domain than the real one
    QStringList repliesElsewhere; // Reply-To's registered domains that are not From's
};

// Reads what the receiving server wrote down (RFC 8601): only fields in the name of the account's own house,
// above what strangers' servers wrote. A house that does not take out what a sender forged in its name (RFC
// 8601 5) can be spoken for by a sender that delivers to it directly. Pure; any thread.
Evidence judgeEvidence(const MessageView &view, const QByteArray &header, const Receiver &receiver);
// With signatures that were checked here.
void addDkim(const QList<DkimVerdict> &verdicts, Evidence &evidence);

} // namespace kw
