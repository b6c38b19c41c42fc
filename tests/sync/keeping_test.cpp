#include "core/sync/folder/keeping.h"

#include "core/store/pages.h"
#include "core/sync/folder/detectedroles.h"
#include "core/sync/folder/folderroles.h"
#include "core/sync/journal/organizer.h"
#include "tests/sync/desk.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;
using namespace kw::sim;

namespace {

constexpr qint64 Day = 86'400;

// A desk with small steps whose choices can be changed as the settings window does.
struct Person {
    explicit Person(SimFeatures features = {})
        : desk(0, features)
    {
        small();
    }
    void small()
    {
        desk.context().limits.firstScreen = 3;
        desk.context().limits.headerSlice = 4;
        desk.context().limits.bulkSlice = 4;
        desk.context().limits.enumerateWindow = 7;
    }
    // Message n arrived `days` ago.
    void arrive(const QString &path, int n, int days)
    {
        const quint32 uid = desk.server().append(path, makeMail(n));
        desk.server().setInternalDate(path, uid, desk.clock().wallMs() / 1000 - days * Day);
    }
    void choose(const FolderChoices &choices)
    {
        desk.context().choices[desk.account()] = choices;
        if (const auto done = Keeping(desk.context()).apply(desk.account()); !done)
            qFatal("%s", qPrintable(done.error().text));
    }
    QList<int> listed(const QString &path = u"INBOX"_s)
    {
        QList<int> out;
        for (const MessageId id : desk.mails(path))
            out.append(desk.context().messages.row(id)->subject.section(u' ', -1).toInt());
        std::sort(out.begin(), out.end());
        return out;
    }
    FolderRow row(const QString &path = u"INBOX"_s)
    {
        return *desk.context().folders.folder(desk.folder(path));
    }
    QList<int> unified(FolderRole role)
    {
        QList<int> out;
        for (const MessageRow &row : Pages(desk.context().db).messages(ViewId::unified(role), {}, 1000))
            out.append(row.subject.section(u' ', -1).toInt());
        std::sort(out.begin(), out.end());
        return out;
    }
    int texts(const QString &path)
    {
        int n = 0;
        for (const MessageId id : desk.mails(path))
            n += desk.context().messages.row(id)->hasBody ? 1 : 0;
        return n;
    }
    Desk desk;
};

FolderChoices listing(int days)
{
    FolderChoices choices;
    choices.listDays = days;
    return choices;
}

FolderChoices skipping(const QStringList &paths)
{
    FolderChoices choices;
    choices.skipped = paths;
    return choices;
}

QList<int> numbers(int from, int to)
{
    QList<int> out;
    for (int n = from; n <= to; ++n)
        out.append(n);
    return out;
}

QList<SimFeatures::Resync> servers()
{
    return {SimFeatures::Resync::Plain, SimFeatures::Resync::Condstore, SimFeatures::Resync::Qresync};
}

SimFeatures with(SimFeatures::Resync resync)
{
    SimFeatures features;
    features.resync = resync;
    return features;
}

} // namespace

class KeepingTest : public QObject
{
    Q_OBJECT

    void everyKind()
    {
        QTest::addColumn<int>("kind");
        QTest::newRow("plain") << 0;
        QTest::newRow("condstore") << 1;
        QTest::newRow("qresync") << 2;
    }

private Q_SLOTS:
    // --- how far back

    void listing_ends_at_the_day_that_was_chosen_data() { everyKind(); }
    void listing_ends_at_the_day_that_was_chosen()
    {
        QFETCH(int, kind);
        Person p(with(servers().at(kind)));
        for (int n = 1; n <= 40; ++n)
            p.arrive(u"INBOX"_s, n, 100 - n); // message 40 came 60 days ago
        p.choose(listing(80));
        p.desk.settle();
        QCOMPARE(p.listed(), numbers(20, 40));
        QVERIFY(Keeping(p.desk.context()).isCutOff(p.row()));
        const int commands = p.desk.settle();
        QVERIFY2(commands < 40, qPrintable(QString::number(commands)));
        QCOMPARE(p.listed(), numbers(20, 40));
    }

    void what_is_older_is_no_difference()
    {
        Person p;
        for (int n = 1; n <= 40; ++n)
            p.arrive(u"INBOX"_s, n, 100 - n);
        p.choose(listing(80));
        p.desk.settle();
        QCOMPARE(p.desk.verify().differences.size(), 0);
        QCOMPARE(p.desk.verify(true).differences.size(), 0);
        QCOMPARE(p.listed(), numbers(20, 40));
    }

    void a_message_lost_within_the_listing_is_a_difference_still()
    {
        Person p;
        for (int n = 1; n <= 40; ++n)
            p.arrive(u"INBOX"_s, n, 100 - n);
        p.choose(listing(80));
        p.desk.settle();
        {
            Transaction txn(p.desk.context().db);
            p.desk.context().messages.remove({p.desk.mail(30)}, Vanishing::Untold);
            QVERIFY(txn.commit());
        }
        QCOMPARE(p.desk.verify().differences.size(), 1);
    }

    void going_further_back_lists_on()
    {
        Person p;
        for (int n = 1; n <= 40; ++n)
            p.arrive(u"INBOX"_s, n, 100 - n);
        p.choose(listing(80));
        p.desk.settle();
        p.choose(listing(90));
        p.desk.settle();
        QCOMPARE(p.listed(), numbers(10, 40));
        p.choose(listing(0));
        p.desk.settle();
        QCOMPARE(p.listed(), numbers(1, 40));
        QCOMPARE(p.row().lowUid, 1u);
    }

    void a_shorter_time_forgets_what_is_older_and_tells_no_server_data() { everyKind(); }
    void a_shorter_time_forgets_what_is_older_and_tells_no_server()
    {
        QFETCH(int, kind);
        Person p(with(servers().at(kind)));
        for (int n = 1; n <= 40; ++n)
            p.arrive(u"INBOX"_s, n, 100 - n);
        p.desk.settle();
        QCOMPARE(p.listed(), numbers(1, 40));
        p.choose(listing(70));
        p.desk.settle();
        QCOMPARE(p.listed(), numbers(30, 40));
        QCOMPARE(p.desk.there(u"INBOX"_s), numbers(1, 40));
        QCOMPARE(p.desk.context().vanished.rows(100).size(), 0);
        p.choose(listing(0));
        p.desk.settle();
        QCOMPARE(p.listed(), numbers(1, 40));
    }

    void time_passes_and_mail_becomes_too_old()
    {
        Person p;
        for (int n = 1; n <= 40; ++n)
            p.arrive(u"INBOX"_s, n, 100 - n);
        p.choose(listing(80));
        p.desk.settle();
        p.desk.clock().advance(std::chrono::hours(24 * 10));
        p.desk.settle();
        QCOMPARE(p.listed(), numbers(30, 40));
    }

    void the_newest_screenful_always_shows()
    {
        Person p;
        for (int n = 1; n <= 10; ++n)
            p.arrive(u"INBOX"_s, n, 1000 - n);
        p.choose(listing(30));
        p.desk.settle();
        QCOMPARE(p.listed(), numbers(8, 10));
        p.desk.clock().advance(std::chrono::hours(48));
        p.desk.settle();
        QCOMPARE(p.listed(), numbers(8, 10));
    }

    void young_mail_below_old_mail_is_not_missed()
    {
        Person p;
        for (int n = 1; n <= 10; ++n)
            p.arrive(u"INBOX"_s, n, n == 3 ? 1 : 500);
        for (int n = 11; n <= 30; ++n)
            p.arrive(u"INBOX"_s, n, 400);
        p.choose(listing(30));
        p.desk.settle();
        QCOMPARE(p.listed(), numbers(3, 30));
    }

    void a_waiting_change_keeps_an_old_message_here()
    {
        Person p;
        for (int n = 1; n <= 20; ++n)
            p.arrive(u"INBOX"_s, n, 100 - n);
        p.desk.settle();
        p.desk.perform(Intent::mark({p.desk.mail(2)}, quint32(Flag::Flagged), true));
        p.desk.net().reachable = false;
        p.choose(listing(85));
        p.desk.settle();
        QCOMPARE(p.listed(), numbers(1, 20));
        p.desk.net().reachable = true;
        p.desk.settle();
        p.desk.clock().advance(std::chrono::hours(1));
        p.desk.settle();
        QVERIFY(!p.listed().contains(2));
        QVERIFY(p.desk.there().filter(u"Message 2 4"_s).size() == 1); // starred there
    }

    void flags_and_deletions_of_others_show_in_a_limited_folder_data() { everyKind(); }
    void flags_and_deletions_of_others_show_in_a_limited_folder()
    {
        QFETCH(int, kind);
        Person p(with(servers().at(kind)));
        for (int n = 1; n <= 40; ++n)
            p.arrive(u"INBOX"_s, n, 100 - n);
        p.choose(listing(80));
        p.desk.settle();
        p.desk.server().setFlags(u"INBOX"_s, p.desk.uids(25, u"INBOX"_s), quint32(Flag::Seen), {}, true);
        p.desk.server().expunge(u"INBOX"_s, p.desk.uids(26, u"INBOX"_s));
        p.desk.server().expunge(u"INBOX"_s, p.desk.uids(5, u"INBOX"_s)); // below the limit: nobody's matter
        p.arrive(u"INBOX"_s, 41, 0);
        p.desk.settle();
        QVERIFY(p.desk.context().messages.row(p.desk.mail(25))->flags & quint32(Flag::Seen));
        QVERIFY(!p.listed().contains(26));
        QVERIFY(p.listed().contains(41));
        QCOMPARE(p.desk.verify().differences.size(), 0);
    }

    void a_renumbered_folder_is_listed_to_the_same_day_again()
    {
        Person p;
        for (int n = 1; n <= 40; ++n)
            p.arrive(u"INBOX"_s, n, 100 - n);
        p.choose(listing(80));
        p.desk.settle();
        p.desk.server().resetUidValidity(u"INBOX"_s, 500);
        p.desk.settle();
        QCOMPARE(p.listed(), numbers(20, 40));
        QCOMPARE(p.desk.verify().differences.size(), 0);
    }

    void a_limited_folder_is_not_deleted_with_mail_that_is_not_here()
    {
        Person p;
        for (int n = 1; n <= 20; ++n)
            p.arrive(u"Lists"_s, n, 100 - n);
        p.choose(listing(85));
        p.desk.settle();
        const auto done
            = Organizer(p.desk.context())
                  .perform(Intent::ofFolder(Intent::Kind::DeleteFolder, p.desk.folder(u"Lists"_s)));
        QVERIFY(!done);
        QVERIFY2(done.error().text.contains(u"on the server only"_s), qPrintable(done.error().text));
    }

    // --- which folders

    void a_skipped_folder_goes_from_here_and_stays_there()
    {
        Person p;
        for (int n = 1; n <= 10; ++n)
            p.arrive(u"Lists"_s, n, 1);
        p.desk.settle();
        QCOMPARE(p.listed(u"Lists"_s), numbers(1, 10));
        p.choose(skipping({u"Lists"_s}));
        QCOMPARE(p.listed(u"Lists"_s), QList<int>());
        QCOMPARE(p.desk.there(u"Lists"_s), numbers(1, 10));
        QVERIFY(isSet(p.desk.folder(u"Lists"_s)));
        p.desk.net().logging = true;
        p.arrive(u"Lists"_s, 11, 0);
        p.desk.settle();
        QCOMPARE(p.listed(u"Lists"_s), QList<int>());
        QVERIFY2(p.desk.net().log.filter(u"select Lists"_s).isEmpty(),
                 qPrintable(p.desk.net().log.join(u'\n')));
        QCOMPARE(p.desk.context().vanished.rows(100).size(), 0);
        QCOMPARE(p.desk.verify().differences.size(), 0);
    }

    void a_folder_that_is_wanted_again_is_listed_again()
    {
        Person p;
        for (int n = 1; n <= 10; ++n)
            p.arrive(u"Lists"_s, n, 1);
        p.choose(skipping({u"Lists"_s}));
        p.desk.settle();
        p.choose({});
        p.desk.settle();
        QCOMPARE(p.listed(u"Lists"_s), numbers(1, 10));
    }

    void the_unified_view_loses_a_skipped_folder()
    {
        Person p;
        p.arrive(u"Junk"_s, 1, 1);
        p.desk.settle();
        QCOMPARE(p.unified(FolderRole::Junk), numbers(1, 1));
        p.choose(skipping({u"Junk"_s}));
        QCOMPARE(p.unified(FolderRole::Junk), QList<int>());
    }

    void the_inbox_cannot_be_skipped()
    {
        Person p;
        p.arrive(u"INBOX"_s, 1, 1);
        p.choose(skipping({u"INBOX"_s}));
        p.desk.settle();
        QCOMPARE(p.listed(), numbers(1, 1));
    }

    void what_waits_in_a_folder_is_sent_before_it_goes()
    {
        Person p;
        for (int n = 1; n <= 5; ++n)
            p.arrive(u"Lists"_s, n, 1);
        p.desk.settle();
        p.desk.perform(Intent::mark({p.desk.mail(2, u"Lists"_s)}, quint32(Flag::Flagged), true));
        p.desk.perform(Intent::move({p.desk.mail(3, u"Lists"_s)}, p.desk.folder(u"INBOX"_s)));
        p.choose(skipping({u"Lists"_s}));
        QCOMPARE(p.listed(u"Lists"_s).size(), 4); // not before the server knows
        p.desk.settle();
        p.desk.settle();
        QCOMPARE(p.listed(u"Lists"_s), QList<int>());
        QCOMPARE(p.desk.there(u"INBOX"_s), numbers(3, 3));
        QVERIFY(p.desk.there().contains(u"Lists: Message 2 4"_s));
        QCOMPARE(p.listed(), numbers(3, 3));
    }

    void mail_moved_into_a_skipped_folder_arrives_there()
    {
        Person p;
        p.arrive(u"INBOX"_s, 1, 1);
        p.choose(skipping({u"Lists"_s}));
        p.desk.settle();
        p.desk.perform(Intent::move({p.desk.mail(1)}, p.desk.folder(u"Lists"_s)));
        p.desk.settle();
        p.desk.settle();
        QCOMPARE(p.desk.there(u"Lists"_s), numbers(1, 1));
        QCOMPARE(p.desk.there(u"INBOX"_s), QList<int>());
        QCOMPARE(p.desk.waiting(), 0);
    }

    // --- texts

    void every_text_of_an_offline_folder_is_downloaded()
    {
        Person p;
        for (int n = 1; n <= 9; ++n) {
            p.arrive(u"Lists"_s, n, 2000);
            p.arrive(u"INBOX"_s, n + 100, 2000);
        }
        FolderChoices choices;
        choices.offline = QStringList{u"Lists"_s};
        p.choose(choices);
        p.desk.settle();
        QCOMPARE(p.texts(u"Lists"_s), 9);
        QCOMPARE(p.texts(u"INBOX"_s), 0);
    }

    void an_accounts_own_age_wins_over_that_of_all()
    {
        Person p;
        for (int n = 1; n <= 6; ++n)
            p.arrive(u"INBOX"_s, n, 2000);
        p.desk.context().settings.prefetchDays = 36'500;
        FolderChoices choices;
        choices.offlineDays = 0;
        p.choose(choices);
        p.desk.settle();
        QCOMPARE(p.texts(u"INBOX"_s), 0);
        choices.offlineDays = -1;
        p.choose(choices);
        p.desk.settle();
        QCOMPARE(p.texts(u"INBOX"_s), 6);
    }

    // --- roles

    void the_persons_word_about_a_role_wins_at_once()
    {
        Person p;
        p.desk.server().createFolder(u"Ablage"_s);
        p.arrive(u"Archive"_s, 1, 1);
        p.arrive(u"Ablage"_s, 2, 1);
        p.desk.settle();
        QCOMPARE(p.unified(FolderRole::Archive), numbers(1, 1));
        FolderChoices choices;
        choices.roles.insert(FolderRole::Archive, u"Ablage"_s);
        p.choose(choices);
        QCOMPARE(p.unified(FolderRole::Archive), numbers(2, 2)); // no server was asked
        p.desk.settle();
        QCOMPARE(p.row(u"Ablage"_s).role, FolderRole::Archive);
        QCOMPARE(p.row(u"Archive"_s).role, FolderRole::None);
        p.choose({});
        QCOMPARE(p.unified(FolderRole::Archive), numbers(1, 1));
    }

    void a_chosen_folder_that_is_gone_gives_way_to_what_is_found()
    {
        Person p;
        p.desk.server().createFolder(u"Ablage"_s);
        p.desk.settle();
        FolderChoices choices;
        choices.roles.insert(FolderRole::Archive, u"Ablage"_s);
        p.choose(choices);
        p.desk.settle();
        p.desk.server().deleteFolder(u"Ablage"_s);
        p.desk.settle();
        QCOMPARE(p.row(u"Archive"_s).role, FolderRole::Archive);
        p.desk.server().createFolder(u"Ablage"_s);
        p.desk.settle();
        QCOMPARE(p.row(u"Ablage"_s).role, FolderRole::Archive); // the person's word was kept
    }

    void who_gave_a_role_is_known()
    {
        Person p;
        p.desk.server().createFolder(u"Entwürfe"_s);
        p.desk.settle();
        const AccountId id = p.desk.account();
        const auto found
            = detectedRoles(p.desk.context().folders.folders(id), p.desk.context().facts.folders(id));
        QCOMPARE(found.value(FolderRole::Trash).folder, p.desk.folder(u"Trash"_s));
        QVERIFY(found.value(FolderRole::Trash).byServer);
        QCOMPARE(found.value(FolderRole::Drafts).folder, p.desk.folder(u"Entwürfe"_s));
        QVERIFY(!found.value(FolderRole::Drafts).byServer);
        QVERIFY(!found.contains(FolderRole::Sent));
    }

    void one_folder_has_one_role()
    {
        QList<ListedFolder> listed{{u"INBOX"_s, u'/', FolderRole::Inbox},
                                   {u"Sent"_s, u'/', FolderRole::Sent}};
        const auto roles
            = withRoles(listed, {{FolderRole::Archive, u"Sent"_s}, {FolderRole::Junk, u"INBOX"_s}});
        QCOMPARE(roles.at(0).role, FolderRole::Inbox);
        QCOMPARE(roles.at(1).role, FolderRole::Archive);
    }

    void other_peoples_folders_get_no_role()
    {
        QList<ListedFolder> listed{{u"Other Users/bob/Sent"_s, u'/', FolderRole::Sent},
                                   {u"Other Users/bob/INBOX"_s, u'/', FolderRole::Inbox},
                                   {u"Shared Folders/Trash"_s, u'/'},
                                   {u"INBOX"_s, u'/', FolderRole::Inbox},
                                   {u"Sent"_s, u'/', FolderRole::Sent}};
        const auto roles = withRoles(listed);
        QCOMPARE(roles.at(0).role, FolderRole::None);
        QCOMPARE(roles.at(1).role, FolderRole::None);
        QCOMPARE(roles.at(2).role, FolderRole::None);
        QCOMPARE(roles.at(3).role, FolderRole::Inbox);
        QCOMPARE(roles.at(4).role, FolderRole::Sent);
        const auto chosen = withRoles(listed, {{FolderRole::Trash, u"Shared Folders/Trash"_s}});
        QCOMPARE(chosen.at(2).role, FolderRole::Trash); // unless the person says so
    }

    void choices_follow_a_renamed_folder()
    {
        FolderChoices choices;
        choices.roles.insert(FolderRole::Archive, u"Old/Mail"_s);
        choices.skipped = QStringList{u"Old"_s, u"Older"_s};
        choices.offline = QStringList{u"Old/News"_s};
        const auto now = Keeping::renamed(choices, u"Old"_s, u"New"_s, u'/');
        QCOMPARE(now.roles.value(FolderRole::Archive), u"New/Mail"_s);
        QCOMPARE(now.skipped, (QStringList{u"New"_s, u"Older"_s}));
        QCOMPARE(now.offline, QStringList{u"New/News"_s});
    }
};

QTEST_GUILESS_MAIN(KeepingTest)
#include "keeping_test.moc"
