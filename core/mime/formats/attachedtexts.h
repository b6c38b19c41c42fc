#pragma once

#include <QByteArray>
#include <QString>

#include <functional>

namespace kw {

// The words of a message's PDF and office attachments, read by tools that other people wrote (pdftotext,
// odt2txt, docx2txt, catdoc, xls2csv, catppt) within confines; whose tool is not installed, or that a tool
// cannot read, has none. At most 1 MB, 20 files and 30 s of a message, 5 s of a file. `stop` is asked now and
// then. Blocks; any thread but the GUI's.
QString attachedTexts(const QByteArray &header, const QByteArray &body,
                      const std::function<bool()> &stop = {});

} // namespace kw
