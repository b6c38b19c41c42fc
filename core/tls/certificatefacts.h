#pragma once

#include "core/tls/showncertificate.h"

class QSslCertificate;

namespace kw {

// What is written in a certificate, made fit to be shown. Pure; any thread.
ShownCertificate certificateFacts(const QSslCertificate &certificate);

// The name of the hash that a certificate (DER, RFC 5280 4.1) is signed with where it is one that can be
// forged
// ("MD5", "SHA-1"); else empty.
QString weakSignatureHash(const QByteArray &der);

// A server's text without control characters and direction marks, at most 200 characters.
QString plainText(const QString &text);

} // namespace kw
