#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>

namespace kw {

// A signature of a message, as its DKIM-Signature field names it (RFC 6376 3.5); unproven.
struct DkimSignature {
    QString domain; // d=; lower case
    QString selector; // s=
    QString keyName() const { return selector + QStringLiteral("._domainkey.") + domain; }
};

struct DkimVerdict {
    enum class Outcome {
        Pass,
        Fail, // the message was changed, or the signature was made by another
        NoKey, // the domain has no such key (any more), or it could not be asked for
        Unusable, // expired, too weak a key, an algorithm that nobody knows
    };
    DkimSignature signature;
    Outcome outcome = Outcome::Unusable;
};

// The signatures of a message, at most ten.
QList<DkimSignature> dkimSignatures(const QByteArray &header);

// Checks them (libopendkim). `keys`: the TXT records by keyName(). `header` without the empty line, and
// `body`, as received; bare LF is accepted. No network; any thread; a second for 100 MB.
QList<DkimVerdict> verifyDkim(const QByteArray &header, const QByteArray &body,
                              const QHash<QString, QByteArray> &keys);

} // namespace kw
