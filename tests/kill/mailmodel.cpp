#include "tests/kill/mailmodel.h"

using namespace Qt::StringLiterals;

namespace kw::killing {

bool isRoleFolder(const QString &path)
{
    return QStringList{u"INBOX"_s, u"Sent"_s, u"Archive"_s, u"Trash"_s, u"Junk"_s, u"Drafts"_s}.contains(
        path);
}

bool Mailboxes::holds(const QString &folder, int number) const
{
    return std::any_of(mails.begin(), mails.end(), [&](const auto &each) {
        return each.second.folder == folder && each.second.number == number;
    });
}

QList<int> Mailboxes::in(const QString &folder) const
{
    QList<int> keys;
    for (const auto &[key, mail] : mails) {
        if (mail.folder == folder)
            keys.append(key);
    }
    return keys;
}

QStringList Mailboxes::lines() const
{
    QStringList lines;
    for (const QString &folder : folders) {
        if (!isRoleFolder(folder))
            lines.append(u"folder "_s + folder);
    }
    for (const auto &[key, mail] : mails) {
        QString line = u"%1: %2"_s.arg(mail.folder).arg(mail.number);
        for (const QByteArray &flag : mail.flags)
            line += u' ' + QString::fromUtf8(flag);
        lines.append(line);
    }
    lines.sort();
    return lines;
}

} // namespace kw::killing
