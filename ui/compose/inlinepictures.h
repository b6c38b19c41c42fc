#pragma once

#include "core/compose/draft.h"

#include <QHash>
#include <QImage>
#include <QObject>

class QTextDocument;

namespace kw {

QString newContentId(); // tells nothing of its maker

// The pictures that a message's own text shows. Those that came with it are painted by a process of their
// own (PagePainter), as strangers may have made them; until then there is an empty place. GUI thread.
class InlinePictures : public QObject
{
    Q_OBJECT
public:
    explicit InlinePictures(QTextDocument *document);

    void clear();
    void add(const DraftAttachment &picture);
    // One that the person put in; its octets, and what it looks like.
    QString addImage(const QImage &image, const QString &name);
    // Of those that `html` shows.
    QList<DraftAttachment> shownBy(const QString &html) const;
    bool contains(const QString &contentId) const { return m_pictures.contains(contentId); }
    // HTML whose pictures in data: URLs, which many mail programs do not show, have become ours. Whatever it
    // is, it is as trustworthy afterwards as before.
    QString withPicturesTakenOver(const QString &html);
    // For a cid: URL; null where it is none of ours.
    QImage image(const QString &url);

private:
    void paint(const DraftAttachment &picture);
    void show(const QString &contentId, const QImage &image);

    QTextDocument *m_document;
    QHash<QString, DraftAttachment> m_pictures; // by Content-ID
    QStringList m_order;
    QHash<QString, QImage> m_images;
};

} // namespace kw
