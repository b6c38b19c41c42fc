#include "core/account/accountfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr qint64 MaxPemBytes = 256 << 10;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(AccountFile)
};

Error invalid(const QString &sentence)
{
    return {ErrorKind::Invalid, sentence};
}

quint16 usualPort(bool imap, ConnectionSecurity security)
{
    const bool tls = security == ConnectionSecurity::Tls;
    return imap ? (tls ? 993 : 143) : (tls ? 465 : 587);
}

Result<void> checkServer(const AccountSettings &account, const ServerSettings &server, const char *prefix)
{
    static const QRegularExpression unfit(u"[\\s/@\\[\\]\"<>\\\\]"_s);
    const QString hostKey = QLatin1StringView(prefix) + "Host"_L1;
    if (server.host.contains(unfit) || server.host.contains("://"_L1))
        return invalid(Words::tr("%1 of [%2] must be a plain server name such as mail.example.org, not “%3”.")
                           .arg(hostKey, account.key, server.host.left(60)));
    if (server.security != ConnectionSecurity::None || account.clearTextConfirmed
        || isLoopbackHost(server.host))
        return {};
    return invalid(
        Words::tr(
            "[%1] would send the password to %2 in clear text. Set %3Security=tls (or starttls); if you "
            "really want clear text, add clearTextConfirmed=true.")
            .arg(account.key, server.host, QLatin1StringView(prefix)));
}

Result<void> checkAddress(const AccountSettings &account)
{
    const auto at = account.address.lastIndexOf(u'@');
    const bool hasBlank = std::any_of(account.address.cbegin(), account.address.cend(),
                                      [](QChar c) { return c.isSpace() || c == u'<' || c == u'>'; });
    if (at > 0 && at < account.address.size() - 1 && !hasBlank)
        return {};
    if (account.address.isEmpty())
        return invalid(
            Words::tr("[%1] has no address. Add a line address=you@example.org.").arg(account.key));
    return invalid(Words::tr("address of [%1] must look like you@example.org, not “%2”.")
                       .arg(account.key, account.address.left(60)));
}

} // namespace

bool isLoopbackHost(const QString &host)
{
    static const QRegularExpression ipv4(u"^127\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}$"_s);
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || host == "::1"_L1
        || ipv4.match(host).hasMatch();
}

AccountSettings withDefaults(AccountSettings account)
{
    if (account.name.isEmpty())
        account.name = account.address;
    if (account.imap.user.isEmpty())
        account.imap.user = account.address;
    if (account.imap.port == 0)
        account.imap.port = usualPort(true, account.imap.security);
    if (account.smtp.host.isEmpty())
        return account;
    if (account.smtp.user.isEmpty())
        account.smtp.user = account.imap.user;
    if (account.smtp.port == 0)
        account.smtp.port = usualPort(false, account.smtp.security);
    return account;
}

AccountSettings withoutForeignPins(AccountSettings account, const AccountSettings &before)
{
    const auto moved = [](const ServerSettings &now, const ServerSettings &then) {
        return now.host.compare(then.host, Qt::CaseInsensitive) != 0 || now.port != then.port;
    };
    if (moved(account.imap, before.imap) && account.pinnedCertificate == before.pinnedCertificate)
        account.pinnedCertificate.clear();
    if (moved(account.smtp, before.smtp) && account.smtpPinnedCertificate == before.smtpPinnedCertificate)
        account.smtpPinnedCertificate.clear();
    return account;
}

Result<void> checkSettings(const AccountSettings &account)
{
    static const QRegularExpression color(u"^#[0-9a-fA-F]{6}$"_s);
    if (auto ok = checkAddress(account); !ok)
        return ok;
    if (!account.color.isEmpty() && !color.match(account.color).hasMatch())
        return invalid(Words::tr("color of [%1] must look like #3a7bd5, not “%2”.")
                           .arg(account.key, account.color.left(40)));
    if (account.imap.host.isEmpty())
        return invalid(
            Words::tr(
                "[%1] has no imapHost. Add a line imapHost=imap.example.org with your provider's server.")
                .arg(account.key));
    // RFC 6750 5.3: an access token opens the mailbox to whoever reads it on the way.
    const bool isOpen = account.imap.security == ConnectionSecurity::None
        || (!account.smtp.host.isEmpty() && account.smtp.security == ConnectionSecurity::None);
    if (!account.oauth.isEmpty() && isOpen)
        return invalid(
            Words::tr("[%1] signs in through the browser, which needs an encrypted connection. Set "
                      "imapSecurity and smtpSecurity to tls or starttls.")
                .arg(account.key));
    if (auto ok = checkServer(account, account.imap, "imap"); !ok)
        return ok;
    return checkServer(account, account.smtp, "smtp");
}

Result<QByteArray> pinnedCertificatePem(const AccountSettings &account, const QString &configDirectory)
{
    if (account.pinnedCertificate.isEmpty())
        return QByteArray();
    QByteArray pem = account.pinnedCertificate.toUtf8();
    if (!pem.startsWith("-----BEGIN")) {
        QFile file(QDir(configDirectory).absoluteFilePath(account.pinnedCertificate));
        if (!file.open(QIODevice::ReadOnly))
            return invalid(
                Words::tr("The pinned certificate %1 of [%2] cannot be read (%3). Correct the path in "
                          "accounts.ini or remove the line.")
                    .arg(QDir::toNativeSeparators(file.fileName()), account.key, file.errorString()));
        pem = file.read(MaxPemBytes);
    }
    if (!pem.contains("-----BEGIN CERTIFICATE-----") || !pem.contains("-----END CERTIFICATE-----"))
        return invalid(
            Words::tr(
                "The pinned certificate of [%1] is not in PEM format (-----BEGIN CERTIFICATE-----). Ask your "
                "provider for that format or convert it with openssl x509.")
                .arg(account.key));
    return pem;
}

} // namespace kw
