#pragma once

#include "core/compose/draft.h"

namespace kw {

struct WriteOptions {
    enum class For {
        Sending, // every address must be one that a server takes, and there must be a recipient
        Keeping, // in the drafts folder: whatever is there, Bcc included
    };
    For purpose = For::Sending;
    qint64 now = 0; // seconds since the epoch, UTC: the date of drafts that have none
    int offsetMinutes = 0; // of the person's zone at `now`
    bool datesInUtc = false; // tell no zone, whatever the draft says
    bool takesEightBit = true; // the sending server knows 8BITMIME (RFC 6152); without it, attached messages
                               // that need it are sent as files
    bool staysAsWritten = false; // it is to be signed (RFC 3156 3): all that a relay might change is encoded;
                                 // attached messages of that kind are sent as files
    QString userAgent; // empty: nobody is told what the message was written with
};

// Who gets it (RFC 5321), apart from what the message says.
struct Envelope {
    QByteArray sender;
    QList<QByteArray> recipients; // each once, those of Bcc too; UTF-8, domains as A-labels
    bool needsSmtpUtf8 = false; // RFC 6531: an address is not ASCII
    bool needsEightBit = false; // RFC 6152
    bool deliveryReport = false; // RFC 3461, as the draft wants it
};

struct WrittenMessage {
    QByteArray bytes; // as the sending server gets it: RFC 5322, CRLF, nothing of Bcc
    Envelope envelope;
    QString messageId; // without <>
    // The same with Bcc, for the folder of sent mail; made anew by each call, shared where there is no Bcc.
    QByteArray sentCopy() const;

    qsizetype entityAt = 0; // where in `bytes` the MIME entity begins (its Content fields): what a signature
                            // covers or encryption replaces; 0 for redirected messages
    QByteArray bccField; // with its CRLF
    qsizetype bccAt = 0; // where it belongs in `bytes`
};

// A draft as a message, neither signed nor encrypted yet (RFC 5322, 2045–2049, 2231, 2387, 3676). The same
// draft with a Message-ID gives the same octets. Linear in time; holds the message once, and one attachment's
// file at a time in pieces. Any thread but the GUI's: it reads files. Errors, as sentences: an address that
// no server takes, no recipient, a file that cannot be read, a redirected message that may not be changed and
// cannot be sent unchanged.
Result<WrittenMessage> writeMessage(const Draft &draft, const WriteOptions &options);

// A new id on the sender's own domain that tells nothing of this computer or the time (RFC 5322 3.6.4).
QString newMessageId(const Address &from);

} // namespace kw
