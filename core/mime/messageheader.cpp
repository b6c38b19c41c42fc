#include "core/mime/messageheader.h"

#include "core/mime/encodedword.h"
#include "core/mime/headerdate.h"
#include "core/mime/headerfields.h"
#include "core/mime/mailboxes.h"

namespace kw {

using namespace Qt::StringLiterals;

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

// "<https://…>, <mailto:…>" (RFC 2369 2): the first of each kind. Comments and all other schemes are passed
// over.
void readUnsubscribing(const QByteArray &value, Unsubscribing &out)
{
    constexpr qsizetype MaxUrl = 4000;
    for (qsizetype at = 0; (at = value.indexOf('<', at)) >= 0;) {
        const qsizetype end = value.indexOf('>', at);
        if (end < 0)
            break;
        const QByteArray url = value.sliced(at + 1, end - at - 1).simplified().replace(' ', "");
        at = end + 1;
        if (url.size() > MaxUrl)
            continue;
        const QUrl parsed(QString::fromUtf8(url), QUrl::StrictMode);
        const QString scheme = parsed.scheme();
        if (scheme == "mailto"_L1 && out.mailTo.isEmpty())
            out.mailTo = QString::fromUtf8(url);
        const bool better = out.page.isEmpty() || (out.page.scheme() == "http"_L1 && scheme == "https"_L1);
        if ((scheme == "https"_L1 || scheme == "http"_L1) && !parsed.host().isEmpty() && better)
            out.page = parsed;
    }
}

bool saysOneClick(const QByteArray &value)
{
    return value.trimmed().compare("List-Unsubscribe=One-Click", Qt::CaseInsensitive) == 0;
}

} // namespace

void readHeader(QByteArrayView header, MessageView &view)
{
    Address sender;
    bool oneClick = false;
    HeaderFieldReader fields(header);
    while (fields.next()) {
        const QByteArray value = fields.value();
        if (view.headers.size() < MaxShownFields)
            view.headers.append(
                {QString::fromLatin1(fields.name()),
                 decodeHeaderText(QByteArrayView(value).first(std::min(value.size(), MaxShownValue)))});
        if (fields.is("from") && view.from == Address{})
            view.from = parseAuthor(value);
        else if (fields.is("sender") && sender == Address{})
            sender = parseAuthor(value);
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
        else if (fields.is("list-unsubscribe"))
            readUnsubscribing(value, view.unsubscribing);
        else if (fields.is("list-unsubscribe-post"))
            oneClick = oneClick || saysOneClick(value);
        else if (fields.is("disposition-notification-to") && view.receiptTo.isEmpty())
            view.receiptTo = parseMailboxes(value, 5);
    }
    if (view.from == Address{})
        view.from = sender;
    view.unsubscribing.oneClick = oneClick && view.unsubscribing.page.scheme() == "https"_L1;
}

} // namespace kw
