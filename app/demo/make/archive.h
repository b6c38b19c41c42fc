#pragma once

#include <QByteArray>
#include <QList>

#include <utility>

namespace kw::demo {

// A zip file with stored (uncompressed) members, all dated 1 January 2020.
QByteArray zipArchive(const QList<std::pair<QByteArray, QByteArray>> &members);
// A workbook of one sheet; cells that read as numbers are numbers.
QByteArray workbook(const QList<QList<QByteArray>> &rows);
// One page of text in Helvetica; ASCII only.
QByteArray pdfPage(const QByteArray &title, const QList<QByteArray> &lines);

} // namespace kw::demo
