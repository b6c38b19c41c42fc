#include "ui/reader/messagesaving.h"

#include "core/sync/engine.h"
#include "ui/look/icons.h"
#include "ui/preview/attachmentpreview.h"
#include "ui/reader/attachmentbar.h"
#include "ui/reader/attachmentchip.h"
#include "ui/reader/attachmentsaver.h"
#include "ui/reader/bannerstack.h"
#include "ui/reader/partfetching.h"

#include <QDir>
#include <QDrag>
#include <QFileDialog>
#include <QFileInfo>
#include <QMimeData>
#include <QSet>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace kw {

MessageSaving::MessageSaving(AttachmentBar *attachments, BannerStack *banners, QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_banners(banners)
    , m_fetching(new PartFetching(attachments, banners, this))
    , m_saver(new AttachmentSaver(this))
{
    m_askFile = [window](const QString &suggestion) {
        return QFileDialog::getSaveFileName(window, tr("Save"), suggestion);
    };
    m_askFolder = [window](const QString &suggestion) {
        return QFileDialog::getExistingDirectory(window, tr("Save All"), suggestion);
    };
    connect(attachments, &AttachmentBar::lookRequested, this,
            [this](const QList<int> &shown, int attachment) {
                m_fetching->need({attachment}, [this, shown, attachment] { look(shown, attachment); });
            });
    connect(attachments, &AttachmentBar::dragged, this, [this](int attachment) {
        // A drag does not wait: it begins once more when the file is here.
        if (m_message->view.attachments.value(attachment).isHere)
            drag(attachment);
        else
            m_fetching->need({attachment}, [] { });
    });
    connect(attachments, &AttachmentBar::openRequested, this, &MessageSaving::open);
    connect(attachments, &AttachmentBar::saveRequested, this, &MessageSaving::save);
    connect(attachments, &AttachmentBar::saveAllRequested, this, &MessageSaving::saveAll);
    connect(m_saver, &AttachmentSaver::readyToOpen, this, &MessageSaving::openFile);
    connect(m_saver, &AttachmentSaver::saved, this, &MessageSaving::onSaved);
    connect(m_saver, &AttachmentSaver::mailOpened, this,
            [this](const std::shared_ptr<const OpenedMessage> &mail) {
                m_fetching->openAttached(mail, [this](const auto &opened) { Q_EMIT mailOpened(opened); });
            });
    connect(m_saver, &AttachmentSaver::dangerous, this, &MessageSaving::warn);
    connect(m_saver, &AttachmentSaver::refused, this, [this](const QString &text) {
        m_banners->add(u"attachmentBanner"_s, Tone::Warning, "warning"_L1, text);
    });
}

void MessageSaving::setMessage(const std::shared_ptr<const OpenedMessage> &message)
{
    m_message = message;
    m_fetching->setMessage(message);
}

void MessageSaving::setAskPath(AskPath file, AskPath folder)
{
    m_askFile = std::move(file);
    m_askFolder = std::move(folder);
}

void MessageSaving::look(const QList<int> &shown, int attachment)
{
    if (!m_preview) {
        m_preview = new AttachmentPreview(m_window);
        connect(m_preview, &AttachmentPreview::openRequested, this, &MessageSaving::open);
        connect(m_preview, &AttachmentPreview::saveRequested, this, &MessageSaving::save);
    }
    QList<int> here = shown;
    here.removeIf([this](int i) { return !m_message->view.attachments.value(i).isHere; });
    m_preview->showAttachment(m_message, here, attachment);
}

void MessageSaving::drag(int attachment)
{
    auto *drag = new QDrag(m_window); // Qt ends it
    drag->setMimeData(draggedFile(m_message, attachment).release());
    const AttachmentInfo info = m_message->view.attachments.value(attachment);
    drag->setPixmap(icon(fileTypeIcon(info.mimeType)).pixmap(QSize(32, 32), m_window->devicePixelRatioF()));
    drag->exec(Qt::CopyAction);
}

void MessageSaving::open(int attachment)
{
    m_fetching->need({attachment}, [this, attachment] { openHere(attachment); });
}

void MessageSaving::openHere(int attachment)
{
    m_banners->remove(u"attachmentBanner"_s);
    const AttachmentInfo info = m_message->view.attachments.value(attachment);
    if (info.mimeType == "message/rfc822"_L1 || info.name.endsWith(".eml"_L1, Qt::CaseInsensitive))
        m_saver->openMail(m_message, attachment);
    else
        m_saver->open(m_message, attachment, AttachmentSaver::Trust::Unknown);
}

void MessageSaving::warn(int attachment, const QString &danger)
{
    m_banners->add(u"attachmentBanner"_s, Tone::Bad, "warning"_L1, danger,
                   {{tr("Save…"), [this, attachment] { save(attachment); }},
                    {tr("Open Anyway"), [this, attachment] {
                         m_banners->remove(u"attachmentBanner"_s);
                         m_saver->open(m_message, attachment, AttachmentSaver::Trust::Granted);
                     }}});
}

void MessageSaving::save(int attachment)
{
    const AttachmentInfo info = m_message->view.attachments.value(attachment);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    const QString path = m_askFile(unusedPath(folder, fileNameForSaving(info.name)));
    if (path.isEmpty())
        return;
    m_fetching->need({attachment}, [this, attachment, path] {
        m_saver->save(m_message, {AttachmentSaver::Target{attachment, path}});
    });
}

void MessageSaving::saveAll(const QList<int> &attachments)
{
    const QString folder = m_askFolder(QStandardPaths::writableLocation(QStandardPaths::DownloadLocation));
    if (folder.isEmpty())
        return;
    QList<AttachmentSaver::Target> targets;
    QSet<QString> taken;
    for (const int i : attachments) {
        const QString name = fileNameForSaving(m_message->view.attachments.value(i).name);
        QString path = unusedPath(folder, name);
        for (int n = 2; taken.contains(path); ++n)
            path = unusedPath(folder, u"%1-%2"_s.arg(n).arg(name));
        taken.insert(path);
        targets.append(AttachmentSaver::Target{i, path});
    }
    m_fetching->need(attachments, [this, targets] { m_saver->save(m_message, targets); });
}

void MessageSaving::saveMessage()
{
    if (!m_message)
        return;
    const QString name = fileNameForSaving(m_message->view.subject + ".eml"_L1);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString path = m_askFile(unusedPath(folder, name));
    if (path.isEmpty())
        return;
    m_fetching->needWhole([this, path] {
        m_saver->save(m_message, {AttachmentSaver::Target{AttachmentSaver::WholeMessage, path}});
    });
}

void MessageSaving::onSaved(const QStringList &paths, const Error &error)
{
    if (!error.text.isEmpty())
        m_banners->add(u"attachmentBanner"_s, Tone::Bad, "error"_L1, error.text);
    else if (paths.size() == 1)
        m_banners->add(u"attachmentBanner"_s, Tone::Good, "check"_L1,
                       tr("Saved as %1.").arg(QDir::toNativeSeparators(paths.first())));
    else
        m_banners->add(u"attachmentBanner"_s, Tone::Good, "check"_L1,
                       tr("%Ln file(s) saved in %1.", nullptr, int(paths.size()))
                           .arg(QDir::toNativeSeparators(QFileInfo(paths.value(0)).path())));
}

} // namespace kw
