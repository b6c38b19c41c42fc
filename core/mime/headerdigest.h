#pragma once

#include "core/base/mailtypes.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QList>

namespace kw {

// What the cache keeps of a message's header: decoded for people, hashed for matching. About 26 µs of parsing
// is spent per message by KIMAP already, so this is made in one linear pass over the raw bytes.
struct HeaderDigest {
    Address from; // first mailbox of From; Sender where From is missing
    QList<Address> to; // To, at most 200 entries (the list shows two and a number)
    QList<Address> cc; // likewise, and only where the head has it
    QString listId; // List-Id (RFC 2919) as text; only where the head has it
    QString
        subject; // decoded, unfolded, control characters and bidi overrides removed, at most 1,000 characters
    qint64 date = 0; // Date (RFC 5322 3.3) in seconds since the epoch, UTC; 0 when missing or unreadable
    quint64 messageIdHash = 0; // of the id between < and >; 0 when there is none
    QList<quint64>
        references; // hashes of References then In-Reply-To, oldest first, no doubles, at most 100 newest
    quint64 headerHash
        = 0; // of From, To, Subject, Date and Message-ID as received: recognises a message whose UID changed
    bool hasAttachment = false; // guessed from Content-Type (multipart/mixed) where the head has it

    bool isBulk = false; // List-Id, List-Unsubscribe (RFC 2919, 2369) or Precedence: bulk, list; where the
                         // head has them

    bool operator==(const HeaderDigest &) const = default;
};

// Pure, re-entrant, linear in head.size(); never fails: what cannot be read is left empty. Broken charsets
// become U+FFFD, raw 8-bit is read as UTF-8 and else as Windows-1252. Any thread.
HeaderDigest digestHeader(QByteArrayView head);

// The stable 64-bit hash used for Message-IDs (on disk; never change it). Surrounding white space and <> are
// ignored. 0 for an empty id.
quint64 messageIdHash(QByteArrayView id);

} // namespace kw
