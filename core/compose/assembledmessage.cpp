#include "core/compose/assembledmessage.h"

#include "core/compose/bodyencoding.h"
#include "core/compose/headerwriter.h"
#include "core/compose/sendableaddress.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QSet>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

Result<Envelope> envelopeOf(const AssembledMessage &message)
{
    Envelope envelope;
    QList<QByteArray> all;
    for (const Address &address : QList<Address>{message.from} + message.to) {
        const auto sendable = sendableAddress(address.email);
        if (!sendable)
            return Error{
                ErrorKind::Invalid,
                QCoreApplication::translate("kw::Compose", "“%1” is not an address that mail can be sent to.")
                    .arg(displayName(address)),
                {}};
        envelope.needsSmtpUtf8 = envelope.needsSmtpUtf8 || sendable->needsSmtpUtf8;
        all.append(sendable->text);
    }
    envelope.sender = message.isAutomatic ? QByteArray() : all.first();
    QSet<QByteArray> seen;
    for (const QByteArray &recipient : all.sliced(1)) {
        if (!seen.contains(recipient.toLower()))
            envelope.recipients.append(recipient);
        seen.insert(recipient.toLower());
    }
    if (envelope.recipients.isEmpty())
        return Error{ErrorKind::Invalid,
                     QCoreApplication::translate("kw::Compose", "The message has no recipient."),
                     {}};
    return envelope;
}

} // namespace

QByteArray textPart(const QByteArray &type, const QString &text,
                    const QList<std::pair<QByteArray, QByteArray>> &parameters)
{
    const EncodedBody body = encodedText(text);
    HeaderWriter head;
    head.begin("Content-Type", type);
    head.plainParameter("charset", "utf-8");
    for (const auto &[name, value] : parameters)
        head.plainParameter(name, value);
    head.end();
    head.tokens("Content-Transfer-Encoding", body.encoding);
    return head.fields() + "\r\n" + body.octets;
}

Result<WrittenMessage> assemble(const AssembledMessage &message)
{
    auto envelope = envelopeOf(message);
    if (!envelope)
        return envelope.error();
    WrittenMessage out;
    out.envelope = *std::move(envelope);
    out.messageId = newMessageId(message.from);
    HeaderWriter head;
    head.date("Date", message.now, message.offsetMinutes);
    head.mailboxes("From", {message.from});
    head.mailboxes("To", message.to);
    head.ids("Message-ID", {out.messageId});
    head.text("Subject", message.subject);
    head.ids("In-Reply-To", {message.answered});
    head.ids("References", {message.answered});
    if (message.isAutomatic)
        head.tokens("Auto-Submitted", "auto-replied");
    head.tokens("MIME-Version", "1.0");
    out.bytes = head.fields();
    out.entityAt = out.bytes.size();
    // Nobody who wrote what is quoted in a part can know it.
    QByteArray boundary = "=_";
    for (int i = 0; i < 4; ++i)
        boundary += QByteArray::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, '0');
    HeaderWriter type;
    type.begin("Content-Type", "multipart/" + message.subtype);
    for (const auto &[name, value] : message.parameters)
        type.plainParameter(name, value);
    type.plainParameter("boundary", boundary);
    type.end();
    out.bytes += type.fields();
    for (const QByteArray &part : message.parts)
        out.bytes += "\r\n--" + boundary + "\r\n" + part;
    out.bytes += "\r\n--" + boundary + "--\r\n";
    return out;
}

} // namespace kw
