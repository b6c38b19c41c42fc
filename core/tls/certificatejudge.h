#pragma once

#include "core/base/result.h"
#include "core/tls/showncertificate.h"
#include "core/tls/tlstarget.h"

#include <QList>
#include <QSslCertificate>
#include <QSslError>

namespace kw {

// Judges what a server shows. `chain`: its certificate first. `errors`: what the system's own verification,
// host name included, has against it. Pure; any thread.
ShownCertificate judgeCertificate(const TlsTarget &target, const QList<QSslCertificate> &chain,
                                  const QList<QSslError> &errors);

// The error with its sentence for anything but Verdict::Trusted; kind Tls, code of TlsCode.
Error certificateError(const TlsTarget &target, const ShownCertificate &shown);

// Why nobody should trust a key or a signature of this kind today; empty: they are strong enough. A root's
// own signature proves nothing and is not looked at.
QString certificateWeakness(const QSslCertificate &certificate, bool isRoot = false);

} // namespace kw
