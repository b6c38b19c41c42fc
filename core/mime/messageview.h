#pragma once

#include "core/base/mailtypes.h"
#include "core/mime/partfacts.h"
#include "core/mime/seal.h"

#include <QByteArray>
#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringList>

#include <optional>

namespace kw {

struct AttachmentInfo {
    QString name; // decoded, without path separators and control characters; "unnamed" + extension where
                  // there is none
    QString mimeType; // lower case
    qint64 size = 0; // octets, decoded; texts that did not come as base64 have LF as line ends
    QByteArray sha256; // hex of the decoded octets
    bool isInline = false; // Content-Disposition inline or referred to by cid:
    QString contentId; // without <>
    QString partId; // IMAP part number ("1.2")
    QString contentLocation; // RFC 2557; a page may name it by this too
    bool isHere
        = true; // false: left on the server until it is wanted; `size` is about right, `sha256` not known
    bool isShownInHtml = false; // a picture that MessageView::html shows where it names it

    // What cid: URLs of MessageView::html call it, decoded and without their scheme.
    QStringList names() const;
};

// A message ready to be shown: everything decoded, HTML sanitised. A plain value; any thread.
struct MessageView {
    Address from;
    QList<Address> replyTo;
    QList<Address> to;
    QList<Address> cc;
    QString subject;
    qint64 date = 0; // seconds since the epoch, UTC
    int dateOffsetMinutes = 0; // the sender's zone
    QString messageId; // without <>
    QString text; // the plain text part, or the HTML one rendered to text
    bool textIsFromHtml = false;
    QString html; // sanitised; empty where the message has none. Pictures that the message carries are
                  // named by cid: URLs (AttachmentInfo::names)
    int remoteResources = 0; // how many remote loads were taken out of the HTML
    QList<ShownLink> links; // of the HTML, at most 500
    QList<RemoteContent> remote; // those among them that the HTML has a place for (SanitizedHtml)
    QList<AttachmentInfo> attachments;
    QStringList warnings; // sentences: what could not be read or was cut
    Unsubscribing unsubscribing;
    QList<Address> receiptTo; // who wants to be told that it was read (RFC 8098)
    std::optional<DeliveryReport> report;
    std::optional<Invitation> invitation;
    QList<ContactCard> cards;
    QList<Seal> seals; // what was signed or encrypted; filled in by whoever opened it
    QString
        preview; // first ~140 characters of the text, one line, without quotes; empty where it was encrypted

    // Every header field in order, raw name and decoded value.
    QList<std::pair<QString, QString>> headers;
};

} // namespace kw

Q_DECLARE_METATYPE(kw::MessageView)
