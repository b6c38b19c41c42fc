#include "tests/support/windowfixture.h"

#include "core/store/actionlog.h"
#include "core/store/journalstore.h"
#include "core/store/pages.h"
#include "ui/actions/windowactions.h"
#include "ui/changes/changesdialog.h"
#include "ui/finder/finder.h"
#include "ui/folders/folderpane.h"
#include "ui/look/maildrag.h"
#include "ui/messages/messagelistpane.h"
#include "ui/messages/messagelistview.h"
#include "ui/organize/foldername.h"
#include "ui/organize/namedialog.h"
#include "ui/organize/undotoast.h"
#include "ui/reader/readerpane.h"
#include "ui/reader/tagstrip.h"
#include "ui/window/mainwindow.h"

#include <QApplication>
#include <QDropEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

// Two accounts with their folders, a few mails, and the window over them.
struct Desk {
    Desk()
    {
        AccountSettings work;
        work.key = u"work"_s;
        work.name = u"Work"_s;
        work.address = u"anna@example.org"_s;
        AccountSettings home;
        home.key = u"home"_s;
        home.name = u"Home"_s;
        home.address = u"anna@example.net"_s;
        workId = fixture.addAccount(work);
        homeId = fixture.addAccount(home);
        inbox = fixture.addFolder(workId, u"INBOX"_s, FolderRole::Inbox);
        archive = fixture.addFolder(workId, u"Archive"_s, FolderRole::Archive);
        trash = fixture.addFolder(workId, u"Trash"_s, FolderRole::Trash);
        junk = fixture.addFolder(workId, u"Junk"_s, FolderRole::Junk);
        projects = fixture.addFolder(workId, u"Projects"_s, FolderRole::None);
        alpha = fixture.addFolder(workId, u"Projects/Alpha"_s, FolderRole::None);
        homeInbox = fixture.addFolder(homeId, u"INBOX"_s, FolderRole::Inbox);
        homeArchive = fixture.addFolder(homeId, u"Archive"_s, FolderRole::Archive);
        oldest = fixture.add(inbox, u"Lars Hansen"_s, u"Deploy failed"_s, 40, quint32(Flag::Seen));
        middle = fixture.add(inbox, u"Mia Wolf"_s, u"Lunch"_s, 30);
        newest = fixture.add(homeInbox, u"Tom Ray"_s, u"Bikes"_s, 20);
    }

    void open()
    {
        window.reset();
        WindowSetup setup;
        setup.configDirectory = fixture.directory();
        setup.cacheDirectory = fixture.directory();
        setup.theme = Theme::Light;
        window = std::make_unique<MainWindow>(&fixture.engine(), setup);
        window->show();
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("no window");
    }

    // Selected, with the keyboard in the list.
    bool select(MessageId id)
    {
        list()->setFocus();
        return list()->selectMessage(id) && QTest::qWaitFor([&] { return reader()->current() == id; });
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::keyClick(window->focusWidget(), key, modifiers);
    }

    template <typename T> T *child(const QString &name) { return window->findChild<T *>(name); }

    void answer(const QString &question, bool yes)
    {
        auto *box = child<QMessageBox>(question);
        if (!box)
            qFatal("no question %s", qPrintable(question));
        const QString name = yes ? u"questionYes"_s : u"questionCancel"_s;
        box->findChild<QAbstractButton *>(name)->click();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void name(const QString &dialogName, const QString &text)
    {
        auto *dialog = child<NameDialog>(dialogName);
        if (!dialog)
            qFatal("no dialog %s", qPrintable(dialogName));
        dialog->setName(text);
        dialog->accept();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }

    void choose(const QString &letters)
    {
        auto *finder = window->findChild<Finder *>();
        if (!finder)
            qFatal("no finder");
        auto *text = finder->findChild<QLineEdit *>(u"finderText"_s);
        QTest::keyClicks(text, letters);
        QTest::keyClick(text, Qt::Key_Return);
        window->activateWindow();
        if (!QTest::qWaitForWindowActive(window.get()))
            qFatal("the window did not come back");
    }

    void dropOn(FolderId folder, QMimeData *data, Qt::KeyboardModifiers modifiers = {})
    {
        const std::unique_ptr<QMimeData> mine(data);
        QTreeView *tree = window->folders()->tree();
        const QModelIndex index = window->folders()->model()->indexOf(ViewId::of(folder));
        tree->scrollTo(index);
        const QPoint place = tree->visualRect(index).center();
        QDragEnterEvent enter(place, Qt::MoveAction | Qt::CopyAction, data, Qt::LeftButton, modifiers);
        QApplication::sendEvent(tree->viewport(), &enter);
        QDragMoveEvent move(place, Qt::MoveAction | Qt::CopyAction, data, Qt::LeftButton, modifiers);
        QApplication::sendEvent(tree->viewport(), &move);
        accepted = move.isAccepted();
        QDropEvent drop(place, Qt::MoveAction | Qt::CopyAction, data, Qt::LeftButton, modifiers);
        QApplication::sendEvent(tree->viewport(), &drop);
    }

    FakeEngine &engine() { return fixture.engine(); }
    MessageListPane *list() const { return window->list(); }
    ReaderPane *reader() const { return window->reader(); }
    WindowActions *actions() const { return window->actions(); }
    UndoToast *toast() const { return window->findChild<UndoToast *>(); }
    Pages pages() { return Pages(fixture.database()); }
    FolderId folderOf(MessageId id)
    {
        const auto row = pages().message(id);
        return row ? row->folder : FolderId{};
    }
    bool has(MessageId id, Flag flag) { return pages().message(id)->flags & quint32(flag); }
    QStringList tags(MessageId id) { return pages().message(id)->keywords; }
    std::optional<FolderRow> folder(const QString &path)
    {
        for (const FolderRow &row : pages().folders()) {
            if (row.path == path && row.account == workId)
                return row;
        }
        return std::nullopt;
    }
    quint32 unread(ViewId view)
    {
        const FolderModel *model = window->folders()->model();
        return model->data(model->indexOf(view), FolderModel::UnreadRole).toUInt();
    }

    WindowFixture fixture;
    AccountId workId, homeId;
    FolderId inbox, archive, trash, junk, projects, alpha, homeInbox, homeArchive;
    MessageId oldest, middle, newest;
    std::unique_ptr<MainWindow> window;
    bool accepted = false;
};

} // namespace

class OrganizeTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void each_message_goes_to_its_own_accounts_archive()
    {
        Desk d;
        d.open();
        QVERIFY(d.select(d.newest));
        d.press(Qt::Key_A, Qt::ControlModifier);
        QTRY_COMPARE(d.list()->selectionCount(), 3);
        d.press(Qt::Key_E);
        QCOMPARE(d.folderOf(d.oldest), d.archive);
        QCOMPARE(d.folderOf(d.middle), d.archive);
        QCOMPARE(d.folderOf(d.newest), d.homeArchive);
        QVERIFY(d.toast()->isVisible());
        d.press(Qt::Key_Z, Qt::ControlModifier); // one action, one step
        QCOMPARE(d.folderOf(d.oldest), d.inbox);
        QCOMPARE(d.folderOf(d.middle), d.inbox);
        QCOMPARE(d.folderOf(d.newest), d.homeInbox);
    }

    void the_selection_moves_on_as_set_data()
    {
        QTest::addColumn<int>("moveOn");
        QTest::newRow("next") << int(MoveOn::Next);
        QTest::newRow("previous") << int(MoveOn::Previous);
        QTest::newRow("nothing") << int(MoveOn::Nothing);
    }

    void the_selection_moves_on_as_set()
    {
        QFETCH(int, moveOn);
        Desk d;
        UiSettings settings;
        settings.moveOn = MoveOn(moveOn);
        QVERIFY(saveUiSettings(d.fixture.directory(), settings));
        d.open();
        QVERIFY(d.select(d.middle));
        d.press(Qt::Key_E);
        const QMap<MoveOn, MessageId> expected{
            {MoveOn::Next, d.oldest}, {MoveOn::Previous, d.newest}, {MoveOn::Nothing, {}}};
        QTRY_COMPARE(d.list()->currentMessage(), expected.value(MoveOn(moveOn)));
        QTRY_COMPARE(d.reader()->current(), expected.value(MoveOn(moveOn)));
        QCOMPARE(d.list()->selectionCount(), MoveOn(moveOn) == MoveOn::Nothing ? 0 : 1);
    }

    void the_last_one_gone_selects_the_one_before()
    {
        Desk d;
        d.open();
        QVERIFY(d.select(d.oldest));
        d.press(Qt::Key_Delete);
        QTRY_COMPARE(d.list()->currentMessage(), d.middle);
        d.press(Qt::Key_Delete);
        QTRY_COMPARE(d.list()->currentMessage(), d.newest);
        d.press(Qt::Key_Delete);
        QTRY_VERIFY(!isSet(d.list()->currentMessage()));
        QTRY_VERIFY(!isSet(d.reader()->current()));
    }

    void what_was_deleted_comes_back_selected()
    {
        Desk d;
        d.open();
        QVERIFY(d.select(d.middle));
        d.press(Qt::Key_Delete);
        QCOMPARE(d.folderOf(d.middle), d.trash);
        QVERIFY(d.toast()->isVisible());
        QTRY_COMPARE(d.list()->currentMessage(), d.oldest);
        d.child<QPushButton>(u"toastButton"_s)->click();
        QCOMPARE(d.folderOf(d.middle), d.inbox);
        QTRY_COMPARE(d.list()->currentMessage(), d.middle);
        QVERIFY(!d.actions()->undo->isEnabled());
    }

    void several_steps_are_undone_also_after_a_restart()
    {
        Desk d;
        d.open();
        QVERIFY(d.select(d.middle));
        d.press(Qt::Key_E);
        QVERIFY(d.select(d.oldest));
        d.press(Qt::Key_Delete);
        d.open();
        QVERIFY(d.actions()->undo->isEnabled());
        QVERIFY(d.actions()->undo->toolTip().contains(u"Deleted"_s));
        d.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(d.folderOf(d.oldest), d.inbox);
        QCOMPARE(d.folderOf(d.middle), d.archive);
        d.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(d.folderOf(d.middle), d.inbox);
        QVERIFY(!d.actions()->undo->isEnabled());
    }

    void for_good_only_from_the_trash_and_asked_first()
    {
        Desk d;
        d.open();
        const MessageId gone = d.fixture.add(d.trash, u"Ben Ott"_s, u"Old offer"_s, 50);
        QVERIFY(d.window->folders()->selectView(ViewId::of(d.trash)));
        QVERIFY(d.select(gone));
        d.press(Qt::Key_Delete);
        d.answer(u"deleteForGood"_s, false);
        QCOMPARE(d.folderOf(gone), d.trash);
        QVERIFY(d.engine().intents.isEmpty());
        d.press(Qt::Key_Delete, Qt::ShiftModifier);
        d.answer(u"deleteForGood"_s, true);
        QCOMPARE(d.engine().intents.last().kind, Intent::Kind::Expunge);
        QTRY_VERIFY(!isSet(d.list()->currentMessage()));
    }

    void delete_for_good_takes_what_is_elsewhere_to_the_trash()
    {
        Desk d;
        d.open();
        QVERIFY(d.select(d.middle));
        d.press(Qt::Key_Delete, Qt::ShiftModifier);
        QVERIFY(!d.child<QMessageBox>(u"deleteForGood"_s));
        QCOMPARE(d.folderOf(d.middle), d.trash);
    }

    void junk_goes_to_junk_and_comes_back_as_none()
    {
        Desk d;
        d.open();
        QVERIFY(d.select(d.middle));
        QVERIFY(d.actions()->junk->isVisible() && !d.actions()->notJunk->isVisible());
        d.press(Qt::Key_Exclam);
        QCOMPARE(d.folderOf(d.middle), d.junk);
        QVERIFY(d.has(d.middle, Flag::Junk));
        QVERIFY(d.window->folders()->selectView(ViewId::of(d.junk)));
        QVERIFY(d.select(d.middle));
        QVERIFY(!d.actions()->junk->isVisible() && d.actions()->notJunk->isVisible());
        d.actions()->notJunk->trigger();
        QCOMPARE(d.folderOf(d.middle), d.inbox);
        QVERIFY(!d.has(d.middle, Flag::Junk));
    }

    void a_folder_is_found_by_a_few_letters_to_move_there()
    {
        Desk d;
        d.open();
        QVERIFY(d.select(d.middle));
        d.press(Qt::Key_M);
        d.choose(u"alph"_s);
        QTRY_COMPARE(d.folderOf(d.middle), d.alpha);
        QTRY_COMPARE(d.list()->currentMessage(), d.oldest);
        d.press(Qt::Key_M);
        d.choose({}); // the one chosen lately comes first
        QTRY_COMPARE(d.folderOf(d.oldest), d.alpha);
    }

    void a_copy_leaves_the_message_and_the_selection_where_they_are()
    {
        Desk d;
        d.open();
        QVERIFY(d.select(d.middle));
        d.press(Qt::Key_M, Qt::ShiftModifier);
        d.choose(u"alph"_s);
        QTRY_COMPARE(d.engine().intents.size(), 1);
        QCOMPARE(d.engine().intents.last().kind, Intent::Kind::Copy);
        QCOMPARE(d.folderOf(d.middle), d.inbox);
        QCOMPARE(d.list()->currentMessage(), d.middle);
        QCOMPARE(d.pages().counters(ViewId::of(d.alpha)).total, 1U);
    }

    void messages_dropped_on_a_folder_move_there()
    {
        Desk d;
        d.open();
        QVERIFY(d.select(d.middle));
        d.dropOn(d.projects, dragOf({d.middle}));
        QVERIFY(d.accepted);
        QCOMPARE(d.folderOf(d.middle), d.projects);
        QTRY_COMPARE(d.list()->currentMessage(), d.oldest);
        d.dropOn(d.alpha, dragOf({d.oldest}), Qt::ControlModifier);
        QCOMPARE(d.folderOf(d.oldest), d.inbox);
        QCOMPARE(d.pages().counters(ViewId::of(d.alpha)).total, 1U);
        d.dropOn(d.alpha, new QMimeData);
        QVERIFY(!d.accepted);
    }

    void a_conversation_is_meant_whole_in_the_list_and_one_message_in_the_reader()
    {
        Desk d;
        WindowFixture::Mail mail;
        QList<MessageId> all;
        for (int i = 0; i < 3; ++i) {
            mail.view.from = {u"Ida Holm"_s, u"ida@example.org"_s};
            mail.view.subject = u"Trip"_s;
            mail.view.date = QDateTime::currentSecsSinceEpoch() - 600 + i;
            mail.view.text = u"See below.\n"_s;
            mail.header = "Subject: Trip\r\n\r\n";
            mail.body = "See below.\r\n";
            mail.digest = {};
            mail.digest.from = mail.view.from;
            mail.digest.subject = mail.view.subject;
            mail.digest.date = mail.view.date;
            mail.digest.messageIdHash = 7000 + quint64(i);
            mail.digest.headerHash = 8000 + quint64(i);
            if (i > 0)
                mail.digest.references = {7000};
            all.append(d.fixture.add(d.inbox, mail));
        }
        UiSettings settings;
        settings.conversations = true;
        QVERIFY(saveUiSettings(d.fixture.directory(), settings));
        d.open();
        QVERIFY(d.select(all.last()));
        QCOMPARE(d.list()->selectedMessages().size(), 3);
        d.press(Qt::Key_F6); // the reader
        QVERIFY(d.reader()->isAncestorOf(d.window->focusWidget()));
        const MessageId open = d.reader()->current();
        d.actions()->archive->trigger();
        QCOMPARE(d.folderOf(open), d.archive);
        QCOMPARE(
            std::count_if(all.begin(), all.end(), [&](MessageId id) { return d.folderOf(id) == d.archive; }),
            1);
        d.actions()->undo->trigger();
        QVERIFY(d.select(all.last()));
        d.press(Qt::Key_E);
        for (const MessageId id : std::as_const(all))
            QCOMPARE(d.folderOf(id), d.archive);
    }

    void a_tag_has_a_key_shows_in_list_and_reader_and_comes_off()
    {
        Desk d;
        d.open();
        QVERIFY(d.select(d.middle));
        d.press(Qt::Key_1);
        QCOMPARE(d.tags(d.middle), QStringList{u"$label1"_s});
        QVERIFY(d.toast()->text().contains(u"“Important”"_s));
        const auto spoken
            = [&d] { return d.list()->listView()->currentIndex().data(Qt::AccessibleTextRole).toString(); };
        QTRY_VERIFY(spoken().contains(u"Important"_s));
        auto *strip = d.reader()->findChild<TagStrip *>();
        QTRY_VERIFY(strip && strip->isVisible());
        QVERIFY(strip->accessibleName().contains(u"Important"_s)
                || strip->accessibleDescription().contains(u"Important"_s));
        d.press(Qt::Key_2);
        QCOMPARE(d.tags(d.middle).size(), 2);
        d.press(Qt::Key_1);
        QCOMPARE(d.tags(d.middle), QStringList{u"$label2"_s});
        d.press(Qt::Key_0);
        QVERIFY(d.tags(d.middle).isEmpty());
        QTRY_VERIFY(!strip->isVisible());
        d.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(d.tags(d.middle), QStringList{u"$label2"_s});
    }

    void the_tag_menu_ticks_what_all_have_and_makes_new_ones()
    {
        Desk d;
        d.open();
        QVERIFY(d.select(d.middle));
        d.press(Qt::Key_4);
        d.press(Qt::Key_T);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QCOMPARE(menu->objectName(), u"tagMenu"_s);
        QVERIFY(menu->findChild<QAction *>(u"tag:$label4"_s)->isChecked());
        QVERIFY(!menu->findChild<QAction *>(u"tag:$label1"_s)->isChecked());
        menu->findChild<QAction *>(u"newTag"_s)->trigger();
        menu->close();
        d.name(u"newTagDialog"_s, u"Größe & Maß"_s);
        QCOMPARE(d.window->settings().tags.last().name, u"Größe & Maß"_s);
        QCOMPARE(d.tags(d.middle), (QStringList{u"$label4"_s, d.window->settings().tags.last().keyword}));
        d.open(); // it is kept
        QCOMPARE(d.window->settings().tags.last().name, u"Größe & Maß"_s);
    }

    void a_folders_menu_is_about_it_and_does_not_open_it()
    {
        Desk d;
        d.open();
        FolderPane *pane = d.window->folders();
        const ViewId before = pane->currentView();
        QVERIFY(before != ViewId::of(d.projects));
        const QPoint at = pane->tree()->visualRect(pane->model()->indexOf(ViewId::of(d.projects))).center();
        QTest::mouseClick(pane->tree()->viewport(), Qt::RightButton, {}, at);
        QCOMPARE(pane->currentView(), before);
        QTimer::singleShot(0, qApp, [&d] {
            QWidget *menu = QApplication::activePopupWidget();
            d.actions()->renameFolder->trigger();
            if (menu)
                menu->close();
        });
        Q_EMIT pane->tree()->customContextMenuRequested(at);
        QCOMPARE(pane->currentView(), before);
        QVERIFY(pane->model()->view(pane->tree()->currentIndex()) == before);
        d.name(u"renameFolderDialog"_s, u"Plans"_s);
        QVERIFY(d.folder(u"Plans"_s));
    }

    void folders_are_made_renamed_and_deleted()
    {
        Desk d;
        d.open();
        QVERIFY(d.window->folders()->selectView(ViewId::of(d.projects)));
        d.actions()->newFolder->trigger();
        d.name(u"newFolderDialog"_s, u"Beta"_s);
        QVERIFY(d.folder(u"Projects/Beta"_s));
        QVERIFY(d.window->folders()->selectView(ViewId::of(d.folder(u"Projects/Beta"_s)->id)));
        d.window->folders()->tree()->setFocus();
        d.press(Qt::Key_F2);
        d.name(u"renameFolderDialog"_s, u"Gamma"_s);
        QVERIFY(!d.folder(u"Projects/Beta"_s));
        QVERIFY(d.folder(u"Projects/Gamma"_s));
        const FolderModel *model = d.window->folders()->model();
        QCOMPARE(model->view(d.window->folders()->tree()->currentIndex()),
                 ViewId::of(d.folder(u"Projects/Gamma"_s)->id));
        QVERIFY(d.window->windowTitle().contains("Gamma"_L1));
        QVERIFY(d.list()->listView()->accessibleName().contains("Gamma"_L1));
        d.window->folders()->tree()->setFocus();
        d.press(Qt::Key_Delete);
        auto *question = d.child<QMessageBox>(u"deleteFolderQuestion"_s);
        QCOMPARE(question->defaultButton(), question->button(QMessageBox::Cancel));
        QCOMPARE(question->focusWidget(), question->button(QMessageBox::Cancel));
        d.answer(u"deleteFolderQuestion"_s, true);
        const auto gone = d.folder(u"Projects/Gamma"_s);
        QVERIFY(!gone || gone->state == FolderState::BeingDeleted);
        d.press(Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(d.folder(u"Projects/Gamma"_s));
        QVERIFY(d.folder(u"Projects/Gamma"_s)->state != FolderState::BeingDeleted);
    }

    void a_folder_name_that_cannot_be_is_told_before_the_server_is_asked_data()
    {
        QTest::addColumn<QString>("prefix");
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("isGood");
        QTest::newRow("plain") << u""_s << u"Beta"_s << true;
        QTest::newRow("umlauts and blanks inside") << u""_s << u"Größe und Maß 🗂"_s << true;
        QTest::newRow("empty") << u""_s << u""_s << false;
        QTest::newRow("only blanks") << u""_s << u"  "_s << false;
        QTest::newRow("blank before") << u""_s << u" Beta"_s << false;
        QTest::newRow("blank after") << u""_s << u"Beta "_s << false;
        QTest::newRow("separator") << u""_s << u"Be/ta"_s << false;
        QTest::newRow("another server's separator") << u""_s << u"Be.ta"_s << true;
        QTest::newRow("control character") << u""_s << u"Be\ata"_s << false;
        QTest::newRow("wildcard") << u""_s << u"Be*ta"_s << false;
        QTest::newRow("quotation mark") << u""_s << u"Be\"ta"_s << false;
        QTest::newRow("taken") << u""_s << u"Projects"_s << false;
        QTest::newRow("taken elsewhere") << u""_s << u"Alpha"_s << true;
        QTest::newRow("taken there") << u"Projects/"_s << u"Alpha"_s << false;
        QTest::newRow("its own") << u""_s << u"Mine"_s << true;
        QTest::newRow("the inbox in any case") << u""_s << u"inBox"_s << false;
        QTest::newRow("an inbox below") << u"Projects/"_s << u"Inbox"_s << true;
    }

    void a_folder_name_that_cannot_be_is_told_before_the_server_is_asked()
    {
        QFETCH(QString, prefix);
        QFETCH(QString, name);
        QFETCH(bool, isGood);
        FolderPlace place{{}, prefix, u'/', FolderId{3}};
        const QStringList paths{u"INBOX"_s, u"Projects"_s, u"Mine"_s, u"Projects/Alpha"_s};
        for (qint64 id = 1; const QString &path : paths) {
            FolderRow row;
            row.id = FolderId(id++);
            row.path = path;
            place.folders.append(row);
        }
        QCOMPARE(folderNameFault(name, place).isEmpty(), isGood);
        place.separator = QChar();
        if (name == "Be/ta"_L1) // only what is known of a server is held against a name
            QVERIFY(folderNameFault(name, place).isEmpty());
    }

    void the_dialog_says_what_is_wrong_with_a_folders_name()
    {
        Desk d;
        d.open();
        QVERIFY(d.window->folders()->selectView(ViewId::of(d.projects)));
        d.actions()->newFolder->trigger();
        auto *dialog = d.child<NameDialog>(u"newFolderDialog"_s);
        QVERIFY(dialog);
        auto *ok = dialog->findChild<QPushButton *>(u"nameOk"_s);
        auto *fault = dialog->findChild<QLabel *>(u"nameFault"_s);
        QVERIFY(!ok->isEnabled());
        dialog->setName(u"Alpha"_s);
        QVERIFY(!ok->isEnabled());
        QVERIFY(fault->text().contains(u"Alpha"_s));
        dialog->setName(u"A/B"_s);
        QVERIFY(!ok->isEnabled());
        dialog->setName(u"Beta"_s);
        QVERIFY(ok->isEnabled());
        QVERIFY(fault->text().isEmpty());
        dialog->reject();
        d.actions()->renameFolder->trigger();
        dialog = d.child<NameDialog>(u"renameFolderDialog"_s);
        QVERIFY(dialog->findChild<QPushButton *>(u"nameOk"_s)->isEnabled());
        dialog->setName(u"INBOX"_s);
        QVERIFY(!dialog->findChild<QPushButton *>(u"nameOk"_s)->isEnabled());
        dialog->reject();
        QVERIFY(d.engine().intents.isEmpty());
    }

    void a_folder_is_dragged_below_another()
    {
        Desk d;
        d.open();
        d.dropOn(d.archive, dragOf(d.alpha));
        QVERIFY(d.accepted);
        QVERIFY(d.folder(u"Archive/Alpha"_s));
        QVERIFY(!d.folder(u"Projects/Alpha"_s));
    }

    void the_inbox_is_not_renamed_nor_deleted()
    {
        Desk d;
        d.open();
        QVERIFY(d.window->folders()->selectView(ViewId::of(d.inbox)));
        QVERIFY(!d.actions()->renameFolder->isEnabled());
        QVERIFY(!d.actions()->deleteFolder->isEnabled());
        QVERIFY(d.actions()->newFolder->isEnabled());
        QVERIFY(d.window->folders()->selectView(ViewId::unified(FolderRole::Inbox)));
        QVERIFY(!d.actions()->newFolder->isEnabled());
    }

    void a_folder_is_subscribed_and_not()
    {
        Desk d;
        d.open();
        QVERIFY(d.window->folders()->selectView(ViewId::of(d.projects)));
        const bool before = d.folder(u"Projects"_s)->subscribed;
        d.actions()->subscribed->trigger();
        QCOMPARE(d.folder(u"Projects"_s)->subscribed, !before);
        QCOMPARE(d.actions()->subscribed->isChecked(), !before);
    }

    void all_in_a_unified_list_are_marked_read()
    {
        Desk d;
        d.open();
        QVERIFY(d.window->folders()->selectView(ViewId::unified(FolderRole::Inbox)));
        QVERIFY(d.actions()->markFolderRead->isEnabled());
        d.actions()->markFolderRead->trigger();
        QVERIFY(d.has(d.middle, Flag::Seen));
        QVERIFY(d.has(d.newest, Flag::Seen));
        QTRY_VERIFY(!d.actions()->markFolderRead->isEnabled());
    }

    void the_trash_is_emptied_after_a_question()
    {
        Desk d;
        const MessageId gone = d.fixture.add(d.trash, u"Ben Ott"_s, u"Old offer"_s, 50);
        d.open();
        QVERIFY(d.window->folders()->selectView(ViewId::of(d.inbox)));
        QVERIFY(!d.actions()->emptyFolder->isEnabled());
        QVERIFY(d.window->folders()->selectView(ViewId::of(d.trash)));
        d.actions()->emptyFolder->trigger();
        d.answer(u"emptyQuestion"_s, false);
        QVERIFY(d.engine().intents.isEmpty());
        d.actions()->emptyFolder->trigger();
        d.answer(u"emptyQuestion"_s, true);
        QCOMPARE(d.engine().intents.last().kind, Intent::Kind::EmptyFolder);
        QTRY_COMPARE(d.pages().counters(ViewId::of(d.trash)).total, 0U);
        d.actions()->undo->trigger();
        QCOMPARE(d.folderOf(gone), d.trash);
        QTRY_COMPARE(d.pages().counters(ViewId::of(d.trash)).total, 1U);
    }

    void unread_counts_are_right_everywhere_at_once()
    {
        Desk d;
        d.open();
        QCOMPARE(d.unread(ViewId::unified(FolderRole::Inbox)), 2U);
        QVERIFY(d.select(d.middle));
        d.press(Qt::Key_E);
        QCOMPARE(d.unread(ViewId::unified(FolderRole::Inbox)), 1U);
        QCOMPARE(d.unread(ViewId::of(d.inbox)), 0U);
        QCOMPARE(d.unread(ViewId::of(d.archive)), 1U);
        QVERIFY(d.window->windowTitle().startsWith(u"(1)"_s));
        d.press(Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(d.unread(ViewId::unified(FolderRole::Inbox)), 2U);
        QCOMPARE(d.unread(ViewId::of(d.archive)), 0U);
    }

    void the_list_does_not_jump_when_a_message_leaves_its_middle()
    {
        Desk d;
        QList<MessageId> many;
        for (int i = 0; i < 120; ++i)
            many.append(
                d.fixture.add(d.inbox, u"Lea Sommer"_s, u"Note %1"_s.arg(i), 100 + i, quint32(Flag::Seen)));
        d.open();
        QVERIFY(d.select(many.at(60)));
        QScrollBar *bar = d.list()->listView()->verticalScrollBar();
        const int before = bar->value();
        QVERIFY(before > 0);
        for (int i = 0; i < 3; ++i)
            d.press(Qt::Key_E);
        QTRY_COMPARE(d.list()->currentMessage(), many.at(63));
        QCOMPARE(bar->value(), before);
        d.press(Qt::Key_Z, Qt::ControlModifier);
        QTRY_COMPARE(d.list()->currentMessage(), many.at(62));
        QCOMPARE(bar->value(), before);
    }

    void a_refused_change_is_said_with_the_way_to_its_reason()
    {
        Desk d;
        d.open();
        QVERIFY(d.select(d.middle));
        d.press(Qt::Key_E);
        {
            Transaction txn(d.fixture.database());
            JournalStore journal(d.fixture.database());
            ActionLog log(d.fixture.database());
            const auto newest = log.newestUndoable();
            QVERIFY(newest);
            for (const Operation &op : journal.ofAction(newest->id))
                journal.setState({op.id}, OpState::Refused, u"The server does not allow it."_s);
            log.setError(newest->id, u"The server does not allow it."_s);
            QVERIFY(txn.commit());
        }
        QTRY_VERIFY(d.toast()->text().contains(u"taken back"_s));
        d.child<QPushButton>(u"toastButton"_s)->click();
        QTRY_VERIFY(d.window->findChild<ChangesDialog *>());
    }

    void the_messages_menu_offers_what_can_be_done()
    {
        Desk d;
        d.open();
        QVERIFY(d.select(d.middle));
        QStringList names;
        bool seen = false;
        // exec() of the menu runs its own loop; look at it from within.
        QMetaObject::invokeMethod(
            d.window.get(),
            [&] {
                auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
                if (!menu)
                    return;
                seen = true;
                for (const QAction *action : menu->actions())
                    names.append(action->objectName());
                menu->close();
            },
            Qt::QueuedConnection);
        Q_EMIT d.list()->contextMenuRequested({d.middle}, d.list()->mapToGlobal(QPoint(50, 50)));
        QVERIFY(seen);
        for (const auto &wanted : {u"archive"_s, u"deleteMail"_s, u"junk"_s, u"move"_s, u"copy"_s, u"tag"_s})
            QVERIFY2(names.contains(wanted), qPrintable(wanted));
        QVERIFY(!names.contains(u"notJunk"_s));
    }
};

QTEST_MAIN(OrganizeTest)
#include "organize_test.moc"
