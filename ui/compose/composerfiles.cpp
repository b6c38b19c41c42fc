// Files and pictures that come into a message window.
#include "core/mime/contentid.h"
#include "ui/compose/attachmentstrip.h"
#include "ui/compose/composeeditor.h"
#include "ui/compose/composerwindow.h"
#include "ui/compose/inlinepictures.h"
#include "ui/look/widgets.h"
#include "ui/reader/attachmentsaver.h"
#include "ui/reader/bannerstack.h"

#include <QBuffer>
#include <QDesktopServices>
#include <QDragEnterEvent>
#include <QFile>
#include <QFileDialog>
#include <QMimeData>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qint64 LargestPicture = 20 << 20; // octets within a text

QFileDialog *fileDialog(QWidget *parent, QLatin1StringView name, const QString &title)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    setNames(dialog, name, title);
    return dialog;
}

// A picture's octets as a part of the text; none: it is no picture or too large.
std::optional<DraftAttachment> pictureOf(const QString &path)
{
    auto attachment = attachmentOf(path);
    if (!attachment || !isShownPicture(attachment->mimeType) || sizeOf(*attachment) > LargestPicture)
        return {};
    if (QFile file(std::exchange(attachment->path, {})); !file.fileName().isEmpty()) {
        if (!file.open(QIODevice::ReadOnly))
            return {};
        attachment->data = file.read(LargestPicture);
    }
    attachment->isInline = true;
    attachment->contentId = newContentId();
    return *attachment;
}

} // namespace

void ComposerWindow::chooseFiles()
{
    auto *dialog = fileDialog(this, "attachDialog"_L1, tr("Attach Files"));
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        QList<QUrl> files;
        for (const QString &path : paths)
            files.append(QUrl::fromLocalFile(path));
        if (const QStringList failed = m_attachments->addFiles(files); !failed.isEmpty())
            m_banners->add(u"attachFailed"_s, Tone::Warning, "warning"_L1, failed.join(u'\n'));
    });
    dialog->open();
}

void ComposerWindow::choosePicture()
{
    auto *dialog = fileDialog(this, "pictureDialog"_L1, tr("Insert Picture"));
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilter(tr("Pictures (*.png *.jpg *.jpeg *.gif *.webp *.bmp)"));
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString &path) { addFiles({QUrl::fromLocalFile(path)}); });
    dialog->open();
}

// Pictures become part of a formatted text; all else, and pictures in plain text, are attached.
void ComposerWindow::addFiles(const QList<QUrl> &files)
{
    m_banners->remove(u"attachFailed"_s);
    QList<QUrl> attached;
    for (const QUrl &url : files) {
        const auto picture = m_editor->isRich() ? pictureOf(url.toLocalFile()) : std::nullopt;
        if (picture)
            m_editor->insertPicture(*picture);
        else
            attached.append(url);
    }
    if (const QStringList failed = m_attachments->addFiles(attached); !failed.isEmpty())
        m_banners->add(u"attachFailed"_s, Tone::Warning, "warning"_L1, failed.join(u'\n'));
}

void ComposerWindow::attachPicture(const QImage &image)
{
    DraftAttachment attachment;
    attachment.name = tr("Picture") + ".png"_L1;
    attachment.mimeType = u"image/png"_s;
    QBuffer buffer(&attachment.data);
    if (buffer.open(QIODevice::WriteOnly) && image.save(&buffer, "PNG"))
        m_attachments->add(attachment);
}

void ComposerWindow::openAttachment(const DraftAttachment &attachment)
{
    if (!attachment.path.isEmpty()) {
        QDesktopServices::openUrl(QUrl::fromLocalFile(attachment.path));
        return;
    }
    // What a forwarded message brought along is a stranger's.
    const QString danger
        = m_base.act == DraftAct::New ? QString() : dangerOf(attachment.name, attachment.data);
    m_banners->remove(u"dangerousAttachment"_s);
    if (danger.isEmpty())
        openCopy(attachment);
    else
        m_banners->add(u"dangerousAttachment"_s, Tone::Warning, "warning"_L1, danger,
                       {{tr("Open Anyway"), [this, attachment] {
                             m_banners->remove(u"dangerousAttachment"_s);
                             openCopy(attachment);
                         }}});
}

void ComposerWindow::openCopy(const DraftAttachment &attachment)
{
    static const QTemporaryDir directory;
    const QString path = unusedPath(directory.path(), fileNameForSaving(attachment.name));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(attachment.data) != attachment.data.size())
        return;
    file.setPermissions(QFile::ReadOwner); // changes to this copy would go nowhere
    file.close();
    QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

void ComposerWindow::dragEnterEvent(QDragEnterEvent *event)
{
    const QList<QUrl> urls = event->mimeData()->urls();
    const bool files = !urls.isEmpty()
        && std::all_of(urls.cbegin(), urls.cend(), [](const QUrl &url) { return url.isLocalFile(); });
    if (files && m_base.act != DraftAct::Redirect)
        event->acceptProposedAction();
}

// Beside the text: to be attached, whatever it is.
void ComposerWindow::dropEvent(QDropEvent *event)
{
    if (const QStringList failed = m_attachments->addFiles(event->mimeData()->urls()); !failed.isEmpty())
        m_banners->add(u"attachFailed"_s, Tone::Warning, "warning"_L1, failed.join(u'\n'));
    event->acceptProposedAction();
}

} // namespace kw
