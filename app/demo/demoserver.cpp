#include "app/demo/demoserver.h"

#include "app/demo/demomail.h"
#include "app/demo/server/demopost.h"
#include "app/demo/server/maildirwriter.h"
#include "app/demo/server/privatedovecot.h"
#include "core/account/accountfile.h"
#include "core/account/paths.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr auto Password = "demo"_L1;

Error storageError(const QString &path)
{
    return {ErrorKind::Storage,
            QCoreApplication::translate("kw::DemoServer",
                                        "Couldn't write the demo's mail into %1. Is the disk full?")
                .arg(path)};
}

} // namespace

DemoServer::DemoServer() = default;
DemoServer::~DemoServer() = default;

QString DemoServer::profileDir() const
{
    return m_directory->filePath(u"profile"_s);
}
quint16 DemoServer::imapPort() const
{
    return m_dovecot->port();
}
quint16 DemoServer::smtpPort() const
{
    return m_post->port();
}
qint64 DemoServer::serverProcessId() const
{
    return m_dovecot->processId();
}

Result<std::unique_ptr<DemoServer>> DemoServer::start(qint64 nowSeconds)
{
    std::unique_ptr<DemoServer> demo(new DemoServer);
    demo->m_directory = std::make_unique<QTemporaryDir>(QDir::tempPath() + "/kittiwake-demo-XXXXXX"_L1);
    if (!demo->m_directory->isValid())
        return storageError(QDir::tempPath());
    const QString root = demo->m_directory->path();
    // The mail server's own users must reach their folders; nothing secret lies at this level.
    QFile::setPermissions(root, QFile::permissions(root) | QFileDevice::ExeGroup | QFileDevice::ExeOther);

    DovecotConfig config;
    config.directory = root + "/server"_L1;
    config.sweep = root;
    config.mailRoot = config.directory + "/mail"_L1;
    config.port = freeLoopbackPort();
    config.password = Password;
    config.mailboxes = {{u"Drafts"_s, u"\\Drafts"_s},
                        {u"Sent"_s, u"\\Sent"_s},
                        {u"Archive"_s, u"\\Archive"_s},
                        {u"Junk"_s, u"\\Junk"_s},
                        {u"Trash"_s, u"\\Trash"_s}};
    demo->m_mail = std::make_unique<MaildirWriter>(config.mailRoot);
    demo->m_post
        = std::make_unique<DemoPost>([its = demo.get()](const QByteArray &to, const QByteArray &message) {
              return its->deliver(to, message);
          });
    for (const DemoMessage &message : DemoMail::messages(nowSeconds)) {
        if (!demo->m_mail->add({message.account, message.folder, message.flags, message.date}, message.raw))
            return storageError(config.mailRoot);
    }
    if (const auto written = demo->writeAccounts(config.port); !written)
        return written.error();
    auto server = PrivateDovecot::start(config);
    if (!server)
        return server.error();
    demo->m_dovecot = std::move(*server);
    return demo;
}

bool DemoServer::deliver(const QByteArray &recipient, const QByteArray &message)
{
    const auto accounts = DemoMail::accounts();
    for (const DemoAccount &account : accounts) {
        if (account.address.compare(QString::fromUtf8(recipient), Qt::CaseInsensitive) == 0)
            return m_mail->add({account.key, u"INBOX"_s, {}, QDateTime::currentSecsSinceEpoch()}, message);
    }
    return true;
}

Result<void> DemoServer::writeAccounts(quint16 port) const
{
    const Paths paths = Paths::profile(profileDir());
    if (const auto made = paths.create(); !made)
        return made.error();
    QList<AccountSettings> settings;
    for (const DemoAccount &account : DemoMail::accounts()) {
        AccountSettings entry;
        entry.key = account.key;
        entry.name = account.name;
        entry.address = account.address;
        entry.color = account.color;
        entry.aliases = {"Robin Keller <%1>"_L1.arg(account.address)}; // as whom one writes
        entry.imap = {u"127.0.0.1"_s, port, ConnectionSecurity::None, account.key};
        entry.smtp = {u"127.0.0.1"_s, m_post->port(), ConnectionSecurity::None, QString()};
        entry.passwordCommand = "echo "_L1 + Password;
        settings.append(entry);
    }
    // The whole of the demo's mail comes at once, so that every line of the list shows how its message
    // begins.
    QFile looks(paths.config + "/settings.ini"_L1);
    const QByteArray prefetch = "[sync]\nprefetchDays=36500\n";
    if (!looks.open(QIODevice::WriteOnly) || looks.write(prefetch) != prefetch.size())
        return storageError(looks.fileName());
    return AccountFile::save(paths.accountsIni(), settings);
}

} // namespace kw
