#include "core/account/inifile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

namespace kw {

namespace {

constexpr qint64 MaxFileBytes = 4 << 20;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(IniFile)
};

Error storageError(const QString &sentence, const QString &path, const QString &reason)
{
    return {ErrorKind::Storage, sentence.arg(QDir::toNativeSeparators(path), reason)};
}

} // namespace

Result<IniDocument> readIniFile(const QString &path, const QString &tooLarge)
{
    QFile file(path);
    if (!file.exists())
        return IniDocument();
    if (!file.open(QIODevice::ReadOnly))
        return storageError(Words::tr("%1 cannot be read (%2). Check its permissions."), path,
                            file.errorString());
    if (file.size() > MaxFileBytes)
        return Error{ErrorKind::Invalid, tooLarge.arg(QDir::toNativeSeparators(path))};
    return IniDocument::parse(file.readAll());
}

Result<void> writeIniFile(const QString &path, const IniDocument &document)
{
    const QString sentence
        = Words::tr("%1 cannot be written (%2). Nothing was changed; check permissions and free space.");
    if (!QDir().mkpath(QFileInfo(path).absolutePath()))
        return storageError(sentence, path, Words::tr("its directory cannot be made"));
    QSaveFile file(path);
    const QByteArray bytes = document.bytes();
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.commit())
        return storageError(sentence, path, file.errorString());
    return {};
}

QString groupWithoutCase(const IniDocument &document, const QString &name)
{
    for (const auto &group : document.groups()) {
        if (group.name.compare(name, Qt::CaseInsensitive) == 0)
            return group.name;
    }
    return name;
}

} // namespace kw
