#pragma once

#include <QByteArray>
#include <QString>

namespace kw {

// Rich text as Outlook packs it (MS-OXRTFCP), unpacked; null: it is damaged, or would be larger than allowed.
// Every reference is checked.
QByteArray unpackedRtf(const QByteArray &packed);

// The text of rich text (RTF 1.9.1) without its looks; linear, groups that never close are no matter.
QString textOfRtf(const QByteArray &rtf);

} // namespace kw
