#include "app/demo/server/maildirwriter.h"

#include "app/demo/server/dovecotconfig.h"

#include <QDir>
#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;

namespace kw {

MaildirWriter::MaildirWriter(const QString &mailRoot)
    : m_root(mailRoot)
{
}

QByteArray MaildirWriter::flagLetters(Flags flags)
{
    QByteArray letters;
    if (flags & Flag::Draft)
        letters += 'D';
    if (flags & Flag::Flagged)
        letters += 'F';
    if (flags & Flag::Answered)
        letters += 'R';
    if (flags & Flag::Seen)
        letters += 'S';
    return letters;
}

QString MaildirWriter::folderPath(const Place &place)
{
    QString &known = m_folders[place.user + u'\n' + place.folder];
    if (!known.isEmpty())
        return known;
    const QString home = m_root + u'/' + place.user + "/Maildir"_L1;
    const bool inbox = place.folder == "INBOX"_L1;
    const QString path = inbox ? home : home + "/."_L1 + QString(place.folder).replace(u'/', u'.');
    for (const auto sub : {"/cur"_L1, "/new"_L1, "/tmp"_L1}) {
        if (!QDir().mkpath(path + sub))
            return {};
    }
    if (inbox)
        return known = path;
    QFile subscriptions(home + "/subscriptions"_L1);
    const QByteArray line = place.folder.toUtf8() + '\n';
    // Version 2 of Dovecot's own file: names with tab-separated levels.
    if (!subscriptions.open(QIODevice::Append))
        return {};
    if (subscriptions.size() == 0)
        subscriptions.write("V\t2\n\n");
    subscriptions.write(QByteArray(line).replace('/', '\t'));
    return known = path;
}

bool MaildirWriter::add(const Place &place, const QByteArray &raw)
{
    const QString folder = folderPath(place);
    if (folder.isEmpty())
        return false;
    const QString name = u"%1.M%2.demo,S=%3:2,%4"_s.arg(place.date)
                             .arg(++m_count, 6, 10, QChar(u'0'))
                             .arg(raw.size())
                             .arg(QLatin1StringView(flagLetters(place.flags)));
    QFile file(folder + "/cur/"_L1 + name);
    if (!file.open(QIODevice::WriteOnly) || file.write(raw) != raw.size())
        return false;
    file.close();
    giveToMailUser(file.fileName());
    // Dovecot takes INTERNALDATE from the file's time.
    const timespec times[2] = {{time_t(place.date), 0}, {time_t(place.date), 0}};
    return ::utimensat(AT_FDCWD, QFile::encodeName(file.fileName()).constData(), times, 0) == 0;
}

} // namespace kw
