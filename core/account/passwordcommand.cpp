#include "core/account/passwordcommand.h"

#include <csignal>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr qsizetype MaxOutput = 64 << 10;
}

PasswordCommand::PasswordCommand(QObject *parent)
    : QObject(parent)
{
    m_timeout.setSingleShot(true);
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &PasswordCommand::readOutput);
    connect(&m_process, &QProcess::finished, this, &PasswordCommand::finished);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            fail(ErrorKind::Invalid, tr("The password command of %1 cannot be started: /bin/sh is missing."));
    });
    connect(&m_timeout, &QTimer::timeout, this, [this] {
        fail(ErrorKind::Busy,
             tr("The password command of %1 did not end in time. Run it in a terminal to see what it "
                "waits for; it gets no keyboard input from here."));
        endProcessGroup();
    });
}

PasswordCommand::~PasswordCommand()
{
    m_process.disconnect(this);
    endProcessGroup();
    m_process.waitForFinished(1000);
    m_done.resolve(Error{ErrorKind::Cancelled, {}, {}});
}

Deferred<Result<QString>> PasswordCommand::run(const QString &command, const QString &account,
                                               std::chrono::milliseconds timeout)
{
    m_account = account;
    // Other users can read every process's arguments, but not its environment: so the command travels there.
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"KITTIWAKE_COMMAND"_s, command);
    m_process.setProcessEnvironment(environment);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardErrorFile(QProcess::nullDevice());
    // A forked copy of this process waits for its parent, for ever if that is killed at this moment, and
    // holds the profile's lock meanwhile; what vfork makes does neither.
    QProcess::UnixProcessParameters parameters;
    parameters.flags = QProcess::UnixProcessFlag::UseVFork;
    m_process.setUnixProcessParameters(parameters);
    m_process.setChildProcessModifier([] { ::setpgid(0, 0); }); // so that a timeout ends its helpers too
    m_timeout.start(timeout);
    m_process.start(u"/bin/sh"_s,
                    {u"-c"_s, u"c=$KITTIWAKE_COMMAND; unset KITTIWAKE_COMMAND; eval \" $c\""_s});
    return m_done;
}

void PasswordCommand::readOutput()
{
    m_output += m_process.readAllStandardOutput();
    if (m_output.size() <= MaxOutput)
        return;
    fail(ErrorKind::Invalid,
         tr("The password command of %1 prints far more than a password. Correct it in accounts.ini."));
    endProcessGroup();
}

void PasswordCommand::finished(int exitCode, QProcess::ExitStatus status)
{
    readOutput();
    if (status != QProcess::NormalExit || exitCode != 0) {
        fail(ErrorKind::Invalid,
             tr("The password command of %1 failed (exit status %2). Run it in a terminal to see why, or "
                "correct it in accounts.ini.")
                 .arg(u"%1"_s, QString::number(exitCode)));
        return;
    }
    const auto lineEnd = m_output.indexOf('\n');
    QByteArray line = lineEnd < 0 ? m_output : m_output.first(lineEnd);
    if (line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty()) {
        fail(ErrorKind::Invalid,
             tr("The password command of %1 printed no password. The password must be the first line of "
                "its output."));
        return;
    }
    m_timeout.stop();
    m_output.fill('\0');
    m_done.resolve(QString::fromUtf8(line));
    line.fill('\0');
}

void PasswordCommand::fail(ErrorKind kind, const QString &sentence)
{
    m_timeout.stop();
    m_output.fill('\0');
    m_done.resolve(Error{kind, sentence.arg(m_account), {}});
}

void PasswordCommand::endProcessGroup()
{
    const auto pid = m_process.processId();
    if (pid <= 0 || m_process.state() == QProcess::NotRunning)
        return;
    ::kill(pid_t(-pid), SIGKILL);
    m_process.kill(); // the group may not exist yet
}

} // namespace kw
