#include "tests/support/windowfixture.h"

#include "core/account/persontags.h"

#include "ui/actions/windowactions.h"
#include "ui/folders/folderpane.h"
#include "ui/messages/listmenu.h"
#include "ui/messages/messagelistpane.h"
#include "ui/people/personcard.h"
#include "ui/reader/readerpane.h"
#include "ui/window/mainwindow.h"
#include "ui/window/personcards.h"

#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

struct Window {
    Window()
    {
        AccountSettings work;
        work.key = u"work"_s;
        work.address = u"anna@example.org"_s;
        const AccountId account = fixture.addAccount(work);
        inbox = fixture.addFolder(account, u"INBOX"_s, FolderRole::Inbox);
        archive = fixture.addFolder(account, u"Archive"_s, FolderRole::Archive);
        filed = fixture.add(archive, attached());
        fixture.add(inbox, u"Mia Wolf"_s, u"Lunch"_s, 20);
        newest = fixture.add(inbox, u"Lars Hansen"_s, u"Bikes"_s, 10);
        open();
    }

    static WindowFixture::Mail attached()
    {
        WindowFixture::Mail mail;
        mail.view.from = {u"L. Hansen"_s, u"Lars@Example.org"_s};
        mail.view.to = {{{}, u"anna@example.org"_s}};
        mail.view.subject = u"The plan"_s;
        mail.view.date = QDateTime::currentSecsSinceEpoch() - 86'400;
        mail.view.attachments.append({.name = u"plan.pdf"_s});
        mail.header = "Subject: The plan\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
        mail.body = "--b\r\nContent-Type: text/plain\r\n\r\nHere.\r\n--b\r\nContent-Type: application/pdf\r\n"
                    "Content-Disposition: attachment; filename=plan.pdf\r\n\r\nx\r\n--b--\r\n";
        return mail;
    }

    void open()
    {
        WindowSetup setup;
        setup.configDirectory = fixture.directory();
        setup.cacheDirectory = fixture.directory();
        window = std::make_unique<MainWindow>(&fixture.engine(), setup);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qFatal("no window");
    }
    void reopen()
    {
        window->close();
        window.reset();
        open();
    }
    void show(ViewId view) const { window->folders()->selectView(view); }
    bool conversations() const { return window->list()->looks().conversations; }
    void chooseConversations() const
    {
        window->list()->findChild<ListMenu *>()->findChild<QAction *>(u"conversations"_s)->trigger();
    }
    PersonCard *card() const
    {
        window->list()->selectMessage(newest);
        if (!QTest::qWaitFor([this] { return window->reader()->shown() == newest; }))
            return nullptr;
        window->actions()->person->trigger();
        return window->findChild<PersonCard *>();
    }

    WindowFixture fixture;
    FolderId inbox, archive;
    MessageId filed, newest;
    std::unique_ptr<MainWindow> window;
};

QString textOf(const PersonCard *card, const QString &label)
{
    return card->findChild<QLabel *>(label)->text();
}

} // namespace

// A person's card, and what the list remembers: conversations of a folder, a filter that is kept.
class PeopleTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_card_opens_at_once_and_fills_in()
    {
        const Window w;
        const PersonCard *card = w.card();
        QVERIFY(card && card->isVisible());
        QCOMPARE(card->email(), u"lars@example.org"_s);
        QTRY_VERIFY(textOf(card, u"personContact"_s).contains(u'\n'));
        QVERIFY(textOf(card, u"personAmounts"_s).contains(u'2'));
        QCOMPARE(textOf(card, u"personNames"_s), u"Also as L. Hansen"_s);
        const auto *files = card->findChild<QListWidget *>(u"personAttachments"_s);
        QCOMPARE(files->count(), 1);
        QTRY_VERIFY(files->item(0)->text().startsWith(u"plan.pdf"_s));
    }

    void a_file_leads_to_its_message()
    {
        const Window w;
        PersonCard *card = w.card();
        auto *files = card->findChild<QListWidget *>(u"personAttachments"_s);
        QTRY_COMPARE(files->count(), 1);
        Q_EMIT files->itemActivated(files->item(0));
        QTRY_COMPARE(w.window->list()->currentMessage(), w.filed);
        QCOMPARE(w.window->list()->view(), ViewId::of(w.archive));
    }

    void all_mail_asks_for_both_directions()
    {
        const Window w;
        const PersonCard *card = w.card();
        QSignalSpy asked(w.window.get(), &MainWindow::searchRequested);
        card->findChild<QPushButton *>(u"personAllMail"_s)->click();
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toString(), u"from:lars@example.org OR to:lars@example.org"_s);
    }

    void tags_are_kept_and_taken_off()
    {
        const Window w;
        PersonCard *card = w.card();
        auto *field = card->findChild<QLineEdit *>(u"personTagField"_s);
        QTest::keyClicks(field, u"family"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QTest::keyClicks(field, u"Family"_s); // the same again
        QTest::keyClick(field, Qt::Key_Return);
        QTest::keyClicks(field, u"choir"_s);
        QTest::keyClick(field, Qt::Key_Return);
        QVERIFY(card->isVisible()); // Enter pressed no button
        const QString file = PersonTagFile::path(w.fixture.directory());
        QCOMPARE(PersonTagFile::load(file)->value(u"lars@example.org"_s),
                 QStringList({u"family"_s, u"choir"_s}));
        card->showPerson({{}, u"LARS@example.org"_s});
        card->findChildren<QToolButton *>(u"personTag"_s).constLast()->click();
        QCOMPARE(PersonTagFile::load(file)->value(u"lars@example.org"_s), QStringList{u"family"_s});
    }

    void a_message_without_a_sender_has_no_card()
    {
        const Window w;
        QVERIFY(!w.window->people()->open({u"Nobody"_s, {}}));
    }

    void conversations_are_chosen_for_one_folder_and_remembered()
    {
        Window w;
        w.show(ViewId::of(w.inbox));
        QVERIFY(w.conversations()); // as set for all
        w.chooseConversations();
        QVERIFY(!w.conversations());
        w.show(ViewId::of(w.archive));
        QVERIFY(w.conversations());
        QVERIFY(w.window->settings().conversations);
        w.reopen();
        w.show(ViewId::of(w.inbox));
        QVERIFY(!w.conversations());
        w.show(ViewId::of(w.archive));
        QVERIFY(w.conversations());
    }

    void the_setting_for_all_wins_where_it_is_changed()
    {
        Window w;
        w.show(ViewId::of(w.inbox));
        w.chooseConversations(); // off, here alone
        w.window->actions()->conversations->trigger(); // off everywhere
        w.window->actions()->conversations->trigger(); // on everywhere
        QVERIFY(w.conversations());
    }

    void a_kept_filter_stays_with_the_next_folder_and_the_next_start()
    {
        Window w;
        w.show(ViewId::of(w.inbox));
        w.window->list()->setFilter({.starredOnly = true, .tag = u"$label1"_s, .text = u"plan"_s});
        w.show(ViewId::of(w.archive));
        QVERIFY(w.window->list()->filter().isEmpty());
        w.window->list()->setFilter({.attachmentsOnly = true, .toMeOnly = true, .tag = u"$label2"_s});
        w.window->list()->findChild<QToolButton *>(u"quickFilterKeep"_s)->click();
        const PageFilter kept = w.window->list()->filter();
        w.show(ViewId::of(w.inbox));
        QCOMPARE(w.window->list()->filter(), kept);
        w.reopen();
        QVERIFY(w.window->list()->isFilterKept());
        QCOMPARE(w.window->list()->filter(), kept);
        w.window->list()->setFilterKept(false);
        w.show(ViewId::of(w.archive));
        QVERIFY(w.window->list()->filter().isEmpty());
    }
};

QTEST_MAIN(PeopleTest)
#include "people_test.moc"
