#include "core/mime/formats/deliveryreport.h"

#include "core/mime/charset.h"
#include "core/mime/encodedword.h"
#include "core/mime/headerdate.h"
#include "core/mime/headerfields.h"

#include <QTimeZone>

namespace kw {

namespace {

constexpr qsizetype MostRecipients = 200;
constexpr qsizetype LongestText = 2000;

using Outcome = DeliveryReport::Outcome;

// "rfc822; ann@example.org" without the type, which some leave out.
QString typed(const QByteArray &value)
{
    const qsizetype semicolon = value.indexOf(';');
    const bool hasType = semicolon >= 0 && !value.first(semicolon).contains('@') && semicolon < 30;
    return decodeHeaderText(hasType ? value.sliced(semicolon + 1) : value).simplified().left(LongestText);
}

QString addressOf(const QByteArray &value)
{
    QString address = typed(value);
    if (address.startsWith(u'<') && address.endsWith(u'>'))
        address = address.sliced(1, address.size() - 2);
    return address;
}

Outcome outcomeOf(const QByteArray &value)
{
    const QByteArray word = value.trimmed().toLower();
    if (word.startsWith("failed"))
        return Outcome::Failed;
    if (word.startsWith("delayed"))
        return Outcome::Delayed;
    if (word.startsWith("delivered"))
        return Outcome::Delivered;
    if (word.startsWith("relayed"))
        return Outcome::Relayed;
    return word.startsWith("expanded") ? Outcome::Expanded : Outcome::Other;
}

// "manual-action/MDN-sent-manually; displayed"
Outcome dispositionOf(const QByteArray &value)
{
    const QByteArray what = value.sliced(value.indexOf(';') + 1).trimmed().toLower();
    if (what.startsWith("displayed"))
        return Outcome::Displayed;
    if (what.startsWith("deleted"))
        return Outcome::Deleted;
    return what.startsWith("failed") || what.startsWith("denied") ? Outcome::Failed : Outcome::Other;
}

// "5.1.1 (no such user)" without the comment.
QString statusOf(const QByteArray &value)
{
    const QByteArray trimmed = value.trimmed();
    qsizetype end = 0;
    while (end < trimmed.size() && (isdigit(quint8(trimmed[end])) || trimmed[end] == '.'))
        ++end;
    return QString::fromLatin1(trimmed.first(std::min<qsizetype>(end, 12)));
}

QDateTime dateOf(const QByteArray &value)
{
    const qint64 seconds = parseHeaderDate(value);
    return seconds > 0 ? QDateTime::fromSecsSinceEpoch(seconds, QTimeZone::UTC) : QDateTime();
}

// Takes over one field of a recipient; true where it names one.
bool read(const HeaderFieldReader &field, DeliveryReport::Recipient &recipient)
{
    const QByteArray value = field.value();
    if (field.is("final-recipient")) {
        if (recipient.address.isEmpty())
            recipient.address = addressOf(value);
        return true;
    }
    if (field.is("original-recipient")) {
        recipient.address = addressOf(value); // the one that the sender knows
        return true;
    }
    if (field.is("action"))
        recipient.outcome = outcomeOf(value);
    else if (field.is("disposition"))
        recipient.outcome = dispositionOf(value);
    else if (field.is("status"))
        recipient.status = statusOf(value);
    else if (field.is("diagnostic-code"))
        recipient.diagnostic = typed(value);
    else if (field.is("remote-mta"))
        recipient.remoteServer = typed(value);
    else if (field.is("will-retry-until"))
        recipient.retriedUntil = dateOf(value);
    return false;
}

} // namespace

DeliveryReport readDeliveryReport(QByteArrayView octets)
{
    DeliveryReport report;
    QByteArrayView rest = octets;
    while (!rest.isEmpty() && report.recipients.size() < MostRecipients) {
        HeaderFieldReader block(rest);
        DeliveryReport::Recipient recipient;
        bool named = false;
        while (block.next()) {
            if (block.is("reporting-mta") || block.is("reporting-ua"))
                report.reportedBy = typed(block.value());
            else
                named = read(block, recipient) || named;
        }
        if (named)
            report.recipients.append(recipient);
        rest = block.rest();
    }
    return report;
}

} // namespace kw
