#include "core/compose/redirection.h"

#include "core/compose/bodyencoding.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

// Names of blind recipients, and what mailboxes write onto a message.
bool isDropped(QByteArrayView name)
{
    static const QByteArrayList names{"bcc", "resent-bcc", "return-path", "status", "x-status"};
    const QByteArray lower = name.trimmed().toByteArray().toLower();
    return names.contains(lower);
}

bool isEightBit(QByteArrayView text)
{
    return std::any_of(text.begin(), text.end(), [](char c) { return uchar(c) >= 0x80; });
}

// The fields that go on, each with its folded lines.
QByteArray keptFields(QByteArrayView header)
{
    QByteArray out;
    bool keeps = false;
    while (!header.isEmpty()) {
        const qsizetype end = header.indexOf("\r\n") + 2;
        const QByteArrayView line = end >= 2 ? header.first(end) : header;
        header = header.sliced(line.size());
        if (!line.startsWith(' ') && !line.startsWith('\t')) {
            const qsizetype colon = line.indexOf(':');
            // A line that is no field is a mailbox file's separator.
            keeps = colon > 0 && !line.startsWith("From ") && !isDropped(line.first(colon));
        }
        if (keeps)
            out += line;
    }
    return out;
}

} // namespace

Result<Redirected> redirectedMessage(const QByteArray &original, bool takesEightBit)
{
    const NestedMessage message = nestedMessage(original);
    if (original.isEmpty() || !message.fits || (message.isEightBit && !takesEightBit))
        return Error{ErrorKind::Unsupported,
                     QCoreApplication::translate("kw::Compose",
                                                 "This message cannot be sent on unchanged. Forward it as an "
                                                 "attachment instead."),
                     {}};
    const qsizetype end = message.octets.indexOf("\r\n\r\n");
    const qsizetype size = end < 0 ? message.octets.size() : end + 2;
    const QByteArrayView all(message.octets);
    Redirected out{keptFields(all.first(size)), message.isEightBit, isEightBit(all.first(size))};
    out.octets += all.sliced(size);
    return out;
}

} // namespace kw
