#pragma once

#include <QByteArray>
#include <QFile>
#include <QProcess>
#include <QStringList>
#include <QTemporaryDir>
#include <QTest>

namespace kw {

// PEM.
struct Identity {
    QByteArray certificate;
    QByteArray key;
};

// An authority of a test's own, made by openssl, and what it signs.
class Authority
{
public:
    Authority()
    {
        run({QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
             QStringLiteral("rsa:2048"), QStringLiteral("-noenc"), QStringLiteral("-days"),
             QStringLiteral("90"), QStringLiteral("-keyout"), QStringLiteral("ca.key"),
             QStringLiteral("-out"), QStringLiteral("ca.pem"), QStringLiteral("-subj"),
             QStringLiteral("/CN=Kittiwake test authority")});
    }
    QByteArray certificate() const { return read(QStringLiteral("ca.pem")); }

    // Signed by the authority, for this name or address.
    Identity issue(const QString &host, const QStringList &more = {},
                   const QString &key = QStringLiteral("rsa:2048"))
    {
        return make(host, key,
                    QStringList{QStringLiteral("-CA"), QStringLiteral("ca.pem"), QStringLiteral("-CAkey"),
                                QStringLiteral("ca.key")}
                        + more);
    }
    Identity selfSigned(const QString &host) { return make(host, QStringLiteral("rsa:2048"), {}); }

private:
    QByteArray read(const QString &name) const
    {
        QFile file(m_dir.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void run(const QStringList &arguments)
    {
        QProcess openssl;
        openssl.setWorkingDirectory(m_dir.path());
        openssl.start(QStringLiteral("openssl"), arguments);
        if (!openssl.waitForFinished(30'000) || openssl.exitCode() != 0)
            qFatal("openssl: %s", openssl.readAllStandardError().constData());
    }
    Identity make(const QString &host, const QString &key, const QStringList &more)
    {
        const QString stem = QStringLiteral("one%1").arg(++m_count);
        const QString san = (host.at(0).isDigit() ? QStringLiteral("IP:") : QStringLiteral("DNS:")) + host;
        run(QStringList{QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"), key,
                        QStringLiteral("-noenc"), QStringLiteral("-keyout"), stem + QStringLiteral(".key"),
                        QStringLiteral("-out"), stem + QStringLiteral(".pem"), QStringLiteral("-subj"),
                        QStringLiteral("/CN=") + host, QStringLiteral("-addext"),
                        QStringLiteral("subjectAltName=") + san}
            + more);
        return {read(stem + QStringLiteral(".pem")), read(stem + QStringLiteral(".key"))};
    }

    QTemporaryDir m_dir;
    int m_count = 0;
};

} // namespace kw
