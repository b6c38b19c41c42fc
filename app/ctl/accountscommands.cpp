#include "app/ctl/reading.h"
#include "app/ctl/words.h"
#include "app/instance/livestatus.h"
#include "core/account/identities.h"
#include "core/account/secretstore.h"
#include "core/store/accountfacts.h"
#include "core/store/sharedfolders.h"

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

QJsonValue serverJson(const ServerSettings &server)
{
    if (server.host.isEmpty())
        return QJsonValue::Null;
    return QJsonObject{{u"host"_s, server.host},
                       {u"port"_s, server.port},
                       {u"security"_s, securityWord(server.security)},
                       {u"user"_s, server.user}};
}

QJsonArray identitiesJson(const AccountSettings &account)
{
    QJsonArray out;
    for (const Address &identity : identities(account))
        out.append(addressJson(identity));
    return out;
}

QJsonObject accountJson(const AccountSettings &account, int position, const QString &place)
{
    return {
        {u"key"_s, account.key},
        {u"name"_s, account.name},
        {u"address"_s, account.address},
        {u"color"_s, textOrNull(account.color)},
        {u"imap"_s, serverJson(account.imap)},
        {u"smtp"_s, serverJson(account.smtp)},
        {u"sign_in"_s, account.oauth.isEmpty() ? u"password"_s : account.oauth},
        {u"password"_s, account.passwordCommand.isEmpty() ? place : u"command"_s},
        {u"pinned_certificate"_s, !account.pinnedCertificate.isEmpty()},
        {u"position"_s, position},
        {u"paused"_s, account.paused},
        {u"identities"_s, identitiesJson(account)},
        {u"list_days"_s,
         account.folders.listDays > 0 ? QJsonValue(account.folders.listDays) : QJsonValue(QJsonValue::Null)}};
}

struct FolderLine {
    const FolderRow &row;
    QString account;
    QString liveness;
    FolderFacts facts;
    FolderChoices choices;
    bool shared = false;

    bool isSkipped() const { return choices.skipped.contains(row.path) && row.role != FolderRole::Inbox; }
    bool isOffline() const { return choices.offline.contains(row.path); }
    // Who gave it its role: "choice", "server" or "name".
    QString roleSource() const
    {
        if (row.role == FolderRole::None)
            return {};
        if (choices.roles.value(row.role) == row.path)
            return u"choice"_s;
        return facts.told == row.role ? u"server"_s : u"name"_s;
    }
};

QJsonObject folderJson(const FolderLine &line)
{
    return {{u"id"_s, raw(line.row.id)},
            {u"account"_s, line.account},
            {u"path"_s, line.row.path},
            {u"role"_s, textOrNull(roleWord(line.row.role))},
            {u"total"_s, qint64(line.row.total)},
            {u"unread"_s, qint64(line.row.unread)},
            {u"liveness"_s, line.liveness},
            {u"proven_at"_s, isoDate(line.row.provenAt / 1000)},
            {u"complete"_s, line.row.lowUid == 1},
            {u"selectable"_s, line.row.selectable && !line.row.unsupported},
            {u"role_source"_s, textOrNull(line.roleSource())},
            {u"subscribed"_s, line.row.subscribed},
            {u"skipped"_s, line.isSkipped()},
            {u"offline"_s, line.isOffline()},
            {u"shared"_s, line.shared},
            {u"listed_since"_s, line.row.lowUid > 1 ? isoDate(line.facts.listedSince) : QJsonValue::Null}};
}

QString notes(const FolderLine &line)
{
    QStringList words;
    if (line.isSkipped())
        words.append(u"not kept here"_s);
    if (line.isOffline())
        words.append(u"offline"_s);
    if (line.shared)
        words.append(u"shared"_s);
    if (!line.row.subscribed)
        words.append(u"not subscribed"_s);
    return words.join(u", "_s);
}

QStringList folderCells(const FolderLine &line)
{
    return {printable(line.account),
            printable(line.row.path),
            roleWord(line.row.role),
            QString::number(line.row.total),
            QString::number(line.row.unread),
            line.liveness,
            shownDate(line.row.provenAt / 1000),
            notes(line)};
}

// What holds for all folders of one account.
struct AccountLines {
    QHash<FolderId, FolderFacts> facts;
    FolderChoices choices;
    SharedFolders shared;
};

AccountLines accountLines(Reading &reading, const QList<AccountSettings> &accounts, AccountId account)
{
    AccountLines out;
    out.facts = AccountFacts(reading.database()).folders(account);
    QList<FolderRow> rows = reading.folders();
    rows.removeIf([account](const FolderRow &row) { return row.account != account; });
    out.shared = SharedFolders(rows);
    const auto found = std::ranges::find(accounts, reading.accountKey(account), &AccountSettings::key);
    if (found != accounts.end())
        out.choices = found->folders;
    return out;
}

} // namespace

int runAccounts(const Invocation &run)
{
    const auto loaded = loadAccounts(run);
    const QString place = secretPlaceName(loadSecretPlace(run.paths.config));
    QJsonArray accounts;
    QJsonArray errors;
    QList<QStringList> rows;
    for (const auto &account : loaded.accounts) {
        accounts.append(accountJson(account, int(rows.size()) + 1, place));
        rows.append({printable(account.key), printable(account.name), printable(account.address),
                     u"%1:%2"_s.arg(printable(account.imap.host)).arg(account.imap.port),
                     securityWord(account.imap.security), printable(account.imap.user),
                     account.oauth.isEmpty() ? u"password"_s : printable(account.oauth),
                     account.paused ? u"paused"_s : QString()});
    }
    for (const auto &error : loaded.errors)
        errors.append(error.text);
    if (run.out.wantsJson())
        run.out.json({{u"accounts"_s, accounts}, {u"errors"_s, errors}});
    else
        run.out.table({u"ACCOUNT"_s, u"NAME"_s, u"ADDRESS"_s, u"SERVER"_s, u"SECURITY"_s, u"USER"_s,
                       u"SIGN-IN"_s, u"STATE"_s},
                      rows);
    return loaded.errors.isEmpty() ? Fine : Failed;
}

int runFolders(const Invocation &run)
{
    const auto reading = Reading::open(run.paths);
    if (!reading) {
        run.out.error(reading.error());
        return Failed;
    }
    const auto wanted = run.arguments.operands.value(0);
    const auto alive = LiveStatus::ofRunningWindow(run.paths);
    QJsonArray folders;
    QList<QStringList> rows;
    bool known = wanted.isEmpty();
    const auto accounts = AccountFile::load(run.paths.accountsIni()).accounts;
    QHash<AccountId, AccountLines> lines;
    for (const auto &row : (*reading)->folders()) {
        const auto account = (*reading)->accountKey(row.account);
        if (!wanted.isEmpty() && wanted != account)
            continue;
        known = true;
        if (!lines.contains(row.account))
            lines.insert(row.account, accountLines(**reading, accounts, row.account));
        const AccountLines &its = lines[row.account];
        const FolderLine line{row,
                              account,
                              livenessWord(alive.liveness(row.id)),
                              its.facts.value(row.id),
                              its.choices,
                              its.shared.contains(row.path)};
        folders.append(folderJson(line));
        rows.append(folderCells(line));
    }
    if (!known) {
        run.out.error(
            u"There is no account “%1” in the cache. kittiwakectl folders lists all of them."_s.arg(wanted));
        return Failed;
    }
    if (run.out.wantsJson())
        run.out.json({{u"folders"_s, folders}});
    else
        run.out.table({u"ACCOUNT"_s, u"FOLDER"_s, u"ROLE"_s, u"TOTAL"_s, u"UNREAD"_s, u"LIVENESS"_s,
                       u"LAST SYNCED"_s, u"NOTES"_s},
                      rows, {3, 4});
    return Fine;
}

} // namespace kw::ctl
