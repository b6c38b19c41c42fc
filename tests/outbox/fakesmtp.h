#pragma once

#include "core/base/deferred.h"
#include "core/smtp/smtplink.h"

#include <QList>

namespace kw::test {

// A sending server in memory: what it says to each message is planned by the test.
struct FakeSmtp {
    struct Answer {
        Submission submission;
        bool takes = false; // the message arrives, whatever is said of it
    };
    std::optional<Error> closed; // nobody gets in
    bool eightBit = true;
    qint64 sizeLimit = 0;
    QList<Answer> plan; // for the next ones; then everything is accepted
    QList<QByteArray> taken;
    QList<SmtpEnvelope> envelopes; // of all that were offered
    int sessions = 0;
    // Where it hangs, nothing is answered before release(), which ends what is held: not sent.
    bool hangs = false;
    QList<Deferred<bool>> held;
    void release();

    SmtpLinkFactory factory();

    static Answer accepted() { return {{Submission::Outcome::Accepted}, true}; }
    static Answer ended(Submission::Outcome how, const QString &why, bool takes = false);
};

} // namespace kw::test
