#include "app/demo/server/privatedovecot.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QEventLoop>
#include <QFile>
#include <QStandardPaths>
#include <QTcpSocket>
#include <QTimer>

#ifdef Q_OS_LINUX
#include <csignal>
#include <sys/prctl.h>
#endif

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr int StartTimeoutMs = 15'000;
constexpr int RetryMs = 15;

// Waits for its standard input to close, which happens when we close it or die; then ends the server and
// sweeps.
constexpr auto BroomScript = R"(cat >/dev/null; kill "$1" 2>/dev/null
n=0; while kill -0 "$1" 2>/dev/null && [ $n -lt 100 ]; do sleep 0.05; n=$((n+1)); done
rm -rf -- "$2")"_L1;

QString translated(const char *text)
{
    return QCoreApplication::translate("kw::PrivateDovecot", text);
}

// A session of its own: Ctrl+C in our terminal must not reach it before we end it in order.
void detachFromTerminal(QProcess &process)
{
    QProcess::UnixProcessParameters parameters;
    parameters.flags = QProcess::UnixProcessFlag::CreateNewSession;
    process.setUnixProcessParameters(parameters);
}

} // namespace

PrivateDovecot::PrivateDovecot(const DovecotConfig &config)
    : m_config(config)
{
}

QStringList PrivateDovecot::systemFolders()
{
    return QFile::decodeName(qgetenv("PATH")).split(u':', Qt::SkipEmptyParts)
        + QStringList{u"/usr/sbin"_s, u"/usr/local/sbin"_s, u"/sbin"_s};
}

Result<std::unique_ptr<PrivateDovecot>> PrivateDovecot::start(const DovecotConfig &config,
                                                              const QStringList &programFolders)
{
    const QString program = QStandardPaths::findExecutable(u"dovecot"_s, programFolders);
    if (program.isEmpty()) {
        return Error{
            ErrorKind::NotFound,
            translated("The demo needs the mail server Dovecot, which is not installed. Install the package "
                       "dovecot-imapd (sudo apt install dovecot-imapd) and try again.")};
    }
    if (const auto written = config.write(); !written)
        return written.error();
    std::unique_ptr<PrivateDovecot> server(new PrivateDovecot(config));
    if (const auto launched = server->launch(program); !launched)
        return launched.error();
    return server;
}

Result<void> PrivateDovecot::launch(const QString &program)
{
    detachFromTerminal(m_server);
#ifdef Q_OS_LINUX
    m_server.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGTERM); });
#endif
    m_server.setProcessChannelMode(QProcess::MergedChannels);
    m_server.start(program, {u"-c"_s, m_config.file(), u"-F"_s});
    if (!m_server.waitForStarted())
        return startError();
    detachFromTerminal(m_broom);
    m_broom.start(u"/bin/sh"_s,
                  {u"-c"_s, BroomScript, u"sh"_s, QString::number(m_server.processId()),
                   m_config.sweep.isEmpty() ? m_config.directory : m_config.sweep});
    if (!m_broom.waitForStarted() || !waitForGreeting())
        return startError();
    return {};
}

bool PrivateDovecot::waitForGreeting()
{
    QTcpSocket probe;
    QEventLoop loop;
    QTimer retry;
    retry.setInterval(RetryMs);
    QElapsedTimer elapsed;
    elapsed.start();
    bool greeted = false;
    const auto connectNow
        = [&] { probe.connectToHost(QHostAddress(QHostAddress::LocalHost), m_config.port); };
    QObject::connect(&probe, &QTcpSocket::readyRead, &loop, [&] {
        greeted = probe.readAll().startsWith("* ");
        loop.quit();
    });
    QObject::connect(&m_server, &QProcess::finished, &loop, &QEventLoop::quit);
    QObject::connect(&retry, &QTimer::timeout, &loop, [&] {
        if (elapsed.elapsed() > StartTimeoutMs)
            loop.quit();
        else if (probe.state() == QAbstractSocket::UnconnectedState)
            connectNow();
    });
    retry.start();
    connectNow();
    if (isRunning())
        loop.exec();
    return greeted && isRunning();
}

Error PrivateDovecot::startError() const
{
    QFile log(m_config.logFile());
    QByteArrayList lines;
    if (log.open(QIODevice::ReadOnly))
        lines = log.readAll().trimmed().split('\n');
    QByteArray last = lines.mid(qMax(0, lines.size() - 2)).join(' '); // the cause comes before "Fatal"
    if (last.isEmpty())
        last = m_server.errorString().toUtf8();
    return {ErrorKind::Refused,
            translated("The private mail server did not start. It says: %1")
                .arg(QString::fromUtf8(last.left(400)))};
}

PrivateDovecot::~PrivateDovecot()
{
    if (isRunning()) {
        m_server.terminate();
        if (!m_server.waitForFinished(5000)) {
            m_server.kill();
            m_server.waitForFinished(1000);
        }
    }
    m_broom.closeWriteChannel();
    m_broom.waitForFinished(6000);
}

} // namespace kw
