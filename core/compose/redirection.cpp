#include "core/compose/redirection.h"

#include "core/compose/bodyencoding.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

bool isEightBit(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return uchar(c) >= 0x80; });
}

} // namespace

QByteArray withoutFields(const QByteArray &message, const QByteArrayList &lowerCaseNames)
{
    QByteArray out;
    qsizetype copied = 0; // up to here, `out` has what it should
    bool drops = false;
    for (qsizetype at = 0; at < message.size();) {
        const qsizetype end = message.indexOf('\n', at);
        const qsizetype next = end < 0 ? message.size() : end + 1;
        const QByteArrayView line = QByteArrayView(message).sliced(at, next - at);
        if (line.trimmed().isEmpty())
            break;
        if (line[0] != ' ' && line[0] != '\t') {
            const qsizetype colon = std::max<qsizetype>(line.indexOf(':'), 0);
            drops = lowerCaseNames.contains(line.first(colon).trimmed().toByteArray().toLower());
        }
        if (drops) {
            out += QByteArrayView(message).sliced(copied, at - copied);
            copied = next;
        }
        at = next;
    }
    if (copied == 0)
        return message; // shared
    out += QByteArrayView(message).sliced(copied);
    return out;
}

Result<Redirected> redirectedMessage(const QByteArray &original, bool takesEightBit)
{
    // Names of blind recipients, and what mailboxes write onto a message.
    static const QByteArrayList names{"bcc", "resent-bcc", "return-path", "status", "x-status"};
    const bool hasSeparator = original.startsWith("From "); // of a mailbox file
    const qsizetype start = hasSeparator ? original.indexOf('\n') + 1 : 0;
    NestedMessage message = nestedMessage(withoutFields(original.sliced(start), names));
    if (original.isEmpty() || !message.fits || (message.isEightBit && !takesEightBit))
        return Error{ErrorKind::Unsupported,
                     QCoreApplication::translate("kw::Compose",
                                                 "This message cannot be sent on unchanged. Forward it as an "
                                                 "attachment instead."),
                     {}};
    if (!message.octets.contains("\r\n\r\n"))
        message.octets += "\r\n"; // it has no body
    const qsizetype headerEnd = message.octets.indexOf("\r\n\r\n");
    const bool hasUtf8Header = isEightBit(QByteArrayView(message.octets).first(headerEnd));
    return Redirected{std::move(message.octets), message.isEightBit, hasUtf8Header};
}

} // namespace kw
