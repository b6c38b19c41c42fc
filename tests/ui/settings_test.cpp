#include "tests/support/windowfixture.h"

#include "core/settings/settingsbundle.h"
#include "core/settings/settingsfile.h"
#include "ui/actions/windowactions.h"
#include "ui/folders/folderpane.h"
#include "ui/messages/messagelistpane.h"
#include "ui/messages/messagelistview.h"
#include "ui/reader/messagepage.h"
#include "ui/reader/plaintextview.h"
#include "ui/reader/readerpane.h"
#include "ui/settings/importdialog.h"
#include "ui/settings/settingrow.h"
#include "ui/settings/settingsdialog.h"
#include "ui/settings/settingspage.h"
#include "ui/settings/shortcutkeys.h"
#include "ui/window/mainwindow.h"
#include "ui/window/settingstransfer.h"
#include "ui/window/windowdialogs.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMessageBox>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>
#include <QTreeWidget>
#include <QWheelEvent>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

struct Settings {
    Settings()
    {
        AccountSettings work;
        work.key = u"work"_s;
        work.name = u"Work"_s;
        work.address = u"anna@example.org"_s;
        work.imap = {u"imap.example.org"_s, 993, ConnectionSecurity::Tls, u"anna@example.org"_s};
        const AccountId account = fixture.addAccount(work);
        const FolderId inbox = fixture.addFolder(account, u"INBOX"_s, FolderRole::Inbox);
        mail = fixture.add(inbox, u"Mia Wolf"_s, u"Lunch"_s, 20);
        trash = fixture.addFolder(account, u"Trash"_s, FolderRole::Trash);
        trashed = fixture.add(trash, u"Tom Ray"_s, u"Old"_s, 30);
        open();
    }

    void open()
    {
        WindowSetup setup;
        setup.configDirectory = fixture.directory();
        setup.cacheDirectory = fixture.directory();
        setup.logDirectory = fixture.directory() + "/log"_L1;
        window = std::make_unique<MainWindow>(&fixture.engine(), setup);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qFatal("no window");
        dialog = window->dialogs()->openSettings();
        if (!QTest::qWaitForWindowExposed(dialog))
            qFatal("no dialog");
        window->activateWindow();
        dialog->activateWindow();
    }

    void reopen()
    {
        window->close();
        window.reset();
        open();
    }

    template <class Widget> Widget *find(const QString &name) const
    {
        return dialog->findChild<Widget *>(name);
    }
    QLineEdit *search() const { return find<QLineEdit>(u"settingsSearch"_s); }
    QListWidget *categories() const { return find<QListWidget>(u"settingsCategories"_s); }
    QString category() const
    {
        const QListWidgetItem *item = categories()->currentItem();
        return item ? item->text() : QString();
    }
    QStringList shownCategories() const
    {
        QStringList shown;
        for (int i = 0; i < categories()->count(); ++i) {
            if (!categories()->item(i)->isHidden())
                shown.append(categories()->item(i)->text());
        }
        return shown;
    }
    void choose(const QString &name, int value) const
    {
        auto *box = find<QComboBox>(name);
        if (!box || box->findData(value) < 0)
            qFatal("no such choice");
        box->setCurrentIndex(box->findData(value));
    }
    void tick(const QString &name) const { find<QCheckBox>(name)->click(); }
    QString value(const QString &key) const { return SettingsFile::load(fixture.directory()).value(key); }

    WindowFixture fixture;
    FolderId trash;
    MessageId mail, trashed;
    std::unique_ptr<MainWindow> window;
    SettingsDialog *dialog = nullptr;
};

// Another value than the one that is there, for whatever kind of control it is.
void changeControl(QWidget *control)
{
    if (auto *box = qobject_cast<QComboBox *>(control))
        box->setCurrentIndex((box->currentIndex() + 1) % box->count());
    else if (auto *tick = qobject_cast<QCheckBox *>(control))
        tick->click();
    else
        qFatal("a control of no known kind");
}

QString valueOf(QWidget *control)
{
    if (const auto *box = qobject_cast<QComboBox *>(control))
        return box->currentText();
    const auto *tick = qobject_cast<QCheckBox *>(control);
    return tick && tick->isChecked() ? u"on"_s : u"off"_s;
}

} // namespace

class SettingsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void every_key_of_the_file_has_its_row()
    {
        Settings s;
        QStringList keys;
        for (const SettingsPage *page : s.dialog->pages())
            keys += page->keys();
        keys.sort();
        QCOMPARE(keys, usualSettings().keys());
    }

    void every_setting_is_found_by_its_label()
    {
        Settings s;
        for (SettingsPage *page : s.dialog->pages()) {
            for (const QString &key : page->keys()) {
                const QString label = page->labelOf(key);
                QVERIFY2(!label.isEmpty(), qPrintable(key));
                s.search()->setText(label);
                QVERIFY2(s.shownCategories().contains(page->title()), qPrintable(label));
                const auto rows = page->findChildren<SettingRow *>();
                QVERIFY(std::ranges::any_of(
                    rows, [&](const SettingRow *row) { return row->key() == key && row->isMarked(); }));
            }
        }
    }

    // Change, saved at once, shown again by a window opened anew.
    void every_setting_is_saved_as_it_is_changed_and_comes_back()
    {
        QStringList keys = usualSettings().keys();
        Settings s;
        QHash<QString, QString> chosen;
        for (const QString &key : keys) {
            for (SettingRow *row : s.dialog->findChildren<SettingRow *>()) {
                if (row->key() != key)
                    continue;
                const QString before = s.value(key);
                changeControl(row->control());
                QVERIFY2(s.value(key) != before, qPrintable(key));
                chosen.insert(key, valueOf(row->control()));
            }
        }
        QCOMPARE(chosen.size(), keys.size());
        const UiSettings now = s.window->settings();
        s.reopen();
        QCOMPARE(s.window->settings(), now);
        for (const SettingRow *row : s.dialog->findChildren<SettingRow *>()) {
            if (!row->key().isEmpty())
                QCOMPARE(valueOf(row->control()), chosen.value(row->key()));
        }
        s.choose(u"theme"_s, int(Theme::Light)); // as the other tests like it
    }

    void words_that_people_use_find_a_setting_data()
    {
        QTest::addColumn<QString>("words");
        QTest::addColumn<QString>("category");
        const QList<std::pair<const char *, const char *>> rows{{"dark", "Appearance"},
                                                                {"DARK", "Appearance"},
                                                                {"night", "Appearance"},
                                                                {"threads", "Appearance"},
                                                                {"font size list", "Appearance"},
                                                                {"font", "Reading"},
                                                                {"html", "Reading"},
                                                                {"unread", "Reading"},
                                                                {"key", "Shortcuts"},
                                                                {"keyboard", "Shortcuts"},
                                                                {"archive", "Shortcuts"},
                                                                {"signature", "Composing"},
                                                                {"password", "Accounts"},
                                                                {"tracking", "Privacy"},
                                                                {"log", "Privacy"},
                                                                {"label", "Tags"},
                                                                {"disk", "Storage"},
                                                                {"offline", "General"},
                                                                {"backup", "General"},
                                                                {"deutsch", "General"},
                                                                {"confirm", "Organising"}};
        for (const auto &[words, category] : rows)
            QTest::newRow(words) << QString::fromLatin1(words) << QString::fromLatin1(category);
    }
    void words_that_people_use_find_a_setting()
    {
        QFETCH(QString, words);
        QFETCH(QString, category);
        Settings s;
        s.search()->setText(words);
        QVERIFY2(s.shownCategories().contains(category), qPrintable(s.shownCategories().join(u", "_s)));
    }

    void categories_without_hits_vanish_and_what_is_found_is_marked()
    {
        Settings s;
        QTest::keyClicks(s.search(), u"theme"_s);
        QCOMPARE(s.shownCategories(), QStringList{u"Appearance"_s});
        QCOMPARE(s.category(), u"Appearance"_s);
        auto *row = s.find<SettingRow>(u"themeRow"_s);
        QVERIFY(row->isMarked());
        QVERIFY(row->isVisible());
        QVERIFY(!s.find<SettingRow>(u"densityRow"_s)->isMarked());
        QTest::keyClick(s.search(), Qt::Key_Escape);
        QVERIFY(s.dialog->isVisible());
        QVERIFY(s.search()->text().isEmpty());
        QCOMPARE(s.shownCategories().size(), s.dialog->pages().size());
        QVERIFY(!row->isMarked());
    }

    void nothing_found_says_so()
    {
        Settings s;
        s.search()->setText(u"zeppelin"_s);
        QVERIFY(s.shownCategories().isEmpty());
        QVERIFY(s.find<QWidget>(u"settingsNothing"_s)->isVisible());
        QVERIFY(s.find<QLabel>(u"settingsNothingText"_s)->text().contains(u"zeppelin"_s));
        s.find<QPushButton>(u"settingsShowAll"_s)->click();
        QCOMPARE(s.shownCategories().size(), s.dialog->pages().size());
        QVERIFY(!s.find<QWidget>(u"settingsNothing"_s)->isVisible());
    }

    void the_keyboard_does_it_all()
    {
        Settings s;
        QVERIFY(QTest::qWaitForWindowActive(s.dialog));
        QVERIFY(s.search()->hasFocus());
        QTest::keyClick(s.search(), Qt::Key_Down);
        QCOMPARE(s.category(), u"Appearance"_s);
        QTest::keyClicks(s.search(), u"mark as read"_s);
        QCOMPARE(s.category(), u"Reading"_s);
        QTest::keyClick(s.search(), Qt::Key_Return);
        QVERIFY(s.find<QComboBox>(u"markReadDelay"_s)->hasFocus());
        QTest::keyClick(s.dialog->focusWidget(), Qt::Key_F, Qt::ControlModifier);
        QVERIFY(s.search()->hasFocus());
        QTest::keyClick(s.search(), Qt::Key_Escape);
        QTest::keyClick(s.search(), Qt::Key_Tab);
        QVERIFY(s.categories()->hasFocus());
        QTest::keyClick(s.categories(), Qt::Key_Home);
        QTest::keyClick(s.categories(), Qt::Key_Tab);
        QVERIFY(s.find<QComboBox>(u"language"_s)->hasFocus());
        QPointer<SettingsDialog> dialog = s.dialog;
        QTest::keyClick(s.dialog->focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!dialog);
    }

    void the_wheel_changes_nothing()
    {
        Settings s;
        s.dialog->showPage("lookPage"_L1);
        auto *box = s.find<QComboBox>(u"density"_s);
        const int before = box->currentIndex();
        QWheelEvent wheel(box->rect().center(), box->mapToGlobal(box->rect().center()), {0, -120}, {0, -120},
                          Qt::NoButton, Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(box, &wheel);
        QCOMPARE(box->currentIndex(), before);
    }

    void what_is_changed_in_a_menu_shows_in_the_open_window()
    {
        Settings s;
        s.window->actions()->table->trigger();
        QCOMPARE(s.find<QComboBox>(u"listMode"_s)->currentData().toInt(), int(ListMode::Table));
        s.window->actions()->dateGroups->trigger();
        QVERIFY(!s.find<QCheckBox>(u"dateGroups"_s)->isChecked());
        QVERIFY(!s.window->settings().dateGroups);
        QCOMPARE(s.window->settings().listMode, ListMode::Table);
    }

    void the_lists_letters_grow_at_once()
    {
        Settings s;
        MessageListView *list = s.window->list()->listView();
        const qreal usual = list->font().pointSizeF();
        s.choose(u"listText"_s, 130);
        QVERIFY(qAbs(list->font().pointSizeF() - usual * 1.3) < 0.2);
        s.choose(u"listText"_s, 100);
        QCOMPARE(list->font().pointSizeF(), usual);
    }

    void the_messages_letters_grow_at_once_and_the_usual_size_is_the_chosen_one()
    {
        Settings s;
        PlainTextView *text = s.window->reader()->page()->textView();
        s.choose(u"zoom"_s, 150);
        QCOMPARE(text->zoom(), 150);
        s.window->actions()->zoomIn->trigger();
        QCOMPARE(text->zoom(), 160);
        s.window->actions()->zoomReset->trigger();
        QCOMPARE(text->zoom(), 150);
        s.reopen();
        QCOMPARE(s.window->reader()->page()->textView()->zoom(), 150);
    }

    void the_window_starts_where_it_is_told_to()
    {
        Settings s;
        s.window->folders()->selectView(ViewId::unified(FolderRole::Trash));
        const ViewId left = s.window->folders()->currentView();
        QVERIFY(left != ViewId::unified(FolderRole::Inbox));
        s.reopen();
        QCOMPARE(s.window->folders()->currentView(), left);
        s.choose(u"startView"_s, int(StartView::Inbox));
        s.reopen();
        QCOMPARE(s.window->folders()->currentView(), ViewId::unified(FolderRole::Inbox));
    }

    void deleting_for_good_asks_as_set_and_always_where_it_cannot_be_undone()
    {
        Settings s;
        const auto question = [&] { return s.window->findChild<QMessageBox *>(u"deleteForGood"_s); };
        QVERIFY(s.window->folders()->selectView(ViewId::of(s.trash)));
        QVERIFY(s.window->list()->selectMessage(s.trashed));
        QTRY_VERIFY(s.window->actions()->deleteForGood->isEnabled());
        s.window->list()->setFocus();
        s.window->actions()->deleteForGood->trigger();
        QVERIFY(question());
        QVERIFY(question()->informativeText().contains(u"undo"_s));
        question()->findChild<QPushButton *>(u"questionCancel"_s)->click();
        QTRY_VERIFY(!question());
        s.choose(u"expungeGrace"_s, 0);
        s.tick(u"confirmDelete"_s);
        s.window->actions()->deleteForGood->trigger();
        QVERIFY(question());
        QVERIFY(question()->informativeText().contains(u"cannot be undone"_s));
        question()->findChild<QPushButton *>(u"questionCancel"_s)->click();
        QTRY_VERIFY(!question());
        s.choose(u"expungeGrace"_s, 10);
        QVERIFY(s.fixture.engine().intents.isEmpty());
        s.window->actions()->deleteForGood->trigger();
        QVERIFY(!question());
        QCOMPARE(s.fixture.engine().intents.size(), 1);
        QCOMPARE(s.fixture.engine().intents.last().kind, Intent::Kind::Expunge);
    }

    void the_log_is_opened_by_the_desktop()
    {
        Settings s;
        // Not to the desktop of whoever runs this test.
        QObject::disconnect(s.dialog, &SettingsDialog::folderWanted, nullptr, nullptr);
        QSignalSpy again(s.dialog, &SettingsDialog::folderWanted);
        s.find<QPushButton>(u"openLog"_s)->click();
        QCOMPARE(again.size(), 1);
        QCOMPARE(again.first().first().toString(), s.fixture.directory() + "/log"_L1);
    }

    void composing_leads_to_the_accounts()
    {
        Settings s;
        s.dialog->showPage("composingPage"_L1);
        s.find<QPushButton>(u"composingAccounts"_s)->click();
        QCOMPARE(s.category(), u"Accounts"_s);
    }

    void a_key_that_belongs_to_another_action_can_be_taken_from_it()
    {
        Settings s;
        s.dialog->showKeys();
        QCOMPARE(s.category(), u"Shortcuts"_s);
        auto *list = s.find<QTreeWidget>(u"keysList"_s);
        list->setCurrentItem(list->findItems(u"Star"_s, Qt::MatchExactly | Qt::MatchRecursive).first());
        auto *take = s.find<QPushButton>(u"keyTake"_s);
        QVERIFY(!take->isVisible());
        s.find<QKeySequenceEdit>(u"keyEdit"_s)->setKeySequence(QKeySequence(Qt::Key_U));
        QVERIFY(take->isVisible());
        take->click();
        QCOMPARE(s.window->actions()->toggleStar->shortcut(), QKeySequence(Qt::Key_U));
        QVERIFY(s.window->actions()->toggleRead->shortcuts().isEmpty());
        QVERIFY(!take->isVisible());
    }

    void a_key_that_is_refused_leaves_the_old_one()
    {
        Settings s;
        s.dialog->showKeys();
        QAction *archive = s.window->actions()->archive;
        auto *list = s.find<QTreeWidget>(u"keysList"_s);
        list->setCurrentItem(list->findItems(u"Archive"_s, Qt::MatchExactly | Qt::MatchRecursive).value(0));
        auto *edit = s.find<QKeySequenceEdit>(u"keyEdit"_s);
        QTest::keyClick(edit, Qt::Key_S);
        QVERIFY(s.find<QPushButton>(u"keyTake"_s)->isVisible());
        QCOMPARE(archive->shortcut(), QKeySequence(Qt::Key_E));
        QCOMPARE(edit->keySequence(), QKeySequence(Qt::Key_E));
        QTest::keyPress(edit, Qt::Key_Control);
        QTest::keyRelease(edit, Qt::Key_Control);
        QTest::qWait(1200); // as long as Qt's field waits for more
        QCOMPARE(archive->shortcut(), QKeySequence(Qt::Key_E));
        QCOMPARE(edit->keySequence(), QKeySequence(Qt::Key_E));
        QVERIFY(!QFile::exists(s.fixture.directory() + "/shortcuts.ini"_L1));
        QTest::keyClick(edit, Qt::Key_Z);
        QCOMPARE(archive->shortcut(), QKeySequence(Qt::Key_Z));
        edit->clear();
        QCOMPARE(archive->shortcuts().size(), 0);
    }

    void actions_are_found_by_name_and_by_key()
    {
        Settings s;
        s.search()->setText(u"vanished"_s);
        QVERIFY(s.shownCategories().contains(u"Shortcuts"_s));
        s.search()->clear();
        s.dialog->showKeys();
        auto *list = s.find<QTreeWidget>(u"keysList"_s);
        auto *filter = s.find<QLineEdit>(u"keysFilter"_s);
        const auto shown = [&] {
            QStringList names;
            for (int i = 0; i < list->topLevelItemCount(); ++i) {
                const QTreeWidgetItem *section = list->topLevelItem(i);
                for (int j = 0; j < section->childCount() && !section->isHidden(); ++j) {
                    if (!section->child(j)->isHidden())
                        names.append(section->child(j)->text(0));
                }
            }
            return names;
        };
        filter->setText(u"archi"_s);
        QCOMPARE(shown(), QStringList{u"Archive"_s});
        filter->setText(u"ctrl+k"_s);
        QCOMPARE(shown(), QStringList{u"Commands and Folders…"_s});
        filter->clear();
        QVERIFY(shown().size() > 30);
    }

    void a_key_of_a_newer_version_is_kept()
    {
        Settings s;
        QVERIFY(SettingsFile::saveKeys(s.fixture.directory(), {{u"teleport"_s, u"Ctrl+T"_s}}));
        auto *keys = s.window->findChild<ShortcutKeys *>();
        QVERIFY(!keys->set(s.window->actions()->toggleStar, QKeySequence(Qt::Key_X)));
        QCOMPARE(SettingsFile::loadKeys(s.fixture.directory()),
                 (SettingValues{{u"teleport"_s, u"Ctrl+T"_s}, {u"toggleStar"_s, u"X"_s}}));
    }

    void a_text_that_names_no_key_leaves_the_usual_ones()
    {
        Settings s;
        QVERIFY(SettingsFile::saveKeys(s.fixture.directory(),
                                       {{u"archive"_s, u"Hyper+Nonsense"_s}, {u"move"_s, QString()}}));
        s.reopen();
        QCOMPARE(s.window->actions()->archive->shortcut(), QKeySequence(Qt::Key_E));
        QVERIFY(s.window->actions()->move->shortcuts().isEmpty());
    }

    void what_is_exported_is_imported_into_another_profile()
    {
        const QTemporaryDir directory;
        const QString path = directory.filePath(u"my.kittiwake-settings"_s);
        Settings from;
        from.choose(u"density"_s, int(ListDensity::Roomy));
        from.tick(u"readerBelow"_s);
        auto *keys = from.window->findChild<ShortcutKeys *>();
        QVERIFY(!keys->set(from.window->actions()->toggleStar, QKeySequence(Qt::Key_X)));
        Q_EMIT from.dialog->changeWanted([](UiSettings &s) { s.tags = {{u"own"_s, u"Own"_s, Qt::red}}; });
        QVERIFY(from.window->dialogs()->transfer()->exportTo(path));

        Settings to;
        to.fixture.engine().accountList.clear();
        ImportDialog *dialog = to.window->dialogs()->transfer()->importFrom(path, to.dialog);
        QVERIFY(dialog);
        dialog->findChild<QPushButton *>(u"importNow"_s)->click();
        QCOMPARE(to.window->settings(), from.window->settings());
        QCOMPARE(to.window->list()->looks().density, ListDensity::Roomy);
        QCOMPARE(to.window->actions()->toggleStar->shortcut(), QKeySequence(Qt::Key_X));
        QCOMPARE(to.fixture.engine().saves.size(), 1);
        QCOMPARE(to.fixture.engine().saves.first().settings.address, u"anna@example.org"_s);
        QCOMPARE(to.fixture.engine().saves.first().password, QString());
        QVERIFY(to.find<QMessageBox>(u"settingsNotice"_s)->informativeText().contains(u"asks"_s));
    }

    void an_account_that_is_here_changes_only_when_ticked()
    {
        const QTemporaryDir directory;
        const QString path = directory.filePath(u"s"_s);
        Settings s;
        SettingsBundle bundle
            = SettingsBundle::ofProfile(s.fixture.directory(), s.fixture.engine().accounts());
        bundle.accounts.first().name = u"Renamed"_s;
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bundle.toBytes());
        file.close();
        ImportDialog *dialog = s.window->dialogs()->transfer()->importFrom(path, s.dialog);
        QVERIFY(dialog->choice().accounts.isEmpty());
        QVERIFY(!dialog->findChild<QPushButton *>(u"importNow"_s)->isEnabled());
        auto *list = dialog->findChild<QTreeWidget *>(u"importList"_s);
        QCOMPARE(list->topLevelItemCount(), 1);
        QCOMPARE(list->topLevelItem(0)->child(0)->text(0), u"name: Work → Renamed"_s);
        list->topLevelItem(0)->setCheckState(0, Qt::Checked);
        QVERIFY(dialog->findChild<QPushButton *>(u"importNow"_s)->isEnabled());
        dialog->findChild<QPushButton *>(u"importNow"_s)->click();
        QCOMPARE(s.fixture.engine().saves.size(), 1);
        QCOMPARE(s.fixture.engine().saves.first().settings.name, u"Renamed"_s);
    }

    void a_new_account_tells_both_servers_that_would_get_its_password()
    {
        const QTemporaryDir directory;
        const QString path = directory.filePath(u"s"_s);
        Settings s;
        SettingsBundle bundle;
        AccountSettings fresh;
        fresh.key = u"fresh"_s;
        fresh.address = u"b@example.com"_s;
        fresh.imap = {u"imap.example.com"_s, 993, ConnectionSecurity::Tls, u"b"_s};
        fresh.smtp = {u"smtp.elsewhere.example"_s, 465, ConnectionSecurity::Tls, u"b"_s};
        bundle.accounts = {fresh};
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bundle.toBytes());
        file.close();
        ImportDialog *dialog = s.window->dialogs()->transfer()->importFrom(path, s.dialog);
        const auto *item = dialog->findChild<QTreeWidget *>(u"importList"_s)->topLevelItem(0);
        QCOMPARE(item->childCount(), 2);
        QVERIFY(item->child(0)->text(0).contains(u"imap.example.com"_s));
        QVERIFY(item->child(1)->text(0).contains(u"smtp.elsewhere.example"_s));
    }

    void clear_text_is_taken_only_with_a_tick_of_its_own()
    {
        const QTemporaryDir directory;
        const QString path = directory.filePath(u"s"_s);
        Settings s;
        SettingsBundle bundle;
        AccountSettings bare;
        bare.key = u"bare"_s;
        bare.address = u"b@example.com"_s;
        bare.imap = {u"imap.example.com"_s, 143, ConnectionSecurity::None, u"b"_s};
        bare.clearTextConfirmed = true;
        bundle.accounts = {bare};
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bundle.toBytes());
        file.close();
        ImportDialog *dialog = s.window->dialogs()->transfer()->importFrom(path, s.dialog);
        auto *list = dialog->findChild<QTreeWidget *>(u"importList"_s);
        QTreeWidgetItem *item = list->topLevelItem(0);
        QCOMPARE(item->checkState(0), Qt::Unchecked);
        item->setCheckState(0, Qt::Checked); // cannot be alone
        QCOMPARE(item->checkState(0), Qt::Unchecked);
        QTreeWidgetItem *trust = item->child(item->childCount() - 1);
        QVERIFY(trust->text(0).contains(u"clear text"_s));
        trust->setCheckState(0, Qt::Checked);
        QCOMPARE(item->checkState(0), Qt::Checked);
        QCOMPARE(dialog->choice().accounts.size(), 1);
        QVERIFY(dialog->choice().accounts.first().clearTextConfirmed);
        trust->setCheckState(0, Qt::Unchecked);
        QVERIFY(dialog->choice().accounts.isEmpty());
    }

    void a_file_that_cannot_be_used_is_told()
    {
        Settings s;
        QVERIFY(!s.window->dialogs()->transfer()->importFrom(u"/no/such/file"_s, s.dialog));
        QVERIFY(s.find<QMessageBox>(u"settingsNotice"_s)->text().contains(u"/no/such/file"_s));
        const auto done = s.window->dialogs()->transfer()->exportTo(u"/no/such/folder/x"_s);
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Storage);
    }
};

QTEST_MAIN(SettingsTest)
#include "settings_test.moc"
