#include "bench/child/readmail.h"

#include "app/demo/demomail.h"
#include "core/mime/messageparser.h"
#include "core/store/bodystore.h"
#include "core/store/folderstore.h"
#include "core/store/messagestore.h"

#include <QElapsedTimer>

using namespace Qt::StringLiterals;

namespace kw::bench {

Result<ReadMail> fillWithReadMail(const QString &cache)
{
    auto opened = Database::open(cache, Database::Mode::ReadWrite);
    if (!opened)
        return opened.error();
    Database &db = **opened;
    Transaction txn(db);
    FolderRow inbox;
    inbox.account = FolderStore(db).account(u"u1"_s);
    inbox.path = u"INBOX"_s;
    inbox.role = FolderRole::Inbox;
    const FolderId folder = FolderStore(db).upsert(inbox);
    ReadMail mail;
    qint64 spent = 0;
    qint64 id = 0;
    const auto messages = DemoMail::messages(1'795'000'000);
    for (const DemoMessage &message : messages) {
        const MessageHalves halves = splitMessage(message.raw);
        NewMessage row;
        row.uid = Uid(quint32(++id));
        row.flags = quint32(Flag::Seen);
        row.digest = digestHeader(halves.header);
        MessageStore(db).insert(folder, {row}, Threading::Now);
        BodyStore(db).put(MessageId(id), {halves.header, halves.body}, id);
        QElapsedTimer timer;
        timer.start();
        const MessageView view = parseMessage(halves.header, halves.body);
        spent += timer.nsecsElapsed();
        (view.html.isEmpty() ? mail.plain : mail.html).append(MessageId(id));
    }
    mail.parseMs = double(spent) / 1e6 * 1000 / double(messages.size());
    if (const auto done = txn.commit(); !done)
        return done.error();
    return mail;
}

} // namespace kw::bench
