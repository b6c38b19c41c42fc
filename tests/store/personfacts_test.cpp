#include "core/store/conversationsize.h"
#include "core/store/pages.h"
#include "core/store/personfacts.h"
#include "profile.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

class PersonFactsTest : public QObject
{
    Q_OBJECT

    NewMessage mail(const Address &from, const QString &to, qint64 date, bool attached = false)
    {
        NewMessage m = test::Profile::mail(++m_uid);
        m.digest.from = from;
        m.digest.to = {{{}, to}};
        m.digest.date = date;
        m.digest.hasAttachment = attached;
        return m;
    }
    void receive(FolderId folder, const NewMessage &one)
    {
        m_profile->write([&] { m_profile->messages().insert(folder, {one}, Threading::Now); });
    }
    PersonFacts facts(const Address &person)
    {
        return personFacts(m_profile->db(), person).value_or(PersonFacts());
    }

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<test::Profile>();
        m_uid = 0;
        m_profile->write([&] {
            m_sent = m_profile->folder(u"Sent"_s, FolderRole::Sent);
            m_trash = m_profile->folder(u"Trash"_s, FolderRole::Trash);
        });
    }

    void what_both_wrote_is_counted()
    {
        const Address anna{u"Anna Becker"_s, u"Anna@Example.org"_s};
        receive(m_profile->inbox, mail(anna, u"me@example.net"_s, 3000));
        receive(m_profile->archive, mail({u"A. Becker"_s, u"anna@example.org"_s}, u"me@example.net"_s, 2000));
        receive(m_profile->inbox, mail(anna, u"me@example.net"_s, 4000, true));
        receive(m_sent, mail({u"Me"_s, u"me@example.net"_s}, u"ANNA@example.org"_s, 5000));
        receive(m_sent, mail({u"Me"_s, u"me@example.net"_s}, u"susanna@example.org"_s, 9000));
        receive(m_trash, mail(anna, u"me@example.net"_s, 1000));
        const PersonFacts found = facts({{}, u"anna@example.org"_s});
        QCOMPARE(found.from, 3);
        QCOMPARE(found.to, 1);
        QCOMPARE(found.first, 2000);
        QCOMPARE(found.last, 5000);
        QCOMPARE(found.names, QStringList({u"Anna Becker"_s, u"A. Becker"_s}));
        QCOMPARE(found.attached.size(), 1);
        QCOMPARE(found.attached.first().date, 4000);
        QCOMPARE(found.attached.first().folder, m_profile->inbox);
    }

    void a_message_in_two_folders_counts_once()
    {
        NewMessage one = mail({u"Anna"_s, u"anna@example.org"_s}, u"me@example.net"_s, 3000, true);
        receive(m_profile->inbox, one);
        receive(m_profile->archive, one);
        const PersonFacts found = facts({{}, u"anna@example.org"_s});
        QCOMPARE(found.from, 1);
        QCOMPARE(found.attached.size(), 1);
    }

    void other_addresses_under_the_same_name_are_told()
    {
        receive(m_profile->inbox, mail({u"Anna Becker"_s, u"anna@example.org"_s}, u"me@example.net"_s, 3000));
        receive(m_profile->inbox,
                mail({u"anna becker"_s, u"Anna@Work.example"_s}, u"me@example.net"_s, 3100));
        const PersonFacts found = facts({u"Anna Becker"_s, u"anna@example.org"_s});
        QCOMPARE(found.alsoAs, QStringList{u"anna@work.example"_s});
        QCOMPARE(found.from, 1);
        QVERIFY(facts({{}, u"anna@example.org"_s}).alsoAs.isEmpty());
    }

    void only_the_newest_attachments_are_told()
    {
        for (int i = 0; i < 2 * PersonFacts::MostAttached + 30; ++i)
            receive(
                m_profile->inbox,
                mail({u"Anna"_s, u"anna@example.org"_s}, u"me@example.net"_s, 1000 + (i * 37) % 500, true));
        const auto attached = facts({{}, u"anna@example.org"_s}).attached;
        QCOMPARE(attached.size(), PersonFacts::MostAttached);
        QVERIFY(std::ranges::is_sorted(attached, std::greater(), &PersonFacts::Attached::date));
        const auto older = m_profile->number("SELECT COUNT(*) FROM message WHERE date>"
                                             + QByteArray::number(attached.last().date));
        QVERIFY(older < PersonFacts::MostAttached);
    }

    void nobody_has_no_mail_and_a_question_can_be_taken_back()
    {
        QCOMPARE(facts({{}, u"nobody@example.org"_s}).first, 0);
        QVERIFY(!personFacts(m_profile->db(), {u"Nameless"_s, {}}));
        for (int i = 0; i < 2500; ++i)
            receive(m_profile->inbox, mail({u"Anna"_s, u"anna@example.org"_s}, u"me@example.net"_s, 1000));
        QVERIFY(!personFacts(m_profile->db(), {{}, u"anna@example.org"_s}, [] { return true; }));
    }

    void a_conversation_counts_in_all_folders_but_not_its_waste()
    {
        const auto part = [&](quint64 id, const QString &subject) {
            NewMessage m = mail({u"Anna"_s, u"anna@example.org"_s}, u"me@example.net"_s, 1000);
            m.digest.subject = subject;
            m.digest.messageIdHash = id;
            m.digest.references = {77};
            return m;
        };
        receive(m_profile->inbox, part(1, u"a"_s));
        receive(m_sent, part(2, u"b"_s));
        NewMessage twice = part(3, u"c"_s);
        receive(m_profile->archive, twice);
        receive(m_sent, twice);
        receive(m_trash, part(4, u"d"_s));
        const auto thread = ThreadId(m_profile->number("SELECT MIN(thread_id) FROM message"));
        QCOMPARE(conversationSize(m_profile->db(), ViewId::unified(FolderRole::Inbox), thread), 3u);
        QCOMPARE(conversationSize(m_profile->db(), ViewId::unified(FolderRole::Trash), thread), 4u);
        const auto rows = Pages(m_profile->db()).conversations(ViewId::of(m_profile->inbox), {}, 10);
        QCOMPARE(rows.size(), 1);
        QCOMPARE(rows.first().count, 1u);
    }

private:
    std::unique_ptr<test::Profile> m_profile;
    FolderId m_sent{};
    FolderId m_trash{};
    quint32 m_uid = 0;
};

QTEST_GUILESS_MAIN(PersonFactsTest)
#include "personfacts_test.moc"
