#include "tests/support/windowfixture.h"

#include "core/account/signatures.h"
#include "core/store/accountfacts.h"
#include "ui/accounts/accountcommands.h"
#include "ui/accounts/accountdialog.h"
#include "ui/accounts/accountspage.h"
#include "ui/accounts/folderticks.h"
#include "ui/folders/folderpane.h"
#include "ui/reader/bannerstack.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QTabWidget>
#include <QTest>
#include <QTextEdit>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

template <class T> T *part(QWidget *where, const char *name)
{
    T *found = where->findChild<T *>(QString::fromLatin1(name));
    if (!found)
        qFatal("no %s", name);
    return found;
}

AccountSettings account(const QString &key)
{
    AccountSettings a;
    a.key = key;
    a.name = key == u"work"_s ? u"Work"_s : key;
    a.address = key + u"@example.org"_s;
    a.color = u"#3b82d6"_s;
    a.imap = {u"imap.example.org"_s, 993, ConnectionSecurity::Tls, u"anna"_s};
    a.smtp = {u"smtp.example.org"_s, 465, ConnectionSecurity::Tls, u"anna"_s};
    return a;
}

// A profile with one account and folders as a German server names them.
struct Desk {
    explicit Desk(AccountSettings settings = account(u"work"_s))
    {
        id = fixture.addAccount(settings);
        inbox = fixture.addFolder(id, u"INBOX"_s, FolderRole::Inbox);
        drafts = fixture.addFolder(id, u"Entwürfe"_s, FolderRole::Drafts);
        trash = fixture.addFolder(id, u"Papierkorb"_s, FolderRole::Trash);
        lists = fixture.addFolder(id, u"Lists"_s, FolderRole::None);
        kde = fixture.addFolder(id, u"Lists/KDE"_s, FolderRole::None);
        shared = fixture.addFolder(id, u"Other Users/bob"_s, FolderRole::None);
        Transaction txn(fixture.database());
        for (const FolderId folder : {inbox, drafts, lists, kde, shared})
            AccountFacts(fixture.database())
                .setTold(folder, folder == inbox ? FolderRole::Inbox : FolderRole::None);
        AccountFacts(fixture.database()).setTold(trash, FolderRole::Trash);
        if (!txn.commit())
            qFatal("facts");
    }
    AccountDialog *edit()
    {
        const AccountDialogParts parts{&fixture.database(), false, signaturesFile()};
        dialog.reset(
            new AccountDialog(&fixture.engine(), fixture.engine().accountList.first(), nullptr, parts));
        dialog->setAttribute(Qt::WA_DeleteOnClose, false);
        dialog->show();
        return dialog.get();
    }
    QString signaturesFile() const { return fixture.directory() + "/signatures.ini"_L1; }
    AccountSettings save()
    {
        part<QPushButton>(dialog.get(), "saveAccount")->click();
        if (fixture.engine().saves.isEmpty())
            qFatal("nothing was saved");
        return fixture.engine().saves.last().settings;
    }
    QTreeWidgetItem *line(const QString &title)
    {
        const auto found = part<FolderTicks>(dialog.get(), "folderTicks")
                               ->findItems(title, Qt::MatchExactly | Qt::MatchRecursive);
        if (found.isEmpty())
            qFatal("no line %s", qPrintable(title));
        return found.first();
    }

    WindowFixture fixture;
    std::unique_ptr<AccountDialog> dialog;
    AccountId id{};
    FolderId inbox{}, drafts{}, trash{}, lists{}, kde{}, shared{};
};

void pick(QComboBox *box, const QVariant &data)
{
    box->setCurrentIndex(box->findData(data));
    Q_EMIT box->activated(box->currentIndex());
}

} // namespace

class AccountPagesTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    // --- the account's window

    void an_account_is_edited_on_pages()
    {
        Desk desk;
        auto *tabs = part<QTabWidget>(desk.edit(), "accountTabs");
        QCOMPARE(tabs->count(), 4);
        QStringList names;
        for (int i = 0; i < tabs->count(); ++i)
            names.append(tabs->widget(i)->objectName());
        QCOMPARE(
            names,
            (QStringList{u"accountPage"_s, u"identitiesPage"_s, u"folderSettingsPage"_s, u"offlinePage"_s}));
    }

    void nothing_changed_saves_what_was_there()
    {
        AccountSettings before = account(u"work"_s);
        before.aliases = QStringList{u"\"Becker, Anna\" <sales@example.org>"_s, u"x@y.org"_s};
        before.folders.roles.insert(FolderRole::Archive, u"Lists"_s);
        before.folders.skipped = QStringList{u"Lists/KDE"_s, u"Not There"_s};
        before.folders.listDays = 200; // none of ours
        before.folders.cacheLimitMb = 70;
        Desk desk(before);
        desk.edit();
        QCOMPARE(desk.save(), before);
        QVERIFY(desk.fixture.engine().intents.isEmpty());
    }

    void choices_need_no_check_of_the_connection()
    {
        Desk desk;
        desk.edit();
        pick(part<QComboBox>(desk.dialog.get(), "listDays"), 365);
        QVERIFY(part<QPushButton>(desk.dialog.get(), "saveAccount")->isEnabled());
        const AccountSettings saved = desk.save();
        QCOMPARE(saved.folders.listDays, 365);
        QVERIFY(desk.fixture.engine().checks.isEmpty());
        QCOMPARE(desk.fixture.engine().saves.last().password, QString());
    }

    void an_account_that_was_paused_meanwhile_stays_so()
    {
        Desk desk;
        desk.edit();
        desk.fixture.engine().accountList.first().paused = true;
        QVERIFY(desk.save().paused);
    }

    void an_account_that_signs_in_by_browser_is_asked_for_no_password()
    {
        AccountSettings google = account(u"work"_s);
        google.oauth = u"google"_s;
        Desk desk(google);
        desk.edit();
        QVERIFY(!part<QLineEdit>(desk.dialog.get(), "accountPassword")->isEnabled());
        QSignalSpy wanted(desk.dialog.get(), &AccountDialog::signInRequested);
        part<QPushButton>(desk.dialog.get(), "signsInByBrowserButton1")->click();
        QCOMPARE(wanted.size(), 1);
        QCOMPARE(wanted.first().first().toString(), u"work"_s);
    }

    // --- identities

    void identities_are_added_changed_and_removed()
    {
        Desk desk;
        QWidget *dialog = desk.edit();
        auto *list = part<QListWidget>(dialog, "identityList");
        QCOMPARE(list->count(), 1);
        QVERIFY(part<QLineEdit>(dialog, "identityAddress")->isReadOnly());
        part<QPushButton>(dialog, "addIdentity")->click();
        QVERIFY(!part<QPushButton>(dialog, "saveAccount")->isEnabled()); // it has no address yet
        part<QLineEdit>(dialog, "identityName")->clear();
        QTest::keyClicks(part<QLineEdit>(dialog, "identityName"), u"Becker, Anna"_s);
        QTest::keyClicks(part<QLineEdit>(dialog, "identityAddress"), u"sales@example.org"_s);
        QVERIFY(part<QPushButton>(dialog, "saveAccount")->isEnabled());
        QCOMPARE(desk.save().aliases, QStringList{u"\"Becker, Anna\" <sales@example.org>"_s});
    }

    void the_own_address_may_get_a_name_of_its_own()
    {
        Desk desk;
        QWidget *dialog = desk.edit();
        QTest::keyClicks(part<QLineEdit>(dialog, "identityName"), u"Anna"_s);
        QCOMPARE(desk.save().aliases, QStringList{u"Anna <work@example.org>"_s});
    }

    void each_identity_has_its_signature()
    {
        Desk desk;
        QVERIFY(SignatureFile::save(desk.signaturesFile(), u"Work@example.org"_s, {u"Anna\nKiel"_s, {}}));
        auto *dialog = desk.edit();
        auto *text = part<QPlainTextEdit>(dialog, "signatureText");
        auto *html = part<QCheckBox>(dialog, "signatureAsHtml");
        auto *preview = part<QTextEdit>(dialog, "signaturePreview");
        QCOMPARE(text->toPlainText(), u"Anna\nKiel"_s);
        QVERIFY(!html->isChecked() && preview->isHidden());
        part<QPushButton>(dialog, "addIdentity")->click();
        QTest::keyClicks(part<QLineEdit>(dialog, "identityAddress"), u"sales@example.org"_s);
        QCOMPARE(text->toPlainText(), QString());
        text->setPlainText(u"Sales <Kiel>"_s);
        html->setChecked(true);
        QCOMPARE(text->toPlainText(), u"Sales &lt;Kiel&gt;"_s);
        text->setPlainText(u"<b>Sales</b><script>x()</script>"_s);
        QVERIFY(!preview->isHidden());
        QVERIFY(preview->toPlainText().contains(u"Sales"_s) && !preview->toPlainText().contains(u"x()"_s));
        part<QListWidget>(dialog, "identityList")->setCurrentRow(0);
        QCOMPARE(text->toPlainText(), u"Anna\nKiel"_s); // each its own
        QVERIFY(!html->isChecked());
        desk.save();
        const auto all = SignatureFile::load(desk.signaturesFile());
        QVERIFY(all);
        QCOMPARE(*all,
                 Signatures({{u"work@example.org"_s, {u"Anna\nKiel"_s, {}}},
                             {u"sales@example.org"_s, {{}, u"<b>Sales</b><script>x()</script>"_s}}}));
        dialog = desk.edit();
        text = part<QPlainTextEdit>(dialog, "signatureText");
        text->clear();
        desk.save();
        QVERIFY(!SignatureFile::load(desk.signaturesFile())->contains(u"work@example.org"_s));
    }

    void a_signature_that_cannot_be_kept_keeps_the_window_open()
    {
        Desk desk;
        auto *dialog = desk.edit();
        QVERIFY(QDir().mkpath(desk.signaturesFile())); // a folder where the file belongs
        part<QPlainTextEdit>(dialog, "signatureText")->setPlainText(u"Anna"_s);
        part<QPushButton>(dialog, "saveAccount")->click();
        QVERIFY(dialog->isVisible());
        QVERIFY(desk.fixture.engine().saves.isEmpty());
        QVERIFY(dialog->findChild<BannerStack *>()->find(u"signatureFailed"_s));
    }

    void identities_change_their_order()
    {
        AccountSettings settings = account(u"work"_s);
        settings.aliases = QStringList{u"a@b.org"_s, u"c@d.org"_s};
        Desk desk(settings);
        QWidget *dialog = desk.edit();
        part<QListWidget>(dialog, "identityList")->setCurrentRow(2);
        part<QPushButton>(dialog, "identityUp")->click();
        QVERIFY(!part<QPushButton>(dialog, "identityUp")->isEnabled()); // the own one stays first
        QCOMPARE(desk.save().aliases, (QStringList{u"c@d.org"_s, u"a@b.org"_s}));
    }

    // --- folders

    void the_picture_tells_where_each_role_comes_from()
    {
        AccountSettings settings = account(u"work"_s);
        settings.folders.roles.insert(FolderRole::Archive, u"Lists"_s);
        settings.folders.roles.insert(FolderRole::Junk, u"Gone"_s);
        Desk desk(settings);
        QWidget *dialog = desk.edit();
        QCOMPARE(part<QLabel>(dialog, "draftsFolderSource")->text(), u"from its name"_s);
        QVERIFY(part<QComboBox>(dialog, "draftsFolder")->currentText().contains(u"Entwürfe"_s));
        QCOMPARE(part<QLabel>(dialog, "trashFolderSource")->text(), u"from the server"_s);
        QCOMPARE(part<QLabel>(dialog, "archiveFolderSource")->text(), u"your choice"_s);
        QCOMPARE(part<QComboBox>(dialog, "archiveFolder")->currentText(), u"Lists"_s);
        QVERIFY(part<QLabel>(dialog, "junkFolderSource")->text().contains(u"not there"_s));
        QCOMPARE(part<QLabel>(dialog, "sentFolderSource")->text(), u"made when needed"_s);
    }

    void another_folder_can_be_chosen_and_the_choice_taken_back()
    {
        Desk desk;
        QWidget *dialog = desk.edit();
        pick(part<QComboBox>(dialog, "draftsFolder"), u"Lists"_s);
        QCOMPARE(part<QLabel>(dialog, "draftsFolderSource")->text(), u"your choice"_s);
        QCOMPARE(desk.save().folders.roles.value(FolderRole::Drafts), u"Lists"_s);
        dialog = desk.edit();
        pick(part<QComboBox>(dialog, "draftsFolder"), QString());
        QVERIFY(desk.save().folders.roles.isEmpty());
    }

    void a_folder_is_no_longer_kept_here()
    {
        Desk desk;
        desk.edit();
        desk.line(u"KDE"_s)->setCheckState(FolderTicks::Offline, Qt::Checked);
        desk.line(u"KDE"_s)->setCheckState(FolderTicks::Here, Qt::Unchecked);
        QCOMPARE(desk.line(u"KDE"_s)->checkState(FolderTicks::Offline), Qt::Unchecked);
        const FolderChoices saved = desk.save().folders;
        QCOMPARE(saved.skipped, QStringList{u"Lists/KDE"_s});
        QCOMPARE(saved.offline, QStringList());
    }

    void a_folder_is_kept_whole()
    {
        Desk desk;
        desk.edit();
        desk.line(u"KDE"_s)->setCheckState(FolderTicks::Here, Qt::Unchecked);
        desk.line(u"KDE"_s)->setCheckState(FolderTicks::Offline, Qt::Checked);
        const FolderChoices saved = desk.save().folders;
        QCOMPARE(saved.offline, QStringList{u"Lists/KDE"_s});
        QCOMPARE(saved.skipped, QStringList());
    }

    void the_inbox_has_no_tick_to_leave_it_away()
    {
        Desk desk;
        desk.edit();
        QVERIFY(!desk.line(u"INBOX"_s)->data(FolderTicks::Here, Qt::CheckStateRole).isValid());
    }

    void subscriptions_are_told_to_the_server_when_saved()
    {
        Desk desk;
        desk.edit();
        desk.line(u"Lists"_s)->setCheckState(FolderTicks::Subscribed, Qt::Unchecked);
        QVERIFY(desk.fixture.engine().intents.isEmpty());
        desk.save();
        QCOMPARE(desk.fixture.engine().intents.size(), 1);
        const Intent &intent = desk.fixture.engine().intents.first();
        QCOMPARE(intent.kind, Intent::Kind::Subscribe);
        QCOMPARE(intent.folder, desk.lists);
        QVERIFY(!intent.on);
    }

    void folders_of_others_stand_in_a_group_of_their_own()
    {
        Desk desk;
        desk.edit();
        QCOMPARE(desk.line(u"bob"_s)->parent()->text(0), u"Shared with you"_s);
    }

    void showing_only_subscribed_folders_is_told()
    {
        Desk desk;
        QSignalSpy told(desk.edit(), &AccountDialog::subscribedOnlyChanged);
        part<QCheckBox>(desk.dialog.get(), "subscribedOnly")->click();
        desk.save();
        QCOMPARE(told.size(), 1);
        QVERIFY(told.first().at(1).toBool());
    }

    void without_folders_the_page_says_why()
    {
        WindowFixture fixture;
        const AccountSettings settings = account(u"work"_s);
        fixture.addAccount(settings);
        AccountDialog dialog(&fixture.engine(), settings, nullptr, {&fixture.database(), false});
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QVERIFY(!part<QLabel>(&dialog, "noFoldersYet")->isHidden());
        QVERIFY(!part<FolderTicks>(&dialog, "folderTicks")->isEnabled());
    }

    // --- the list of accounts

    void accounts_are_paused_and_go_on()
    {
        FakeEngine engine;
        engine.accountList = {account(u"work"_s), account(u"home"_s)};
        AccountsPage page(&engine);
        part<QPushButton>(&page, "pauseAccount")->click();
        QVERIFY(engine.accountList.first().paused);
        QVERIFY(part<QListWidget>(&page, "accountList")->item(0)->text().contains(u"paused"_s));
        part<QPushButton>(&page, "pauseAccount")->click();
        QVERIFY(!engine.accountList.first().paused);
        QCOMPARE(engine.saves.last().password, QString());
    }

    void accounts_are_sorted_by_buttons()
    {
        FakeEngine engine;
        engine.accountList = {account(u"a"_s), account(u"b"_s), account(u"c"_s)};
        AccountsPage page(&engine);
        part<QListWidget>(&page, "accountList")->setCurrentRow(2);
        QVERIFY(!part<QPushButton>(&page, "accountDown")->isEnabled());
        part<QPushButton>(&page, "accountUp")->click();
        QCOMPARE(engine.orders.last(), (QStringList{u"a"_s, u"c"_s, u"b"_s}));
        part<QPushButton>(&page, "accountUp")->click();
        QCOMPARE(engine.orders.last(), (QStringList{u"c"_s, u"a"_s, u"b"_s}));
        QVERIFY(!part<QPushButton>(&page, "accountUp")->isEnabled());
    }

    void accounts_are_sorted_by_dragging()
    {
        FakeEngine engine;
        engine.accountList = {account(u"a"_s), account(u"b"_s), account(u"c"_s)};
        AccountsPage page(&engine);
        auto *list = part<QListWidget>(&page, "accountList");
        QVERIFY(list->model()->moveRow({}, 0, {}, 3)); // what a drop does
        QCOMPARE(engine.orders.last(), (QStringList{u"b"_s, u"c"_s, u"a"_s}));
    }

    void what_waits_unsent_is_said_before_an_account_goes()
    {
        Desk desk;
        const MessageId mail = desk.fixture.add(desk.inbox, u"Lars"_s, u"Hello"_s, 5);
        desk.fixture.add(desk.inbox, u"Lars"_s, u"Again"_s, 6);
        desk.fixture.engine().setFlags({mail}, Flag::Flagged, true);
        AccountsPage page(&desk.fixture.engine());
        page.setDatabase([&desk] { return &desk.fixture.database(); });
        part<QPushButton>(&page, "removeAccount")->click();
        const QString text = page.findChild<BannerStack *>()->find(u"removeQuestion"_s)->text();
        QVERIFY2(text.contains(u"2 message"_s), qPrintable(text));
        QVERIFY2(text.contains(u"1 change"_s), qPrintable(text));
        QVERIFY(desk.fixture.engine().removed.isEmpty());
    }

    // --- the folder pane

    void the_panes_menu_pauses_an_account_and_leaves_a_folder_on_the_server()
    {
        Desk desk;
        FolderPane pane;
        pane.setDatabase(&desk.fixture.database());
        pane.setAccounts(desk.fixture.engine().accounts());
        AccountCommands commands(&desk.fixture.engine(), &pane, &pane, &pane);
        pane.tree()->setCurrentIndex(pane.model()->indexOfKey(u"account:work"_s));
        QMenu accountMenu;
        Q_EMIT pane.menuAboutToShow(&accountMenu);
        commandOf(&accountMenu, "pauseThisAccount")->trigger();
        QVERIFY(desk.fixture.engine().accountList.first().paused);

        QVERIFY(pane.selectView(ViewId::of(desk.kde)));
        QMenu folderMenu;
        Q_EMIT pane.menuAboutToShow(&folderMenu);
        commandOf(&folderMenu, "keepFolderHere")->trigger();
        QCOMPARE(desk.fixture.engine().accountList.first().folders.skipped, QStringList{u"Lists/KDE"_s});
        pane.setAccounts(desk.fixture.engine().accounts());
        QVERIFY(!pane.selectView(ViewId::of(desk.kde)) || pane.currentView() != ViewId::of(desk.kde)
                || !pane.model()->view(pane.tree()->currentIndex()));
        const QModelIndex line = pane.model()->indexOf(ViewId::of(desk.kde));
        QVERIFY(line.data(Qt::ToolTipRole).toString().contains(u"not kept"_s));
        QVERIFY(!line.data(FolderModel::UsableRole).toBool());
    }

    void the_question_before_removing_comes_once_over_the_window()
    {
        Desk desk;
        QWidget window;
        FolderPane pane(&window);
        pane.setDatabase(&desk.fixture.database());
        pane.setAccounts(desk.fixture.engine().accounts());
        window.show();
        AccountCommands commands(&desk.fixture.engine(), &pane, &window, &window);
        commands.askRemove(u"work"_s);
        QTRY_VERIFY(window.findChild<QWidget *>(u"removeAccountQuestion"_s));
        QVERIFY(desk.fixture.engine().removed.isEmpty());
    }

    void only_subscribed_folders_show_where_the_person_wants_that()
    {
        Desk desk;
        {
            Transaction txn(desk.fixture.database());
            FolderStore(desk.fixture.database()).setSubscribed(desk.kde, false);
            FolderStore(desk.fixture.database()).setSubscribed(desk.trash, false);
            QVERIFY(txn.commit());
        }
        FolderPane pane;
        pane.setDatabase(&desk.fixture.database());
        pane.setAccounts(desk.fixture.engine().accounts());
        QVERIFY(pane.model()->indexOf(ViewId::of(desk.kde)).isValid());
        pane.setSubscribedOnly(u"work"_s, true);
        QVERIFY(!pane.model()->indexOf(ViewId::of(desk.kde)).isValid());
        QVERIFY(pane.model()->indexOf(ViewId::of(desk.lists)).isValid());
        QVERIFY(pane.model()->indexOf(ViewId::of(desk.trash)).isValid()); // it has a use
        pane.setSubscribedOnly(u"work"_s, false);
        QVERIFY(pane.model()->indexOf(ViewId::of(desk.kde)).isValid());
    }

private:
    static QAction *commandOf(QMenu *menu, const char *name)
    {
        auto *action = menu->findChild<QAction *>(QString::fromLatin1(name));
        if (!action)
            qFatal("no %s", name);
        return action;
    }
};

QTEST_MAIN(AccountPagesTest)
#include "accountpages_test.moc"
