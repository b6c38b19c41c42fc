#pragma once

#include <QByteArrayView>

namespace kw {

// What a linear look at a message's structure says before any parser that recurses sees it.
struct StructureCheck {
    qsizetype safeLength = 0; // octets from the start that stay within the limits
    bool tooDeep = false;
    bool tooManyParts = false;
};

// Walks multipart boundaries and message/rfc822 parts of a message with LF line ends, keeping nothing but the
// stack of open boundaries (at most maxDepth). Time linear in the size times the depth limit in the worst
// case.
StructureCheck checkStructure(QByteArrayView message, int maxDepth, int maxParts);

// The value of one parameter of a MIME field ("boundary" in "multipart/mixed; boundary=x"), unquoted; empty
// when missing.
QByteArray mimeParameter(QByteArrayView field, QByteArrayView lowerCaseName);

} // namespace kw
