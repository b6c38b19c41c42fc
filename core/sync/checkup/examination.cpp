#include "core/sync/checkup/examination.h"

#include "core/smtp/ksmtp/ksmtplink.h"
#include "core/sync/access/kimaplinks.h"
#include "core/sync/access/serversettings.h"
#include "core/sync/checkup/cachelook.h"
#include "core/sync/folder/folderroles.h"

#include <QCoreApplication>

namespace kw {

namespace {

// In and out again; no message is handed over.
Task<Result<void>> signInToSend(SmtpSettings settings, QString secret, std::shared_ptr<doctor::Curfew> curfew)
{
    const std::shared_ptr<SmtpLink> link = makeKsmtpLink();
    const doctor::Curfew::Guard guard(curfew, [link] { link->close(); });
    const auto opened = co_await link->open(std::move(settings), std::move(secret));
    link->close();
    if (!opened)
        co_return opened.error();
    co_return Result<void>{};
}

} // namespace

DoctorSurroundings surroundingsOf(const AccountSettings &account, const Paths &paths, PasswordSource secret)
{
    DoctorSurroundings around;
    around.links = kimapLinks();
    around.secret = std::move(secret);
    around.assignRoles = [chosen = account.folders.roles](QList<ListedFolder> folders) {
        return withRoles(std::move(folders), chosen);
    };
    around.cacheFacts = [paths, key = account.key, paused = account.paused] {
        return lookAtCache(paths.cache, key, paused);
    };
    around.imapPin = linkSettings(account, paths.config).pinnedCertificate;
    SmtpSettings smtp = smtpSettings(account, paths.config);
    around.smtpPin = smtp.pinnedCertificate;
    smtp.timeoutMs = around.commandMs;
    around.smtpSignIn = [smtp](QString secret, std::shared_ptr<doctor::Curfew> curfew) {
        return signInToSend(smtp, std::move(secret), std::move(curfew));
    };
    return around;
}

Result<Patient> patientOf(const AccountSettings &account)
{
    return Patient{account, doctor::asciiDomain(account.address.section(u'@', -1))};
}

Result<Patient> patientOf(const QString &addressOrDomain)
{
    const QString domain = doctor::asciiDomain(addressOrDomain.section(u'@', -1));
    if (!domain.contains(u'.'))
        return Error{
            ErrorKind::Invalid,
            QCoreApplication::translate(
                "kw::Sync", "\"%1\" is neither an account nor an address nor a domain like example.org.")
                .arg(addressOrDomain.left(100)),
            {}};
    return Patient{std::nullopt, domain};
}

} // namespace kw
