#include "tests/store/profile.h"

#include "core/store/placement.h"
#include "core/store/vanishedstore.h"

#include <QDateTime>
#include <QTest>

using namespace kw;
using namespace kw::test;
using namespace Qt::StringLiterals;

// "Recently vanished": what is kept, for how long, and that it comes back as it was.
class VanishedTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_message_that_goes_is_kept_with_its_text_flags_tags_and_date()
    {
        Profile p;
        const MessageId id = p.add(1, true, quint32(Flag::Seen) | quint32(Flag::Flagged));
        p.write([&] { MessageStore(p.db()).setKeyword({id}, u"work"_s, true); });
        const qint64 before = QDateTime::currentMSecsSinceEpoch();
        p.remove(id);
        QVERIFY(p.last.vanishedChanged);
        const VanishedStore store(p.db());
        const auto rows = store.rows(10);
        QCOMPARE(rows.size(), 1);
        const VanishedRow row = rows.first();
        QCOMPARE(row.message, id);
        QCOMPARE(row.folder, p.inbox);
        QCOMPARE(row.folderPath, u"INBOX"_s);
        QCOMPARE(row.account, p.account);
        QCOMPARE(row.flags & ServerFlagMask, quint32(Flag::Seen) | quint32(Flag::Flagged));
        QCOMPARE(row.keywords, QStringList{u"work"_s});
        QCOMPARE(row.date, 1'700'000'001);
        QCOMPARE(row.subject, u"Message 1"_s);
        QVERIFY(!row.ours);
        QVERIFY(row.at >= before && row.at <= QDateTime::currentMSecsSinceEpoch());
        const auto text = store.body(row.id);
        QVERIFY(text);
        QCOMPARE(text->header, Profile::text(1).header);
        QCOMPARE(text->body, Profile::text(1).body);
    }

    void without_its_text_nothing_is_kept_and_nothing_is_told()
    {
        Profile p;
        p.remove(p.add(1, false));
        QVERIFY(!p.last.vanishedChanged);
        QVERIFY(VanishedStore(p.db()).rows(10).isEmpty());
    }

    void a_text_that_belongs_to_another_message_is_not_kept()
    {
        Profile p;
        const MessageId id = p.add(1);
        p.write([&] { p.db().prepared("UPDATE bodies.body SET header_hash=1").run(); });
        p.remove(id);
        QVERIFY(!VanishedStore(p.db()).ofMessage(id));
    }

    void what_we_deleted_ourselves_is_kept_for_undo_and_not_listed()
    {
        Profile p;
        const MessageId id = p.add(1);
        p.remove(id, Vanishing::ByUs);
        const VanishedStore store(p.db());
        QVERIFY(store.rows(10).isEmpty());
        QVERIFY(store.ofMessage(id) && store.ofMessage(id)->ours);
    }

    void what_leaves_untold_is_not_kept()
    {
        Profile p;
        const MessageId id = p.add(1);
        p.remove(id, Vanishing::Untold);
        QVERIFY(!VanishedStore(p.db()).ofMessage(id));
    }

    void what_turns_up_in_another_folder_has_not_vanished()
    {
        Profile p;
        const MessageId id = p.add(1);
        p.remove(id);
        const VanishedStore store(p.db());
        QCOMPARE(store.rows(10).size(), 1);
        p.write([&] { MessageStore(p.db()).insert(p.archive, {Profile::mail(1)}, Threading::Now); });
        QVERIFY(store.rows(10).isEmpty());
    }

    void expiry_takes_what_is_older_and_nothing_else()
    {
        Profile p;
        p.remove(p.add(1));
        p.remove(p.add(2));
        p.write([&] { p.db().prepared("UPDATE vanished SET at=id*1000").run(); });
        VanishedStore store(p.db());
        int gone = 0;
        p.write([&] { gone = store.purge(1000); });
        QCOMPARE(gone, 0); // exactly as old is not older
        p.write([&] { gone = store.purge(1001); });
        QCOMPARE(gone, 1);
        QVERIFY(p.last.vanishedChanged);
        QCOMPARE(store.rows(10).first().subject, u"Message 2"_s);
    }

    void pages_are_newest_first_and_hold_each_row_once()
    {
        Profile p;
        for (quint32 uid = 1; uid <= 7; ++uid)
            p.remove(p.add(uid));
        p.write([&] { p.db().prepared("UPDATE vanished SET at=1000+id/3").run(); }); // several at one moment
        const VanishedStore store(p.db());
        QList<qint64> seen;
        auto page = store.rows(0, nullptr, 2);
        while (!page.isEmpty()) {
            QVERIFY(page.size() <= 2);
            for (const VanishedRow &row : std::as_const(page))
                seen.append(row.id);
            const VanishedRow last = page.last();
            page = store.rows(0, &last, 2);
        }
        QCOMPARE(seen, (QList<qint64>{7, 6, 5, 4, 3, 2, 1}));
        QCOMPARE(store.rows(1002, nullptr, 10).size(), 2); // the limit of days
    }

    void a_restored_row_is_as_it_was_under_its_old_number()
    {
        Profile p;
        const MessageId id = p.add(1, true, quint32(Flag::Seen));
        p.remove(id);
        const VanishedStore store(p.db());
        const qint64 kept = store.rows(1).first().id;
        MessageId made{};
        p.write([&] { made = Placement(p.db()).restore(kept, p.inbox); });
        QCOMPARE(made, id);
        QVERIFY(p.last.vanishedChanged);
        QVERIFY(!store.row(kept));
        const auto row = MessageStore(p.db()).row(made);
        QVERIFY(row);
        QCOMPARE(row->flags & ServerFlagMask, quint32(Flag::Seen));
        QCOMPARE(row->date, 1'700'000'001);
        QCOMPARE(row->folder, p.inbox);
        QVERIFY(row->hasBody);
        QCOMPARE(BodyStore(p.db()).get(made)->body, Profile::text(1).body);
        QCOMPARE(p.number("SELECT total FROM folder WHERE path='INBOX'"), 1);
    }

    void a_forgotten_one_is_gone()
    {
        Profile p;
        p.remove(p.add(1));
        VanishedStore store(p.db());
        const qint64 id = store.rows(1).first().id;
        p.write([&] { store.remove(id); });
        QVERIFY(p.last.vanishedChanged);
        QVERIFY(!store.row(id));
        QVERIFY(!store.body(id));
    }
};

QTEST_GUILESS_MAIN(VanishedTest)
#include "vanished_test.moc"
