#include "tests/store/profile.h"
#include "tests/sync/sim/virtualclock.h"

#include "core/sync/journal/organizer.h"
#include "core/sync/journal/undoer.h"
#include "core/sync/journal/verdicts.h"

#include <QTest>

using namespace kw;
using namespace kw::test;
using namespace Qt::StringLiterals;

namespace {

// A profile with two accounts and what stands between the person and the servers.
struct Desk : Profile {
    Desk()
    {
        write([this] {
            const AccountId first = account;
            account = FolderStore(db()).account(u"bob"_s);
            elsewhere = folder(u"INBOX"_s, FolderRole::Inbox);
            account = first;
        });
    }

    ActionRow perform(const Intent &intent)
    {
        const auto done = Organizer(ctx).perform(intent);
        if (!done)
            qFatal("%s", qPrintable(done.error().text));
        return *done;
    }
    ActionState state(ActionId id) const { return ctx.actions.action(id)->state; }
    // The server says no to everything that could be sent from this folder now.
    void refuseAll(FolderId work)
    {
        const Error no{ErrorKind::Refused, u"Quota exceeded."_s, {}};
        const auto batch = ctx.journal.batch(work, ctx.clock.wallMs(), 100);
        if (!Verdicts(ctx, {}).giveUp(batch, no))
            qFatal("not written");
    }
    QList<OpKind> open() const
    {
        QList<OpKind> kinds;
        for (const FolderId each : {inbox, archive, elsewhere}) {
            for (const Operation &op : ctx.journal.concerning(each)) {
                if (!kinds.contains(op.kind))
                    kinds.append(op.kind);
            }
        }
        std::sort(kinds.begin(), kinds.end());
        return kinds;
    }
    bool isShown(MessageId id) const
    {
        const auto row = ctx.messages.row(id);
        return row && !row->hidden;
    }

    FolderId elsewhere{}; // another account's inbox
    sim::VirtualClock clock;
    FolderStore folders{db()};
    MessageStore messages{db()};
    BodyStore bodies{db()};
    SyncContext ctx{db(), folders, messages, bodies, clock};
};

} // namespace

// What a server refused and the person wants tried again.
class RetryTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_refused_move_sets_out_again()
    {
        Desk d;
        const MessageId id = d.add(1);
        const ActionId action = d.perform(Intent::move({id}, d.archive)).id;
        d.refuseAll(d.inbox);
        QCOMPARE(d.state(action), ActionState::Refused);
        QCOMPARE(d.messages.row(id)->folder, d.inbox);
        QVERIFY(Undoer(d.ctx).retry(action));
        QCOMPARE(d.state(action), ActionState::Waiting);
        QVERIFY(d.ctx.actions.action(action)->error.isEmpty());
        QCOMPARE(d.messages.row(id)->folder, d.archive);
    }

    void a_refused_move_to_another_account_never_deletes_before_it_has_copied()
    {
        Desk d;
        const MessageId id = d.add(1);
        const ActionId action = d.perform(Intent::move({id}, d.elsewhere)).id;
        QVERIFY(!d.isShown(id));
        d.refuseAll(d.elsewhere);
        QVERIFY(d.isShown(id));
        QVERIFY(d.open().isEmpty());
        QVERIFY(Undoer(d.ctx).retry(action));
        QCOMPARE(d.open(), (QList<OpKind>{OpKind::Expunge, OpKind::Append}));
        QVERIFY(d.ctx.journal.batch(d.inbox, d.clock.wallMs(), 10).isEmpty()); // it waits for the upload
        QCOMPARE(d.ctx.journal.batch(d.elsewhere, d.clock.wallMs(), 10).first().kind, OpKind::Append);
    }

    void a_refused_copy_is_made_again_and_can_be_undone()
    {
        Desk d;
        const MessageId id = d.add(1);
        const ActionId action = d.perform(Intent::copy({id}, d.archive)).id;
        d.refuseAll(d.inbox);
        QCOMPARE(d.folders.folder(d.archive)->total, 0u);
        QVERIFY(Undoer(d.ctx).retry(action));
        QCOMPARE(d.folders.folder(d.archive)->total, 1u);
        QCOMPARE(d.ctx.actions.items(action).size(), 1);
        QVERIFY(Undoer(d.ctx).undo(action));
        QCOMPARE(d.folders.folder(d.archive)->total, 0u);
        QVERIFY(d.isShown(id));
        QVERIFY(d.open().isEmpty());
    }

    void a_refused_folder_is_made_again()
    {
        Desk d;
        const ActionId action = d.perform(Intent::createFolder(d.account, {}, u"Projects"_s)).id;
        const FolderId made = d.folders.folder(d.account, u"Projects"_s)->id;
        d.refuseAll(made);
        QVERIFY(!d.folders.folder(made));
        QVERIFY(Undoer(d.ctx).retry(action));
        QCOMPARE(d.folders.folder(made)->path, u"Projects"_s);
        QCOMPARE(d.state(action), ActionState::Waiting);
    }

    void a_refused_rename_is_tried_again()
    {
        Desk d;
        const ActionId action = d.perform(Intent::renameFolder(d.archive, u"Attic"_s)).id;
        d.refuseAll(d.archive);
        QCOMPARE(d.folders.folder(d.archive)->path, u"Archive"_s);
        QVERIFY(Undoer(d.ctx).retry(action));
        QCOMPARE(d.folders.folder(d.archive)->path, u"Attic"_s);
    }

    void what_is_gone_meanwhile_stays_refused_and_says_so()
    {
        Desk d;
        const MessageId id = d.add(1);
        const ActionId action = d.perform(Intent::move({id}, d.archive)).id;
        d.refuseAll(d.inbox);
        d.remove(id);
        const auto again = Undoer(d.ctx).retry(action);
        QVERIFY(!again);
        QVERIFY(again.error().text.endsWith(u'.'));
        QCOMPARE(d.state(action), ActionState::Refused);
        QVERIFY(Undoer(d.ctx).dismiss(action));
        QCOMPARE(d.state(action), ActionState::Done);
    }

    void a_refused_creation_is_tried_again_under_its_own_id()
    {
        Desk d;
        const ActionId action = d.perform(Intent::createFolder(d.account, {}, u"Plans"_s)).id;
        const FolderId refused = d.folders.folder(d.account, u"Plans"_s)->id;
        d.refuseAll(refused);
        d.perform(Intent::createFolder(d.account, {}, u"Others"_s));
        QVERIFY(d.folders.folder(d.account, u"Others"_s)->id != refused);
        QVERIFY(Undoer(d.ctx).retry(action));
        QCOMPARE(d.folders.folder(d.account, u"Plans"_s)->id, refused);
        QCOMPARE(d.state(action), ActionState::Waiting);
    }

    void where_another_folder_has_that_id_it_gets_a_new_one_and_its_mail_follows()
    {
        Desk d;
        const ActionId action = d.perform(Intent::createFolder(d.account, {}, u"Plans"_s)).id;
        const FolderId refused = d.folders.folder(d.account, u"Plans"_s)->id;
        d.refuseAll(refused);
        d.write([&] { // as profiles did before
            d.db().prepared("UPDATE sqlite_sequence SET seq=0 WHERE name='folder'").run();
            QCOMPARE(d.folder(u"Others"_s), refused);
        });
        QVERIFY(Undoer(d.ctx).retry(action));
        QVERIFY(d.folders.folder(d.account, u"Plans"_s)->id != refused);
        QCOMPARE(d.folders.folder(refused)->path, u"Others"_s);
        QCOMPARE(d.ctx.actions.items(action).first().folder, d.folders.folder(d.account, u"Plans"_s)->id);
        QCOMPARE(d.state(action), ActionState::Waiting);
    }

    void a_storage_error_says_what_happened_and_not_what_the_last_call_said()
    {
        Desk d;
        Transaction txn(d.db());
        d.db().prepared("INSERT INTO folder(id, account_id, path) VALUES(?,1,'Twice')").bind(d.inbox).run();
        QVERIFY(d.folders.folder(d.inbox)); // goes well
        const auto failed = txn.commit();
        QVERIFY(!failed);
        QVERIFY2(failed.error().text.contains(u"constraint"_s), qPrintable(failed.error().text));
    }

    void a_refused_restore_keeps_the_text_and_can_be_tried_again()
    {
        Desk d;
        d.remove(d.add(1));
        const ActionId action = d.perform(Intent::restore({d.ctx.vanished.rows(1).first().id})).id;
        QVERIFY(d.ctx.vanished.rows(10).isEmpty());
        d.refuseAll(d.inbox);
        QCOMPARE(d.ctx.vanished.rows(10).size(), 1);
        QVERIFY(Undoer(d.ctx).retry(action));
        QVERIFY(d.ctx.vanished.rows(10).isEmpty());
        QCOMPARE(d.folders.folder(d.inbox)->total, 1u);
    }

    void a_restored_message_that_is_taken_back_is_listed_as_vanished_again()
    {
        Desk d;
        d.remove(d.add(1));
        const ActionId action = d.perform(Intent::restore({d.ctx.vanished.rows(1).first().id})).id;
        QVERIFY(Undoer(d.ctx).undo(action));
        QCOMPARE(d.ctx.vanished.rows(10).size(), 1);
        QCOMPARE(d.folders.folder(d.inbox)->total, 0u);
    }

    void so_is_one_that_the_server_had_already()
    {
        Desk d;
        d.remove(d.add(1));
        const ActionRow action = d.perform(Intent::restore({d.ctx.vanished.rows(1).first().id}));
        const MessageId made = d.ctx.actions.items(action.id).first().message;
        QVERIFY(Verdicts(d.ctx, {}).done(d.ctx.journal.placing(made)));
        d.write([&] { d.ctx.placement.put(made, d.inbox, Uid(9)); });
        QVERIFY(Undoer(d.ctx).undo(action.id));
        QVERIFY(Verdicts(d.ctx, {}).done(d.ctx.journal.placing(made)));
        QCOMPARE(d.ctx.vanished.rows(10).size(), 1);
    }
};

QTEST_GUILESS_MAIN(RetryTest)
#include "retry_test.moc"
