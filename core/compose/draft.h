#pragma once

#include "core/base/ids.h"
#include "core/base/mailtypes.h"
#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

namespace kw {

struct DraftAttachment {
    QString name; // as the recipient sees it; no path
    QString mimeType;
    QByteArray data; // decoded octets; not looked at where there is a path
    QString path; // of a file, read when the message is written
    bool isInline = false; // shown by the HTML, which names it by its Content-ID
    QString contentId; // without <>
    bool operator==(const DraftAttachment &) const = default;
};

// What the person began to write with. The values are on disk, never renumber.
enum class DraftAct {
    New = 0,
    Reply = 1,
    ReplyAll = 2,
    ReplyList = 3,
    Forward = 4, // in the text
    ForwardAttached = 5,
    Redirect = 6, // RFC 5322 3.6.6
    EditAsNew = 7,
};

struct DraftOptions {
    bool readReceipt = false; // RFC 8098
    bool deliveryReport = false; // RFC 3461
    bool sign = false;
    bool encrypt = false;
    bool flowed = true; // RFC 3676
    bool acceptsUnproven = false; // encrypt also to keys that nobody vouches for; not kept, asked for anew
    bool operator==(const DraftOptions &) const = default;
};

// A message as the person writes it. A plain value; any thread. Ids are without <>.
struct Draft {
    Address from;
    QList<Address> to;
    QList<Address> cc;
    QList<Address> bcc;
    QList<Address> replyTo;
    QList<Address> followUpTo; // Mail-Followup-To
    QString subject;
    QString text; // lines end with LF; where it is empty and there is HTML, it is made of that
    QString html; // a fragment for <body> as sanitizeHtml() lets through; pictures on the network by their
                  // address only where a forwarded message brought them along. Empty: plain text alone
    QList<DraftAttachment> attachments;

    QString messageId; // empty: made up when it is written
    QString inReplyTo;
    QStringList references; // the oldest first
    qint64 date = 0; // seconds since the epoch, UTC; 0: when it is written
    int dateOffsetMinutes = 0; // of the zone to tell, where `date` is given
    bool dateInUtc = false; // tell no zone

    DraftAct act = DraftAct::New;
    MessageId original{}; // what is answered or forwarded
    QByteArray redirected; // Redirect: the whole message as it came
    QString listAddress; // of the mailing list that the original came through
    QString answeredAs; // the own address that the original was sent to
    DraftOptions options;

    bool operator==(const Draft &) const = default;
};

// A draft as it is kept (CBOR, RFC 8949). What a newer version adds is passed over when it is read, what an
// older one did not know keeps its default.
QByteArray savedDraft(const Draft &draft);
// Error: these octets are no draft.
Result<Draft> readDraft(const QByteArray &saved);

} // namespace kw

Q_DECLARE_METATYPE(kw::Draft)
