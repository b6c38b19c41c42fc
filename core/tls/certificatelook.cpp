#include "core/tls/certificatelook.h"

#include <algorithm>

#include <QSslSocket>

namespace kw {

namespace {

constexpr int MostMs = 10'000; // somebody is watching

TlsTarget brisk(TlsTarget target)
{
    target.timeoutMs = std::min(target.timeoutMs, MostMs);
    return target;
}

} // namespace

CertificateLook::CertificateLook(TlsTarget target)
    : m_start(std::make_shared<SecureStart>(brisk(std::move(target))))
{
}

Task<Result<ShownCertificate>> CertificateLook::run()
{
    const auto start = m_start;
    const auto secured = co_await start->run();
    if (!secured && (start->shown().isEmpty() || !isAboutCertificate(secured.error().code)))
        co_return secured.error();
    co_return start->shown();
}

} // namespace kw
