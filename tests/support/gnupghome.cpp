#include "support/gnupghome.h"

#include <QFile>
#include <QProcess>

using namespace Qt::StringLiterals;

namespace kw {

Ran run(const QString &program, const QStringList &arguments, const QByteArray &input)
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    return {process.exitCode(), process.readAllStandardOutput(), process.readAllStandardError()};
}

Ran gpg(const QStringList &arguments, const QByteArray &input)
{
    return run(u"gpg"_s,
               QStringList{u"--batch"_s, u"--yes"_s, u"--pinentry-mode"_s, u"loopback"_s} + arguments, input);
}

bool makeKey(const QString &user, const QString &passphrase, const QString &expires)
{
    return gpg({u"--passphrase"_s, passphrase, u"--quick-gen-key"_s, user, u"default"_s, u"default"_s,
                expires})
               .code
        == 0;
}

GnupgHome::GnupgHome(const char *passphrase)
{
    QByteArray dialog = "/bin/false";
    if (passphrase) {
        dialog = path(u"dialog"_s).toUtf8();
        write(u"dialog"_s,
              "#!/bin/sh\necho OK\nwhile read -r line; do case $line in\n  GETPIN*) echo 'D "
                  + QByteArray(passphrase)
                  + "'; echo OK ;;\n  BYE*) echo OK; exit ;;\n  *) echo OK ;;\nesac; done\n");
        QFile::setPermissions(path(u"dialog"_s), QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    }
    write(u"gpg-agent.conf"_s, "no-allow-mark-trusted\npinentry-program " + dialog + "\n");
    write(u"gpgsm.conf"_s, "disable-crl-checks\n");
}

GnupgHome::~GnupgHome()
{
    enter();
    run(u"gpgconf"_s, {u"--kill"_s, u"all"_s});
}

void GnupgHome::enter() const
{
    qputenv("GNUPGHOME", m_folder.path().toUtf8());
}

void GnupgHome::write(const QString &name, const QByteArray &content) const
{
    QFile file(path(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
        qFatal("%s cannot be written", qPrintable(name));
}

QString GnupgHome::leaveDialogOpen() const
{
    const QString asked = path(u"asked"_s);
    const QString dialog = path(u"dialog"_s);
    write(u"dialog"_s,
          "#!/bin/sh\necho OK\nwhile read -r line; do case $line in\n  GETPIN*) touch '" + asked.toUtf8()
              + "' ;;\n  *) echo OK ;;\nesac; done\n");
    QFile::setPermissions(dialog, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    write(u"gpg-agent.conf"_s, "pinentry-program " + dialog.toUtf8() + "\n");
    run(u"gpgconf"_s, {u"--kill"_s, u"gpg-agent"_s});
    return asked;
}

} // namespace kw
