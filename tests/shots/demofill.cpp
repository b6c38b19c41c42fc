#include "tests/shots/demofill.h"

#include "app/demo/demomail.h"
#include "core/mime/headerdigest.h"
#include "core/mime/messageparser.h"
#include "core/store/pages.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

FolderRole roleOf(const QString &path)
{
    static const QHash<QString, FolderRole> roles{
        {u"INBOX"_s, FolderRole::Inbox},     {u"Drafts"_s, FolderRole::Drafts}, {u"Sent"_s, FolderRole::Sent},
        {u"Archive"_s, FolderRole::Archive}, {u"Trash"_s, FolderRole::Trash},   {u"Junk"_s, FolderRole::Junk},
    };
    return roles.value(path, FolderRole::None);
}

} // namespace

void fillWithDemoMail(WindowFixture &fixture)
{
    QHash<QString, AccountId> accounts;
    for (const DemoAccount &demo : DemoMail::accounts()) {
        AccountSettings settings;
        settings.key = demo.key;
        settings.name = demo.name;
        settings.address = demo.address;
        settings.color = demo.color;
        accounts.insert(demo.key, fixture.addAccount(settings));
    }
    QHash<QString, FolderId> folders;
    const auto folder = [&](const QString &account, const QString &path) {
        const QString key = account + u'\n' + path;
        if (!folders.contains(key))
            folders.insert(key, fixture.addFolder(accounts.value(account), path, roleOf(path)));
        return folders.value(key);
    };
    for (const DemoAccount &demo : DemoMail::accounts()) {
        for (const auto &path : {u"INBOX"_s, u"Drafts"_s, u"Sent"_s, u"Archive"_s, u"Junk"_s, u"Trash"_s})
            folder(demo.key, path);
    }
    for (const DemoMessage &message : DemoMail::messages(QDateTime::currentSecsSinceEpoch())) {
        const qsizetype end = message.raw.indexOf("\r\n\r\n");
        WindowFixture::Mail mail;
        mail.header = message.raw.left(end + 4);
        mail.body = message.raw.mid(end + 4);
        mail.digest = digestHeader(mail.header);
        mail.view = parseMessage(mail.header, mail.body);
        mail.flags = quint32(message.flags.toInt());
        fixture.add(folder(message.account, message.folder), mail);
    }
}

MessageId messageWith(const Database &database, const QString &subject)
{
    const Pages pages(const_cast<Database &>(database));
    for (const MessageRow &row : pages.messages(ViewId::unified(FolderRole::Inbox), {}, 2000)) {
        if (row.subject.contains(subject, Qt::CaseInsensitive))
            return row.id;
    }
    return {};
}

} // namespace kw
