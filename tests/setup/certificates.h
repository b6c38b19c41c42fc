#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace kw {

// PEM.
struct TestIdentity {
    QByteArray certificate;
    QByteArray key;
};

// An authority of a test's own, made by openssl, and what it signs.
class TestAuthority
{
public:
    TestAuthority();
    bool isReady() const { return !m_authority.certificate.isEmpty(); }
    QByteArray certificate() const { return m_authority.certificate; }
    QString file() const { return m_dir.filePath(QStringLiteral("authority.pem")); }
    // For those names ("*.example.org" too). `more`: options of `openssl req`.
    TestIdentity issue(const QStringList &names, const QStringList &more = {});
    // Signed by itself.
    TestIdentity selfSigned(const QString &name);

private:
    TestIdentity make(const QStringList &names, const QStringList &more);

    QTemporaryDir m_dir;
    TestIdentity m_authority;
    int m_count = 0;
};

} // namespace kw
