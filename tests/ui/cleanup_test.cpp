#include "tests/support/windowfixture.h"

#include "core/store/messagestore.h"
#include "core/store/pages.h"
#include "ui/actions/windowactions.h"
#include "ui/cleanup/cleanupkinds.h"
#include "ui/cleanup/cleanupwindow.h"
#include "ui/cleanup/quotameter.h"
#include "ui/cleanup/quotawords.h"
#include "ui/folders/folderpane.h"
#include "ui/messages/messagelistpane.h"
#include "ui/reader/bannerstack.h"
#include "ui/settings/settingsdialog.h"
#include "ui/window/mainwindow.h"
#include "ui/window/notices.h"
#include "ui/window/statusstrip.h"
#include "ui/window/windowdialogs.h"

#include <QComboBox>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

constexpr quint32 Mb = 1 << 20;

// Two accounts, a shop that writes a lot, a few large messages, and the window over them.
struct Desk {
    Desk()
    {
        work = account(u"work"_s, u"Work"_s);
        home = account(u"home"_s, u"Home"_s);
        inbox = fixture.addFolder(work, u"INBOX"_s, FolderRole::Inbox);
        archive = fixture.addFolder(work, u"Archive"_s, FolderRole::Archive);
        trash = fixture.addFolder(work, u"Trash"_s, FolderRole::Trash);
        homeInbox = fixture.addFolder(home, u"INBOX"_s, FolderRole::Inbox);
        fixture.addFolder(home, u"Trash"_s, FolderRole::Trash);
        video = add(inbox, u"Mia Wolf"_s, u"mia@example.org"_s, u"Video"_s, 30 * Mb, 20);
        plan = add(homeInbox, u"Lars Hansen"_s, u"lars@example.net"_s, u"Plan"_s, 5 * Mb, 10);
        for (int i = 0; i < 12; ++i)
            letters.append(
                add(inbox, u"Shop"_s, u"newsletter@shop.example"_s, u"Offer %1"_s.arg(i), Mb / 2, 300 + i));
        old = add(trash, u"Mia Wolf"_s, u"mia@example.org"_s, u"Old"_s, 2 * Mb, 40);
        engine().writeTo(&fixture.database());
        WindowSetup setup;
        setup.configDirectory = fixture.directory();
        setup.cacheDirectory = fixture.directory();
        setup.theme = Theme::Light;
        window = std::make_unique<MainWindow>(&engine(), setup);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qFatal("no window");
    }

    AccountId account(const QString &key, const QString &name)
    {
        AccountSettings settings;
        settings.key = key;
        settings.name = name;
        settings.address = key + "@example.org"_L1;
        return fixture.addAccount(settings);
    }
    MessageId add(FolderId folder, const QString &name, const QString &email, const QString &subject,
                  quint32 size, int daysAgo)
    {
        NewMessage m;
        m.uid = Uid(++uid);
        m.size = size;
        m.digest.from = {name, email};
        m.digest.subject = subject;
        m.digest.date = QDateTime::currentSecsSinceEpoch() - daysAgo * 86'400LL;
        m.digest.messageIdHash = m.digest.headerHash = 7000 + uid;
        Transaction txn(fixture.database());
        MessageStore messages(fixture.database());
        messages.insert(folder, {m}, Threading::Now);
        const auto known = messages.known(folder, UidSet::range(uid, uid));
        if (known.size() != 1 || !txn.commit())
            qFatal("message");
        return known.first().id;
    }
    FakeEngine &engine() { return fixture.engine(); }
    CleanupWindow *open()
    {
        window->actions()->cleanUp->trigger();
        auto *cleanup = window->findChild<CleanupWindow *>();
        if (!cleanup)
            qFatal("no Clean up");
        return cleanup;
    }
    FolderId folderOf(MessageId id) { return Pages(fixture.database()).message(id)->folder; }
    static AccountQuota quota(AccountId account, const QString &key, quint64 usedMb, quint64 limitMb)
    {
        return {account,
                key,
                QDateTime::currentMSecsSinceEpoch(),
                {{{}, u"STORAGE"_s, usedMb * 1024, limitMb * 1024}}};
    }

    WindowFixture fixture;
    AccountId work{}, home{};
    FolderId inbox{}, archive{}, trash{}, homeInbox{};
    MessageId video{}, plan{}, old{};
    QList<MessageId> letters;
    std::unique_ptr<MainWindow> window;
    quint32 uid = 500;
};

QStringList titles(const CleanupWindow *cleanup)
{
    QStringList out;
    for (int i = 0; i < cleanup->model()->rowCount(); ++i)
        out.append(cleanup->model()->index(i, CleanupModel::Title).data().toString());
    return out;
}

QString text(const QObject *window, QLatin1StringView label)
{
    const auto *found = window->findChild<QLabel *>(label);
    return found ? found->text() : QString();
}

void selectRow(CleanupWindow *cleanup, int row)
{
    cleanup->list()->selectionModel()->setCurrentIndex(
        cleanup->model()->index(row, 0), QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

} // namespace

// Clean up and the room on servers, through the real window.
class CleanupUiTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void the_largest_messages_come_first_and_trash_is_left_out()
    {
        Desk d;
        CleanupWindow *cleanup = d.open();
        QTRY_COMPARE(titles(cleanup).value(0), u"Video"_s);
        QTRY_COMPARE(titles(cleanup).value(1), u"Plan"_s);
        QCOMPARE(cleanup->model()->rowCount(), 14);
        QVERIFY(!titles(cleanup).contains(u"Old"_s));
        QCOMPARE(cleanup->model()->index(0, CleanupModel::Size).data().toString(), u"30 MB"_s);
    }

    void one_account_alone_can_be_looked_at()
    {
        Desk d;
        CleanupWindow *cleanup = d.open();
        QTRY_COMPARE(cleanup->model()->rowCount(), 14);
        cleanup->setAccount(u"home"_s);
        QTRY_COMPARE(cleanup->model()->rowCount(), 1);
        QTRY_COMPARE(titles(cleanup), (QStringList{u"Plan"_s}));
    }

    void a_group_is_deleted_as_a_whole_and_comes_back_with_undo()
    {
        Desk d;
        CleanupWindow *cleanup = d.open();
        cleanup->setKind(CleanupKind::Newsletters);
        QTRY_COMPARE(cleanup->model()->rowCount(), 1);
        QCOMPARE(cleanup->model()->index(0, CleanupModel::Unopened).data().toString(), u"all 12"_s);
        selectRow(cleanup, 0);
        QCOMPARE(text(cleanup, "cleanupSum"_L1), u"12 message(s), 6 MB selected"_s);
        cleanup->list()->setFocus();
        QTest::keyClick(cleanup->list(), Qt::Key_Delete);
        QTRY_COMPARE(d.engine().intents.size(), 1);
        QCOMPARE(d.engine().intents.first().kind, Intent::Kind::Delete);
        QCOMPARE(d.engine().intents.first().messages.size(), 12);
        for (const MessageId id : std::as_const(d.letters))
            QCOMPARE(d.folderOf(id), d.trash);
        QTRY_COMPARE(cleanup->model()->rowCount(), 0);
        // It says that the room is not free yet, and how it will be.
        auto *banner = cleanup->findChild<Banner *>("cleanupDone"_L1);
        QVERIFY(banner);
        QVERIFY2(banner->text().contains("Trash is emptied"_L1), qPrintable(banner->text()));
        QTest::keyClick(cleanup, Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(d.engine().undos.size(), 1);
        QTRY_COMPARE(cleanup->model()->rowCount(), 1);
        for (const MessageId id : std::as_const(d.letters))
            QCOMPARE(d.folderOf(id), d.inbox);
    }

    void emptying_the_trash_is_asked_for_and_done()
    {
        Desk d;
        CleanupWindow *cleanup = d.open();
        cleanup->setKind(CleanupKind::Waste);
        QTRY_COMPARE(cleanup->model()->rowCount(), 1);
        selectRow(cleanup, 0);
        auto *remove = cleanup->findChild<QPushButton *>("cleanupDelete"_L1);
        QCOMPARE(remove->accessibleName(), u"Empty"_s);
        QVERIFY(!cleanup->findChild<QPushButton *>("cleanupArchive"_L1)->isEnabled());
        remove->click();
        auto *question = cleanup->findChild<QMessageBox *>("emptyQuestion"_L1);
        QVERIFY(question);
        QVERIFY(question->text().contains("2 MB"_L1));
        QVERIFY(d.engine().intents.isEmpty());
        for (auto *button : question->buttons()) {
            if (question->buttonRole(button) == QMessageBox::DestructiveRole)
                button->click();
        }
        QTRY_COMPARE(d.engine().intents.size(), 1);
        QCOMPARE(d.engine().intents.first().kind, Intent::Kind::EmptyFolder);
        QCOMPARE(d.engine().intents.first().folder, d.trash);
    }

    void a_sender_opens_to_its_messages_and_back()
    {
        Desk d;
        CleanupWindow *cleanup = d.open();
        cleanup->setKind(CleanupKind::Senders);
        QTRY_COMPARE(cleanup->model()->rowCount(), 3);
        QVERIFY(titles(cleanup).first().contains("mia@example.org"_L1));
        selectRow(cleanup, 1);
        QVERIFY(titles(cleanup).at(1).contains("shop.example"_L1));
        cleanup->list()->setFocus();
        QTest::keyClick(cleanup->list(), Qt::Key_Return);
        QTRY_COMPARE(cleanup->model()->rowCount(), 12);
        QTRY_VERIFY(titles(cleanup).contains(u"Offer 3"_s));
        selectRow(cleanup, 0);
        cleanup->findChild<QPushButton *>("cleanupArchive"_L1)->click();
        QTRY_COMPARE(d.engine().intents.size(), 1);
        QCOMPARE(d.engine().intents.first().kind, Intent::Kind::Archive);
        QCOMPARE(d.engine().intents.first().messages.size(), 1);
        QTest::keyClick(cleanup->list(), Qt::Key_Backspace);
        QTRY_COMPARE(cleanup->model()->rowCount(), 3);
    }

    void a_message_is_shown_in_the_list()
    {
        Desk d;
        CleanupWindow *cleanup = d.open();
        QTRY_COMPARE(titles(cleanup).value(1), u"Plan"_s);
        selectRow(cleanup, 1);
        cleanup->findChild<QPushButton *>("cleanupShow"_L1)->click();
        QTRY_COMPARE(d.window->folders()->currentView(), ViewId::of(d.homeInbox));
        QTRY_COMPARE(d.window->list()->currentMessage(), d.plan);
    }

    void the_selection_stays_when_other_mail_comes()
    {
        Desk d;
        CleanupWindow *cleanup = d.open();
        QTRY_COMPARE(cleanup->model()->rowCount(), 14);
        selectRow(cleanup, 1);
        const MessageId chosen = cleanup->model()->line(cleanup->list()->currentIndex())->message;
        ChangeSet changes;
        MessageChange change;
        change.id = d.add(d.inbox, u"Mia Wolf"_s, u"mia@example.org"_s, u"New"_s, 10 * Mb, 0);
        change.isVisible = true;
        changes.messages.append(change);
        Q_EMIT d.engine().changed(changes);
        QTRY_COMPARE(cleanup->model()->rowCount(), 15);
        const auto rows = cleanup->list()->selectionModel()->selectedRows();
        QCOMPARE(rows.size(), 1);
        QCOMPARE(cleanup->model()->line(rows.first())->message, chosen);
        QCOMPARE(rows.first().row(), 2);
    }

    void what_is_not_listed_yet_is_said()
    {
        Desk d;
        {
            Transaction txn(d.fixture.database());
            QVERIFY(d.fixture.database().execute(
                "UPDATE folder SET low_uid=400, server_total=5000 WHERE role=1"));
            QVERIFY(txn.commit());
        }
        CleanupWindow *cleanup = d.open();
        QTRY_VERIFY(cleanup->findChild<QLabel *>("cleanupShare"_L1)->isVisible());
        QVERIFY(text(cleanup, "cleanupShare"_L1).contains("10,00"_L1));
    }

    void the_meter_is_of_the_account_on_screen_and_of_the_fullest_in_unified_views()
    {
        Desk d;
        auto *meter = d.window->status()->quota();
        QVERIFY(!meter->isVisible());
        d.engine().fakeStorageUse.tell(Desk::quota(d.work, u"work"_s, 2150, 10'240));
        d.engine().fakeStorageUse.tell(Desk::quota(d.home, u"home"_s, 900, 1000));
        QVERIFY(meter->isVisible());
        QCOMPARE(meter->text(), u"900/1,000 MB"_s);
        d.window->folders()->selectView(ViewId::of(d.inbox));
        QCOMPARE(meter->text(), u"2.1/10 GB"_s);
        QVERIFY(meter->accessibleName().contains("Work"_L1)
                && meter->accessibleName().contains("2.1 of 10 GB"_L1));
        QVERIFY(meter->toolTip().contains("20 %"_L1));
        meter->click();
        auto *cleanup = d.window->findChild<CleanupWindow *>();
        QVERIFY(cleanup);
        QCOMPARE(cleanup->findChild<QComboBox *>("cleanupAccount"_L1)->currentData().toString(), u"work"_s);
        QVERIFY(text(cleanup, "cleanupQuota"_L1).contains("2.1 of 10 GB"_L1));
    }

    void a_crossing_is_said_in_words_and_goes_when_there_is_room()
    {
        Desk d;
        d.engine().fakeStorageUse.tell(Desk::quota(d.work, u"work"_s, 9830, 10'240), QuotaNearlyFull);
        auto *banner = d.window->notices()->find(u"quota:work"_s);
        QVERIFY(banner);
        QCOMPARE(banner->text(), u"Work is 95 % full: 9.6 of 10 GB."_s);
        QPushButton *cleanUp = nullptr;
        for (auto *button : banner->findChildren<QPushButton *>()) {
            if (button->text().contains("Clean Up"_L1))
                cleanUp = button;
        }
        QVERIFY(cleanUp);
        cleanUp->click();
        QVERIFY(d.window->findChild<CleanupWindow *>());
        QVERIFY(d.window->folders()
                    ->model()
                    ->indexOfKey(u"account:work"_s)
                    .data(Qt::ToolTipRole)
                    .toString()
                    .contains("9.6 of 10 GB"_L1));
        d.engine().fakeStorageUse.tell(Desk::quota(d.work, u"work"_s, 1000, 10'240));
        QVERIFY(!d.window->notices()->find(u"quota:work"_s));
    }

    void a_refusal_for_want_of_room_leads_to_clean_up()
    {
        Desk d;
        Q_EMIT d.engine().notice({ErrorKind::Refused, u"The mailbox is full."_s, u"OVERQUOTA"_s});
        bool offered = false;
        for (auto *button : d.window->notices()->findChildren<QPushButton *>())
            offered = offered || button->text().contains("Clean Up"_L1);
        QVERIFY(offered);
    }

    void room_reads_as_providers_write_it_data()
    {
        QTest::addColumn<quint64>("used");
        QTest::addColumn<quint64>("limit");
        QTest::addColumn<QString>("words");
        constexpr quint64 Gb = 1 << 20; // in units of 1024 octets
        QTest::newRow("UX") << quint64(2.1 * Gb) << 10 * Gb << u"2.1/10 GB"_s;
        QTest::newRow("full") << 10 * Gb << 10 * Gb << u"10/10 GB"_s;
        QTest::newRow("Gmail") << quint64(14.75 * Gb) << 15 * Gb << u"14.8/15 GB"_s;
        QTest::newRow("small") << quint64(512) << quint64(2048) << u"0.5/2 MB"_s;
        QTest::newRow("tiny") << quint64(5) << quint64(10) << u"5/10 KB"_s;
        QTest::newRow("large") << 1100 * Gb << 2048 * Gb << u"1.1/2 TB"_s;
    }
    void room_reads_as_providers_write_it()
    {
        QFETCH(quint64, used);
        QFETCH(quint64, limit);
        QFETCH(QString, words);
        QCOMPARE(quotaShort({{}, u"STORAGE"_s, used, limit}), words);
    }

    void the_storage_page_shows_limits_and_frees_room()
    {
        Desk d;
        d.engine().fakeStorageUse.report.accounts
            = {{d.home, u"home"_s, 10 << 20, 5, 1, 1 << 20}, {d.work, u"work"_s, 80 << 20, 40, 14, 2 << 20}};
        SettingsDialog *settings = d.window->dialogs()->openSettings();
        QWidget *page = settings->findChild<QWidget *>("storagePage"_L1);
        QVERIFY(page);
        page->show();
        settings->showStorage();
        QTRY_VERIFY(d.engine().fakeStorageUse.measurements > 0);
        QStringList words;
        for (auto *label : page->findChildren<QLabel *>("roomWords"_L1))
            words.append(label->text());
        QVERIFY(words.join(u'|').contains("80 MB"_L1));
        for (auto *limit : page->findChildren<QComboBox *>("roomLimit"_L1)) {
            if (!limit->accessibleName().contains("Work"_L1))
                continue;
            limit->setCurrentIndex(limit->findData(100));
            Q_EMIT limit->activated(limit->currentIndex());
        }
        QCOMPARE(d.engine().saves.size(), 1);
        QCOMPARE(d.engine().saves.first().settings.folders.cacheLimitMb, 100);
        for (auto *button : page->findChildren<QPushButton *>("roomFree"_L1)) {
            if (button->accessibleName().contains("Work"_L1))
                button->click();
        }
        QCOMPARE(d.engine().fakeStorageUse.trims, (QList<std::pair<QString, qint64>>{{u"work"_s, 0}}));
    }
};

QTEST_MAIN(CleanupUiTest)
#include "cleanup_test.moc"
