#pragma once

#include "core/mime/headerdigest.h"
#include "core/mime/html/htmlskim.h"

#include <QByteArrayView>
#include <QStringList>

namespace kw {

// What a message is found by. A plain value; any thread.
struct SearchText {
    HeaderDigest header;
    // The text as it is read, and that of the messages that it carries (with their subjects). Where its plain
    // form says next to nothing, the formatted one's words too. Without the code of PGP.
    TextHalves text;
    QStringList files; // the names of attachments as their senders gave them, those of carried messages too
    bool hasPacked = false; // files within a TNEF part are not among them
};

struct SearchTextLimits {
    int maxDepth = 40; // nesting of multiparts
    int maxParts = 1000; // of all carried messages together
    int maxMessages = 20; // carried ones, within each other as well
    qint64 maxHeaderBytes = 1 << 20;
    qint64 maxTextBytes = 1 << 20; // decoded; the rest is not found
    bool opensPacked = false; // TNEF parts are looked into, which takes a helper program and up to 10 s
};

// The same mail as parseMessage() reads, for finding it: many times as fast, for nothing is made safe to be
// shown, no attachment is decoded and, but for `opensPacked`, no helper program asked. What is encrypted is
// not opened. Linear in its octets; never fails.
SearchText readSearchText(QByteArrayView header, QByteArrayView body, const SearchTextLimits &limits = {});

} // namespace kw
