#include "tests/store/profile.h"

#include "core/store/journalpages.h"
#include "core/store/sourceclaims.h"

#include <QTest>

using namespace kw;
using namespace kw::test;
using namespace Qt::StringLiterals;

// The journal on disk: what may run, in which order, and who claims which UID. And the log of actions over
// it.
class JournalTest : public QObject
{
    Q_OBJECT

    static QList<OpId> idsOf(const QList<Operation> &ops)
    {
        QList<OpId> ids;
        for (const Operation &op : ops)
            ids.append(op.id);
        return ids;
    }

private Q_SLOTS:
    void an_operation_is_read_back_as_it_was_written()
    {
        Profile p;
        Operation op = p.moveOf(p.add(1), 1, p.archive);
        op.pathFrom = u"a"_s;
        op.pathTo = u"b"_s;
        op.notBefore = 77;
        op.action = ActionId(5);
        op.id = p.put(op);
        QCOMPARE(*p.journal().op(op.id), op);
        QVERIFY(p.last.journalChanged);
    }

    void a_moved_message_claims_its_uid_until_the_move_is_over()
    {
        Profile p;
        const MessageId id = p.add(7);
        const OpId op = p.put(p.moveOf(id, 7, p.archive));
        const SourceClaims claims(p.db());
        QVERIFY(claims.any(p.inbox));
        QVERIFY(claims.claims(p.inbox, Uid(7)));
        QVERIFY(!claims.claims(p.inbox, Uid(8)));
        QVERIFY(!claims.claims(p.archive, Uid(7)));
        QVERIFY(claims.isPlaced(id));
        for (const OpState state : {OpState::Done, OpState::Refused, OpState::Cancelled}) {
            p.write([&] { p.journal().setState({op}, state); });
            QVERIFY(!claims.claims(p.inbox, Uid(7)));
            QVERIFY(!claims.isPlaced(id));
            p.write([&] { p.journal().retry(op); });
            QVERIFY(claims.claims(p.inbox, Uid(7)));
        }
    }

    void two_open_moves_cannot_claim_one_uid()
    {
        Profile p;
        const MessageId id = p.add(7);
        p.put(p.moveOf(id, 7, p.archive));
        Transaction txn(p.db());
        p.journal().add(p.moveOf(id, 7, p.archive));
        QVERIFY(!txn.commit());
    }

    void a_move_without_a_uid_gets_that_of_the_first_message_that_fits()
    {
        Profile p;
        const MessageId id = p.add(7);
        Operation op = p.moveOf(id, 7, p.archive);
        op.srcUid = {};
        op.id = p.put(op);
        QCOMPARE(p.journal().batch(p.inbox, 0, 10).size(), 0); // nothing to name to the server as yet
        SourceClaims claims(p.db());
        QCOMPARE(claims.unbound(p.inbox), QList<OpId>{op.id});
        const auto listed = [&p](quint32 uid, quint64 hash) {
            NewMessage m;
            m.uid = Uid(uid);
            m.digest.headerHash = hash;
            p.write([&] { p.messages().insert(p.inbox, {m}, Threading::Now); });
        };
        listed(8, 1); // another message
        QVERIFY(!claims.claims(p.inbox, Uid(8)));
        listed(9, op.headerHash);
        QVERIFY(claims.claims(p.inbox, Uid(9)));
        QCOMPARE(idsOf(p.journal().batch(p.inbox, 0, 10)), QList<OpId>{op.id});
    }

    // Two copies of one message were put here by us, one of them starred: which UID is whose?
    void copies_of_one_message_are_told_apart_by_their_marks()
    {
        Profile p;
        const MessageId plain = p.add(7);
        const MessageId starred = p.add(8);
        p.write([&] {
            p.messages().forgetUids(p.inbox);
            p.db()
                .prepared("UPDATE message SET header_hash=5, flags=1, server_flags=1 WHERE id=?")
                .bind(plain)
                .run();
            p.db()
                .prepared("UPDATE message SET header_hash=5, flags=3, server_flags=3 WHERE id=?")
                .bind(starred)
                .run();
        });
        NewMessage first;
        first.uid = Uid(20);
        first.flags = 3;
        first.digest.headerHash = 5;
        NewMessage second = first;
        second.uid = Uid(21);
        second.flags = 1;
        p.write([&] { p.messages().insert(p.inbox, {first, second}, Threading::Now); });
        QCOMPARE(p.messages().known(starred)->uid, Uid(20));
        QCOMPARE(p.messages().known(plain)->uid, Uid(21));
    }

    // A session was lost with a mark on its way: the server may have it or not.
    void a_mark_that_may_have_arrived_tells_no_copies_apart_data()
    {
        QTest::addColumn<quint32>("first");
        QTest::addColumn<quint32>("second");
        QTest::newRow("it had arrived, and comes first") << 65u << 1u;
        QTest::newRow("it had arrived, and comes second") << 1u << 65u;
    }
    void a_mark_that_may_have_arrived_tells_no_copies_apart()
    {
        QFETCH(quint32, first);
        QFETCH(quint32, second);
        Profile p;
        const MessageId waiting = p.add(7);
        const MessageId plain = p.add(8);
        p.write([&] {
            p.messages().forgetUids(p.inbox);
            p.db()
                .prepared("UPDATE message SET header_hash=5, flags=1, server_flags=1 WHERE id=?")
                .bind(plain)
                .run();
            p.db()
                .prepared("UPDATE message SET header_hash=5, flags=65, server_flags=1, pending=64 WHERE id=?")
                .bind(waiting)
                .run();
        });
        NewMessage one;
        one.uid = Uid(20);
        one.flags = first;
        one.digest.headerHash = 5;
        NewMessage other = one;
        other.uid = Uid(21);
        other.flags = second;
        p.write([&] { p.messages().insert(p.inbox, {one, other}, Threading::Now); });
        QCOMPARE(p.messages().known(waiting)->uid, Uid(first == 65 ? 20 : 21));
        QCOMPARE(p.messages().known(plain)->uid, Uid(first == 65 ? 21 : 20));
    }

    void where_marks_do_not_tell_the_older_one_has_the_lower_uid()
    {
        Profile p;
        const MessageId older = p.add(7);
        const MessageId newer = p.add(8);
        p.write([&] {
            p.messages().forgetUids(p.inbox);
            p.db().prepared("UPDATE message SET header_hash=5").run();
        });
        NewMessage first;
        first.uid = Uid(20);
        first.flags = quint32(Flag::Answered); // by another client meanwhile
        first.digest.headerHash = 5;
        NewMessage second = first;
        second.uid = Uid(21);
        p.write([&] { p.messages().insert(p.inbox, {first, second}, Threading::Now); });
        QCOMPARE(p.messages().known(older)->uid, Uid(20));
        QCOMPARE(p.messages().known(newer)->uid, Uid(21));
    }

    // A step that was ordered earlier may have had to wait: what counts is when the server was told of it.
    void the_copy_that_was_sent_first_has_the_lower_uid()
    {
        Profile p;
        const MessageId early = p.add(7);
        const MessageId late = p.add(8);
        const auto arriving = [&p](MessageId id) {
            Operation op = p.moveOf(id, 0, p.inbox);
            op.kind = OpKind::Copy;
            op.srcFolder = op.work = p.archive;
            op.srcUid = Uid(100 - raw(id));
            return p.put(op);
        };
        const OpId first = arriving(early);
        const OpId second = arriving(late);
        p.write([&] {
            p.messages().forgetUids(p.inbox);
            p.db().prepared("UPDATE message SET header_hash=5").run();
            for (const OpId op : {second, first}) {
                p.journal().setSent({*p.journal().op(op)});
                p.journal().setState({op}, OpState::Done);
            }
        });
        NewMessage one;
        one.uid = Uid(20);
        one.digest.headerHash = 5;
        NewMessage other = one;
        other.uid = Uid(21);
        p.write([&] { p.messages().insert(p.inbox, {one, other}, Threading::Now); });
        QCOMPARE(p.messages().known(late)->uid, Uid(20));
        QCOMPARE(p.messages().known(early)->uid, Uid(21));
    }

    void of_one_command_the_lower_uid_arrives_first()
    {
        Profile p;
        const MessageId higher = p.add(7);
        const MessageId lower = p.add(8);
        Operation from9 = p.moveOf(higher, 9, p.archive);
        Operation from3 = p.moveOf(lower, 3, p.archive);
        from9.id = p.put(from9);
        from3.id = p.put(from3);
        p.write([&] {
            p.messages().forgetUids(p.inbox);
            p.db().prepared("UPDATE message SET header_hash=5, folder_id=?").bind(p.archive).run();
            p.journal().setSent({from9, from3});
            p.journal().setState({from9.id, from3.id}, OpState::Done);
        });
        NewMessage one;
        one.uid = Uid(20);
        one.digest.headerHash = 5;
        NewMessage other = one;
        other.uid = Uid(21);
        p.write([&] { p.messages().insert(p.archive, {one, other}, Threading::Now); });
        QCOMPARE(p.messages().known(lower)->uid, Uid(20));
        QCOMPARE(p.messages().known(higher)->uid, Uid(21));
    }

    void renumbering_takes_the_uids_of_all_claims()
    {
        Profile p;
        const OpId op = p.put(p.moveOf(p.add(7), 7, p.archive));
        SourceClaims claims(p.db());
        p.write([&] { claims.forgetUids(p.inbox); });
        QVERIFY(claims.isUnbound(op));
        QVERIFY(!claims.claims(p.inbox, Uid(7)));
    }

    void what_goes_the_same_way_goes_in_one_batch_up_to_the_limit()
    {
        Profile p;
        QList<OpId> ops;
        for (quint32 uid = 1; uid <= 5; ++uid)
            ops.append(p.put(p.moveOf(p.add(uid), uid, p.archive)));
        Operation other = p.moveOf(p.add(6), 6, p.archive);
        p.write([&] { other.destFolder = p.folder(u"Else"_s); });
        const OpId elsewhere = p.put(other);
        QCOMPARE(idsOf(p.journal().batch(p.inbox, 0, 3)), ops.first(3));
        QCOMPARE(idsOf(p.journal().batch(p.inbox, 0, 100)), ops);
        p.write([&] { p.journal().setState(ops, OpState::Done); });
        QCOMPARE(idsOf(p.journal().batch(p.inbox, 0, 100)), QList<OpId>{elsewhere});
        QCOMPARE(p.journal().openCount(p.account), 1);
    }

    void a_message_s_second_journey_waits_for_the_first()
    {
        Profile p;
        const MessageId id = p.add(1);
        const OpId first = p.put(p.moveOf(id, 1, p.archive));
        Operation second = p.moveOf(id, 0, p.inbox);
        second.work = second.srcFolder = p.archive;
        second.srcUid = Uid(3);
        p.put(second);
        QVERIFY(p.journal().batch(p.archive, 0, 10).isEmpty());
        QCOMPARE(p.journal().workFolders(p.account, 0), QList<FolderId>{p.inbox});
        p.write([&] { p.journal().setState({first}, OpState::Done); });
        QCOMPARE(p.journal().workFolders(p.account, 0), QList<FolderId>{p.archive});
    }

    void a_source_stays_until_its_copies_are_taken()
    {
        Profile p;
        const MessageId id = p.add(1);
        Operation copy = p.moveOf(MessageId(99), 1, p.archive);
        copy.kind = OpKind::Copy;
        copy.source = id;
        const OpId copied = p.put(copy);
        Operation gone = p.moveOf(id, 1, {});
        gone.kind = OpKind::Expunge;
        const OpId expunge = p.put(gone);
        QCOMPARE(idsOf(p.journal().batch(p.inbox, 0, 10)), QList<OpId>{copied});
        p.write([&] { p.journal().setState({copied}, OpState::Done); });
        QCOMPARE(idsOf(p.journal().batch(p.inbox, 0, 10)), QList<OpId>{expunge});
    }

    void what_must_come_after_something_runs_only_when_that_is_done()
    {
        Profile p;
        const OpId first = p.put(p.moveOf(p.add(1), 1, p.archive));
        Operation next = p.moveOf(p.add(2), 2, p.archive);
        next.after = first;
        const OpId second = p.put(next);
        QCOMPARE(idsOf(p.journal().batch(p.inbox, 0, 10)), QList<OpId>{first});
        QCOMPARE(idsOf(p.journal().waitingFor(first)), QList<OpId>{second});
        p.write([&] { p.journal().setState({first}, OpState::Refused); });
        QVERIFY(p.journal().batch(p.inbox, 0, 10).isEmpty());
        p.write([&] { p.journal().setState({first}, OpState::Done); });
        QCOMPARE(idsOf(p.journal().batch(p.inbox, 0, 10)), QList<OpId>{second});
    }

    void what_is_postponed_is_due_at_its_time_and_counts_a_try()
    {
        Profile p;
        const OpId op = p.put(p.moveOf(p.add(1), 1, p.archive));
        p.write([&] { p.journal().postpone({op}, 5000); });
        QCOMPARE(p.journal().op(op)->attempts, 1);
        QVERIFY(p.journal().workFolders(p.account, 4999).isEmpty());
        QCOMPARE(p.journal().nextDue(p.account, 4999), 5000);
        QCOMPARE(idsOf(p.journal().batch(p.inbox, 5000, 10)), QList<OpId>{op});
        QCOMPARE(p.journal().nextDue(p.account, 5000), 0);
    }

    void a_redirected_move_goes_straight_to_the_end()
    {
        Profile p;
        const MessageId id = p.add(1);
        const OpId op = p.put(p.moveOf(id, 1, p.archive));
        FolderId elsewhere{};
        p.write([&] {
            elsewhere = p.folder(u"Else"_s);
            p.journal().redirect(op, elsewhere);
            p.journal().assign(op, ActionId(9));
        });
        const auto journeys = p.journal().placing(id);
        QCOMPARE(journeys.size(), 1); // A -> B -> C is A -> C
        QCOMPARE(journeys.first().destFolder, elsewhere);
        QCOMPARE(journeys.first().action, ActionId(9));
        QCOMPARE(journeys.first().srcUid, Uid(1));
    }

    void the_log_gives_items_and_rows_back_newest_first()
    {
        Profile p;
        const QList<ActionItem> items{{MessageId(1), p.inbox, 5}, {MessageId(2), p.archive, 0}};
        const ActionId first = p.act(ActionKind::Move, items, 10);
        const ActionId second = p.act(ActionKind::Archive, {}, 20);
        QCOMPARE(p.log().items(first), items);
        const auto rows = p.log().newest(10);
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows.first().id, second);
        QCOMPARE(rows.last().count, 2);
        QCOMPARE(p.log().newest(1).size(), 1);
        QCOMPARE(p.log().newestUndoable()->id, second);
        p.write([&] { p.log().setUndone(second, false); });
        QCOMPARE(p.log().newestUndoable()->id, first);
    }

    void an_action_is_as_far_as_its_slowest_step()
    {
        Profile p;
        p.action = p.act(ActionKind::Move, {{MessageId(1), p.inbox, 0}, {MessageId(2), p.inbox, 0}});
        const OpId a = p.put(p.moveOf(p.add(1), 1, p.archive));
        const OpId b = p.put(p.moveOf(p.add(2), 2, p.archive));
        const auto state = [&] { return p.log().action(p.action)->state; };
        QCOMPARE(state(), ActionState::Waiting);
        p.write([&] { p.journal().setState({a}, OpState::InFlight); });
        QCOMPARE(state(), ActionState::Running);
        p.write([&] { p.journal().setState({a}, OpState::Refused, u"No."_s); });
        QCOMPARE(state(), ActionState::Waiting);
        QCOMPARE(p.log().waitingCount(), 1);
        p.write([&] { p.journal().setState({b}, OpState::Done); });
        QCOMPARE(state(), ActionState::Refused);
        p.write([&] { p.log().dismiss(p.action); });
        QCOMPARE(state(), ActionState::Done);
        QCOMPARE(p.log().waitingCount(), 0);
    }

    void an_action_on_flags_waits_until_none_of_its_messages_has_any_pending()
    {
        Profile p;
        const MessageId id = p.add(1);
        const ActionId marked = p.act(ActionKind::Mark, {{id, p.inbox, 0}}, 1, true);
        p.write([&] { MessageStore(p.db()).setFlags({id}, quint32(Flag::Seen), true); });
        int settled = -1;
        p.write([&] { settled = p.log().settleFlags(); });
        QCOMPARE(settled, 0);
        QCOMPARE(p.log().action(marked)->state, ActionState::Waiting);
        p.write([&] {
            MessageStore(p.db()).setFlags({id}, quint32(Flag::Seen), false); // as the server has it
            settled = p.log().settleFlags();
        });
        QCOMPARE(settled, 1);
        QCOMPARE(p.log().action(marked)->state, ActionState::Done);
        QVERIFY(!p.log().watchesFlags());
    }

    void refused_flags_are_told_at_every_action_that_waited_for_them()
    {
        Profile p;
        const MessageId id = p.add(1);
        const ActionId mine = p.act(ActionKind::Mark, {{id, p.inbox, 0}}, 1, true);
        const ActionId other = p.act(ActionKind::Mark, {{p.add(2), p.inbox, 0}}, 2, true);
        p.write([&] { p.log().blame({id}, u"This folder is read-only."_s); });
        QCOMPARE(p.log().action(mine)->error, u"This folder is read-only."_s);
        QVERIFY(p.log().action(other)->error.isEmpty());
    }

    void pruning_keeps_the_newest_and_what_is_open()
    {
        Profile p;
        p.action = p.act(ActionKind::Move, {}, 1);
        const ActionId open = p.action;
        p.put(p.moveOf(p.add(1), 1, p.archive));
        p.action = p.act(ActionKind::Move, {}, 2);
        const OpId over = p.put(p.moveOf(p.add(2), 2, p.archive));
        p.write([&] { p.journal().setState({over}, OpState::Done); });
        const ActionId old = p.act(ActionKind::Archive, {}, 3);
        const ActionId newest = p.act(ActionKind::Archive, {}, 4);
        const ActionId young = p.act(ActionKind::Archive, {}, 1000);
        p.write([&] { p.log().prune(500, 2); });
        QList<ActionId> left;
        for (const ActionRow &row : p.log().newest(10))
            left.append(row.id);
        QCOMPARE(left, (QList<ActionId>{young, newest, open}));
        QVERIFY(!p.log().action(old));
        QVERIFY(!p.journal().op(over)); // steps go with their action
        QCOMPARE(p.journal().openCount(p.account), 1);
    }

    void the_panel_s_pages_hold_each_action_once_refused_ones_first()
    {
        Profile p;
        QList<ActionId> calm;
        QList<ActionId> refused;
        for (quint32 uid = 1; uid <= 9; ++uid) {
            p.action = p.act(ActionKind::Move, {{MessageId(uid), p.inbox, 0}});
            const OpId op = p.put(p.moveOf(p.add(uid), uid, p.archive));
            if (uid % 3 == 0)
                p.write([&] { p.journal().setState({op}, OpState::Refused, u"No."_s); });
            (uid % 3 == 0 ? refused : calm).prepend(p.action);
        }
        const JournalPages pages(p.db());
        QList<ActionId> seen;
        std::optional<JournalPages::Key> after;
        for (auto page = pages.changes(after, 2); !page.isEmpty(); page = pages.changes(after, 2)) {
            QVERIFY(page.size() <= 2);
            for (const ChangeRow &row : std::as_const(page)) {
                QCOMPARE(row.isRefused, refused.contains(row.action.id));
                QCOMPARE(row.places.first().folder, p.inbox);
                seen.append(row.action.id);
            }
            after = JournalPages::keyOf(page.last());
        }
        QCOMPARE(seen, refused + calm);
        QCOMPARE(pages.counts(), (JournalPages::Counts{6, 3, 0}));
    }

    void the_items_of_a_refused_action_come_in_pages_with_their_reasons()
    {
        Profile p;
        QList<ActionItem> items;
        for (quint32 uid = 1; uid <= 5; ++uid)
            items.append({p.add(uid), p.inbox, 0});
        p.action = p.act(ActionKind::Move, items);
        for (quint32 uid = 1; uid <= 5; ++uid) {
            const OpId op = p.put(p.moveOf(items.at(uid - 1).message, uid, p.archive));
            p.write(
                [&] { p.journal().setState({op}, uid == 3 ? OpState::Done : OpState::Refused, u"Full."_s); });
        }
        const JournalPages pages(p.db());
        QCOMPARE(pages.changes({}, 10).first().refused, 4);
        const auto first = pages.refusedItems(p.action, {}, 3);
        QCOMPARE(first.size(), 3);
        QCOMPARE(first.first().subject, u"Message 1"_s);
        QCOMPARE(first.first().error, u"Full."_s);
        const auto rest = pages.refusedItems(p.action, first.last().op, 3);
        QCOMPARE(rest.size(), 1);
        QCOMPARE(rest.first().subject, u"Message 5"_s);
    }

    void only_marks_that_belong_to_no_action_are_counted_apart()
    {
        Profile p;
        const MessageId read = p.add(1);
        const MessageId marked = p.add(2);
        p.act(ActionKind::Mark, {{marked, p.inbox, 0}}, 1, true);
        p.write([&] { MessageStore(p.db()).setFlags({read, marked}, quint32(Flag::Seen), true); });
        QCOMPARE(JournalPages(p.db()).counts(), (JournalPages::Counts{1, 0, 1}));
    }
};

QTEST_GUILESS_MAIN(JournalTest)
#include "journal_test.moc"
