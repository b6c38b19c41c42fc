#include "core/compose/receipts.h"

#include "core/compose/answeredpeople.h"
#include "core/compose/assembledmessage.h"
#include "core/compose/headerwriter.h"
#include "core/compose/sendableaddress.h"
#include "core/mime/mailboxes.h"
#include "core/mime/mimefield.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

using Permission = ReceiptRequest::Permission;
using Reason = ReceiptRequest::Reason;

constexpr qsizetype MostAskers = 5;

// Each address once.
QList<Address> askersOf(const Original &original)
{
    QList<Address> out;
    for (const QByteArray &value : fieldsOf(original, "disposition-notification-to")) {
        for (const Address &one : parseMailboxes(value, MostAskers + 1)) {
            const bool isKnown = std::any_of(out.cbegin(), out.cend(), [&one](const Address &other) {
                return other.email.compare(one.email, Qt::CaseInsensitive) == 0;
            });
            if (!isKnown && out.size() <= MostAskers)
                out.append(one);
        }
    }
    return out;
}

// RFC 3834 2; RFC 8098 2.1: never in answer to a report.
bool isAutomatic(const Original &original)
{
    const QByteArray submitted = fieldsOf(original, "auto-submitted").value(0).trimmed().toLower();
    if (!submitted.isEmpty() && !submitted.startsWith("no"))
        return true;
    const QByteArray type = MimeField(fieldsOf(original, "content-type").value(0)).value();
    const QByteArrayList path = fieldsOf(original, "return-path");
    return type == "multipart/report" || type == "message/disposition-notification"
        || type == "message/delivery-status" || (!path.isEmpty() && path.first().trimmed() == "<>");
}

bool isListMail(const Original &original)
{
    static const QByteArrayList marks{"list-id", "list-post", "list-unsubscribe", "list-help"};
    const QByteArray precedence = fieldsOf(original, "precedence").value(0).trimmed().toLower();
    return precedence == "list" || precedence == "bulk" || precedence == "junk"
        || std::any_of(marks.cbegin(), marks.cend(),
                       [&original](const QByteArray &mark) { return !fieldsOf(original, mark).isEmpty(); });
}

bool wasEncrypted(const Original &original)
{
    return std::any_of(original.view.seals.cbegin(), original.view.seals.cend(),
                       [](const Seal &seal) { return seal.isEncrypted(); });
}

// RFC 8098 2.2: who cannot fulfil what is required must not say that it was displayed.
bool requiresMore(const Original &original)
{
    const QByteArrayList options = fieldsOf(original, "disposition-notification-options");
    return std::any_of(options.cbegin(), options.cend(), [](const QByteArray &value) {
        const QByteArray plain = value.toLower().replace(' ', "").replace('\t', "");
        return plain.contains("=required");
    });
}

QList<Reason> reasonsAgainst(const Original &original, Flags flags, const QList<Address> &askers,
                             const Answerer &answerer)
{
    QList<Reason> out;
    const auto noteIf = [&out](bool holds, Reason reason) {
        if (holds)
            out.append(reason);
    };
    noteIf(flags.testFlag(Flag::MdnSent), Reason::AlreadySent);
    noteIf(isOwn(original.view.from, answerer) || flags.testFlag(Flag::Draft), Reason::OwnMail);
    noteIf(isAutomatic(original), Reason::AutomaticMail);
    noteIf(isListMail(original), Reason::ListMail);
    noteIf(askers.size() > MostAskers, Reason::TooMany);
    noteIf(std::any_of(askers.cbegin(), askers.cend(),
                       [](const Address &one) { return !sendableAddress(one.email); }),
           Reason::NoAddress);
    noteIf(requiresMore(original), Reason::UnknownWish);
    return out;
}

QList<Reason> reasonsToAsk(const Original &original, const QList<Address> &askers, const Answerer &answerer)
{
    QList<Reason> out;
    const QByteArrayList path = fieldsOf(original, "return-path"); // the first is of the last delivery
    const QString sender = path.isEmpty() ? QString() : parseAuthor(path.first()).email;
    if (sender.isEmpty())
        out.append(Reason::SenderUnknown);
    else if (std::any_of(askers.cbegin(), askers.cend(), [&sender](const Address &one) {
                 return one.email.compare(sender, Qt::CaseInsensitive) != 0;
             }))
        out.append(Reason::SenderDiffers);
    if (askers.size() > 1)
        out.append(Reason::SeveralAddresses);
    const QList<Address> addressed = original.view.to + original.view.cc;
    if (std::none_of(addressed.cbegin(), addressed.cend(),
                     [&answerer](const Address &one) { return isOwn(one, answerer); }))
        out.append(Reason::NotAddressed);
    if (wasEncrypted(original))
        out.append(Reason::Encrypted);
    return out;
}

QString words(const Original &original, const Address &reader, const QString &subject)
{
    const MessageView &view = original.view;
    QString out
        = QCoreApplication::translate("kw::Compose", "The message to %1 was displayed.").arg(reader.email);
    out += u' '
        + QCoreApplication::translate("kw::Compose", "That does not mean that it was read or understood.")
        + "\n\n"_L1;
    if (!subject.isEmpty())
        out += QCoreApplication::translate("kw::Compose", "Subject:") + u' ' + subject + u'\n';
    if (view.date != 0) {
        const QDateTime date = QDateTime::fromSecsSinceEpoch(
            view.date, QTimeZone::fromSecondsAheadOfUtc(view.dateOffsetMinutes * 60));
        out += QCoreApplication::translate("kw::Compose", "Date:") + u' '
            + QLocale().toString(date, QLocale::LongFormat) + u'\n';
    }
    return out;
}

// RFC 6533 3, utf-8-addr-xtext: an address that is not ASCII within fields that are.
QByteArray typedAddress(const SendableAddress &address)
{
    if (!address.needsSmtpUtf8)
        return "rfc822;" + address.text;
    QByteArray out = "utf-8;";
    for (const char32_t c : QString::fromUtf8(address.text).toStdU32String()) {
        if (c > 0x20 && c < 0x7f && c != U'\\' && c != U'+' && c != U'=')
            out += char(c);
        else
            out += "\\x{" + QByteArray::number(quint32(c), 16).toUpper() + '}';
    }
    return out;
}

// RFC 8098 3.1.
QByteArray forPrograms(const Original &original, const SendableAddress &reader, const ReceiptOptions &options)
{
    HeaderWriter fields;
    fields.text("Reporting-UA", options.userAgent);
    const QByteArray recipient = fieldsOf(original, "original-recipient").value(0);
    const auto known
        = sendableAddress(QString::fromUtf8(recipient.mid(recipient.indexOf(';') + 1).trimmed()));
    if (known)
        fields.tokens("Original-Recipient", typedAddress(*known));
    fields.tokens("Final-Recipient", typedAddress(reader));
    fields.ids("Original-Message-ID", {original.view.messageId});
    fields.tokens("Disposition",
                  options.personAgreed ? "manual-action/MDN-sent-manually; displayed"
                                       : "automatic-action/MDN-sent-automatically; displayed");
    return "Content-Type: message/disposition-notification\r\n\r\n" + fields.fields() + "\r\n";
}

// What the sender wrote, not the way it took to the person's mailbox.
QByteArray headerOf(const Original &original)
{
    static const QByteArrayList names{"From", "To", "Cc", "Date", "Message-ID", "Subject"};
    constexpr qsizetype Longest = 2000;
    QString out;
    for (const QByteArray &name : names) {
        if (name == "Subject" && wasEncrypted(original))
            continue;
        const QByteArray value = fieldsOf(original, name.toLower()).value(0).left(Longest);
        if (!value.isEmpty())
            out += QString::fromLatin1(name) + ": "_L1 + oneLine(QString::fromUtf8(value)) + u'\n';
    }
    return textPart("text/rfc822-headers", out);
}

} // namespace

ReceiptRequest receiptRequestOf(const Original &original, Flags flags, const Answerer &answerer)
{
    ReceiptRequest out;
    out.to = askersOf(original);
    if (out.to.isEmpty())
        return out;
    out.reasons = reasonsAgainst(original, flags, out.to, answerer);
    out.permission = Permission::Never;
    if (!out.reasons.isEmpty())
        return out;
    out.reasons = reasonsToAsk(original, out.to, answerer);
    out.permission = out.reasons.isEmpty() ? Permission::May : Permission::AskFirst;
    return out;
}

Result<WrittenMessage> readReceipt(const Original &original, const Answerer &answerer,
                                   const ReceiptOptions &options)
{
    const ReceiptRequest request = receiptRequestOf(original, {}, answerer);
    if (request.permission == Permission::NotAsked || request.permission == Permission::Never)
        return Error{ErrorKind::Invalid,
                     QCoreApplication::translate("kw::Compose", "No receipt can be sent for this message."),
                     {}};
    AssembledMessage message;
    message.from = identityFor(original, answerer).from;
    const auto reader = sendableAddress(message.from.email);
    if (!reader)
        return Error{
            ErrorKind::Invalid, QCoreApplication::translate("kw::Compose", "The message has no sender."), {}};
    const QString subject = wasEncrypted(original) ? QString() : oneLine(original.view.subject);
    message.to = request.to;
    //: The subject of a receipt; %1: that of the message
    message.subject = subject.isEmpty()
        ? QCoreApplication::translate("kw::Compose", "Displayed")
        : QCoreApplication::translate("kw::Compose", "Displayed: %1").arg(subject);
    message.answered = original.view.messageId;
    message.isAutomatic = true;
    message.subtype = "report";
    message.parameters = {{"report-type", "disposition-notification"}};
    message.parts = {textPart("text/plain", words(original, message.from, subject)),
                     forPrograms(original, *reader, options), headerOf(original)};
    message.now = options.now;
    message.offsetMinutes = options.offsetMinutes;
    return assemble(message);
}

} // namespace kw
