#include "app/kittiwake/logfile.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QLoggingCategory>
#include <QMutex>

#include <cstdio>
#include <memory>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qint64 MaxBytes = 1 << 20;

// Messages come from every thread, also from libraries': the one place where a lock cannot be avoided.
struct Log {
    QMutex mutex;
    QFile file;
    QtMessageHandler before = nullptr;
};

Log &theLog()
{
    // Never destroyed: Qt still speaks while the program's statics go, and this is where it is heard.
    static auto *const log = new Log;
    return *log;
}

bool openFile(QFile &file)
{
    return file.open(QIODevice::WriteOnly | QIODevice::Append | QIODevice::Unbuffered,
                     QFileDevice::ReadOwner | QFileDevice::WriteOwner);
}

void rotate(QFile &file)
{
    const auto name = file.fileName();
    file.close();
    QFile::remove(name + ".2"_L1);
    QFile::rename(name + ".1"_L1, name + ".2"_L1);
    QFile::rename(name, name + ".1"_L1);
    file.setFileName(name);
    openFile(file);
}

const char *levelWord(QtMsgType type)
{
    switch (type) {
    case QtDebugMsg:
        return "debug";
    case QtInfoMsg:
        return "info";
    case QtWarningMsg:
        return "warning";
    case QtCriticalMsg:
        return "error";
    case QtFatalMsg:
        return "fatal";
    }
    return "";
}

void handle(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    auto &log = theLog();
    {
        const QMutexLocker lock(&log.mutex);
        const auto line = QDateTime::currentDateTimeUtc().toString(Qt::ISODateWithMs).toLatin1() + ' '
            + levelWord(type) + ' ' + context.category + ": " + text.toUtf8().replace('\n', ' ') + '\n';
        log.file.write(line);
        if (log.file.size() > MaxBytes)
            rotate(log.file);
    }
    if (log.before)
        log.before(type, context, text);
}

} // namespace

Result<void> startLogging(const QString &file)
{
    auto &log = theLog();
    log.file.setFileName(file);
    if (!openFile(log.file))
        return Error{ErrorKind::Storage,
                     QCoreApplication::translate(
                         "LogFile", "The log %1 cannot be written (%2); messages go to standard error only.")
                         .arg(QDir::toNativeSeparators(file), log.file.errorString()),
                     {}};
    log.before = qInstallMessageHandler(handle);
    QLoggingCategory::setFilterRules(u"kittiwake.*.info=true"_s);
    return {};
}

} // namespace kw
