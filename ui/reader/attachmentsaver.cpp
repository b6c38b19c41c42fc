#include "ui/reader/attachmentsaver.h"

#include "core/mime/messageparser.h"
#include "core/sync/engine.h"
#include "ui/look/words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMimeDatabase>
#include <QPointer>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

class Saver
{
    Q_DECLARE_TR_FUNCTIONS(kw::AttachmentSaver)
};

constexpr qsizetype MaxNameBytes = 200;

Error write(const QString &path, const QByteArray &data)
{
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(data) != data.size() || !file.commit()) {
        return {ErrorKind::Storage,
                Saver::tr("“%1” could not be written: %2.")
                    .arg(QDir::toNativeSeparators(path), file.errorString()),
                {}};
    }
    return {};
}

Result<QByteArray> contentOf(const OpenedMessage &message, int attachment)
{
    if (attachment == AttachmentSaver::WholeMessage)
        return message.rawHeader + message.rawBody;
    return attachmentData(message.rawHeader, message.rawBody, attachment);
}

// Private to this user and removed when the program ends.
QString openedFilesFolder()
{
    static QTemporaryDir folder(QDir::tempPath() + "/kittiwake-open-XXXXXX"_L1);
    return folder.isValid() ? folder.path() : QString();
}

} // namespace

QString fileNameForSaving(const QString &wanted)
{
    QString name = oneLine(wanted);
    for (QChar &c : name) {
        if (u"/\\:*?\"<>|"_s.contains(c))
            c = u'_';
    }
    while (name.startsWith(u'.') || name.startsWith(u' '))
        name.remove(0, 1);
    const QString suffix = QFileInfo(name).suffix().left(20);
    while (name.toUtf8().size() > MaxNameBytes) {
        name.chop(suffix.isEmpty() ? 1 : suffix.size() + 2);
        if (!suffix.isEmpty())
            name += u'.' + suffix;
    }
    return name.isEmpty() ? Saver::tr("unnamed", "file") : name;
}

QString unusedPath(const QString &directory, const QString &name)
{
    const QDir dir(directory);
    if (!dir.exists(name))
        return dir.filePath(name);
    const QFileInfo info(name);
    const QString dotSuffix = info.suffix().isEmpty() ? QString() : u'.' + info.suffix();
    for (int n = 2;; ++n) {
        const QString candidate = u"%1 (%2)%3"_s.arg(info.completeBaseName()).arg(n).arg(dotSuffix);
        if (!dir.exists(candidate))
            return dir.filePath(candidate);
    }
}

bool isExecutable(const QString &name, const QString &mimeType, const QByteArray &content)
{
    static const QSet<QString> suffixes{
        u"exe"_s, u"com"_s,  u"bat"_s, u"cmd"_s,        u"scr"_s,     u"pif"_s,  u"msi"_s, u"msp"_s,
        u"ps1"_s, u"vbs"_s,  u"vbe"_s, u"js"_s,         u"jse"_s,     u"wsf"_s,  u"wsh"_s, u"hta"_s,
        u"lnk"_s, u"reg"_s,  u"cpl"_s, u"jar"_s,        u"sh"_s,      u"bash"_s, u"csh"_s, u"run"_s,
        u"bin"_s, u"elf"_s,  u"out"_s, u"appimage"_s,   u"desktop"_s, u"py"_s,   u"pl"_s,  u"rb"_s,
        u"php"_s, u"deb"_s,  u"rpm"_s, u"flatpakref"_s, u"snap"_s,    u"dmg"_s,  u"app"_s, u"iso"_s,
        u"url"_s, u"html"_s, u"htm"_s, u"xhtml"_s,      u"svg"_s,     u"mht"_s};
    if (suffixes.contains(QFileInfo(name.trimmed()).suffix().toLower()))
        return true;
    const QMimeDatabase database;
    for (const QMimeType &type :
         {database.mimeTypeForName(mimeType), database.mimeTypeForData(content.left(4096))}) {
        for (const auto bad :
             {"application/x-executable"_L1, "application/x-sharedlib"_L1, "application/x-desktop"_L1,
              "application/x-shellscript"_L1, "application/x-ms-dos-executable"_L1,
              "application/x-msdownload"_L1, "application/vnd.microsoft.portable-executable"_L1}) {
            if (type.isValid() && type.inherits(bad))
                return true;
        }
    }
    return false;
}

void AttachmentSaver::save(const std::shared_ptr<const OpenedMessage> &message, const QList<Target> &targets)
{
    QThreadPool::globalInstance()->start([self = QPointer(this), message, targets] {
        QStringList paths;
        Error failure;
        for (const Target &target : targets) {
            const Result<QByteArray> data = contentOf(*message, target.attachment);
            const Error error = data ? write(target.path, *data) : data.error();
            if (error.text.isEmpty())
                paths.append(target.path);
            else
                failure = error;
        }
        QMetaObject::invokeMethod(qApp, [self, paths, failure] {
            if (self)
                Q_EMIT self->saved(paths, failure);
        });
    });
}

void AttachmentSaver::open(const std::shared_ptr<const OpenedMessage> &message, int attachment)
{
    const QString folder = openedFilesFolder();
    QThreadPool::globalInstance()->start([self = QPointer(this), message, attachment, folder] {
        QString path;
        QString refusal;
        const AttachmentInfo info = message->view.attachments.value(attachment);
        const auto data = attachmentData(message->rawHeader, message->rawBody, attachment);
        if (!data) {
            refusal = data.error().text;
        } else if (isExecutable(info.name, info.mimeType, *data)) {
            refusal
                = Saver::tr(
                      "“%1” can run as a program or open a page with scripts, so Kittiwake does not open it. "
                      "Save it first if you trust where it came from.")
                      .arg(oneLine(info.name));
        } else {
            path = unusedPath(folder, fileNameForSaving(info.name));
            refusal = write(path, *data).text;
            QFile::setPermissions(path, QFile::ReadOwner);
        }
        QMetaObject::invokeMethod(qApp, [self, path, refusal] {
            if (!self)
                return;
            if (refusal.isEmpty())
                Q_EMIT self->readyToOpen(path);
            else
                Q_EMIT self->refused(refusal);
        });
    });
}

} // namespace kw
