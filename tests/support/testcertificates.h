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

// Who a server on 127.0.0.1 may claim to be: with a certificate that somebody could pin, and wrong in one way
// each.
struct TestPeople {
    TestIdentity self; // signed by itself, else in order
    TestIdentity other; // the same, another key
    TestIdentity expired; // on 3 May 2021
    TestIdentity early; // valid from 2090 on
    TestIdentity foreign; // mail.elsewhere.example
    TestIdentity authority;
    TestIdentity issued; // by that authority
    TestIdentity underSelf; // signed with self's key

    bool make(const TestCertificates &files); // false: openssl failed, and said why
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
