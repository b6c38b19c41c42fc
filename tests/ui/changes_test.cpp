#include "tests/support/windowfixture.h"

#include "core/store/actionlog.h"
#include "core/store/bodystore.h"
#include "core/store/journalstore.h"
#include "core/store/vanishedstore.h"
#include "ui/actions/windowactions.h"
#include "ui/changes/changesdialog.h"
#include "ui/changes/changesmodel.h"
#include "ui/changes/changewindows.h"
#include "ui/changes/vanisheddialog.h"
#include "ui/changes/vanishedmodel.h"
#include "ui/reader/messagepage.h"
#include "ui/reader/plaintextview.h"
#include "ui/settings/settingsdialog.h"
#include "ui/window/mainwindow.h"
#include "ui/window/statusstrip.h"

#include <QAccessible>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeView>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

constexpr qint64 Day = 86'400'000;

struct Changes {
    Changes()
    {
        AccountSettings settings;
        settings.key = u"work"_s;
        settings.name = u"Work"_s;
        settings.address = u"anna@example.org"_s;
        account = fixture.addAccount(settings);
        inbox = fixture.addFolder(account, u"INBOX"_s, FolderRole::Inbox);
        lists = fixture.addFolder(account, u"Lists"_s, FolderRole::None);
        for (const auto &subject : {u"Lunch"_s, u"Bikes"_s, u"Deploy failed"_s})
            mails.append(fixture.add(inbox, u"Mia Wolf"_s, subject, 10));
        WindowSetup setup;
        setup.configDirectory = fixture.directory();
        setup.cacheDirectory = fixture.directory();
        setup.theme = Theme::Light;
        window = std::make_unique<MainWindow>(&engine(), setup);
        window->show();
        if (!QTest::qWaitForWindowExposed(window.get()))
            qFatal("no window");
    }

    FakeEngine &engine() { return fixture.engine(); }
    Database &db() { return fixture.database(); }

    // As the engine writes it: a move of these messages to Lists, one step each.
    ActionId move(const QList<MessageId> &ids, OpState state = OpState::Waiting, const QString &error = {})
    {
        Transaction txn(db());
        ActionLog log(db());
        ActionRow row;
        row.kind = ActionKind::Move;
        row.id = log.reserve(row.kind);
        row.at = QDateTime::currentMSecsSinceEpoch();
        row.count = int(ids.size());
        row.detail = u"Lists"_s;
        QList<ActionItem> items;
        JournalStore journal(db());
        for (const MessageId id : ids) {
            items.append({id, inbox, 0});
            Operation op;
            op.account = account;
            op.action = row.id;
            op.work = op.srcFolder = inbox;
            op.message = id;
            op.destFolder = lists;
            journal.setState({journal.add(op)}, state, error);
        }
        log.write(row, items, false);
        if (!error.isEmpty())
            log.setError(row.id, error);
        commit(txn);
        return row.id;
    }

    void setState(ActionId action, OpState state, const QString &error = {})
    {
        Transaction txn(db());
        JournalStore journal(db());
        for (const Operation &op : journal.ofAction(action))
            journal.setState({op.id}, state, error);
        if (!error.isEmpty())
            ActionLog(db()).setError(action, error);
        commit(txn);
    }

    void dismiss(ActionId action)
    {
        Transaction txn(db());
        ActionLog(db()).dismiss(action);
        commit(txn);
    }

    static void commit(Transaction &txn)
    {
        if (!txn.commit())
            qFatal("commit");
    }

    ChangesDialog *openChanges(int rows)
    {
        window->actions()->changes->trigger();
        auto *dialog = window->findChild<ChangesDialog *>();
        if (!QTest::qWaitFor([&] { return dialog->model()->rowCount() == rows; }))
            qWarning("%d rows", dialog->model()->rowCount());
        return dialog;
    }

    VanishedDialog *openVanished(int rows)
    {
        window->actions()->vanished->trigger();
        auto *dialog = window->findChild<VanishedDialog *>();
        if (!QTest::qWaitFor([&] { return dialog->model()->rowCount() == rows; }))
            qWarning("%d rows", dialog->model()->rowCount());
        return dialog;
    }

    WindowFixture fixture;
    AccountId account{};
    FolderId inbox{}, lists{};
    QList<MessageId> mails;
    std::unique_ptr<MainWindow> window;
};

QTreeView *listOf(const QDialog *dialog)
{
    return dialog->findChild<QTreeView *>(QString(), Qt::FindChildrenRecursively);
}

QPushButton *button(const QDialog *dialog, const QString &name)
{
    return dialog->findChild<QPushButton *>(name);
}

QString titleAt(const ChangesDialog *dialog, int row)
{
    return dialog->model()->index(row, 0).data().toString();
}

QString at(const ChangesDialog *dialog, int row, int role)
{
    return dialog->model()->index(row, 0).data(role).toString();
}

QStringList unnamed(const QWidget *root)
{
    QStringList bad;
    for (const QWidget *w : root->findChildren<QWidget *>()) {
        const bool control = qobject_cast<const QAbstractButton *>(w)
            || (qobject_cast<const QAbstractItemView *>(w) && w->focusPolicy() != Qt::NoFocus);
        const bool inner = qobject_cast<const QAbstractItemView *>(w->parentWidget())
            || qobject_cast<const QLineEdit *>(w->parentWidget());
        if (control && !inner && w->accessibleName().isEmpty() && !w->objectName().startsWith("qt_"_L1))
            bad.append(QString::fromLatin1(w->metaObject()->className()) + u' ' + w->objectName());
    }
    return bad;
}

} // namespace

class ChangesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void an_action_says_what_how_many_where_when_and_how_far_it_is()
    {
        Changes c;
        c.move(c.mails);
        const auto *dialog = c.openChanges(1);
        QCOMPARE(titleAt(dialog, 0), u"Moved 3 message(s) to “Lists”"_s);
        QCOMPARE(at(dialog, 0, ChangesModel::WhereRole), u"Work · Inbox"_s);
        QCOMPARE(at(dialog, 0, ChangesModel::StateRole), u"waiting"_s);
        QVERIFY(!at(dialog, 0, ChangesModel::TimeRole).isEmpty());
        const QString sentence = at(dialog, 0, Qt::AccessibleTextRole);
        for (const auto &part : {u"Moved 3"_s, u"waiting"_s, u"Work · Inbox"_s})
            QVERIFY2(sentence.contains(part), qPrintable(sentence));
    }

    void offline_it_says_what_it_waits_for()
    {
        Changes c;
        c.move(c.mails);
        const auto *dialog = c.openChanges(1);
        c.engine().setOnline(false);
        QCOMPARE(at(dialog, 0, ChangesModel::StateRole), u"waiting until you go online"_s);
    }

    void the_newest_stands_first_and_what_was_refused_above_all()
    {
        Changes c;
        c.move({c.mails.at(0)}, OpState::Refused, u"The folder is full."_s);
        c.move({c.mails.at(1)}, OpState::Done);
        c.move({c.mails.at(1), c.mails.at(2)}, OpState::InFlight);
        const auto *dialog = c.openChanges(3);
        QCOMPARE(at(dialog, 0, ChangesModel::StateRole), u"refused"_s);
        QCOMPARE(at(dialog, 0, ChangesModel::ReasonRole), u"The folder is full."_s);
        QCOMPARE(at(dialog, 1, ChangesModel::StateRole), u"being sent"_s);
        QCOMPARE(at(dialog, 2, ChangesModel::StateRole), u"done"_s);
    }

    void a_refused_action_opens_to_its_messages_with_the_reasons()
    {
        Changes c;
        c.move({c.mails.at(0), c.mails.at(1)}, OpState::Refused, u"The folder is full."_s);
        auto *dialog = c.openChanges(1);
        auto *list = listOf(dialog);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Right);
        const QModelIndex top = dialog->model()->index(0, 0);
        QTRY_COMPARE(dialog->model()->rowCount(top), 2);
        QVERIFY(list->isExpanded(top));
        const QModelIndex item = dialog->model()->index(0, 0, top);
        QCOMPARE(item.data().toString(), u"Lunch — Mia Wolf"_s);
        QCOMPARE(item.data(ChangesModel::ReasonRole).toString(), u"The folder is full."_s);
        QCOMPARE(item.data(ChangesModel::WhereRole).toString(), u"Work · Inbox"_s);
        QVERIFY(item.data(Qt::AccessibleTextRole).toString().contains(u"full"_s));
        list->setCurrentIndex(item);
        QCOMPARE(dialog->findChild<QLabel *>(u"changeReason"_s)->text(), u"The folder is full."_s);
    }

    void what_waits_is_cancelled_and_what_was_sent_is_undone()
    {
        Changes c;
        const ActionId done = c.move({c.mails.at(0)}, OpState::Done);
        const ActionId waiting = c.move({c.mails.at(1)});
        auto *dialog = c.openChanges(2);
        auto *undo = button(dialog, u"undoButton"_s);
        QTRY_COMPARE(undo->text(), u"&Cancel"_s);
        undo->click();
        QCOMPARE(c.engine().undos, QList<ActionId>{waiting});
        QTest::keyClick(listOf(dialog), Qt::Key_Down);
        QCOMPARE(undo->text(), u"&Undo"_s);
        QCOMPARE(undo->accessibleName(), u"Undo"_s);
        undo->click();
        QCOMPARE(c.engine().undos, (QList<ActionId>{waiting, done}));
    }

    void several_are_undone_newest_first()
    {
        Changes c;
        QList<ActionId> made;
        for (const MessageId id : std::as_const(c.mails))
            made.prepend(c.move({id}));
        auto *dialog = c.openChanges(3);
        listOf(dialog)->selectAll();
        QTest::keySequence(listOf(dialog), QKeySequence::Undo);
        QCOMPARE(c.engine().undos, made);
    }

    void only_what_was_refused_can_be_tried_again_or_dismissed()
    {
        Changes c;
        c.move({c.mails.at(1)}, OpState::Done);
        const ActionId refused = c.move({c.mails.at(0)}, OpState::Refused, u"No."_s);
        auto *dialog = c.openChanges(2);
        auto *retry = button(dialog, u"retryButton"_s);
        auto *dismiss = button(dialog, u"dismissButton"_s);
        QTRY_VERIFY(retry->isEnabled() && dismiss->isEnabled());
        QVERIFY(!button(dialog, u"undoButton"_s)->isEnabled()); // undone here already
        QTest::keySequence(listOf(dialog), QKeySequence(Qt::CTRL | Qt::Key_R));
        QTest::keyClick(listOf(dialog), Qt::Key_Delete);
        QCOMPARE(c.engine().retries, QList<ActionId>{refused});
        QCOMPARE(c.engine().dismissals, QList<ActionId>{refused});
        QTest::keyClick(listOf(dialog), Qt::Key_Down);
        QVERIFY(!retry->isEnabled() && !dismiss->isEnabled());
        QVERIFY(button(dialog, u"undoButton"_s)->isEnabled());
    }

    void the_list_follows_the_journal_and_the_selection_stays()
    {
        Changes c;
        const ActionId first = c.move({c.mails.at(0)});
        auto *dialog = c.openChanges(1);
        auto *list = listOf(dialog);
        QTRY_VERIFY(list->currentIndex().isValid());
        c.move({c.mails.at(1)});
        QTRY_COMPARE(dialog->model()->rowCount(), 2);
        QCOMPARE(list->currentIndex().row(), 1);
        QCOMPARE(dialog->model()->change(list->currentIndex())->action.id, first);
        c.setState(first, OpState::Refused, u"No."_s);
        QTRY_COMPARE(list->currentIndex().row(), 0); // it jumps on top, and the cursor with it
        QCOMPARE(at(dialog, 0, ChangesModel::StateRole), u"refused"_s);
        c.dismiss(first);
        QTRY_COMPARE(list->currentIndex().row(), 1);
        QCOMPARE(at(dialog, 1, ChangesModel::StateRole), u"done"_s);
    }

    void five_thousand_actions_come_in_pages()
    {
        Changes c;
        {
            Transaction txn(c.db());
            ActionLog log(c.db());
            for (int i = 0; i < 5000; ++i) {
                ActionRow row;
                row.kind = ActionKind::Mark;
                row.bits = quint32(Flag::Seen);
                row.id = log.reserve(row.kind);
                row.at = i;
                row.count = i + 1;
                log.write(row, {{c.mails.first(), c.inbox, 0}}, false);
            }
            Changes::commit(txn);
        }
        auto *dialog = c.openChanges(ChangesModel::Page);
        auto *list = listOf(dialog);
        QCOMPARE(dialog->model()->index(0, 0).data().toString(), u"Marked 5,000 message(s) as unread"_s);
        while (dialog->model()->rowCount() < 5000) {
            const int before = dialog->model()->rowCount();
            list->verticalScrollBar()->setValue(list->verticalScrollBar()->maximum());
            QTRY_VERIFY(dialog->model()->rowCount() > before);
        }
        QCOMPARE(dialog->model()->change(dialog->model()->index(4999, 0))->action.count, 1);
    }

    void the_status_line_counts_what_was_refused_and_opens_the_panel()
    {
        Changes c;
        auto *strip = c.window->findChild<QToolButton *>(u"changesWaiting"_s);
        QVERIFY(!strip->isVisible());
        c.move({c.mails.at(0)}, OpState::Refused, u"No."_s);
        QTRY_VERIFY(strip->isVisible());
        QCOMPARE(strip->text(), u"1 change(s) refused"_s);
        c.engine().setOnline(false);
        c.move({c.mails.at(1)});
        QTRY_COMPARE(strip->text(), u"1 change(s) waiting  ·  1 change(s) refused"_s);
        QCOMPARE(strip->accessibleName(), strip->text());
        strip->click();
        const auto *dialog = c.window->findChild<ChangesDialog *>();
        QVERIFY(dialog && dialog->isVisible());
        const auto *summary = dialog->findChild<QLabel *>(u"changesSummary"_s);
        QVERIFY(summary->text().contains(u"1 change(s) refused"_s));
    }

    void the_strip_and_the_panel_count_what_the_person_did()
    {
        Changes c;
        c.engine().setOnline(false);
        c.move(c.mails); // three messages, one change
        c.move({c.mails.at(0)});
        c.engine().setFlags({c.mails.at(1)}, Flag::Seen, true); // read by being looked at
        const auto *strip = c.window->findChild<QToolButton *>(u"changesWaiting"_s);
        QTRY_COMPARE(strip->text(), u"2 change(s) waiting  ·  1 read mark(s) waiting"_s);
        const auto *dialog = c.openChanges(2);
        const auto *summary = dialog->findChild<QLabel *>(u"changesSummary"_s);
        QTRY_VERIFY(summary->text().contains(u"2 change(s) waiting"_s));
        QVERIFY(summary->text().contains(u"1 message(s) were read"_s));
    }

    void marks_made_by_reading_are_said_in_the_panel()
    {
        Changes c;
        c.engine().setOnline(false);
        c.engine().setFlags({c.mails.at(0), c.mails.at(1)}, Flag::Seen, true);
        const auto *dialog = c.openChanges(0);
        const auto *summary = dialog->findChild<QLabel *>(u"changesSummary"_s);
        QTRY_VERIFY(summary->text().contains(u"2 message(s) were read"_s));
    }

    void escape_closes_and_every_control_has_a_name()
    {
        Changes c;
        c.move(c.mails);
        QPointer<QDialog> changes = c.openChanges(1);
        QCOMPARE(unnamed(changes).join(u", "_s), QString());
        QTest::keyClick(listOf(changes), Qt::Key_Escape);
        QTRY_VERIFY(!changes);
        QPointer<QDialog> vanished = c.openVanished(0);
        QCOMPARE(unnamed(vanished).join(u", "_s), QString());
        QTest::keyClick(vanished, Qt::Key_Escape);
        QTRY_VERIFY(!vanished);
    }

    void what_vanished_is_listed_with_its_folder_and_the_days_left()
    {
        Changes c;
        c.fixture.removeMessage(c.inbox, c.mails.at(0));
        auto *dialog = c.openVanished(1);
        const auto text = [&](VanishedModel::Column column) {
            return dialog->model()->index(0, column).data().toString();
        };
        QCOMPARE(text(VanishedModel::Subject), u"Lunch"_s);
        QCOMPARE(text(VanishedModel::Sender), u"Mia Wolf"_s);
        QCOMPARE(text(VanishedModel::Folder), u"Work · Inbox"_s);
        QCOMPARE(text(VanishedModel::Left), u"7 day(s)"_s);
        const QString sentence = dialog->model()->index(0, 0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(sentence.contains(u"Lunch, from Mia Wolf"_s), qPrintable(sentence));
    }

    void its_text_can_be_read()
    {
        Changes c;
        c.fixture.removeMessage(c.inbox, c.mails.at(1));
        auto *dialog = c.openVanished(1);
        auto *page = dialog->findChild<MessagePage *>();
        QTRY_VERIFY(page->isVisible());
        QTRY_VERIFY(page->textView()->toPlainText().contains(u"this is about: Bikes"_s));
    }

    void one_or_many_are_restored()
    {
        Changes c;
        for (const MessageId id : std::as_const(c.mails))
            c.fixture.removeMessage(c.inbox, id);
        auto *dialog = c.openVanished(3);
        auto *restore = button(dialog, u"restoreVanished"_s);
        QTRY_VERIFY(restore->isEnabled());
        restore->click();
        QCOMPARE(c.engine().intents.last().kind, Intent::Kind::Restore);
        QCOMPARE(c.engine().intents.last().vanished.size(), 1);
        QTest::keySequence(listOf(dialog), QKeySequence::SelectAll);
        restore->click();
        QCOMPARE(c.engine().intents.last().vanished.size(), 3);
    }

    void a_row_goes_when_its_message_is_back_and_comes_when_another_vanishes()
    {
        Changes c;
        c.fixture.removeMessage(c.inbox, c.mails.at(0));
        c.fixture.removeMessage(c.inbox, c.mails.at(1));
        auto *dialog = c.openVanished(2);
        const qint64 first = dialog->model()->row(dialog->model()->index(0, 0))->id;
        const qint64 second = dialog->model()->row(dialog->model()->index(1, 0))->id;
        {
            Transaction txn(c.db());
            VanishedStore(c.db()).remove(first);
            Changes::commit(txn);
        }
        QTRY_COMPARE(dialog->model()->rowCount(), 1);
        QCOMPARE(dialog->model()->row(dialog->model()->index(0, 0))->id, second);
        c.fixture.removeMessage(c.inbox, c.mails.at(2));
        QTRY_COMPARE(dialog->model()->rowCount(), 2);
    }

    void forgetting_is_asked_once()
    {
        Changes c;
        c.fixture.removeMessage(c.inbox, c.mails.at(0));
        auto *dialog = c.openVanished(1);
        const qint64 id = dialog->model()->row(dialog->model()->index(0, 0))->id;
        auto *discard = button(dialog, u"discardVanished"_s);
        QTRY_VERIFY(discard->isEnabled());
        discard->click();
        QPointer<QMessageBox> question = dialog->findChild<QMessageBox *>();
        QVERIFY(question);
        QTest::keyClick(question, Qt::Key_Return); // the safe answer is the one at hand
        QTRY_VERIFY(!question);
        QVERIFY(c.engine().discards.isEmpty());
        discard->click();
        dialog->findChild<QMessageBox *>()->findChild<QPushButton *>(u"discardConfirmed"_s)->click();
        QCOMPARE(c.engine().discards, QList<QList<qint64>>{{id}});
    }

    void the_days_are_a_setting_and_none_switches_it_off()
    {
        Changes c;
        c.fixture.removeMessage(c.inbox, c.mails.at(0));
        auto *dialog = c.openVanished(1);
        button(dialog, u"vanishedDaysButton"_s)->click();
        auto *settings = c.window->findChild<SettingsDialog *>();
        QVERIFY(settings);
        auto *days = settings->findChild<QComboBox *>(u"vanishedDays"_s);
        QVERIFY(days->isVisible());
        QCOMPARE(days->currentData().toInt(), 7);
        days->setCurrentIndex(days->findData(30));
        QCOMPARE(c.engine().syncSettings.last().vanishedDays, 30);
        QTRY_COMPARE(dialog->model()->index(0, VanishedModel::Left).data().toString(), u"30 day(s)"_s);
        QCOMPARE(loadSyncSettings(c.fixture.directory()).vanishedDays, 30);
        days->setCurrentIndex(days->findData(0));
        QCOMPARE(c.engine().syncSettings.last().vanishedDays, 0);
        QTRY_COMPARE(dialog->model()->rowCount(), 0);
        QVERIFY(dialog->findChild<QLabel *>(u"vanishedKept"_s)->text().contains(u"not kept"_s));
    }

    void what_is_older_than_the_days_is_not_shown()
    {
        Changes c;
        c.fixture.removeMessage(c.inbox, c.mails.at(0));
        QVERIFY(c.db().execute("UPDATE vanished SET at=at-8*86400000"));
        c.fixture.removeMessage(c.inbox, c.mails.at(1));
        auto *dialog = c.openVanished(1);
        QCOMPARE(dialog->model()->index(0, 0).data().toString(), u"Bikes"_s);
        QVERIFY(dialog->model()->row(dialog->model()->index(0, 0))->at
                > QDateTime::currentMSecsSinceEpoch() - Day);
    }
};

QTEST_MAIN(ChangesTest)
#include "changes_test.moc"
