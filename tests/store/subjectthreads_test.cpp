#include "core/store/basesubject.h"
#include "core/store/pages.h"
#include "core/store/placement.h"
#include "profile.h"

#include <QTest>

#include <algorithm>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Start = 1'700'000'000;
constexpr qint64 Day = 86'400;
const Address Anna{u"Anna"_s, u"anna@example.org"_s};
const Address Lars{u"Lars"_s, u"lars@example.com"_s};
const Address Me{u"Me"_s, u"me@example.net"_s};
const Address Stranger{u"Stranger"_s, u"sales@example.biz"_s};

NewMessage mail(quint32 uid, const Address &from, const QList<Address> &to, const QString &subject,
                qint64 date)
{
    NewMessage m = test::Profile::mail(uid);
    m.flags = quint32(Flag::Seen);
    m.digest.from = from;
    m.digest.to = to;
    m.digest.subject = subject;
    m.digest.date = date;
    return m;
}

} // namespace

// Answers of programs that do not say what they answer.
class SubjectThreadsTest : public QObject
{
    Q_OBJECT

    void receive(const QList<NewMessage> &mail, Threading threading = Threading::Now, FolderId folder = {})
    {
        m_profile->write([&] {
            m_profile->messages().insert(isSet(folder) ? folder : m_profile->inbox, mail, threading);
        });
    }
    void settle()
    {
        for (int waiting = 1; waiting > 0;)
            m_profile->write([&] { waiting = m_profile->messages().threadSome(100); });
    }
    // Which messages (by UID, of the inbox) stand together, as one sorted list of sorted lists.
    QList<QList<qint64>> threads()
    {
        QHash<qint64, QList<qint64>> by;
        const auto query
            = m_profile->db().statement("SELECT thread_id, uid FROM message WHERE hidden=0 ORDER BY uid");
        while (query->next())
            by[query->integer(0)].append(query->integer(1));
        QList<QList<qint64>> out = by.values();
        std::ranges::sort(out);
        return out;
    }
    bool stayApart(const NewMessage &one, const NewMessage &other)
    {
        receive({one, other});
        settle();
        return threads().size() == 2;
    }
    bool join(const NewMessage &one, const NewMessage &other) { return !stayApart(one, other); }
    // Every conversation row is what its messages say.
    bool rowsAreRight()
    {
        return m_profile->number(
                   "SELECT COUNT(*) FROM (SELECT view, thread_id, count FROM conversation EXCEPT SELECT "
                   "folder_id, thread_id, COUNT(*) FROM message WHERE hidden=0 GROUP BY 1, 2 EXCEPT SELECT "
                   "-role, thread_id, COUNT(*) FROM message WHERE hidden=0 AND role>0 GROUP BY 1, 2)")
            == 0
            && m_profile->number("SELECT COUNT(*) FROM (SELECT folder_id, thread_id, COUNT(*) FROM message "
                                 "WHERE hidden=0 GROUP BY 1, 2 EXCEPT SELECT view, thread_id, count FROM "
                                 "conversation)")
            == 0;
    }

private Q_SLOTS:
    void init() { m_profile = std::make_unique<test::Profile>(); }

    void subjects_lose_what_answers_add_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("isReply");
        QTest::newRow("none") << u"Garden  party"_s << u"garden party"_s << false;
        QTest::newRow("english") << u"Re: Garden party"_s << u"garden party"_s << true;
        QTest::newRow("twice") << u"RE: re: Garden party"_s << u"garden party"_s << true;
        QTest::newRow("german") << u"AW: Garden party"_s << u"garden party"_s << true;
        QTest::newRow("dutch") << u"Antw: Garden party"_s << u"garden party"_s << true;
        QTest::newRow("swedish") << u"SV: Garden party"_s << u"garden party"_s << true;
        QTest::newRow("counted") << u"Re[3]: Garden party"_s << u"garden party"_s << true;
        QTest::newRow("counted otherwise") << u"Re (3) : Garden party"_s << u"garden party"_s << true;
        QTest::newRow("russian") << u"Отв: Garden party"_s << u"garden party"_s << true;
        QTest::newRow("chinese") << u"回复：花园派对"_s << u"花园派对"_s << true;
        QTest::newRow("forwarded") << u"Fwd: Garden party"_s << u"fwd: garden party"_s << false;
        QTest::newRow("answer to forwarded") << u"Re: Fwd: Garden party"_s << u"fwd: garden party"_s << true;
        QTest::newRow("a word with a colon")
            << u"Reminder: Garden party"_s << u"reminder: garden party"_s << false;
        QTest::newRow("nothing else") << u"Re:"_s << QString() << true;
    }

    void subjects_lose_what_answers_add()
    {
        QFETCH(QString, subject);
        QFETCH(QString, text);
        QCOMPARE(baseSubject(subject).hash, baseSubject(text).hash);
        QVERIFY(baseSubject(subject).hash != baseSubject(text + u'x').hash);
        QTEST(baseSubject(subject).isReply, "isReply");
    }

    void a_hostile_subject_takes_no_time()
    {
        QString subject;
        for (int i = 0; i < 300; ++i)
            subject += "Re: "_L1;
        QVERIFY(baseSubject(subject + u"x"_s).isReply);
    }

    void an_answer_joins_its_original()
    {
        QVERIFY(join(mail(1, Me, {Anna}, u"Garden party"_s, Start),
                     mail(2, Anna, {Me}, u"Re: Garden party"_s, Start + Day)));
        QVERIFY(rowsAreRight());
    }

    void an_original_that_comes_later_is_joined_by_its_answer()
    {
        receive({mail(2, Anna, {Me}, u"AW: Garden party"_s, Start + Day)});
        QCOMPARE(threads().size(), 1);
        receive({mail(1, Me, {Anna}, u"Garden party"_s, Start)});
        QCOMPARE(threads(), (QList<QList<qint64>>{{1, 2}}));
        QVERIFY(rowsAreRight());
    }

    void an_answer_is_found_while_older_mail_is_listed()
    {
        receive({mail(2, Anna, {Me}, u"AW: Garden party"_s, Start + Day)}, Threading::Later);
        receive({mail(1, Me, {Anna}, u"Garden party"_s, Start)}, Threading::Later);
        settle();
        QCOMPARE(threads(), (QList<QList<qint64>>{{1, 2}}));
        QVERIFY(rowsAreRight());
    }

    void an_original_in_another_folder_is_found()
    {
        receive({mail(1, Me, {Anna}, u"Garden party"_s, Start)}, Threading::Later, m_profile->archive);
        receive({mail(2, Anna, {Me}, u"Re: Garden party"_s, Start + Day)}, Threading::Later);
        settle();
        QCOMPARE(threads().size(), 1);
        QVERIFY(rowsAreRight());
    }

    void the_order_of_arrival_does_not_matter()
    {
        const QList<NewMessage> all{mail(1, Me, {Anna, Lars}, u"Garden party"_s, Start),
                                    mail(2, Anna, {Me, Lars}, u"Re: Garden party"_s, Start + Day),
                                    mail(3, Lars, {Anna, Me}, u"SV: Re: Garden party"_s, Start + 2 * Day),
                                    mail(4, Stranger, {Me}, u"Re: Garden party"_s, Start + 3 * Day),
                                    mail(5, Me, {Lars}, u"Re: Garden party"_s, Start + 3 * Day)};
        QList<int> order{0, 1, 2, 3, 4};
        do {
            init();
            for (const int i : order)
                receive({all[i]}, i % 2 == 0 ? Threading::Now : Threading::Later);
            settle();
            QCOMPARE(threads(), (QList<QList<qint64>>{{1, 2, 3, 5}, {4}}));
            QVERIFY(rowsAreRight());
        } while (std::ranges::next_permutation(order).found);
    }

    void a_second_message_of_the_same_subject_is_a_matter_of_its_own()
    {
        QVERIFY(stayApart(mail(1, Me, {Anna}, u"Garden party"_s, Start),
                          mail(2, Anna, {Me}, u"Garden party"_s, Start + Day)));
    }

    void newsletters_and_the_mail_of_machines_stay_apart()
    {
        const Address news{u"News"_s, u"news@example.biz"_s};
        QVERIFY(stayApart(mail(1, news, {Me}, u"Our great offers"_s, Start),
                          mail(2, news, {Me}, u"Re: Our great offers"_s, Start + 7 * Day))); // they do that
        init();
        const Address cron{u"Cron"_s, u"root@example.org"_s};
        QVERIFY(stayApart(mail(1, cron, {cron}, u"Cron <root@host> backup"_s, Start),
                          mail(2, cron, {cron}, u"Cron <root@host> backup"_s, Start + Day)));
    }

    void a_strangers_answer_to_nothing_stays_apart()
    {
        QVERIFY(stayApart(mail(1, Me, {Anna}, u"Invoice for May"_s, Start),
                          mail(2, Stranger, {Me}, u"Re: Invoice for May"_s, Start + Day)));
        init();
        QVERIFY(stayApart(mail(1, Anna, {Me}, u"Invoice for May"_s, Start),
                          mail(2, Stranger, {Me}, u"Re: Invoice for May"_s, Start + Day)));
    }

    void a_subject_that_says_little_joins_nothing()
    {
        for (const QString &subject : {u"hello"_s, u"Invoice"_s, u""_s}) {
            init();
            QVERIFY(stayApart(mail(1, Me, {Anna}, subject, Start),
                              mail(2, Anna, {Me}, "Re: "_L1 + subject, Start + Day)));
        }
        init();
        QVERIFY(join(mail(1, Me, {Anna}, u"Wohnungsübergabe"_s, Start),
                     mail(2, Anna, {Me}, u"Re: Wohnungsübergabe"_s, Start + Day)));
    }

    void an_answer_after_months_and_one_before_its_original_join_nothing()
    {
        QVERIFY(stayApart(mail(1, Me, {Anna}, u"Garden party"_s, Start),
                          mail(2, Anna, {Me}, u"Re: Garden party"_s, Start + 31 * Day)));
        init();
        QVERIFY(stayApart(mail(1, Me, {Anna}, u"Garden party"_s, Start),
                          mail(2, Anna, {Me}, u"Re: Garden party"_s, Start - Day)));
    }

    void an_answer_that_says_what_it_answers_is_believed()
    {
        NewMessage answer = mail(2, Anna, {Me}, u"Re: Garden party"_s, Start + Day);
        answer.digest.references = {4711};
        QVERIFY(stayApart(mail(1, Me, {Anna}, u"Garden party"_s, Start), answer));
    }

    void an_answer_by_way_of_a_list_joins()
    {
        const Address list{{}, u"club@example.org"_s};
        QVERIFY(join(mail(1, Anna, {list}, u"Garden party"_s, Start),
                     mail(2, Lars, {Anna, list}, u"Re: Garden party"_s, Start + Day)));
    }

    void what_is_gone_is_joined_no_more()
    {
        receive({mail(2, Anna, {Me}, u"Re: Garden party"_s, Start + Day)});
        m_profile->remove(MessageId(m_profile->number("SELECT id FROM message")), Vanishing::Untold);
        QCOMPARE(m_profile->number("SELECT COUNT(*) FROM orphan"), 0);
        receive({mail(1, Me, {Anna}, u"Garden party"_s, Start)});
        QCOMPARE(threads(), (QList<QList<qint64>>{{1}}));
        QVERIFY(rowsAreRight());
    }

    void what_came_by_reference_and_by_subject_stands_together()
    {
        NewMessage third = mail(3, Me, {Anna}, u"Something else now"_s, Start + 2 * Day);
        third.digest.references = {1002}; // of the second
        receive({third, mail(2, Anna, {Me}, u"Re: Garden party"_s, Start + Day)});
        receive({mail(1, Me, {Anna}, u"Garden party"_s, Start)});
        settle();
        QCOMPARE(threads(), (QList<QList<qint64>>{{1, 2, 3}}));
        QVERIFY(rowsAreRight());
    }

private:
    std::unique_ptr<test::Profile> m_profile;
};

QTEST_GUILESS_MAIN(SubjectThreadsTest)
#include "subjectthreads_test.moc"
