#include <QBuffer>
#include <QCoreApplication>
#include <QDataStream>
#include <QFile>
#include <QImageReader>
#include <QPainter>
#include <QPdfDocument>

namespace {

constexpr int MostPixels = 40'000'000; // of what is painted

// At most `most`, in proportion.
QSize fitted(QSize size, QSize most)
{
    if (size.width() > most.width() || size.height() > most.height())
        size.scale(most, Qt::KeepAspectRatio);
    return size.expandedTo({1, 1});
}

QImage paintPicture(const QByteArray &octets, QSize most)
{
    QImageReader::setAllocationLimit(512);
    QBuffer buffer;
    buffer.setData(octets);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer);
    reader.setDecideFormatFromContent(true);
    reader.setAutoTransform(true);
    if (const QSize size = reader.size(); size.isValid())
        reader.setScaledSize(fitted(size, most));
    const QImage image = reader.read();
    return image.isNull()
        ? image
        : image.scaled(fitted(image.size(), most), Qt::KeepAspectRatio, Qt::SmoothTransformation);
}

QImage paintPage(const QByteArray &octets, int page, QSize most, int *pages)
{
    QBuffer buffer;
    buffer.setData(octets);
    buffer.open(QIODevice::ReadOnly);
    QPdfDocument document;
    document.load(&buffer);
    *pages = document.pageCount();
    if (document.status() != QPdfDocument::Status::Ready || page < 0 || page >= *pages)
        return {};
    QSizeF size = document.pagePointSize(page); // 1/72 inch
    size.scale(most, Qt::KeepAspectRatio);
    QImage paper(size.toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    paper.fill(Qt::white);
    const QImage ink = document.render(page, paper.size());
    if (ink.isNull())
        return {};
    QPainter(&paper).drawImage(0, 0, ink); // PDFium paints on nothing: a dark window would show through
    return paper;
}

} // namespace

// kittiwake-preview KIND PAGE WIDTH HEIGHT: a file's octets on standard input, one page of it painted on
// standard output (see ui/preview/pagepainter.h). Not for people.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    if (argc != 5)
        return 2;
    const QSize most(atoi(argv[3]), atoi(argv[4]));
    QFile in;
    QFile out;
    if (most.isEmpty() || qint64(most.width()) * most.height() > MostPixels
        || !in.open(stdin, QIODevice::ReadOnly) || !out.open(stdout, QIODevice::WriteOnly))
        return 1;
    const QByteArray octets = in.readAll();
    int pages = 1;
    QImage image = qstrcmp(argv[1], "pdf") == 0 ? paintPage(octets, atoi(argv[2]), most, &pages)
                                                : paintPicture(octets, most);
    if (image.isNull())
        return 1;
    image = image.convertToFormat(QImage::Format_ARGB32_Premultiplied);
    QByteArray answer;
    QDataStream stream(&answer, QIODevice::WriteOnly);
    stream << qint32(pages) << qint32(image.width()) << qint32(image.height());
    for (int y = 0; y < image.height(); ++y)
        stream.writeRawData(reinterpret_cast<const char *>(image.constScanLine(y)),
                            qint64(image.width()) * 4);
    return out.write(answer) == answer.size() && out.flush() ? 0 : 1;
}
