#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <map>
#include <set>

namespace kw::killing {

using Words = std::set<QByteArray>; // flags and keywords in lower case

struct Mail {
    int number = 0; // in its subject and Message-ID
    QString folder;
    Words flags;
};

// What a server holds: which folders, and which messages with which flags. Each copy of a message is one of
// its own.
struct Mailboxes {
    std::set<QString> folders;
    std::map<int, Mail> mails; // by a number that a copy keeps for life

    bool holds(const QString &folder, int number) const;
    QList<int> in(const QString &folder) const; // keys of `mails`
    // One line per message, sorted, and one per folder of the person's own.
    QStringList lines() const;
};

// Folders that the program makes when it needs them, so that there may be one more of them than the model
// says.
bool isRoleFolder(const QString &path);

} // namespace kw::killing
