#include "core/mime/formats/attachedtexts.h"

#include "core/base/confined.h"
#include "core/mime/mimetree.h"
#include "core/mime/partcollector.h"

#include <QElapsedTimer>
#include <QFileInfo>
#include <QList>
#include <QStandardPaths>
#include <QTemporaryFile>

#include <algorithm>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

constexpr int MaxDepth = 40;
constexpr int MaxParts = 1000;
constexpr int MostFiles = 20;
constexpr int MostMs = 30'000;
constexpr qsizetype LargestFile = 64 << 20; // octets
constexpr qsizetype MostText = 1 << 20; // octets

struct Tool {
    QString suffix;
    QString mimeType;
    QString program;
    QStringList arguments; // "%": a file with the octets; without one they come as standard input
};

const QList<Tool> &tools()
{
    static const QList<Tool> all{
        {u"pdf"_s, u"application/pdf"_s, u"pdftotext"_s, {u"-q"_s, u"-enc"_s, u"UTF-8"_s, u"-"_s, u"-"_s}},
        {u"odt"_s,
         u"application/vnd.oasis.opendocument.text"_s,
         u"odt2txt"_s,
         {u"--encoding=UTF-8"_s, u"%"_s}},
        {u"ods"_s,
         u"application/vnd.oasis.opendocument.spreadsheet"_s,
         u"odt2txt"_s,
         {u"--encoding=UTF-8"_s, u"%"_s}},
        {u"odp"_s,
         u"application/vnd.oasis.opendocument.presentation"_s,
         u"odt2txt"_s,
         {u"--encoding=UTF-8"_s, u"%"_s}},
        {u"docx"_s,
         u"application/vnd.openxmlformats-officedocument.wordprocessingml.document"_s,
         u"docx2txt"_s,
         {u"%"_s, u"-"_s}},
        {u"doc"_s, u"application/msword"_s, u"catdoc"_s, {u"-d"_s, u"utf-8"_s, u"%"_s}},
        {u"rtf"_s, u"application/rtf"_s, u"catdoc"_s, {u"-d"_s, u"utf-8"_s, u"%"_s}},
        {u"xls"_s, u"application/vnd.ms-excel"_s, u"xls2csv"_s, {u"-d"_s, u"utf-8"_s, u"%"_s}},
        {u"ppt"_s, u"application/vnd.ms-powerpoint"_s, u"catppt"_s, {u"-d"_s, u"utf-8"_s, u"%"_s}},
    };
    return all;
}

// Senders name the type of a file rightly less often than the file.
const Tool *toolFor(const AttachmentInfo &info)
{
    const QString suffix = QFileInfo(info.name).suffix().toLower();
    const auto byName = std::ranges::find(tools(), suffix, &Tool::suffix);
    if (byName != tools().cend())
        return &*byName;
    const auto byType = std::ranges::find(tools(), info.mimeType, &Tool::mimeType);
    return byType == tools().cend() ? nullptr : &*byType;
}

QByteArray textOf(const Tool &tool, const QByteArray &octets, const std::function<bool()> &stop)
{
    const QString program = QStandardPaths::findExecutable(tool.program);
    if (program.isEmpty() || octets.isEmpty() || octets.size() > LargestFile)
        return {};
    Confines confines;
    confines.stop = stop;
    QStringList arguments = tool.arguments;
    if (!arguments.contains("%"_L1))
        return runConfined(program, arguments, octets, confines).value_or(QByteArray());
    QTemporaryFile file;
    if (!file.open() || file.write(octets) != octets.size() || !file.flush())
        return {};
    arguments.replaceInStrings(u"%"_s, file.fileName());
    return runConfined(program, arguments, {}, confines).value_or(QByteArray());
}

} // namespace

QString attachedTexts(const QByteArray &header, const QByteArray &body, const std::function<bool()> &stop)
{
    const MimeTree tree = readMimeTree(header, body, MaxDepth, MaxParts);
    PartCollector parts(MostText, PartCollector::Purpose::Finding);
    parts.walk(tree.root);
    QByteArray out;
    int files = 0;
    QElapsedTimer timer;
    timer.start();
    for (const PartCollector::Attachment &attachment : parts.attachments()) {
        if ((stop && stop()) || files >= MostFiles || timer.elapsed() > MostMs || out.size() >= MostText)
            break;
        const Tool *tool = toolFor(attachment.info);
        if (!tool)
            continue;
        ++files;
        QByteArray text = textOf(*tool, octetsOf(attachment), stop);
        text.truncate(MostText);
        out += text + '\n';
    }
    return QString::fromUtf8(out.first(std::min(out.size(), MostText)));
}

} // namespace kw
