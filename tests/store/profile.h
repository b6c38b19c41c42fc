#pragma once

#include "core/store/actionlog.h"
#include "core/store/bodystore.h"
#include "core/store/folderstore.h"
#include "core/store/journalstore.h"
#include "core/store/messagestore.h"
#include "core/store/statement.h"

#include <QTemporaryDir>

namespace kw::test {

// A profile of its own with one account, two folders and as many messages as are asked for; everything is
// written through the stores.
class Profile
{
public:
    Profile()
    {
        auto opened = Database::open(m_dir.path(), Database::Mode::ReadWrite);
        if (!opened)
            qFatal("no database");
        m_db = std::move(*opened);
        m_db->onCommitted([this](const ChangeSet &changes) { last = changes; });
        write([this] {
            account = FolderStore(db()).account(QStringLiteral("ann"));
            inbox = folder(QStringLiteral("INBOX"), FolderRole::Inbox);
            archive = folder(QStringLiteral("Archive"), FolderRole::Archive);
        });
    }

    Database &db() { return *m_db; }
    QString path() const { return m_dir.path(); }
    JournalStore journal() { return JournalStore(db()); }
    MessageStore messages() { return MessageStore(db()); }
    ActionLog log() { return ActionLog(db()); }

    template <class Body> void write(Body body)
    {
        Transaction txn(db());
        body();
        if (!txn.commit())
            qFatal("commit");
    }

    FolderId folder(const QString &path, FolderRole role = FolderRole::None)
    {
        FolderRow row;
        row.account = account;
        row.path = path;
        row.role = role;
        row.separator = QLatin1Char('/');
        return FolderStore(db()).upsert(row);
    }

    static NewMessage mail(quint32 uid, quint32 flags = 0)
    {
        NewMessage m;
        m.uid = Uid(uid);
        m.size = 1000 + uid;
        m.flags = flags;
        m.digest.subject = QStringLiteral("Message %1").arg(uid);
        m.digest.from = {QStringLiteral("Anna"), QStringLiteral("anna@example.org")};
        m.digest.date = 1'700'000'000 + uid;
        m.digest.messageIdHash = 1000 + uid;
        m.digest.headerHash = 5000 + uid;
        return m;
    }

    // In the inbox, with a text.
    MessageId add(quint32 uid, bool withText = true, quint32 flags = 0)
    {
        MessageId id{};
        write([&] {
            MessageStore messages(db());
            messages.insert(inbox, {mail(uid, flags)}, Threading::Now);
            id = messages.known(inbox, UidSet::range(uid, uid)).first().id;
            if (withText)
                BodyStore(db()).put(id, text(uid), 1);
        });
        return id;
    }

    static StoredBody text(quint32 uid)
    {
        return {"Subject: Message " + QByteArray::number(uid) + "\r\n\r\n", QByteArray("text\0 \xff\r\n", 9)};
    }

    void remove(MessageId id, Vanishing how = Vanishing::Elsewhere)
    {
        write([&] { MessageStore(db()).remove({id}, how); });
    }

    Operation moveOf(MessageId id, quint32 uid, FolderId to) const
    {
        Operation op;
        op.account = account;
        op.action = action;
        op.kind = OpKind::Move;
        op.work = op.srcFolder = inbox;
        op.message = id;
        op.srcUid = Uid(uid);
        op.headerHash = 5000 + uid;
        op.destFolder = to;
        return op;
    }

    OpId put(const Operation &op)
    {
        OpId id{};
        write([&] { id = journal().add(op); });
        return id;
    }

    ActionId act(ActionKind kind, const QList<ActionItem> &items, qint64 at = 1, bool watchesFlags = false)
    {
        ActionRow row;
        row.kind = kind;
        write([&] {
            row.id = log().reserve(kind);
            row.at = at;
            row.count = int(items.size());
            log().write(row, items, watchesFlags);
        });
        return row.id;
    }

    qint64 number(const QByteArray &sql)
    {
        const auto query = db().statement(sql);
        return query->next() ? query->integer(0) : -1;
    }

    AccountId account{};
    FolderId inbox{};
    FolderId archive{};
    ActionId action{}; // that new operations belong to
    ChangeSet last;

private:
    QTemporaryDir m_dir;
    std::unique_ptr<Database> m_db;
};

} // namespace kw::test
