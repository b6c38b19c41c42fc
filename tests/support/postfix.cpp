#include "tests/support/postfix.h"

#include <QDir>
#include <QElapsedTimer>
#include <QStandardPaths>
#include <QTcpServer>
#include <QTcpSocket>

#include <csignal>
#include <pwd.h>
#include <sys/prctl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr uint Nobody = 65534;
constexpr auto Daemons = "/usr/lib/postfix/sbin";

QString control()
{
    return QStandardPaths::findExecutable(u"postfix"_s, {u"/usr/sbin"_s});
}

bool give(const QString &path, uint user)
{
    return ::chown(QFile::encodeName(path).constData(), user, uint(-1)) == 0;
}

} // namespace

Postfix::~Postfix()
{
    m_master.terminate();
    if (m_master.state() != QProcess::NotRunning && !m_master.waitForFinished(5000))
        m_master.kill();
    m_master.waitForFinished(2000);
}

QString Postfix::missing()
{
    if (control().isEmpty() || !QFile::exists(QLatin1StringView(Daemons) + "/master"_L1))
        return u"Postfix is not installed (Debian's package postfix)."_s;
    return ::getuid() == 0 ? QString() : u"Postfix can only be started by root."_s;
}

QString Postfix::start()
{
    const passwd *owner = ::getpwnam("postfix");
    if (!owner)
        return u"There is no user postfix."_s;
    QTcpServer probe;
    if (!probe.listen(QHostAddress::LocalHost))
        return u"No port is free."_s;
    m_port = probe.serverPort();
    probe.close();
    QFile::setPermissions(m_dir.path(), QFile::Permissions(0x7755));
    for (const QString &folder : {u"etc"_s, u"queue"_s, u"data"_s, u"mail"_s})
        QDir(m_dir.path()).mkpath(folder);
    if (!give(m_dir.filePath(u"data"_s), owner->pw_uid) || !give(m_dir.filePath(u"mail"_s), Nobody))
        return u"Folders cannot be given to Postfix's users."_s;
    configure();
    QProcess check; // makes the queue's folders
    check.start(control(), {u"-c"_s, m_dir.filePath(u"etc"_s), u"check"_s});
    if (!check.waitForFinished(30'000) || check.exitCode() != 0)
        return QString::fromUtf8(check.readAllStandardError());
    m_master.setStandardOutputFile(QProcess::nullDevice());
    m_master.setStandardErrorFile(QProcess::nullDevice());
    m_master.setChildProcessModifier([] {
        // It ends all of its process group, which must not be the test's.
        if (::setpgid(0, 0) != 0)
            ::_exit(3);
        ::prctl(PR_SET_PDEATHSIG, SIGTERM);
    });
    m_master.start(QLatin1StringView(Daemons) + "/master"_L1, {u"-c"_s, m_dir.filePath(u"etc"_s), u"-d"_s});
    return m_master.waitForStarted(5000) && greets() ? QString() : QString::fromUtf8(log().right(1000));
}

void Postfix::configure() const
{
    const QByteArray dir = QFile::encodeName(m_dir.path());
    write(u"etc/main.cf"_s,
          "compatibility_level = 3.6\nqueue_directory = " + dir + "/queue\ndata_directory = " + dir
              + "/data\ncommand_directory = /usr/sbin\ndaemon_directory = " + Daemons
              + "\nmail_owner = postfix\nsetgid_group = postdrop\nmyhostname = mail.example.org\n"
                "mydestination =\ninet_interfaces = 127.0.0.1\ninet_protocols = ipv4\nalias_maps =\n"
                "smtpd_peername_lookup = no\nmaillog_file = "
              + dir + "/data/log\nmaillog_file_prefixes = " + dir
              + "\ndefault_transport = error\nvirtual_mailbox_domains = example.org\nvirtual_mailbox_base = "
              + dir
              + "/mail\nvirtual_mailbox_maps = inline:{ {bea@example.org=bea/} {cem@example.org=cem/} }\n"
                "virtual_uid_maps = static:65534\nvirtual_gid_maps = static:65534\n");
    write(u"etc/master.cf"_s,
          "127.0.0.1:" + QByteArray::number(m_port)
              + " inet n - n - - smtpd\ncleanup unix n - n - 0 cleanup\nqmgr unix n - n 300 1 qmgr\n"
                "rewrite unix - - n - - trivial-rewrite\nbounce unix - - n - 0 bounce\n"
                "defer unix - - n - 0 bounce\ntrace unix - - n - 0 bounce\n"
                "proxymap unix - - n - - proxymap\nvirtual unix - n n - - virtual\n"
                "error unix - - n - - error\nretry unix - - n - - error\nanvil unix - - n - 1 anvil\n"
                "postlog unix-dgram n - n - 1 postlogd\n");
}

bool Postfix::greets()
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < 20'000 && m_master.state() == QProcess::Running) {
        QTcpSocket socket;
        socket.connectToHost(u"127.0.0.1"_s, m_port);
        if (socket.waitForConnected(300) && socket.waitForReadyRead(3000)
            && socket.readAll().startsWith("220")) {
            m_ownSessions = 1;
            return true;
        }
        m_master.waitForFinished(50); // also the pause between two tries
    }
    return false;
}

QList<QByteArray> Postfix::delivered(const QString &user) const
{
    QList<QByteArray> messages;
    const QDir box(m_dir.filePath(u"mail/%1/new"_s.arg(user)));
    for (const QString &name : box.entryList(QDir::Files, QDir::Name)) {
        QFile file(box.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            messages.append(file.readAll());
    }
    return messages;
}

bool Postfix::isDone(int sessions) const
{
    if (log().count(": disconnect from") < sessions + m_ownSessions)
        return false;
    for (const QString &name : {u"maildrop"_s, u"incoming"_s, u"active"_s, u"deferred"_s}) {
        if (!QDir(m_dir.filePath(u"queue/"_s + name))
                 .isEmpty(QDir::Files | QDir::Dirs | QDir::NoDotAndDotDot))
            return false;
    }
    return true;
}

QByteArray Postfix::log() const
{
    QFile file(m_dir.filePath(u"data/log"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void Postfix::write(const QString &name, const QByteArray &text) const
{
    QFile file(m_dir.filePath(name));
    if (file.open(QIODevice::WriteOnly))
        file.write(text);
}

} // namespace kw
