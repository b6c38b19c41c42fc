#include "core/compose/messagewriter.h"

#include "core/compose/headerwriter.h"
#include "core/compose/partwriter.h"
#include "core/compose/redirection.h"
#include "core/compose/sendableaddress.h"

#include <QCoreApplication>
#include <QRandomGenerator>
#include <QSet>

#include <array>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

Error invalid(const QString &sentence)
{
    return {ErrorKind::Invalid, sentence, {}};
}

// What the address would look like to the person who wrote it.
QString shown(const Address &address)
{
    return address.email.isEmpty() ? address.name : address.email;
}

Result<void> checkAddresses(const Draft &draft)
{
    if (draft.from.email.isEmpty())
        return invalid(QCoreApplication::translate("kw::Compose", "The message has no sender."));
    for (const QList<Address> &list :
         {QList<Address>{draft.from}, draft.to, draft.cc, draft.bcc, draft.replyTo, draft.followUpTo}) {
        for (const Address &address : list) {
            if (!sendableAddress(address.email))
                return invalid(QCoreApplication::translate("kw::Compose",
                                                           "“%1” is not an address that mail can be sent to.")
                                   .arg(shown(address)));
        }
    }
    if (draft.to.isEmpty() && draft.cc.isEmpty() && draft.bcc.isEmpty())
        return invalid(QCoreApplication::translate("kw::Compose", "The message has no recipient."));
    return {};
}

Envelope envelopeOf(const Draft &draft)
{
    Envelope envelope;
    envelope.deliveryReport = draft.options.deliveryReport;
    if (const auto sender = sendableAddress(draft.from.email)) {
        envelope.sender = sender->text;
        envelope.needsSmtpUtf8 = sender->needsSmtpUtf8;
    }
    QSet<QByteArray> seen;
    for (const QList<Address> *list : {&draft.to, &draft.cc, &draft.bcc}) {
        for (const Address &address : *list) {
            const auto recipient = sendableAddress(address.email);
            if (!recipient || seen.contains(recipient->text.toLower()))
                continue;
            seen.insert(recipient->text.toLower());
            envelope.recipients.append(recipient->text);
            envelope.needsSmtpUtf8 = envelope.needsSmtpUtf8 || recipient->needsSmtpUtf8;
        }
    }
    return envelope;
}

struct Moment {
    qint64 seconds = 0;
    int offsetMinutes = 0;
};

Moment momentOf(const Draft &draft, const WriteOptions &options)
{
    Moment moment = draft.date != 0 ? Moment{draft.date, draft.dateOffsetMinutes}
                                    : Moment{options.now, options.offsetMinutes};
    if (options.datesInUtc || draft.dateInUtc)
        moment.offsetMinutes = 0;
    return moment;
}

QByteArray bccField(QByteArrayView name, const Draft &draft)
{
    HeaderWriter bcc;
    bcc.mailboxes(name, draft.bcc);
    return bcc.fields();
}

void writeRecipients(HeaderWriter &head, const Draft &draft, const WriteOptions &options)
{
    head.mailboxes("To", draft.to);
    head.mailboxes("Cc", draft.cc);
    // Some servers take a message without a visible recipient for spam (RFC 5322 A.1.3).
    if (draft.to.isEmpty() && draft.cc.isEmpty() && options.purpose == WriteOptions::For::Sending)
        head.tokens("To", "undisclosed-recipients:;");
}

void writeHead(HeaderWriter &head, const Draft &draft, const WriteOptions &options)
{
    head.text("Subject", draft.subject);
    head.ids("In-Reply-To", {draft.inReplyTo});
    head.ids("References", draft.references);
    head.mailboxes("Mail-Followup-To", draft.followUpTo);
    if (draft.options.readReceipt)
        head.mailboxes("Disposition-Notification-To", {{{}, draft.from.email}});
    head.text("User-Agent", options.userAgent);
}

Result<WrittenMessage> writeRedirected(const Draft &draft, const WriteOptions &options, WrittenMessage out)
{
    auto original = redirectedMessage(draft.redirected, options.takesEightBit);
    if (!original)
        return original.error();
    const Moment moment = momentOf(draft, options);
    HeaderWriter head;
    head.date("Resent-Date", moment.seconds, moment.offsetMinutes);
    head.mailboxes("Resent-From", {draft.from});
    head.mailboxes("Resent-To", draft.to);
    head.mailboxes("Resent-Cc", draft.cc);
    head.ids("Resent-Message-ID", {out.messageId});
    out.bytes = head.fields();
    out.bccField = bccField("Resent-Bcc", draft);
    out.bccAt = out.bytes.size();
    out.bytes += original->octets;
    out.envelope.needsEightBit = original->isEightBit;
    out.envelope.needsSmtpUtf8 = out.envelope.needsSmtpUtf8 || original->hasUtf8Header || head.hasUtf8();
    return out;
}

Result<WrittenMessage> writeNew(const Draft &draft, const WriteOptions &options, WrittenMessage out)
{
    PartWriter parts(draft, out.messageId.toUtf8(),
                     {options.takesEightBit && !options.staysAsWritten, options.staysAsWritten});
    if (const auto prepared = parts.prepare(); !prepared)
        return prepared.error();
    const Moment moment = momentOf(draft, options);
    HeaderWriter people;
    people.date("Date", moment.seconds, moment.offsetMinutes);
    people.mailboxes("From", {draft.from});
    people.mailboxes("Reply-To", draft.replyTo);
    writeRecipients(people, draft, options);
    HeaderWriter rest;
    rest.ids("Message-ID", {out.messageId});
    writeHead(rest, draft, options);
    rest.tokens("MIME-Version", "1.0");

    out.bccField = bccField("Bcc", draft);
    out.bccAt = people.fields().size();
    out.bytes.reserve(people.fields().size() + rest.fields().size() + parts.size());
    out.bytes += people.fields();
    out.bytes += rest.fields();
    out.entityAt = out.bytes.size();
    if (const auto written = parts.appendTo(out.bytes); !written)
        return written.error();
    out.envelope.needsEightBit = parts.isEightBit();
    out.envelope.needsSmtpUtf8 = out.envelope.needsSmtpUtf8 || people.hasUtf8() || rest.hasUtf8();
    return out;
}

} // namespace

QByteArray WrittenMessage::sentCopy() const
{
    if (bccField.isEmpty())
        return bytes;
    QByteArray copy;
    copy.reserve(bytes.size() + bccField.size());
    copy += QByteArrayView(bytes).first(bccAt);
    copy += bccField;
    copy += QByteArrayView(bytes).sliced(bccAt);
    return copy;
}

Result<WrittenMessage> writeMessage(const Draft &draft, const WriteOptions &options)
{
    const bool isSending = options.purpose == WriteOptions::For::Sending;
    if (isSending) {
        if (const auto checked = checkAddresses(draft); !checked)
            return checked.error();
    }
    WrittenMessage out;
    out.envelope = envelopeOf(draft);
    out.messageId = cleanId(draft.messageId);
    if (out.messageId.isEmpty())
        out.messageId = newMessageId(draft.from);
    auto written = draft.act == DraftAct::Redirect ? writeRedirected(draft, options, std::move(out))
                                                   : writeNew(draft, options, std::move(out));
    if (written && !isSending) {
        written->bytes = written->sentCopy();
        if (written->entityAt > 0)
            written->entityAt += written->bccField.size();
        written->bccField.clear();
    }
    return written;
}

QString newMessageId(const Address &from)
{
    std::array<quint32, 4> random{};
    QRandomGenerator::system()->fillRange(random.data(), qsizetype(random.size()));
    QString id;
    for (const quint32 number : random)
        id += QString::number(number, 36).rightJustified(7, u'0');
    const auto sender = sendableAddress(from.email);
    return id + u'@' + (sender ? QString::fromUtf8(sender->domain()) : u"invalid"_s);
}

} // namespace kw
