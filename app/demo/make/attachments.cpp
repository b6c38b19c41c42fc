#include "app/demo/make/attachments.h"

#include "app/demo/make/archive.h"
#include "app/demo/make/scene.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QFile>
#include <QFileInfo>
#include <QTimeZone>
#include <QtEndian>

using namespace Qt::StringLiterals;

namespace kw::demo {

namespace {

// qHash differs between processors; the demo's mail must not.
quint32 stableNumber(const QString &text)
{
    return qFromBigEndian<quint32>(
        QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha1).constData());
}

QByteArray titleOf(const QString &fileName)
{
    QString title = QFileInfo(fileName).completeBaseName().replace(u'-', u' ').replace(u'_', u' ');
    title.replace(0, 1, title.left(1).toUpper());
    return title.toLatin1().replace('?', "");
}

QByteArray pdfFor(const QString &fileName)
{
    QList<QByteArray> lines{"Position                                   Quantity        Amount", ""};
    const char *const positions[]
        = {"Survey and preparation", "Material", "Work on site", "Travel", "Documentation"};
    int total = 0;
    for (int i = 0; i < 5; ++i) {
        const int amount = 40 + int((stableNumber(fileName) >> (i * 3)) % 400);
        total += amount;
        lines.append(QByteArray(positions[i]) + "  ........  " + QByteArray::number(i + 1) + "  ........  "
                     + QByteArray::number(amount) + ".00");
    }
    lines
        += {"", "Total: " + QByteArray::number(total) + ".00", "", "Thank you.", "Made for a demonstration."};
    return pdfPage(titleOf(fileName), lines);
}

QByteArray workbookFor(const QString &fileName)
{
    QList<QList<QByteArray>> rows{{"Month", "Planned", "Actual"}};
    const char *const months[] = {"January", "February", "March", "April", "May", "June"};
    for (int i = 0; i < 6; ++i) {
        const int planned = 900 + i * 75;
        rows.append({months[i], QByteArray::number(planned),
                     QByteArray::number(planned - 60 + int(fileName.size()) * i)});
    }
    return workbook(rows);
}

QByteArray stored(const QString &fileName)
{
    QFile file(":/demo/files/"_L1 + fileName);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

std::pair<QByteArray, QByteArray> typeAndContent(const QString &fileName)
{
    const QString suffix = QFileInfo(fileName).suffix();
    if (suffix == "pdf"_L1)
        return {"application/pdf", pdfFor(fileName)};
    if (suffix == "png"_L1)
        return {"image/png", scenePng(fileName, 640, 420)};
    if (suffix == "xlsx"_L1)
        return {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", workbookFor(fileName)};
    if (suffix == "zip"_L1)
        return {"application/zip",
                zipArchive({{"README.txt", "Files for " + titleOf(fileName) + "\n"},
                            {"picture.png", scenePng(fileName, 160, 100)}})};
    if (suffix == "patch"_L1)
        return {"text/x-patch", stored(fileName)};
    return {"text/plain", stored(fileName)};
}

QByteArray calendarTime(const QDateTime &time)
{
    return time.toString(u"yyyyMMdd'T'HHmmss'Z'"_s).toLatin1();
}

} // namespace

Part attachment(const QString &fileName)
{
    const auto [type, content] = typeAndContent(fileName);
    Part part;
    part.type = type;
    part.disposition = "attachment";
    part.fileName = fileName;
    part.content = content;
    const bool text = type.startsWith("text/");
    part.encoding = text ? "quoted-printable" : "base64";
    if (text)
        part.parameters = {{"charset", u"utf-8"_s}};
    return part;
}

Part inlinePicture(const QString &fileName)
{
    Part part;
    part.type = "image/png";
    part.disposition = "inline";
    part.fileName = fileName;
    part.contentId = fileName.toLatin1() + "@demo.example";
    part.content = scenePng(fileName, 480, 270);
    part.encoding = "base64";
    return part;
}

Part invitation(const QString &summary, const QString &organizer, const QString &attendee, qint64 nowSeconds)
{
    const QDate day = QDateTime::fromSecsSinceEpoch(nowSeconds, QTimeZone::UTC).date().addDays(2);
    const QDateTime start(day, QTime(10, 0), QTimeZone::UTC);
    Part part = textPart("calendar", {});
    part.parameters.append({"method", u"REQUEST"_s});
    part.content
        = "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//Kittiwake//Demo//EN\nMETHOD:REQUEST\nBEGIN:VEVENT\nUID:"
        + QByteArray::number(stableNumber(summary), 16)
        + "@example.org\nDTSTAMP:" + calendarTime(start.addDays(-3)) + "\nDTSTART:" + calendarTime(start)
        + "\nDTEND:" + calendarTime(start.addSecs(3600)) + "\nSUMMARY:" + summary.toUtf8()
        + "\nLOCATION:Room Kittiwake\nORGANIZER:mailto:" + organizer.toUtf8()
        + "\nATTENDEE;ROLE=REQ-PARTICIPANT;RSVP=TRUE:mailto:" + attendee.toUtf8()
        + "\nEND:VEVENT\nEND:VCALENDAR\n";
    part.content.replace('\n', "\r\n");
    part.encoding = "base64";
    return part;
}

} // namespace kw::demo
