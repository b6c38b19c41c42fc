#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

// GnuPG for tests: keys of their own in a home of its own.
namespace kw {

struct Ran {
    int code = -1;
    QByteArray out;
    QByteArray errors;
};

// Waits for a program; code -1: it did not end within a minute.
Ran run(const QString &program, const QStringList &arguments, const QByteArray &input = {});
Ran gpg(const QStringList &arguments, const QByteArray &input = {});
// Without a passphrase it can be used at once.
bool makeKey(const QString &user, const QString &passphrase = {},
             const QString &expires = QStringLiteral("never"));

// A GNUPGHOME; what GnuPG started for it ends with it.
class GnupgHome
{
public:
    // What the passphrase dialog answers; null: nobody sits there.
    explicit GnupgHome(const char *passphrase = nullptr);
    ~GnupgHome();
    GnupgHome(const GnupgHome &) = delete;
    GnupgHome &operator=(const GnupgHome &) = delete;

    // From here on GnuPG works in this one.
    void enter() const;
    QString path(const QString &name) const { return m_folder.filePath(name); }
    void write(const QString &name, const QByteArray &content) const;
    // From now on the passphrase dialog opens and is never answered; the file that is made when it asks.
    QString leaveDialogOpen() const;

private:
    QTemporaryDir m_folder; // GnuPG's sockets lie in it, too
};

} // namespace kw
