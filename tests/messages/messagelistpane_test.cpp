#include "messages/fakemail.h"
#include "ui/look/maildrag.h"
#include "ui/messages/listmenu.h"
#include "ui/messages/messagelistpane.h"
#include "ui/messages/messagelistview.h"
#include "ui/messages/quickfilterbar.h"
#include "ui/messages/tableheader.h"

#include <QAccessible>
#include <QApplication>
#include <QElapsedTimer>
#include <QLabel>
#include <QLineEdit>
#include <QMimeData>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>
#include <QToolButton>

using namespace kw;
using kw::test::FakeMail;

namespace {
const QDateTime Now(QDate(2026, 11, 23), QTime(10, 30));
const ViewId Inbox = ViewId::unified(FolderRole::Inbox);

struct Window {
    explicit Window(int messages, int threads = 0)
    {
        QList<FakeMail::New> list;
        for (int i = 0; i < messages; ++i) {
            FakeMail::New message;
            message.date = Now.toSecsSinceEpoch() - 3600 * qint64(messages - i);
            message.flags = i % 5 ? quint32(Flag::Seen) : 0;
            message.subject = QStringLiteral("Message %1").arg(i + 1);
            message.thread = threads ? 1 + i % threads : 0;
            list.append(message);
        }
        mail->add(list);
        pane.listView()->setWords(RowWords([] { return Now; }));
        pane.setSource(mail->source(), [mail = mail] { return mail->source(); });
        pane.resize(420, 700);
        pane.showView(Inbox, QStringLiteral("Inbox — all accounts"));
        pane.show();
        pane.activateWindow();
        view().setFocus();
    }
    MessageListView &view() { return *pane.listView(); }
    PagedListModel &model() { return *view().listModel(); }
    bool settled() { return model().isExact() && !model().isSearching(); }
    qint64 idAt(int row) // -1: not known (yet)
    {
        const auto key = model().keyAt(row);
        return key ? key->id : -1;
    }
    QPoint centre(int row) { return view().rowRect(row).center(); }
    void click(int row, Qt::KeyboardModifiers modifiers = {})
    {
        QTest::mouseClick(view().viewport(), Qt::LeftButton, modifiers, centre(row));
    }
    void key(Qt::Key key, Qt::KeyboardModifiers modifiers = {}) { QTest::keyClick(&view(), key, modifiers); }

    std::shared_ptr<FakeMail> mail = std::make_shared<FakeMail>();
    MessageListPane pane;
};
} // namespace

class MessageListPaneTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_first_screen_is_painted_from_the_cache_at_once();
    void arrows_and_j_k_move_and_shift_extends();
    void a_folder_that_was_never_listed_says_so_and_counts_nothing();
    void page_and_home_and_end_keys_reach_every_row();
    void all_messages_are_selected_as_one_range();
    void clicks_with_ctrl_and_shift_select_as_everywhere();
    void the_star_is_clicked_without_opening_the_message();
    void enter_and_double_click_open();
    void letters_are_commands_not_a_search();
    void what_syncs_in_above_moves_no_row_on_screen();
    void at_the_top_new_mail_shows_at_once();
    void the_open_message_stays_open_whatever_syncs();
    void a_message_that_goes_closes_without_opening_another();
    void the_filter_keeps_the_open_message_and_gives_the_list_back();
    void what_the_filter_hid_is_selected_again_afterwards();
    void the_next_unread_message_is_found_anywhere();
    void conversations_are_selected_as_a_whole();
    void many_conversations_are_counted_without_reading_them();
    void a_reply_does_not_reopen_its_conversation();
    void headings_name_days_and_stay_with_their_rows();
    void the_header_sorts_by_date_only();
    void a_row_reads_as_one_sentence();
    void every_control_has_a_name();
    void right_to_left_mirrors_the_row();
    void the_counts_follow();
    void the_counts_follow_while_changes_never_stop();
    void no_column_lies_outside_a_narrow_table();
    void a_narrow_filter_bar_takes_two_rows();
    void switches_combine_and_escape_clears_them();
    void a_tag_that_is_gone_can_be_taken_off();
    void a_drag_carries_the_selected_messages();
    void what_another_program_drags_is_nothing();
    void looks_chosen_from_the_menu_are_told();
};

void MessageListPaneTest::a_folder_that_was_never_listed_says_so_and_counts_nothing()
{
    Window w(0);
    QTRY_COMPARE(w.view().emptyText(), QStringLiteral("No messages here."));
    w.mail->isListed = false;
    ChangeSet changes;
    changes.folderListChanged = true;
    w.pane.applyChanges(changes);
    QTRY_COMPARE(w.view().emptyText(), QStringLiteral("Not downloaded yet."));
    w.pane.setLiveness({}, Liveness::Syncing);
    QCOMPARE(w.view().emptyText(), QStringLiteral("Not downloaded yet. Downloading…"));
    w.pane.setLiveness({}, Liveness::Stale);
    QCOMPARE(w.view().emptyText(), QStringLiteral("Not downloaded yet. The server is out of reach."));
    w.mail->isListed = true;
    w.pane.applyChanges(changes);
    QTRY_COMPARE(w.view().emptyText(), QStringLiteral("No messages here."));
}

void MessageListPaneTest::the_first_screen_is_painted_from_the_cache_at_once()
{
    Window w(5000);
    QVERIFY(w.model().row(0));
    QCOMPARE(w.model().rowCount(), 5000);
    const QImage picture = w.view().viewport()->grab().toImage();
    QSet<QRgb> colours;
    for (int y = 0; y < picture.height(); y += 3) {
        for (int x = 0; x < picture.width(); x += 3)
            colours.insert(picture.pixel(x, y));
    }
    QVERIFY(colours.size() > 10); // text, not an empty page
    QTRY_VERIFY(w.settled());
}

void MessageListPaneTest::arrows_and_j_k_move_and_shift_extends()
{
    Window w(300);
    QTRY_VERIFY(w.settled());
    QSignalSpy current(&w.pane, &MessageListPane::currentMessageChanged);
    w.key(Qt::Key_Down);
    QCOMPARE(w.view().currentRow(), 0);
    w.key(Qt::Key_J);
    w.key(Qt::Key_Down);
    QCOMPARE(w.view().currentRow(), 2);
    w.key(Qt::Key_K);
    QCOMPARE(w.view().currentRow(), 1);
    QTRY_COMPARE(current.count(), 1); // a burst of steps is told once
    QCOMPARE(current.last()[0].value<MessageId>(), MessageId(w.idAt(1)));
    w.key(Qt::Key_Down, Qt::ShiftModifier);
    w.key(Qt::Key_J, Qt::ShiftModifier);
    QCOMPARE(w.pane.selectionCount(), 3);
    QCOMPARE(w.pane.selectedMessages(),
             (QList{MessageId(w.idAt(1)), MessageId(w.idAt(2)), MessageId(w.idAt(3))}));
    w.key(Qt::Key_Up);
    QCOMPARE(w.pane.selectionCount(), 1);
}

void MessageListPaneTest::page_and_home_and_end_keys_reach_every_row()
{
    Window w(20000);
    QTRY_VERIFY(w.settled());
    w.key(Qt::Key_Home);
    w.key(Qt::Key_PageDown);
    const int page = w.view().currentRow();
    QVERIFY(page >= 4 && page < 12);
    w.key(Qt::Key_End);
    QCOMPARE(w.view().currentRow(), 19999);
    QVERIFY(w.view().viewport()->rect().contains(w.view().rowRect(19999)));
    QVERIFY(w.model().row(19999));
    w.key(Qt::Key_PageUp);
    QCOMPARE(w.view().currentRow(), 19999 - page);
    QVERIFY(w.view().viewport()->rect().contains(w.view().rowRect(w.view().currentRow())));
    w.key(Qt::Key_Home);
    QCOMPARE(w.view().currentRow(), 0);
    QCOMPARE(w.view().verticalScrollBar()->value(), 0);
}

void MessageListPaneTest::all_messages_are_selected_as_one_range()
{
    Window w(20000);
    QTRY_VERIFY(w.settled());
    w.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(w.pane.selectionCount(), 20000);
    QCOMPARE(w.view().selectionModel()->selection().size(), 1);
    // New mail is not in a selection made before it came.
    w.pane.applyChanges(
        w.mail->add({{Now.toSecsSinceEpoch() - 5}, {Now.toSecsSinceEpoch() - 3600 * 700 - 5}}));
    QTRY_COMPARE(w.model().rowCount(), 20002);
    QCOMPARE(w.pane.selectionCount(), 20000);
    const auto ids = w.pane.selectedMessages();
    QCOMPARE(ids.size(), 20000);
    QVERIFY(!ids.contains(MessageId(20001)) && !ids.contains(MessageId(20002)));
}

void MessageListPaneTest::clicks_with_ctrl_and_shift_select_as_everywhere()
{
    Window w(100);
    QSignalSpy counts(&w.pane, &MessageListPane::selectionChanged);
    w.click(1);
    w.click(3, Qt::ShiftModifier);
    QCOMPARE(w.pane.selectionCount(), 3);
    w.click(2, Qt::ControlModifier);
    QCOMPARE(w.pane.selectedMessages(), (QList{MessageId(w.idAt(1)), MessageId(w.idAt(3))}));
    QTRY_VERIFY(!counts.isEmpty() && counts.last()[0].toLongLong() == 2);
    w.click(0);
    QCOMPARE(w.pane.selectionCount(), 1);
    QCOMPARE(w.pane.currentMessage(), MessageId(w.idAt(0)));
}

void MessageListPaneTest::the_star_is_clicked_without_opening_the_message()
{
    for (const ListMode mode : {ListMode::Cards, ListMode::Table}) {
        Window w(50);
        w.pane.setLooks({.mode = mode});
        w.click(0);
        QSignalSpy star(&w.pane, &MessageListPane::toggleStar);
        QTest::mouseClick(w.view().viewport(), Qt::LeftButton, {}, w.view().starRect(3).center());
        QCOMPARE(star.count(), 1);
        QCOMPARE(star[0][0].value<QList<MessageId>>(), QList{MessageId(w.idAt(3))});
        QCOMPARE(w.view().currentRow(), 0);
    }
}

void MessageListPaneTest::enter_and_double_click_open()
{
    Window w(50);
    QSignalSpy opened(&w.pane, &MessageListPane::messageActivated);
    w.click(2);
    QCOMPARE(opened.count(), 0);
    w.key(Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QTest::mouseDClick(w.view().viewport(), Qt::LeftButton, {}, w.centre(4));
    QCOMPARE(opened.count(), 2);
    QCOMPARE(opened[1][0].value<MessageId>(), MessageId(w.idAt(4)));
}

void MessageListPaneTest::letters_are_commands_not_a_search()
{
    Window w(50);
    w.click(2);
    QSignalSpy star(&w.pane, &MessageListPane::toggleStar);
    QSignalSpy read(&w.pane, &MessageListPane::toggleRead);
    w.key(Qt::Key_M);
    QCOMPARE(w.view().currentRow(), 2);
    w.key(Qt::Key_S);
    w.key(Qt::Key_U);
    QCOMPARE(star.count(), 1);
    QCOMPARE(read.count(), 1);
}

void MessageListPaneTest::what_syncs_in_above_moves_no_row_on_screen()
{
    Window w(2000);
    QTRY_VERIFY(w.settled());
    auto *bar = w.view().verticalScrollBar();
    bar->setValue(w.view().geometryOfRows().rowTop(900) + 17);
    const qint64 top = w.idAt(900);
    const auto place = [&] { return w.view().rowRect(*w.model().rowOf({w.mail->row(top).date, top})).top(); };
    const int before = place();
    std::mt19937 random(3);
    for (int step = 0; step < 40; ++step) {
        QList<FakeMail::New> arrivals(1 + step % 30);
        for (FakeMail::New &message : arrivals)
            message.date = Now.toSecsSinceEpoch() - qint64(random() % (3600 * 24 * 70));
        w.pane.applyChanges(w.mail->add(arrivals));
        w.pane.applyChanges(w.mail->remove({w.idAt(int(random() % 800)), w.idAt(1500)}));
        QCoreApplication::processEvents();
        QCOMPARE(place(), before);
    }
    QTRY_COMPARE(w.model().rowCount(), int(w.mail->size()));
    QCOMPARE(place(), before);
}

void MessageListPaneTest::at_the_top_new_mail_shows_at_once()
{
    Window w(500);
    QTRY_VERIFY(w.settled());
    w.pane.applyChanges(w.mail->add({{Now.toSecsSinceEpoch() - 1}}));
    QCOMPARE(w.view().verticalScrollBar()->value(), 0);
    QCOMPARE(w.idAt(0), 501);
    QVERIFY(w.view().viewport()->rect().contains(w.view().rowRect(0)));
}

void MessageListPaneTest::the_open_message_stays_open_whatever_syncs()
{
    Window w(300);
    QTRY_VERIFY(w.settled());
    w.click(3);
    const MessageId open = w.pane.currentMessage();
    QSignalSpy current(&w.pane, &MessageListPane::currentMessageChanged);
    QTRY_COMPARE(current.count(), 1);
    w.pane.applyChanges(w.mail->add({{Now.toSecsSinceEpoch() - 1}, {Now.toSecsSinceEpoch() - 2}}));
    w.pane.applyChanges(w.mail->setFlags(raw(open), quint32(Flag::Seen)));
    w.pane.applyChanges(w.mail->remove({w.idAt(0)}));
    QCoreApplication::processEvents();
    w.pane.applyChanges(w.mail->redate(raw(open), Now.toSecsSinceEpoch()));
    QTest::qWait(20);
    QCOMPARE(w.pane.currentMessage(), open);
    QCOMPARE(w.pane.selectionCount(), 1);
    QCOMPARE(current.count(), 1);
}

void MessageListPaneTest::a_message_that_goes_closes_without_opening_another()
{
    Window w(300);
    w.click(3);
    QSignalSpy current(&w.pane, &MessageListPane::currentMessageChanged);
    QTRY_COMPARE(current.count(), 1);
    w.pane.applyChanges(w.mail->remove({w.idAt(3)}));
    QTRY_COMPARE(current.count(), 2);
    QCOMPARE(current[1][0].value<MessageId>(), MessageId{});
    QCOMPARE(w.pane.selectionCount(), 0);
}

void MessageListPaneTest::the_filter_keeps_the_open_message_and_gives_the_list_back()
{
    Window w(1000);
    QTRY_VERIFY(w.settled());
    w.pane.selectMessage(MessageId(501)); // an unread one
    const MessageId open = w.pane.currentMessage();
    QCOMPARE(open, MessageId(501));
    auto *unread = w.pane.findChild<QToolButton *>(QStringLiteral("quickFilterUnread"));
    QTest::mouseClick(unread, Qt::LeftButton);
    QTRY_COMPARE(w.model().rowCount(), 200);
    QTRY_COMPARE(w.pane.currentMessage(), open);
    // Reading it does not take it away under the person's eyes; leaving it does.
    w.pane.applyChanges(w.mail->setFlags(501, quint32(Flag::Seen)));
    QTest::qWait(20);
    QCOMPARE(w.pane.currentMessage(), open);
    QVERIFY(w.pane.selectNext());
    QTRY_COMPARE(w.model().rowCount(), 199);
    QTest::mouseClick(unread, Qt::LeftButton);
    QTRY_COMPARE(w.model().rowCount(), 1000);
    w.pane.focusFilter();
    auto *field = w.pane.findChild<QLineEdit *>(QStringLiteral("quickFilterText"));
    QTest::keyClicks(field, QStringLiteral("message 77"));
    QTRY_COMPARE(w.model().rowCount(), 11);
    QTest::keyClick(field, Qt::Key_Escape);
    QTRY_COMPARE(w.model().rowCount(), 1000);
}

void MessageListPaneTest::the_next_unread_message_is_found_anywhere()
{
    Window w(1000);
    QTRY_VERIFY(w.settled());
    w.pane.selectMessage(MessageId(500));
    QVERIFY(w.pane.selectNextUnread());
    QCOMPARE(w.pane.currentMessage(), MessageId(496)); // ids grow with the date; 1, 6, 11 … are unread
    QVERIFY(w.pane.selectPreviousUnread());
    QCOMPARE(w.pane.currentMessage(), MessageId(501));
    w.pane.selectMessage(MessageId(1));
    QVERIFY(w.pane.selectNextUnread()); // from the top again
    QCOMPARE(w.pane.currentMessage(), MessageId(996));
}

void MessageListPaneTest::conversations_are_selected_as_a_whole()
{
    Window w(60, 12);
    w.pane.setLooks({.conversations = true});
    QTRY_VERIFY(w.settled());
    QCOMPARE(w.model().rowCount(), 12);
    QSignalSpy conversation(&w.pane, &MessageListPane::conversationSelected);
    w.click(2);
    QTRY_COMPARE(conversation.count(), 1);
    QCOMPARE(raw(conversation[0][0].value<ThreadId>()), w.idAt(2));
    QCOMPARE(w.pane.selectedMessages().size(), 5);
    QVERIFY(w.pane.selectMessage(MessageId(1)));
    QCOMPARE(w.idAt(w.view().currentRow()), 1);
    QCOMPARE(w.pane.currentMessage(), MessageId(49)); // the newest of thread 1
}

void MessageListPaneTest::many_conversations_are_counted_without_reading_them()
{
    Window w(6000, 2000);
    w.pane.setLooks({.conversations = true});
    QTRY_VERIFY(w.settled());
    w.mail->conversationsRead = 0;
    QSignalSpy told(&w.pane, &MessageListPane::selectionChanged);
    w.key(Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(w.pane.selectionCount(), 2000);
    QTRY_COMPARE(w.pane.selectedMessageCount(), std::optional<qint64>(6000));
    QCOMPARE(told.count(), 2); // the rows at once, their messages when they are counted
    QCOMPARE(w.pane.firstSelected(8).size(), 8);
    QVERIFY(w.mail->conversationsRead <= 10);
    QCOMPARE(w.pane.selectedMessages().size(), 6000);
    w.click(1);
    w.key(Qt::Key_Down, Qt::ShiftModifier);
    QTRY_COMPARE(w.pane.selectedMessageCount(), std::optional<qint64>(6));
}

void MessageListPaneTest::a_reply_does_not_reopen_its_conversation()
{
    Window w(60, 12);
    w.pane.setLooks({.conversations = true});
    QTRY_VERIFY(w.settled());
    QSignalSpy current(&w.pane, &MessageListPane::currentMessageChanged);
    w.click(3);
    QTRY_COMPARE(current.count(), 1);
    const qint64 thread = w.idAt(3);
    FakeMail::New reply;
    reply.date = Now.toSecsSinceEpoch();
    reply.thread = thread;
    w.pane.applyChanges(w.mail->add({reply}));
    QTRY_COMPARE(w.idAt(0), thread);
    QTest::qWait(20);
    QCOMPARE(current.count(), 1);
    QCOMPARE(w.view().currentRow(), 0);
    QCOMPARE(w.pane.selectionCount(), 1);
    QCOMPARE(w.model().row(0)->count, 6u);
}

void MessageListPaneTest::headings_name_days_and_stay_with_their_rows()
{
    Window w(24 * 30); // one an hour
    QTRY_VERIFY(w.settled());
    QStringList titles;
    for (const DateGroup &group : w.view().geometryOfRows().groups())
        titles << group.title;
    QCOMPARE(titles.mid(0, 3),
             (QStringList{QStringLiteral("Today"), QStringLiteral("Yesterday"), QStringLiteral("Saturday")}));
    QVERIFY(titles.contains(QStringLiteral("Last week")));
    QVERIFY(titles.contains(QStringLiteral("October")));
    for (const DateGroup &group : w.view().geometryOfRows().groups()) {
        if (group.firstRow == 0)
            continue;
        const auto above = QDateTime::fromSecsSinceEpoch(w.model().keyAt(group.firstRow - 1)->date).date();
        const auto below = QDateTime::fromSecsSinceEpoch(w.model().keyAt(group.firstRow)->date).date();
        QVERIFY(above > below);
    }
    const auto &rows = w.view().geometryOfRows();
    for (int row = 0; row < rows.rows(); ++row) {
        QCOMPARE(rows.rowAt(rows.rowTop(row)), row);
        QCOMPARE(rows.rowAt(rows.rowTop(row) + rows.rowHeight() - 1), row);
    }
    for (int group = 0; group < rows.groups().size(); ++group)
        QCOMPARE(rows.rowAt(rows.headingTop(group) + 1), -1);
    w.pane.setLooks({.oldestFirst = true});
    QTRY_VERIFY(w.settled());
    QCOMPARE(w.view().geometryOfRows().groups().last().title, QStringLiteral("Today"));
    w.pane.setLooks({.oldestFirst = true, .dateGroups = false});
    QVERIFY(w.view().geometryOfRows().groups().isEmpty());
}

void MessageListPaneTest::the_header_sorts_by_date_only()
{
    Window w(300);
    QTRY_VERIFY(w.settled());
    w.pane.resize(900, 600);
    w.pane.setLooks({.mode = ListMode::Table});
    QTest::qWait(1);
    TableHeader *header = w.view().header();
    QVERIFY(header->isVisible());
    const auto click = [&](ListColumn column) {
        const int x = header->sectionViewportPosition(int(column)) + header->sectionSize(int(column)) / 2;
        QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, QPoint(x, header->height() / 2));
    };
    const qint64 newest = w.idAt(0);
    click(ListColumn::Sender);
    QCOMPARE(header->sortIndicatorSection(), int(ListColumn::Date));
    QCOMPARE(w.idAt(0), newest);
    QVERIFY(!w.pane.looks().oldestFirst);
    click(ListColumn::Date);
    QVERIFY(w.pane.looks().oldestFirst);
    QTRY_COMPARE(w.idAt(299), newest);
    click(ListColumn::Size);
    QCOMPARE(header->sortIndicatorSection(), int(ListColumn::Date));
    QCOMPARE(header->sortIndicatorOrder(), Qt::AscendingOrder);
    QVERIFY(w.pane.looks().oldestFirst);
    click(ListColumn::Date);
    QVERIFY(!w.pane.looks().oldestFirst);
}

void MessageListPaneTest::a_row_reads_as_one_sentence()
{
    Window w(10);
    FakeMail::New message;
    message.date = QDateTime(Now.date(), QTime(9, 12)).toSecsSinceEpoch();
    message.flags = quint32(Flag::HasAttachment);
    w.pane.applyChanges(w.mail->add({message}));
    QCOMPARE(w.idAt(1), 11);
    QCOMPARE(w.model().index(1).data(Qt::AccessibleTextRole).toString(),
             QStringLiteral("unread, Anna Becker, Quarterly forecast, today 09:12, has attachment"));
    QAccessibleInterface *list = QAccessible::queryAccessibleInterface(&w.view());
    QVERIFY(list);
    QCOMPARE(list->role(), QAccessible::List);
    QCOMPARE(list->childCount(), 11);
    QCOMPARE(list->text(QAccessible::Name), QStringLiteral("Messages in Inbox — all accounts"));
    QAccessibleInterface *row = list->child(1);
    QVERIFY(row);
    QCOMPARE(row->role(), QAccessible::ListItem);
    QCOMPARE(row->text(QAccessible::Name),
             QStringLiteral("unread, Anna Becker, Quarterly forecast, today 09:12, has attachment"));
    QVERIFY(!row->state().selected);
    w.click(1);
    QVERIFY(row->state().selected);
    QCOMPARE(list->indexOfChild(row), 1);
}

void MessageListPaneTest::every_control_has_a_name()
{
    Window w(10);
    for (const QWidget *widget : w.pane.findChildren<QWidget *>()) {
        const bool control = qobject_cast<const QToolButton *>(widget)
            || qobject_cast<const QLineEdit *>(widget) || qobject_cast<const QAbstractItemView *>(widget);
        if (!control || qobject_cast<const QLineEdit *>(widget->parentWidget()))
            continue;
        QVERIFY2(!widget->accessibleName().isEmpty(), qPrintable(widget->objectName()));
        QVERIFY(!widget->objectName().isEmpty());
    }
}

void MessageListPaneTest::right_to_left_mirrors_the_row()
{
    Window w(10);
    const QRect before = w.view().starRect(1);
    w.pane.setLayoutDirection(Qt::RightToLeft);
    const QRect after = w.view().starRect(1);
    const QRect row = w.view().rowRect(1);
    QVERIFY(before.center().x() > row.width() / 2);
    QVERIFY(after.center().x() < row.width() / 2);
    QSignalSpy star(&w.pane, &MessageListPane::toggleStar);
    QTest::mouseClick(w.view().viewport(), Qt::LeftButton, {}, after.center());
    QCOMPARE(star.count(), 1);
}

void MessageListPaneTest::the_counts_follow()
{
    Window w(10);
    const auto *counts = w.pane.findChild<QLabel *>(QStringLiteral("messageListCounts"));
    QTRY_COMPARE(counts->text(), QStringLiteral("10 · 2 new"));
    w.pane.applyChanges(w.mail->add({{Now.toSecsSinceEpoch()}}));
    QTRY_COMPARE(counts->text(), QStringLiteral("11 · 3 new"));
    w.pane.setFilter({.unreadOnly = true});
    QTRY_COMPARE(counts->text(), QStringLiteral("3 found"));
}

void MessageListPaneTest::what_the_filter_hid_is_selected_again_afterwards()
{
    Window w(1000);
    QTRY_VERIFY(w.settled());
    QVERIFY(w.pane.selectMessage(MessageId(500))); // a read one
    auto *unread = w.pane.findChild<QToolButton *>(QStringLiteral("quickFilterUnread"));
    QTest::mouseClick(unread, Qt::LeftButton);
    QTRY_COMPARE(w.model().rowCount(), 200);
    QTRY_COMPARE(w.pane.currentMessage(), MessageId{});
    QTest::mouseClick(unread, Qt::LeftButton);
    QTRY_COMPARE(w.pane.currentMessage(), MessageId(500));
    // What has been chosen in the filtered list wins.
    QTest::mouseClick(unread, Qt::LeftButton);
    QTRY_COMPARE(w.model().rowCount(), 200);
    QVERIFY(w.pane.selectMessage(MessageId(501)));
    QTest::mouseClick(unread, Qt::LeftButton);
    QTRY_COMPARE(w.model().rowCount(), 1000);
    QTRY_COMPARE(w.pane.currentMessage(), MessageId(501));
}

void MessageListPaneTest::the_counts_follow_while_changes_never_stop()
{
    Window w(10);
    const auto *counts = w.pane.findChild<QLabel *>(QStringLiteral("messageListCounts"));
    QTRY_COMPARE(counts->text(), QStringLiteral("10 · 2 new"));
    QTimer sync;
    qint64 date = Now.toSecsSinceEpoch();
    connect(&sync, &QTimer::timeout, &w.pane,
            [&] { w.pane.applyChanges(w.mail->add({{++date, quint32(Flag::Seen)}})); });
    sync.start(10);
    QTRY_VERIFY(counts->text() != QStringLiteral("10 · 2 new"));
    QVERIFY(sync.isActive());
}

void MessageListPaneTest::no_column_lies_outside_a_narrow_table()
{
    Window w(300);
    w.pane.setLooks({.mode = ListMode::Table});
    TableHeader *header = w.view().header();
    for (const int width : {1200, 700, 420, 300, 700}) {
        w.pane.resize(width, 600);
        QTRY_COMPARE_LE(header->length(), w.view().viewport()->width());
        for (const ListColumn column : {ListColumn::Sender, ListColumn::Subject, ListColumn::Date})
            QVERIFY(header->sectionSize(int(column)) > 40);
        QCOMPARE(header->isSectionHidden(int(ListColumn::Size)), width < 500);
    }
}

void MessageListPaneTest::a_narrow_filter_bar_takes_two_rows()
{
    QuickFilterBar bar;
    bar.menuButton()->setText(QStringLiteral("Newest ▾"));
    bar.show();
    const auto *unread = bar.findChild<QToolButton *>(QStringLiteral("quickFilterUnread"));
    for (const int width : {240, 300, 360, 500, 900}) {
        bar.resize(width, bar.sizeHint().height());
        bar.resize(width, bar.heightForWidth(width));
        const auto place = [&bar](const QWidget *w) { return QRect(w->mapTo(&bar, QPoint()), w->size()); };
        QTRY_VERIFY(!place(unread).intersects(place(bar.field())));
        QVERIFY(bar.field()->width() >= bar.field()->minimumWidth());
        for (const QToolButton *button : bar.findChildren<QToolButton *>(Qt::FindDirectChildrenOnly)
                 + bar.findChild<QWidget *>(QStringLiteral("quickFilterSwitches"))
                       ->findChildren<QToolButton *>())
            QTRY_VERIFY2(bar.rect().contains(place(button)), qPrintable(button->objectName()));
    }
}

void MessageListPaneTest::switches_combine_and_escape_clears_them()
{
    QuickFilterBar bar;
    bar.setTags(TagLooks({{QStringLiteral("$label1"), QStringLiteral("Important"), Qt::red}}));
    bar.show();
    QSignalSpy changed(&bar, &QuickFilterBar::filterChanged);
    for (const auto *name : {"quickFilterUnread", "quickFilterToMe", "quickFilterKnown"})
        QTest::mouseClick(bar.findChild<QToolButton *>(QLatin1StringView(name)), Qt::LeftButton);
    bar.findChild<QAction *>(QStringLiteral("quickFilterTag:$label1"))->trigger();
    const Pages::Filter all{
        .unreadOnly = true, .toMeOnly = true, .knownOnly = true, .tag = QStringLiteral("$label1")};
    QTRY_COMPARE(bar.filter(), all);
    QCOMPARE(changed.count(), 4);
    QCOMPARE(bar.findChild<QToolButton *>(QStringLiteral("quickFilterTag"))->text(),
             QStringLiteral("Important ▾"));
    // The text first, then the rest, then to the list.
    bar.field()->setText(QStringLiteral("plan"));
    QSignalSpy left(&bar, &QuickFilterBar::leaveRequested);
    QTest::keyClick(bar.field(), Qt::Key_Escape);
    QCOMPARE(bar.filter(), all);
    QTest::keyClick(bar.findChild<QToolButton *>(QStringLiteral("quickFilterToMe")), Qt::Key_Escape);
    QVERIFY(bar.filter().isEmpty());
    QCOMPARE(left.count(), 0);
    QTest::keyClick(bar.field(), Qt::Key_Escape);
    QCOMPARE(left.count(), 1);
}

void MessageListPaneTest::a_tag_that_is_gone_can_be_taken_off()
{
    QuickFilterBar bar;
    bar.setFilter({.tag = QStringLiteral("old_project")});
    bar.setTags(TagLooks());
    QCOMPARE(bar.filter().tag, QStringLiteral("old_project"));
    bar.findChild<QAction *>(QStringLiteral("quickFilterTag:"))->trigger();
    QTRY_VERIFY(bar.filter().isEmpty());
}

void MessageListPaneTest::a_drag_carries_the_selected_messages()
{
    const std::unique_ptr<QMimeData> data(dragOf({MessageId(7), MessageId(9)}));
    QCOMPARE(draggedMessages(data.get()), (QList<MessageId>{MessageId(7), MessageId(9)}));
    QVERIFY(!isSet(draggedFolder(data.get())));
    const std::unique_ptr<QMimeData> folder(dragOf(FolderId(3)));
    QCOMPARE(draggedFolder(folder.get()), FolderId(3));
    QVERIFY(draggedMessages(folder.get()).isEmpty());
}

void MessageListPaneTest::what_another_program_drags_is_nothing()
{
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << (QCoreApplication::applicationPid() + 1) << QList<qint64>{7};
    QMimeData strange;
    strange.setData(QStringLiteral("application/x-kittiwake-messages"), bytes);
    QVERIFY(draggedMessages(&strange).isEmpty());
    strange.setData(QStringLiteral("application/x-kittiwake-messages"), "x");
    QVERIFY(draggedMessages(&strange).isEmpty());
}

void MessageListPaneTest::looks_chosen_from_the_menu_are_told()
{
    Window w(10);
    QSignalSpy looks(&w.pane, &MessageListPane::looksChanged);
    QSignalSpy conversations(&w.pane, &MessageListPane::conversationsChosen);
    auto *menu = w.pane.findChild<ListMenu *>();
    menu->findChild<QAction *>(QStringLiteral("mode1"))->trigger();
    QCOMPARE(w.pane.looks().mode, ListMode::Table);
    menu->findChild<QAction *>(QStringLiteral("density0"))->trigger();
    QCOMPARE(w.pane.looks().density, ListDensity::Compact);
    menu->findChild<QAction *>(QStringLiteral("conversations"))->trigger();
    QVERIFY(w.pane.looks().conversations);
    QCOMPARE(looks.count(), 2);
    QCOMPARE(conversations.count(), 1); // of this list alone
}
QTEST_MAIN(MessageListPaneTest)
#include "messagelistpane_test.moc"
