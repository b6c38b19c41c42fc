#include "core/mime/messageheader.h"

#include "core/mime/encodedword.h"
#include "core/mime/headerdate.h"
#include "core/mime/headerfields.h"
#include "core/mime/mailboxes.h"

namespace kw {

namespace {

constexpr qsizetype MaxRecipients = 20'000;
constexpr qsizetype MaxShownFields = 1000;
constexpr qsizetype MaxShownValue = 20'000;

QString idOf(QByteArray value)
{
    value = value.trimmed();
    value = value.sliced(value.indexOf('<') + 1);
    const qsizetype end = value.indexOf('>');
    return QString::fromUtf8(end < 0 ? value : value.first(end)).trimmed();
}

void append(QList<Address> &list, const QByteArray &value)
{
    if (list.size() < MaxRecipients)
        list += parseMailboxes(value, MaxRecipients - list.size());
}

} // namespace

void readHeader(QByteArrayView header, MessageView &view)
{
    Address sender;
    HeaderFieldReader fields(header);
    while (fields.next()) {
        const QByteArray value = fields.value();
        if (view.headers.size() < MaxShownFields)
            view.headers.append(
                {QString::fromLatin1(fields.name()),
                 decodeHeaderText(QByteArrayView(value).first(std::min(value.size(), MaxShownValue)))});
        if (fields.is("from") && view.from == Address{})
            view.from = parseMailboxes(value, 1).value(0);
        else if (fields.is("sender") && sender == Address{})
            sender = parseMailboxes(value, 1).value(0);
        else if (fields.is("to"))
            append(view.to, value);
        else if (fields.is("cc"))
            append(view.cc, value);
        else if (fields.is("reply-to"))
            view.replyTo = parseMailboxes(value, 20);
        else if (fields.is("subject") && view.subject.isEmpty())
            view.subject = decodeHeaderText(value).left(1000);
        else if (fields.is("date") && view.date == 0)
            view.date = parseHeaderDate(value, &view.dateOffsetMinutes);
        else if (fields.is("message-id") && view.messageId.isEmpty())
            view.messageId = idOf(value);
    }
    if (view.from == Address{})
        view.from = sender;
}

} // namespace kw
