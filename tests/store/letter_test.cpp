#include "core/store/letterstore.h"
#include "tests/store/profile.h"

#include <QTest>

using namespace kw;
using namespace kw::test;
using namespace Qt::StringLiterals;

namespace {

using State = LetterState;

LetterDraft draftOf(const QByteArray &words, const QString &subject = u"Boats"_s)
{
    LetterDraft draft;
    draft.draft = words;
    draft.messageId = u"a@example.org"_s;
    draft.subject = subject;
    draft.recipients = u"Bo"_s;
    draft.original = MessageId(4);
    draft.act = 1;
    return draft;
}

struct Desk : Profile {
    LetterStore letters() { return LetterStore(db()); }
    LetterId begin(const QByteArray &words = "one", qint64 at = 1000)
    {
        LetterId id{};
        write([&] { id = letters().begin(account, draftOf(words), at); });
        return id;
    }
    State state(LetterId id) { return letters().letter(id)->state; }
    bool queue(LetterId id, qint64 notBefore = 0)
    {
        bool done = false;
        write([&] {
            done = letters().queue(id, u"sent@example.org"_s, {"bytes", "sent", "envelope", 7}, notBefore,
                                   2000);
        });
        return done;
    }
    bool handOver(LetterId id, qint64 now = 5000)
    {
        bool done = false;
        write([&] { done = letters().handOver(id, now); });
        return done;
    }
    void conclude(LetterId id, const LetterStore::Conclusion &how)
    {
        write([&] { letters().conclude(id, how, 6000); });
    }
    bool takeBack(LetterId id)
    {
        bool done = false;
        write([&] { done = letters().takeBack(id, 7000); });
        return done;
    }
};

} // namespace

// Drafts and what waits to be sent: what may become of what.
class LetterTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void every_revision_can_be_read_again()
    {
        Desk d;
        const LetterId id = d.begin("one");
        d.write([&] { QVERIFY(d.letters().revise(id, draftOf("two", u"Ships"_s), 2000)); });
        d.write([&] { QVERIFY(!d.letters().revise(id, draftOf("two"), 3000)); }); // nothing new
        QCOMPARE(d.letters().draft(id), "two");
        QCOMPARE(d.letters().draft(id, 1), "one");
        QVERIFY(d.letters().draft(id, 3).isNull());
        QCOMPARE(d.letters().revisions(id).size(), 2);
        const auto letter = d.letters().letter(id);
        QCOMPARE(letter->subject, u"Ships"_s);
        QCOMPARE(letter->changedAt, 2000);
        QCOMPARE(letter->revisions, 2);
        QCOMPARE(letter->original, MessageId(4));
        QCOMPARE(d.letters().byMessageId(u"a@example.org"_s)->id, id);
    }

    void of_old_revisions_the_last_one_of_each_minute_stays()
    {
        Desk d;
        const LetterId id = d.begin("0", 0);
        for (int i = 1; i < 60; ++i)
            d.write([&] { QVERIFY(d.letters().revise(id, draftOf(QByteArray::number(i)), i * 10'000)); });
        d.write([&] { d.letters().thin(id, 12); });
        QList<qint64> times;
        for (const LetterRevision &revision : d.letters().revisions(id))
            times.append(revision.at / 1000);
        QCOMPARE(times.first(10),
                 (QList<qint64>{50, 110, 170, 230, 290, 350, 410, 470, 480, 490})); // … and the newest twelve
        QCOMPARE(times.size(), 8 + 12);
        QCOMPARE(d.letters().draft(id), "59");
    }

    void a_letter_goes_its_way()
    {
        Desk d;
        const LetterId id = d.begin();
        QVERIFY(d.queue(id));
        QVERIFY(!d.queue(id));
        QCOMPARE(d.letters().text(id), (LetterText{"bytes", "sent", "envelope", 7}));
        QCOMPARE(d.letters().due(d.account, 5000).size(), 1);
        QVERIFY(d.handOver(id));
        QVERIFY(!d.handOver(id)); // by nobody else
        QVERIFY(d.letters().due(d.account, 5000).isEmpty());
        d.conclude(id, {.outcome = "250 queued"});
        QCOMPARE(d.state(id), State::Delivered);
        QCOMPARE(d.letters().outgoing().size(), 1);
        d.conclude(id, {.state = State::Done, .outcome = "250 queued"});
        QVERIFY(d.letters().outgoing().isEmpty());
        QCOMPARE(d.letters().letter(id)->outcome, "250 queued");
        d.write([&] { d.letters().forgetDone(6000); });
        QVERIFY(d.letters().letter(id)); // not yet
        d.write([&] { d.letters().forgetDone(6001); });
        QVERIFY(!d.letters().letter(id));
        QVERIFY(!d.letters().text(id));
        QCOMPARE(d.number("SELECT COUNT(*) FROM letter_revision"), 0);
    }

    void what_waits_for_its_time_is_not_due_before()
    {
        Desk d;
        const LetterId id = d.begin();
        QVERIFY(d.queue(id, 9000));
        QVERIFY(d.letters().due(d.account, 8999).isEmpty());
        QCOMPARE(d.letters().nextDue(d.account, 8999), 9000);
        QVERIFY(!d.handOver(id, 8999));
        QCOMPARE(d.letters().due(d.account, 9000).size(), 1);
        QCOMPARE(d.letters().nextDue(d.account, 9000), 0);
        QVERIFY(d.letters().due(AccountId(99), 9000).isEmpty());
        QVERIFY(d.handOver(id, 9000));
    }

    void a_server_that_says_not_now_is_asked_again_later()
    {
        Desk d;
        const LetterId id = d.begin();
        QVERIFY(d.queue(id));
        QVERIFY(d.handOver(id));
        d.conclude(id, {.state = State::Waiting, .error = u"Later."_s, .notBefore = 8000});
        QCOMPARE(d.letters().letter(id)->attempts, 1);
        QCOMPARE(d.letters().letter(id)->error, u"Later."_s);
        QVERIFY(d.letters().due(d.account, 7999).isEmpty());
        QCOMPARE(d.letters().due(d.account, 8000).size(), 1);
    }

    void only_what_no_server_can_have_is_taken_back_data()
    {
        QTest::addColumn<int>("state");
        QTest::addColumn<bool>("taken");
        QTest::newRow("draft") << int(State::Writing) << false;
        QTest::newRow("waiting") << int(State::Waiting) << true;
        QTest::newRow("handing over") << int(State::HandingOver) << false;
        QTest::newRow("uncertain") << int(State::Uncertain) << false;
        QTest::newRow("delivered") << int(State::Delivered) << false;
        QTest::newRow("done") << int(State::Done) << false;
        QTest::newRow("refused") << int(State::Refused) << true;
    }
    void only_what_no_server_can_have_is_taken_back()
    {
        QFETCH(int, state);
        QFETCH(bool, taken);
        Desk d;
        const LetterId id = d.begin();
        if (state != int(State::Writing)) {
            QVERIFY(d.queue(id));
            d.conclude(id, {.state = State(state)});
        }
        QCOMPARE(d.takeBack(id), taken);
        QCOMPARE(d.state(id), taken || state == int(State::Writing) ? State::Writing : State(state));
        QCOMPARE(d.letters().text(id).has_value(), !taken && state != int(State::Writing));
        QCOMPARE(d.letters().draft(id), "one");
    }

    void what_was_being_handed_over_when_the_program_ended_is_uncertain()
    {
        Desk d;
        const LetterId id = d.begin();
        const LetterId other = d.begin("two");
        QVERIFY(d.queue(id));
        QVERIFY(d.queue(other));
        QVERIFY(d.handOver(id));
        int count = 0;
        d.write([&] { count = d.letters().interrupted(u"It may have been sent."_s, 8000); });
        QCOMPARE(count, 1);
        QCOMPARE(d.state(id), State::Uncertain);
        QCOMPARE(d.letters().letter(id)->error, u"It may have been sent."_s);
        QCOMPARE(d.state(other), State::Waiting);
    }

    void a_letter_on_its_way_is_not_revised()
    {
        Desk d;
        const LetterId id = d.begin();
        QVERIFY(d.queue(id));
        d.write([&] { QVERIFY(!d.letters().revise(id, draftOf("later thoughts"), 3000)); });
        QCOMPARE(d.letters().draft(id), "one");
    }

    void a_large_text_comes_back_octet_by_octet()
    {
        Desk d;
        const LetterId id = d.begin();
        QByteArray large(5'000'000, '\0');
        for (qsizetype i = 0; i < large.size(); ++i)
            large[i] = char(i * 7 % 251);
        d.write([&] { QVERIFY(d.letters().queue(id, u"sent@example.org"_s, {large, {}, "e"}, 0, 1)); });
        QCOMPARE(d.letters().text(id)->bytes, large);
        QVERIFY(d.letters().text(id)->sentCopy.isNull());
    }
};

QTEST_GUILESS_MAIN(LetterTest)
#include "letter_test.moc"
