#include "tests/kill/program.h"

#include <QCoreApplication>
#include <QDeadlineTimer>

#include <csignal>
#include <sys/prctl.h>

using namespace Qt::StringLiterals;

namespace kw::killing {

Program::Program(QString profile)
    : m_profile(std::move(profile))
{
}

Program::~Program()
{
    if (m_process)
        kill();
}

QString Program::start()
{
    m_process = std::make_unique<QProcess>();
    m_process->setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    m_process->start(QCoreApplication::applicationDirPath() + u"/kw_kill_driver"_s, {m_profile});
    const auto ready = answer(20'000);
    if (!ready || ready->value(0) != "ready"_L1)
        return u"the program does not come up: "_s + (ready ? ready->join(u' ') : u"silence "_s) + m_said;
    newestAction = ready->value(1).toLongLong();
    newestUndoable = ready->value(2).toLongLong();
    return {};
}

void Program::send(const QString &order)
{
    m_process->write(order.toUtf8() + '\n');
    while (m_process->bytesToWrite() > 0 && m_process->waitForBytesWritten(1000)) { }
}

std::optional<QStringList> Program::lineRead()
{
    m_said += QString::fromUtf8(m_process->readAllStandardError());
    if (!m_process->canReadLine())
        return {};
    return QString::fromUtf8(m_process->readLine()).chopped(1).split(u'\t');
}

std::optional<QStringList> Program::answer(int timeoutMs)
{
    const QDeadlineTimer until(timeoutMs);
    while (true) {
        if (auto line = lineRead())
            return line;
        if (until.hasExpired() || !m_process->waitForReadyRead(int(until.remainingTime())))
            return lineRead();
    }
}

void Program::kill()
{
    const auto id = pid_t(m_process->processId());
    if (id <= 0) // ended already; 0 would be everybody
        return;
    ::kill(id, SIGKILL);
    m_process->waitForFinished(5000);
}

} // namespace kw::killing
