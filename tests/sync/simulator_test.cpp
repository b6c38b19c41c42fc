#include "tests/sync/sim/await.h"
#include "tests/sync/sim/simlink.h"

#include <QTest>

using namespace kw;
using namespace kw::sim;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr quint32 Seen = quint32(Flag::Seen);
const QString Inbox = u"INBOX"_s;

struct World {
    explicit World(SimFeatures features = {}, quint32 seed = 1)
        : server(features)
        , net(clock, server, seed)
        , link(std::make_unique<SimLink>(net))
    {
    }
    void fill(int n)
    {
        for (int i = 0; i < n; ++i)
            server.append(Inbox, makeMail(++last));
    }
    bool open() { return bool(await(clock, link->open(LinkSettings{}, u"secret"_s))); }
    Result<SelectedBox> select(ResyncPoint from = {}, bool readOnly = true)
    {
        return await(clock, link->select(Inbox, from, readOnly));
    }

    VirtualClock clock;
    SimServer server;
    SimNet net;
    std::unique_ptr<SimLink> link;
    int last = 0;
};

SimFeatures with(SimFeatures::Resync resync)
{
    SimFeatures f;
    f.resync = resync;
    return f;
}

template <class R> ErrorKind kindOf(const R &result)
{
    return result ? ErrorKind::Invalid : result.error().kind;
}

} // namespace

class SimulatorTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // --- the clock
    void time_stands_still_until_told()
    {
        VirtualClock clock;
        const qint64 wall = clock.wallMs();
        QCOMPARE(clock.monotonicMs(), 0);
        clock.advance(5s);
        QCOMPARE(clock.monotonicMs(), 5000);
        QCOMPARE(clock.wallMs(), wall + 5000);
        clock.sleepMachine(1h);
        QCOMPARE(clock.monotonicMs(), 5000);
        QCOMPARE(clock.wallMs(), wall + 5000 + 3'600'000);
    }

    void callbacks_run_in_the_order_of_their_moment_then_of_their_making()
    {
        VirtualClock clock;
        QByteArray order;
        clock.callAfter(20ms, [&] { order += 'c'; });
        clock.callAfter(10ms, [&] { order += 'a'; });
        clock.callAfter(10ms, [&] { order += 'b'; });
        const auto gone = clock.callAfter(15ms, [&] { order += 'x'; });
        clock.cancel(gone);
        clock.cancel(gone);
        QVERIFY(order.isEmpty());
        clock.advance(12ms);
        QCOMPARE(order, "ab");
        QVERIFY(clock.runNext());
        QCOMPARE(clock.monotonicMs(), 20);
        QVERIFY(!clock.runNext());
        QCOMPARE(order, "abc");
    }

    void a_callback_may_add_and_cancel_others()
    {
        VirtualClock clock;
        int calls = 0;
        Clock::TimerId other = 0;
        clock.callAfter(1ms, [&] {
            clock.cancel(other);
            clock.callAfter(0ms, [&] { ++calls; });
        });
        other = clock.callAfter(2ms, [&] { calls += 100; });
        clock.advance(1ms);
        QCOMPARE(calls, 1);
        QVERIFY(clock.isIdle());
    }

    void waiting_ends_at_its_limit()
    {
        VirtualClock clock;
        bool late = false;
        clock.callAfter(2s, [&] { late = true; });
        QVERIFY(!clock.runUntil([&] { return late; }, 1s));
        QVERIFY(clock.runUntil([&] { return late; }, 1h));
    }

    // --- the server
    void every_change_gets_a_higher_modseq_and_no_change_none()
    {
        SimServer server;
        const auto uid = server.append(Inbox, makeMail(1));
        const SimFolder *box = server.folder(Inbox);
        const auto born = box->modseq;
        QCOMPARE(server.setFlags(Inbox, UidSet::range(uid, uid), Seen, {}, true), 1);
        QCOMPARE(box->modseq, born + 1);
        QCOMPARE(server.setFlags(Inbox, UidSet::range(uid, uid), Seen, {}, true), 0);
        QCOMPARE(box->modseq, born + 1);
        server.setFlags(Inbox, UidSet::range(uid, uid), 0, {u"blue"_s}, true);
        QCOMPARE(box->messages.at(uid).keywords, QStringList{u"blue"_s});
        QCOMPARE(box->messages.at(uid).modseq, born + 2);
        server.expunge(Inbox, UidSet::range(uid, uid));
        QCOMPARE(box->modseq, born + 3);
        QVERIFY(box->messages.empty());
        QCOMPARE(box->uidNext, uid + 1);
    }

    void what_vanished_is_told_since_a_modseq()
    {
        World w;
        w.fill(6);
        const SimFolder *box = w.server.folder(Inbox);
        w.server.expunge(Inbox, UidSet::of({2}));
        const auto known = box->modseq;
        w.server.expunge(Inbox, UidSet::of({4, 5}));
        QCOMPARE(w.server.vanishedSince(*box, known), UidSet::of({4, 5}));
        QCOMPARE(w.server.vanishedSince(*box, 1), UidSet::of({2, 4, 5}));
        w.server.quirks.wideVanished = true;
        QCOMPARE(w.server.vanishedSince(*box, known), UidSet::of({2, 4, 5}));
        w.server.quirks = {};
        w.server.quirks.rememberedExpunges = 1;
        QCOMPARE(w.server.vanishedSince(*box, known), UidSet::of({2, 4, 5}));
    }

    void an_open_ended_vanished_hides_only_what_the_client_never_saw()
    {
        World w;
        w.fill(5);
        const SimFolder *box = w.server.folder(Inbox);
        const auto known = box->modseq;
        w.server.quirks.openVanished = true;
        w.server.expunge(Inbox, UidSet::of({3}));
        QCOMPARE(w.server.vanishedSince(*box, known), UidSet::of({3}));
        w.server.expunge(Inbox, UidSet::of({4, 5}));
        w.fill(1);
        const UidSet told = w.server.vanishedSince(*box, known);
        QVERIFY(told.contains(6));
        QCOMPARE(told.max(), std::numeric_limits<quint32>::max());
    }

    void a_renumbered_mailbox_keeps_its_messages()
    {
        World w;
        w.fill(4);
        w.server.expunge(Inbox, UidSet::of({1}));
        const auto before = w.server.folder(Inbox)->uidValidity;
        w.server.resetUidValidity(Inbox, 10);
        const SimFolder *box = w.server.folder(Inbox);
        QVERIFY(box->uidValidity > before);
        QCOMPARE(box->uids(), UidSet::range(10, 12));
        QCOMPARE(box->uidNext, 13u);
        QVERIFY(box->expunged.isEmpty());
    }

    void every_mail_has_its_own_hash_and_a_reply_names_its_parent()
    {
        const auto a = makeMail(1), b = makeMail(2, 1);
        QVERIFY(a->digest.headerHash != b->digest.headerHash);
        QVERIFY(a->digest.messageIdHash != 0);
        QCOMPARE(b->digest.references, QList<quint64>{a->digest.messageIdHash});
    }

    // --- the link
    void nothing_is_answered_within_the_call()
    {
        World w;
        const auto task = w.link->open({}, {});
        QVERIFY(!task.isReady());
        QVERIFY(!w.link->isOpen());
        w.clock.advance(1s);
        QVERIFY(task.isReady());
        QVERIFY(w.link->isOpen());
        QCOMPARE(w.net.sessions, 1);
    }

    void the_features_are_told_at_the_opening()
    {
        World w(with(SimFeatures::Resync::Condstore));
        const auto told = await(w.clock, w.link->open({}, {}));
        QVERIFY(told && told->condstore && !told->qresync && told->move && told->idle);
    }

    void a_wrong_password_asks_the_person()
    {
        World w;
        w.net.secret = u"right"_s;
        QCOMPARE(kindOf(await(w.clock, w.link->open({}, u"wrong"_s))), ErrorKind::Auth);
        QVERIFY(!w.link->isOpen());
        SimLink second(w.net);
        QVERIFY(await(w.clock, second.open({}, u"right"_s)));
    }

    void too_many_sessions_are_turned_away()
    {
        World w;
        w.net.maxSessions = 1;
        QVERIFY(w.open());
        SimLink second(w.net), third(w.net);
        QVERIFY(!await(w.clock, second.open({}, {})));
        w.link->close();
        QVERIFY(await(w.clock, third.open({}, {})));
    }

    void a_server_out_of_reach_ends_in_a_timeout()
    {
        World w;
        w.net.reachable = false;
        LinkSettings settings;
        settings.timeoutMs = 7000;
        QCOMPARE(kindOf(await(w.clock, w.link->open(settings, {}))), ErrorKind::Network);
        QCOMPARE(w.clock.monotonicMs(), 7000);
    }

    void a_plain_server_tells_no_modseq()
    {
        World w(with(SimFeatures::Resync::Plain));
        w.fill(3);
        QVERIFY(w.open());
        const auto box = w.select({w.server.folder(Inbox)->uidValidity, 2});
        QVERIFY(box && !box->resynced);
        QCOMPARE(box->highestModseq, 0u);
        QCOMPARE(box->exists, 3u);
        QCOMPARE(box->uidNext, 4u);
    }

    void a_resync_tells_the_difference_and_nothing_else()
    {
        World w;
        w.fill(5);
        QVERIFY(w.open());
        const auto first = w.select();
        QVERIFY(first && !first->resynced && first->modified.isEmpty());
        w.server.setFlags(Inbox, UidSet::of({2}), Seen, {}, true);
        w.server.expunge(Inbox, UidSet::of({3, 4}));
        const auto next = w.select({first->uidValidity, first->highestModseq});
        QVERIFY(next && next->resynced);
        QCOMPARE(next->modified.size(), 1);
        QCOMPARE(next->modified[0].uid, Uid(2));
        QCOMPARE(next->modified[0].flags.bits, Seen);
        QCOMPARE(next->vanished, UidSet::of({3, 4}));
        QCOMPARE(next->exists, 3u);
        const auto other = w.select({first->uidValidity + 1, first->highestModseq});
        QVERIFY(other && !other->resynced);
    }

    void headers_come_by_uid_and_by_the_numbers_of_the_select()
    {
        World w;
        w.fill(4);
        QVERIFY(w.open());
        QVERIFY(w.select());
        w.server.expunge(Inbox, UidSet::of({4}));
        w.fill(1); // 5, unknown to this SELECT
        const auto numbered = await(w.clock, w.link->headersBySequence(3, 4));
        QVERIFY(numbered);
        QCOMPARE(numbered->size(), 1);
        QCOMPARE(numbered->at(0).uid, Uid(3));
        const auto byUid = await(w.clock, w.link->headers(UidSet::range(2, 9)));
        QVERIFY(byUid);
        QCOMPARE(byUid->size(), 3);
        QCOMPARE(byUid->at(0).digest, makeMail(2)->digest);
        QCOMPARE(byUid->at(0).size, makeMail(2)->size());
    }

    void flags_may_be_asked_since_a_modseq()
    {
        World w(with(SimFeatures::Resync::Condstore));
        w.fill(4);
        QVERIFY(w.open());
        const auto box = w.select();
        w.server.setFlags(Inbox, UidSet::of({2}), Seen, {}, true);
        QCOMPARE(await(w.clock, w.link->flags(UidSet::range(1, 9)))->size(), 4);
        const auto since = await(w.clock, w.link->flags(UidSet::range(1, 9), box->highestModseq));
        QCOMPARE(since->size(), 1);
        QCOMPARE(since->at(0).uid, Uid(2));
        QVERIFY(since->at(0).size > 0);
    }

    void existing_names_only_what_is_there()
    {
        World w;
        w.fill(5);
        w.server.expunge(Inbox, UidSet::of({2}));
        QVERIFY(w.open() && w.select());
        QCOMPARE(*await(w.clock, w.link->existing(UidSet::range(2, 4'000'000'000))), UidSet::range(3, 5));
    }

    void a_message_is_fetched_byte_for_byte()
    {
        World w;
        w.fill(1);
        QVERIFY(w.open() && w.select());
        const auto raw = await(w.clock, w.link->fetchMessage(Uid(1)));
        QVERIFY(raw);
        QCOMPARE(raw->header, makeMail(1)->header);
        QCOMPARE(raw->body, makeMail(1)->body);
        QCOMPARE(kindOf(await(w.clock, w.link->fetchMessage(Uid(9)))), ErrorKind::NotFound);
        QVERIFY(w.link->isOpen());
    }

    void flags_are_stored_only_in_a_writable_mailbox()
    {
        World w;
        w.fill(2);
        QVERIFY(w.open() && w.select({}, true));
        MessageFlags seen{Seen, {}};
        QCOMPARE(kindOf(await(w.clock, w.link->addFlags(UidSet::of({1}), seen))), ErrorKind::Refused);
        QCOMPARE(w.net.violations.size(), 1);
        QVERIFY(w.select({}, false));
        QVERIFY(await(w.clock, w.link->addFlags(UidSet::range(1, 2), seen)));
        QVERIFY(await(w.clock, w.link->removeFlags(UidSet::of({2}), seen)));
        QCOMPARE(w.server.folder(Inbox)->messages.at(1).bits, Seen);
        QCOMPARE(w.server.folder(Inbox)->messages.at(2).bits, 0u);
    }

    void idle_wakes_for_the_news_of_others_only()
    {
        World w;
        w.fill(1);
        QVERIFY(w.open() && w.select());
        auto task = w.link->idle();
        w.clock.advance(10min);
        w.server.setFlags(Inbox, UidSet::of({1}), Seen, {}, true, nullptr);
        w.clock.advance(1s);
        QVERIFY(task.isReady());
        QCOMPARE(*await(w.clock, std::move(task)), IdleEnd::ServerSpoke);

        // What changes between two IDLEs is told at the next one.
        w.fill(1);
        QCOMPARE(*await(w.clock, w.link->idle()), IdleEnd::ServerSpoke);
        auto quiet = w.link->idle();
        w.clock.advance(10min);
        QVERIFY(!quiet.isReady());
        w.link->interruptIdle();
        QCOMPARE(*await(w.clock, std::move(quiet)), IdleEnd::Interrupted);
        const qint64 before = w.clock.monotonicMs();
        QCOMPARE(*await(w.clock, w.link->idle()), IdleEnd::Renewed);
        QVERIFY(w.clock.monotonicMs() - before >= 29 * 60'000);
        QVERIFY(w.net.violations.isEmpty());
    }

    void own_changes_do_not_wake_the_session_that_made_them()
    {
        World w;
        w.fill(1);
        QVERIFY(w.open() && w.select({}, false));
        const MessageFlags seen{Seen, {}};
        QVERIFY(await(w.clock, w.link->addFlags(UidSet::of({1}), seen)));
        auto quiet = w.link->idle();
        w.clock.advance(10min);
        QVERIFY(!quiet.isReady());
        w.link->close();
        QCOMPARE(kindOf(await(w.clock, std::move(quiet))), ErrorKind::Cancelled);
    }

    void closing_ends_what_is_awaited_but_not_within_the_call()
    {
        World w;
        QVERIFY(w.open());
        auto task = w.link->list();
        w.link->close();
        QVERIFY(!w.link->isOpen());
        QVERIFY(!task.isReady());
        QCOMPARE(kindOf(await(w.clock, std::move(task))), ErrorKind::Cancelled);
        QCOMPARE(w.net.sessions, 0);
        QVERIFY(!await(w.clock, w.link->list()));
    }

    void a_link_may_be_destroyed_while_a_task_is_on_its_way()
    {
        World w;
        w.fill(1);
        QVERIFY(w.open() && w.select());
        auto task = w.link->headers(UidSet::of({1}));
        w.link.reset();
        QCOMPARE(kindOf(await(w.clock, std::move(task))), ErrorKind::Cancelled);
    }

    void two_commands_at_once_are_noted_as_a_mistake()
    {
        World w;
        QVERIFY(w.open());
        auto first = w.link->list();
        auto second = w.link->status(Inbox);
        QVERIFY(await(w.clock, std::move(first)));
        QVERIFY(await(w.clock, std::move(second)));
        QCOMPARE(w.net.violations.size(), 1);
    }

    void a_deleted_or_renumbered_mailbox_throws_its_sessions_out()
    {
        World w;
        w.server.createFolder(u"Old"_s);
        QVERIFY(w.open());
        QVERIFY(await(w.clock, w.link->select(u"Old"_s, {})));
        w.server.deleteFolder(u"Old"_s);
        QCOMPARE(kindOf(await(w.clock, w.link->existing(UidSet::of({1})))), ErrorKind::Network);
        SimLink second(w.net);
        QVERIFY(await(w.clock, second.open({}, {})));
        QCOMPARE(kindOf(await(w.clock, second.select(u"Old"_s, {}))), ErrorKind::Refused);
        QVERIFY(second.isOpen());
        QVERIFY(await(w.clock, second.select(Inbox, {})));
        w.server.resetUidValidity(Inbox);
        QVERIFY(!second.isOpen());
    }

    // --- faults
    void a_cut_before_the_command_leaves_the_server_untouched_and_one_after_does_not()
    {
        for (const FaultKind kind : {FaultKind::CutBefore, FaultKind::CutAfter}) {
            World w;
            w.fill(1);
            QVERIFY(w.open() && w.select({}, false));
            w.net.faults.arm({kind});
            const MessageFlags seen{Seen, {}};
            QCOMPARE(kindOf(await(w.clock, w.link->addFlags(UidSet::of({1}), seen))), ErrorKind::Network);
            QVERIFY(!w.link->isOpen());
            QCOMPARE(w.server.folder(Inbox)->messages.at(1).bits, kind == FaultKind::CutAfter ? Seen : 0);
            QCOMPARE(w.net.faults.fired(), 1);
        }
    }

    void a_stall_ends_after_the_timeout_and_loses_the_session()
    {
        World w;
        LinkSettings settings;
        settings.timeoutMs = 9000;
        QVERIFY(await(w.clock, w.link->open(settings, {})));
        const qint64 before = w.clock.monotonicMs();
        w.net.faults.arm({FaultKind::Stall});
        QCOMPARE(kindOf(await(w.clock, w.link->list())), ErrorKind::Network);
        QCOMPARE(w.clock.monotonicMs() - before, 9000);
        QVERIFY(!w.link->isOpen());
    }

    void a_stalled_idle_is_noticed_when_it_is_renewed()
    {
        World w;
        QVERIFY(w.open() && w.select());
        w.net.faults.arm({FaultKind::Stall});
        auto task = w.link->idle();
        w.fill(1);
        w.clock.advance(20min);
        QVERIFY(!task.isReady());
        QCOMPARE(kindOf(await(w.clock, std::move(task))), ErrorKind::Network);
        QVERIFY(!w.link->isOpen());
    }

    void a_refusal_leaves_the_session_usable()
    {
        World w;
        QVERIFY(w.open());
        w.net.faults.arm({FaultKind::Refuse});
        QCOMPARE(kindOf(await(w.clock, w.link->select(Inbox, {}))), ErrorKind::Refused);
        QVERIFY(await(w.clock, w.link->select(Inbox, {})));
    }

    void a_record_can_be_lost_or_stubbed_or_come_in_another_order()
    {
        World w;
        w.fill(8);
        QVERIFY(w.open() && w.select());
        w.net.faults.arm({FaultKind::LoseRecords, 0, false, 3});
        QCOMPARE(await(w.clock, w.link->headers(UidSet::range(1, 8)))->size(), 7);
        w.net.faults.arm({FaultKind::StubRecords, 0, false, 3});
        const auto stubbed = await(w.clock, w.link->headers(UidSet::range(1, 8)));
        QCOMPARE(stubbed->size(), 8);
        QCOMPARE(stubbed->at(3).uid, Uid(0));
        w.net.faults.arm({FaultKind::ShuffleRecords});
        const auto shuffled = await(w.clock, w.link->headers(UidSet::range(1, 8)));
        QCOMPARE(shuffled->size(), 8);
        QVERIFY(!std::is_sorted(shuffled->begin(), shuffled->end(),
                                [](const auto &a, const auto &b) { return a.uid < b.uid; }));
    }

    void a_lost_flag_record_is_news_about_that_message()
    {
        World w(with(SimFeatures::Resync::Condstore));
        w.fill(3);
        QVERIFY(w.open());
        const auto box = w.select();
        w.net.faults.arm({FaultKind::LoseRecords, 0, false, 1});
        QCOMPARE(await(w.clock, w.link->flags(UidSet::range(1, 3)))->size(), 2);
        const auto again = await(w.clock, w.link->flags(UidSet::range(1, 3), box->highestModseq));
        QCOMPARE(again->size(), 1);
        QCOMPARE(again->at(0).uid, Uid(2));
    }

    void a_select_can_lie()
    {
        World w;
        w.fill(6);
        QVERIFY(w.open());
        const auto truth = w.select();
        w.net.faults.arm({FaultKind::LieInExists, 0, false, 2});
        QVERIFY(w.select()->exists > 6);
        w.net.faults.arm({FaultKind::LieInExists, 0, false, 3});
        QVERIFY(w.select()->exists < 6);
        w.net.faults.arm({FaultKind::NoUidNext});
        QCOMPARE(w.select()->uidNext, 0u);
        w.net.faults.arm({FaultKind::ZeroUidValidity});
        QCOMPARE(w.select()->uidValidity, 0u);
        const ResyncPoint from{truth->uidValidity, truth->highestModseq};
        w.net.faults.arm({FaultKind::WrongVanished, 0, false, 2});
        QCOMPARE(w.select(from)->vanished, UidSet::of({3}));
        w.server.expunge(Inbox, UidSet::of({5}));
        w.net.faults.arm({FaultKind::UntoldVanished});
        QVERIFY(w.select(from)->vanished.isEmpty());
        w.net.faults.arm({FaultKind::BumpUidValidity});
        QVERIFY(w.select(from)->uidValidity > truth->uidValidity);
    }

    void a_fault_waits_for_a_command_it_applies_to_unless_bound_to_one()
    {
        World w;
        w.fill(1);
        QVERIFY(w.open());
        w.net.faults.clear();
        w.net.faults.arm({FaultKind::NoUidNext, 0, true});
        w.net.faults.arm({FaultKind::LieInExists, 0, false, 2});
        QVERIFY(await(w.clock, w.link->list()));
        QCOMPARE(w.select()->exists, 4u);
        QCOMPARE(w.select()->uidNext, 2u);
        QCOMPARE(w.net.faults.fired(), 1);
        QCOMPARE(w.net.faults.commands(), 3);
    }

    void the_same_seed_gives_the_same_course()
    {
        const auto course = [](quint32 seed) {
            World w({}, seed);
            w.fill(9);
            QStringList moments;
            w.open();
            bool good = bool(w.select());
            for (quint32 uid = 1; uid < 9; ++uid) {
                good = good && await(w.clock, w.link->headers(UidSet::of({uid})));
                moments.append(QString::number(w.clock.monotonicMs()));
            }
            return good ? moments : QStringList();
        };
        QCOMPARE(course(5), course(5));
        QVERIFY(course(5) != course(6));
    }
};

QTEST_GUILESS_MAIN(SimulatorTest)
#include "simulator_test.moc"
