#include "ui/reader/attachmentsaver.h"

#include "core/evidence/filedanger.h"
#include "core/mime/messageparser.h"
#include "core/sync/engine.h"
#include "ui/look/words.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QMimeData>
#include <QPointer>
#include <QSaveFile>
#include <QTemporaryDir>
#include <QThreadPool>
#include <QUrl>

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
    return attachmentData(message.header(), message.body(), attachment);
}

// Private to this user and removed when the program ends.
QString openedFilesFolder()
{
    static QTemporaryDir folder(QDir::tempPath() + "/kittiwake-open-XXXXXX"_L1);
    return folder.isValid() ? folder.path() : QString();
}

// A file that is written when somebody takes it.
class DraggedFile : public QMimeData
{
public:
    DraggedFile(std::shared_ptr<const OpenedMessage> message, int attachment)
        : m_message(std::move(message))
        , m_attachment(attachment)
    {
    }
    QStringList formats() const override { return {u"text/uri-list"_s}; }
    bool hasFormat(const QString &type) const override { return type == "text/uri-list"_L1; }

protected:
    QVariant retrieveData(const QString &type, QMetaType) const override
    {
        if (!hasFormat(type))
            return {};
        if (m_path.isEmpty())
            m_path = written();
        return m_path.isEmpty() ? QVariantList() : QVariantList{QUrl::fromLocalFile(m_path)};
    }

private:
    QString written() const
    {
        const auto data = contentOf(*m_message, m_attachment);
        const QString name = fileNameForSaving(m_message->view.attachments.value(m_attachment).name);
        const QString path = unusedPath(openedFilesFolder(), name);
        return data && write(path, *data).text.isEmpty() ? path : QString();
    }

    const std::shared_ptr<const OpenedMessage> m_message;
    const int m_attachment;
    mutable QString m_path;
};

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

QString dangerOf(const QString &name, const QByteArray &content)
{
    const FileJudgement judgement = judgeFile(name, content);
    const QString file = oneLine(name);
    QString what;
    switch (judgement.danger) {
    case FileDanger::None:
        return {};
    case FileDanger::Program:
        what = Saver::tr("“%1” is a program, or starts one. Opening it may run what its sender wrote.")
                   .arg(file);
        break;
    case FileDanger::Script:
        what = Saver::tr("“%1” is a script. Opening it may run what its sender wrote.").arg(file);
        break;
    case FileDanger::Macros:
        what = Saver::tr("“%1” is a document with programs in it (macros). Do not allow them to run.")
                   .arg(file);
        break;
    case FileDanger::WebPage:
        what = Saver::tr(
                   "“%1” is a web page with whatever its sender put in it. The browser shows it as if it "
                   "came from this computer.")
                   .arg(file);
        break;
    }
    return judgement.isDisguised ? what + u' ' + Saver::tr("Its name hides that.") : what;
}

std::unique_ptr<QMimeData> draggedFile(const std::shared_ptr<const OpenedMessage> &message, int attachment)
{
    return std::make_unique<DraggedFile>(message, attachment);
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

void AttachmentSaver::openMail(const std::shared_ptr<const OpenedMessage> &message, int attachment)
{
    QThreadPool::globalInstance()->start([self = QPointer(this), message, attachment] {
        const auto data = attachmentData(message->header(), message->body(), attachment);
        auto inner = std::make_shared<OpenedMessage>();
        if (data) {
            const MessageHalves halves = splitMessage(*data);
            inner->rawHeader = halves.header;
            inner->rawBody = halves.body;
            inner->view = parseMessage(inner->rawHeader, inner->rawBody);
        }
        const QString refusal = data ? QString() : data.error().text;
        QMetaObject::invokeMethod(qApp, [self, inner, refusal] {
            if (!self)
                return;
            if (refusal.isEmpty())
                Q_EMIT self->mailOpened(inner);
            else
                Q_EMIT self->refused(refusal);
        });
    });
}

void AttachmentSaver::open(const std::shared_ptr<const OpenedMessage> &message, int attachment, Trust trust)
{
    const QString folder = openedFilesFolder();
    QThreadPool::globalInstance()->start([self = QPointer(this), message, attachment, trust, folder] {
        QString path;
        QString refusal;
        QString danger;
        const AttachmentInfo info = message->view.attachments.value(attachment);
        const auto data = attachmentData(message->header(), message->body(), attachment);
        if (!data) {
            refusal = data.error().text;
        } else if (danger = trust == Trust::Unknown ? dangerOf(info.name, *data) : QString();
                   !danger.isEmpty()) {
            // not written to a place where something might start it
        } else {
            path = unusedPath(folder, fileNameForSaving(info.name));
            refusal = write(path, *data).text;
            QFile::setPermissions(path, QFile::ReadOwner);
        }
        QMetaObject::invokeMethod(qApp, [self, path, refusal, danger, attachment] {
            if (!self)
                return;
            if (!danger.isEmpty())
                Q_EMIT self->dangerous(attachment, danger);
            else if (refusal.isEmpty())
                Q_EMIT self->readyToOpen(path);
            else
                Q_EMIT self->refused(refusal);
        });
    });
}

} // namespace kw
