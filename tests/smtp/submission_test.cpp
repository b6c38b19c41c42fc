#include "core/smtp/ksmtp/ksmtplink.h"
#include "tests/support/submissionserver.h"

#include <QCoroTask>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;
using Outcome = Submission::Outcome;
using Step = SmtpStep;
using Fault = SubmissionManners::Fault;

namespace {

constexpr int PatienceMs = 300;
const QByteArray Message = "From: ann@example.org\r\nSubject: a\r\n\r\n.\r\n..b\r\nFrom here\r\n";

template <class T> T wait(Task<T> task)
{
    return QCoro::waitFor(std::move(task));
}

SmtpEnvelope envelope(PartialPolicy policy = PartialPolicy::SendToTheOthers)
{
    SmtpEnvelope envelope;
    envelope.from = u"ann@example.org"_s;
    envelope.recipients = {{u"bea@example.org"_s, {}}, {u"cem@example.org"_s, {}}};
    envelope.ifSomeAreRefused = policy;
    return envelope;
}

SmtpSettings at(quint16 port, int patienceMs = 20'000)
{
    SmtpSettings settings;
    settings.host = u"127.0.0.1"_s;
    settings.port = port;
    settings.security = SmtpSecurity::None;
    settings.timeoutMs = 10'000;
    settings.answerTimeoutMs = patienceMs;
    settings.verdictTimeoutMs = patienceMs;
    return settings;
}

// Megabytes; 0 where the system does not tell.
qint64 memory(const QByteArray &which)
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(which))
            return line.simplified().split(' ').at(1).toLongLong() / 1024;
    }
    return 0;
}

// The largest from now on.
void forgetLargestMemory()
{
    QFile file(u"/proc/self/clear_refs"_s);
    if (file.open(QIODevice::WriteOnly))
        file.write("5");
}

} // namespace

// Over real sockets: what is claimed against what the server has.
class SubmissionTest : public QObject
{
    Q_OBJECT
    TestCertificates m_files;

    static Result<Submission> sent(const SubmissionServer &server, const QByteArray &message = Message,
                                   int patienceMs = 20'000,
                                   PartialPolicy policy = PartialPolicy::SendToTheOthers)
    {
        const auto link = makeKsmtpLink();
        if (const auto opened = wait(link->open(at(server.port(), patienceMs), {})); !opened)
            return opened.error();
        return wait(link->submit(envelope(policy), message, {}));
    }

private Q_SLOTS:
    void the_server_gets_the_message_as_it_is()
    {
        const SubmissionServer server;
        const auto how = sent(server);
        QVERIFY(how);
        QCOMPARE(how->outcome, Outcome::Accepted);
        QCOMPARE(how->queueId, u"4Qx7zR"_s);
        QCOMPARE(server.taken(), QList<QByteArray>{Message});
        QTRY_COMPARE(
            server.commands(),
            (QList<QByteArray>{"EHLO localhost",
                               "MAIL FROM:<ann@example.org> SIZE=" + QByteArray::number(Message.size()),
                               "RCPT TO:<bea@example.org>", "RCPT TO:<cem@example.org>", "DATA", "QUIT"}));
    }

    void what_is_claimed_is_true_whatever_goes_wrong_at_a_command_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<Outcome>("outcome");
        const std::pair<const char *, Fault> faults[]{{"cut before the answer", Fault::CutBefore},
                                                      {"cut after the answer", Fault::CutAfter},
                                                      {"reset before the answer", Fault::ResetBefore},
                                                      {"silence", Fault::Silence},
                                                      {"octet by octet", Fault::OneByOne},
                                                      {"half an answer", Fault::HalfAnswer}};
        for (const char *command : {"MAIL", "RCPT TO:<bea", "RCPT TO:<cem", "DATA", "."}) {
            const bool isDot = *command == '.';
            for (const auto &[name, fault] : faults) {
                const bool isAnswered = fault == Fault::OneByOne || (isDot && fault == Fault::CutAfter);
                QTest::addRow("%s, %s", command, name) << QByteArray(command) << fault
                                                       << (isAnswered  ? Outcome::Accepted
                                                               : isDot ? Outcome::Uncertain
                                                                       : Outcome::NotSent);
            }
        }
    }
    void what_is_claimed_is_true_whatever_goes_wrong_at_a_command()
    {
        QFETCH(QByteArray, command);
        QFETCH(Fault, fault);
        QFETCH(Outcome, outcome);
        SubmissionManners manners;
        manners.faultAt = command;
        manners.fault = fault;
        const SubmissionServer server(manners);
        const auto how = sent(server, Message, fault == Fault::Silence ? PatienceMs : 20'000);
        QVERIFY(how);
        QCOMPARE(server.taken().size(), command == "." || fault == Fault::OneByOne ? 1 : 0);
        // "cut after the answer to DATA" races with our dot: it may have left.
        if (command == "DATA" && fault == Fault::CutAfter)
            QVERIFY(how->outcome == Outcome::NotSent || how->outcome == Outcome::Uncertain);
        else
            QCOMPARE(how->outcome, outcome);
    }

    void over_tls_behind_a_sign_in_the_same_is_claimed_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("RCPT, cut") << QByteArray("RCPT") << Fault::CutBefore << Outcome::NotSent;
        QTest::newRow("DATA, reset") << QByteArray("DATA") << Fault::ResetBefore << Outcome::NotSent;
        QTest::newRow("DATA, silence") << QByteArray("DATA") << Fault::Silence << Outcome::NotSent;
        QTest::newRow("dot, cut") << QByteArray(".") << Fault::CutBefore << Outcome::Uncertain;
        QTest::newRow("dot, reset") << QByteArray(".") << Fault::ResetBefore << Outcome::Uncertain;
        QTest::newRow("dot, half an answer") << QByteArray(".") << Fault::HalfAnswer << Outcome::Uncertain;
        QTest::newRow("dot, silence") << QByteArray(".") << Fault::Silence << Outcome::Uncertain;
        QTest::newRow("dot, cut after the answer") << QByteArray(".") << Fault::CutAfter << Outcome::Accepted;
        QTest::newRow("dot, octet by octet") << QByteArray(".") << Fault::OneByOne << Outcome::Accepted;
    }
    void over_tls_behind_a_sign_in_the_same_is_claimed()
    {
        QFETCH(QByteArray, command);
        QFETCH(Fault, fault);
        QFETCH(Outcome, outcome);
        SubmissionManners manners;
        manners.identity = m_files.make(u"self"_s, u"127.0.0.1"_s);
        manners.offers.prepend("250-AUTH PLAIN\r\n");
        manners.faultAt = command;
        manners.fault = fault;
        const SubmissionServer server(manners);
        SmtpSettings settings = at(server.port(), fault == Fault::Silence ? PatienceMs : 20'000);
        settings.security = SmtpSecurity::Tls;
        settings.pinnedCertificate = manners.identity.certificate;
        settings.user = u"ann"_s;
        const auto link = makeKsmtpLink();
        const auto opened = wait(link->open(settings, u"secret"_s));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
        const auto how = wait(link->submit(envelope(), Message, {}));
        QVERIFY(how);
        QCOMPARE(how->outcome, outcome);
        QCOMPARE(server.taken().size(), command == "." ? 1 : 0);
    }

    void around_the_final_dot_nothing_untrue_is_claimed_data()
    {
        QTest::addColumn<qint64>("octets");
        QTest::addColumn<Fault>("fault");
        const qint64 all = Message.size() + 2 + 3; // two dots, and the final one
        for (qint64 i = all - 8; i <= all; ++i) {
            QTest::addRow("cut after %lld of %lld", i, all) << i << Fault::CutBefore;
            QTest::addRow("reset after %lld of %lld", i, all) << i << Fault::ResetBefore;
            QTest::addRow("silence after %lld of %lld", i, all) << i << Fault::Silence;
        }
    }
    void around_the_final_dot_nothing_untrue_is_claimed()
    {
        QFETCH(qint64, octets);
        QFETCH(Fault, fault);
        SubmissionManners manners;
        manners.faultInMessage = octets;
        manners.fault = fault;
        const SubmissionServer server(manners);
        const auto how = sent(server, Message, fault == Fault::Silence ? PatienceMs : 20'000);
        QVERIFY(how);
        const bool taken = !server.taken().isEmpty();
        const qint64 all = Message.size() + 2 + 3;
        QCOMPARE(taken, octets == all);
        // Of a cut within what has left together nobody here hears in time.
        if (taken || fault == Fault::Silence)
            QCOMPARE(how->outcome, Outcome::Uncertain);
        else
            QVERIFY(how->outcome == Outcome::NotSent || how->outcome == Outcome::Uncertain);
    }

    void a_large_message_cut_in_the_middle_is_not_sent_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::newRow("cut") << Fault::CutBefore;
        QTest::newRow("reset") << Fault::ResetBefore;
        QTest::newRow("silence") << Fault::Silence;
    }
    void a_large_message_cut_in_the_middle_is_not_sent()
    {
        QFETCH(Fault, fault);
        SubmissionManners manners;
        manners.faultInMessage = 1'000'000;
        manners.fault = fault;
        const SubmissionServer server(manners);
        const QByteArray message = QByteArray("0123456789 0123456789\r\n").repeated(1'000'000);
        const auto how = sent(server, message, fault == Fault::Silence ? PatienceMs : 20'000);
        QVERIFY(how);
        QCOMPARE(how->outcome, Outcome::NotSent);
        QCOMPARE(how->step, Step::Message);
        QVERIFY(server.taken().isEmpty());
    }

    void a_server_that_does_not_want_the_rest_is_heard_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("too large") << QByteArray("552 5.3.4 too large\r\n") << Outcome::Rejected;
        QTest::newRow("goodbye") << QByteArray("421 4.3.2 shutting down\r\n") << Outcome::Deferred;
        QTest::newRow("consent to half a message") << QByteArray("250 ok\r\n") << Outcome::NotSent;
        QTest::newRow("garbage") << QByteArray("\x01\x02\r\n") << Outcome::NotSent;
    }
    void a_server_that_does_not_want_the_rest_is_heard()
    {
        QFETCH(QByteArray, said);
        QFETCH(Outcome, outcome);
        SubmissionManners manners;
        manners.faultInMessage = 1'000'000;
        manners.interjection = said;
        const SubmissionServer server(manners);
        const auto how = sent(server, QByteArray("0123456789 0123456789\r\n").repeated(1'000'000));
        QVERIFY(how);
        QCOMPARE(how->outcome, outcome);
    }

    void a_session_carries_several_messages_and_forgets_refused_ones()
    {
        SubmissionManners manners;
        manners.replies = {{"RCPT TO:<bea", "550 5.1.1 unknown\r\n"}};
        const SubmissionServer server(manners);
        const auto link = makeKsmtpLink();
        QVERIFY(wait(link->open(at(server.port()), {})));
        const auto asked = wait(link->submit(envelope(PartialPolicy::AskFirst), Message, {}));
        QVERIFY(asked);
        QCOMPARE(asked->outcome, Outcome::AskFirst);
        QVERIFY(server.commands().contains("RSET"));
        QVERIFY(server.taken().isEmpty());
        QVERIFY(link->isOpen());
        for (int i = 1; i <= 3; ++i) {
            const auto how = wait(link->submit(envelope(), Message, {}));
            QVERIFY(how);
            QCOMPARE(how->outcome, Outcome::Accepted);
            QCOMPARE(how->refused.size(), 1);
            QCOMPARE(server.taken().size(), i);
        }
    }

    void nothing_of_the_sign_in_is_left_for_the_message_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Fault>("fault");
        const QByteArray lines = "235-2.7.0 good morning\r\n235-2.7.0 ann\r\n235 2.7.0 welcome\r\n";
        QTest::newRow("many lines") << lines << Fault::None;
        QTest::newRow("one line octet by octet") << QByteArray("235 2.7.0 welcome\r\n") << Fault::OneByOne;
        QTest::newRow("many lines octet by octet") << lines << Fault::OneByOne;
    }
    void nothing_of_the_sign_in_is_left_for_the_message()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Fault, fault);
        SubmissionManners manners;
        manners.offers.prepend("250-AUTH PLAIN\r\n");
        manners.replies = {{"AUTH", answer}};
        manners.faultAt = "AUTH";
        manners.fault = fault;
        const SubmissionServer server(manners);
        SmtpSettings settings = at(server.port());
        settings.user = u"ann"_s;
        const auto link = makeKsmtpLink();
        const auto opened = wait(link->open(settings, u"secret"_s));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
        QVERIFY(opened->signedIn);
        const auto how = wait(link->submit(envelope(), Message, {}));
        QVERIFY2(how, how ? "" : qPrintable(how.error().text));
        QVERIFY2(how->outcome == Outcome::Accepted, qPrintable(how->why));
        QCOMPARE(server.taken(), QList<QByteArray>{Message});
    }

    void a_link_that_is_not_open_says_nothing_to_anybody()
    {
        const auto link = makeKsmtpLink();
        const auto never = wait(link->submit(envelope(), Message, {}));
        QVERIFY(!never);
        QCOMPARE(never.error().kind, ErrorKind::Network);
        SubmissionManners manners;
        manners.faultAt = ".";
        manners.fault = Fault::CutAfter;
        const SubmissionServer server(manners);
        QVERIFY(wait(link->open(at(server.port()), {})));
        QVERIFY(wait(link->submit(envelope(), Message, {})));
        QTRY_VERIFY(!link->isOpen());
        const auto again = wait(link->submit(envelope(), Message, {}));
        QVERIFY(!again);
        QCOMPARE(server.taken().size(), 1);
    }

    void one_message_at_a_time()
    {
        SubmissionManners manners;
        manners.faultAt = "MAIL";
        manners.fault = Fault::Silence;
        const SubmissionServer server(manners);
        const auto link = makeKsmtpLink();
        QVERIFY(wait(link->open(at(server.port(), PatienceMs), {})));
        auto first = link->submit(envelope(), Message, {});
        const auto second = wait(link->submit(envelope(), Message, {}));
        QVERIFY(!second);
        QCOMPARE(second.error().kind, ErrorKind::Busy);
        QCOMPARE(wait(std::move(first))->outcome, Outcome::NotSent);
    }

    void closing_ends_it_promptly_with_what_is_true_data()
    {
        QTest::addColumn<QByteArray>("at");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("MAIL") << QByteArray("MAIL") << Outcome::NotSent;
        QTest::newRow("RCPT") << QByteArray("RCPT TO:<cem") << Outcome::NotSent;
        QTest::newRow("DATA") << QByteArray("DATA") << Outcome::NotSent;
        QTest::newRow("final dot") << QByteArray(".") << Outcome::Uncertain;
    }
    void closing_ends_it_promptly_with_what_is_true()
    {
        QFETCH(QByteArray, at);
        QFETCH(Outcome, outcome);
        SubmissionManners manners;
        manners.faultAt = at;
        manners.fault = Fault::Silence;
        const SubmissionServer server(manners);
        const auto link = makeKsmtpLink();
        QVERIFY(wait(link->open(::at(server.port()), {})));
        std::optional<Result<Submission>> ended;
        auto task = link->submit(envelope(), Message, {});
        task.then([&ended](const Result<Submission> &result) { ended = result; });
        if (at == ".")
            QTRY_COMPARE(server.taken().size(), 1);
        else
            QTRY_VERIFY(server.commands().last().startsWith(at));
        QVERIFY(!ended);
        link->close();
        QTRY_VERIFY_WITH_TIMEOUT(ended.has_value(), 500);
        QVERIFY(*ended);
        QCOMPARE((*ended)->outcome, outcome);
        QVERIFY(!(*ended)->why.isEmpty());
    }

    void closing_in_the_middle_of_a_message_puts_no_word_into_it()
    {
        const SubmissionServer server;
        const auto link = makeKsmtpLink();
        QVERIFY(wait(link->open(at(server.port()), {})));
        const QByteArray message = QByteArray("0123456789 0123456789\r\n").repeated(1'000'000);
        const auto how = wait(link->submit(envelope(), message, [&link](qint64 given, qint64) {
            if (given > 500'000)
                link->close();
        }));
        QVERIFY(how);
        QCOMPARE(how->outcome, Outcome::NotSent);
        QVERIFY(server.taken().isEmpty());
        QVERIFY(!server.commands().contains("QUIT"));
    }

    void a_large_message_takes_little_memory_and_time_and_tells_how_far_it_is_data()
    {
        QTest::addColumn<bool>("isTls");
        QTest::newRow("clear text") << false;
        QTest::newRow("TLS, after KSMTP has signed in") << true;
    }
    void a_large_message_takes_little_memory_and_time_and_tells_how_far_it_is()
    {
        QFETCH(bool, isTls);
        constexpr qint64 Size = 25 << 20;
        SubmissionManners manners;
        manners.keepsMessages = false;
        if (isTls) {
            manners.identity = m_files.make(u"self"_s, u"127.0.0.1"_s);
            manners.offers.prepend("250-AUTH PLAIN\r\n");
        }
        const SubmissionServer server(manners);
        SmtpSettings settings = at(server.port());
        if (isTls) {
            settings.security = SmtpSecurity::Tls;
            settings.pinnedCertificate = manners.identity.certificate;
            settings.user = u"ann"_s;
        }
        const auto link = makeKsmtpLink();
        const auto opened = wait(link->open(settings, u"secret"_s));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
        QCOMPARE(opened->signedIn, isTls);
        const QByteArray line
            = ".23456789 0123456789 0123456789 0123456789 0123456789 0123456789 01234567\r\n";
        const QByteArray message = "Subject: a\r\n\r\n" + line.repeated(Size / line.size());
        QList<qint64> told;
        qint64 toldTotal = 0;
        forgetLargestMemory();
        const qint64 before = memory("VmRSS");
        QElapsedTimer time;
        time.start();
        const auto how = wait(link->submit(envelope(), message, [&](qint64 given, qint64 total) {
            told.append(given);
            toldTotal = total;
        }));
        QVERIFY(how);
        QCOMPARE(how->outcome, Outcome::Accepted);
        const qint64 elapsed = time.elapsed();
        const qint64 grown = memory("VmHWM") - before;
        qInfo("25 MB in %lld ms, %lld MB more memory", elapsed, grown);
        QVERIFY2(elapsed < 20'000, QByteArray::number(elapsed).constData());
#ifndef KW_SANITIZED
        QVERIFY2(grown < 16,
                 QByteArray::number(grown).constData()); // no second time; the server's part is in it
#endif
        QVERIFY(std::is_sorted(told.begin(), told.end()) && told.size() > 100);
        QCOMPARE(told.last(), toldTotal);
        QCOMPARE(toldTotal, message.size() + Size / line.size());
        QCOMPARE(server.messageOctets(), toldTotal + 3);
        QCOMPARE(server.taken().size(), 1);
        QVERIFY(link->isOpen());
    }
};

QTEST_GUILESS_MAIN(SubmissionTest)
#include "submission_test.moc"
