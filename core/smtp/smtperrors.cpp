#include "core/smtp/smtperrors.h"

#include "core/tls/tlstarget.h"

#include <QCoreApplication>
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
