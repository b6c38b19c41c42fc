#include "tests/support/testcertificates.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTcpServer>
#include <QTcpSocket>

#include <algorithm>
#include <csignal>
#include <sys/prctl.h>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

QByteArray read(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool openssl(const QString &directory, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(directory);
    process.start(u"openssl"_s, arguments);
    const bool done = process.waitForFinished(30'000) && process.exitCode() == 0;
    if (!done)
        qWarning("openssl: %s", process.readAllStandardError().constData());
    return done;
}

quint16 freePort()
{
    QTcpServer server;
    return server.listen(QHostAddress::LocalHost) ? server.serverPort() : 0;
}

} // namespace

TestIdentity TestCertificates::make(const QString &name, const QString &host, const QStringList &more,
                                    const QString &key) const
{
    const QString alternative = (host.startsWith("127."_L1) ? u"IP:"_s : u"DNS:"_s) + host;
    const QStringList arguments = QStringList{u"req"_s,
                                              u"-x509"_s,
                                              u"-newkey"_s,
                                              key,
                                              u"-noenc"_s,
                                              u"-keyout"_s,
                                              name + ".key"_L1,
                                              u"-out"_s,
                                              name + ".pem"_L1,
                                              u"-subj"_s,
                                              u"/O=Test/CN="_s + host,
                                              u"-addext"_s,
                                              u"subjectAltName="_s + alternative}
        + more;
    if (!openssl(m_dir.path(), arguments))
        return {};
    return {read(path(name + ".pem"_L1)), read(path(name + ".key"_L1))};
}

TestIdentity TestCertificates::makeAuthority(const QString &name) const
{
    return make(
        name, name,
        {u"-addext"_s, u"basicConstraints=critical,CA:TRUE"_s, u"-addext"_s, u"keyUsage=keyCertSign"_s});
}

bool TestPeople::make(const TestCertificates &files)
{
    const QString here = u"127.0.0.1"_s;
    self = files.make(u"self"_s, here);
    other = files.make(u"other"_s, here);
    foreign = files.make(u"foreign"_s, u"mail.elsewhere.example"_s);
    expired = files.make(u"expired"_s, here,
                         {u"-not_before"_s, u"20200101000000Z"_s, u"-not_after"_s, u"20210503000000Z"_s});
    early = files.make(u"early"_s, here,
                       {u"-not_before"_s, u"20900101000000Z"_s, u"-not_after"_s, u"20910503000000Z"_s});
    authority = files.makeAuthority(u"authority"_s);
    issued = files.make(u"issued"_s, here, {u"-CA"_s, u"authority.pem"_s, u"-CAkey"_s, u"authority.key"_s});
    underSelf = files.make(u"underself"_s, here, {u"-CA"_s, u"self.pem"_s, u"-CAkey"_s, u"self.key"_s});
    const TestIdentity *all[]{&self, &other, &foreign, &expired, &early, &authority, &issued, &underSelf};
    return std::ranges::none_of(all, [](const TestIdentity *one) { return one->isEmpty(); });
}

OpensslServer::OpensslServer(const TestCertificates &files, const QString &name, const QStringList &more)
{
    const quint16 port = freePort();
    m_process.setWorkingDirectory(files.path(QString()));
    m_process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process.start(u"openssl"_s,
                    QStringList{u"s_server"_s, u"-accept"_s, u"127.0.0.1:%1"_s.arg(port), u"-cert"_s,
                                name + ".pem"_L1, u"-key"_s, name + ".key"_L1}
                        + more);
    // It tells that it listens; connecting to try would count as its first client.
    QElapsedTimer timer;
    timer.start();
    QByteArray said;
    while (timer.elapsed() < 10'000 && m_process.state() != QProcess::NotRunning
           && !said.contains("ACCEPT")) {
        m_process.waitForReadyRead(100);
        said += m_process.readAllStandardOutput();
    }
    if (said.contains("ACCEPT"))
        m_port = port;
    else
        qWarning("openssl s_server: %s", m_process.readAllStandardError().constData());
}

OpensslServer::~OpensslServer()
{
    m_process.kill();
    m_process.waitForFinished(2000);
}

} // namespace kw
