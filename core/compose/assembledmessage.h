#pragma once

#include "core/compose/messagewriter.h"

namespace kw {

// A message that the program writes by itself, in parts of its own making: a receipt, an answer to an
// invitation.
struct AssembledMessage {
    Address from;
    QList<Address> to;
    QString subject;
    QString answered; // the id of the message that this answers, without <>; may be empty
    bool isAutomatic
        = false; // nobody must answer it: Auto-Submitted (RFC 3834), and an empty envelope sender
    QByteArray subtype; // of the multipart
    QList<std::pair<QByteArray, QByteArray>> parameters; // of its Content-Type, ASCII
    QByteArrayList parts; // each with its header, CRLF, 7bit; each ends with CRLF
    qint64 now = 0; // seconds since the epoch, UTC
    int offsetMinutes = 0;
};

// Error, as a sentence: an address that no server takes. Pure, linear; any thread.
Result<WrittenMessage> assemble(const AssembledMessage &message);

// A part that is text. `parameters` come behind the charset.
QByteArray textPart(const QByteArray &type, const QString &text,
                    const QList<std::pair<QByteArray, QByteArray>> &parameters = {});

} // namespace kw
