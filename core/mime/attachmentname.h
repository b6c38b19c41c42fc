#pragma once

#include <QString>

namespace kw {

struct MimePart;

// A safe file name for a part: RFC 2231 and RFC 2047 decoded, no path, no control characters, no leading
// dots, at most 255 octets of UTF-8; "unnamed" with an extension that fits the type where the sender gave
// none.
QString attachmentName(const MimePart &part);
// The same, but empty where the sender gave none.
QString givenName(const MimePart &part);
// The same rules for any proposed name.
QString cleanFileName(const QString &proposed);

} // namespace kw
