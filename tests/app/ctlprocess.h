#pragma once

#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <sys/prctl.h>

// The real kittiwakectl as a process.
namespace kw {

struct CtlRun {
    int status = -1;
    QByteArray out;
    QString error;

    // Invalid unless standard output is one JSON object and nothing else.
    QJsonObject json() const { return QJsonDocument::fromJson(out).object(); }
};

inline CtlRun runCtl(const QStringList &arguments, int timeoutMs = 60'000)
{
    QProcess process;
    process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    process.start(QCoreApplication::applicationDirPath() + QStringLiteral("/kittiwakectl"), arguments);
    CtlRun run;
    if (!process.waitForFinished(timeoutMs)) {
        process.kill();
        process.waitForFinished();
        run.error = QStringLiteral("kittiwakectl did not end in time");
        return run;
    }
    run.status = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    run.out = process.readAllStandardOutput();
    run.error = QString::fromUtf8(process.readAllStandardError());
    return run;
}

using Shape = QHash<QString, QList<QJsonValue::Type>>;

// What is wrong with the members of an object; empty if they are exactly those, of those types.
inline QString shapeProblem(const QJsonObject &object, const Shape &shape)
{
    QStringList problems;
    for (auto it = shape.cbegin(); it != shape.cend(); ++it) {
        if (!object.contains(it.key()))
            problems.append(QStringLiteral("no ") + it.key());
        else if (!it.value().contains(object.value(it.key()).type()))
            problems.append(QStringLiteral("type of ") + it.key());
    }
    for (const auto &key : object.keys()) {
        if (!shape.contains(key))
            problems.append(QStringLiteral("undocumented ") + key);
    }
    return problems.join(QStringLiteral(", "));
}

} // namespace kw
