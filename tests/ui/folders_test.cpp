#include "ui/folders/foldermodel.h"
#include "ui/folders/foldertree.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

FolderRow folder(int id, int account, const QString &path, FolderRole role = FolderRole::None,
                 quint32 unread = 0)
{
    FolderRow row;
    row.id = FolderId(id);
    row.account = AccountId(account);
    row.path = path;
    row.separator = u'/';
    row.role = role;
    row.unread = unread;
    row.total = unread + 10;
    return row;
}

FolderTreeInput twoAccounts()
{
    FolderTreeInput input;
    AccountSettings work;
    work.key = u"work"_s;
    work.address = u"anna@example.org"_s;
    AccountSettings home;
    home.key = u"home"_s;
    home.name = u"Home"_s;
    input.accounts = {work, home};
    input.accountKeys = {{AccountId(1), u"work"_s}, {AccountId(2), u"home"_s}};
    input.folders = {folder(1, 1, u"INBOX"_s, FolderRole::Inbox, 12),
                     folder(2, 1, u"Trash"_s, FolderRole::Trash),
                     folder(3, 1, u"Lists/KDE"_s),
                     folder(4, 2, u"INBOX"_s, FolderRole::Inbox, 25),
                     folder(5, 2, u"INBOX/Gesendet"_s, FolderRole::Sent),
                     folder(6, 1, u"Apples"_s)};
    return input;
}

QStringList titles(const FolderModel &model, const QModelIndex &parent)
{
    QStringList list;
    for (int i = 0; i < model.rowCount(parent); ++i)
        list.append(model.index(i, 0, parent).data().toString());
    return list;
}

} // namespace

class FoldersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void unified_section_comes_first_then_accounts_in_the_persons_order()
    {
        FolderModel model;
        model.setTree(twoAccounts());
        QCOMPARE(titles(model, {}), (QStringList{u"All accounts"_s, u"anna@example.org"_s, u"Home"_s}));
        QCOMPARE(titles(model, model.index(0, 0)),
                 (QStringList{u"Inbox"_s, u"Starred"_s, u"Sent"_s, u"Trash"_s}));
    }

    void roles_come_first_and_bear_their_own_names()
    {
        FolderModel model;
        model.setTree(twoAccounts());
        QCOMPARE(titles(model, model.index(1, 0)),
                 (QStringList{u"Inbox"_s, u"Trash"_s, u"Apples"_s, u"Lists"_s}));
        QCOMPARE(titles(model, model.index(2, 0)), (QStringList{u"Inbox"_s, u"Sent"_s}));
    }

    void the_unified_inbox_counts_every_account()
    {
        FolderModel model;
        model.setTree(twoAccounts());
        QCOMPARE(model.unread(FolderRole::Inbox), 37U);
    }

    void what_others_share_stands_in_a_group_at_the_end()
    {
        FolderModel model;
        FolderTreeInput input = twoAccounts();
        input.folders.append(folder(20, 1, u"shared"_s));
        input.folders.last().selectable = false;
        input.folders.append(folder(21, 1, u"shared/bob/INBOX"_s, FolderRole::None, 3));
        input.folders.append(folder(22, 1, u"shared/bob/Team"_s));
        model.setTree(input);
        QCOMPARE(titles(model, model.index(1, 0)),
                 (QStringList{u"Inbox"_s, u"Trash"_s, u"Apples"_s, u"Lists"_s, u"Shared with you"_s}));
        const QModelIndex group = model.index(4, 0, model.index(1, 0));
        QVERIFY(!model.view(group));
        QCOMPARE(titles(model, group), QStringList{u"bob"_s});
        QCOMPARE(titles(model, model.index(0, 0, group)), (QStringList{u"Inbox"_s, u"Team"_s}));
        QCOMPARE(model.unread(FolderRole::Inbox), 37U); // other people's mail does not count
    }

    void a_folder_that_is_not_kept_here_is_shown_and_cannot_be_opened()
    {
        FolderModel model;
        FolderTreeInput input = twoAccounts();
        input.accounts.first().folders.skipped = QStringList{u"Apples"_s};
        model.setTree(input);
        const QModelIndex apples = model.indexOf(ViewId::of(FolderId(6)));
        QVERIFY(apples.isValid());
        QVERIFY(!model.view(apples));
        QCOMPARE(apples.data(Qt::AccessibleTextRole).toString(), u"Apples, not kept here"_s);
    }

    void a_limited_folder_says_that_older_mail_is_on_the_server_only()
    {
        FolderModel model;
        FolderTreeInput input = twoAccounts();
        input.accounts.first().folders.listDays = 90;
        input.folders[5].lowUid = 500;
        input.folders[1].lowUid = 1;
        model.setTree(input);
        QVERIFY(
            model.indexOf(ViewId::of(FolderId(6))).data(Qt::ToolTipRole).toString().contains(u"90 day"_s));
        QVERIFY(
            !model.indexOf(ViewId::of(FolderId(2))).data(Qt::ToolTipRole).toString().contains(u"90 day"_s));
    }

    void counters_change_in_place()
    {
        FolderModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setTree(twoAccounts());
        QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        const QPersistentModelIndex inbox = model.indexOf(ViewId::of(FolderId(1)));
        model.applyCounters({{FolderId(1), FolderCounters{22, 3}}, {FolderId(99), FolderCounters{1, 1}}});
        QCOMPARE(reset.size(), 0);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(inbox.data(FolderModel::UnreadRole).toUInt(), 3U);
        QCOMPARE(model.unread(FolderRole::Inbox), 28U);
    }

    void a_level_that_is_no_folder_cannot_be_opened()
    {
        FolderModel model;
        model.setTree(twoAccounts());
        const QModelIndex lists = model.index(3, 0, model.index(1, 0));
        QCOMPARE(lists.data().toString(), u"Lists"_s);
        QVERIFY(!model.view(lists));
        QVERIFY(lists.data(Qt::AccessibleTextRole).toString().contains(u"cannot be opened"_s));
        QCOMPARE(model.view(model.index(0, 0, lists)), std::optional(ViewId::of(FolderId(3))));
    }

    void an_unsupported_name_is_shown_and_explained_but_never_opened()
    {
        FolderTreeInput input = twoAccounts();
        input.folders[5].unsupported = true;
        input.folders[5].path = u"A \"quoted\" name"_s;
        FolderModel model;
        model.setTree(input);
        const QModelIndex odd = model.index(2, 0, model.index(1, 0));
        QCOMPARE(odd.data().toString(), u"A \"quoted\" name"_s);
        QVERIFY(!model.view(odd));
        QVERIFY(odd.data(Qt::ToolTipRole).toString().contains(u"quotes"_s));
    }

    void two_hundred_levels_nest_no_deeper_than_the_limit()
    {
        FolderTreeInput input = twoAccounts();
        QStringList parts;
        for (int i = 0; i < 200; ++i)
            parts.append(u"level%1"_s.arg(i));
        input.folders.append(folder(7, 1, parts.join(u'/')));
        FolderModel model;
        model.setTree(input);
        QModelIndex deepest = model.indexOf(ViewId::of(FolderId(7)));
        QVERIFY(deepest.isValid());
        int depth = 0;
        for (QModelIndex up = deepest; up.isValid(); up = up.parent())
            ++depth;
        QCOMPARE_LE(depth, MaxFolderDepth + 1);
    }

    void ten_thousand_flat_folders_are_built_in_time()
    {
        FolderTreeInput input = twoAccounts();
        for (int i = 0; i < 10'000; ++i)
            input.folders.append(folder(100 + i, 1, u"Folder %1"_s.arg(i)));
        QElapsedTimer timer;
        timer.start();
        FolderModel model;
        model.setTree(input);
        QCOMPARE_LT(timer.elapsed(), 2000);
        QVERIFY(model.indexOf(ViewId::of(FolderId(10'099))).isValid());
    }

    void control_characters_and_bidi_overrides_do_not_reach_the_pane()
    {
        FolderTreeInput input = twoAccounts();
        input.folders[5].path = u"a\u202egnp\nb\tc"_s;
        FolderModel model;
        model.setTree(input);
        const QString title = model.indexOf(ViewId::of(FolderId(6))).data().toString();
        QCOMPARE(title, u"agnp b c"_s);
    }

    void an_account_says_its_state_in_words()
    {
        FolderModel model;
        model.setTree(twoAccounts());
        AccountStatus status;
        status.key = u"home"_s;
        status.liveness = Liveness::NeedsYou;
        status.error.text = u"Couldn't sign in: the server says the password is wrong."_s;
        model.setAccountStatus(status);
        const QModelIndex home = model.index(2, 0);
        QVERIFY(home.data(Qt::AccessibleTextRole).toString().contains(u"needs you"_s));
        QVERIFY(home.data(Qt::ToolTipRole).toString().contains(u"password is wrong"_s));
    }

    void without_accounts_there_is_nothing()
    {
        FolderModel model;
        model.setTree({});
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_MAIN(FoldersTest)
#include "folders_test.moc"
