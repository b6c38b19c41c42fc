#include "core/account/signatures.h"
#include "core/compose/templates.h"
#include "tests/ui/composerdesk.h"
#include "ui/compose/sendtimes.h"

#include <QAction>
#include <QComboBox>
#include <QInputDialog>
#include <QLabel>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace kw;

// A message's window: what is kept, what is sent, and when it only closes.
class ComposerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_new_message_begins_with_its_recipients()
    {
        ComposerDesk d;
        d.open(ComposerDesk::blank());
        QVERIFY(d.window->head()->to()->isAncestorOf(d.window->focusWidget()));
        QTest::keyClicks(d.window->focusWidget(), u"ben@example.com"_s);
        QTest::keyClick(d.window->focusWidget(), Qt::Key_Tab);
        QCOMPARE(d.window->focusWidget(), d.window->head()->subject());
        QTest::keyClicks(d.window->focusWidget(), u"Lunch"_s);
        QCOMPARE(d.window->windowTitle(), u"Lunch"_s);
        QTest::keyClick(d.window->focusWidget(), Qt::Key_Tab);
        QCOMPARE(d.window->focusWidget(), d.editor());
        d.type(u"Hello"_s);
        const Draft draft = d.window->draft();
        QCOMPARE(draft.to, (QList<Address>{{{}, u"ben@example.com"_s}}));
        QCOMPARE(draft.subject, u"Lunch"_s);
        QCOMPARE(draft.text, u"Hello"_s);
        QVERIFY(draft.html.isEmpty());
    }

    void cc_and_bcc_come_when_they_are_asked_for_or_filled()
    {
        ComposerDesk d;
        Draft draft = ComposerDesk::ready();
        draft.bcc = {{{}, u"carl@example.com"_s}};
        d.open(draft);
        QVERIFY(!d.window->head()->cc()->isVisible());
        QVERIFY(d.window->head()->bcc()->isVisible());
        auto *cc = d.window->findChild<QToolButton *>(u"reveal_composeCc"_s);
        QVERIFY(cc && cc->isVisible());
        QTest::mouseClick(cc, Qt::LeftButton);
        QVERIFY(d.window->head()->cc()->isVisible());
        QVERIFY(!cc->isVisible());
        QVERIFY(d.window->head()->cc()->isAncestorOf(d.window->focusWidget()));
    }

    void an_answer_begins_above_its_quote()
    {
        ComposerDesk d;
        d.open(ComposerDesk::answer());
        QCOMPARE(d.window->focusWidget(), d.editor());
        d.type(u"Yes"_s);
        QCOMPARE(d.window->draft().text, u"Yes\n\nOn Monday, Ben wrote:\n> Shall we?\n>> When?\n"_s);
    }

    void changes_are_kept_soon_and_said_so()
    {
        ComposerDesk d;
        d.open(ComposerDesk::ready());
        QVERIFY(d.letters().keeps.isEmpty());
        d.type(u"x"_s);
        QTRY_COMPARE(d.letters().keeps.size(), 1);
        QCOMPARE(d.letters().keeps.first().how, KeepDraft::Here);
        QCOMPARE(d.letters().keeps.first().accountKey, u"work"_s);
        QCOMPARE(d.letters().keeps.first().draft, d.window->draft());
        Q_EMIT d.letters().kept(u"one@example.org"_s,
                                QDateTime(QDate(2026, 3, 2), QTime(14, 3)).toMSecsSinceEpoch());
        QVERIFY2(d.window->statusText().size() > 6, qPrintable(d.window->statusText()));
        QVERIFY(d.window->statusText().startsWith("Saved"_L1));
        QTRY_COMPARE(d.letters().keeps.size(), 2); // nothing more was typed
        QCOMPARE(d.letters().keeps.last().how, KeepDraft::OnServer);
    }

    void each_kind_of_change_is_kept()
    {
        ComposerDesk d;
        d.setup.times.idle = std::chrono::hours(1);
        d.open(ComposerDesk::ready());
        const auto kept = [&d](auto change) {
            const qsizetype before = d.letters().keeps.size();
            change();
            return QTest::qWaitFor([&] { return d.letters().keeps.size() == before + 1; });
        };
        QVERIFY(kept([&] { QTest::keyClicks(d.window->head()->subject(), u"!"_s); }));
        QVERIFY(kept([&] { QTest::keyClicks(d.window->head()->to()->focusProxy(), u", x@y.org"_s); }));
        QVERIFY(kept([&] { d.window->commands()->sign->trigger(); }));
        QVERIFY(d.letters().keeps.last().draft.options.sign);
        QVERIFY(kept(
            [&] { d.window->attachments()->add({u"a.txt"_s, u"text/plain"_s, "x"_ba, {}, false, {}}); }));
        QVERIFY(kept([&] { d.window->head()->from()->chooseAddress(u"info@example.org"_s); }));
        QCOMPARE(d.letters().keeps.last().draft.from.email, u"info@example.org"_s);
    }

    void leaving_the_window_keeps_at_once()
    {
        ComposerDesk d;
        d.setup.times.soon = std::chrono::hours(1);
        d.open(ComposerDesk::ready());
        d.type(u"x"_s);
        QWidget other;
        other.show();
        other.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&other));
        QTRY_COMPARE(d.letters().keeps.size(), 1);
        QCOMPARE(d.letters().keeps.first().how, KeepDraft::Here);
    }

    void what_cannot_be_kept_is_said_and_tried_again()
    {
        ComposerDesk d;
        d.setup.times.idle = std::chrono::hours(1);
        d.open(ComposerDesk::ready());
        d.type(u"x"_s);
        QTRY_COMPARE(d.letters().keeps.size(), 1);
        Q_EMIT d.letters().keepingFailed(u"other@example.org"_s, {ErrorKind::Storage, u"Not mine."_s, {}});
        QVERIFY(!d.banner("keepingFailed"));
        Q_EMIT d.letters().keepingFailed(u"one@example.org"_s,
                                         {ErrorKind::Storage, u"The disk is full."_s, {}});
        QVERIFY(d.banner("keepingFailed"));
        QCOMPARE(d.banner("keepingFailed")->text(), u"The disk is full."_s);
        QTest::mouseClick(d.button("keepingFailed", u"Try Again"_s), Qt::LeftButton);
        QCOMPARE(d.letters().keeps.size(), 2);
        Q_EMIT d.letters().kept(u"one@example.org"_s, 1);
        QVERIFY(!d.banner("keepingFailed"));
    }

    void closing_keeps_what_is_written()
    {
        ComposerDesk d;
        d.setup.times = {std::chrono::hours(1), std::chrono::hours(1)};
        d.open(ComposerDesk::answer());
        QSignalSpy told(d.window, &ComposerWindow::keptAsDraft);
        d.type(u"Yes"_s);
        QTest::keyClick(d.editor(), Qt::Key_Escape);
        QTRY_VERIFY(!d.window);
        QCOMPARE(d.letters().keeps.size(), 1);
        QCOMPARE(d.letters().keeps.first().how, KeepDraft::OnServer);
        QVERIFY(d.letters().keeps.first().draft.text.startsWith("Yes"_L1));
        QVERIFY(d.letters().discards.isEmpty());
        QCOMPARE(told.size(), 1);
        QCOMPARE(told.first().first().toString(), u"one@example.org"_s);
    }

    void closing_an_empty_message_only_closes()
    {
        ComposerDesk d;
        d.open(ComposerDesk::blank());
        QTest::keyClick(d.editor(), Qt::Key_Escape);
        QTRY_VERIFY(!d.window);
        QVERIFY(d.letters().keeps.isEmpty());
        QVERIFY(d.letters().discards.isEmpty());
    }

    void what_was_kept_and_emptied_again_is_discarded()
    {
        ComposerDesk d;
        d.open(ComposerDesk::blank());
        d.type(u"x"_s);
        QTRY_VERIFY(!d.letters().keeps.isEmpty());
        QTest::keyClick(d.editor(), Qt::Key_Backspace);
        d.window->close();
        QTRY_VERIFY(!d.window);
        QCOMPARE(d.letters().discards, QStringList{u"one@example.org"_s});
    }

    void an_answer_that_was_not_touched_is_discarded()
    {
        ComposerDesk d;
        d.open(ComposerDesk::answer());
        d.window->close();
        QTRY_VERIFY(!d.window);
        QVERIFY(d.letters().keeps.isEmpty());
        QCOMPARE(d.letters().discards, QStringList{u"one@example.org"_s});
    }

    void a_draft_that_was_only_looked_at_stays_as_it_is()
    {
        ComposerDesk d;
        d.setup.isKept = true;
        d.open(ComposerDesk::answer());
        d.window->close();
        QTRY_VERIFY(!d.window);
        QVERIFY(d.letters().keeps.isEmpty());
        QVERIFY(d.letters().discards.isEmpty());
    }

    void sending_hands_over_what_is_there()
    {
        ComposerDesk d;
        d.setup.times = {std::chrono::hours(1), std::chrono::hours(1)};
        d.open(ComposerDesk::ready());
        d.editor()->setFocus();
        d.type(u"Hi "_s);
        d.send();
        QCOMPARE(d.letters().sends.size(), 1);
        QCOMPARE(d.letters().sends.first().accountKey, u"work"_s);
        QCOMPARE(d.letters().sends.first().draft.text, u"Hi Hello\n"_s);
        QCOMPARE(d.letters().sends.first().notBefore, 0);
        QCOMPARE(d.window->statusText(), u"Sending…"_s);
        QVERIFY(d.editor()->isReadOnly());
        d.send(); // not twice
        QCOMPARE(d.letters().sends.size(), 1);
        Letter letter;
        letter.messageId = u"one@example.org"_s;
        Q_EMIT d.letters().queued(d.letters().requests + 1, letter); // another window's
        QVERIFY(d.window->isVisible());
        QSignalSpy queued(d.window, &ComposerWindow::queued);
        Q_EMIT d.letters().queued(d.letters().requests, letter);
        QCOMPARE(queued.size(), 1);
        QTRY_VERIFY(!d.window);
        QVERIFY(d.letters().keeps.isEmpty());
        QVERIFY(d.letters().discards.isEmpty());
    }

    void what_cannot_be_sent_can_be_written_on()
    {
        ComposerDesk d;
        d.open(ComposerDesk::ready());
        d.editor()->setFocus();
        d.send();
        Q_EMIT d.letters().failed(d.letters().requests, {ErrorKind::Invalid, u"The file is gone."_s, {}});
        QVERIFY(d.banner("sendProblem"));
        QCOMPARE(d.banner("sendProblem")->text(), u"The file is gone."_s);
        QVERIFY(!d.editor()->isReadOnly());
        d.type(u"x"_s);
        QTRY_VERIFY(!d.letters().keeps.isEmpty());
        d.send();
        QCOMPARE(d.letters().sends.size(), 2);
        QVERIFY(!d.banner("sendProblem"));
    }

    void a_window_closed_while_it_sends_comes_back_when_that_fails()
    {
        ComposerDesk d;
        d.open(ComposerDesk::ready());
        d.editor()->setFocus();
        d.send();
        d.window->close();
        QVERIFY(d.window && !d.window->isVisible());
        Q_EMIT d.letters().failed(d.letters().requests, {ErrorKind::Invalid, u"The file is gone."_s, {}});
        QVERIFY(d.window->isVisible());
        d.send();
        d.window->close();
        Q_EMIT d.letters().queued(d.letters().requests, {});
        QTRY_VERIFY(!d.window);
    }

    void nothing_is_sent_without_a_recipient()
    {
        ComposerDesk d;
        Draft draft = ComposerDesk::ready();
        draft.to.clear();
        d.open(draft);
        d.editor()->setFocus();
        d.send();
        QVERIFY(d.letters().sends.isEmpty());
        QVERIFY(d.banner("sendProblem"));
        QVERIFY(!d.banner("sendReminders"));
        QVERIFY(d.window->head()->to()->isAncestorOf(d.window->focusWidget()));
    }

    void what_is_no_address_is_named_where_it_stands()
    {
        ComposerDesk d;
        d.open(ComposerDesk::ready());
        d.window->head()->reveal(d.window->head()->cc());
        QTest::keyClicks(d.window->focusWidget(), u"carl"_s);
        d.editor()->setFocus();
        d.send();
        QVERIFY(d.letters().sends.isEmpty());
        QVERIFY(d.banner("sendProblem"));
        QVERIFY(d.banner("sendProblem")->text().contains(u"carl"_s));
        QVERIFY(d.window->head()->cc()->isAncestorOf(d.window->focusWidget()));
    }

    void a_half_typed_recipient_counts()
    {
        ComposerDesk d;
        Draft draft = ComposerDesk::ready();
        draft.to.clear();
        d.open(draft);
        QTest::keyClicks(d.window->head()->to()->focusProxy(), u"Ben <ben@example.com>"_s);
        d.send();
        QCOMPARE(d.letters().sends.size(), 1);
        QCOMPARE(d.letters().sends.first().draft.to, (QList<Address>{{u"Ben"_s, u"ben@example.com"_s}}));
    }

    void what_may_have_been_overlooked_is_said_once()
    {
        ComposerDesk d;
        Draft draft = ComposerDesk::ready();
        draft.subject.clear();
        draft.text = u"See the attached plan"_s;
        d.open(draft);
        d.editor()->setFocus();
        d.send();
        QVERIFY(d.letters().sends.isEmpty());
        QVERIFY(d.banner("sendReminders"));
        QCOMPARE(d.banner("sendReminders")->text().count(u'\n'), 1);
        QVERIFY(d.banner("sendReminders")->text().contains(u"attached"_s));
        QVERIFY(d.button("sendReminders", u"Attach…"_s));
        QTest::mouseClick(d.button("sendReminders", u"Send Anyway"_s), Qt::LeftButton);
        QCOMPARE(d.letters().sends.size(), 1);
        QVERIFY(!d.banner("sendReminders"));
    }

    void an_answer_from_another_address_can_be_mended()
    {
        ComposerDesk d;
        Draft draft = ComposerDesk::ready();
        draft.act = DraftAct::Reply;
        draft.answeredAs = u"anna@example.net"_s;
        d.open(draft);
        d.send();
        QVERIFY(d.banner("sendReminders"));
        QTest::mouseClick(d.button("sendReminders", u"Use anna@example.net"_s), Qt::LeftButton);
        QCOMPARE(d.letters().sends.size(), 1);
        QCOMPARE(d.letters().sends.first().draft.from.email, u"anna@example.net"_s);
        QCOMPARE(d.letters().sends.first().accountKey, u"home"_s);
    }

    void an_answer_to_a_whole_list_can_go_to_its_author_alone()
    {
        ComposerDesk d;
        Draft draft = ComposerDesk::ready();
        draft.act = DraftAct::ReplyAll;
        draft.listAddress = u"list@example.com"_s;
        draft.cc = {{{}, u"list@example.com"_s}};
        d.open(draft);
        d.send();
        QVERIFY(d.banner("sendReminders"));
        QTest::mouseClick(d.button("sendReminders", u"Only to Ben"_s), Qt::LeftButton);
        QCOMPARE(d.letters().sends.size(), 1);
        QCOMPARE(d.letters().sends.first().draft.to, (QList<Address>{{u"Ben"_s, u"ben@example.com"_s}}));
        QVERIFY(d.letters().sends.first().draft.cc.isEmpty());
    }

    void many_recipients_and_a_large_message_are_told()
    {
        ComposerDesk d;
        d.setup.writing.askAboveRecipients = 2;
        d.setup.largestMessage = 1000;
        Draft draft = ComposerDesk::ready();
        draft.cc = {{{}, u"c@example.com"_s}, {{}, u"d@example.com"_s}};
        d.open(draft);
        d.send();
        QVERIFY(d.banner("sendReminders"));
        QCOMPARE(d.banner("sendReminders")->text().count(u'\n'), 1);
    }

    void sending_can_wait_for_a_time()
    {
        ComposerDesk d;
        d.open(ComposerDesk::ready());
        auto *menu = d.window->findChild<QMenu *>(u"sendLaterMenu"_s);
        QVERIFY(menu);
        Q_EMIT menu->aboutToShow();
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        menu->actions().first()->trigger();
        QCOMPARE(d.letters().sends.size(), 1);
        QVERIFY(d.letters().sends.first().notBefore >= before + 3'500'000);
    }

    void times_to_send_make_sense_whenever_one_asks()
    {
        const auto hours = [](int hour, QDate date) {
            QList<qint64> out;
            for (const SendTime &time : sendTimes(QDateTime(date, QTime(hour, 0))))
                out.append(QDateTime(date, QTime(hour, 0)).secsTo(time.when) / 3600);
            return out;
        };
        const QDate wednesday(2026, 3, 4);
        QCOMPARE(hours(10, wednesday), (QList<qint64>{1, 10, 22, 118}));
        QCOMPARE(hours(22, wednesday), (QList<qint64>{1, 10, 106})); // no evening any more
        QCOMPARE(hours(3, wednesday), (QList<qint64>{1, 17, 5, 29, 125}));
        QCOMPARE(hours(10, QDate(2026, 3, 8)), (QList<qint64>{1, 10, 22})); // a Sunday
        QCOMPARE(hours(10, QDate(2026, 3, 9)), (QList<qint64>{1, 10, 22, 166})); // a Monday
    }

    void another_identity_is_another_account()
    {
        ComposerDesk d;
        d.open(ComposerDesk::ready());
        auto *from = d.window->head()->from();
        QVERIFY(from->isVisible());
        QCOMPARE(from->count(), 3);
        from->setFocus();
        QTest::keyClick(from, Qt::Key_Down);
        QTest::keyClick(from, Qt::Key_Down);
        QCOMPARE(d.window->draft().from.email, u"anna@example.net"_s);
        QCOMPARE(d.window->accountKey(), u"home"_s);
        QTRY_VERIFY(!d.letters().keeps.isEmpty());
        QCOMPARE(d.letters().keeps.last().accountKey, u"home"_s);
    }

    void one_identity_is_no_choice()
    {
        ComposerDesk d;
        d.engine.accountList.first().aliases.clear();
        d.engine.accountList.removeLast();
        d.open(ComposerDesk::ready());
        QVERIFY(!d.window->head()->from()->isVisible());
        QCOMPARE(d.window->draft().from.email, u"anna@example.org"_s);
    }

    void discarding_asks_first_where_something_would_be_lost()
    {
        ComposerDesk d;
        d.open(ComposerDesk::ready());
        d.type(u"x"_s);
        QTRY_VERIFY(!d.letters().keeps.isEmpty());
        d.window->commands()->discard->trigger();
        QVERIFY(d.banner("discardQuestion"));
        QTest::mouseClick(d.button("discardQuestion", u"Keep Writing"_s), Qt::LeftButton);
        QVERIFY(!d.banner("discardQuestion"));
        QVERIFY(d.letters().discards.isEmpty());
        d.window->commands()->discard->trigger();
        QTest::mouseClick(d.button("discardQuestion", u"Discard"_s), Qt::LeftButton);
        QTRY_VERIFY(!d.window);
        QCOMPARE(d.letters().discards, QStringList{u"one@example.org"_s});
    }

    void an_earlier_version_comes_back_as_a_change()
    {
        ComposerDesk d;
        d.setup.times.idle = std::chrono::hours(1);
        d.letters().revisionList = {{1, 1000}, {2, 2000}};
        d.open(ComposerDesk::ready());
        d.window->commands()->revisions->trigger();
        auto *dialog = d.window->findChild<QDialog *>(u"revisionsDialog"_s);
        QVERIFY(dialog);
        auto *list = dialog->findChild<QListWidget *>(u"revisionsList"_s);
        QCOMPARE(list->count(), 2);
        QCOMPARE(d.letters().opened.last(), (std::pair<QString, int>{u"one@example.org"_s, 2}));
        QTest::keyClick(list, Qt::Key_Down);
        QCOMPARE(d.letters().opened.last(), (std::pair<QString, int>{u"one@example.org"_s, 1}));
        auto *restore = dialog->findChild<QPushButton *>(u"restoreRevision"_s);
        QVERIFY(!restore->isEnabled());
        Draft old = ComposerDesk::ready();
        old.subject = u"Dinner"_s;
        old.text = u"As it was"_s;
        Q_EMIT d.letters().begun(d.letters().requests, u"work"_s, old);
        QVERIFY(dialog->findChild<QPlainTextEdit *>(u"revisionPreview"_s)
                    ->toPlainText()
                    .contains(u"As it was"_s));
        QTest::mouseClick(restore, Qt::LeftButton);
        QCOMPARE(d.window->draft().text, u"As it was"_s);
        QCOMPARE(d.window->windowTitle(), u"Dinner"_s);
        QTRY_COMPARE(d.letters().keeps.size(), 1);
        QCOMPARE(d.letters().keeps.last().draft.text, u"As it was"_s);
    }

    static SealState keys(bool own, bool theirs)
    {
        SealState state;
        state.smime.signObstacles = {u"No certificate."_s};
        state.smime.encryptObstacles = {u"No certificate."_s, u"No certificate for Ben."_s};
        if (!own)
            state.openPgp.signObstacles = {u"There is no key for you."_s};
        if (!theirs)
            state.openPgp.encryptObstacles = {u"There is no key for Ben."_s};
        return state;
    }

    void whose_keys_are_here_is_asked_once_for_each_set_of_people()
    {
        ComposerDesk d;
        d.open(ComposerDesk::ready());
        QTRY_COMPARE(d.letters().keyQuestions.size(), 1);
        QCOMPARE(d.letters().keyQuestions.first().from.email, u"anna@example.org"_s);
        QCOMPARE(d.letters().keyQuestions.first().recipients.value(0).email, u"ben@example.com"_s);
        d.window->head()->subject()->setText(u"Dinner"_s);
        d.window->head()->cc()->setAddresses({{{}, u"carl@example.com"_s}});
        Q_EMIT d.window->head()->changed();
        Q_EMIT d.window->head()->changed();
        QTRY_COMPARE(d.letters().keyQuestions.size(), 2);
        QCOMPARE(d.letters().keyQuestions.last().recipients.size(), 2);
    }

    void what_is_not_possible_is_switched_off_and_says_why()
    {
        ComposerDesk d;
        d.open(ComposerDesk::ready());
        auto *line = d.window->findChild<QWidget *>(u"composeSeal"_s);
        auto *words = d.window->findChild<QLabel *>(u"composeSealWords"_s);
        QAction *sign = d.window->commands()->sign;
        QAction *encrypt = d.window->commands()->encrypt;
        QTRY_COMPARE(d.letters().keyQuestions.size(), 1);
        QVERIFY(!line->isVisible());
        Q_EMIT d.letters().keysTold(d.letters().requests, keys(true, false));
        QVERIFY(sign->isEnabled() && !encrypt->isEnabled());
        QVERIFY(encrypt->toolTip().contains("no key for Ben"_L1));
        sign->trigger();
        QVERIFY(line->isVisible());
        QCOMPARE(words->text(), u"It will be signed."_s);
        d.window->head()->to()->setAddresses({{{}, u"carl@example.com"_s}});
        Q_EMIT d.window->head()->changed();
        QVERIFY(encrypt->isEnabled()); // not known yet
        encrypt->trigger();
        QCOMPARE(words->text(), u"Looking for the keys…"_s);
        QTRY_COMPARE(d.letters().keyQuestions.size(), 2);
        Q_EMIT d.letters().keysTold(d.letters().requests, keys(true, true));
        QCOMPARE(words->text(), u"It will be signed and encrypted."_s);
    }

    void without_a_key_nothing_goes_unencrypted_by_itself()
    {
        ComposerDesk d;
        Draft draft = ComposerDesk::ready();
        draft.options.encrypt = true; // an answer to what was encrypted
        d.open(draft);
        QTRY_COMPARE(d.letters().keyQuestions.size(), 1);
        Q_EMIT d.letters().keysTold(d.letters().requests, keys(true, false));
        QVERIFY(d.window->commands()->encrypt->isEnabled()); // it can be taken back
        QCOMPARE(d.window->findChild<QLabel *>(u"composeSealWords"_s)->text(), u"There is no key for Ben."_s);
        d.send();
        QCOMPARE(d.letters().sends.size(), 0);
        QCOMPARE(d.banner("sealProblem")->text(), u"There is no key for Ben."_s);
        QVERIFY(!d.button("sealProblem", u"Encrypt Anyway"_s));
        d.button("sealProblem", u"Send Without Encryption"_s)->click();
        QCOMPARE(d.letters().sends.size(), 1);
        QVERIFY(!d.letters().sends.first().draft.options.encrypt);
    }

    void a_key_that_nobody_vouches_for_wants_a_press()
    {
        ComposerDesk d;
        Draft draft = ComposerDesk::ready();
        draft.options.encrypt = true;
        d.open(draft);
        QTRY_COMPARE(d.letters().keyQuestions.size(), 1);
        SealState state = keys(true, false);
        state.openPgp.unproven = state.openPgp.encryptObstacles;
        Q_EMIT d.letters().keysTold(d.letters().requests, state);
        d.send();
        QCOMPARE(d.letters().sends.size(), 0);
        d.button("sealProblem", u"Encrypt Anyway"_s)->click();
        QCOMPARE(d.letters().sends.size(), 1);
        QVERIFY(d.letters().sends.first().draft.options.encrypt);
        QVERIFY(d.letters().sends.first().draft.options.acceptsUnproven);
    }

    void slots_for_signatures_and_templates_show_when_they_are_filled()
    {
        ComposerDesk d;
        d.open(ComposerDesk::ready());
        auto *button = d.window->findChild<QToolButton *>(u"signatureButton"_s);
        QVERIFY(button && !button->isVisible());
        QAction *action = d.window->signatureMenu()->addAction(u"Work"_s);
        QTRY_VERIFY(button->isVisible());
        d.window->signatureMenu()->removeAction(action);
        QTRY_VERIFY(!button->isVisible());
    }

    void a_redirected_message_is_only_addressed()
    {
        ComposerDesk d;
        Draft draft = ComposerDesk::blank();
        draft.act = DraftAct::Redirect;
        draft.subject = u"As it came"_s;
        draft.redirected = "From: a@b.c\r\n\r\nHello\r\n"_ba;
        d.open(draft);
        QVERIFY(!d.editor()->isVisible());
        QTest::keyClicks(d.window->focusWidget(), u"ben@example.com"_s);
        d.send();
        QCOMPARE(d.letters().sends.size(), 1);
        QCOMPARE(d.letters().sends.first().draft.redirected, draft.redirected);
        QVERIFY(d.letters().sends.first().draft.text.isEmpty());
    }

    void everything_has_a_name()
    {
        ComposerDesk d;
        d.open(ComposerDesk::ready());
        for (const QWidget *widget : d.window->findChildren<QWidget *>()) {
            if (widget->focusPolicy() == Qt::NoFocus || widget->objectName().startsWith("qt_"_L1)
                || !widget->metaObject()->inherits(&QWidget::staticMetaObject) || !widget->isVisible())
                continue;
            QVERIFY2(!widget->objectName().isEmpty(), widget->metaObject()->className());
            QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        }
    }

    // --- what helps while writing

    void sending_waits_so_long_that_it_can_be_undone()
    {
        ComposerDesk d;
        d.setup.writing.undoSeconds = 20;
        d.open(ComposerDesk::ready());
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        d.send();
        QCOMPARE(d.letters().sends.size(), 1);
        const qint64 waits = d.letters().sends.first().notBefore - before;
        QVERIFY2(waits >= 20'000 && waits < 25'000, qPrintable(QString::number(waits)));
    }

    void nobody_is_reminded_of_attachments_who_does_not_want_it()
    {
        ComposerDesk d;
        d.setup.writing.remindOfAttachments = false;
        Draft draft = ComposerDesk::ready();
        draft.text = u"I attach the plan\n"_s;
        d.open(draft);
        d.send();
        QCOMPARE(d.letters().sends.size(), 1);
    }

    void a_message_begins_with_its_senders_signature_which_follows_the_sender()
    {
        ComposerDesk d;
        const QTemporaryDir config;
        d.setup.configDirectory = config.path();
        const QString file = config.filePath(u"signatures.ini"_s);
        QVERIFY(SignatureFile::save(file, u"anna@example.org"_s, {u"Anna, harbour office"_s, {}}));
        QVERIFY(SignatureFile::save(file, u"info@example.org"_s, {u"The information desk"_s, {}}));
        d.open(ComposerDesk::answer());
        QVERIFY(d.window->draft().text.contains(u"-- \nAnna, harbour office"_s));
        QVERIFY(d.window->draft().text.indexOf(u"harbour"_s) < d.window->draft().text.indexOf(u"> Shall"_s));
        QVERIFY(d.window->head()->from()->chooseAddress(u"info@example.org"_s));
        QVERIFY(!d.window->draft().text.contains(u"harbour"_s));
        QVERIFY(d.window->draft().text.contains(u"-- \nThe information desk"_s));
        d.window->findChild<QAction *>(u"noSignature"_s)->trigger();
        QVERIFY(!d.window->draft().text.contains(u"-- "_s));
    }

    void at_the_end_the_signature_stands_below_the_quote_and_the_answer()
    {
        for (const bool rich : {false, true}) {
            ComposerDesk d;
            const QTemporaryDir config;
            d.setup.configDirectory = config.path();
            d.setup.writing.answerAbove = false;
            d.setup.writing.signatureAboveQuote = false;
            QVERIFY(SignatureFile::save(config.filePath(u"signatures.ini"_s), u"anna@example.org"_s,
                                        {u"Anna, harbour office"_s, {}}));
            d.open(rich ? ComposerDesk::richAnswer(u"<p>Shall we?</p>"_s) : ComposerDesk::answer());
            QTest::keyClicks(d.window->editor(), u"Yes"_s);
            const QString text = d.window->editor()->toPlainText();
            const qsizetype quote = text.indexOf(u"Shall"_s);
            const qsizetype answer = text.indexOf(u"Yes"_s);
            const qsizetype signature = text.indexOf(u"harbour"_s);
            QVERIFY2(quote >= 0 && quote < answer && answer < signature, qPrintable(text));
        }
    }

    void a_signature_alone_is_no_draft()
    {
        ComposerDesk d;
        const QTemporaryDir config;
        d.setup.configDirectory = config.path();
        QVERIFY(SignatureFile::save(config.filePath(u"signatures.ini"_s), u"anna@example.org"_s,
                                    {u"Anna"_s, {}}));
        d.open(ComposerDesk::blank());
        QVERIFY(d.window->draft().text.contains(u"Anna"_s));
        d.window->close();
        QVERIFY(d.letters().keeps.isEmpty());
    }

    void templates_are_saved_and_put_in()
    {
        ComposerDesk d;
        const QTemporaryDir config;
        d.setup.configDirectory = config.path();
        QVERIFY(Templates(config.path()).save(u"Thanks"_s, ComposerDesk::ready()));
        d.open(ComposerDesk::blank());
        QMenu *menu = d.window->templateMenu();
        QCOMPARE(menu->actions().constFirst()->text(), u"Thanks"_s);
        menu->actions().constFirst()->trigger();
        QCOMPARE(d.window->head()->subject()->text(), u"Lunch"_s);
        QVERIFY(d.window->draft().text.contains(u"Hello"_s));
        d.window->findChild<QAction *>(u"saveTemplate"_s)->trigger();
        auto *ask = d.window->findChild<QInputDialog *>(u"templateName"_s);
        QVERIFY(ask);
        ask->setTextValue(u"Another"_s);
        ask->accept();
        QCOMPARE(Templates(config.path()).names(), (QStringList{u"Another"_s, u"Thanks"_s}));
    }

    void below_the_quote_is_where_the_cursor_stands_if_one_wants_that()
    {
        ComposerDesk d;
        d.setup.writing.answerAbove = false;
        d.open(ComposerDesk::answer());
        QTest::keyClicks(d.window->editor(), u"Yes"_s);
        const QString text = d.window->draft().text;
        QVERIFY2(text.indexOf(u"Yes"_s) > text.indexOf(u"> Shall"_s), qPrintable(text));
    }
};

QTEST_MAIN(ComposerTest)
#include "composer_test.moc"
