#include "app/ctl/reading.h"
#include "app/ctl/words.h"
#include "app/instance/livestatus.h"
#include "core/account/secretstore.h"

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

QString securityWord(ConnectionSecurity security)
{
    switch (security) {
    case ConnectionSecurity::Tls:
        return u"tls"_s;
    case ConnectionSecurity::StartTls:
        return u"starttls"_s;
    case ConnectionSecurity::None:
        return u"none"_s;
    }
    return {};
}

QJsonValue serverJson(const ServerSettings &server)
{
    if (server.host.isEmpty())
        return QJsonValue::Null;
    return QJsonObject{{u"host"_s, server.host},
                       {u"port"_s, server.port},
                       {u"security"_s, securityWord(server.security)},
                       {u"user"_s, server.user}};
}

QJsonObject accountJson(const AccountSettings &account, const QString &place)
{
    return {{u"key"_s, account.key},
            {u"name"_s, account.name},
            {u"address"_s, account.address},
            {u"color"_s, textOrNull(account.color)},
            {u"imap"_s, serverJson(account.imap)},
            {u"smtp"_s, serverJson(account.smtp)},
            {u"password"_s, account.passwordCommand.isEmpty() ? place : u"command"_s},
            {u"pinned_certificate"_s, !account.pinnedCertificate.isEmpty()}};
}

struct FolderLine {
    const FolderRow &row;
    QString account;
    QString liveness;
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
            {u"selectable"_s, line.row.selectable && !line.row.unsupported}};
}

QStringList folderCells(const FolderLine &line)
{
    return {printable(line.account),
            printable(line.row.path),
            roleWord(line.row.role),
            QString::number(line.row.total),
            QString::number(line.row.unread),
            line.liveness,
            shownDate(line.row.provenAt / 1000)};
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
        accounts.append(accountJson(account, place));
        rows.append({printable(account.key), printable(account.name), printable(account.address),
                     u"%1:%2"_s.arg(printable(account.imap.host)).arg(account.imap.port),
                     securityWord(account.imap.security), printable(account.imap.user)});
    }
    for (const auto &error : loaded.errors)
        errors.append(error.text);
    if (run.out.wantsJson())
        run.out.json({{u"accounts"_s, accounts}, {u"errors"_s, errors}});
    else
        run.out.table({u"ACCOUNT"_s, u"NAME"_s, u"ADDRESS"_s, u"SERVER"_s, u"SECURITY"_s, u"USER"_s}, rows);
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
    for (const auto &row : (*reading)->folders()) {
        const auto account = (*reading)->accountKey(row.account);
        if (!wanted.isEmpty() && wanted != account)
            continue;
        known = true;
        const FolderLine line{row, account, livenessWord(alive.liveness(row.id))};
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
        run.out.table(
            {u"ACCOUNT"_s, u"FOLDER"_s, u"ROLE"_s, u"TOTAL"_s, u"UNREAD"_s, u"LIVENESS"_s, u"LAST SYNCED"_s},
            rows, {3, 4});
    return Fine;
}

} // namespace kw::ctl
