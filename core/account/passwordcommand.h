#pragma once

#include "core/base/deferred.h"
#include "core/base/result.h"

#include <QObject>
#include <QProcess>
#include <QTimer>

#include <chrono>

namespace kw {

// One run of an account's passwordCommand by /bin/sh: the first line of its output is the password. The
// command gets no input; neither it nor what it says is ever logged or part of an error, for both may hold
// the password. Lives on one thread with an event loop.
class PasswordCommand : public QObject
{
    Q_OBJECT
public:
    explicit PasswordCommand(QObject *parent = nullptr);
    // Ends the command and everything it started; done() resolves as cancelled.
    ~PasswordCommand() override;

    // `account` is named in errors. Call once. Errors: Invalid (fails, prints nothing, prints too much), Busy
    // (not done in time).
    Deferred<Result<QString>> run(const QString &command, const QString &account,
                                  std::chrono::milliseconds timeout = std::chrono::seconds(30));

private:
    void readOutput();
    void finished(int exitCode, QProcess::ExitStatus status);
    void fail(ErrorKind kind, const QString &sentence);
    void endProcessGroup();

    QProcess m_process;
    QTimer m_timeout;
    QByteArray m_output;
    QString m_account;
    Deferred<Result<QString>> m_done;
};

} // namespace kw
