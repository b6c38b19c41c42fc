#include "core/smtp/envelopewords.h"

#include "core/smtp/smtperrors.h"

#include <QUrl>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qsizetype LongestAddress = 320; // octets; RFC 5321 4.5.3.1 allows 64 + 1 + 255
constexpr qsizetype LongestId = 100; // RFC 3461 4.4

bool isAscii(QStringView text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

// As it goes over the line: the domain in ASCII, which every server can, the rest as it is.
QByteArray onTheLine(const QString &address)
{
    const qsizetype at = address.lastIndexOf(u'@');
    if (at < 0 || isAscii(QStringView(address).mid(at)))
        return address.toUtf8();
    const QByteArray domain = QUrl::toAce(address.mid(at + 1));
    return domain.isEmpty() ? QByteArray() : address.left(at).toUtf8() + '@' + domain;
}

// Nothing that would end the path or the command early. Between quotation marks much is allowed (4.1.2).
bool canBe(const QByteArray &address)
{
    bool quoted = false;
    for (qsizetype i = 0; i < address.size(); ++i) {
        const auto c = static_cast<uchar>(address.at(i));
        if (c < ' ' || c == 0x7f)
            return false;
        if (c == '"')
            quoted = !quoted;
        else if (c == '\\' && quoted && i + 1 < address.size() && address.at(i + 1) >= ' ')
            ++i;
        else if (!quoted && (c == ' ' || c == '<' || c == '>'))
            return false;
    }
    return !quoted && !address.isEmpty() && address.size() <= LongestAddress;
}

bool needsUtf8(const QByteArray &address)
{
    return std::any_of(address.begin(), address.end(), [](char c) { return static_cast<uchar>(c) > 0x7f; });
}

bool needsUtf8(const SmtpEnvelope &envelope, const WireShape &shape)
{
    return shape.eightBitHeader || needsUtf8(onTheLine(envelope.from))
        || std::any_of(envelope.recipients.begin(), envelope.recipients.end(),
                       [](const SmtpRecipient &r) { return needsUtf8(onTheLine(r.address)); });
}

bool hasSize(const SmtpFeatures &features)
{
    return std::any_of(features.capabilities.begin(), features.capabilities.end(),
                       [](const QString &c) { return c == "SIZE"_L1 || c.startsWith("SIZE "_L1); });
}

// RFC 3461 4.
QByteArray xtext(const QString &text)
{
    QByteArray out;
    for (const char c : text.toLatin1()) {
        if (c >= '!' && c <= '~' && c != '+' && c != '=')
            out += c;
        else
            out += '+' + QByteArray(1, c).toHex().toUpper();
    }
    return out;
}

QByteArray notifyWords(ReportsWhen when)
{
    if (when.testFlag(ReportWhen::Never))
        return "NEVER";
    QByteArrayList words;
    if (when.testFlag(ReportWhen::Delivered))
        words += "SUCCESS";
    if (when.testFlag(ReportWhen::Failed))
        words += "FAILURE";
    if (when.testFlag(ReportWhen::Delayed))
        words += "DELAY";
    return words.join(',');
}

} // namespace

Result<void> checkEnvelope(const SmtpSettings &settings, const SmtpFeatures &features,
                           const SmtpEnvelope &envelope, const WireShape &shape)
{
    if (shape.size == 0)
        return smtpEmptyError();
    if (envelope.recipients.isEmpty())
        return smtpNobodyError();
    if (!envelope.from.isEmpty() && !canBe(onTheLine(envelope.from)))
        return smtpAddressError(envelope.from);
    for (const SmtpRecipient &recipient : envelope.recipients) {
        if (!canBe(onTheLine(recipient.address)))
            return smtpAddressError(recipient.address);
    }
    if (!isAscii(envelope.envelopeId) || envelope.envelopeId.size() > LongestId)
        return smtpAddressError(envelope.envelopeId);
    if (features.sizeLimit > 0 && shape.size > features.sizeLimit)
        return smtpTooLargeError(settings, shape.size, features.sizeLimit);
    if (needsUtf8(envelope, shape) && !features.smtpUtf8)
        return smtpNoUtf8Error(settings);
    if (shape.eightBit && !features.eightBitMime)
        return smtpNoEightBitError(settings);
    return {};
}

QByteArray mailCommand(const SmtpFeatures &features, const SmtpEnvelope &envelope, const WireShape &shape)
{
    QByteArray command = "MAIL FROM:<" + onTheLine(envelope.from) + '>';
    if (hasSize(features))
        command += " SIZE=" + QByteArray::number(shape.size);
    if (shape.eightBit)
        command += " BODY=8BITMIME";
    if (needsUtf8(envelope, shape))
        command += " SMTPUTF8";
    if (features.deliveryReports && envelope.reportContent != ReportContent::Unsaid)
        command += envelope.reportContent == ReportContent::Headers ? " RET=HDRS" : " RET=FULL";
    if (features.deliveryReports && !envelope.envelopeId.isEmpty())
        command += " ENVID=" + xtext(envelope.envelopeId);
    return command + "\r\n";
}

QByteArray rcptCommand(const SmtpFeatures &features, const SmtpRecipient &recipient)
{
    QByteArray command = "RCPT TO:<" + onTheLine(recipient.address) + '>';
    if (features.deliveryReports && recipient.reports)
        command += " NOTIFY=" + notifyWords(recipient.reports);
    return command + "\r\n";
}

} // namespace kw
