#include "core/compose/readymessage.h"

#include "core/compose/bodyencoding.h"
#include "core/compose/headerwriter.h"
#include "core/compose/sendableaddress.h"
#include "core/mime/headerfields.h"
#include "core/mime/mailboxes.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qsizetype LongestLine = 998; // octets without CRLF, RFC 5322 2.1.1
constexpr qsizetype All = std::numeric_limits<qsizetype>::max(); // nobody may be left out silently

Error invalid(const QString &sentence)
{
    return {ErrorKind::Invalid, sentence, {}};
}

bool isEightBit(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return uchar(c) >= 0x80; });
}

bool hasLongLine(QByteArrayView crlf)
{
    for (qsizetype at = 0; at < crlf.size();) {
        const qsizetype end = crlf.indexOf('\n', at);
        const qsizetype next = end < 0 ? crlf.size() : end + 1;
        if (next - at > LongestLine + 2)
            return true;
        at = next;
    }
    return false;
}

// RFC 5322 3.6.8; blanks before the colon are an old way to write it (4.5).
bool isFieldName(QByteArrayView name)
{
    while (name.endsWith(' ') || name.endsWith('\t'))
        name.chop(1);
    return !name.isEmpty()
        && std::all_of(name.begin(), name.end(), [](char c) { return c > ' ' && c < '\x7f'; });
}

// The header, field by field: what stays, what is taken out, and what it says.
struct Head {
    QByteArray kept; // each field ends with CRLF; without the empty line
    QByteArray bcc;
    qsizetype bccAt = 0; // in `kept`
    QByteArrayList authors; // values of From
    QList<Address> recipients;
    QString messageId;
    bool hasDate = false;
    bool hasVersion = false;
    bool isDescribed = false; // by Content fields
    bool wasResent = false;
};

QString idIn(const QByteArray &value)
{
    const qsizetype open = value.indexOf('<');
    const qsizetype close = value.indexOf('>', std::max<qsizetype>(open, 0));
    return cleanId(
        QString::fromLatin1(open >= 0 && close > open ? value.sliced(open + 1, close - open - 1) : value));
}

void takeField(Head &head, QByteArrayView octets)
{
    HeaderFieldReader reader(octets);
    reader.next();
    const QByteArray name = reader.name().toByteArray().toLower();
    if (name == "return-path")
        return;
    static const QByteArrayList ours{"from", "date", "mime-version"};
    if (ours.contains(name) && reader.value().trimmed().isEmpty())
        return; // to be filled in
    const bool isBlind = name == "bcc" || name == "resent-bcc";
    if (name == "to" || name == "cc" || name == "bcc")
        head.recipients += parseMailboxes(reader.value(), All);
    head.wasResent = head.wasResent || name.startsWith("resent-");
    if (isBlind) {
        if (head.bcc.isEmpty())
            head.bccAt = head.kept.size();
        head.bcc += octets;
        return;
    }
    if (name == "message-id") {
        const QString id = idIn(reader.value());
        if (id.isEmpty())
            return; // nobody could refer to it
        if (head.messageId.isEmpty())
            head.messageId = id;
    }
    if (name == "from")
        head.authors.append(reader.value());
    head.hasDate = head.hasDate || name == "date";
    head.hasVersion = head.hasVersion || name == "mime-version";
    head.isDescribed = head.isDescribed || name.startsWith("content-");
    head.kept += octets;
}

// `crlf`: the header without its empty line.
Result<Head> readHead(QByteArrayView crlf)
{
    Head head;
    head.kept.reserve(crlf.size());
    int line = 0;
    for (qsizetype at = 0; at < crlf.size();) {
        const qsizetype start = at;
        const int firstLine = ++line;
        at = crlf.indexOf('\n', at) + 1;
        bool isBlank = false;
        while (at < crlf.size() && (crlf[at] == ' ' || crlf[at] == '\t')) {
            const qsizetype next = crlf.indexOf('\n', at) + 1;
            // Some programs take a line of blanks for the header's end, others do not (RFC 5322 3.2.2).
            isBlank = isBlank || crlf.sliced(at, next - at).trimmed().isEmpty();
            at = next;
            ++line;
        }
        const QByteArrayView field = crlf.sliced(start, at - start);
        if (isBlank || !isFieldName(field.first(std::max<qsizetype>(field.indexOf(':'), 0))))
            return invalid(QCoreApplication::translate("kw::Compose",
                                                       "Line %1 of the message is no header field. Put an "
                                                       "empty line between the header and the text.")
                               .arg(firstLine));
        takeField(head, field);
    }
    return head;
}

// NUL and bare CR mean one thing to one server and another to the next.
Result<QByteArray> travelling(const QByteArray &octets)
{
    const qsizetype start = octets.startsWith("From ") ? octets.indexOf('\n') + 1 : 0;
    if (octets.sliced(start).trimmed().isEmpty())
        return invalid(QCoreApplication::translate("kw::Compose", "There is no message."));
    NestedMessage message = nestedMessage(octets.sliced(start));
    if (message.octets.contains('\0'))
        return invalid(QCoreApplication::translate("kw::Compose",
                                                   "The message has a NUL octet in it and cannot be sent as "
                                                   "mail. Attach such data as a file."));
    for (qsizetype at = message.octets.indexOf('\r'); at >= 0; at = message.octets.indexOf('\r', at + 1)) {
        if (at + 1 == message.octets.size() || message.octets[at + 1] != '\n')
            return invalid(QCoreApplication::translate("kw::Compose",
                                                       "A line of the message ends with CR alone. Lines must "
                                                       "end with LF or CRLF."));
    }
    return std::move(message.octets);
}

Result<Envelope> envelopeFor(const Head &head, const ReadyOptions &options)
{
    Envelope envelope;
    envelope.deliveryReport = options.deliveryReport;
    QList<Address> wanted = head.recipients;
    if (!options.recipients.isEmpty()) {
        wanted.clear();
        for (const QString &email : options.recipients)
            wanted.append({{}, email.trimmed()});
    } else if (head.wasResent) {
        return invalid(QCoreApplication::translate("kw::Compose",
                                                   "This message was sent on before, so its header does not "
                                                   "say who should get it now. Name the recipients."));
    }
    const Address author
        = options.account.email.isEmpty() ? parseAuthor(head.authors.value(0)) : options.account;
    if (author.email.isEmpty())
        return invalid(QCoreApplication::translate("kw::Compose", "The message has no sender."));
    QSet<QByteArray> seen;
    for (const Address &address : QList<Address>{author} + wanted) {
        const auto sendable = sendableAddress(address.email);
        if (!sendable)
            return invalid(
                QCoreApplication::translate("kw::Compose", "“%1” is not an address that mail can be sent to.")
                    .arg(address.email.isEmpty() ? address.name : address.email));
        envelope.needsSmtpUtf8 = envelope.needsSmtpUtf8 || sendable->needsSmtpUtf8;
        if (envelope.sender.isEmpty()) {
            envelope.sender = sendable->text;
        } else if (!seen.contains(sendable->text.toLower())) {
            seen.insert(sendable->text.toLower());
            envelope.recipients.append(sendable->text);
        }
    }
    if (envelope.recipients.isEmpty())
        return invalid(QCoreApplication::translate("kw::Compose", "The message has no recipient."));
    return envelope;
}

struct Body {
    QByteArray fields; // that describe it
    QByteArray octets;
};

// What others have described is theirs; a mere text is ours to describe.
Result<Body> bodyFor(const Head &head, QByteArrayView octets, bool takesEightBit)
{
    const bool isLong = hasLongLine(octets);
    const bool isEight = isEightBit(octets);
    if (head.isDescribed) {
        if (isLong)
            return invalid(
                QCoreApplication::translate("kw::Compose",
                                            "A line of the message is longer than 998 octets. Mail "
                                            "cannot have such lines; encode that part."));
        if (isEight && !takesEightBit)
            return invalid(QCoreApplication::translate("kw::Compose",
                                                       "The sending server takes no 8-bit messages. Encode "
                                                       "the message as quoted-printable or base64."));
        return Body{{}, octets.toByteArray()};
    }
    if (!isLong && !isEight)
        return Body{{}, octets.toByteArray()};
    if (!octets.isValidUtf8())
        return invalid(QCoreApplication::translate("kw::Compose",
                                                   "The text is neither ASCII nor UTF-8, and no Content-Type "
                                                   "says what it is."));
    HeaderWriter fields;
    fields.begin("Content-Type", "text/plain");
    fields.plainParameter("charset", "utf-8");
    fields.end();
    if (!isLong && takesEightBit) {
        fields.tokens("Content-Transfer-Encoding", "8bit");
        return Body{fields.fields(), octets.toByteArray()};
    }
    EncodedBody encoded = encodedText(QString::fromUtf8(octets));
    fields.tokens("Content-Transfer-Encoding", encoded.encoding);
    return Body{fields.fields(), std::move(encoded.octets)};
}

Result<void> checkHead(const Head &head, QByteArrayView octets)
{
    if (hasLongLine(octets))
        return invalid(
            QCoreApplication::translate("kw::Compose",
                                        "A line of the message's header is longer than 998 octets. "
                                        "Mail cannot have such lines; fold it."));
    if (!octets.isValidUtf8())
        return invalid(
            QCoreApplication::translate("kw::Compose", "The message's header is neither ASCII nor UTF-8."));
    if (head.authors.size() > 1)
        return invalid(
            QCoreApplication::translate("kw::Compose", "The message has more than one From field."));
    return {};
}

QByteArray missingFields(const Head &head, const ReadyOptions &options, const QString &messageId)
{
    HeaderWriter fields;
    if (!head.hasDate)
        fields.date("Date", options.now, options.offsetMinutes);
    if (head.authors.isEmpty())
        fields.mailboxes("From", {options.account});
    if (head.messageId.isEmpty())
        fields.ids("Message-ID", {messageId});
    if (!head.hasVersion)
        fields.tokens("MIME-Version", "1.0");
    return fields.fields();
}

} // namespace

Result<WrittenMessage> readyMessage(const QByteArray &rfc5322, const ReadyOptions &options)
{
    const auto octets = travelling(rfc5322);
    if (!octets)
        return octets.error();
    const QByteArrayView all = *octets;
    const qsizetype empty = all.startsWith("\r\n") ? 0 : all.indexOf("\r\n\r\n") + 2;
    const qsizetype headSize = empty == 1 ? all.size() : empty; // no text at all
    const auto head = readHead(all.first(headSize));
    if (!head)
        return head.error();
    if (const auto checked = checkHead(*head, all.first(headSize)); !checked)
        return checked.error();
    auto envelope = envelopeFor(*head, options);
    if (!envelope)
        return envelope.error();
    const auto body = bodyFor(*head, headSize < all.size() ? all.sliced(headSize + 2) : all.last(0),
                              options.takesEightBit);
    if (!body)
        return body.error();

    WrittenMessage out;
    const Address author{{}, QString::fromUtf8(envelope->sender)};
    out.messageId = head->messageId.isEmpty() ? newMessageId(author) : head->messageId;
    out.bccField = head->bcc;
    out.bccAt = head->bccAt;
    out.bytes
        = head->kept + missingFields(*head, options, out.messageId) + body->fields + "\r\n" + body->octets;
    out.envelope = std::move(*envelope);
    out.envelope.needsEightBit = isEightBit(body->octets);
    out.envelope.needsSmtpUtf8 = out.envelope.needsSmtpUtf8 || isEightBit(head->kept);
    return out;
}

} // namespace kw
