#include "app/demo/server/dovecotconfig.h"

#include <QCoreApplication>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QTcpServer>

#include <grp.h>
#include <pwd.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

bool isRoot()
{
    return ::geteuid() == 0;
}

QByteArray userName()
{
    const passwd *entry = ::getpwuid(::geteuid());
    return entry ? QByteArray(entry->pw_name) : QByteArray::number(::geteuid());
}

QByteArray groupName()
{
    const group *entry = ::getgrgid(::getegid());
    return entry ? QByteArray(entry->gr_name) : QByteArray::number(::getegid());
}

// Without root Dovecot can neither switch users nor chroot; every service then runs as the caller.
QByteArray rootlessText()
{
    if (isRoot())
        return {};
    return "default_internal_user = " + userName() + "\ndefault_internal_group = " + groupName()
        + "\ndefault_login_user = " + userName() + "\nservice anvil {\n  chroot =\n}\n";
}

QByteArray mailboxText(const QList<DovecotConfig::Mailbox> &mailboxes)
{
    QByteArray out;
    for (const auto &box : mailboxes) {
        out += "  mailbox " + box.name.toUtf8() + " {\n    auto = subscribe\n";
        if (!box.specialUse.isEmpty())
            out += "    special_use = " + box.specialUse.toUtf8() + "\n";
        out += "  }\n";
    }
    return out;
}

QByteArray capabilityText(const QString &change)
{
    QByteArray out;
    for (const QString &word : change.split(u' ', Qt::SkipEmptyParts)) {
        if (word.startsWith(u'-'))
            out += "  " + word.mid(1).toUtf8() + " = no\n";
        else
            out += "  " + word.mid(word.startsWith(u'+') ? 1 : 0).toUtf8() + " = yes\n";
    }
    return out.isEmpty() ? out : "imap_capability {\n" + out + "}\n";
}

} // namespace

QString DovecotConfig::file() const
{
    return directory + "/dovecot.conf"_L1;
}
QString DovecotConfig::logFile() const
{
    return directory + "/log"_L1;
}

QByteArray DovecotConfig::text() const
{
    const QByteArray dir = QFile::encodeName(directory);
    const QByteArray mail = QFile::encodeName(mailRoot);
    const QByteArray uid = QByteArray::number(isRoot() ? MailUser : ::geteuid());
    const QByteArray gid = QByteArray::number(isRoot() ? MailUser : ::getegid());
    return "dovecot_config_version = 2.4.0\ndovecot_storage_version = 2.4.0\n"
           "base_dir = "
        + dir + "/run\nstate_dir = " + dir + "/state\nlog_path = " + dir
        + "/log\n"
          "protocols = imap\nssl = no\nauth_allow_cleartext = yes\n"
          "first_valid_uid = 1\nfirst_valid_gid = 1\n"
          "mail_driver = maildir\nmailbox_list_utf8 = yes\n"
          "mail_path = "
        + mail + "/%{user}/Maildir\n" + rootlessText() + capabilityText(capabilityChange) + extra
        + "passdb static {\n  password = " + password.toUtf8()
        + "\n}\n"
          "userdb static {\n  fields {\n    uid = "
        + uid + "\n    gid = " + gid + "\n    home = " + mail
        + "/%{user}\n  }\n}\n"
          "namespace inbox {\n  inbox = yes\n  separator = /\n"
        + mailboxText(mailboxes)
        + "}\n"
          "service imap-login {\n"
        + QByteArray(isRoot() ? "" : "  chroot =\n")
        + "  inet_listener imap {\n    listen = 127.0.0.1\n    port = " + QByteArray::number(port)
        + "\n  }\n  inet_listener imaps {\n    port = 0\n  }\n}\n";
}

Result<void> DovecotConfig::write() const
{
    const auto failed = [this] {
        return Error{
            ErrorKind::Storage,
            QCoreApplication::translate("kw::DovecotConfig",
                                        "Couldn't prepare the private mail server in %1. Is the disk full?")
                .arg(directory)};
    };
    if (!QDir().mkpath(directory + "/run"_L1) || !QDir().mkpath(mailRoot) || !giveToMailUser(mailRoot))
        return failed();
    QFile conf(file());
    const QByteArray content = text();
    if (!conf.open(QIODevice::WriteOnly) || conf.write(content) != content.size())
        return failed();
    return {};
}

bool giveToMailUser(const QString &path)
{
    // A million files take seconds: a tree whose top is right was given away as a whole.
    if (!isRoot() || QFileInfo(path).ownerId() == DovecotConfig::MailUser)
        return true;
    const auto give = [](const QString &p) {
        return ::lchown(QFile::encodeName(p).constData(), DovecotConfig::MailUser, DovecotConfig::MailUser)
            == 0;
    };
    QDirIterator it(path, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot,
                    QDirIterator::Subdirectories);
    while (it.hasNext()) {
        if (!give(it.next()))
            return false;
    }
    return give(path);
}

quint16 freeLoopbackPort()
{
    QTcpServer probe;
    return probe.listen(QHostAddress::LocalHost) ? probe.serverPort() : quint16(0);
}

} // namespace kw
