#include "core/sync/checkup/examination.h"

#include "core/account/accountfile.h"
#include "core/sync/accountsyncs.h"
#include "core/sync/checkup/cachelook.h"
#include "core/sync/folder/folderroles.h"

#include <QCoreApplication>

namespace kw {

namespace {

QByteArray pinOf(AccountSettings account, const QString &pin, const Paths &paths)
{
    account.pinnedCertificate = pin;
    const auto pem = pinnedCertificatePem(account, paths.config);
    return pem ? *pem : QByteArray();
}

} // namespace

DoctorSurroundings surroundingsOf(const AccountSettings &account, const Paths &paths, PasswordSource secret)
{
    DoctorSurroundings around;
    around.links = kimapLinks();
    around.secret = std::move(secret);
    around.assignRoles = [](QList<ListedFolder> folders) { return withRoles(std::move(folders)); };
    around.cacheFacts = [paths, key = account.key, paused = account.paused] {
        return lookAtCache(paths.cache, key, paused);
    };
    around.imapPin = pinOf(account, account.pinnedCertificate, paths);
    around.smtpPin = pinOf(account, account.smtpPinnedCertificate, paths);
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
