#include "core/smtp/ksmtp/ksmtplink.h"
#include "tests/support/faultproxy.h"
#include "tests/support/postfix.h"

#include <QCoroTask>
#include <QTest>

#include <memory>

using namespace kw;
using namespace Qt::StringLiterals;
using Outcome = Submission::Outcome;

namespace {

template <class T> T wait(Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

QByteArray message(const QByteArray &subject)
{
    return "From: Ann <ann@example.org>\r\nTo: bea@example.org\r\nSubject: " + subject + "\r\nMessage-ID: <"
        + subject
        + "@example.org>\r\nDate: Sat, 28 Nov 2026 05:00:00 +0100\r\n\r\n"
          ".\r\n..b\r\nFrom here\r\n\r\n.\r\n";
}

SmtpEnvelope to(const QStringList &recipients)
{
    SmtpEnvelope envelope;
    envelope.from = u"ann@example.org"_s;
    for (const QString &one : recipients)
        envelope.recipients.append({one, ReportWhen::Never});
    return envelope;
}

} // namespace

// What is claimed against what a real server delivers.
class PostfixTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<Postfix> m_server;
    int m_sessions = 0;
    int m_number = 0;
    // Octets of a whole session until the answer to the final dot; of a message with a subject as short as
    // all here.
    qint64 m_toServer = 0;
    qint64 m_fromServer = 0;

    QByteArray nextSubject() { return "n" + QByteArray::number(100 + ++m_number); }
    SmtpSettings settings(quint16 port) const
    {
        SmtpSettings settings;
        settings.host = u"127.0.0.1"_s;
        settings.port = port;
        settings.security = SmtpSecurity::None;
        settings.answerTimeoutMs = settings.verdictTimeoutMs = 20'000;
        return settings;
    }
    Result<Submission> sent(SmtpSettings how, const QByteArray &octets,
                            const SmtpEnvelope &envelope = to({u"bea@example.org"_s}))
    {
        const auto link = makeKsmtpLink();
        ++m_sessions;
        if (const auto opened = wait(link->open(how, {})); !opened)
            return opened.error();
        return wait(link->submit(envelope, octets, {}));
    }
    qsizetype deliveries(const QString &user, const QByteArray &subject) const
    {
        qsizetype found = 0;
        for (const QByteArray &one : m_server->delivered(user))
            found += one.count("\nSubject: " + subject + '\n');
        return found;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = Postfix::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        m_server = std::make_unique<Postfix>();
        const QString why = m_server->start();
        QVERIFY2(why.isEmpty(), qPrintable(why));
        FaultProxy proxy(m_server->port());
        const auto link = makeKsmtpLink();
        ++m_sessions;
        QVERIFY(wait(link->open(settings(proxy.port()), {})));
        const auto how = wait(link->submit(to({u"bea@example.org"_s}), message(nextSubject()), {}));
        QVERIFY(how);
        QCOMPARE(how->outcome, Outcome::Accepted);
        m_toServer = qint64(proxy.toServer());
        m_fromServer = qint64(proxy.fromServer());
    }

    void a_message_arrives_once_and_unchanged()
    {
        const QByteArray subject = nextSubject();
        const auto how = sent(settings(m_server->port()), message(subject),
                              to({u"bea@example.org"_s, u"cem@example.org"_s}));
        QVERIFY(how);
        QCOMPARE(how->outcome, Outcome::Accepted);
        QVERIFY2(!how->queueId.isEmpty() && m_server->log().contains(how->queueId.toLatin1()),
                 qPrintable(how->reply.text));
        QTRY_VERIFY_WITH_TIMEOUT(m_server->isDone(m_sessions), 20'000);
        QCOMPARE(deliveries(u"bea"_s, subject), 1);
        QCOMPARE(deliveries(u"cem"_s, subject), 1);
        const QByteArray written = message(subject).replace("\r\n", "\n");
        const QList<QByteArray> all = m_server->delivered(u"bea"_s);
        QVERIFY(std::any_of(all.begin(), all.end(),
                            [&written](const QByteArray &one) { return one.endsWith('\n' + written); }));
    }

    void whatever_is_cut_on_the_way_to_the_server_nothing_untrue_is_claimed_data()
    {
        QTest::addColumn<qint64>("left"); // octets that do not arrive
        for (const qint64 left : {0, 1, 2, 3, 4, 5, 6, 7, 20, 100, 200})
            QTest::addRow("all but %lld", left) << left;
    }
    void whatever_is_cut_on_the_way_to_the_server_nothing_untrue_is_claimed()
    {
        QFETCH(qint64, left);
        const QByteArray subject = nextSubject();
        FaultProxy proxy(m_server->port());
        proxy.cutAfterSent(m_toServer - left);
        const auto how = sent(settings(proxy.port()), message(subject));
        QVERIFY(how);
        QTRY_VERIFY_WITH_TIMEOUT(m_server->isDone(m_sessions), 20'000);
        const qsizetype arrived = deliveries(u"bea"_s, subject);
        QCOMPARE(arrived, left == 0 ? 1 : 0);
        QVERIFY(how->outcome == Outcome::Uncertain || (how->outcome == Outcome::NotSent && arrived == 0));
    }

    void whatever_is_cut_of_the_answers_nothing_untrue_is_claimed_data()
    {
        QTest::addColumn<qint64>("left");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("half the verdict") << 20LL << Outcome::Uncertain;
        QTest::newRow("the verdict's line end") << 1LL << Outcome::Uncertain;
        QTest::newRow("half the consent to DATA") << 55LL << Outcome::NotSent;
        QTest::newRow("the answer to RCPT") << 80LL << Outcome::NotSent;
    }
    void whatever_is_cut_of_the_answers_nothing_untrue_is_claimed()
    {
        QFETCH(qint64, left);
        QFETCH(Outcome, outcome);
        const QByteArray subject = nextSubject();
        FaultProxy proxy(m_server->port());
        proxy.cutAfter(m_fromServer - left);
        const auto how = sent(settings(proxy.port()), message(subject));
        QVERIFY(how);
        QTRY_VERIFY_WITH_TIMEOUT(m_server->isDone(m_sessions), 20'000);
        QCOMPARE(how->outcome, outcome);
        QCOMPARE(deliveries(u"bea"_s, subject), outcome == Outcome::Uncertain ? 1 : 0);
    }

    void a_verdict_that_is_not_waited_for_is_uncertain()
    {
        const QByteArray subject = nextSubject();
        FaultProxy proxy(m_server->port());
        proxy.setDelay(400);
        SmtpSettings how = settings(proxy.port());
        how.verdictTimeoutMs = 200;
        const auto ended = sent(how, message(subject));
        QVERIFY(ended);
        QCOMPARE(ended->outcome, Outcome::Uncertain);
        QTRY_VERIFY_WITH_TIMEOUT(m_server->isDone(m_sessions), 20'000);
        QVERIFY(deliveries(u"bea"_s, subject) <= 1);
    }

    void a_large_message_cut_in_the_middle_is_not_sent()
    {
        const QByteArray subject = nextSubject();
        FaultProxy proxy(m_server->port());
        proxy.cutAfterSent(1'000'000);
        const auto how = sent(settings(proxy.port()),
                              message(subject) + QByteArray("0123456789 012345678\r\n").repeated(440'000));
        QVERIFY2(how, how ? "" : qPrintable(how.error().text));
        QCOMPARE(how->outcome, Outcome::NotSent);
        QTRY_VERIFY_WITH_TIMEOUT(m_server->isDone(m_sessions), 20'000);
        QCOMPARE(deliveries(u"bea"_s, subject), 0);
    }

    void more_than_the_server_takes_is_not_begun()
    {
        const auto how = sent(settings(m_server->port()), QByteArray(10'300'000, 'x'));
        QVERIFY(!how);
        QCOMPARE(how.error().code, QLatin1StringView(SubmissionCode::TooLarge));
    }

    void unknown_recipients_are_told_and_the_others_get_it()
    {
        const QByteArray subject = nextSubject();
        const auto how = sent(settings(m_server->port()), message(subject),
                              to({u"nobody@example.org"_s, u"cem@example.org"_s}));
        QVERIFY(how);
        QCOMPARE(how->outcome, Outcome::Accepted);
        QCOMPARE(how->refused.size(), 1);
        QCOMPARE(how->refused.first().reply.code, 550);
        QCOMPARE(how->refused.first().reply.enhanced, u"5.1.1"_s);
        QVERIFY(how->why.contains("nobody@example.org"_L1));
        QTRY_VERIFY_WITH_TIMEOUT(m_server->isDone(m_sessions), 20'000);
        QCOMPARE(deliveries(u"cem"_s, subject), 1);
    }

    void who_wants_to_be_asked_first_sends_to_nobody()
    {
        const QByteArray subject = nextSubject();
        SmtpEnvelope envelope = to({u"cem@example.org"_s, u"nobody@example.org"_s});
        envelope.ifSomeAreRefused = PartialPolicy::AskFirst;
        const auto how = sent(settings(m_server->port()), message(subject), envelope);
        QVERIFY(how);
        QCOMPARE(how->outcome, Outcome::AskFirst);
        QTRY_VERIFY_WITH_TIMEOUT(m_server->isDone(m_sessions), 20'000);
        QCOMPARE(deliveries(u"cem"_s, subject), 0);
    }
};

QTEST_GUILESS_MAIN(PostfixTest)
#include "postfix_test.moc"
