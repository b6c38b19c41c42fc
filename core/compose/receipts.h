#pragma once

#include "core/compose/answering.h"
#include "core/compose/messagewriter.h"

namespace kw {

// Whether a message asks to be told that it was read, and whether that may be told (RFC 8098 2.1).
struct ReceiptRequest {
    enum class Permission {
        NotAsked, // nobody wants to be told
        Never, // a receipt would do harm, or was sent already
        AskFirst, // the person must be asked each time and told the reasons
        May, // the person may have decided once for all
    };
    enum class Reason {
        // Never
        AlreadySent,
        OwnMail, // the person wrote it
        AutomaticMail, // written by a program, or itself a report: two programs could go on forever
        ListMail, // everybody on a list would send one
        TooMany, // it would be sent to more addresses than anybody needs
        NoAddress, // there is none that mail can be sent to
        UnknownWish, // it demands something that we do not know (RFC 8098 2.2)
        // AskFirst
        SenderDiffers, // it would go elsewhere than to where the message came from
        SenderUnknown, // where it came from is not told
        SeveralAddresses,
        NotAddressed, // no address of the person's own stands in To or Cc
        Encrypted, // the receipt would tell that it could be opened
    };
    Permission permission = Permission::NotAsked;
    QList<Reason> reasons;
    QList<Address> to; // who would be told
};

// `flags`: those of the message (MdnSent tells that a receipt was sent). Pure; any thread.
ReceiptRequest receiptRequestOf(const Original &original, Flags flags, const Answerer &answerer);

struct ReceiptOptions {
    qint64 now = 0; // seconds since the epoch, UTC
    int offsetMinutes = 0; // of the person's zone at `now`
    QString userAgent; // what the message was read with; empty: it is not told
    bool personAgreed = true; // for this one message; false: by a setting (RFC 8098 3.2.6)
};

// The receipt as a message (RFC 8098 3): that it was displayed, in words and for programs, and the fields of
// its header by which the sender knows it. The envelope's sender is empty. The person's other addresses, the
// message's way and what was encrypted are not told. Whoever sends it marks the message MdnSent. Error, as a
// sentence: a receipt was not asked for or must never be sent.
Result<WrittenMessage> readReceipt(const Original &original, const Answerer &answerer,
                                   const ReceiptOptions &options);

} // namespace kw
