#include "core/mime/formats/deliveryreport.h"

#include "core/mime/charset.h"
#include "core/mime/encodedword.h"
#include "core/mime/headerdate.h"
#include "core/mime/headerfields.h"

#include <QTimeZone>

namespace kw {

using namespace Qt::StringLiterals;

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

// "\x{FC}" for characters that a server could not pass on (RFC 6533 3, utf-8-addr-xtext).
QString withoutXtext(QString address)
{
    constexpr qsizetype Longest = 6;
    for (qsizetype at = 0; (at = address.indexOf("\\x{"_L1, at)) >= 0; ++at) {
        const qsizetype end = address.indexOf(u'}', at);
        bool isNumber = false;
        const uint code = end < 0 ? 0 : address.sliced(at + 3, end - at - 3).toUInt(&isNumber, 16);
        if (isNumber && end - at - 3 <= Longest && code > 0x20 && code <= QChar::LastValidCodePoint
            && !QChar::isSurrogate(code))
            address.replace(at, end + 1 - at,
                            QString::fromUcs4(reinterpret_cast<const char32_t *>(&code), 1));
    }
    return withoutTricks(address);
}

QString addressOf(const QByteArray &value)
{
    QString address = withoutXtext(typed(value));
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

// What a status tells where no action is named (RFC 3463 2).
Outcome outcomeOfClass(const QString &status)
{
    if (status.startsWith(u'5'))
        return Outcome::Failed;
    if (status.startsWith(u'4'))
        return Outcome::Delayed;
    return status.startsWith(u'2') ? Outcome::Delivered : Outcome::Other;
}

// The reader's machine; its program follows behind the semicolon (RFC 8098 3.2.1).
QString reporterOf(const QByteArray &value)
{
    const QString name = decodeHeaderText(value.first(std::max<qsizetype>(0, value.indexOf(';'))));
    return name.isEmpty() ? typed(value) : name.left(LongestText);
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

bool isDeliveryReport(const QString &type)
{
    return type == "message/delivery-status"_L1 || type == "message/disposition-notification"_L1
        || type == "message/global-delivery-status"_L1
        || type == "message/global-disposition-notification"_L1;
}

DeliveryReport readDeliveryReport(QByteArrayView octets)
{
    DeliveryReport report;
    QByteArrayView rest = octets;
    while (!rest.isEmpty() && report.recipients.size() < MostRecipients) {
        HeaderFieldReader block(rest);
        DeliveryReport::Recipient recipient;
        bool named = false;
        bool hasAction = false;
        while (block.next()) {
            hasAction = hasAction || block.is("action") || block.is("disposition");
            if (block.is("reporting-mta"))
                report.reportedBy = typed(block.value());
            else if (block.is("reporting-ua"))
                report.reportedBy = reporterOf(block.value());
            else
                named = read(block, recipient) || named;
        }
        if (!hasAction)
            recipient.outcome = outcomeOfClass(recipient.status);
        if (named)
            report.recipients.append(recipient);
        rest = block.rest();
    }
    return report;
}

} // namespace kw
