#include "tests/support/windowfixture.h"
#include "ui/actions/windowactions.h"
#include "ui/compose/composeeditor.h"
#include "ui/compose/composerwindow.h"
#include "ui/compose/outboxdialog.h"
#include "ui/folders/folderpane.h"
#include "ui/messages/messagelistpane.h"
#include "ui/organize/undotoast.h"
#include "ui/reader/readerpane.h"
#include "ui/window/mainwindow.h"
#include "ui/window/notices.h"
#include "ui/window/writing.h"

#include <QAction>
#include <QPushButton>
#include <QTest>
#include <QTreeWidget>

using namespace kw;
using namespace Qt::StringLiterals;

// Writing from the main window: actions, answers, drafts, what became of what was sent.
class WritingTest : public QObject
{
    Q_OBJECT

    struct Desk {
        Desk()
        {
            AccountSettings account;
            account.key = u"work"_s;
            account.address = u"anna@example.org"_s;
            work = fixture.addAccount(account);
            inbox = fixture.addFolder(work, u"INBOX"_s, FolderRole::Inbox);
            drafts = fixture.addFolder(work, u"Drafts"_s, FolderRole::Drafts);
            mail = fixture.add(inbox, u"Bo"_s, u"Lunch"_s, 5);
            draft = fixture.add(drafts, u"Anna"_s, u"Unfinished"_s, 1);
            window = std::make_unique<MainWindow>(
                &fixture.engine(), WindowSetup{fixture.directory(), fixture.directory(), {}, {}, {}});
            window->show();
            if (!QTest::qWaitForWindowExposed(window.get()))
                qFatal("no window");
            window->activateWindow();
        }
        ~Desk()
        {
            for (ComposerWindow *open : window->writing()->windows())
                delete open;
        }
        FakeLetters &letters() { return fixture.engine().fakeLetters; }
        void begun(const QString &subject = u"Re: Lunch"_s)
        {
            Draft made;
            made.messageId = u"one@example.org"_s;
            made.from = {{}, u"anna@example.org"_s};
            made.subject = subject;
            Q_EMIT letters().begun(letters().requests, u"work"_s, made);
        }
        void select(MessageId id)
        {
            window->folders()->selectView(ViewId::of(inbox));
            QTRY_VERIFY(window->list()->selectMessage(id));
            QTRY_COMPARE(window->reader()->current(), id);
        }
        Letter letter(LetterState state, const QString &error = {})
        {
            Letter one;
            one.messageId = u"one@example.org"_s;
            one.subject = u"Lunch"_s;
            one.recipients = u"Bo"_s;
            one.state = state;
            one.error = error;
            return one;
        }
        void outgoing(const QList<Letter> &letters)
        {
            this->letters().outgoingList = letters;
            Q_EMIT this->letters().changed();
        }

        WindowFixture fixture;
        AccountId work{};
        FolderId inbox{};
        FolderId drafts{};
        MessageId mail{};
        MessageId draft{};
        std::unique_ptr<MainWindow> window;
    };

private Q_SLOTS:
    void a_new_message_opens_a_window_of_its_own()
    {
        Desk d;
        d.window->actions()->compose->trigger();
        QCOMPARE(d.letters().beginnings.size(), 1);
        QCOMPARE(d.letters().beginnings.first().act, DraftAct::New);
        d.begun(u"New"_s);
        QCOMPARE(d.window->writing()->windows().size(), 1);
        d.begun(u"New"_s); // an answer that nobody waits for
        QCOMPARE(d.window->writing()->windows().size(), 1);
    }

    void answers_are_about_the_selected_message()
    {
        Desk d;
        d.select(d.mail);
        const WindowActions *actions = d.window->actions();
        const std::pair<QAction *, DraftAct> all[] = {{actions->reply, DraftAct::Reply},
                                                      {actions->replyAll, DraftAct::ReplyAll},
                                                      {actions->replyList, DraftAct::ReplyList},
                                                      {actions->forward, DraftAct::Forward},
                                                      {actions->forwardAttached, DraftAct::ForwardAttached},
                                                      {actions->redirect, DraftAct::Redirect},
                                                      {actions->editAsNew, DraftAct::EditAsNew}};
        for (const auto &[action, act] : all) {
            QVERIFY2(action->isEnabled(), qPrintable(action->objectName()));
            action->trigger();
            QCOMPARE(d.letters().beginnings.last().act, act);
            QCOMPARE(d.letters().beginnings.last().originals, QList{d.mail});
        }
    }

    void the_buttons_under_a_message_answer_it()
    {
        Desk d;
        d.select(d.mail);
        auto *button = d.window->findChild<QPushButton *>(u"answer_replyAll"_s);
        QVERIFY(button && !button->accessibleName().isEmpty());
        QTest::mouseClick(button, Qt::LeftButton);
        QCOMPARE(d.letters().beginnings.last().act, DraftAct::ReplyAll);
    }

    void a_draft_is_gone_on_with()
    {
        Desk d;
        d.window->folders()->selectView(ViewId::of(d.drafts));
        Q_EMIT d.window->list()->messageActivated(d.draft);
        QCOMPARE(d.letters().edits, QList{d.draft});
        d.begun(u"Unfinished"_s);
        QCOMPARE(d.window->writing()->windows().size(), 1);
        Q_EMIT d.window->list()->messageActivated(d.draft); // it is open already
        d.begun(u"Unfinished"_s);
        QCOMPARE(d.window->writing()->windows().size(), 1);
    }

    void what_was_sent_can_be_taken_back()
    {
        Desk d;
        d.window->actions()->compose->trigger();
        d.begun(u"Lunch"_s);
        Letter letter = d.letter(LetterState::Waiting);
        letter.notBefore = QDateTime::currentMSecsSinceEpoch() + 10'000;
        Q_EMIT d.window->writing()->windows().first()->queued(letter);
        auto *toast = d.window->findChild<UndoToast *>();
        QVERIFY(toast->text().contains(u"Lunch"_s));
        toast->findChild<QPushButton *>()->click();
        QCOMPARE(d.letters().takenBack, QStringList{u"one@example.org"_s});
    }

    void what_cannot_begin_is_said()
    {
        Desk d;
        d.window->actions()->compose->trigger();
        Q_EMIT d.letters().failed(d.letters().requests, {ErrorKind::Network, u"Not downloaded yet."_s, {}});
        QVERIFY(d.window->notices()->count() > 0);
    }

    void what_needs_the_person_stands_in_a_line_until_it_is_settled()
    {
        Desk d;
        d.outgoing({d.letter(LetterState::Uncertain, u"The connection was lost."_s)});
        QVERIFY(d.window->notices()->find(u"letter:one@example.org"_s));
        QVERIFY(d.window->notices()->find(u"letter:one@example.org"_s)->text().contains(u"connection"_s));
        QVERIFY(d.window->folders()->model()->indexOfKey(u"outbox"_s).isValid());
        d.outgoing({});
        QVERIFY(!d.window->notices()->find(u"letter:one@example.org"_s));
        QVERIFY(!d.window->folders()->model()->indexOfKey(u"outbox"_s).isValid());
    }

    void the_outbox_says_why_and_what_can_be_done()
    {
        Desk d;
        d.outgoing({d.letter(LetterState::Uncertain, u"The connection was lost."_s)});
        OutboxDialog *box = d.window->writing()->openOutbox();
        auto *list = box->findChild<QTreeWidget *>(u"outboxList"_s);
        QCOMPARE(list->topLevelItemCount(), 1);
        const auto button = [box](const QString &name) { return box->findChild<QPushButton *>(name); };
        QVERIFY(button(u"outboxSend"_s)->isEnabled());
        QVERIFY(button(u"outboxConfirm"_s)->isEnabled());
        QVERIFY(!button(u"outboxEdit"_s)->isEnabled()); // it may have been sent
        button(u"outboxConfirm"_s)->click();
        QCOMPARE(d.letters().confirmed, QStringList{u"one@example.org"_s});
        button(u"outboxSend"_s)->click();
        QCOMPARE(d.letters().sentNow, QStringList{u"one@example.org"_s});
        d.outgoing({d.letter(LetterState::Refused, u"Too large."_s)});
        QVERIFY(button(u"outboxEdit"_s)->isEnabled());
        button(u"outboxEdit"_s)->click();
        QCOMPARE(d.letters().takenBack, QStringList{u"one@example.org"_s});
        d.outgoing({});
        QCOMPARE(list->topLevelItemCount(), 0);
        QVERIFY(!button(u"outboxSend"_s)->isEnabled());
    }

    void a_draft_that_was_changed_elsewhere_is_told()
    {
        Desk d;
        const int before = d.window->notices()->count();
        Q_EMIT d.letters().editedElsewhere(u"one@example.org"_s);
        QCOMPARE(d.window->notices()->count(), before + 1);
    }

    void links_and_files_become_messages()
    {
        Desk d;
        Draft seed;
        seed.to = {{{}, u"bo@example.net"_s}};
        d.window->writing()->compose(seed);
        QCOMPARE(d.letters().beginnings.last().seed.to, seed.to);
    }

    void closing_the_window_keeps_what_is_written()
    {
        Desk d;
        d.window->actions()->compose->trigger();
        d.begun(u"Lunch"_s);
        ComposerWindow *open = d.window->writing()->windows().first();
        QTest::keyClicks(open->editor(), u"Dear Bo"_s);
        d.window->close();
        QVERIFY(!d.letters().keeps.isEmpty());
    }
};

QTEST_MAIN(WritingTest)
#include "writing_test.moc"
