#pragma once

#include <QByteArray>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>

namespace kw {

struct TestIdentity {
    QByteArray certificate; // PEM
    QByteArray key; // PEM
    bool isEmpty() const { return certificate.isEmpty() || key.isEmpty(); }
};

// Certificates made by openssl when a test needs them.
class TestCertificates
{
public:
    // Signed by itself, for that host. `more`: further arguments of openssl req -x509 (-not_after, -CA …).
    TestIdentity make(const QString &name, const QString &host, const QStringList &more = {},
                      const QString &key = QStringLiteral("rsa:2048")) const;
    // May sign others: {"-CA", "NAME.pem", "-CAkey", "NAME.key"}.
    TestIdentity makeAuthority(const QString &name) const;
    // Where NAME.pem and NAME.key are.
    QString path(const QString &file) const { return m_dir.filePath(file); }

private:
    QTemporaryDir m_dir;
};

// openssl s_server on loopback: for keys and protocols that Qt refuses to serve. Ends with the object.
class OpensslServer
{
public:
    OpensslServer(const TestCertificates &files, const QString &name, const QStringList &more);
    ~OpensslServer();
    bool isUp() const { return m_port != 0; }
    quint16 port() const { return m_port; }
    QByteArray output() { return m_process.readAllStandardOutput(); } // what it received is in it

private:
    QProcess m_process;
    quint16 m_port = 0;
};

} // namespace kw
