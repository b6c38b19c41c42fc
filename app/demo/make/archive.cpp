#include "app/demo/make/archive.h"

#include <QtEndian>

#include <array>

namespace kw::demo {

namespace {

constexpr quint16 ZipDate = (2020 - 1980) << 9 | 1 << 5 | 1;

quint32 crc32(const QByteArray &data)
{
    quint32 crc = 0xFFFFFFFF;
    for (const char byte : data) {
        crc ^= uchar(byte);
        for (int bit = 0; bit < 8; ++bit)
            crc = (crc >> 1) ^ (crc & 1 ? 0xEDB88320u : 0u);
    }
    return ~crc;
}

template <class T> void put(QByteArray &out, T value)
{
    std::array<char, sizeof(T)> bytes{};
    qToLittleEndian<T>(value, bytes.data());
    out.append(bytes.data(), bytes.size());
}

// The fields that a local header and a central directory entry share.
QByteArray memberFields(const QByteArray &name, const QByteArray &data)
{
    QByteArray out;
    put<quint16>(out, 20); // version needed
    put<quint16>(out, 0); // flags
    put<quint16>(out, 0); // stored
    put<quint16>(out, 0); // time
    put<quint16>(out, ZipDate);
    put<quint32>(out, crc32(data));
    put<quint32>(out, quint32(data.size()));
    put<quint32>(out, quint32(data.size()));
    put<quint16>(out, quint16(name.size()));
    put<quint16>(out, 0); // extra
    return out;
}

QByteArray cellXml(const QByteArray &text)
{
    bool number = false;
    text.toDouble(&number);
    if (number)
        return "<c><v>" + text + "</v></c>";
    return "<c t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
}

QByteArray xml(const QByteArray &content)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + content;
}

} // namespace

QByteArray zipArchive(const QList<std::pair<QByteArray, QByteArray>> &members)
{
    QByteArray out;
    QByteArray directory;
    for (const auto &[name, data] : members) {
        const auto offset = quint32(out.size());
        const QByteArray fields = memberFields(name, data);
        out += "PK\x03\x04" + fields + name + data;
        directory += "PK\x01\x02";
        put<quint16>(directory, 20); // made by
        directory += fields;
        put<quint16>(directory, 0); // comment
        put<quint16>(directory, 0); // disk
        put<quint16>(directory, 0); // internal attributes
        put<quint32>(directory, 0); // external attributes
        put<quint32>(directory, offset);
        directory += name;
    }
    const auto start = quint32(out.size());
    out += directory + "PK\x05\x06";
    put<quint32>(out, 0); // disks
    put<quint16>(out, quint16(members.size()));
    put<quint16>(out, quint16(members.size()));
    put<quint32>(out, quint32(directory.size()));
    put<quint32>(out, start);
    put<quint16>(out, 0); // comment
    return out;
}

QByteArray workbook(const QList<QList<QByteArray>> &rows)
{
    QByteArray sheet
        = "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
    for (const auto &row : rows) {
        sheet += "<row>";
        for (const QByteArray &cell : row)
            sheet += cellXml(cell);
        sheet += "</row>";
    }
    sheet += "</sheetData></worksheet>";
    const QByteArray package = "http://schemas.openxmlformats.org/package/2006/";
    const QByteArray office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const QByteArray spreadsheet = "application/vnd.openxmlformats-officedocument.spreadsheetml.";
    return zipArchive({
        {"[Content_Types].xml",
         xml("<Types xmlns=\"" + package
             + "content-types\"><Default Extension=\"rels\" ContentType=\"application/"
               "vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/xl/workbook.xml\" "
               "ContentType=\""
             + spreadsheet
             + "sheet.main+xml\"/><Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\""
             + spreadsheet + "worksheet+xml\"/></Types>")},
        {"_rels/.rels",
         xml("<Relationships xmlns=\"" + package + "relationships\"><Relationship Id=\"r1\" Type=\"" + office
             + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>")},
        {"xl/workbook.xml",
         xml("<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\""
             + office + "\"><sheets><sheet name=\"Sheet1\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>")},
        {"xl/_rels/workbook.xml.rels",
         xml("<Relationships xmlns=\"" + package + "relationships\"><Relationship Id=\"r1\" Type=\"" + office
             + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>")},
        {"xl/worksheets/sheet1.xml", xml(sheet)},
    });
}

QByteArray pdfPage(const QByteArray &title, const QList<QByteArray> &lines)
{
    const auto escaped
        = [](QByteArray text) { return text.replace('\\', "\\\\").replace('(', "\\(").replace(')', "\\)"); };
    QByteArray text = "BT /F1 20 Tf 60 770 Td (" + escaped(title) + ") Tj /F1 11 Tf 0 -36 Td 16 TL\n";
    for (const QByteArray &line : lines)
        text += "(" + escaped(line) + ") Tj T*\n";
    text += "ET";
    const QList<QByteArray> objects{
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        QByteArray("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 5 0 R ")
            + "/Resources << /Font << /F1 4 0 R >> >> >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
        "<< /Length " + QByteArray::number(text.size()) + " >>\nstream\n" + text + "\nendstream",
    };
    QByteArray out = "%PDF-1.4\n";
    QByteArray table = "xref\n0 6\n0000000000 65535 f \n";
    for (qsizetype i = 0; i < objects.size(); ++i) {
        table += QByteArray::number(out.size()).rightJustified(10, '0') + " 00000 n \n";
        out += QByteArray::number(i + 1) + " 0 obj\n" + objects.at(i) + "\nendobj\n";
    }
    const QByteArray start = QByteArray::number(out.size());
    return out + table + "trailer\n<< /Size 6 /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

} // namespace kw::demo
