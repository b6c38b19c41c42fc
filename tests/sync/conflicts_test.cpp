#include "tests/sync/desk.h"

#include <QTest>

using namespace kw;
using namespace kw::sim;
using namespace Qt::StringLiterals;

namespace {

using Numbers = QList<int>;

SimFeatures without(bool move, bool uidPlus)
{
    SimFeatures features;
    features.move = move;
    features.uidPlus = uidPlus;
    return features;
}

} // namespace

// What becomes of a change when the world has changed meanwhile, or the server will not have it:
// docs/changes.md, rule by rule. Each test acts offline, lets another client act, and then goes online.
class ConflictsTest : public QObject
{
    Q_OBJECT

    // At rest, and of one mind with the server.
    static void settled(Desk &d)
    {
        QCOMPARE(d.waiting(), 0);
        QCOMPARE(d.here(), d.there());
        QCOMPARE(d.net().violations, QStringList{});
    }
    // Came back with its reason.
    static void refused(Desk &d, ActionId action)
    {
        QCOMPARE(d.row(action).state, ActionState::Refused);
        QVERIFY2(d.row(action).error.endsWith(u'.'), qPrintable(d.row(action).error));
    }

private Q_SLOTS:
    // --- the message

    void a_message_that_another_client_has_moved_stays_where_that_put_it()
    {
        Desk d;
        const ActionId action = d.perform(Intent::move({d.mail(1)}, d.folder(u"Archive"_s))).id;
        d.moveThere(1, u"INBOX"_s, u"Lists"_s);
        d.settle();
        QCOMPARE(d.there(u"Lists"_s), Numbers{1});
        QCOMPARE(d.there(u"Archive"_s), Numbers{});
        QVERIFY(!d.row(action).error.isEmpty());
        settled(d);
    }

    void a_message_that_another_client_has_deleted_stays_deleted()
    {
        Desk d;
        const ActionId action = d.perform(Intent::move({d.mail(1)}, d.folder(u"Archive"_s))).id;
        d.server().expunge(u"INBOX"_s, d.uids(1, u"INBOX"_s));
        d.settle();
        QCOMPARE(d.there(u"Archive"_s), Numbers{});
        QVERIFY(!d.row(action).error.isEmpty());
        settled(d);
    }

    void a_copy_of_a_message_that_is_gone_is_taken_back()
    {
        Desk d;
        const ActionId action = d.perform(Intent::copy({d.mail(1)}, d.folder(u"Archive"_s))).id;
        d.server().expunge(u"INBOX"_s, d.uids(1, u"INBOX"_s));
        d.settle();
        QCOMPARE(d.there(u"Archive"_s), Numbers{});
        QVERIFY(!d.row(action).error.isEmpty());
        settled(d);
    }

    void deleting_what_is_gone_already_is_what_was_wanted()
    {
        Desk d;
        const ActionId action = d.perform(Intent::of(Intent::Kind::Expunge, {d.mail(1)})).id;
        d.server().expunge(u"INBOX"_s, d.uids(1, u"INBOX"_s));
        d.settle();
        QCOMPARE(d.row(action).state, ActionState::Done);
        QVERIFY(d.row(action).error.isEmpty());
        settled(d);
    }

    void a_mark_on_a_message_that_is_gone_goes_with_it()
    {
        Desk d;
        const ActionId action
            = d.perform(Intent::mark({d.mail(1), d.mail(2)}, quint32(Flag::Flagged), true)).id;
        d.server().expunge(u"INBOX"_s, d.uids(1, u"INBOX"_s));
        d.settle();
        QCOMPARE(d.row(action).state, ActionState::Done);
        settled(d);
    }

    void marks_of_two_clients_on_one_message_are_both_kept()
    {
        Desk d;
        d.perform(Intent::mark({d.mail(1)}, quint32(Flag::Flagged), true));
        d.server().setFlags(u"INBOX"_s, d.uids(1, u"INBOX"_s), quint32(Flag::Seen), {u"work"_s}, true);
        d.settle();
        QVERIFY2(d.there().contains(u"INBOX: Message 1 5 work"_s), qPrintable(d.there().join(u'\n')));
        settled(d);
    }

    void a_copy_has_the_marks_that_the_server_had_not_heard_of()
    {
        Desk d;
        d.perform(Intent::mark({d.mail(1)}, quint32(Flag::Flagged), true));
        d.perform(Intent::tag({d.mail(1)}, u"work"_s, true));
        d.perform(Intent::copy({d.mail(1)}, d.folder(u"Lists"_s)));
        d.perform(Intent::mark({d.mail(1)}, quint32(Flag::Flagged), false));
        d.perform(Intent::mark({d.mail(1, u"Lists"_s)}, quint32(Flag::Seen), true));
        d.settle();
        QVERIFY2(d.there().contains(u"Lists: Message 1 5 work"_s), qPrintable(d.there().join(u'\n')));
        QVERIFY2(d.there().contains(u"INBOX: Message 1 0 work"_s), qPrintable(d.there().join(u'\n')));
        settled(d);
    }

    void a_copy_of_unmarked_mail_needs_no_marks()
    {
        Desk d;
        d.perform(Intent::copy({d.mail(1)}, d.folder(u"Lists"_s)));
        d.settle();
        QVERIFY(d.context().messages.foldersWithPendingFlags(d.account()).isEmpty());
        settled(d);
    }

    // --- the folder

    void a_folder_made_and_deleted_before_the_server_heard_of_it_never_was()
    {
        Desk d;
        const ActionId made = d.perform(Intent::createFolder(d.account(), {}, u"Projects"_s)).id;
        d.perform(Intent::move({d.mail(1)}, d.folder(u"Projects"_s)));
        const ActionId ended
            = d.perform(Intent::ofFolder(Intent::Kind::DeleteFolder, d.folder(u"Projects"_s))).id;
        d.settle();
        QCOMPARE(d.row(made).state, ActionState::Done);
        QCOMPARE(d.row(ended).state, ActionState::Done);
        QVERIFY(!d.server().folder(u"Projects"_s));
        QCOMPARE(d.there(u"Trash"_s), Numbers{1});
        settled(d);
    }

    void nothing_is_said_of_what_was_done_in_it_or_of_its_name()
    {
        Desk d;
        const ActionId made = d.perform(Intent::createFolder(d.account(), {}, u"Projects"_s)).id;
        const ActionId copied = d.perform(Intent::copy({d.mail(1)}, d.folder(u"Projects"_s))).id;
        const ActionId gone = d.perform(Intent::of(Intent::Kind::Expunge, {d.mail(1, u"Projects"_s)})).id;
        const ActionId other = d.perform(Intent::createFolder(d.account(), {}, u"Other"_s)).id;
        const ActionId named = d.perform(Intent::renameFolder(d.folder(u"Projects"_s), u"Plans"_s)).id;
        d.perform(Intent::ofFolder(Intent::Kind::DeleteFolder, d.folder(u"Plans"_s)));
        d.settle();
        for (const ActionId id : {made, copied, gone, other, named})
            QCOMPARE(d.row(id).state, ActionState::Done);
        QVERIFY(!d.server().folder(u"Projects"_s));
        settled(d);
    }

    void a_folder_made_deleted_and_kept_after_all_is_made()
    {
        Desk d;
        d.perform(Intent::createFolder(d.account(), {}, u"Projects"_s));
        d.perform(Intent::ofFolder(Intent::Kind::DeleteFolder, d.folder(u"Projects"_s)));
        d.undo();
        d.settle();
        QVERIFY(d.server().folder(u"Projects"_s));
        QVERIFY(isSet(d.folder(u"Projects"_s)));
        settled(d);
    }

    void names_may_go_from_folder_to_folder()
    {
        Desk d;
        const FolderId lists = d.folder(u"Lists"_s);
        d.perform(Intent::createFolder(d.account(), {}, u"Projects"_s));
        const FolderId projects = d.folder(u"Projects"_s);
        d.settle();
        d.perform(Intent::move({d.mail(1)}, lists));
        d.perform(Intent::move({d.mail(2)}, projects));
        d.perform(Intent::renameFolder(projects, u"First"_s));
        d.perform(Intent::renameFolder(lists, u"Second"_s));
        d.perform(Intent::renameFolder(projects, u"Lists"_s));
        d.perform(Intent::renameFolder(lists, u"Projects"_s));
        d.settle();
        QCOMPARE(d.there(u"Projects"_s), Numbers{1});
        QCOMPARE(d.there(u"Lists"_s), Numbers{2});
        settled(d);
    }

    void the_old_name_of_a_renamed_folder_may_be_given_to_a_new_one()
    {
        Desk d;
        const FolderId lists = d.folder(u"Lists"_s);
        d.perform(Intent::move({d.mail(1)}, lists));
        d.perform(Intent::renameFolder(lists, u"Old lists"_s));
        d.perform(Intent::createFolder(d.account(), {}, u"Lists"_s));
        d.perform(Intent::move({d.mail(2)}, d.folder(u"Lists"_s)));
        d.settle();
        QCOMPARE(d.there(u"Old lists"_s), Numbers{1});
        QCOMPARE(d.there(u"Lists"_s), Numbers{2});
        settled(d);
    }

    void so_it_is_when_the_renamed_one_is_deleted_as_well()
    {
        Desk d;
        const FolderId lists = d.folder(u"Lists"_s);
        d.perform(Intent::renameFolder(lists, u"Old lists"_s));
        d.perform(Intent::ofFolder(Intent::Kind::DeleteFolder, lists));
        d.perform(Intent::createFolder(d.account(), {}, u"Lists"_s));
        d.perform(Intent::move({d.mail(2)}, d.folder(u"Lists"_s)));
        d.settle();
        QVERIFY(!d.server().folder(u"Old lists"_s));
        QCOMPARE(d.there(u"Lists"_s), Numbers{2});
        settled(d);
    }

    void a_move_into_a_folder_that_was_renamed_comes_back()
    {
        Desk d;
        const ActionId action = d.perform(Intent::move({d.mail(1)}, d.folder(u"Lists"_s))).id;
        d.server().renameFolder(u"Lists"_s, u"Renamed"_s);
        d.settle();
        QCOMPARE(d.there(u"INBOX"_s), (Numbers{1, 2, 3}));
        refused(d, action);
        settled(d);
    }

    void a_move_into_a_folder_that_was_deleted_comes_back()
    {
        Desk d;
        const ActionId action = d.perform(Intent::move({d.mail(1)}, d.folder(u"Lists"_s))).id;
        d.server().deleteFolder(u"Lists"_s);
        d.settle();
        QCOMPARE(d.there(u"INBOX"_s), (Numbers{1, 2, 3}));
        refused(d, action);
        settled(d);
    }

    void a_message_stays_with_its_folder_that_was_renamed()
    {
        Desk d;
        d.perform(Intent::move({d.mail(1)}, d.folder(u"Lists"_s)));
        d.settle();
        const ActionId action = d.perform(Intent::move({d.mail(1, u"Lists"_s)}, d.folder(u"Archive"_s))).id;
        d.server().renameFolder(u"Lists"_s, u"Renamed"_s);
        d.settle();
        QCOMPARE(d.there(u"Renamed"_s), Numbers{1});
        QVERIFY(!d.row(action).error.isEmpty());
        settled(d);
    }

    void a_message_goes_with_its_folder_that_was_deleted()
    {
        Desk d;
        d.perform(Intent::move({d.mail(1)}, d.folder(u"Lists"_s)));
        d.settle();
        const ActionId action = d.perform(Intent::move({d.mail(1, u"Lists"_s)}, d.folder(u"Archive"_s))).id;
        d.server().deleteFolder(u"Lists"_s);
        d.settle();
        QCOMPARE(d.there(u"Archive"_s), Numbers{});
        QVERIFY(!d.row(action).error.isEmpty());
        settled(d);
    }

    void a_folder_that_received_mail_meanwhile_is_not_deleted()
    {
        Desk d;
        const ActionId action
            = d.perform(Intent::ofFolder(Intent::Kind::DeleteFolder, d.folder(u"Lists"_s))).id;
        d.server().append(u"Lists"_s, makeMail(9));
        d.settle();
        QCOMPARE(d.there(u"Lists"_s), Numbers{9});
        refused(d, action);
        settled(d);
    }

    void a_folder_that_is_there_already_is_the_one_that_was_wanted()
    {
        Desk d;
        const ActionId action = d.perform(Intent::createFolder(d.account(), {}, u"Projects"_s)).id;
        d.perform(Intent::move({d.mail(1)}, d.folder(u"Projects"_s)));
        d.server().createFolder(u"Projects"_s);
        d.settle();
        QCOMPARE(d.there(u"Projects"_s), Numbers{1});
        QCOMPARE(d.row(action).state, ActionState::Done);
        settled(d);
    }

    void a_folder_that_is_gone_already_is_deleted()
    {
        Desk d;
        const ActionId action
            = d.perform(Intent::ofFolder(Intent::Kind::DeleteFolder, d.folder(u"Lists"_s))).id;
        d.server().deleteFolder(u"Lists"_s);
        d.settle();
        QCOMPARE(d.row(action).state, ActionState::Done);
        settled(d);
    }

    void a_renumbered_folder_does_not_hold_up_what_was_done_in_it()
    {
        Desk d;
        d.perform(Intent::move({d.mail(1)}, d.folder(u"Archive"_s)));
        d.server().resetUidValidity(u"INBOX"_s, 40);
        d.settle();
        QCOMPARE(d.there(u"Archive"_s), Numbers{1});
        settled(d);
    }

    // --- the server says no

    void a_full_mailbox_gives_the_message_back()
    {
        Desk d;
        const ActionId action = d.perform(Intent::move({d.mail(1)}, d.folder(u"Archive"_s))).id;
        d.server().folder(u"Archive"_s)->overQuota = true;
        d.settle();
        QCOMPARE(d.there(u"INBOX"_s), (Numbers{1, 2, 3}));
        refused(d, action);
        settled(d);
    }

    void on_a_server_that_keeps_all_below_INBOX_a_first_folder_is_made_there()
    {
        Desk d;
        for (const QString &path : {u"Archive"_s, u"Trash"_s, u"Junk"_s, u"Lists"_s})
            d.server().deleteFolder(path);
        d.server().quirks.allBelowInbox = true;
        d.settle();
        const ActionId action = d.perform(Intent::of(Intent::Kind::Delete, {d.mail(1)})).id;
        d.settle();
        QCOMPARE(d.there(u"INBOX"_s), (Numbers{2, 3}));
        QCOMPARE(d.there(u"INBOX/Trash"_s), Numbers{1});
        QCOMPARE(d.row(action).state, ActionState::Done);
        settled(d);
        d.perform(Intent::of(Intent::Kind::Archive, {d.mail(2)}));
        d.settle();
        QCOMPARE(d.there(u"INBOX"_s), (Numbers{3}));
        settled(d);
    }

    void a_server_that_takes_no_message_with_its_tags_takes_it_without()
    {
        Desk d(3, {}, 2);
        d.perform(Intent::tag({d.mail(1)}, u"odd:one"_s, true));
        d.settle();
        d.server(1).quirks.oddKeywords = true;
        d.perform(Intent::move({d.mail(1)}, d.folder(u"INBOX"_s, 1)));
        d.settle();
        QCOMPARE(d.there(u"INBOX"_s), (Numbers{2, 3}));
        QCOMPARE(d.there(u"INBOX"_s, 1), Numbers{1});
        QCOMPARE(d.here(1), d.there(1));
        settled(d);
    }

    void marks_are_told_again_where_a_server_counts_from_the_beginning()
    {
        Desk d;
        for (int i = 0; i < 5; ++i) {
            d.server().setFlags(u"INBOX"_s, d.uids(1, u"INBOX"_s), quint32(Flag::Flagged), {}, i % 2 == 0);
            d.settle();
        }
        d.server().setFlags(u"INBOX"_s, d.uids(2, u"INBOX"_s), quint32(Flag::Seen), {}, true);
        SimFolder *inbox = d.server().folder(u"INBOX"_s);
        inbox->modseq = 1; // its index was lost
        for (auto &[uid, message] : inbox->messages)
            message.modseq = 1;
        d.settle();
        settled(d);
    }

    void what_finds_no_room_any_more_comes_back_and_the_rest_is_moved_data()
    {
        QTest::addColumn<bool>("move");
        QTest::newRow("MOVE") << true;
        QTest::newRow("COPY and EXPUNGE") << false;
    }
    void what_finds_no_room_any_more_comes_back_and_the_rest_is_moved()
    {
        QFETCH(bool, move);
        constexpr int All = 800;
        constexpr int Room = 350;
        Desk d(All, without(move, true));
        QList<MessageId> everyOther; // as a selection is: more ranges than a command has
        for (int n = 1; n <= All; n += 2)
            everyOther.append(d.mail(n));
        const ActionId action = d.perform(Intent::move(everyOther, d.folder(u"Archive"_s))).id;
        d.server().folder(u"Archive"_s)->room = Room;
        d.settle();
        const Numbers moved = d.there(u"Archive"_s);
        const Numbers left = d.there(u"INBOX"_s);
        QVERIFY(!moved.isEmpty() && moved.size() <= Room);
        QCOMPARE(moved.size() + left.size(), All); // each once
        for (const int n : moved)
            QVERIFY(!left.contains(n));
        refused(d, action);
        settled(d);
        QVERIFY(d.verify().differences.isEmpty());
        // What has gone is what was sent: the other half of the action can be tried again.
        QCOMPARE(d.mails(u"Archive"_s).size(), moved.size());
    }

    void a_folder_that_takes_no_mail_gives_it_back()
    {
        Desk d;
        const ActionId action = d.perform(Intent::move({d.mail(1)}, d.folder(u"Archive"_s))).id;
        d.server().folder(u"Archive"_s)->noInsert = true;
        d.settle();
        QCOMPARE(d.there(u"INBOX"_s), (Numbers{1, 2, 3}));
        refused(d, action);
        settled(d);
    }

    void a_read_only_folder_keeps_its_mail_and_its_marks()
    {
        Desk d;
        const ActionId moved = d.perform(Intent::move({d.mail(1)}, d.folder(u"Archive"_s))).id;
        const ActionId marked = d.perform(Intent::mark({d.mail(2)}, quint32(Flag::Seen), true)).id;
        const ActionId ended = d.perform(Intent::of(Intent::Kind::Expunge, {d.mail(3)})).id;
        d.server().folder(u"INBOX"_s)->readOnly = true;
        d.settle();
        QCOMPARE(d.there(u"INBOX"_s), (Numbers{1, 2, 3}));
        for (const ActionId action : {moved, marked, ended})
            refused(d, action);
        settled(d);
    }

    void a_folder_that_cannot_be_opened_does_not_keep_the_others_from_being_compared()
    {
        Desk d;
        d.server().folder(u"Archive"_s)->closed = true; // listed before INBOX is compared, and after
        d.server().setFlags(u"INBOX"_s, d.uids(2, u"INBOX"_s), quint32(Flag::Flagged), {}, true);
        for (const bool repair : {false, true}) {
            const VerifyReport report = d.verify(repair);
            QCOMPARE(report.errors.size(), 1);
            QCOMPARE(report.errors.first().folder, u"Archive"_s);
            QVERIFY(!report.errors.first().text.isEmpty());
            QCOMPARE(report.folders, 4);
            QCOMPARE(report.messages, 3);
            QCOMPARE(report.differences.size(), repair ? 0 : 1); // which its pass mends
        }
    }

    void what_was_refused_can_be_tried_again()
    {
        Desk d;
        const ActionId action = d.perform(Intent::move({d.mail(1)}, d.folder(u"Archive"_s))).id;
        d.server().folder(u"Archive"_s)->overQuota = true;
        d.settle();
        refused(d, action);
        d.server().folder(u"Archive"_s)->overQuota = false;
        QVERIFY(Undoer(d.context()).retry(action));
        d.settle();
        QCOMPARE(d.there(u"Archive"_s), Numbers{1});
        QCOMPARE(d.row(action).state, ActionState::Done);
        settled(d);
    }

    // --- the server cannot

    void without_move_a_message_is_copied_and_then_removed()
    {
        for (const bool uidPlus : {true, false}) {
            Desk d(3, without(false, uidPlus));
            d.perform(Intent::move({d.mail(1), d.mail(2)}, d.folder(u"Archive"_s)));
            d.settle();
            QCOMPARE(d.there(u"Archive"_s), (Numbers{1, 2}));
            QCOMPARE(d.there(u"INBOX"_s), Numbers{3});
            settled(d);
        }
    }

    void what_another_client_marked_deleted_survives_our_removal()
    {
        for (const bool uidPlus : {true, false}) {
            Desk d(3, without(false, uidPlus));
            d.perform(Intent::move({d.mail(1)}, d.folder(u"Archive"_s)));
            d.server().setFlags(u"INBOX"_s, d.uids(2, u"INBOX"_s), quint32(Flag::Deleted), {}, true);
            d.settle();
            QCOMPARE(d.there(u"Archive"_s), Numbers{1});
            QCOMPARE(d.there(u"INBOX"_s), (Numbers{2, 3}));
            settled(d);
        }
    }

    void without_uidplus_a_moved_message_is_found_by_its_header()
    {
        Desk d(3, without(true, false));
        const MessageId id = d.mail(1);
        d.perform(Intent::move({id}, d.folder(u"Archive"_s)));
        d.settle();
        QCOMPARE(d.mail(1, u"Archive"_s), id);
        d.perform(Intent::move({id}, d.folder(u"Lists"_s)));
        d.settle();
        QCOMPARE(d.there(u"Lists"_s), Numbers{1});
        settled(d);
    }

    void a_server_without_keywords_gives_the_tag_back()
    {
        Desk d;
        d.server().folder(u"INBOX"_s)->noKeywords = true;
        const ActionId tagged = d.perform(Intent::tag({d.mail(1)}, u"work"_s, true)).id;
        const ActionId marked = d.perform(Intent::mark({d.mail(1)}, quint32(Flag::Seen), true)).id;
        d.settle();
        refused(d, tagged);
        QCOMPARE(d.row(marked).state, ActionState::Done);
        QVERIFY(d.there().contains(u"INBOX: Message 1 1"_s));
        settled(d);
    }

    void a_keyword_that_a_server_names_is_kept_where_new_ones_are_not()
    {
        Desk d;
        d.server().folder(u"INBOX"_s)->noKeywords = true;
        d.server().folder(u"INBOX"_s)->namedKeywords = {u"work"_s};
        const ActionId named = d.perform(Intent::tag({d.mail(1)}, u"work"_s, true)).id;
        const ActionId other = d.perform(Intent::tag({d.mail(2)}, u"home"_s, true)).id;
        d.settle();
        QCOMPARE(d.row(named).state, ActionState::Done);
        refused(d, other);
        QCOMPARE(d.server().folder(u"INBOX"_s)->messages.begin()->second.keywords, QStringList{u"work"_s});
        settled(d);
    }

    // --- few commands

    void read_unread_read_is_no_command()
    {
        Desk d;
        const int quiet = d.settle();
        d.perform(Intent::mark({d.mail(1)}, quint32(Flag::Seen), true));
        d.perform(Intent::mark({d.mail(1)}, quint32(Flag::Seen), false));
        QCOMPARE(d.settle(), quiet);
        settled(d);
    }

    void a_message_sent_on_twice_takes_one_way()
    {
        Desk d;
        const quint32 before = d.server().folder(u"Archive"_s)->uidNext;
        const MessageId id = d.mail(1);
        d.perform(Intent::move({id}, d.folder(u"Archive"_s)));
        d.perform(Intent::move({id}, d.folder(u"Lists"_s)));
        QCOMPARE(d.waiting(), 1);
        d.settle();
        QCOMPARE(d.there(u"Lists"_s), Numbers{1});
        QCOMPARE(d.server().folder(u"Archive"_s)->uidNext, before); // it never was there
        settled(d);
    }

    void a_message_moved_back_never_left()
    {
        Desk d;
        const int quiet = d.settle();
        const UidSet uid = d.uids(1, u"INBOX"_s);
        d.perform(Intent::move({d.mail(1)}, d.folder(u"Archive"_s)));
        d.perform(Intent::move({d.mail(1, u"Archive"_s)}, d.folder(u"INBOX"_s)));
        QCOMPARE(d.waiting(), 0);
        QCOMPARE(d.settle(), quiet);
        QCOMPARE(d.uids(1, u"INBOX"_s), uid);
        settled(d);
    }

    void ten_thousand_messages_read_are_a_handful_of_commands()
    {
        Desk d(10'000);
        const int quiet = d.settle();
        d.perform(Intent::mark(d.mails(), quint32(Flag::Seen), true));
        const int commands = d.settle() - quiet;
        qInfo("%d commands", commands);
        QVERIFY2(commands > 0 && commands <= 10, qPrintable(QString::number(commands)));
        settled(d);
    }

    void a_thousand_messages_moved_are_a_handful_of_commands()
    {
        Desk d(1000);
        const int quiet = d.settle();
        d.perform(Intent::move(d.mails(), d.folder(u"Archive"_s)));
        const int commands = d.settle() - quiet;
        qInfo("%d commands", commands);
        QVERIFY2(commands > 0 && commands <= 20, qPrintable(QString::number(commands)));
        QCOMPARE(d.there(u"Archive"_s).size(), 1000);
        settled(d);
    }

    // --- from one account to another

    void a_message_goes_to_another_account_and_leaves_its_own()
    {
        Desk d(3, {}, 2);
        d.perform(Intent::mark({d.mail(1)}, quint32(Flag::Flagged), true));
        const ActionId action = d.perform(Intent::move({d.mail(1)}, d.folder(u"INBOX"_s, 1))).id;
        d.settle();
        QCOMPARE(d.there(u"INBOX"_s), (Numbers{2, 3}));
        QCOMPARE(d.there(1), (QStringList{u"INBOX: Message 1 4"_s, u"Lists"_s}));
        QCOMPARE(d.row(action).state, ActionState::Done);
        QCOMPARE(d.here(1), d.there(1));
        settled(d);
    }

    void a_source_is_not_deleted_before_the_copy_is_proved()
    {
        Desk d(3, {}, 2);
        const ActionId action = d.perform(Intent::move({d.mail(1)}, d.folder(u"INBOX"_s, 1))).id;
        d.server(1).folder(u"INBOX"_s)->overQuota = true;
        d.settle();
        QCOMPARE(d.there(u"INBOX"_s), (Numbers{1, 2, 3}));
        QCOMPARE(d.there(u"INBOX"_s, 1), Numbers{});
        refused(d, action);
        QVERIFY(isSet(d.mail(1)));
        settled(d);
    }

    void an_unreachable_account_holds_the_source_back()
    {
        Desk d(3, {}, 2);
        d.perform(Intent::move({d.mail(1)}, d.folder(u"INBOX"_s, 1)));
        d.net(1).reachable = false;
        d.settle();
        QCOMPARE(d.there(u"INBOX"_s), (Numbers{1, 2, 3}));
        QVERIFY(d.waiting() > 0);
        d.net(1).reachable = true;
        d.settle();
        QCOMPARE(d.there(u"INBOX"_s), (Numbers{2, 3}));
        QCOMPARE(d.there(u"INBOX"_s, 1), Numbers{1});
        settled(d);
    }
};

QTEST_GUILESS_MAIN(ConflictsTest)
#include "conflicts_test.moc"
