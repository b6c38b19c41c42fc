#include "core/imap/linkerrors.h"

#include "core/imap/throttling.h"
#include "core/tls/tlstarget.h"

#include <QCoreApplication>
#include <QRegularExpression>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Imap)
};

} // namespace

Error connectionError(const LinkSettings &settings, bool wasSignedIn)
{
    if (wasSignedIn)
        return {
            ErrorKind::Network,
            Words::tr("The connection to %1 was lost. Kittiwake tries again by itself.").arg(settings.host),
            {}};
    return {ErrorKind::Network,
            Words::tr("%1 (port %2) cannot be reached. Check the server's name and your network; Kittiwake "
                      "tries again by itself.")
                .arg(settings.host)
                .arg(settings.port),
            QLatin1StringView(TlsCode::Unreachable)};
}

Error timeoutError(const LinkSettings &settings)
{
    return {ErrorKind::Network,
            Words::tr("%1 does not answer. Kittiwake tries again by itself.").arg(settings.host),
            QLatin1StringView(TlsCode::Timeout)};
}

Error noPasswordsError(const LinkSettings &settings)
{
    return {
        ErrorKind::Auth,
        Words::tr("%1 does not accept a password on this connection. Choose an encrypted connection (TLS), "
                  "or ask your provider how to sign in.")
            .arg(settings.host),
        {}};
}

Error noTokensError(const LinkSettings &settings)
{
    return {ErrorKind::Unsupported,
            Words::tr("%1 does not take a sign-in from the browser. Use a password for this account.")
                .arg(settings.host),
            {}};
}

Error openTokenError(const LinkSettings &settings)
{
    return {ErrorKind::Invalid,
            Words::tr("Signing in to %1 through the browser needs an encrypted connection. Choose TLS or "
                      "STARTTLS in the account's settings.")
                .arg(settings.host),
            {}};
}

Error senselessError(const LinkSettings &settings)
{
    return {ErrorKind::Protocol,
            Words::tr("%1 sent an answer that makes no sense. Kittiwake tries again with a new connection.")
                .arg(settings.host),
            {}};
}

Error closedError()
{
    return {ErrorKind::Cancelled, Words::tr("The connection was closed."), {}};
}

bool soundsTemporary(const QString &text, const QString &code)
{
    static const QStringList codes{u"UNAVAILABLE"_s, u"INUSE"_s,        u"LIMIT"_s,
                                   u"SERVERBUG"_s,   u"CONTACTADMIN"_s, u"THROTTLED"_s};
    // These mean what they say, whatever words stand beside them: a folder may be called "Temporary".
    static const QStringList final{u"NONEXISTENT"_s,   u"TRYCREATE"_s, u"NOPERM"_s, u"OVERQUOTA"_s,
                                   u"ALREADYEXISTS"_s, u"CANNOT"_s,    u"TOOBIG"_s};
    if (final.contains(code))
        return false;
    // "not connected": Exchange signs people in and then knows nothing of them.
    static const QRegularExpression words(
        u"too many|maximum number|connection limit|try again|temporar|not connected|rate limit|unavailable|backoff"_s,
        QRegularExpression::CaseInsensitiveOption);
    return codes.contains(code) || words.match(text).hasMatch();
}

Error tokenRefused(const LinkSettings &settings, const QString &text, const QString &code)
{
    const QString sentence = text.isEmpty()
        ? Words::tr("%1 did not accept the sign-in from the browser for %2. Sign in again.")
              .arg(settings.host, settings.user)
        : Words::tr("%1 did not accept the sign-in from the browser for %2: it says \"%3\". Sign in again.")
              .arg(settings.host, settings.user, text);
    return {ErrorKind::Auth, sentence, code};
}

Error signInRefused(const LinkSettings &settings, const QString &text, const QString &code)
{
    if (soundsTemporary(text, code))
        return {ErrorKind::Network,
                Words::tr("%1 does not let us in at the moment: \"%2\". Kittiwake tries again by itself.")
                    .arg(settings.host, text),
                pauseCode(text).value_or(code)};
    if (settings.oauth)
        return tokenRefused(settings, text, code);
    return {ErrorKind::Auth,
            Words::tr("Couldn't sign in to %1 as %2: the server says \"%3\". Check the user name and the "
                      "password.")
                .arg(settings.host, settings.user, text),
            code};
}

} // namespace kw
