#include "ui/compose/inlinepictures.h"

#include "core/mime/contentid.h"
#include "ui/preview/pagepainter.h"

#include <QBuffer>
#include <QRegularExpression>
#include <QTextDocument>
#include <QUrl>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr QSize MostShown(1600, 1600); // pixels of a picture in the editor; what is sent stays as it is
constexpr qsizetype LongestData = 1'400'000; // of a data: URL; the sanitizer drops longer ones
constexpr qsizetype MostPictures = 500;

QImage emptyPlace()
{
    QImage image(16, 16, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    return image;
}
} // namespace

QString newContentId()
{
    return QUuid::createUuid().toString(QUuid::WithoutBraces) + "@picture"_L1;
}

InlinePictures::InlinePictures(QTextDocument *document)
    : QObject(document)
    , m_document(document)
{
}

void InlinePictures::clear()
{
    m_pictures.clear();
    m_order.clear();
    m_images.clear();
}

void InlinePictures::add(const DraftAttachment &picture)
{
    if (picture.contentId.isEmpty() || m_pictures.contains(picture.contentId)
        || m_order.size() >= MostPictures)
        return;
    m_pictures.insert(picture.contentId, picture);
    m_order.append(picture.contentId);
}

QString InlinePictures::addImage(const QImage &image, const QString &name)
{
    DraftAttachment picture;
    picture.name = name;
    picture.mimeType = u"image/png"_s;
    picture.isInline = true;
    picture.contentId = newContentId();
    QBuffer buffer(&picture.data);
    if (!buffer.open(QIODevice::WriteOnly) || !image.save(&buffer, "PNG"))
        return {};
    add(picture);
    m_images.insert(picture.contentId, image);
    return picture.contentId;
}

QList<DraftAttachment> InlinePictures::shownBy(const QString &html) const
{
    QList<DraftAttachment> out;
    for (const QString &id : m_order) {
        if (html.contains(cidUrl(id).toHtmlEscaped()))
            out.append(m_pictures.value(id));
    }
    return out;
}

QString InlinePictures::withPicturesTakenOver(const QString &html)
{
    static const QRegularExpression data(
        u"(?<=src=[\"'])data:(image/(?:png|jpeg|gif|webp));base64,([A-Za-z0-9+/=\\s]++)(?=[\"'])"_s,
        QRegularExpression::CaseInsensitiveOption);
    QString out;
    qsizetype kept = 0;
    auto found = data.globalMatch(html);
    while (found.hasNext() && m_order.size() < MostPictures) {
        const auto match = found.next();
        if (match.capturedLength(2) > LongestData)
            continue;
        DraftAttachment picture;
        picture.mimeType = match.captured(1).toLower();
        picture.name = tr("Picture") + u'.' + picture.mimeType.section(u'/', 1);
        picture.data = QByteArray::fromBase64(match.captured(2).toLatin1());
        picture.isInline = true;
        picture.contentId = newContentId();
        add(picture);
        out += QStringView(html).sliced(kept, match.capturedStart() - kept);
        out += cidUrl(picture.contentId);
        kept = match.capturedEnd();
    }
    out += QStringView(html).sliced(kept);
    return out;
}

QImage InlinePictures::image(const QString &url)
{
    const QString id = contentIdOf(url);
    if (!m_pictures.contains(id))
        return {};
    if (!m_images.contains(id)) {
        m_images.insert(id, emptyPlace());
        paint(m_pictures.value(id));
    }
    return m_images.value(id);
}

void InlinePictures::paint(const DraftAttachment &picture)
{
    if (!isShownPicture(picture.mimeType.toLower()) || picture.data.isEmpty())
        return;
    auto *painter = new PagePainter(this);
    connect(painter, &PagePainter::failed, painter, &QObject::deleteLater);
    connect(painter, &PagePainter::painted, this,
            [this, painter, id = picture.contentId](const QImage &image) {
                painter->deleteLater();
                if (m_pictures.contains(id))
                    show(id, image);
            });
    painter->paint(picture.data, PreviewKind::Picture, 0, MostShown);
}

void InlinePictures::show(const QString &contentId, const QImage &image)
{
    m_images.insert(contentId, image);
    m_document->addResource(QTextDocument::ImageResource, QUrl(cidUrl(contentId)), image);
    m_document->markContentsDirty(0, m_document->characterCount());
}

} // namespace kw
