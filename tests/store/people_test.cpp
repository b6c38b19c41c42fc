#include "core/store/acquaintances.h"
#include "core/store/migrations.h"
#include "core/store/people.h"
#include "profile.h"

#include <QTest>

#include <sqlite3.h>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Now = 1'750'000'000;
constexpr qint64 Day = 86'400;

QStringList emails(const QList<KnownPerson> &people)
{
    QStringList out;
    for (const KnownPerson &person : people)
        out.append(person.address.email);
    return out;
}

} // namespace

class PeopleTest : public QObject
{
    Q_OBJECT

    void write(const QString &name, const QString &email, qint64 date)
    {
        m_profile->write([&] { Acquaintances(m_profile->db()).noteWritten({{name, email}}, date); });
    }
    void receive(const QString &name, const QString &email, qint64 date, quint32 flags = quint32(Flag::Seen),
                 FolderId folder = {})
    {
        NewMessage mail = test::Profile::mail(++m_uid, flags);
        mail.digest.from = {name, email};
        mail.digest.date = date;
        mail.digest.isBulk = (flags & quint32(Flag::Bulk)) != 0;
        mail.flags &= ~quint32(Flag::Bulk);
        m_profile->write([&] {
            m_profile->messages().insert(raw(folder) != 0 ? folder : m_profile->inbox, {mail},
                                         Threading::Now);
        });
    }
    QList<KnownPerson> known(int most = 100) { return knownPeople(m_profile->db(), Now, most); }

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<test::Profile>();
        m_uid = 0;
    }

    void those_written_to_often_and_lately_come_first()
    {
        write(u"Once"_s, u"once@example.org"_s, Now - 2 * Day);
        for (int i = 0; i < 5; ++i)
            write(u"Often"_s, u"often@example.org"_s, Now - (i + 2) * Day);
        for (int i = 0; i < 8; ++i)
            write(u"Long ago"_s, u"longago@example.org"_s, Now - 2000 * Day - i);
        receive(u"Sender"_s, u"sender@example.org"_s, Now - Day);
        QCOMPARE(emails(known()),
                 QStringList({u"often@example.org"_s, u"once@example.org"_s, u"longago@example.org"_s,
                              u"sender@example.org"_s}));
        QCOMPARE(emails(known(2)), QStringList({u"often@example.org"_s, u"once@example.org"_s}));
    }

    void the_name_is_the_last_one_that_was_written_to()
    {
        write(u"Anna B."_s, u"Anna@Example.org"_s, Now - 5 * Day);
        write(u"Anna Becker"_s, u"anna@example.org"_s, Now - Day);
        write(u"Older"_s, u"anna@example.org"_s, Now - 50 * Day); // listed later, written before
        write({}, u"anna@example.org"_s, Now);
        QCOMPARE(known().size(), 1);
        QCOMPARE(known().first().address, Address({u"Anna Becker"_s, u"anna@example.org"_s}));
    }

    void who_was_written_to_without_a_name_has_the_one_of_their_own_mail()
    {
        write({}, u"lars@example.org"_s, Now);
        receive(u"Lars Hansen"_s, u"Lars@example.org"_s, Now - Day);
        QCOMPARE(known().size(), 1);
        QCOMPARE(known().first().address.name, u"Lars Hansen"_s);
    }

    void only_mail_that_was_read_and_is_wanted_counts()
    {
        const FolderId junk = [this] {
            FolderId id{};
            m_profile->write([&] { id = m_profile->folder(u"Junk"_s, FolderRole::Junk); });
            return id;
        }();
        receive(u"Unread"_s, u"unread@example.org"_s, Now, 0);
        receive(u"Spam"_s, u"spam@example.org"_s, Now, quint32(Flag::Seen), junk);
        receive(u"Read"_s, u"read@example.org"_s, Now);
        receive(u"No address"_s, u"undisclosed"_s, Now);
        QCOMPARE(emails(known()), QStringList({u"read@example.org"_s}));
    }

    void machines_come_last()
    {
        for (int i = 0; i < 40; ++i) {
            receive(u"Shop"_s, u"no-reply@shop.example"_s, Now - i);
            receive(u"List"_s, u"weekly@list.example"_s, Now - i, quint32(Flag::Seen) | quint32(Flag::Bulk));
        }
        receive(u"Mia"_s, u"mia@example.org"_s, Now - 900 * Day);
        QCOMPARE(emails(known()).first(), u"mia@example.org"_s);
        QCOMPARE(known().size(), 3);
    }

    void a_name_that_is_the_address_is_none()
    {
        receive(u"mia@example.org"_s, u"mia@example.org"_s, Now);
        QCOMPARE(known().first().address.name, QString());
    }

    void weights_fall_with_age_and_never_to_nothing()
    {
        QVERIFY(weightOfWritten(1, Now, Now) > weightOfWritten(1, Now - 60 * Day, Now));
        QVERIFY(weightOfWritten(1, 0, Now) > 1);
        QVERIFY(weightOfRead(100'000, Now, Now) < 1);
        QVERIFY(weightOfRead(1, 0, Now) > 0);
        QVERIFY(weightOfWritten(3, Now + 10 * Day, Now) <= 4.0); // a clock that runs ahead
    }

    // What version 12 knew of people is kept, each as written to once.
    void an_older_cache_keeps_whom_it_knew()
    {
        sqlite3 *db = nullptr;
        QCOMPARE(sqlite3_open(":memory:", &db), SQLITE_OK);
        QCOMPARE(migrateCache(db, 12), SQLITE_OK);
        QCOMPARE(sqlite3_exec(db, "INSERT INTO correspondent VALUES('anna@example.org', 77)", nullptr,
                              nullptr, nullptr),
                 SQLITE_OK);
        QCOMPARE(migrateCache(db, 13), SQLITE_OK);
        int failure = SQLITE_OK;
        {
            Statement query(db, "SELECT last, count, name FROM correspondent", &failure, false);
            QVERIFY(query.next());
            QCOMPARE(query.integer(0), 77);
            QCOMPARE(query.integer(1), 1);
            QVERIFY(query.isNull(2));
        }
        sqlite3_close(db);
    }

private:
    std::unique_ptr<test::Profile> m_profile;
    quint32 m_uid = 0;
};

QTEST_GUILESS_MAIN(PeopleTest)
#include "people_test.moc"
