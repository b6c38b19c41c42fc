#include "tests/imap/testserver.h"

#include "app/demo/server/privatedovecot.h"
#include "tests/bench/server/rawimap.h"
#include "tests/sync/simfront/socketserver.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTcpSocket>
#include <QTemporaryDir>

#include <csignal>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

namespace kw {

using namespace Qt::StringLiterals;

namespace {

class Dovecot final : public TestServer
{
public:
    Result<void> startSharing()
    {
        const QByteArray dir = QFile::encodeName(m_dir.path());
        m_sharing = "protocol imap {\n  mail_plugins {\n    imap_acl = yes\n  }\n}\n"
                    "acl_sharing_map {\n  dict file {\n    path = "
            + dir
            + "/mail/sharing.db\n  }\n}\n"
              "namespace shared {\n  type = shared\n  separator = /\n  prefix = shared/$user/\n"
              "  mail_path = %{owner_home}/Maildir\n"
              "  mail_index_private_path = ~/Maildir/shared/%{owner_user}\n"
              "  list = children\n  subscriptions = no\n}\n";
        return start({});
    }
    Result<void> start(const QStringList &without)
    {
        m_dir.setAutoRemove(false); // the server's broom removes it
        QFile::setPermissions(m_dir.path(), QFile::Permissions(0x7755));
        DovecotConfig config;
        config.directory = m_dir.path();
        config.mailRoot = m_dir.filePath(u"mail"_s);
        config.port = freeLoopbackPort();
        config.password = password;
        config.extra = "mail_plugins {\n  acl = yes\n  quota = yes\n}\nprotocol imap {\n  mail_plugins {\n   "
                       " imap_quota = yes\n  }\n}\nacl_driver = vfile\n"
                       "quota \"User quota\" {\n  driver = count\n  quota_storage_size = 40M\n  "
                       "quota_storage_grace = 0\n}\n";
        config.extra += m_sharing;
        config.mailboxes
            = {{u"Sent"_s, u"\\Sent"_s}, {u"Archive"_s, u"\\Archive"_s}, {u"Trash"_s, u"\\Trash"_s}};
        for (const QString &capability : without)
            config.capabilityChange += (config.capabilityChange.isEmpty() ? u"-"_s : u" -"_s) + capability;
        if (const auto written = config.write(); !written)
            return written.error();
        auto server = PrivateDovecot::start(config);
        if (!server)
            return server.error();
        m_server = std::move(*server);
        return {};
    }
    quint16 port() const override { return m_server->port(); }
    bool limit(const QString &box, Limit limit) override
    {
        if (limit == Limit::Full)
            return fill();
        const QByteArray rights = limit == Limit::NoInsert ? "lrwste"
            : limit == Limit::ReadOnly                     ? "lr"
                                                           : "lrsite";
        const QString folder = m_dir.filePath(u"mail/%1/Maildir/.%2"_s.arg(user, box));
        QFile file(folder + "/dovecot-acl"_L1);
        return file.open(QIODevice::WriteOnly) && file.write("owner " + rights + '\n') > 0 && file.flush()
            && giveToMailUser(file.fileName());
    }

    void lift() override
    {
        bench::RawImap client;
        if (client.open(port(), user.toUtf8(), password.toUtf8()))
            client.command("DELETE Filler"); // refused where there is none
    }
    quint64 setQuota(quint64) override { return 40 * 1024; } // as configured

private:
    // One quota for all mailboxes: another one takes what is left of it.
    bool fill()
    {
        bench::RawImap client;
        if (!client.open(port(), user.toUtf8(), password.toUtf8()) || !client.command("CREATE Filler"))
            return false;
        const QByteArray header("Subject: filler\r\n\r\n");
        for (qsizetype size = 16'000'000; size > 16 && client.isOpen();) {
            if (!client.append("Filler", header + QByteArray(size, 'x') + "\r\n"))
                size /= 2;
        }
        return client.isOpen();
    }

    QTemporaryDir m_dir{u"/tmp/kw-dovecot-XXXXXX"_s};
    QByteArray m_sharing;
    std::unique_ptr<PrivateDovecot> m_server;
};

class Cyrus final : public TestServer
{
    static constexpr uint Nobody = 65534;

public:
    ~Cyrus() override
    {
        m_server.terminate();
        if (!m_server.waitForFinished(5000))
            m_server.kill();
        m_server.waitForFinished(2000);
    }

    Result<void> start(const QStringList &without)
    {
        // The unpacked tree may lie where the server's own user cannot go (root's home): it works on a copy.
        const QString root = m_dir.filePath(u"cyrus"_s);
        if (QProcess::execute(u"cp"_s, {u"-r"_s, qEnvironmentVariable("KITTIWAKE_CYRUS"), root}) != 0)
            return Error{ErrorKind::Storage, u"Cyrus could not be copied."_s, {}};
        m_port = freeLoopbackPort();
        for (const QString &folder :
             {u"conf/proc"_s, u"conf/socket"_s, u"conf/db"_s, u"conf/log"_s, u"conf/user"_s, u"spool"_s})
            QDir(m_dir.path()).mkpath(folder);
        write(u"cyrus.conf"_s,
              u"START {\n}\nSERVICES {\n  imap cmd=\"%1/usr/lib/cyrus/bin/imapd -C %2/imapd.conf\" "
              u"listen=\"127.0.0.1:%3\" "
              "proto=\"tcp4\"\n}\nEVENTS {\n}\n"_s.arg(root, m_dir.path())
                  .arg(m_port));
        QString conf
            = u"configdirectory: %1/conf\ndefaultpartition: default\npartition-default: "
              u"%1/spool\nsasl_pwcheck_method: "
              "alwaystrue\nsasl_mech_list: PLAIN LOGIN\nallowplaintext: yes\naltnamespace: "
              "yes\nunixhierarchysep: yes\n"
              "autocreate_quota: 0\nautocreate_inbox_folders: Sent | Archive | Trash\nxlist-sent: "
              "Sent\nxlist-archive: Archive\n"
              "xlist-trash: Trash\nadmins: cyrus\nimplicit_owner_rights: lkxa\nspecialusealways: yes\nconversations: no\nservername: localhost\nimapidlepoll: 1\n"_s
                  .arg(m_dir.path());
        QStringList suppressed = without;
        if (suppressed.removeAll(u"/"_s) > 0) {
            m_separator = '.';
            conf.replace("unixhierarchysep: yes"_L1, "unixhierarchysep: no"_L1);
        }
        if (!suppressed.isEmpty())
            conf += "suppress_capabilities: "_L1 + suppressed.join(u' ') + u'\n';
        write(u"imapd.conf"_s, conf);
        QFile::setPermissions(m_dir.path(), QFile::Permissions(0x7755));
        giveToServersUser();

        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"LD_LIBRARY_PATH"_s, libraryPath(root));
        environment.insert(u"CYRUS_USER"_s, userName());
        m_server.setProcessEnvironment(environment);
        m_server.setStandardOutputFile(QProcess::nullDevice());
        m_server.setStandardErrorFile(m_dir.filePath(u"stderr"_s));
        m_server.setChildProcessModifier([] {
            // Its master ends all of its process group, which must not be that of the servers of other tests.
            if (::setpgid(0, 0) != 0)
                ::_exit(3);
            ::prctl(PR_SET_PDEATHSIG, SIGTERM);
            if (::getuid() == 0 && (::setgid(Nobody) != 0 || ::setuid(Nobody) != 0))
                ::_exit(3);
            ::prctl(PR_SET_PDEATHSIG, SIGTERM); // a change of user clears it
        });
        m_server.start(root + "/usr/lib/cyrus/bin/master"_L1,
                       {u"-C"_s, m_dir.filePath(u"imapd.conf"_s), u"-M"_s, m_dir.filePath(u"cyrus.conf"_s),
                        u"-p"_s, m_dir.filePath(u"pid"_s)});
        if (!m_server.waitForStarted(3000) || !greets())
            return Error{ErrorKind::Refused, u"Cyrus did not start: "_s + stderrText(), {}};
        return {};
    }
    quint16 port() const override { return m_port; }
    bool limit(const QString &box, Limit limit) override
    {
        bench::RawImap admin;
        if (!admin.open(m_port, "cyrus", "any"))
            return false;
        const QByteArray path
            = QByteArray("user/" + user.toUtf8() + '/' + box.toUtf8()).replace('/', m_separator);
        if (limit == Limit::Full)
            return admin.command("SETQUOTA " + path + " (STORAGE 0)");
        const QByteArray rights = limit == Limit::NoInsert ? "lrswte"
            : limit == Limit::ReadOnly                     ? "lr"
                                                           : "lrsite";
        return admin.command("SETACL " + path + ' ' + user.toUtf8() + ' ' + rights);
    }
    quint64 setQuota(quint64 kb) override
    {
        bench::RawImap admin;
        const QByteArray root = QByteArray("user/" + user.toUtf8()).replace('/', m_separator);
        const QByteArray limit = kb > 0 ? "(STORAGE " + QByteArray::number(kb) + ')' : "()";
        return admin.open(m_port, "cyrus", "any") && admin.command("SETQUOTA " + root + ' ' + limit) ? kb : 0;
    }

private:
    void write(const QString &name, const QString &text)
    {
        QFile file(m_dir.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(text.toUtf8());
    }
    QString stderrText()
    {
        QFile file(m_dir.filePath(u"stderr"_s));
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll().right(500)) : QString();
    }
    // Cyrus looks its own user up by name and refuses to be root.
    static QString userName()
    {
        const passwd *entry = ::getpwuid(::getuid() == 0 ? Nobody : ::getuid());
        return entry ? QString::fromLocal8Bit(entry->pw_name) : QString();
    }
    static QString libraryPath(const QString &root)
    {
        const QDir lib(root + "/usr/lib"_L1);
        QStringList paths;
        for (const QString &triplet : lib.entryList({u"*-linux-*"_s}, QDir::Dirs))
            paths.append(lib.filePath(triplet));
        return paths.join(u':');
    }
    void giveToServersUser()
    {
        QStringList all{m_dir.path()};
        for (qsizetype i = 0; i < all.size(); ++i) {
            if (::getuid() == 0 && ::chown(QFile::encodeName(all[i]).constData(), Nobody, Nobody) != 0)
                return;
            for (const QFileInfo &info : QDir(all[i]).entryInfoList(QDir::AllEntries | QDir::NoDotAndDotDot))
                all.append(info.filePath());
        }
    }
    bool greets()
    {
        QElapsedTimer timer;
        timer.start();
        while (timer.elapsed() < 15'000 && m_server.state() == QProcess::Running) {
            QTcpSocket socket;
            socket.connectToHost(u"127.0.0.1"_s, m_port);
            if (socket.waitForConnected(300) && socket.waitForReadyRead(2000)
                && socket.readAll().startsWith("* OK"))
                return true;
            m_server.waitForFinished(50); // also the pause between two tries
        }
        return false;
    }

    QTemporaryDir m_dir{u"/tmp/kw-cyrus-XXXXXX"_s};
    QProcess m_server;
    quint16 m_port = 0;
    char m_separator = '/';
};

class Simulator final : public TestServer
{
public:
    explicit Simulator(const QStringList &without)
        : m_server(features(without), password)
    {
        m_server.change([](sim::SimServer &server) {
            server.createFolder(u"Sent"_s, FolderRole::Sent);
            server.createFolder(u"Archive"_s, FolderRole::Archive);
            server.createFolder(u"Trash"_s, FolderRole::Trash);
        });
    }
    quint16 port() const override { return m_server.port(); }
    bool limit(const QString &box, Limit limit) override
    {
        m_server.change([&box, limit](sim::SimServer &server) {
            sim::SimFolder &folder = *server.folder(box);
            folder.overQuota = limit == Limit::Full;
            folder.noInsert = limit == Limit::NoInsert || limit == Limit::ReadOnly;
            folder.readOnly = limit == Limit::ReadOnly;
            folder.noKeywords = limit == Limit::NoKeywords;
        });
        return true;
    }
    quint64 setQuota(quint64 kb) override
    {
        m_server.change([kb](sim::SimServer &server) { server.quirks.quotaKb = kb; });
        return kb;
    }

private:
    static sim::SimFeatures features(const QStringList &without)
    {
        using Resync = sim::SimFeatures::Resync;
        sim::SimFeatures all;
        all.resync = without.contains("CONDSTORE"_L1) ? Resync::Plain
            : without.contains("QRESYNC"_L1)          ? Resync::Condstore
                                                      : Resync::Qresync;
        all.move = !without.contains("MOVE"_L1);
        all.uidPlus = !without.contains("UIDPLUS"_L1);
        all.idle = !without.contains("IDLE"_L1);
        return all;
    }

    simfront::SocketServer m_server;
};

template <class Server> Result<std::unique_ptr<TestServer>> started(const QStringList &without)
{
    auto server = std::make_unique<Server>();
    if (const auto up = server->start(without); !up)
        return up.error();
    return std::unique_ptr<TestServer>(std::move(server));
}

} // namespace

Result<std::unique_ptr<TestServer>> startServer(const QString &kind, const QStringList &without)
{
    if (kind == "simulator"_L1)
        return std::unique_ptr<TestServer>(std::make_unique<Simulator>(without));
    if (kind == "cyrus"_L1)
        return started<Cyrus>(without);
    return started<Dovecot>(without);
}

Result<std::unique_ptr<TestServer>> startSharingServer(const QString &kind)
{
    if (kind == "cyrus"_L1)
        return started<Cyrus>({});
    auto server = std::make_unique<Dovecot>();
    if (const auto up = server->startSharing(); !up)
        return up.error();
    return std::unique_ptr<TestServer>(std::move(server));
}

bool hasCyrus()
{
    return QFile::exists(qEnvironmentVariable("KITTIWAKE_CYRUS") + "/usr/lib/cyrus/bin/master"_L1);
}

} // namespace kw
