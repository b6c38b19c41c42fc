#pragma once

#include "core/mime/messageview.h"

#include "core/base/result.h"

namespace kw {

struct ParseLimits {
    int maxDepth = 40; // nesting of multiparts; a message/rfc822 is an attachment, not looked into
    int maxParts = 1000;
    qint64 maxHeaderBytes = 1 << 20; // of one header block; the rest is ignored with a warning
    qint64 maxTextBytes = 8 << 20; // text shown; the rest is cut with a warning
};

// Parses a message (RFC 5322/2045-2049) in linear time within limits of depth, parts and size. Never fails:
// what cannot be read becomes a warning in the view. No network; any thread but the GUI's, for parts in
// formats of large libraries are read by a process of their own (PartReader).
MessageView parseMessage(const QByteArray &header, const QByteArray &body, const ParseLimits &limits = {});
// Where the header ends, its empty line included, and the body begins. Any line ends but bare CR.
struct MessageHalves {
    QByteArray header;
    QByteArray body;
};
MessageHalves splitMessage(const QByteArray &message);
// The same for a whole message file (.eml); bare LF accepted.
MessageView parseMessage(const QByteArray &message, const ParseLimits &limits = {});

// The decoded octets of one attachment (index into MessageView::attachments).
Result<QByteArray> attachmentData(const QByteArray &header, const QByteArray &body, int attachment,
                                  const ParseLimits &limits = {});
// Of several, in one pass over the message; empty where there is no such attachment.
QList<QByteArray> attachmentsData(const QByteArray &header, const QByteArray &body,
                                  const QList<qsizetype> &attachments);
// The same of a text, as UTF-8 and at most so many octets of it.
Result<QByteArray> attachmentText(const QByteArray &header, const QByteArray &body, int attachment,
                                  qsizetype most);

} // namespace kw
