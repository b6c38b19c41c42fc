#include "ui/preview/pagepainter.h"

#include "core/base/confined.h"
#include "core/mime/messageview.h"

#include <QCoreApplication>
#include <QDataStream>
#include <QPointer>
#include <QSet>
#include <QThreadPool>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

const Confines Bounds{10, qint64(2) << 30};

struct Page {
    QImage image;
    int pages = 0;
};

Page pageFrom(const QByteArray &answer)
{
    QDataStream stream(answer);
    qint32 pages = 0;
    qint32 width = 0;
    qint32 height = 0;
    stream >> pages >> width >> height;
    constexpr qsizetype Head = 12;
    if (stream.status() != QDataStream::Ok || pages < 1 || width < 1 || height < 1
        || answer.size() - Head != qsizetype(width) * height * 4)
        return {};
    const QImage borrowed(reinterpret_cast<const uchar *>(answer.constData()) + Head, width, height,
                          qsizetype(width) * 4, QImage::Format_ARGB32_Premultiplied);
    return {borrowed.copy(), pages};
}

} // namespace

PreviewKind previewKind(const AttachmentInfo &info)
{
    static const QSet<QString> pictures{u"image/png"_s, u"image/jpeg"_s, u"image/jpg"_s,     u"image/pjpeg"_s,
                                        u"image/gif"_s, u"image/bmp"_s,  u"image/x-ms-bmp"_s};
    static const QSet<QString> texts{u"application/json"_s, u"application/xml"_s, u"application/x-yaml"_s,
                                     u"application/x-patch"_s};
    const QString name = info.name.toLower();
    const bool unnamedType = info.mimeType == "application/octet-stream"_L1;
    const auto ends = [&](std::initializer_list<const char *> suffixes) {
        return unnamedType && std::any_of(suffixes.begin(), suffixes.end(), [&name](const char *suffix) {
                   return name.endsWith(QLatin1StringView(suffix));
               });
    };
    if (info.mimeType == "message/rfc822"_L1 || name.endsWith(".eml"_L1))
        return PreviewKind::Mail;
    if (pictures.contains(info.mimeType) || ends({".png", ".jpg", ".jpeg", ".gif", ".bmp"}))
        return PreviewKind::Picture;
    if (info.mimeType == "application/pdf"_L1 || info.mimeType == "application/x-pdf"_L1 || ends({".pdf"}))
        return PreviewKind::Pdf;
    const bool isPage = info.mimeType == "text/html"_L1 || info.mimeType == "text/rtf"_L1;
    if ((info.mimeType.startsWith("text/"_L1) && !isPage) || texts.contains(info.mimeType)
        || ends({".txt", ".patch", ".diff", ".log", ".csv", ".md"}))
        return PreviewKind::Text;
    return PreviewKind::None;
}

void PagePainter::paint(const QByteArray &octets, PreviewKind kind, int page, QSize most)
{
    const int question = ++m_question;
    QThreadPool::globalInstance()->start([self = QPointer(this), question, octets, kind, page, most] {
        Page painted;
        if (octets.size() <= LargestFile) {
            const auto answer
                = runConfined(helperProgram(u"kittiwake-preview"_s),
                              {kind == PreviewKind::Pdf ? u"pdf"_s : u"picture"_s, QString::number(page),
                               QString::number(most.width()), QString::number(most.height())},
                              octets, Bounds);
            if (answer)
                painted = pageFrom(*answer);
        }
        QMetaObject::invokeMethod(qApp, [self, question, painted] {
            if (!self || self->m_question != question)
                return;
            if (painted.image.isNull())
                Q_EMIT self->failed(
                    tr("This file cannot be shown here. Open it with another program, or save it."));
            else
                Q_EMIT self->painted(painted.image, painted.pages);
        });
    });
}

} // namespace kw
