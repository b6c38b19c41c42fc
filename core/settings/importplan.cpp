#include "core/settings/importplan.h"

#include "core/account/accountfields.h"
#include "core/account/accountrules.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QRegularExpression>
#include <QSslCertificate>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ImportPlan)
};

QString shown(QString text)
{
    static const QRegularExpression unfit(u"[\\p{C}\\p{Zl}\\p{Zp}]"_s);
    text.replace(unfit, u" "_s);
    return text.size() > 80 ? text.left(79) + u'…' : text;
}

bool sameServer(const ServerSettings &a, const ServerSettings &b)
{
    return a.host.compare(b.host, Qt::CaseInsensitive) == 0 && a.port == b.port && a.security == b.security
        && a.user == b.user;
}

bool isSameLogin(const AccountSettings &a, const AccountSettings &b)
{
    return a.imap.host.compare(b.imap.host, Qt::CaseInsensitive) == 0 && a.imap.user == b.imap.user;
}

// What is kept here under that login for receiving would be shown to a server that has not had it.
bool wouldFollow(const AccountSettings &wanted, const QList<AccountSettings> &here)
{
    bool isKept = false;
    for (const AccountSettings &one : here) {
        if (!isSameLogin(one, wanted))
            continue;
        isKept = true;
        if (one.smtp.host.compare(wanted.smtp.host, Qt::CaseInsensitive) == 0)
            return false;
    }
    return isKept && !wanted.smtp.host.isEmpty();
}

// The person has accepted clear text for these very servers.
bool isClearTextConfirmed(const AccountSettings &old, const AccountSettings &wanted)
{
    const auto isKnown = [](const ServerSettings &now, const ServerSettings &then) {
        return now.host.isEmpty() || now.security != ConnectionSecurity::None
            || (then.security == ConnectionSecurity::None
                && then.host.compare(now.host, Qt::CaseInsensitive) == 0);
    };
    return old.clearTextConfirmed && isKnown(wanted.imap, old.imap) && isKnown(wanted.smtp, old.smtp);
}

const AccountSettings *counterpart(const AccountSettings &wanted, const QList<AccountSettings> &here)
{
    const auto byName = std::ranges::find_if(here, [&](const AccountSettings &a) {
        return a.key == wanted.key && a.address.compare(wanted.address, Qt::CaseInsensitive) == 0;
    });
    if (byName != here.end())
        return &*byName;
    const auto byLogin
        = std::ranges::find_if(here, [&](const AccountSettings &a) { return isSameLogin(a, wanted); });
    return byLogin == here.end() ? nullptr : &*byLogin;
}

QString freeKey(const QString &wanted, const QStringList &taken)
{
    QString key = wanted;
    for (int i = 2; taken.contains(key); ++i)
        key = wanted + QString::number(i);
    return key;
}

// A path would name a file of this computer, which the file cannot know.
QString onlyPem(const QString &pin)
{
    return QSslCertificate::fromData(pin.toLatin1(), QSsl::Pem).isEmpty() ? QString() : pin;
}

QString fingerprint(const QString &pem)
{
    const auto certificates = QSslCertificate::fromData(pem.toLatin1(), QSsl::Pem);
    if (certificates.isEmpty())
        return {};
    return QString::fromLatin1(certificates.first().digest(QCryptographicHash::Sha256).toHex(':').toUpper());
}

void trustSending(AccountImport &import, const AccountSettings &old, const AccountSettings &wanted)
{
    import.trusted.smtp = wanted.smtp;
    import.trusted.passwordCommand.clear();
    import.trusted = withoutForeignPins(import.trusted, old);
    import.trusted.clearTextConfirmed = isClearTextConfirmed(old, import.trusted);
    import.trust.append(
        Words::tr(
            "Send mail through %1 and sign in there with the password that is kept here for this account")
            .arg(shown(wanted.smtp.host)));
}

void addTrust(AccountImport &import, const AccountSettings &wanted)
{
    const auto pin = [&import](const QString &host, const QString &pem, QString &into) {
        if (pem.isEmpty() || pem == into)
            return;
        into = pem;
        import.trust.append(
            Words::tr("Accept this certificate for %1: SHA-256 %2").arg(shown(host), fingerprint(pem)));
    };
    pin(wanted.imap.host, onlyPem(wanted.pinnedCertificate), import.trusted.pinnedCertificate);
    pin(wanted.smtp.host, onlyPem(wanted.smtpPinnedCertificate), import.trusted.smtpPinnedCertificate);
    if (wanted.clearTextConfirmed && !import.trusted.clearTextConfirmed) {
        import.trusted.clearTextConfirmed = true;
        const bool isReceiving = wanted.imap.security == ConnectionSecurity::None;
        import.trust.append(
            Words::tr("Send the password to %1 in clear text, where everybody on the way can read it")
                .arg(shown(isReceiving ? wanted.imap.host : wanted.smtp.host)));
    }
}

QStringList differences(const AccountSettings &before, const AccountSettings &after)
{
    QStringList all;
    for (const Field &field : accountFields()) {
        const QString a = field.value(before);
        const QString b = field.value(after);
        if (a != b)
            all.append(u"%1: %2 → %3"_s.arg(QLatin1StringView(field.key), a.isEmpty() ? u"–"_s : shown(a),
                                            b.isEmpty() ? u"–"_s : shown(b)));
    }
    return all;
}

QString problemOf(const AccountSettings &account)
{
    const auto fine = checkSettings(account);
    return fine ? QString() : fine.error().text;
}

AccountImport importOf(const AccountSettings &imported, const QList<AccountSettings> &here,
                       const QStringList &taken)
{
    const AccountSettings wanted = withDefaults(imported);
    const AccountSettings *old = counterpart(wanted, here);
    AccountImport import;
    import.account = wanted;
    import.account.key = old ? old->key : freeKey(wanted.key, taken);
    // Trust is given here or not at all.
    import.account.pinnedCertificate = old ? old->pinnedCertificate : QString();
    import.account.smtpPinnedCertificate = old ? old->smtpPinnedCertificate : QString();
    const bool follows = old && wouldFollow(wanted, here);
    if (follows)
        import.account.smtp = isSameLogin(*old, wanted) ? old->smtp : ServerSettings();
    if (old)
        import.account = withoutForeignPins(import.account, *old);
    import.account.clearTextConfirmed = old && isClearTextConfirmed(*old, import.account);
    if (old && sameServer(old->imap, import.account.imap) && sameServer(old->smtp, import.account.smtp))
        import.account.passwordCommand = old->passwordCommand;
    import.trusted = import.account;
    if (follows)
        trustSending(import, *old, wanted);
    addTrust(import, wanted);
    if (old) {
        import.changes = differences(*old, import.account);
        import.state = import.changes.isEmpty() && import.trust.isEmpty() ? AccountImport::State::Same
                                                                          : AccountImport::State::Changed;
    }
    import.problem = problemOf(import.account);
    import.trustedProblem = problemOf(import.trusted);
    return import;
}

} // namespace

ImportPlan ImportPlan::of(const SettingsBundle &file, const SettingsBundle &here,
                          const QList<AccountSettings> &accountsHere)
{
    ImportPlan plan;
    for (const auto &[key, value] : file.settings.asKeyValueRange()) {
        const QString before = here.settings.value(key);
        if (before != value)
            plan.settings.append({key, before, value});
    }
    plan.tagsChange = file.tags && file.tags != here.tags;
    plan.keysChange = file.keys && file.keys != here.keys;
    for (SavedSearch search : file.searches) {
        const bool isHere = std::ranges::any_of(here.searches + plan.searches, [&](const SavedSearch &other) {
            return other.name == search.name && other.query == search.query;
        });
        if (isHere)
            continue;
        search.key = SavedSearchFile::freeKey(search.name, here.searches + plan.searches);
        plan.searches.append(search);
    }
    for (const auto &[address, signature] : file.signatures.asKeyValueRange()) {
        if (here.signatures.value(address) != signature)
            plan.signatures.insert(address, signature);
    }
    QStringList taken;
    for (const AccountSettings &account : accountsHere)
        taken.append(account.key);
    for (const AccountSettings &account : file.accounts) {
        plan.accounts.append(importOf(account, accountsHere, taken));
        taken.append(plan.accounts.constLast().account.key);
    }
    return plan;
}

bool ImportPlan::isEmpty() const
{
    return settings.isEmpty() && !tagsChange && !keysChange && signatures.isEmpty() && searches.isEmpty()
        && std::ranges::all_of(accounts,
                               [](const AccountImport &a) { return a.state == AccountImport::State::Same; });
}

QList<AccountSettings> withAccounts(QList<AccountSettings> accounts, const QList<AccountSettings> &chosen)
{
    for (const AccountSettings &account : chosen) {
        const auto place = std::ranges::find(accounts, account.key, &AccountSettings::key);
        if (place == accounts.end())
            accounts.append(account);
        else
            *place = account;
    }
    return accounts;
}

} // namespace kw
