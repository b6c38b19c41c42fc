#include "core/imap/kimap/kimaperrors.h"

#include <KJob>

#include <QCoreApplication>
#include <QRegularExpression>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

QString say(const char *text)
{
    return QCoreApplication::translate("kw::Imap", text);
}

struct Reply {
    QString status; // "NO", "BAD"; empty: not a server's word
    QString code; // "OVERQUOTA"
    QString text;
};

// "Select failed, server replied: A000004 NO [NONEXISTENT] Unknown mailbox"
Reply replyIn(const QString &errorText)
{
    static const QRegularExpression pattern(u"A\\d{6,} (NO|BAD)\\b ?(.*)"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression code(u"^\\[\\s*([A-Za-z0-9-]+)[^\\]]*\\]\\s*(.*)"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    Reply reply;
    const auto match = pattern.match(errorText);
    if (!match.hasMatch())
        return reply;
    reply.status = match.captured(1);
    reply.text = match.captured(2).trimmed();
    if (const auto coded = code.match(reply.text); coded.hasMatch()) {
        reply.code = coded.captured(1).toUpper();
        reply.text = coded.captured(2).trimmed();
    }
    while (reply.text.endsWith(u'.') || reply.text.endsWith(u')') || reply.text.endsWith(u' '))
        reply.text.chop(1);
    reply.text = reply.text.left(300);
    return reply;
}

bool soundsTemporary(const Reply &reply)
{
    static const QStringList codes{u"UNAVAILABLE"_s, u"INUSE"_s,        u"LIMIT"_s,
                                   u"SERVERBUG"_s,   u"CONTACTADMIN"_s, u"THROTTLED"_s};
    static const QRegularExpression words(
        u"too many|maximum number|connection limit|try again|temporar|not connected|rate limit|unavailable|backoff"_s,
        QRegularExpression::CaseInsensitiveOption);
    return codes.contains(reply.code) || words.match(reply.text).hasMatch();
}

} // namespace

Error connectionError(const LinkSettings &settings, bool wasConnected)
{
    if (wasConnected)
        return {ErrorKind::Network,
                say("The connection to %1 was lost. Kittiwake tries again by itself.").arg(settings.host),
                {}};
    return {ErrorKind::Network,
            say("%1 (port %2) cannot be reached. Check the server's name and your network; Kittiwake tries "
                "again by itself.")
                .arg(settings.host)
                .arg(settings.port),
            {}};
}

Error timeoutError(const LinkSettings &settings)
{
    return {ErrorKind::Network,
            say("%1 does not answer. Kittiwake tries again by itself.").arg(settings.host), u"timeout"_s};
}

Error closedError()
{
    return {ErrorKind::Cancelled, say("The connection was closed."), {}};
}

Result<void> jobOutcome(const KJob &job, const LinkSettings &settings, bool lost)
{
    // A malformed reply gives error 0 with a text.
    if (job.error() == 0 && job.errorText().isEmpty())
        return {};
    if (lost)
        return connectionError(settings, true);
    const Reply reply = replyIn(job.errorText());
    if (reply.status == "NO"_L1) {
        if (soundsTemporary(reply))
            return Error{
                ErrorKind::Network,
                say("%1 is busy: \"%2\". Kittiwake tries again by itself.").arg(settings.host, reply.text),
                reply.code};
        return Error{ErrorKind::Refused, say("%1 refused: \"%2\".").arg(settings.host, reply.text),
                     reply.code};
    }
    if (reply.status == "BAD"_L1)
        return Error{ErrorKind::Refused,
                     say("%1 did not understand a command: \"%2\".").arg(settings.host, reply.text),
                     u"BAD"_s};
    return Error{ErrorKind::Protocol,
                 say("%1 sent an answer that makes no sense. Kittiwake tries again with a new connection.")
                     .arg(settings.host),
                 {}};
}

Result<void> loginOutcome(const KJob &job, const LinkSettings &settings, bool lost, const QString &tlsProblem)
{
    if (job.error() == 0 && job.errorText().isEmpty())
        return {};
    if (!tlsProblem.isEmpty())
        return Error{ErrorKind::Tls, tlsProblem, {}};
    const Reply reply = replyIn(job.errorText());
    if (reply.status == "NO"_L1 && !job.errorText().contains("StartTls"_L1)) {
        if (soundsTemporary(reply))
            return Error{ErrorKind::Network,
                         say("%1 does not let us in at the moment: \"%2\". Kittiwake tries again by itself.")
                             .arg(settings.host, reply.text),
                         reply.code};
        return Error{
            ErrorKind::Auth,
            say("Couldn't sign in to %1 as %2: the server says \"%3\". Check the user name and the password.")
                .arg(settings.host, settings.user, reply.text),
            reply.code};
    }
    if (!reply.status.isEmpty() && settings.security == Security::StartTls)
        return Error{ErrorKind::Tls,
                     say("%1 does not offer an encrypted connection on port %2. Nothing was sent; check the "
                         "port and the security setting.")
                         .arg(settings.host)
                         .arg(settings.port),
                     {}};
    if (job.errorText().contains("disabled"_L1))
        return Error{
            ErrorKind::Auth,
            say("%1 does not accept a password on this connection. Choose an encrypted connection (TLS).")
                .arg(settings.host),
            {}};
    if (lost)
        return connectionError(settings, false);
    return Error{
        ErrorKind::Protocol,
        say("%1 answered the sign-in with something that makes no sense. Is it a mail server (IMAP)?")
            .arg(settings.host),
        {}};
}

} // namespace kw
