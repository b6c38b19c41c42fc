#include "core/compose/messagewriter.h"
#include "core/store/pages.h"
#include "tests/outbox/sendingdesk.h"

#include <QTest>

using namespace kw;
using namespace kw::test;
using namespace Qt::StringLiterals;

namespace {

using State = LetterState;
using Outcome = Submission::Outcome;

constexpr Millis Hour = std::chrono::hours(1);

} // namespace

// From the queue to the folder of sent mail.
class SendingTest : public QObject
{
    Q_OBJECT

    static sim::SimMailPtr mailOf(const QByteArray &octets)
    {
        const qsizetype head = octets.indexOf("\r\n\r\n") + 4;
        return sim::makeMail(octets.first(head), octets.sliced(head));
    }

private Q_SLOTS:
    void a_letter_is_sent_and_its_copy_stored()
    {
        SendingDesk d;
        d.outbox().goOnline();
        d.queue(d.draft(u"Dear Bo"_s));
        QCOMPARE(d.smtp.taken.size(), 1);
        QCOMPARE(d.smtp.envelopes.first().from, u"anna@example.org"_s);
        QCOMPARE(d.smtp.envelopes.first().recipients.first().address, u"bo@example.net"_s);
        QCOMPARE(d.state(), State::Delivered);
        QCOMPARE(d.looks, 1); // whether the server has stored one
        d.run(Millis(1));
        d.syncAll();
        QCOMPARE(d.state(), State::Done);
        QCOMPARE(d.onServer(u"Sent"_s), QStringList{u"one"_s});
        QCOMPARE(d.waiting(), 0);
        const auto row = d.context().messages.row(d.letter().sentRow);
        QVERIFY(row && isSet(row->uid) && (row->flags & quint32(Flag::Seen)) != 0);
        QCOMPARE(d.store().outgoing().size(), 0);
    }

    void a_receipt_marks_what_was_read_and_has_no_copy()
    {
        SendingDesk d;
        d.outbox().goOnline();
        const auto receipt = writeMessage(d.draft(u"Displayed"_s), {});
        QVERIFY(receipt);
        const Outgoing message = outgoingOf(*receipt, SentCopy::Unwanted);
        const MessageId read = d.mail(1);
        QVERIFY(d.letters().queueReceipt(d.account(), message, read));
        QVERIFY(!d.letters().queueReceipt(d.account(), outgoingOf(*receipt, SentCopy::Unwanted), read));
        d.outbox().lettersWait(d.account());
        QCOMPARE(d.smtp.taken.size(), 1);
        d.run(Millis(1));
        d.syncAll();
        QCOMPARE(d.state(), State::Done);
        QCOMPARE(d.onServer(u"Sent"_s), QStringList());
        const auto &there = d.server().folder(u"INBOX"_s)->messages.begin()->second;
        QVERIFY(there.bits & quint32(Flag::MdnSent));
    }

    void an_answer_that_was_no_draft_marks_its_original()
    {
        SendingDesk d;
        d.outbox().goOnline();
        Outgoing message = d.written(d.draft(u"Accepted"_s));
        message.answered = d.mail(1);
        const qint64 later = d.context().clock.wallMs() + 10'000;
        QVERIFY(d.letters().queueReady(d.account(), message, later));
        d.outbox().lettersWait(d.account());
        QCOMPARE(d.smtp.taken.size(), 0);
        d.run(std::chrono::seconds(11));
        QCOMPARE(d.smtp.taken.size(), 1);
        QVERIFY(d.context().messages.row(d.mail(1))->flags & quint32(Flag::Answered));
    }

    void what_waits_for_its_time_can_be_discarded()
    {
        SendingDesk d;
        d.outbox().goOnline();
        QVERIFY(d.letters().queueReady(d.account(), d.written(d.draft(u"Accepted"_s)),
                                       d.context().clock.wallMs() + 10'000));
        d.outbox().lettersWait(d.account());
        QVERIFY(d.letters().discard(SendingDesk::id()));
        d.run(Hour);
        QCOMPARE(d.smtp.taken.size(), 0);
    }

    void offline_it_waits()
    {
        SendingDesk d;
        d.queue(d.draft(u"Dear Bo"_s));
        d.run(Hour);
        QCOMPARE(d.smtp.sessions, 0);
        QCOMPARE(d.state(), State::Waiting);
        d.startAgain();
        d.outbox().goOnline();
        QCOMPARE(d.smtp.taken.size(), 1);
    }

    void the_copy_says_to_whom_it_went_in_secret()
    {
        SendingDesk d;
        d.outbox().goOnline();
        Draft draft = d.draft(u"Dear Bo"_s);
        draft.bcc = {{u"Cy"_s, u"cy@example.net"_s}};
        d.queue(draft);
        QVERIFY(!d.smtp.taken.first().contains("cy@example.net"));
        QCOMPARE(d.smtp.envelopes.first().recipients.size(), 2);
        d.run(Millis(1));
        d.syncAll();
        QVERIFY(
            d.server().folder(u"Sent"_s)->messages.begin()->second.mail->header.contains("cy@example.net"));
    }

    void a_folder_of_sent_mail_is_made_where_there_is_none()
    {
        SendingDesk d;
        d.server().deleteFolder(u"Sent"_s);
        d.settle();
        d.outbox().goOnline();
        d.queue(d.draft(u"Dear Bo"_s));
        QCOMPARE(d.state(), State::Done);
        d.syncAll();
        QCOMPARE(d.onServer(u"Sent"_s), QStringList{u"one"_s});
    }

    void a_server_that_stores_sent_mail_itself_gets_no_second_copy()
    {
        SendingDesk d;
        d.outbox().goOnline();
        d.queue(d.draft(u"Dear Bo"_s));
        d.server().append(u"Sent"_s, mailOf(d.smtp.taken.first()), quint32(Flag::Seen));
        d.run(Millis(1));
        d.syncAll();
        QCOMPARE(d.state(), State::Done);
        QCOMPARE(d.onServer(u"Sent"_s).size(), 1);
        // From now on it is waited for.
        d.queue(d.draft(u"Dear Cy"_s, u"two"_s));
        d.run(std::chrono::minutes(2));
        d.syncAll();
        QCOMPARE(d.state(u"two"_s), State::Delivered);
        d.server().append(u"Sent"_s, mailOf(d.smtp.taken.last()), quint32(Flag::Seen));
        d.syncAll();
        QCOMPARE(d.state(u"two"_s), State::Done);
        QCOMPARE(d.onServer(u"Sent"_s).size(), 2);
    }

    void a_server_that_forgets_to_is_not_waited_for_for_ever()
    {
        SendingDesk d;
        {
            Transaction txn(d.context().db);
            d.store().setServerKeepsSent(d.account());
            QVERIFY(txn.commit());
        }
        d.outbox().goOnline();
        d.queue(d.draft(u"Dear Bo"_s));
        for (int minute = 0; minute < 10; ++minute) {
            d.run(std::chrono::minutes(1));
            d.syncAll();
            QCOMPARE(d.state(), State::Delivered);
        }
        QVERIFY(d.looks >= 10); // again and again
        d.run(std::chrono::minutes(6));
        d.syncAll();
        QCOMPARE(d.onServer(u"Sent"_s).size(), 1);
        QCOMPARE(d.state(), State::Done);
    }

    void a_server_that_stores_it_late_makes_ours_go()
    {
        SendingDesk d;
        d.outbox().goOnline();
        d.queue(d.draft(u"Dear Bo"_s));
        d.run(Millis(1));
        d.syncAll();
        QCOMPARE(d.state(), State::Done);
        d.run(std::chrono::minutes(5));
        d.server().append(u"Sent"_s, mailOf(d.smtp.taken.first()), quint32(Flag::Seen));
        d.syncAll();
        QCOMPARE(d.onServer(u"Sent"_s).size(), 1);
        QVERIFY(d.store().serverKeepsSent(d.account()));
        QCOMPARE(d.mails(u"Sent"_s).size(), 1);
    }

    void the_original_is_marked()
    {
        const std::pair<DraftAct, Flag> acts[] = {{DraftAct::Reply, Flag::Answered},
                                                  {DraftAct::ReplyList, Flag::Answered},
                                                  {DraftAct::Forward, Flag::Forwarded},
                                                  {DraftAct::Redirect, Flag::Forwarded}};
        for (const auto &[act, flag] : acts) {
            SendingDesk d;
            d.outbox().goOnline();
            Draft draft = d.draft(u"Dear Bo"_s);
            draft.act = act;
            draft.original = d.mail(1);
            if (act == DraftAct::Redirect)
                draft.redirected = "From: bo@example.net\r\nSubject: x\r\n\r\nx\r\n";
            d.queue(draft);
            d.syncAll();
            QCOMPARE(d.server().folder(u"INBOX"_s)->messages.begin()->second.bits, quint32(flag));
        }
    }

    void an_original_that_is_gone_holds_nothing_up()
    {
        SendingDesk d;
        d.outbox().goOnline();
        Draft draft = d.draft(u"Dear Bo"_s);
        draft.act = DraftAct::Reply;
        draft.original = MessageId(999);
        d.queue(draft);
        QCOMPARE(d.state(), State::Delivered);
    }

    void not_now_is_tried_again_and_ends()
    {
        SendingDesk d;
        for (int i = 0; i < 100; ++i)
            d.smtp.plan.append(FakeSmtp::ended(Outcome::Deferred, u"Greylisted."_s));
        d.outbox().goOnline();
        d.queue(d.draft(u"Dear Bo"_s));
        QCOMPARE(d.state(), State::Waiting);
        QCOMPARE(d.letter().error, u"Greylisted."_s);
        d.run(std::chrono::seconds(59));
        QCOMPARE(d.smtp.envelopes.size(), 1);
        d.run(std::chrono::seconds(2));
        QCOMPARE(d.smtp.envelopes.size(), 2);
        d.run(std::chrono::hours(48));
        QCOMPARE(d.state(), State::Refused);
        QCOMPARE(d.smtp.envelopes.size(), 30);
        QVERIFY2(d.letter().error.contains(u"Greylisted."_s), qPrintable(d.letter().error));
    }

    void greylisting_delays_no_other_letter()
    {
        SendingDesk d;
        d.smtp.plan = {FakeSmtp::ended(Outcome::Deferred, u"Greylisted."_s), FakeSmtp::accepted()};
        d.queue(d.draft(u"a"_s));
        d.queue(d.draft(u"b"_s, u"two"_s));
        d.outbox().goOnline();
        QCOMPARE(d.state(), State::Waiting);
        QCOMPARE(d.state(u"two"_s), State::Delivered);
        QCOMPARE(d.smtp.sessions, 1);
        d.run(std::chrono::minutes(2));
        QCOMPARE(d.state(), State::Delivered);
    }

    void no_for_good_is_told_and_not_tried_again()
    {
        SendingDesk d;
        d.smtp.plan = {FakeSmtp::ended(Outcome::Rejected, u"Too large."_s)};
        d.outbox().goOnline();
        d.queue(d.draft(u"Dear Bo"_s));
        QCOMPARE(d.state(), State::Refused);
        QCOMPARE(d.letter().error, u"Too large."_s);
        d.run(Hour);
        QCOMPARE(d.smtp.envelopes.size(), 1);
        QCOMPARE(d.ended.last().state, State::Refused);
        QVERIFY(d.letters().takeBack(SendingDesk::id())); // nothing is lost
    }

    void who_was_refused_is_told_although_others_get_it()
    {
        SendingDesk d;
        auto answer = FakeSmtp::accepted();
        answer.submission.refused = {{u"cy@example.net"_s, {}, u"cy@example.net is not known."_s}};
        d.smtp.plan = {answer};
        d.outbox().goOnline();
        Draft draft = d.draft(u"Dear both"_s);
        draft.cc = {{u"Cy"_s, u"cy@example.net"_s}};
        d.queue(draft);
        d.run(Millis(1));
        d.syncAll();
        QCOMPARE(d.state(), State::Done);
        QCOMPARE(d.store().outgoing().size(), 1); // stays until it was read
        QCOMPARE(d.letter().error, u"cy@example.net is not known."_s);
        QVERIFY(d.letters().confirm(SendingDesk::id()));
        QCOMPARE(d.store().outgoing().size(), 0);
    }

    void what_may_have_arrived_is_never_sent_again_by_itself()
    {
        SendingDesk d;
        d.smtp.plan = {FakeSmtp::ended(Outcome::Uncertain, u"Nobody knows."_s, true)};
        d.outbox().goOnline();
        d.queue(d.draft(u"Dear Bo"_s));
        QCOMPARE(d.state(), State::Uncertain);
        QCOMPARE(d.looks, 1);
        d.run(std::chrono::hours(48));
        d.syncAll();
        d.startAgain();
        d.outbox().goOnline();
        d.run(std::chrono::hours(48));
        QCOMPARE(d.state(), State::Uncertain);
        QCOMPARE(d.smtp.taken.size(), 1);
        QVERIFY(!d.letters().takeBack(SendingDesk::id()));
    }

    void an_uncertain_one_that_is_found_was_sent()
    {
        SendingDesk d;
        d.smtp.plan = {FakeSmtp::ended(Outcome::Uncertain, u"Nobody knows."_s, true)};
        d.outbox().goOnline();
        Draft draft = d.draft(u"Dear me"_s);
        draft.act = DraftAct::Reply;
        draft.original = d.mail(1);
        d.queue(draft);
        d.server().append(u"INBOX"_s, mailOf(d.smtp.taken.first())); // it went to oneself, too
        d.run(Millis(1));
        d.syncAll();
        QCOMPARE(d.looks, 2); // into the folder of sent mail, too
        d.run(Millis(1));
        d.syncAll();
        QCOMPARE(d.state(), State::Done);
        QCOMPARE(d.onServer(u"Sent"_s), QStringList{u"one"_s});
        QVERIFY((d.server().folder(u"INBOX"_s)->messages.begin()->second.bits & quint32(Flag::Answered))
                != 0);
    }

    void the_person_decides_about_an_uncertain_one()
    {
        SendingDesk d;
        d.smtp.plan = {FakeSmtp::ended(Outcome::Uncertain, u"Nobody knows."_s),
                       FakeSmtp::ended(Outcome::Uncertain, u"Nobody knows."_s, true)};
        d.outbox().goOnline();
        d.queue(d.draft(u"a"_s));
        d.queue(d.draft(u"b"_s, u"two"_s));
        QVERIFY(d.letters().sendNow(SendingDesk::id()));
        d.outbox().startAnew();
        QCOMPARE(d.state(), State::Delivered);
        QVERIFY(d.letters().confirm(SendingDesk::id(u"two"_s)));
        QCOMPARE(d.state(u"two"_s), State::Delivered);
        QCOMPARE(d.smtp.taken.size(), 2);
        d.run(Millis(1));
        d.syncAll();
        QCOMPARE(d.onServer(u"Sent"_s).size(), 2);
    }

    void a_program_that_ends_while_sending_is_uncertain()
    {
        SendingDesk d;
        d.queue(d.draft(u"Dear Bo"_s));
        {
            Transaction txn(d.context().db, true);
            QVERIFY(d.store().handOver(d.letter().id, d.clock().wallMs()));
            QVERIFY(txn.commit());
        }
        d.startAgain();
        d.outbox().goOnline();
        QCOMPARE(d.state(), State::Uncertain);
        QVERIFY(!d.letter().error.isEmpty());
        QCOMPARE(d.smtp.sessions, 0);
    }

    void a_later_time_survives_a_restart()
    {
        SendingDesk d;
        d.outbox().goOnline();
        d.queue(d.draft(u"Dear Bo"_s), d.clock().wallMs() + 3 * 3'600'000);
        d.run(Hour);
        d.startAgain();
        d.outbox().goOnline();
        d.run(Hour);
        QCOMPARE(d.smtp.taken.size(), 0);
        d.run(Hour + Millis(10));
        QCOMPARE(d.smtp.taken.size(), 1);
    }

    void a_server_that_cannot_be_reached_is_tried_again_and_said()
    {
        SendingDesk d;
        d.smtp.closed = Error{ErrorKind::Network, u"mail.example.org cannot be reached."_s, {}};
        d.outbox().goOnline();
        d.queue(d.draft(u"Dear Bo"_s));
        QCOMPARE(d.letter().error, u"mail.example.org cannot be reached."_s);
        QCOMPARE(d.state(), State::Waiting);
        d.run(Hour);
        QVERIFY2(d.smtp.sessions > 5 && d.smtp.sessions < 30, qPrintable(QString::number(d.smtp.sessions)));
        d.smtp.closed.reset();
        d.run(Hour);
        QCOMPARE(d.smtp.taken.size(), 1);
        QCOMPARE(d.letter().attempts, 0);
    }

    void a_refused_password_waits_for_the_person()
    {
        SendingDesk d;
        d.smtp.closed = Error{ErrorKind::Auth, u"The password was refused."_s, {}};
        d.outbox().goOnline();
        d.queue(d.draft(u"Dear Bo"_s));
        d.run(std::chrono::hours(10));
        QCOMPARE(d.smtp.sessions, 1);
        QCOMPARE(d.letter().error, u"The password was refused."_s);
        d.smtp.closed.reset();
        d.outbox().startAnew();
        QCOMPARE(d.smtp.taken.size(), 1);
    }

    void a_lost_connection_before_the_end_is_tried_again()
    {
        SendingDesk d;
        d.smtp.plan = {FakeSmtp::ended(Outcome::NotSent, u"The connection was lost."_s)};
        d.outbox().goOnline();
        d.queue(d.draft(u"Dear Bo"_s));
        QCOMPARE(d.state(), State::Waiting);
        d.run(std::chrono::minutes(2));
        QCOMPARE(d.smtp.taken.size(), 1);
    }

    void one_message_is_queued_once()
    {
        SendingDesk d;
        d.outbox().goOnline();
        const Outgoing ready = d.written(d.draft(u"Dear Bo"_s));
        QVERIFY(d.letters().queueReady(d.account(), ready, 0));
        d.outbox().lettersWait();
        const auto again = d.letters().queueReady(d.account(), ready, 0);
        QVERIFY(!again);
        QCOMPARE(again.error().kind, ErrorKind::Invalid);
        QCOMPARE(d.smtp.taken.size(), 1);
    }

    void for_seven_bits_it_is_written_anew()
    {
        SendingDesk d;
        d.smtp.eightBit = false;
        d.outbox().goOnline();
        Draft draft = d.draft(u"See below"_s);
        draft.attachments = {{u"old.eml"_s, u"message/rfc822"_s, "Subject: x\r\n\r\n\xC3\xA4\r\n"}};
        d.queue(draft);
        QCOMPARE(d.smtp.taken.size(), 1);
        QVERIFY(std::ranges::none_of(d.smtp.taken.first(), [](char c) { return c < 0; }));
    }

    void what_the_server_takes_at_most_is_remembered()
    {
        SendingDesk d;
        d.smtp.sizeLimit = 10'240'000;
        d.outbox().goOnline();
        d.queue(d.draft(u"Dear Bo"_s));
        QCOMPARE(d.store().largestMessage(d.account()), 10'240'000);
    }

    void offline_and_online_again_at_once_leaves_nothing_lying()
    {
        SendingDesk d;
        d.smtp.hangs = true;
        d.outbox().goOnline();
        d.queue(d.draft(u"Dear Bo"_s));
        QCOMPARE(d.smtp.held.size(), 1);
        d.outbox().goOffline().then([] { }); // its end takes a moment
        d.outbox().goOnline();
        d.smtp.release();
        d.run(std::chrono::seconds(1));
        QCOMPARE(d.smtp.taken.size(), 1);
    }

    void a_copy_in_a_folder_of_ones_own_that_is_still_a_draft_proves_nothing()
    {
        SendingDesk d;
        d.smtp.plan = {FakeSmtp::ended(Outcome::Uncertain, u"Nobody knows."_s)};
        d.outbox().goOnline();
        const Draft draft = d.draft(u"Dear Bo"_s);
        d.queue(draft);
        d.server().append(u"Archive"_s, mailOf(d.kept(draft)), quint32(Flag::Draft));
        d.run(Millis(1));
        d.syncAll();
        QCOMPARE(d.state(), State::Uncertain);
    }

    void a_disk_that_is_full_sends_nothing()
    {
        SendingDesk d;
        d.queue(d.draft(u"Dear Bo"_s));
        d.context().db.failCommit(0);
        d.outbox().goOnline();
        QCOMPARE(d.smtp.taken.size(), 0);
        QCOMPARE(d.notices.size(), 1);
        QCOMPARE(d.state(), State::Waiting);
        d.context().db.failCommit(-1);
        d.outbox().startAnew();
        QCOMPARE(d.smtp.taken.size(), 1);
    }

    void a_copy_whose_text_was_lost_gets_it_again()
    {
        SendingDesk d;
        d.outbox().goOnline();
        d.queue(d.draft(u"Dear Bo"_s));
        d.outbox().fileSent(d.account(), d.clock().wallMs() + 1);
        QCOMPARE(d.state(), State::Done);
        {
            Transaction txn(d.context().db);
            d.context().bodies.remove(d.letter().sentRow); // as after a crash
            QVERIFY(txn.commit());
        }
        d.startAgain();
        d.settle();
        QCOMPARE(d.onServer(u"Sent"_s), QStringList{u"one"_s});
    }
};

QTEST_GUILESS_MAIN(SendingTest)
#include "sending_test.moc"
