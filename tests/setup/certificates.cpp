#include "tests/setup/certificates.h"

#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace kw {

TestAuthority::TestAuthority()
{
    QProcess openssl;
    openssl.setWorkingDirectory(m_dir.path());
    openssl.start(u"openssl"_s,
                  {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s,
                   u"-noenc"_s, u"-days"_s, u"30"_s, u"-keyout"_s, u"authority.key"_s, u"-out"_s,
                   u"authority.pem"_s, u"-subj"_s, u"/CN=Kittiwake test authority"_s});
    QFile file(this->file());
    if (openssl.waitForFinished(30'000) && openssl.exitCode() == 0 && file.open(QIODevice::ReadOnly))
        m_authority.certificate = file.readAll();
}

TestIdentity TestAuthority::issue(const QStringList &names, const QStringList &more)
{
    return make(names, QStringList{u"-CA"_s, u"authority.pem"_s, u"-CAkey"_s, u"authority.key"_s} + more);
}

TestIdentity TestAuthority::selfSigned(const QString &name)
{
    return make({name}, {});
}

TestIdentity TestAuthority::make(const QStringList &names, const QStringList &more)
{
    const QString stem = u"one%1"_s.arg(++m_count);
    QStringList alternatives;
    for (const QString &name : names)
        alternatives.append((name.at(0).isDigit() ? u"IP:"_s : u"DNS:"_s) + name);
    QProcess openssl;
    openssl.setWorkingDirectory(m_dir.path());
    openssl.start(u"openssl"_s,
                  QStringList{u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-noenc"_s, u"-keyout"_s,
                              stem + ".key"_L1, u"-out"_s, stem + ".pem"_L1, u"-subj"_s,
                              u"/CN="_s + names.first(), u"-addext"_s,
                              u"subjectAltName="_s + alternatives.join(u',')}
                      + more);
    if (!openssl.waitForFinished(30'000) || openssl.exitCode() != 0)
        qFatal("openssl: %s", openssl.readAllStandardError().constData());
    TestIdentity made;
    for (auto [suffix, into] : {std::pair{u".pem"_s, &made.certificate}, {u".key"_s, &made.key}}) {
        QFile file(m_dir.filePath(stem + suffix));
        if (file.open(QIODevice::ReadOnly))
            *into = file.readAll();
    }
    return made;
}

} // namespace kw
