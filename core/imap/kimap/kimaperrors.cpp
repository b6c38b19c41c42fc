#include "core/imap/kimap/kimaperrors.h"

#include "core/imap/throttling.h"
#include "core/tls/tlstarget.h"

#include <KJob>

#include <QCoreApplication>
#include <QRegularExpression>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Imap)
};

struct Reply {
    QString status; // "NO", "BAD"; empty: not a server's word
    QString code; // "OVERQUOTA"
    QString text;
    int tag = 0;
};

// Cyrus says these without their code (RFC 5530).
QString codeOf(const QString &text)
{
    static const QList<std::pair<QLatin1StringView, QLatin1StringView>> known{
        {"already exists"_L1, "ALREADYEXISTS"_L1},
        {"permission denied"_L1, "NOPERM"_L1},
        {"does not exist"_L1, "NONEXISTENT"_L1},
        {"over quota"_L1, "OVERQUOTA"_L1},
    };
    for (const auto &[words, code] : known) {
        if (text.contains(words, Qt::CaseInsensitive))
            return code;
    }
    return {};
}

// KIMAP puts the response code behind the text:
// "Select failed, server replied: A000004 NO Unknown mailbox [ NONEXISTENT  ]"
Reply replyIn(const QString &errorText)
{
    static const QRegularExpression pattern(u"A(\\d{6,9}) ([A-Za-z]+)\\b ?(.*)"_s,
                                            QRegularExpression::DotMatchesEverythingOption);
    static const QRegularExpression code(u"^(.*)\\[\\s*([A-Za-z0-9-]+)[^\\]]*\\]\\s*$"_s,
                                         QRegularExpression::DotMatchesEverythingOption);
    Reply reply;
    const auto match = pattern.match(errorText);
    if (!match.hasMatch())
        return reply;
    reply.tag = match.capturedView(1).toInt();
    reply.status = match.captured(2);
    reply.text = match.captured(3).trimmed();
    if (const auto coded = code.match(reply.text); coded.hasMatch()) {
        reply.text = coded.captured(1).trimmed();
        reply.code = coded.captured(2).toUpper();
    }
    if (reply.code.isEmpty() && reply.status == "NO"_L1)
        reply.code = codeOf(reply.text);
    while (reply.text.endsWith(u'.') || reply.text.endsWith(u' '))
        reply.text.chop(1);
    reply.text = reply.text.left(300);
    return reply;
}

bool isFine(const KJob &job)
{
    // A malformed reply gives error 0 with a text.
    return job.error() == 0 && job.errorText().isEmpty();
}

Error lostLogin(const LinkSettings &settings, SessionFate fate)
{
    if (!fate.reached)
        return connectionError(settings, false);
    return {ErrorKind::Network,
            Words::tr("%1 closed the connection before we were signed in. Kittiwake tries again by itself.")
                .arg(settings.host),
            QLatin1StringView(TlsCode::LostLogin)};
}

} // namespace

Result<void> jobOutcome(const KJob &job, const LinkSettings &settings, SessionFate fate)
{
    if (isFine(job))
        return {};
    if (fate.lost)
        return connectionError(settings, true);
    const Reply reply = replyIn(job.errorText());
    if (!reply.status.isEmpty() && soundsTemporary(reply.text, reply.code))
        return Error{
            ErrorKind::Network,
            Words::tr("%1 is busy: \"%2\". Kittiwake tries again by itself.").arg(settings.host, reply.text),
            pauseCode(reply.text).value_or(reply.code.isEmpty() ? u"UNAVAILABLE"_s : reply.code)};
    if (reply.status == "NO"_L1 && reply.code == "OVERQUOTA"_L1)
        return Error{ErrorKind::Refused,
                     Words::tr("The mailbox on %1 is full: \"%2\". Clean up, then try again.")
                         .arg(settings.host, reply.text),
                     reply.code};
    if (reply.status == "NO"_L1)
        return Error{ErrorKind::Refused, Words::tr("%1 refused: \"%2\".").arg(settings.host, reply.text),
                     reply.code};
    if (reply.status == "BAD"_L1)
        return Error{ErrorKind::Refused,
                     Words::tr("%1 did not understand a command: \"%2\".").arg(settings.host, reply.text),
                     u"BAD"_s};
    return senselessError(settings);
}

Result<void> loginOutcome(const KJob &job, const LinkSettings &settings, SessionFate fate)
{
    if (isFine(job))
        return {};
    const Reply reply = replyIn(job.errorText());
    if (reply.status == "NO"_L1 || (reply.status == "BAD"_L1 && soundsTemporary(reply.text, reply.code)))
        return signInRefused(settings, reply.text, reply.code);
    if (fate.lost)
        return lostLogin(settings, fate);
    if (reply.status.isEmpty() && job.error() != 0 && settings.oauth)
        return tokenRefused(settings, {}, {}); // a second challenge, which tells why
    if (reply.status.isEmpty() && job.error() != 0)
        return noPasswordsError(settings); // what LoginJob says by itself
    return Error{ErrorKind::Protocol,
                 Words::tr("%1 answered the sign-in with something that makes no sense. Is it a mail server "
                           "(IMAP)?")
                     .arg(settings.host),
                 {}};
}

} // namespace kw
