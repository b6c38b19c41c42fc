#pragma once

#include <QProcess>
#include <QStringList>

#include <memory>
#include <optional>

namespace kw::killing {

// One life of the driver after the other, on one profile.
class Program
{
public:
    explicit Program(QString profile);
    ~Program(); // kills it

    // Empty, or why it did not come up.
    QString start();
    void send(const QString &order);
    // The next answer, or nothing within the time or once it is dead.
    std::optional<QStringList> answer(int timeoutMs);
    // At once; answers that it had written can still be read.
    void kill();
    bool isAlive() const { return m_process && m_process->state() == QProcess::Running; }
    QString said() const { return m_said; } // on standard error, all lives

    // Of the action log when it came up.
    qint64 newestAction = 0;
    qint64 newestUndoable = 0;

private:
    std::optional<QStringList> lineRead();

    const QString m_profile;
    QString m_said;
    std::unique_ptr<QProcess> m_process;
};

} // namespace kw::killing
