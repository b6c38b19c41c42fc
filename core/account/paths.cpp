#include "core/account/paths.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

#include <cerrno>
#include <cstring>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

QString standardDirectory(QStandardPaths::StandardLocation location)
{
    return QStandardPaths::writableLocation(location) + "/kittiwake"_L1;
}

Result<void> makePrivate(const QString &directory)
{
    if (QFileInfo(directory).isDir())
        return {};
    // Parents keep the person's umask; only our own directory is closed to others.
    QDir().mkpath(QFileInfo(directory).absolutePath());
    const auto owner = QFileDevice::ReadOwner | QFileDevice::WriteOwner | QFileDevice::ExeOwner;
    if (QDir().mkdir(directory, owner) || QFileInfo(directory).isDir())
        return {};
    const auto reason = QString::fromLocal8Bit(std::strerror(errno));
    return Error{ErrorKind::Storage,
                 QCoreApplication::translate("Paths",
                                             "The directory %1 cannot be made (%2). Check its permissions "
                                             "and the free space, or choose another one with --profile.")
                     .arg(QDir::toNativeSeparators(directory), reason)};
}

} // namespace

QString Paths::accountsIni() const
{
    return config + "/accounts.ini"_L1;
}

QString Paths::settingsIni() const
{
    return config + "/settings.ini"_L1;
}

QString Paths::logFile() const
{
    return log + "/kittiwake.log"_L1;
}

QString Paths::instanceName() const
{
    // The real path, so that a symbolic link to a profile is the same profile.
    const auto real = QFileInfo(cache).canonicalFilePath();
    const auto hash = QCryptographicHash::hash((real.isEmpty() ? QDir::cleanPath(cache) : real).toUtf8(),
                                               QCryptographicHash::Sha256);
    return "kittiwake-"_L1 + QLatin1StringView(hash.toHex().first(16));
}

Paths Paths::standard()
{
    return {standardDirectory(QStandardPaths::GenericConfigLocation),
            standardDirectory(QStandardPaths::GenericDataLocation),
            standardDirectory(QStandardPaths::GenericStateLocation)};
}

Paths Paths::profile(const QString &directory)
{
    const auto root = QDir::cleanPath(QFileInfo(directory).absoluteFilePath());
    return {root, root + "/cache"_L1, root + "/log"_L1};
}

Result<void> Paths::create() const
{
    for (const auto &directory : {config, cache, log}) {
        if (auto made = makePrivate(directory); !made)
            return made;
    }
    return {};
}

} // namespace kw
