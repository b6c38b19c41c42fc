#include "tests/sync/desk.h"

#include <QTest>

using namespace kw;
using namespace kw::sim;
using namespace Qt::StringLiterals;

// Several actions on the same mail before the server hears of the first: what it is told in the end is what
// the person saw. Each of these was found by the kill test.
class JourneysTest : public QObject
{
    Q_OBJECT
    using Kind = Intent::Kind;
    using Numbers = QList<int>;

    static void settled(Desk &d)
    {
        QCOMPARE(d.waiting(), 0);
        QCOMPARE(d.here(), d.there());
        for (const ActionRow &row : d.context().actions.newest(100)) {
            QCOMPARE(row.state, ActionState::Done);
            QCOMPARE(row.error, QString());
        }
    }

private Q_SLOTS:
    void a_tag_put_on_the_original_later_is_not_on_the_copy()
    {
        Desk d;
        // The move ends first, and the marks are sent before the copy.
        d.perform(Intent::move({d.mail(1)}, d.folder(u"Archive"_s)));
        d.perform(Intent::copy({d.mail(1, u"Archive"_s)}, d.folder(u"Lists"_s)));
        d.perform(Intent::copy({d.mail(1, u"Lists"_s)}, d.folder(u"Junk"_s)));
        d.perform(Intent::tag({d.mail(1, u"Archive"_s)}, u"work"_s, true));
        d.perform(Intent::mark({d.mail(1, u"Archive"_s)}, quint32(Flag::Flagged), true));
        d.settle();
        QCOMPARE(
            d.there().filter(u"Message 1"_s),
            (QStringList{u"Archive: Message 1 4 work"_s, u"Junk: Message 1 0"_s, u"Lists: Message 1 0"_s}));
        settled(d);
    }

    void a_copy_may_get_the_tag_that_its_original_got_meanwhile()
    {
        Desk d;
        d.perform(Intent::copy({d.mail(1)}, d.folder(u"Lists"_s)));
        d.perform(Intent::tag({d.mail(1)}, u"work"_s, true));
        d.perform(Intent::tag({d.mail(1, u"Lists"_s)}, u"work"_s, true));
        d.perform(Intent::tag({d.mail(1)}, u"work"_s, false));
        d.settle();
        QCOMPARE(d.there().filter(u"Message 1"_s),
                 (QStringList{u"INBOX: Message 1 0"_s, u"Lists: Message 1 0 work"_s}));
        settled(d);
    }

    // While it is away its server's marks are not known, so "taken off" waits though there is nothing to
    // take.
    void a_tag_put_on_taken_off_elsewhere_and_put_on_again_reaches_the_server()
    {
        Desk d;
        d.perform(Intent::move({d.mail(1)}, d.folder(u"Archive"_s)));
        d.perform(Intent::tag({d.mail(1, u"Archive"_s)}, u"work"_s, true));
        d.perform(Intent::tag({d.mail(1, u"Archive"_s)}, u"work"_s, false));
        d.perform(Intent::move({d.mail(1, u"Archive"_s)}, d.folder(u"INBOX"_s)));
        d.perform(Intent::tag({d.mail(1)}, u"work"_s, true));
        d.settle();
        QCOMPARE(d.there().filter(u"Message 1"_s), QStringList{u"INBOX: Message 1 0 work"_s});
        settled(d);
    }

    void a_tag_taken_back_before_the_server_hears_of_it_costs_no_command()
    {
        Desk d;
        d.settle();
        const int idle = d.settle();
        d.perform(Intent::tag({d.mail(1)}, u"work"_s, true));
        d.perform(Intent::tag({d.mail(1)}, u"work"_s, false));
        QCOMPARE(d.settle(), idle);
        settled(d);
    }

    void what_is_copied_and_then_deleted_is_copied_from_where_it_never_left()
    {
        Desk d;
        d.perform(Intent::of(Kind::Delete, {d.mail(1)}));
        d.perform(Intent::copy({d.mail(1, u"Trash"_s)}, d.folder(u"Lists"_s)));
        d.perform(Intent::of(Kind::Expunge, {d.mail(1, u"Trash"_s)}));
        d.settle();
        QCOMPARE(d.there(u"Lists"_s), Numbers{1});
        QCOMPARE(d.there(u"Trash"_s), Numbers{});
        QCOMPARE(d.there(u"INBOX"_s), (Numbers{2, 3}));
        settled(d);
    }

    void a_folder_ends_after_its_mail_that_was_deleted_for_good()
    {
        Desk d;
        d.server().append(u"Lists"_s, makeMail(8));
        d.settle();
        d.perform(Intent::ofFolder(Kind::DeleteFolder, d.folder(u"Lists"_s)));
        d.perform(Intent::of(Kind::Expunge, {d.mail(8, u"Trash"_s)}));
        d.settle();
        QVERIFY(!d.server().folder(u"Lists"_s));
        QCOMPARE(d.there(u"Trash"_s), Numbers{});
        settled(d);
    }

    // Each of these waits for the one before; the deletion must not wait for all of them in turn.
    void a_folder_that_never_was_is_made_for_what_passes_through_it()
    {
        Desk d;
        d.perform(Intent::createFolder(d.account(), {}, u"Box"_s));
        d.perform(Intent::copy({d.mail(1)}, d.folder(u"Box"_s)));
        d.perform(Intent::copy({d.mail(1, u"Box"_s)}, d.folder(u"Lists"_s)));
        d.perform(Intent::of(Kind::Expunge, {d.mail(1, u"Box"_s)}));
        d.perform(Intent::ofFolder(Kind::DeleteFolder, d.folder(u"Box"_s)));
        d.settle();
        QCOMPARE(d.there(u"Lists"_s), Numbers{1});
        QVERIFY(!d.server().folder(u"Box"_s));
        settled(d);
    }

    void folders_made_and_renamed_do_not_wait_for_one_that_ends()
    {
        Desk d;
        d.server().append(u"Lists"_s, makeMail(8));
        d.server().createFolder(u"Old"_s);
        d.settle();
        d.perform(Intent::ofFolder(Kind::DeleteFolder, d.folder(u"Lists"_s)));
        d.perform(Intent::renameFolder(d.folder(u"Old"_s), u"New"_s));
        d.perform(Intent::createFolder(d.account(), {}, u"Projects"_s));
        d.perform(Intent::copy({d.mail(8, u"Trash"_s)}, d.folder(u"Projects"_s)));
        d.perform(Intent::of(Kind::Expunge, {d.mail(8, u"Trash"_s)}));
        d.settle();
        QVERIFY(!d.server().folder(u"Lists"_s));
        QVERIFY(d.server().folder(u"New"_s));
        QCOMPARE(d.there(u"Projects"_s), Numbers{8});
        settled(d);
    }
};

QTEST_GUILESS_MAIN(JourneysTest)
#include "journeys_test.moc"
