#include "core/mime/messageparser.h"
#include "core/sync/engine.h"
#include "ui/preview/attachmentpreview.h"
#include "ui/reader/attachmentbar.h"
#include "ui/reader/attachmentchip.h"
#include "ui/reader/attachmentsaver.h"

#include <QBuffer>
#include <QLabel>
#include <QMimeData>
#include <QPainter>
#include <QPdfWriter>
#include <QPlainTextEdit>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QUrl>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

QByteArray redPicture(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    image.fill(Qt::red);
    QByteArray octets;
    QBuffer buffer(&octets);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return octets;
}

// Two pages: a blue one, a green one.
QByteArray pdf()
{
    QByteArray octets;
    QBuffer buffer(&octets);
    buffer.open(QIODevice::WriteOnly);
    QPdfWriter writer(&buffer);
    QPainter painter(&writer);
    painter.fillRect(QRect(0, 0, writer.width(), writer.height()), Qt::blue);
    writer.newPage();
    painter.fillRect(QRect(0, 0, writer.width(), writer.height()), Qt::green);
    painter.end();
    return octets;
}

struct File {
    QByteArray type;
    QByteArray name;
    QByteArray octets;
};

std::shared_ptr<const OpenedMessage> message(const QList<File> &files)
{
    auto out = std::make_shared<OpenedMessage>();
    out->id = MessageId(1);
    out->rawHeader = "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
    out->rawBody = "--b\r\n\r\nWords\r\n";
    for (const File &file : files)
        out->rawBody += "--b\r\nContent-Type: " + file.type
            + "\r\nContent-Disposition: attachment; filename=\"" + file.name
            + "\"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + file.octets.toBase64() + "\r\n";
    out->rawBody += "--b--\r\n";
    out->view = parseMessage(out->rawHeader, out->rawBody);
    return out;
}

struct Painted {
    QImage image;
    int pages = 0;
    QString refusal;
};

Painted painted(const QByteArray &octets, PreviewKind kind, int page, QSize most)
{
    PagePainter painter;
    QSignalSpy done(&painter, &PagePainter::painted);
    QSignalSpy failed(&painter, &PagePainter::failed);
    painter.paint(octets, kind, page, most);
    if (!QTest::qWaitFor([&] { return !done.isEmpty() || !failed.isEmpty(); }, 30'000))
        return {};
    if (!failed.isEmpty())
        return {{}, 0, failed.first().first().toString()};
    return {done.first().at(0).value<QImage>(), done.first().at(1).toInt(), {}};
}

} // namespace

class PreviewTest : public QObject
{
    Q_OBJECT

    static QString shownPage(const AttachmentPreview &preview)
    {
        const auto *number = preview.findChild<QLabel *>(u"previewPageNumber"_s);
        const auto *shown = preview.findChild<QLabel *>(u"previewPicture"_s);
        return shown->isVisibleTo(&preview) ? number->text() : QString();
    }
    static QColor colorShown(const AttachmentPreview &preview)
    {
        const QImage image = preview.findChild<QLabel *>(u"previewPicture"_s)->pixmap().toImage();
        return image.isNull() ? QColor() : image.pixelColor(image.rect().center());
    }

private Q_SLOTS:
    void pictures_are_painted_no_larger_than_asked()
    {
        const Painted large = painted(redPicture(4000, 1000), PreviewKind::Picture, 0, {800, 800});
        QCOMPARE(large.image.size(), QSize(800, 200));
        QCOMPARE(large.image.pixelColor(10, 10), QColor(Qt::red));
        const Painted small = painted(redPicture(20, 10), PreviewKind::Picture, 0, {800, 800});
        QCOMPARE(small.image.size(), QSize(20, 10));
        QCOMPARE(small.pages, 1);
    }
    void pages_are_painted_one_by_one()
    {
        const QByteArray file = pdf();
        const Painted first = painted(file, PreviewKind::Pdf, 0, {600, 600});
        QCOMPARE(first.pages, 2);
        QCOMPARE(first.image.height(), 600);
        QCOMPARE(first.image.pixelColor(first.image.rect().center()), QColor(Qt::blue));
        QCOMPARE(first.image.pixelColor(1, 1), QColor(Qt::white)); // the paper, whatever the theme
        const Painted second = painted(file, PreviewKind::Pdf, 1, {600, 600});
        QCOMPARE(second.image.pixelColor(second.image.rect().center()), QColor(Qt::green));
        QVERIFY(!painted(file, PreviewKind::Pdf, 2, {600, 600}).refusal.isEmpty());
    }
    void what_is_no_picture_is_refused_in_a_sentence_data()
    {
        QTest::addColumn<QByteArray>("octets");
        QTest::addColumn<PreviewKind>("kind");
        QTest::newRow("empty") << QByteArray() << PreviewKind::Picture;
        QTest::newRow("noise") << QByteArray(1000, 'x') << PreviewKind::Picture;
        QTest::newRow("cut") << redPicture(400, 400).first(60) << PreviewKind::Picture;
        QTest::newRow("no pdf") << QByteArray("%PDF-1.7\nnothing") << PreviewKind::Pdf;
        // 60,000 × 60,000 in a few octets: more than a process gets.
        QByteArray bomb = "P6\n60000 60000\n255\n";
        QTest::newRow("bomb") << bomb << PreviewKind::Picture;
    }
    void what_is_no_picture_is_refused_in_a_sentence()
    {
        QFETCH(QByteArray, octets);
        QFETCH(PreviewKind, kind);
        const Painted answer = painted(octets, kind, 0, {600, 600});
        QVERIFY(answer.image.isNull());
        QVERIFY(answer.refusal.endsWith(u'.'));
    }
    void kinds_follow_the_type_and_then_the_name()
    {
        const auto kind = [](const char *type, const char *name) {
            AttachmentInfo info;
            info.mimeType = QLatin1StringView(type);
            info.name = QLatin1StringView(name);
            return previewKind(info);
        };
        QCOMPARE(kind("image/png", "a.png"), PreviewKind::Picture);
        QCOMPARE(kind("application/octet-stream", "A.PDF"), PreviewKind::Pdf);
        QCOMPARE(kind("application/zip", "a.pdf"), PreviewKind::None); // the type says otherwise
        QCOMPARE(kind("text/html", "a.html"), PreviewKind::None);
        QCOMPARE(kind("text/x-patch", "a.patch"), PreviewKind::Text);
        QCOMPARE(kind("message/rfc822", "a.eml"), PreviewKind::Mail);
        QCOMPARE(kind("image/svg+xml", "a.svg"), PreviewKind::None); // may name what is elsewhere
    }
    void keys_walk_through_attachments_and_pages()
    {
        const auto mail = message({{"image/png", "red.png", redPicture(90, 60)},
                                   {"application/pdf", "two.pdf", pdf()},
                                   {"text/plain; charset=iso-8859-1", "note.txt",
                                    "Gr\xfc\xdf"
                                    "e"},
                                   {"application/zip", "a.zip", "PK"}});
        AttachmentPreview preview(nullptr);
        preview.showAttachment(mail, {0, 1, 2, 3}, 0);
        QTRY_COMPARE_WITH_TIMEOUT(colorShown(preview), QColor(Qt::red), 30'000);
        QTest::keyClick(&preview, Qt::Key_Right);
        QTRY_COMPARE_WITH_TIMEOUT(shownPage(preview), u"1 of 2"_s, 30'000);
        const auto *picture = preview.findChild<QLabel *>(u"previewPicture"_s);
        const auto *stack = preview.findChild<QWidget *>(u"previewStack"_s);
        QVERIFY(qAbs(picture->height() - stack->height()) <= 2); // as large as the window
        preview.resize(500, 500);
        QTRY_VERIFY(picture->height() <= stack->height() && picture->width() <= stack->width());
        QTest::keyClick(&preview, Qt::Key_PageUp); // there is none
        QTest::keyClick(&preview, Qt::Key_PageDown);
        QTRY_COMPARE_WITH_TIMEOUT(shownPage(preview), u"2 of 2"_s, 30'000);
        QCOMPARE(colorShown(preview), QColor(Qt::green));
        QTest::keyClick(&preview, Qt::Key_Right);
        const auto *text = preview.findChild<QPlainTextEdit *>(u"previewText"_s);
        QTRY_VERIFY(text->isVisibleTo(&preview));
        QCOMPARE(text->toPlainText(), u"Grüße"_s);
        QTest::keyClick(&preview, Qt::Key_Right);
        const auto *notice = preview.findChild<QLabel *>(u"previewNotice"_s);
        QTRY_VERIFY(notice->isVisibleTo(&preview));
        QVERIFY(notice->text().contains("not shown here"_L1));
        QTest::keyClick(&preview, Qt::Key_Right);
        QCOMPARE(preview.current(), 3);
        QTest::keyClick(&preview, Qt::Key_Left);
        QCOMPARE(preview.current(), 2);
        QTest::keyClick(&preview, Qt::Key_Escape);
        QVERIFY(!preview.isVisible());
    }
    void what_is_dragged_is_written_when_somebody_takes_it()
    {
        const auto data = draggedFile(message({{"application/zip", "a.zip", "PK and more"}}), 0);
        QVERIFY(data->hasUrls());
        const QList<QUrl> urls = data->urls();
        QCOMPARE(urls.size(), 1);
        QCOMPARE(urls.first().fileName(), u"a.zip"_s);
        QFile file(urls.first().toLocalFile());
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), QByteArray("PK and more"));
        QCOMPARE(data->urls(), urls); // once
    }
    void chips_are_looked_at_or_opened_by_click_and_key()
    {
        const auto mail
            = message({{"image/png", "red.png", redPicture(9, 6)}, {"application/zip", "a.zip", "PK"}});
        AttachmentBar bar;
        bar.setAttachments(mail->view.attachments, false);
        bar.resize(700, 120);
        bar.show();
        QSignalSpy looked(&bar, &AttachmentBar::lookRequested);
        QSignalSpy opened(&bar, &AttachmentBar::openRequested);
        QSignalSpy dragged(&bar, &AttachmentBar::dragged);
        const auto chips = bar.findChildren<AttachmentChip *>();
        QCOMPARE(chips.size(), 2);
        QTest::mouseClick(chips.at(0), Qt::LeftButton, {}, {60, 10});
        QCOMPARE(looked.count(), 1);
        QCOMPARE(looked.first().at(1).toInt(), 0);
        QTest::keyClick(chips.at(1), Qt::Key_Return);
        QCOMPARE(opened.count(), 1);
        QTest::mousePress(chips.at(1), Qt::LeftButton, {}, {60, 10});
        QTest::mouseMove(chips.at(1), {120, 10});
        QTRY_COMPARE(dragged.count(), 1);
        QTest::mouseRelease(chips.at(1), Qt::LeftButton, {}, {120, 10});
        QCOMPARE(opened.count(), 1); // a drag is no click
    }
};

QTEST_MAIN(PreviewTest)
#include "preview_test.moc"
