#include "core/store/sharedfolders.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

SharedFolders among(const QStringList &paths, QChar separator = u'/', const QStringList &unselectable = {})
{
    QList<SharedFolders::Listed> listed;
    for (const QString &path : paths)
        listed.append({path, separator, !unselectable.contains(path)});
    return SharedFolders(listed);
}

} // namespace

class SharedFoldersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void dovecots_shared_namespace_is_found_below_its_level()
    {
        const auto shared = among({u"INBOX"_s, u"Sent"_s, u"shared"_s, u"shared/bob"_s, u"shared/bob/Team"_s},
                                  u'/', {u"shared"_s, u"shared/bob"_s});
        QVERIFY(shared.contains(u"shared/bob/Team"_s));
        QVERIFY(shared.contains(u"shared"_s));
        QVERIFY(!shared.contains(u"Sent"_s));
        QCOMPARE(shared.within(u"shared/bob/Team"_s), u"bob/Team"_s);
        QCOMPARE(shared.within(u"shared"_s), QString());
    }

    void cyrus_names_its_namespaces_in_two_ways()
    {
        const auto alternative
            = among({u"INBOX"_s, u"Other Users/bob"_s, u"Other Users/bob/Lists"_s, u"Shared Folders/all"_s});
        QVERIFY(alternative.contains(u"Other Users/bob"_s));
        QVERIFY(alternative.contains(u"Shared Folders/all"_s));
        const auto classic = among({u"INBOX"_s, u"INBOX.Sent"_s, u"user.bob"_s, u"user.bob.Lists"_s}, u'.');
        QVERIFY(classic.contains(u"user.bob.Lists"_s));
        QVERIFY(!classic.contains(u"INBOX.Sent"_s));
    }

    void a_folder_of_ones_own_with_such_a_name_stays_ones_own()
    {
        const auto own = among({u"INBOX"_s, u"Shared"_s, u"Shared/Projects"_s, u"Users"_s});
        QVERIFY(own.isEmpty());
        QVERIFY(among({u"INBOX"_s, u"shared"_s}, u'/', {u"shared"_s}).isEmpty()); // nothing is below it
    }

    void names_with_a_number_sign_or_the_separator_in_front_are_foreign()
    {
        QVERIFY(among({u"INBOX"_s, u"#news/comp"_s}).contains(u"#news/comp"_s));
        const auto zimbra = among({u"INBOX"_s, u"/home/bob"_s, u"/home/bob/Inbox"_s});
        QVERIFY(zimbra.contains(u"/home/bob/Inbox"_s));
        QCOMPARE(zimbra.within(u"/home/bob/Inbox"_s), u"bob/Inbox"_s);
    }

    void another_separator_than_the_inboxs_is_another_namespace()
    {
        const SharedFolders shared(QList<SharedFolders::Listed>{
            {u"INBOX"_s, u'.', true}, {u"INBOX.Sent"_s, u'.', true}, {u"Colleagues/bob"_s, u'/', true}});
        QVERIFY(shared.contains(u"Colleagues/bob"_s));
        QVERIFY(!shared.contains(u"INBOX.Sent"_s));
    }

    void a_level_with_other_peoples_inboxes_is_foreign_whatever_its_name()
    {
        const auto shared = among({u"INBOX"_s, u"Kollegen/bob"_s, u"Kollegen/bob/INBOX"_s});
        QVERIFY(shared.contains(u"Kollegen/bob"_s));
        QVERIFY(among({u"INBOX"_s, u"Old"_s, u"Old/Mail/INBOX"_s}).isEmpty()); // a backup of one's own
        QVERIFY(among({u"INBOX"_s, u"INBOX/Old/INBOX"_s}).isEmpty());
    }

    void hostile_lists_end_quickly()
    {
        QStringList many{u"INBOX"_s};
        for (int i = 0; i < 20'000; ++i)
            many.append(u"#%1/x"_s.arg(i % 50));
        const auto shared = among(many);
        QVERIFY(shared.contains(u"#7/x"_s));
        QVERIFY(!among({QString(), u"/"_s, u"//"_s}).contains(u"INBOX"_s));
    }
};

QTEST_GUILESS_MAIN(SharedFoldersTest)
#include "sharedfolders_test.moc"
