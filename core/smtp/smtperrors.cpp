#include "core/smtp/smtperrors.h"

#include "core/tls/tlstarget.h"

#include <QCoreApplication>
#include <QLocale>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Smtp)
};

} // namespace

Error smtpUnreachableError(const SmtpSettings &settings)
{
    return {ErrorKind::Network,
            Words::tr("%1 (port %2) cannot be reached. Check the server's name and your network; Kittiwake "
                      "tries again by itself.")
                .arg(settings.host)
                .arg(settings.port),
            QLatin1StringView(TlsCode::Unreachable)};
}

Error smtpTimeoutError(const SmtpSettings &settings)
{
    return {ErrorKind::Network,
            Words::tr("%1 does not answer. Kittiwake tries again by itself.").arg(settings.host),
            QLatin1StringView(TlsCode::Timeout)};
}

Error smtpLostError(const SmtpSettings &settings)
{
    return {ErrorKind::Network,
            Words::tr("%1 closed the connection before we were signed in. Kittiwake tries again by itself.")
                .arg(settings.host),
            QLatin1StringView(TlsCode::LostLogin)};
}

Error smtpBusyError(const SmtpSettings &settings, const QString &text)
{
    return {ErrorKind::Network,
            Words::tr("%1 does not let us in at the moment: \"%2\". Kittiwake tries again by itself.")
                .arg(settings.host, text),
            QLatin1StringView(TlsCode::TurnedAway)};
}

Error smtpRefusedError(const SmtpSettings &settings, const QString &text)
{
    return {ErrorKind::Refused, Words::tr("%1 refused: \"%2\".").arg(settings.host, text), {}};
}

Error smtpSenselessError(const SmtpSettings &settings)
{
    return {
        ErrorKind::Protocol,
        Words::tr("%1 answered with something that makes no sense. Is it a mail server that takes mail to "
                  "be sent (SMTP)?")
            .arg(settings.host),
        {}};
}

Error smtpClosedError()
{
    return {ErrorKind::Cancelled, Words::tr("The connection was closed."), {}};
}

Error smtpSignInError(const SmtpSettings &settings, const QString &text)
{
    if (settings.oauth)
        return {
            ErrorKind::Auth,
            text.isEmpty()
                ? Words::tr("%1 did not accept the sign-in from the browser for %2. Sign in again.")
                      .arg(settings.host, settings.user)
                : Words::tr("%1 did not accept the sign-in from the browser for %2: it says \"%3\". Sign in "
                            "again.")
                      .arg(settings.host, settings.user, text),
            {}};
    return {ErrorKind::Auth,
            Words::tr("Couldn't sign in to %1 as %2: the server says \"%3\". Check the user name and the "
                      "password.")
                .arg(settings.host, settings.user, text),
            {}};
}

Error smtpNoMechanismError(const SmtpSettings &settings)
{
    if (settings.oauth)
        return {ErrorKind::Unsupported,
                Words::tr("%1 does not take a sign-in from the browser. Use a password for this account.")
                    .arg(settings.host),
                {}};
    if (settings.security == SmtpSecurity::None)
        return {ErrorKind::Auth,
                Words::tr("%1 does not accept a password on this connection. Choose an encrypted connection "
                          "(TLS).")
                    .arg(settings.host),
                {}};
    return {
        ErrorKind::Unsupported,
        Words::tr("%1 does not take a password in a way that Kittiwake knows. Ask your provider for an app "
                  "password, or choose signing in through the browser.")
            .arg(settings.host),
        {}};
}

Error smtpGoneError(const SmtpSettings &settings)
{
    return {
        ErrorKind::Network,
        Words::tr("%1 has closed the connection. The message was not sent; Kittiwake tries again by itself.")
            .arg(settings.host),
        {}};
}

Error smtpNotOpenError()
{
    return {
        ErrorKind::Network, Words::tr("There is no connection to a server. The message was not sent."), {}};
}

Error smtpOccupiedError()
{
    return {ErrorKind::Busy, Words::tr("Another message is being sent on this connection."), {}};
}

Error smtpEmptyError()
{
    return {ErrorKind::Invalid, Words::tr("The message is empty. Nothing was sent."), {}};
}

Error smtpNobodyError()
{
    return {ErrorKind::Invalid, Words::tr("The message has no recipient. Enter an address."), {}};
}

Error smtpAddressError(const QString &address)
{
    return {ErrorKind::Invalid,
            Words::tr("\"%1\" cannot be an address. Correct it; nothing was sent.")
                .arg(smtpPlainText(address.toUtf8())),
            QLatin1StringView(SubmissionCode::BadAddress)};
}

Error smtpTooLargeError(const SmtpSettings &settings, qint64 size, qint64 limit)
{
    const QLocale locale;
    return {
        ErrorKind::Refused,
        Words::tr("The message has %1, and %2 takes %3 at most. Send smaller attachments, or a link to them; "
                  "nothing was sent.")
            .arg(locale.formattedDataSize(size), settings.host, locale.formattedDataSize(limit)),
        QLatin1StringView(SubmissionCode::TooLarge)};
}

Error smtpNoUtf8Error(const SmtpSettings &settings)
{
    return {
        ErrorKind::Unsupported,
        Words::tr("%1 cannot send to or from addresses with letters like ä or 中 before the @. Use another "
                  "address; nothing was sent.")
            .arg(settings.host),
        QLatin1StringView(SubmissionCode::NeedsUtf8)};
}

Error smtpNoEightBitError(const SmtpSettings &settings)
{
    return {ErrorKind::Unsupported,
            Words::tr(
                "%1 takes plain ASCII mail only, and this message is not encoded that way. Nothing was sent.")
                .arg(settings.host),
            QLatin1StringView(SubmissionCode::NeedsEightBit)};
}

bool soundsTemporary(const QString &text)
{
    // RFC 3463: 4.x.x may pass; 4.7.8 and 5.7.8 are about credentials.
    static const QRegularExpression code(u"^4\\.\\d{1,3}\\.\\d{1,3}\\b"_s);
    static const QRegularExpression words(
        u"too many|connection limit|try again|temporar|rate limit|unavailable|not available|backoff"_s,
        QRegularExpression::CaseInsensitiveOption);
    return code.match(text).hasMatch() || words.match(text).hasMatch();
}

QString smtpPlainText(const QByteArray &octets)
{
    QString text = QString::fromUtf8(octets.left(2000));
    text.removeIf([](QChar c) { return !c.isPrint(); });
    text = text.simplified().left(300);
    while (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

} // namespace kw
