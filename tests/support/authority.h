#pragma once

#include "tests/support/testcertificates.h"

namespace kw {

// An authority of a test's own, made by openssl, and what it signs. What openssl cannot do ends the test.
class TestAuthority
{
public:
    TestAuthority();
    QByteArray certificate() const { return m_authority.certificate; }
    QString file() const { return m_dir.filePath(QStringLiteral("authority.pem")); }
    // For those names ("*.example.org", "127.0.0.1"). `more`: options of `openssl req`.
    TestIdentity issue(const QStringList &names, const QStringList &more = {},
                       const QString &key = QStringLiteral("rsa:2048"));
    // Signed by itself.
    TestIdentity selfSigned(const QString &name);

private:
    TestIdentity make(const QStringList &names, const QStringList &more, const QString &key);

    QTemporaryDir m_dir;
    TestIdentity m_authority;
    int m_count = 0;
};

} // namespace kw
