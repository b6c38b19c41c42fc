#include "ui/accounts/serverguess.h"

#include "core/account/accountrules.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

class Guess
{
    Q_DECLARE_TR_FUNCTIONS(kw::ServerGuess)
};

enum class Hint { None, AppPassword, OnlyOAuth, EnableImap };

struct Provider {
    const char *domains; // separated by blanks
    const char *imap;
    const char *smtp;
    ConnectionSecurity smtpSecurity;
    Hint hint;
};

constexpr Provider providers[] = {
    {"gmail.com googlemail.com", "imap.gmail.com", "smtp.gmail.com", ConnectionSecurity::Tls,
     Hint::AppPassword},
    {"outlook.com hotmail.com live.com msn.com", "outlook.office365.com", "smtp-mail.outlook.com",
     ConnectionSecurity::StartTls, Hint::OnlyOAuth},
    {"icloud.com me.com mac.com", "imap.mail.me.com", "smtp.mail.me.com", ConnectionSecurity::StartTls,
     Hint::AppPassword},
    {"yahoo.com yahoo.de yahoo.co.uk ymail.com", "imap.mail.yahoo.com", "smtp.mail.yahoo.com",
     ConnectionSecurity::Tls, Hint::AppPassword},
    {"gmx.de gmx.net gmx.at gmx.ch", "imap.gmx.net", "mail.gmx.net", ConnectionSecurity::Tls,
     Hint::EnableImap},
    {"gmx.com", "imap.gmx.com", "mail.gmx.com", ConnectionSecurity::Tls, Hint::EnableImap},
    {"web.de", "imap.web.de", "smtp.web.de", ConnectionSecurity::Tls, Hint::EnableImap},
    {"fastmail.com fastmail.fm", "imap.fastmail.com", "smtp.fastmail.com", ConnectionSecurity::Tls,
     Hint::AppPassword},
    {"posteo.de posteo.net", "posteo.de", "posteo.de", ConnectionSecurity::Tls, Hint::None},
    {"mailbox.org", "imap.mailbox.org", "smtp.mailbox.org", ConnectionSecurity::Tls, Hint::None},
    {"t-online.de", "secureimap.t-online.de", "securesmtp.t-online.de", ConnectionSecurity::Tls, Hint::None},
    {"aol.com", "imap.aol.com", "smtp.aol.com", ConnectionSecurity::Tls, Hint::AppPassword},
};

QString hintText(Hint hint)
{
    switch (hint) {
    case Hint::AppPassword:
        return Guess::tr("This provider wants an app password here, made on its web site, not the password "
                         "you sign in with there.");
    case Hint::OnlyOAuth:
        return Guess::tr("This provider signs people in through its web site only, which this version of "
                         "Kittiwake cannot do yet.");
    case Hint::EnableImap:
        return Guess::tr(
            "Access for mail programs must be switched on once in this provider's web settings.");
    case Hint::None:
        break;
    }
    return {};
}

QString domainOf(const QString &address)
{
    const QString domain = address.section(u'@', -1).trimmed().toLower();
    return QString::fromLatin1(QUrl::toAce(domain));
}

} // namespace

quint16 usualImapPort(ConnectionSecurity security)
{
    return security == ConnectionSecurity::Tls ? 993 : 143;
}

quint16 usualSmtpPort(ConnectionSecurity security)
{
    switch (security) {
    case ConnectionSecurity::Tls:
        return 465;
    case ConnectionSecurity::StartTls:
        return 587;
    case ConnectionSecurity::None:
        break;
    }
    return 25;
}

ServerGuess guessServers(const QString &address)
{
    ServerGuess guess;
    if (!isMailAddress(address))
        return guess;
    const QString domain = domainOf(address);
    const QString user = address.trimmed();
    guess.imap = {u"imap."_s + domain, 993, ConnectionSecurity::Tls, user};
    guess.smtp = {u"smtp."_s + domain, 465, ConnectionSecurity::Tls, user};
    for (const Provider &p : providers) {
        if (!QString::fromLatin1(p.domains).split(u' ').contains(domain))
            continue;
        guess.imap.host = QString::fromLatin1(p.imap);
        guess.smtp = {QString::fromLatin1(p.smtp), usualSmtpPort(p.smtpSecurity), p.smtpSecurity, user};
        guess.hint = hintText(p.hint);
    }
    if (isLoopbackHost(domain))
        guess.imap.host = guess.smtp.host = domain;
    return guess;
}

bool isMailAddress(const QString &text)
{
    static const QRegularExpression pattern(uR"(^[^\s@<>"]{1,64}@[^\s@<>".]+(\.[^\s@<>".]+)*$)"_s);
    return text.size() < 320 && pattern.match(text.trimmed()).hasMatch();
}

} // namespace kw
