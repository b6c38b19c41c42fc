#include "core/sync/outbox/outgoing.h"

#include "core/mime/headerdigest.h"
#include "core/mime/messageparser.h"

#include <QCborArray>
#include <QCborMap>
#include <QCborValue>
#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

// Keys on disk; never rename.
constexpr auto From = "from"_L1;
constexpr auto To = "to"_L1;
constexpr auto Reports = "reports"_L1;
constexpr auto Content = "content"_L1;
constexpr auto Id = "id"_L1;
constexpr auto Policy = "policy"_L1;
constexpr auto NoCopy = "nocopy"_L1;

constexpr int LongestEnvelopeId = 100; // RFC 3461 4.4

SmtpEnvelope smtpEnvelope(const WrittenMessage &message)
{
    SmtpEnvelope out;
    out.from = QString::fromUtf8(message.envelope.sender);
    for (const QByteArray &address : message.envelope.recipients) {
        SmtpRecipient recipient{QString::fromUtf8(address), {}};
        if (message.envelope.deliveryReport)
            recipient.reports = ReportWhen::Delivered | ReportWhen::Failed | ReportWhen::Delayed;
        out.recipients.append(recipient);
    }
    if (message.envelope.deliveryReport) {
        out.reportContent = ReportContent::Headers;
        if (message.messageId.size() <= LongestEnvelopeId)
            out.envelopeId = message.messageId;
    }
    return out;
}

} // namespace

QByteArray savedEnvelope(const SmtpEnvelope &envelope, SentCopy copy)
{
    QCborArray to;
    for (const SmtpRecipient &recipient : envelope.recipients)
        to.append(QCborMap{{To, recipient.address}, {Reports, int(recipient.reports)}});
    QCborMap map{{From, envelope.from},
                 {To, to},
                 {Content, int(envelope.reportContent)},
                 {Id, envelope.envelopeId},
                 {Policy, int(envelope.ifSomeAreRefused)}};
    if (copy == SentCopy::Unwanted)
        map.insert(NoCopy, true);
    return map.toCborValue().toCbor();
}

Result<SmtpEnvelope> readEnvelope(const QByteArray &saved)
{
    const QCborMap map = QCborValue::fromCbor(saved).toMap();
    SmtpEnvelope out;
    out.from = map.value(From).toString();
    for (const QCborValue one : map.value(To).toArray()) {
        const QCborMap recipient = one.toMap();
        out.recipients.append({recipient.value(To).toString(),
                               ReportsWhen::fromInt(int(recipient.value(Reports).toInteger()))});
    }
    out.reportContent = ReportContent(map.value(Content).toInteger());
    out.envelopeId = map.value(Id).toString();
    out.ifSomeAreRefused = PartialPolicy(map.value(Policy).toInteger());
    if (out.recipients.isEmpty())
        return Error{
            ErrorKind::Storage,
            QCoreApplication::translate("kw::Outbox",
                                        "Whom this message was for can no longer be read. Open it as "
                                        "a draft and send it anew."),
            {}};
    return out;
}

SentCopy sentCopyOf(const QByteArray &savedEnvelope)
{
    const bool unwanted = QCborValue::fromCbor(savedEnvelope).toMap().value(NoCopy).toBool();
    return unwanted ? SentCopy::Unwanted : SentCopy::Wanted;
}

Outgoing outgoingOf(const WrittenMessage &message, SentCopy copy)
{
    const HeaderDigest digest = digestHeader(splitMessage(message.bytes).header);
    QStringList names;
    for (const Address &address : digest.to)
        names.append(displayName(address));
    return {message.messageId,
            digest.subject,
            names.join(", "_L1),
            {message.bytes, message.bccField.isEmpty() ? QByteArray() : message.sentCopy(),
             savedEnvelope(smtpEnvelope(message), copy), digest.headerHash},
            {}};
}

} // namespace kw
