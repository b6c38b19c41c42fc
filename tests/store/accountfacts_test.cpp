#include "core/store/accountfacts.h"
#include "tests/store/profile.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;
using namespace kw::test;

namespace {

// A second account with a folder, messages and texts of its own.
struct Other {
    explicit Other(Profile &profile)
        : profile(profile)
    {
        profile.write([&] {
            FolderStore folders(profile.db());
            account = folders.account(u"bob"_s);
            FolderRow row;
            row.account = account;
            row.path = u"INBOX"_s;
            row.role = FolderRole::Inbox;
            inbox = folders.upsert(row);
            MessageStore messages(profile.db());
            for (quint32 uid = 1; uid <= 5; ++uid)
                messages.insert(inbox, {Profile::mail(uid + 100)}, Threading::Now);
            for (const auto &known : messages.known(inbox, UidSet::range(1, 1000)))
                BodyStore(profile.db()).put(known.id, Profile::text(raw(known.uid)), 1);
        });
    }
    Profile &profile;
    AccountId account{};
    FolderId inbox{};
};

// Every column of every row of one account, in all tables that have any.
QByteArray everythingOf(Profile &profile, AccountId account)
{
    QByteArray out;
    const QByteArray a = QByteArray::number(raw(account));
    const QByteArray its = "(SELECT id FROM folder WHERE account_id=" + a + ')';
    for (const QByteArray &from :
         {"account WHERE id=" + a, "folder WHERE account_id=" + a, "message WHERE folder_id IN " + its,
          "bodies.body WHERE message_id IN (SELECT id FROM message WHERE folder_id IN " + its + ')',
          "op WHERE account_id=" + a, "vanished WHERE account_id=" + a,
          "conversation WHERE view IN " + its}) {
        const auto query = profile.db().statement("SELECT * FROM " + from + " ORDER BY 1, 2");
        out += from + '\n';
        while (query->next()) {
            for (int column = 0; column < 12; ++column)
                out += query->blob(column) + '|';
            out += '\n';
        }
    }
    return out;
}

} // namespace

class AccountFactsTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void holdings_count_what_would_go()
    {
        Profile p;
        Other other(p);
        const MessageId first = p.add(1);
        const MessageId second = p.add(2, false);
        p.write([&] { p.messages().setFlags({second}, quint32(Flag::Seen), true); });
        p.action = p.act(ActionKind::Move, {{first, p.inbox, 0}});
        p.put(p.moveOf(first, 1, p.archive));
        const auto held = AccountFacts(p.db()).holdings(p.account);
        QCOMPARE(held.messages, 2);
        QCOMPARE(held.texts, 1);
        QCOMPARE(held.waiting, 2); // a move and a mark
        QCOMPARE(held.onlyHere, 0);
        QCOMPARE(AccountFacts(p.db()).holdings(other.account), (AccountHoldings{5, 5, 0, 0, 0}));
    }

    void one_message_changed_twice_counts_once()
    {
        Profile p;
        const MessageId id = p.add(1);
        p.write([&] { p.messages().setFlags({id}, quint32(Flag::Flagged), true); });
        p.action = p.act(ActionKind::Move, {{id, p.inbox, 0}});
        p.put(p.moveOf(id, 1, p.archive));
        QCOMPARE(AccountFacts(p.db()).holdings(p.account).waiting, 1);
    }

    void what_others_deleted_and_is_still_here_is_said()
    {
        Profile p;
        p.remove(p.add(1));
        QCOMPARE(AccountFacts(p.db()).holdings(p.account).vanished, 1);
    }

    void a_message_that_waits_to_be_put_on_the_server_is_only_here()
    {
        Profile p;
        const MessageId source = p.add(1);
        MessageId copy{};
        p.write([&] {
            NewMessage mail = Profile::mail(900);
            mail.uid = {};
            p.messages().insert(p.archive, {Profile::mail(900)}, Threading::Now);
            copy = p.messages().known(p.archive, UidSet::range(900, 900)).first().id;
        });
        p.db().statement("UPDATE message SET uid=NULL WHERE id=" + QByteArray::number(raw(copy)))->run();
        Operation op;
        op.account = p.account;
        op.action = p.act(ActionKind::Copy, {{copy, p.archive, 0}});
        op.kind = OpKind::Append;
        op.work = op.destFolder = p.archive;
        op.message = copy;
        op.source = source;
        p.put(op);
        QCOMPARE(AccountFacts(p.db()).holdings(p.account).onlyHere, 1);
    }

    void removing_an_account_leaves_every_other_row_as_it_was()
    {
        Profile p;
        for (quint32 uid = 1; uid <= 20; ++uid)
            p.add(uid);
        Other other(p);
        p.remove(p.messages().known(p.inbox, UidSet::range(1, 1)).first().id);
        const QByteArray before = everythingOf(p, other.account);
        QVERIFY(before.size() > 500);
        p.write([&] { FolderStore(p.db()).removeAccount(p.account); });
        QCOMPARE(everythingOf(p, other.account), before);
        QCOMPARE(p.number("SELECT COUNT(*) FROM message"), 5);
        QCOMPARE(p.number("SELECT COUNT(*) FROM bodies.body"), 5);
        QCOMPARE(p.number("SELECT COUNT(*) FROM vanished"), 0);
        QCOMPARE(p.number("SELECT COUNT(*) FROM account"), 1);
    }

    void its_texts_are_not_kept_among_what_vanished()
    {
        Profile p;
        p.add(1);
        p.write([&] { FolderStore(p.db()).remove(p.inbox, FolderStore::Texts::Forget); });
        QCOMPARE(p.number("SELECT COUNT(*) FROM vanished"), 0);
    }

    void a_cleared_folder_stays_as_if_never_listed()
    {
        Profile p;
        p.add(1);
        p.add(2);
        p.write([&] {
            FolderRow row = *FolderStore(p.db()).folder(p.inbox);
            row.uidValidity = 7;
            row.uidNext = 3;
            row.lowUid = 1;
            FolderStore(p.db()).saveSyncState(row);
            AccountFacts(p.db()).setListedSince(p.inbox, 1000);
        });
        p.write([&] { FolderStore(p.db()).clear(p.inbox); });
        const auto row = FolderStore(p.db()).folder(p.inbox);
        QVERIFY(row);
        QCOMPARE(row->total, 0u);
        QCOMPARE(row->lowUid, 0u);
        QCOMPARE(row->uidValidity, 0u);
        QCOMPARE(AccountFacts(p.db()).folder(p.inbox).listedSince, 0);
        QCOMPARE(p.number("SELECT COUNT(*) FROM message"), 0);
        QCOMPARE(p.number("SELECT COUNT(*) FROM bodies.body"), 0);
        QCOMPARE(p.number("SELECT COUNT(*) FROM conversation"), 0);
    }

    void what_the_server_says_of_a_folder_is_kept_apart_from_its_use()
    {
        Profile p;
        QVERIFY(!AccountFacts(p.db()).folder(p.archive).told);
        p.write([&] { AccountFacts(p.db()).setTold(p.archive, FolderRole::None); });
        QCOMPARE(AccountFacts(p.db()).folder(p.archive).told, FolderRole::None);
        QCOMPARE(FolderStore(p.db()).folder(p.archive)->role, FolderRole::Archive);
        QCOMPARE(AccountFacts(p.db()).folders(p.account).size(), 2);
    }
};

QTEST_GUILESS_MAIN(AccountFactsTest)
#include "accountfacts_test.moc"
