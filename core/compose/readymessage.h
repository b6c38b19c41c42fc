#pragma once

#include "core/compose/messagewriter.h"

namespace kw {

struct ReadyOptions {
    Address account; // From where the message has none; and the envelope's sender, unless it is empty: then
                     // the message's author is
    QStringList recipients; // addresses; where there are any, they alone get it, whoever the header names
    qint64 now = 0; // seconds since the epoch, UTC: the date of messages that have none
    int offsetMinutes = 0; // of the person's zone at `now`
    bool takesEightBit = true; // the sending server knows 8BITMIME (RFC 6152)
    bool deliveryReport = false; // RFC 3461
};

// A message that another program has written (RFC 5322), as it goes out. Its octets stay as they are, so that
// signatures survive, but for this: any line ends become CRLF; Bcc and Resent-Bcc are taken out (and kept for
// sentCopy()), Return-Path goes, and the separator of a mailbox file before it. What is missing is added at
// the header's end: Date, From, Message-ID, MIME-Version. A text that nothing describes (no Content fields)
// is said to be UTF-8 where it is not ASCII, and encoded where it could not travel.
//
// Recipients are those of To, Cc and Bcc; of messages that were sent on before (Resent fields) only those
// given. `entityAt` is 0. Pure, linear; any thread. Errors, as sentences: nothing there, lines in the header
// that are no fields, NUL, bare CR, lines above 998 octets, several authors' fields, octets that nothing
// explains, no recipient, an address that no server takes, 8-bit octets for a server that takes none.
Result<WrittenMessage> readyMessage(const QByteArray &rfc5322, const ReadyOptions &options);

} // namespace kw
