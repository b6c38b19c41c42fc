#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace kw {

// A file that was found inside something else: its name as written there, and its octets.
struct FoundFile {
    QByteArray name;
    QByteArray octets;
    QByteArray mimeType; // lower case; empty where nothing says so
    bool damaged = false; // shorter than announced, or its checksum is another
    QByteArray contentId; // without <>; empty where it has none
};

struct TextWithFiles {
    QByteArray text; // without the files
    QList<FoundFile> files;
};

// Files that were written into the text itself, as before MIME and in newsgroups: uuencode (POSIX) and yEnc
// (yenc.org, draft 1.3). `octets` are those of a text part, before any charset. Linear; never fails: what
// only looks like a file stays text. Of a file in several messages only the piece that is here is given.
TextWithFiles takeInlineFiles(const QByteArray &octets);

} // namespace kw
