#include "tests/support/windowfixture.h"

#include "core/store/pages.h"

#include "ui/accounts/accountdialog.h"
#include "ui/accounts/addaccountdialog.h"
#include "ui/accounts/signingin.h"
#include "ui/actions/windowactions.h"
#include "ui/finder/finder.h"
#include "ui/finder/fuzzymatch.h"
#include "ui/folders/folderpane.h"
#include "ui/messages/messagelistpane.h"
#include "ui/messages/messagelistview.h"
#include "ui/reader/bannerstack.h"
#include "ui/reader/messagepage.h"
#include "ui/reader/plaintextview.h"
#include "ui/reader/readerpane.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/shortcutkeys.h"
#include "ui/window/helpwindows.h"
#include "ui/window/mainwindow.h"
#include "ui/window/notices.h"
#include "ui/window/personcards.h"
#include "ui/window/statusstrip.h"
#include "ui/window/windowdialogs.h"

#include <QAbstractButton>
#include <QAbstractSpinBox>
#include <QClipboard>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QProgressBar>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>
#include <QTreeWidget>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

struct Window {
    explicit Window(bool withAccounts = true)
    {
        if (withAccounts)
            fill();
        open();
    }

    void fill()
    {
        AccountSettings work;
        work.key = u"work"_s;
        work.address = u"anna@example.org"_s;
        AccountSettings home;
        home.key = u"home"_s;
        home.name = u"Home"_s;
        home.address = u"anna@example.net"_s;
        const AccountId w = fixture.addAccount(work);
        const AccountId h = fixture.addAccount(home);
        inbox = fixture.addFolder(w, u"INBOX"_s, FolderRole::Inbox);
        sent = fixture.addFolder(w, u"Sent"_s, FolderRole::Sent);
        homeInbox = fixture.addFolder(h, u"INBOX"_s, FolderRole::Inbox);
        fixture.add(inbox, u"Lars Hansen"_s, u"Deploy failed"_s, 30, quint32(Flag::Seen));
        unread = fixture.add(inbox, u"Mia Wolf"_s, u"Lunch"_s, 20);
        newest = fixture.add(homeInbox, u"Tom Ray"_s, u"Bikes"_s, 10);
    }

    void open()
    {
        WindowSetup setup;
        setup.configDirectory = fixture.directory();
        setup.cacheDirectory = fixture.directory();
        setup.theme = Theme::Light;
        window = std::make_unique<MainWindow>(&fixture.engine(), setup);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qFatal("no window");
        window->activateWindow();
    }

    void reopen()
    {
        window->close();
        window.reset();
        open();
    }

    FakeEngine &engine() { return fixture.engine(); }
    QTimer *markTimer() const { return window->findChild<QTimer *>(u"markReadTimer"_s); }
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(window.get(), key, modifiers);
    }

    WindowFixture fixture;
    FolderId inbox, sent, homeInbox;
    MessageId unread, newest;
    std::unique_ptr<MainWindow> window;
};

// What a person can act on needs a name for those who cannot see it.
bool isControl(const QWidget *w)
{
    return qobject_cast<const QAbstractButton *>(w) || qobject_cast<const QLineEdit *>(w)
        || qobject_cast<const QComboBox *>(w) || qobject_cast<const QAbstractSpinBox *>(w)
        || qobject_cast<const QAbstractItemView *>(w) || qobject_cast<const QTextEdit *>(w);
}

QStringList unnamed(const QWidget *root)
{
    QStringList bad;
    for (QWidget *w : root->findChildren<QWidget *>()) {
        const QString name = w->objectName();
        // Qt's own inner parts name themselves or belong to a named control.
        const QString type = QString::fromLatin1(w->metaObject()->className());
        const bool inner = name.startsWith("qt_"_L1) || (w->parentWidget() && isControl(w->parentWidget()))
            || qobject_cast<QScrollBar *>(w) || qobject_cast<QMenu *>(w) || type.startsWith("QScrollArea"_L1)
            || type == "QSplitterHandle"_L1 || type == "QToolBarSeparator"_L1
            || type == "QToolBarExtension"_L1 || type == "QTabBar"_L1 || type == "QStackedWidget"_L1
            || type == "QRubberBand"_L1 || type == "QSizeGrip"_L1
            || (type.startsWith("QComboBox"_L1) && !qobject_cast<QComboBox *>(w)) || type == "QHeaderView"_L1
            || type == "QFocusFrame"_L1;
        if (inner || (w->parentWidget() && qobject_cast<QTabBar *>(w->parentWidget())))
            continue;
        const auto *label = qobject_cast<const QLabel *>(w);
        if (name.isEmpty() && !(label && label->buddy())) // a form's label is its field's name
            bad.append(u"%1 in %2 has no object name"_s.arg(type, w->parentWidget()->objectName()));
        const auto *button = qobject_cast<const QAbstractButton *>(w);
        if (isControl(w) && w->accessibleName().isEmpty() && !(button && !button->text().isEmpty()))
            bad.append(u"%1 %2 has no accessible name"_s.arg(type, name));
    }
    return bad;
}

} // namespace

class WindowTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_window_that_reaches_no_server_does_not_say_online()
    {
        StatusStrip strip;
        strip.setOnline(true);
        auto *button = strip.findChild<QToolButton *>(u"onlineSwitch"_s);
        const auto say = [&strip](const QString &key, Liveness liveness) {
            AccountStatus status;
            status.key = key;
            status.liveness = liveness;
            strip.setStatus(status);
        };
        say(u"work"_s, Liveness::Live);
        say(u"home"_s, Liveness::Stale);
        QCOMPARE(button->text(), u"Online"_s);
        say(u"work"_s, Liveness::Stale);
        QCOMPARE(button->text(), u"No Connection"_s);
        say(u"work"_s, Liveness::Connecting); // no flickering while it is tried
        say(u"home"_s, Liveness::Connecting);
        QCOMPARE(button->text(), u"No Connection"_s);
        say(u"home"_s, Liveness::Live);
        QCOMPARE(button->text(), u"Online"_s);
        strip.setOnline(false);
        QCOMPARE(button->text(), u"Offline"_s);
    }

    void without_accounts_the_window_welcomes()
    {
        Window w(false);
        QVERIFY(w.window->isFirstRun());
        QVERIFY(w.window->findChild<QWidget *>(u"firstRunPage"_s)->isVisible());
        QSignalSpy demo(w.window.get(), &MainWindow::demoRequested);
        w.window->findChild<QPushButton *>(u"firstRunDemo"_s)->click();
        QCOMPARE(demo.size(), 1);
        w.window->findChild<QPushButton *>(u"firstRunAdd"_s)->click();
        QVERIFY(w.window->findChild<AddAccountDialog *>());
    }

    void the_first_account_opens_the_unified_inbox()
    {
        Window w(false);
        AccountSettings account;
        account.key = u"work"_s;
        account.address = u"anna@example.org"_s;
        w.engine().saveAccount(account, u"secret"_s);
        QVERIFY(!w.window->isFirstRun());
        QCOMPARE(w.window->list()->view(), ViewId::unified(FolderRole::Inbox));
    }

    void it_opens_on_the_unified_inbox_and_the_engine_looks_there()
    {
        Window w;
        QCOMPARE(w.window->list()->view(), ViewId::unified(FolderRole::Inbox));
        QCOMPARE(w.engine().lookedAt.last(), ViewId::unified(FolderRole::Inbox));
        QVERIFY(w.window->windowTitle().contains(u"(2)"_s));
    }

    void choosing_a_folder_shows_it()
    {
        Window w;
        QVERIFY(w.window->folders()->selectView(ViewId::of(w.sent)));
        QCOMPARE(w.window->list()->view(), ViewId::of(w.sent));
        QCOMPARE(w.engine().lookedAt.last(), ViewId::of(w.sent));
    }

    void the_folder_pane_walks_by_keyboard()
    {
        Window w;
        QTreeView *tree = w.window->folders()->tree();
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_Down);
        QCOMPARE(w.window->list()->view(), ViewId::unified(FolderRole::Flagged));
        QTest::keyClick(tree, Qt::Key_Down);
        QCOMPARE(w.window->list()->view(), ViewId::unified(FolderRole::Sent));
    }

    void f6_goes_round_the_panes()
    {
        Window w;
        w.window->folders()->tree()->setFocus();
        w.press(Qt::Key_F6);
        QVERIFY(w.window->list()->isAncestorOf(w.window->focusWidget()));
        w.press(Qt::Key_F6);
        QVERIFY(w.window->reader()->isAncestorOf(w.window->focusWidget()));
        w.press(Qt::Key_F6);
        w.press(Qt::Key_F6);
        QCOMPARE(w.window->focusWidget(), w.window->folders()->tree());
        w.press(Qt::Key_F6, Qt::ShiftModifier);
        w.press(Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(w.window->reader()->isAncestorOf(w.window->focusWidget()));
    }

    void a_message_is_opened_and_marked_read_after_the_delay()
    {
        Window w;
        QVERIFY(w.window->list()->selectMessage(w.unread));
        QTRY_COMPARE(w.window->reader()->shown(), w.unread);
        QVERIFY(w.markTimer()->isActive());
        QVERIFY(w.engine().flagCalls.isEmpty());
        QTRY_COMPARE(w.engine().flagCalls.size(), 1);
        QCOMPARE(w.engine().flagCalls.first().ids, QList<MessageId>{w.unread});
        QCOMPARE(w.engine().flagCalls.first().flags, Flags(Flag::Seen));
        QVERIFY(w.engine().flagCalls.first().on);
    }

    void what_is_unread_in_an_opened_conversation_is_unfolded_and_read()
    {
        Window w;
        QList<MessageId> trip;
        WindowFixture::Mail mail;
        for (int i = 0; i < 4; ++i) {
            mail.view.from = {u"Ida Holm"_s, u"ida@example.org"_s};
            mail.view.subject = u"Trip"_s;
            mail.view.date = QDateTime::currentSecsSinceEpoch() - 60 + i;
            mail.view.text = u"Words of %1\n> quoted\n"_s.arg(i);
            mail.header = "Subject: Trip\r\n\r\n";
            mail.body = "Words.\r\n";
            mail.flags = i == 0 ? quint32(Flag::Seen) : 0;
            mail.digest = {};
            mail.digest.from = mail.view.from;
            mail.digest.subject = mail.view.subject;
            mail.digest.date = mail.view.date;
            mail.digest.messageIdHash = 7000 + quint64(i);
            mail.digest.headerHash = 8000 + quint64(i);
            if (i > 0)
                mail.digest.references = {7000};
            trip.append(w.fixture.add(w.inbox, mail));
        }
        const auto isRead = [&w](MessageId id) {
            return (Pages(w.fixture.database()).message(id)->flags & quint32(Flag::Seen)) != 0;
        };
        QTRY_VERIFY(w.window->list()->selectMessage(trip.last()));
        QTRY_COMPARE(w.window->reader()->shown(), trip.last());
        const auto texts = [&w] {
            QStringList shown;
            for (const auto *label : w.window->reader()->findChildren<QLabel *>(u"unfoldedText"_s)) {
                if (label->isVisibleTo(w.window.get()))
                    shown.append(label->text());
            }
            return shown;
        };
        QTRY_COMPARE(texts(), (QStringList{u"Words of 1"_s, u"Words of 2"_s}));
        const auto *strip = w.window->reader()->findChild<QWidget *>(u"earlierMessages"_s);
        QTRY_VERIFY(strip->height() > 100); // three lines and two texts, or what the page allows
        QVERIFY(!isRead(trip.at(1)));
        QTRY_VERIFY(isRead(trip.at(1)) && isRead(trip.at(2)) && isRead(trip.at(3)));
        QCOMPARE(texts().size(), 2); // they stay as they are while the conversation is open
        // What comes in meanwhile was not there when it was opened.
        mail.view.date += 5;
        mail.digest.date = mail.view.date;
        mail.digest.messageIdHash = 7100;
        mail.digest.headerHash = 8100;
        const MessageId late = w.fixture.add(w.inbox, mail);
        QTest::qWait(50);
        QCOMPARE(texts().size(), 2);
        QVERIFY(!isRead(late));
        // By keyboard through the conversation, to its ends and not beyond.
        const auto step = [&w](const QString &name) { w.window->findChild<QAction *>(name)->trigger(); };
        step(u"newerInConversation"_s);
        QTRY_COMPARE(w.window->reader()->shown(), late);
        step(u"newerInConversation"_s);
        QCOMPARE(w.window->reader()->current(), late);
        for (qsizetype i = trip.size(); i-- > 0;) {
            step(u"olderInConversation"_s);
            QTRY_COMPARE(w.window->reader()->shown(), trip.at(i));
        }
        step(u"olderInConversation"_s);
        QCOMPARE(w.window->reader()->current(), trip.first());
    }

    void a_message_left_before_the_delay_stays_unread()
    {
        Window w;
        QVERIFY(w.window->list()->selectMessage(w.unread));
        QTRY_COMPARE(w.window->reader()->shown(), w.unread);
        QVERIFY(w.window->folders()->selectView(ViewId::of(w.sent)));
        QCOMPARE(w.window->reader()->shown(), MessageId{});
        QVERIFY(!w.markTimer()->isActive()); // nothing will mark it any more
        QVERIFY(w.engine().flagCalls.isEmpty());
    }

    void marking_unread_by_hand_wins_over_the_delay()
    {
        Window w;
        QVERIFY(w.window->list()->selectMessage(w.unread));
        QTRY_COMPARE(w.window->reader()->shown(), w.unread);
        QTRY_COMPARE(w.engine().flagCalls.size(), 1);
        w.window->actions()->toggleRead->trigger();
        QCOMPARE(w.engine().intents.size(), 1);
        QVERIFY(!w.engine().intents.last().on);
        QVERIFY(!w.markTimer()->isActive());
        QCOMPARE(w.engine().flagCalls.size(), 1);
    }

    void a_star_shows_in_list_and_reader_at_once()
    {
        Window w;
        QVERIFY(w.window->list()->selectMessage(w.newest));
        QTRY_COMPARE(w.window->reader()->shown(), w.newest);
        auto *star = w.window->reader()->findChild<QToolButton *>(u"starMessage"_s);
        const QString before = star->accessibleName();
        w.window->actions()->toggleStar->trigger();
        QCOMPARE(w.engine().intents.last().bits, quint32(Flag::Flagged));
        QVERIFY(star->accessibleName() != before);
        star->click();
        QVERIFY(!w.engine().intents.last().on);
        QCOMPARE(star->accessibleName(), before);
    }

    void letters_are_keys_in_the_list_but_text_in_a_field()
    {
        Window w;
        QVERIFY(w.window->list()->selectMessage(w.newest));
        QTRY_COMPARE(w.window->reader()->shown(), w.newest);
        w.window->list()->setFocus();
        QTest::keyClick(w.window->focusWidget(), Qt::Key_S);
        QTRY_COMPARE(w.engine().intents.size(), 1);
        QTest::keyClick(w.window->focusWidget(), Qt::Key_J);
        QTRY_VERIFY(w.window->list()->currentMessage() != w.newest);
        QTest::keyClick(w.window->focusWidget(), Qt::Key_Slash);
        auto *field = qobject_cast<QLineEdit *>(w.window->focusWidget());
        QVERIFY(field);
        QTest::keyClicks(field, u"sun"_s);
        QCOMPARE(field->text(), u"sun"_s);
        QCOMPARE(w.engine().intents.size(), 1);
    }

    void enter_goes_to_the_message()
    {
        Window w;
        QVERIFY(w.window->list()->selectMessage(w.newest));
        QTRY_COMPARE(w.window->reader()->shown(), w.newest);
        w.window->list()->setFocus();
        QTest::keyClick(w.window->focusWidget(), Qt::Key_Return);
        QTRY_VERIFY(w.window->reader()->isAncestorOf(w.window->focusWidget()));
    }

    void several_selected_give_a_summary_with_actions_for_all()
    {
        Window w;
        w.window->list()->setFocus();
        w.window->list()->selectMessage(w.newest);
        QTest::keyClick(w.window->focusWidget(), Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(w.window->list()->selectionCount(), 3);
        auto *read = w.window->findChild<QPushButton *>(u"selectionRead"_s);
        QTRY_VERIFY(read->isVisible());
        read->click();
        QCOMPARE(w.engine().intents.last().messages.size(), 3);
        w.window->findChild<QPushButton *>(u"selection_tag"_s)->click();
        auto *tags = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(tags && !tags->actions().isEmpty());
        tags->close();
        QVERIFY(w.window->findChild<QPushButton *>(u"selection_move"_s)->isEnabled());
        QVERIFY(w.window->findChild<QPushButton *>(u"selection_deleteMail"_s)->isVisible());
        w.window->findChild<QPushButton *>(u"selection_archive"_s)->click();
        QCOMPARE(w.engine().intents.last().kind, Intent::Kind::Archive);
        QCOMPARE(w.engine().intents.last().messages.size(), 3);
    }

    void one_alone_is_shown_after_several()
    {
        Window w;
        w.window->list()->setFocus();
        w.window->list()->selectMessage(w.newest);
        QTest::keyClick(w.window->focusWidget(), Qt::Key_A, Qt::ControlModifier);
        QTRY_VERIFY(w.window->findChild<QPushButton *>(u"selectionRead"_s)->isVisible());
        QVERIFY(w.window->list()->selectMessage(w.unread));
        QTRY_COMPARE(w.window->reader()->shown(), w.unread);
    }

    void the_offline_switch_tells_the_engine_and_shows_it()
    {
        Window w;
        w.window->findChild<QToolButton *>(u"onlineSwitch"_s)->click();
        QVERIFY(!w.engine().isOnline());
        QVERIFY(w.window->actions()->offline->isChecked());
        QVERIFY(!w.window->actions()->checkMail->isEnabled());
        QVERIFY(w.window->status()->text().contains(u"when you go online"_s));
        w.window->actions()->offline->trigger();
        QVERIFY(w.engine().isOnline());
    }

    void changes_that_wait_are_counted()
    {
        Window w;
        const auto *waiting = w.window->findChild<QToolButton *>(u"changesWaiting"_s);
        QVERIFY(!waiting->isVisible());
        w.engine().setOnline(false);
        w.engine().setFlags({w.unread, w.newest}, Flag::Flagged, true);
        QTRY_VERIFY(waiting->isVisible());
        QVERIFY(waiting->text().startsWith(u"2 "_s));
        w.engine().setFlags({w.newest}, Flag::Flagged, false); // as the server has it
        QTRY_VERIFY(waiting->text().startsWith(u"1 "_s));
    }

    void online_a_change_is_spoken_of_only_when_it_stays()
    {
        Window w;
        w.engine().setOnline(true);
        const auto *timer = w.window->findChild<QTimer *>(u"waitingChangesTimer"_s);
        const auto *waiting = w.window->findChild<QToolButton *>(u"changesWaiting"_s);
        w.engine().setFlags({w.unread}, Flag::Flagged, true);
        QTRY_VERIFY(timer->isActive() && timer->interval() > 1000); // seen, and given its moment
        QVERIFY(!waiting->isVisible());
        QTRY_VERIFY(waiting->isVisible());
    }

    void progress_is_said_and_drawn()
    {
        Window w;
        AccountStatus status = w.engine().statusList.value(u"home"_s);
        status.liveness = Liveness::Syncing;
        status.done = 12'400;
        status.total = 48'000;
        w.engine().setStatus(status);
        QVERIFY(w.window->status()->text().contains(u"Home: syncing 12,400 of 48,000"_s));
        auto *bar = w.window->findChild<QProgressBar *>(u"syncProgress"_s);
        QVERIFY(bar->isVisible());
        QCOMPARE(bar->value(), 258);
    }

    void a_wrong_password_is_said_where_it_can_be_mended()
    {
        Window w;
        AccountStatus status = w.engine().statusList.value(u"home"_s);
        status.liveness = Liveness::NeedsYou;
        status.error
            = {ErrorKind::Auth, u"Couldn't sign in to Home: the server says the password is wrong."_s, {}};
        w.engine().setStatus(status);
        QCOMPARE(w.window->notices()->count(), 1);
        w.window->findChild<QPushButton *>(u"account:homeButton1"_s)->click();
        auto *dialog = w.window->findChild<AccountDialog *>();
        QVERIFY(dialog);
        QCOMPARE(dialog->settings().key, u"home"_s);
        status.liveness = Liveness::Live;
        status.error = {};
        w.engine().setStatus(status);
        QCOMPARE(w.window->notices()->count(), 0);
    }

    void a_sign_in_that_ran_out_is_renewed_at_its_own_line()
    {
        Window w;
        QList<QUrl> pages;
        w.window->notices()->signingIn()->setOpener([&pages](const QUrl &url) {
            pages.append(url);
            return pages.size() < 2;
        });
        w.engine().accountList.first().oauth = u"google"_s;
        const QString key = w.engine().accountList.constFirst().key;
        Q_EMIT w.engine().accountsChanged();
        AccountStatus status = w.engine().statusList.value(key);
        status.liveness = Liveness::NeedsYou;
        status.error = {ErrorKind::Auth, u"Google does not let Kittiwake in any more. Sign in again."_s, {}};
        w.engine().setStatus(status);
        const auto line = [&] { return w.window->notices()->find("account:"_L1 + key); };
        const auto press = [&](int number) {
            auto *button = line()->findChild<QPushButton *>("account:"_L1 + key + u"Button%1"_s.arg(number));
            QVERIFY(button);
            button->click();
        };
        QCOMPARE(w.window->notices()->count(), 1);
        press(1);
        QVERIFY2(!w.window->findChild<AccountDialog *>(), "nobody asks for a password");
        QCOMPARE(w.engine().fakeSignIns.begun.size(), 1);
        QVERIFY(pages.isEmpty());
        w.engine().fakeSignIns.answerBrowser(QUrl(u"https://accounts.example.org/?state=1"_s));
        QCOMPARE(pages.size(), 1);
        QVERIFY(line()->text().contains(u"in your browser"_s));
        press(1);
        QVERIFY2(line()->text().contains(u"Copy the address"_s), "the browser did not come this time");
        press(2);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"https://accounts.example.org/?state=1"_s);
        press(3);
        QCOMPARE(w.engine().fakeSignIns.cancelled, QList<int>{1});
        QVERIFY(line()->text().contains(u"does not let Kittiwake in"_s));
        press(1);
        w.engine().fakeSignIns.answerFailure(
            {ErrorKind::Network, u"Nothing came back from the browser."_s, {}});
        QVERIFY(line()->text().contains(u"Nothing came back"_s));
        press(1);
        QCOMPARE(w.engine().fakeSignIns.begun.size(), 3);
        w.engine().fakeSignIns.answerBrowser(QUrl(u"https://accounts.example.org/?state=2"_s));
        status.liveness = Liveness::Live;
        status.error = {};
        w.engine().statusList.insert(key, status);
        w.engine().fakeSignIns.answerSuccess();
        QVERIFY(!line());
        QCOMPARE(w.window->notices()->count(), 0);
    }

    void accounts_out_of_reach_share_one_line()
    {
        Window w;
        const auto lose = [&](const QString &key) {
            AccountStatus status = w.engine().statusList.value(key);
            status.liveness = Liveness::Stale;
            status.error = {ErrorKind::Network, key + u" cannot be reached."_s, {}};
            w.engine().setStatus(status);
        };
        lose(u"home"_s);
        lose(u"work"_s);
        QCOMPARE(w.window->notices()->count(), 1);
        const Banner *line = w.window->notices()->find(u"accounts:unreachable"_s);
        QVERIFY(line && line->text().contains(u"Home"_s) && line->text().contains(u"anna@example.org"_s));
        AccountStatus back = w.engine().statusList.value(u"home"_s);
        back.liveness = Liveness::Live;
        back.error = {};
        w.engine().setStatus(back);
        QVERIFY(!w.window->notices()->find(u"accounts:unreachable"_s)->text().contains(u"Home"_s));
        back = w.engine().statusList.value(u"work"_s);
        back.liveness = Liveness::Live;
        back.error = {};
        w.engine().setStatus(back);
        QCOMPARE(w.window->notices()->count(), 0);
    }

    void space_reads_on_to_the_next_unread()
    {
        Window w;
        w.window->list()->setFocus();
        QVERIFY(w.window->list()->selectMessage(w.newest));
        QTRY_COMPARE(w.window->reader()->shown(), w.newest);
        QTest::keyClick(w.window->focusWidget(), Qt::Key_Space); // a short message: its end is in sight
        QTRY_COMPARE(w.window->reader()->shown(), w.unread);
    }

    void a_dismissed_error_stays_away_until_it_changes()
    {
        Window w;
        AccountStatus status = w.engine().statusList.value(u"home"_s);
        status.liveness = Liveness::Stale;
        status.error = {ErrorKind::Network, u"mail.example.net cannot be reached."_s, {}};
        w.engine().setStatus(status);
        w.window->findChild<QPushButton *>(u"account:homeButton3"_s)->click();
        status.liveness = Liveness::Connecting;
        w.engine().setStatus(status);
        status.liveness = Liveness::Stale;
        w.engine().setStatus(status);
        QCOMPARE(w.window->notices()->count(), 0);
        status.error.text = u"mail.example.net closed the connection."_s;
        w.engine().setStatus(status);
        QCOMPARE(w.window->notices()->count(), 1);
    }

    void a_notice_of_the_engine_is_shown_until_dismissed()
    {
        Window w;
        Q_EMIT w.engine().notice({ErrorKind::Storage, u"The disk is full."_s, {}});
        QCOMPARE(w.window->notices()->count(), 1);
        w.window->notices()->findChild<QPushButton *>()->click();
        QCOMPARE(w.window->notices()->count(), 0);
    }

    void the_window_remembers_view_message_and_panes()
    {
        Window w;
        QVERIFY(w.window->folders()->selectView(ViewId::of(w.inbox)));
        QVERIFY(w.window->list()->selectMessage(w.unread));
        w.window->folders()->tree()->collapse(w.window->folders()->model()->indexOfKey(u"account:home"_s));
        w.reopen();
        QCOMPARE(w.window->list()->view(), ViewId::of(w.inbox));
        QTRY_COMPARE(w.window->list()->currentMessage(), w.unread);
        QVERIFY(!w.window->folders()->tree()->isExpanded(
            w.window->folders()->model()->indexOfKey(u"account:home"_s)));
        QTRY_COMPARE(w.window->reader()->shown(), w.unread);
    }

    void settings_take_effect_and_are_kept()
    {
        Window w;
        SettingsDialog *dialog = w.window->dialogs()->openSettings();
        auto *delay = dialog->findChild<QComboBox *>(u"markReadDelay"_s);
        delay->setCurrentIndex(delay->findData(UiSettings::MarkReadOff));
        auto *prefetch = dialog->findChild<QComboBox *>(u"prefetchDays"_s);
        prefetch->setCurrentIndex(prefetch->findData(30));
        dialog->findChild<QAbstractButton *>(u"readerBelow"_s)->click();
        QCOMPARE(w.engine().syncSettings.last().prefetchDays, 30);
        QVERIFY(w.window->actions()->readerBelow->isChecked());
        const UiSettings kept = loadUiSettings(w.fixture.directory());
        QCOMPARE(kept.markReadDelayMs, UiSettings::MarkReadOff);
        QVERIFY(kept.readerBelow);
        QCOMPARE(kept.sync.prefetchDays, 30);
    }

    void nonsense_in_the_settings_file_gives_the_defaults()
    {
        QTemporaryDir directory;
        QFile file(directory.filePath(u"settings.ini"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(
            "[reading]\nmarkReadDelayMs=banana\n[list]\ndensity=77\nmode=cube\n[sync]\nprefetchDays=-5\n");
        file.close();
        QCOMPARE(loadUiSettings(directory.path()), UiSettings());
    }

    void the_shortcut_sheet_lists_every_key()
    {
        Window w;
        w.window->list()->setFocus();
        w.press(Qt::Key_Question);
        auto *sheet = w.window->findChild<QWidget *>(u"shortcutSheet"_s);
        QVERIFY(sheet);
        QStringList shown;
        for (const QLabel *label : sheet->findChildren<QLabel *>(u"shortcutKeys"_s))
            shown.append(label->text());
        QVERIFY(shown.contains(u"J"_s));
        QVERIFY(shown.contains(u"F6"_s));
        const qsizetype tags = w.window->settings().tags.size();
        QVERIFY(tags > 0 && tags < 9);
        QVERIFY(shown.contains(QString::number(tags)));
        QVERIFY(!shown.contains(QString::number(tags + 1)));
    }

    void the_palette_finds_actions_and_folders()
    {
        Window w;
        w.press(Qt::Key_K, Qt::ControlModifier);
        auto *finder = w.window->findChild<Finder *>();
        QVERIFY(finder);
        auto *text = finder->findChild<QLineEdit *>(u"finderText"_s);
        QTest::keyClicks(text, u"sent anna"_s);
        QCOMPARE(finder->shown().value(0), u"Go to Sent — anna@example.org"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(w.window->list()->view(), ViewId::of(w.sent));
        QTRY_VERIFY(!w.window->findChild<Finder *>());
        w.window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(w.window.get()));
        w.press(Qt::Key_K, Qt::ControlModifier);
        finder = w.window->findChild<Finder *>();
        QVERIFY(finder);
        text = finder->findChild<QLineEdit *>(u"finderText"_s);
        QTest::keyClicks(text, u"tabl"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QTRY_COMPARE(w.window->settings().listMode, ListMode::Table);
    }

    void letters_in_sequence_name_an_entry()
    {
        QVERIFY(fuzzyScore(u"qf"_s, u"Quarterly forecast"_s) >= 0);
        QVERIFY(fuzzyScore(u"fore qua"_s, u"Quarterly forecast"_s) >= 0);
        QVERIFY(fuzzyScore(u"resume"_s, u"Résumé"_s) >= 0);
        QVERIFY(fuzzyScore(u"xyz"_s, u"Quarterly forecast"_s) < 0);
        QVERIFY(fuzzyScore(u"in"_s, u"Inbox"_s) > fuzzyScore(u"in"_s, u"Shopping"_s));
        QVERIFY(fuzzyScore(u"sent"_s, u"Sent"_s) > fuzzyScore(u"sent"_s, u"Sent elsewhere, long ago"_s));
    }

    void a_key_is_changed_in_the_settings_and_kept()
    {
        Window w;
        w.window->dialogs()->openSettings()->showKeys();
        auto *list = w.window->findChild<QTreeWidget *>(u"keysList"_s);
        const auto items = list->findItems(u"Star"_s, Qt::MatchExactly | Qt::MatchRecursive);
        QCOMPARE(items.size(), 1);
        list->setCurrentItem(items.first());
        auto *edit = w.window->findChild<QKeySequenceEdit *>(u"keyEdit"_s);
        edit->setKeySequence(QKeySequence(Qt::Key_U)); // belongs to another
        QVERIFY(w.window->findChild<QLabel *>(u"keyMessage"_s)->text().contains(u"belongs to"_s));
        QCOMPARE(w.window->actions()->toggleStar->shortcut(), QKeySequence(Qt::Key_S));
        edit->setKeySequence(QKeySequence(Qt::Key_X));
        QCOMPARE(w.window->actions()->toggleStar->shortcut(), QKeySequence(Qt::Key_X));
        QVERIFY(w.window->actions()->toggleStar->toolTip().contains(u"(X)"_s));
        w.reopen();
        QCOMPARE(w.window->actions()->toggleStar->shortcut(), QKeySequence(Qt::Key_X));
        QVERIFY(w.window->list()->selectMessage(w.newest));
        QTRY_COMPARE(w.window->reader()->shown(), w.newest);
        w.window->list()->setFocus();
        QTest::keyClick(w.window->focusWidget(), Qt::Key_S); // means nothing any more
        QVERIFY(w.engine().intents.isEmpty());
        QTest::keyClick(w.window->focusWidget(), Qt::Key_X);
        QTRY_COMPARE(w.engine().intents.size(), 1);
    }

    void keys_that_lists_need_are_not_given_away()
    {
        Window w;
        QTemporaryDir directory;
        ShortcutKeys keys(w.window->actions()->keySections(), directory.path(), nullptr);
        QVERIFY(keys.set(w.window->actions()->toggleStar, QKeySequence(Qt::Key_Return)));
        QVERIFY(!keys.set(w.window->actions()->toggleStar, QKeySequence(Qt::CTRL | Qt::Key_Return)));
        QVERIFY(!keys.set(w.window->actions()->toggleStar, {}));
        QVERIFY(!keys.set(w.window->actions()->checkMail, QKeySequence(Qt::Key_S)));
        QVERIFY(keys.reset(w.window->actions()->toggleStar)); // S is taken now
        keys.resetAll();
        QCOMPARE(w.window->actions()->toggleStar->shortcut(), QKeySequence(Qt::Key_S));
    }

    void a_setting_changed_elsewhere_is_not_undone_by_an_open_settings_window()
    {
        Window w;
        SettingsDialog *dialog = w.window->dialogs()->openSettings();
        w.window->actions()->table->trigger();
        dialog->findChild<QAbstractButton *>(u"fixedWidth"_s)->click();
        QVERIFY(w.window->settings().fixedWidthText);
        QCOMPARE(w.window->settings().listMode, ListMode::Table);
    }

    void no_two_actions_share_a_key()
    {
        Window w;
        QHash<QKeySequence, QString> keys;
        for (const QAction *action : w.window->findChildren<QAction *>()) {
            for (const QKeySequence &key : action->shortcuts()) {
                QVERIFY2(!keys.contains(key) || keys.value(key) == action->objectName(),
                         qPrintable(key.toString()));
                keys.insert(key, action->objectName());
            }
        }
        QVERIFY(keys.size() > 15);
    }

    void light_and_dark_are_chosen_in_the_menu()
    {
        Window w;
        w.window->actions()->themeDark->trigger();
        QVERIFY(isDark(QApplication::palette()));
        w.window->actions()->themeLight->trigger();
        QVERIFY(!isDark(QApplication::palette()));
    }

    void quiet_and_tone_colours_can_be_read()
    {
        const auto luminance = [](const QColor &c) {
            const auto linear
                = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
            return 0.2126 * linear(c.redF()) + 0.7152 * linear(c.greenF()) + 0.0722 * linear(c.blueF());
        };
        const auto contrast = [&](const QColor &a, const QColor &b) {
            const double x = luminance(a);
            const double y = luminance(b);
            return (qMax(x, y) + 0.05) / (qMin(x, y) + 0.05);
        };
        for (const Theme theme : {Theme::Light, Theme::Dark}) {
            applyTheme(theme);
            const QPalette p = QApplication::palette();
            QCOMPARE_GE(contrast(quietText(p), p.color(QPalette::Base)), 4.5);
            QCOMPARE_GE(contrast(quietText(p), p.color(QPalette::Window)), 4.5);
            QCOMPARE_GE(contrast(linkText(p), p.color(QPalette::Base)), 4.5);
            QCOMPARE_GE(contrast(p.color(QPalette::HighlightedText), p.color(QPalette::Highlight)), 4.5);
            for (const Tone tone : {Tone::Info, Tone::Good, Tone::Warning, Tone::Bad}) {
                QCOMPARE_GE(contrast(toneText(tone, p), toneFill(tone, p)), 4.5);
                QCOMPARE_GE(contrast(p.color(QPalette::Text), toneFill(tone, p)), 4.5);
            }
        }
    }

    void every_widget_has_a_name_and_every_control_can_be_heard()
    {
        Window w;
        w.window->list()->selectMessage(w.newest);
        QTRY_COMPARE(w.window->reader()->shown(), w.newest);
        w.window->dialogs()->openSettings();
        w.window->dialogs()->addAccount();
        w.window->people()->open({u"Tom Ray"_s, u"tom@example.org"_s});
        showShortcutSheet(*w.window->actions(), w.window.get());
        showAccountsFileHelp(w.fixture.directory(), w.window.get());
        const QStringList bad = unnamed(w.window.get());
        QVERIFY2(bad.isEmpty(), qPrintable(bad.join(u'\n')));
    }
};

QTEST_MAIN(WindowTest)
#include "window_test.moc"
