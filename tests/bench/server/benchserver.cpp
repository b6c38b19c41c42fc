#include "bench/server/benchserver.h"

#include "bench/server/mailgenerator.h"
#include "core/account/accountfile.h"
#include "core/account/paths.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

#include <unistd.h>

using namespace Qt::StringLiterals;

namespace kw::bench {

namespace {

Error storage(const QString &path)
{
    return {ErrorKind::Storage, u"Couldn't write the mail into %1."_s.arg(path)};
}

Result<void> writeOnce(const QString &mailRoot, int messages, int users)
{
    for (int user = 1; user <= users; ++user) {
        const QString home = mailRoot + u"/u%1"_s.arg(user);
        if (QFile::exists(home + "/.complete"_L1))
            continue;
        QDir(home).removeRecursively();
        if (!writeMaildir(home + "/Maildir"_L1, messages) || !giveToMailUser(home))
            return storage(home);
        QFile marker(home + "/.complete"_L1);
        if (!marker.open(QIODevice::WriteOnly))
            return storage(home);
    }
    return {};
}

} // namespace

BenchServer::BenchServer() = default;
BenchServer::~BenchServer() = default;

Result<std::unique_ptr<BenchServer>> BenchServer::start(const QString &cacheRoot, int messages, int users)
{
    std::unique_ptr<BenchServer> server(new BenchServer);
    server->m_messages = messages;
    const QString root = reachableFolder(cacheRoot) + u"/v%1-%2"_s.arg(MailGenerator::Version).arg(messages);
    if (!QDir().mkpath(root))
        return storage(root);
    if (const auto written = writeOnce(root, messages, users); !written)
        return written.error();
    server->m_run = std::make_unique<QTemporaryDir>(QDir::tempPath() + "/kittiwake-bench-XXXXXX"_L1);
    const QString run = server->m_run->path();
    QFile::setPermissions(run, QFile::permissions(run) | QFileDevice::ExeGroup | QFileDevice::ExeOther);
    DovecotConfig config;
    config.directory = run;
    config.mailRoot = root;
    config.port = freeLoopbackPort();
    config.password = QLatin1StringView(Password);
    auto dovecot = PrivateDovecot::start(config);
    if (!dovecot)
        return dovecot.error();
    server->m_dovecot = std::move(*dovecot);
    if (const auto warmed = server->warm(root, users); !warmed)
        return warmed.error();
    return server;
}

Result<void> BenchServer::warm(const QString &root, int users) const
{
    for (int user = 1; user <= users; ++user) {
        const QString marker = root + u"/u%1/.warm"_s.arg(user);
        if (QFile::exists(marker))
            continue;
        const auto raw = client("u" + QByteArray::number(user));
        if (!raw || !raw->command(listingFetch("1:*")))
            return Error{ErrorKind::Protocol, u"The private mail server couldn't read the generated mail."_s};
        QFile file(marker);
        if (!file.open(QIODevice::WriteOnly))
            return storage(marker);
    }
    return {};
}

std::unique_ptr<RawImap> BenchServer::client(const QByteArray &user) const
{
    auto raw = std::make_unique<RawImap>();
    if (!raw->open(port(), user, Password) || !raw->command("ENABLE QRESYNC")
        || !raw->command("SELECT INBOX", RawImap::Keep::Answer))
        return nullptr;
    return raw;
}

QString reachableFolder(const QString &wanted)
{
    if (::geteuid() != 0)
        return wanted;
    QString path = QFileInfo(wanted).absoluteFilePath();
    for (;;) {
        const QString parent = QFileInfo(path).absolutePath();
        if (parent == path)
            return wanted;
        if (QFileInfo::exists(path) && !QFile::permissions(path).testFlag(QFileDevice::ExeOther))
            return u"/var/tmp/kittiwake-bench-mail"_s;
        path = parent;
    }
}

Result<void> writeProfile(const QString &directory, quint16 port, int users)
{
    const Paths paths = Paths::profile(directory);
    if (const auto made = paths.create(); !made)
        return made.error();
    QList<AccountSettings> accounts;
    for (int user = 1; user <= users; ++user) {
        AccountSettings account;
        account.key = u"u%1"_s.arg(user);
        account.address = account.key + "@example.org"_L1;
        account.imap = {u"127.0.0.1"_s, port, ConnectionSecurity::None, account.key};
        account.passwordCommand = "echo "_L1 + QLatin1StringView(BenchServer::Password);
        accounts.append(account);
    }
    return AccountFile::save(paths.accountsIni(), accounts);
}

} // namespace kw::bench
