#include "tests/sync/property/world.h"

#include <QTest>

using namespace kw;
using namespace kw::sim;
using namespace Qt::StringLiterals;

// What the engine and its journal do to a Gmail account: labels are folders, and a message may have many.
class GmailSyncTest : public QObject
{
    Q_OBJECT

    static constexpr auto AllMail = "[Gmail]/All Mail";

    struct Gmail {
        World world;

        Gmail()
            : world(plain())
        {
            world.server.quirks.gmail = true;
            world.server.createFolder(QString::fromLatin1(AllMail), FolderRole::All);
            world.server.createFolder(u"[Gmail]/Trash"_s, FolderRole::Trash);
            world.server.createFolder(u"[Gmail]/Spam"_s, FolderRole::Junk);
            world.server.createFolder(u"Work"_s);
            for (int i = 1; i <= 4; ++i)
                world.server.append(u"INBOX"_s, makeMail(i));
            world.server.append(u"Work"_s, makeMail(5));
        }
        static WorldSettings plain()
        {
            WorldSettings settings;
            settings.inbox = 0;
            settings.otherFolders = 0;
            return settings;
        }
        FolderId folder(const QString &path)
        {
            const auto row = world.local.folders().folder(world.local.account(), path);
            return row ? row->id : FolderId{};
        }
        QList<MessageId> ids(const QString &path)
        {
            QList<MessageId> found;
            for (const MessageRow &row : world.rows(folder(path)))
                found.append(row.id);
            return found;
        }
        // Messages in INBOX, All Mail, Trash, Work: on the server, and here.
        QList<qsizetype> there() const
        {
            QList<qsizetype> n;
            for (const QString &path : paths())
                n.append(qsizetype(world.server.folder(path)->messages.size()));
            return n;
        }
        QList<qsizetype> here()
        {
            QList<qsizetype> n;
            for (const QString &path : paths())
                n.append(ids(path).size());
            return n;
        }
        static QStringList paths()
        {
            return {u"INBOX"_s, QString::fromLatin1(AllMail), u"[Gmail]/Trash"_s, u"Work"_s};
        }
        qint64 waiting() { return world.local.context().journal.openCount(world.local.account()); }
    };

    static void act(Gmail &gmail, const Intent &intent)
    {
        const auto done = Organizer(gmail.world.local.context()).perform(intent);
        QVERIFY2(done, done ? "" : qPrintable(done.error().text));
        gmail.world.local.engine().changesWait();
        const QString restless = gmail.world.heal();
        QVERIFY2(restless.isEmpty(), qPrintable(restless));
        QCOMPARE(gmail.waiting(), 0);
        QCOMPARE(gmail.here(), gmail.there());
        QCOMPARE(gmail.world.net.violations, QStringList{});
        QCOMPARE(gmail.world.local.notices.size(), 0);
    }
    static void ready(Gmail &gmail)
    {
        const QString restless = gmail.world.heal();
        QVERIFY2(restless.isEmpty(), qPrintable(restless));
        QCOMPARE(gmail.here(), (QList<qsizetype>{4, 5, 0, 1}));
    }

private Q_SLOTS:
    void archiving_takes_the_inbox_label_off()
    {
        Gmail gmail;
        ready(gmail);
        act(gmail, Intent::of(Intent::Kind::Archive, gmail.ids(u"INBOX"_s).mid(0, 2)));
        QCOMPARE(gmail.there(), (QList<qsizetype>{2, 5, 0, 1}));
    }

    void deleting_goes_to_the_trash_and_leaves_every_label()
    {
        Gmail gmail;
        ready(gmail);
        act(gmail, Intent::of(Intent::Kind::Delete, gmail.ids(u"INBOX"_s).mid(0, 1)));
        QCOMPARE(gmail.there(), (QList<qsizetype>{3, 4, 1, 1}));
    }

    void copying_adds_a_label()
    {
        Gmail gmail;
        ready(gmail);
        act(gmail, Intent::copy(gmail.ids(u"INBOX"_s).mid(0, 1), gmail.folder(u"Work"_s)));
        QCOMPARE(gmail.there(), (QList<qsizetype>{4, 5, 0, 2}));
        // Once more: it has the label already.
        act(gmail, Intent::copy(gmail.ids(u"INBOX"_s).mid(0, 1), gmail.folder(u"Work"_s)));
        QCOMPARE(gmail.there(), (QList<qsizetype>{4, 5, 0, 2}));
    }

    void moving_to_a_label_changes_labels_only()
    {
        Gmail gmail;
        ready(gmail);
        act(gmail, Intent::move(gmail.ids(u"INBOX"_s).mid(0, 2), gmail.folder(u"Work"_s)));
        QCOMPARE(gmail.there(), (QList<qsizetype>{2, 5, 0, 3}));
    }

    void emptying_the_trash_ends_the_messages()
    {
        Gmail gmail;
        ready(gmail);
        act(gmail, Intent::of(Intent::Kind::Delete, gmail.ids(u"INBOX"_s)));
        act(gmail, Intent::ofFolder(Intent::Kind::EmptyFolder, gmail.folder(u"[Gmail]/Trash"_s)));
        QCOMPARE(gmail.there(), (QList<qsizetype>{0, 1, 0, 1}));
    }

    // One message, two labels: its rows in lists over several folders.
    void it_is_one_row_of_the_starred_mail()
    {
        Gmail gmail;
        ready(gmail);
        act(gmail, Intent::mark(gmail.ids(u"INBOX"_s).mid(0, 3), quint32(Flag::Flagged), true));
        const ViewId starred = ViewId::unified(FolderRole::Flagged);
        const Pages pages(gmail.world.local.db());
        auto rows = pages.messages(starred, {}, 100);
        QCOMPARE(rows.size(), 3);
        for (const MessageRow &row : std::as_const(rows))
            QCOMPARE(row.folder, gmail.folder(u"INBOX"_s));
        QCOMPARE(pages.counters(starred).total, 3u);
        QCOMPARE(pages.messageAnchors(starred, 10).total, 3);
        // Without the inbox, the row of All Mail stands for it.
        act(gmail, Intent::of(Intent::Kind::Archive, {rows.first().id}));
        rows = pages.messages(starred, {}, 100);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(std::ranges::count(rows, gmail.folder(QString::fromLatin1(AllMail)), &MessageRow::folder),
                 1);
        // And a label before All Mail.
        act(gmail, Intent::copy({rows.first().id}, gmail.folder(u"Work"_s)));
        QCOMPARE(pages.messages(starred, {}, 100).size(), 3);
    }

    void it_is_there_once_in_its_conversation()
    {
        Gmail gmail;
        ready(gmail);
        const Pages pages(gmail.world.local.db());
        const auto row = pages.message(gmail.ids(u"INBOX"_s).first());
        QCOMPARE(pages.conversation(row->thread).size(), 2);
        for (const QString &path : {u"INBOX"_s, QString::fromLatin1(AllMail)}) {
            const auto once = pages.conversationOnce(row->thread, gmail.folder(path));
            QCOMPARE(once.size(), 1);
            QCOMPARE(once.first().folder, gmail.folder(path));
        }
        QCOMPARE(pages.conversationOnce(row->thread, gmail.folder(u"Work"_s)).first().folder, row->folder);
    }

    void it_has_one_text()
    {
        Gmail gmail;
        ready(gmail);
        const MessageId inInbox = gmail.ids(u"INBOX"_s).first();
        const Pages pages(gmail.world.local.db());
        const auto copies = pages.conversation(pages.message(inInbox)->thread);
        const MessageId inAll = copies.first().id == inInbox ? copies.last().id : copies.first().id;
        auto &bodies = gmail.world.local.context().bodies;
        {
            Transaction txn(gmail.world.local.db());
            bodies.put(inInbox, {"Subject: one\r\n\r\n", "text"}, 1);
            bodies.put(inAll, {"Subject: one\r\n\r\n", "text"}, 2);
            QVERIFY(txn.commit());
        }
        for (const MessageId id : {inInbox, inAll}) {
            QCOMPARE(bodies.get(id)->body, "text"_ba);
            QVERIFY(pages.message(id)->hasBody);
        }
        const qint64 bytes = bodies.totalBytes();
        act(gmail, Intent::of(Intent::Kind::Archive, {inInbox}));
        QCOMPARE(bodies.get(inAll)->body, "text"_ba); // it outlives the label it came under
        QCOMPARE(bodies.totalBytes(), bytes);
        QCOMPARE(gmail.world.local.context().vanished.rows(10).size(), 0); // nothing vanished
    }

    void its_marks_are_one_command_and_show_at_once()
    {
        Gmail gmail;
        ready(gmail);
        gmail.world.net.logging = true;
        const auto ids = gmail.ids(u"INBOX"_s);
        QVERIFY(
            Organizer(gmail.world.local.context()).perform(Intent::mark(ids, quint32(Flag::Flagged), true)));
        int starred = 0;
        for (const MessageRow &row : gmail.world.rows(gmail.folder(QString::fromLatin1(AllMail))))
            starred += (row.flags & quint32(Flag::Flagged)) ? 1 : 0;
        QCOMPARE(starred, 4);
        gmail.world.local.engine().changesWait();
        QCOMPARE(gmail.world.heal(), QString());
        QCOMPARE(gmail.world.net.log.filter(u"addFlags"_s).size(), 1);
    }

    void a_mark_under_one_label_shows_under_all()
    {
        Gmail gmail;
        ready(gmail);
        act(gmail, Intent::mark(gmail.ids(u"INBOX"_s), quint32(Flag::Flagged), true));
        int starred = 0;
        for (const MessageRow &row : gmail.world.rows(gmail.folder(QString::fromLatin1(AllMail))))
            starred += (row.flags & quint32(Flag::Flagged)) ? 1 : 0;
        QCOMPARE(starred, 4);
    }
};

QTEST_GUILESS_MAIN(GmailSyncTest)
#include "gmail_test.moc"
