#include "tests/support/authority.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

void openssl(const QString &directory, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(directory);
    process.start(u"openssl"_s, arguments);
    if (!process.waitForFinished(30'000) || process.exitCode() != 0)
        qFatal("openssl: %s", process.readAllStandardError().constData());
}

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

TestAuthority::TestAuthority()
{
    openssl(m_dir.path(),
            {u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s, u"ec_paramgen_curve:P-256"_s,
             u"-noenc"_s, u"-days"_s, u"90"_s, u"-keyout"_s, u"authority.key"_s, u"-out"_s,
             u"authority.pem"_s, u"-subj"_s, u"/CN=Kittiwake test authority"_s});
    m_authority.certificate = contentOf(file());
}

TestIdentity TestAuthority::issue(const QStringList &names, const QStringList &more, const QString &key)
{
    return make(names, QStringList{u"-CA"_s, u"authority.pem"_s, u"-CAkey"_s, u"authority.key"_s} + more,
                key);
}

TestIdentity TestAuthority::selfSigned(const QString &name)
{
    return make({name}, {}, u"rsa:2048"_s);
}

TestIdentity TestAuthority::make(const QStringList &names, const QStringList &more, const QString &key)
{
    const QString stem = u"one%1"_s.arg(++m_count);
    QStringList alternatives;
    for (const QString &name : names)
        alternatives.append((name.at(0).isDigit() ? u"IP:"_s : u"DNS:"_s) + name);
    openssl(m_dir.path(),
            QStringList{u"req"_s, u"-x509"_s, u"-newkey"_s, key, u"-noenc"_s, u"-keyout"_s, stem + ".key"_L1,
                        u"-out"_s, stem + ".pem"_L1, u"-subj"_s, u"/CN="_s + names.first(), u"-addext"_s,
                        u"subjectAltName="_s + alternatives.join(u',')}
                + more);
    return {contentOf(m_dir.filePath(stem + ".pem"_L1)), contentOf(m_dir.filePath(stem + ".key"_L1))};
}

} // namespace kw
