#include "tests/shots/demofill.h"

#include "app/demo/demomail.h"
#include "core/mime/headerdigest.h"
#include "core/mime/messageparser.h"
#include "core/store/actionlog.h"
#include "core/store/journalstore.h"
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

void fillWithChanges(WindowFixture &fixture)
{
    Database &db = fixture.database();
    ActionLog log(db);
    if (!log.newest(1).isEmpty())
        return;
    const auto inbox = Pages(db).messages(ViewId::unified(FolderRole::Inbox), {}, 60);
    qint64 at = QDateTime::currentMSecsSinceEpoch() - 5'400'000;
    const auto act
        = [&](ActionRow row, OpState state, qsizetype first, int count, const QString &error = {}) {
              Transaction txn(db);
              row.id = log.reserve(row.kind);
              row.at = at += 600'000;
              row.count = count;
              QList<ActionItem> items;
              JournalStore journal(db);
              for (const MessageRow &message : inbox.sliced(first, count)) {
                  items.append({message.id, message.folder, message.flags});
                  Operation op;
                  op.account = message.account;
                  op.action = row.id;
                  op.work = op.srcFolder = message.folder;
                  op.message = message.id;
                  journal.setState({journal.add(op)}, state, error);
              }
              log.write(row, items, false);
              log.setError(row.id, error);
              if (!txn.commit())
                  qFatal("commit");
          };
    const auto kind = [](ActionKind of, const QString &detail = {}, quint32 bits = 0) {
        ActionRow row;
        row.kind = of;
        row.detail = detail;
        row.bits = bits;
        row.on = true;
        return row;
    };
    act(kind(ActionKind::Move, u"Archive"_s), OpState::Done, 20, 12);
    act(kind(ActionKind::Mark, {}, quint32(Flag::Seen)), OpState::Done, 10, 20);
    act(kind(ActionKind::Move, u"Projects/Harbour"_s), OpState::Refused, 3, 3,
        u"The server refused it: the mailbox is over its quota. Delete something there, then try again."_s);
    act(kind(ActionKind::Archive), OpState::InFlight, 6, 4);
    act(kind(ActionKind::Tag, u"important"_s), OpState::Waiting, 0, 1);
    act(kind(ActionKind::Delete), OpState::Waiting, 40, 2);
    for (const MessageRow &message : inbox.last(4))
        fixture.removeMessage(message.folder, message.id);
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
