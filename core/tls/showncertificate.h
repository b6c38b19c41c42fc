#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QMetaType>
#include <QStringList>

namespace kw {

// What a server shows of itself when asked for TLS, and what is wrong with it. All texts come from the
// server: bounded, without control characters, never to be read as markup. Plain value.
struct ShownCertificate {
    enum class Verdict {
        Trusted, // an authority vouches for it, or it is the pinned one
        Untrusted, // the person may pin it
        Changed, // not the pinned one, and no authority vouches for it
        Replaced, // not the pinned one, but an authority vouches for it
        Weak, // anybody might forge it: nobody may pin it
    };

    QByteArray pem; // what LinkSettings::pinnedCertificate takes
    QString fingerprint; // SHA-256, "AB:CD:…"
    QStringList problems; // translated, "it expired on 3 May 2025"; empty: nothing wrong with it
    Verdict verdict = Verdict::Untrusted;
    QString subject; // "mail.example.org"
    QString organization; // empty: not told
    QStringList names; // hosts it is for, at most 50
    QString issuer; // who signed it
    bool selfSigned = false;
    QDateTime from;
    QDateTime until;
    QString key; // "RSA, 2048 bits"
    QString protocol; // "TLS 1.3"; empty where the handshake did not end
    int chainLength = 0; // certificates shown, the first included

    bool isEmpty() const { return pem.isEmpty(); }
};

// The facts of a PEM certificate, without a verdict; empty where it cannot be read.
ShownCertificate readCertificate(const QByteArray &pem);

} // namespace kw

Q_DECLARE_METATYPE(kw::ShownCertificate)
