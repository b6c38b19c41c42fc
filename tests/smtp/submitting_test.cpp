#include "core/smtp/envelopewords.h"
#include "core/smtp/submitting.h"

#include <QTest>

#include <functional>

using namespace kw;
using namespace Qt::StringLiterals;
using Outcome = Submission::Outcome;
using Step = SmtpStep;

namespace {

const QByteArray Message = "Subject: a\r\n\r\n.b\r\n";

SmtpSettings settings()
{
    SmtpSettings settings;
    settings.host = u"mail.example.org"_s;
    return settings;
}

SmtpFeatures everything()
{
    SmtpFeatures features;
    features.eightBitMime = features.smtpUtf8 = features.deliveryReports = true;
    features.sizeLimit = 1000;
    features.capabilities = {u"SIZE 1000"_s};
    return features;
}

SmtpEnvelope to(const QStringList &recipients, PartialPolicy policy = PartialPolicy::SendToTheOthers)
{
    SmtpEnvelope envelope;
    envelope.from = u"ann@example.org"_s;
    for (const QString &one : recipients)
        envelope.recipients.append({one, {}});
    envelope.ifSomeAreRefused = policy;
    return envelope;
}

Submitting two(PartialPolicy policy = PartialPolicy::SendToTheOthers)
{
    return {settings(), everything(), to({u"bea@example.org"_s, u"cem@example.org"_s}, policy), Message};
}

// A dialogue with a server that gives these answers, one to each command; "": it says nothing more. Returns
// what it heard.
QByteArray talk(Submitting &submitting, const QList<QByteArray> &answers, qsizetype piece = 1 << 16,
                qsizetype inPieces = 0)
{
    QByteArray heard = submitting.begin();
    for (const QByteArray &answer : answers) {
        QByteArray next;
        const qsizetype size = inPieces > 0 ? inPieces : answer.size();
        for (qsizetype at = 0; at < answer.size(); at += size)
            next += submitting.hear(answer.mid(at, size));
        while (submitting.isFeeding())
            next += submitting.hasMore() ? submitting.feed(piece) : submitting.finalDot();
        heard += next;
        if (submitting.outcome())
            break;
    }
    return heard;
}

const QList<QByteArray> Good{"250 ok\r\n", "250 ok\r\n", "250 ok\r\n", "354 go\r\n",
                             "250 2.0.0 Ok: queued as 4Qx\r\n"};

QList<QByteArray> goodBut(qsizetype step, const QByteArray &answer)
{
    QList<QByteArray> answers = Good.first(step);
    answers << answer << "250 reset\r\n";
    return answers;
}

} // namespace

// The dialogue without a socket: what may be claimed after each octet.
class SubmittingTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void a_message_is_handed_over_word_by_word()
    {
        Submitting submitting = two();
        const QByteArray heard = talk(submitting, Good);
        QCOMPARE(heard,
                 "MAIL FROM:<ann@example.org> SIZE=18\r\nRCPT TO:<bea@example.org>\r\n"
                 "RCPT TO:<cem@example.org>\r\nDATA\r\nSubject: a\r\n\r\n..b\r\n.\r\n");
        QVERIFY(submitting.outcome());
        QCOMPARE(submitting.outcome()->outcome, Outcome::Accepted);
        QCOMPARE(submitting.outcome()->queueId, u"4Qx"_s);
        QCOMPARE(submitting.outcome()->reply, (SmtpReply{250, u"2.0.0"_s, u"Ok: queued as 4Qx"_s}));
        QVERIFY(submitting.outcome()->why.isEmpty());
        QVERIFY(submitting.isLineGood());
    }

    void after_each_octet_of_the_answers_the_loss_is_judged_right_data()
    {
        QTest::addColumn<SubmissionLoss>("loss");
        QTest::newRow("cut") << SubmissionLoss::Cut;
        QTest::newRow("silence") << SubmissionLoss::Silence;
        QTest::newRow("closed") << SubmissionLoss::Closed;
    }
    void after_each_octet_of_the_answers_the_loss_is_judged_right()
    {
        QFETCH(SubmissionLoss, loss);
        const QByteArray all = Good.join();
        const qsizetype beforeVerdict = all.size() - Good.last().size();
        for (qsizetype heard = 0; heard <= all.size(); ++heard) {
            Submitting submitting = two();
            QByteArray sent = submitting.begin();
            for (qsizetype i = 0; i < heard; ++i) {
                sent += submitting.hear(all.mid(i, 1));
                while (submitting.isFeeding())
                    sent += submitting.hasMore() ? submitting.feed(5) : submitting.finalDot();
            }
            submitting.lost(loss);
            const bool complete = sent.endsWith("\r\n.\r\n");
            const Outcome expected = heard == all.size() ? Outcome::Accepted
                : complete                               ? Outcome::Uncertain
                                                         : Outcome::NotSent;
            QCOMPARE(complete, heard >= beforeVerdict);
            QCOMPARE(submitting.outcome()->outcome, expected);
            QCOMPARE(submitting.isLineGood(), expected == Outcome::Accepted);
            QCOMPARE(submitting.outcome()->why.isEmpty(), expected == Outcome::Accepted);
        }
    }

    void while_the_message_goes_out_it_is_not_sent_until_the_final_dot()
    {
        for (qsizetype pieces = 0;; ++pieces) {
            Submitting submitting = two();
            talk(submitting, Good.first(3));
            submitting.hear(Good.at(3));
            for (qsizetype i = 0; i < pieces && submitting.hasMore(); ++i)
                submitting.feed(1);
            const bool isLast = !submitting.hasMore();
            if (isLast && pieces > Message.size())
                submitting.finalDot();
            submitting.lost(SubmissionLoss::Cut);
            QCOMPARE(submitting.outcome()->outcome,
                     pieces > Message.size() ? Outcome::Uncertain : Outcome::NotSent);
            QCOMPARE(submitting.outcome()->step, pieces > Message.size() ? Step::FinalDot : Step::Message);
            if (pieces > Message.size())
                break;
        }
    }

    void a_refusal_of_the_message_says_where_and_for_how_long_data()
    {
        QTest::addColumn<int>("at");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Step>("step");
        QTest::addColumn<bool>("lineGood");
        const std::tuple<const char *, int, Step> places[]{
            {"MAIL", 0, Step::Mail}, {"DATA", 3, Step::Data}, {"final dot", 4, Step::FinalDot}};
        for (const auto &[name, at, step] : places) {
            QTest::addRow("%s, for good", name) << at << QByteArray("550 5.7.1 no\r\n") << step << true;
            QTest::addRow("%s, for now", name) << at << QByteArray("451 4.3.0 no\r\n") << step << true;
            QTest::addRow("%s, many lines", name)
                << at << QByteArray("554-5.7.1 you\r\n554-5.7.1 will\r\n554 5.7.1 not\r\n") << step << true;
            QTest::addRow("%s, goodbye", name) << at << QByteArray("421 4.3.2 bye\r\n") << step << false;
        }
        QTest::newRow("RCPT, goodbye") << 1 << QByteArray("421 4.3.2 bye\r\n") << Step::Rcpt << false;
    }
    void a_refusal_of_the_message_says_where_and_for_how_long()
    {
        QFETCH(int, at);
        QFETCH(QByteArray, answer);
        QFETCH(Step, step);
        QFETCH(bool, lineGood);
        for (const qsizetype inPieces : {0, 1, 7}) {
            Submitting submitting = two();
            const QByteArray heard = talk(submitting, goodBut(at, answer), 3, inPieces);
            QVERIFY(submitting.outcome());
            const Submission &how = *submitting.outcome();
            QCOMPARE(how.outcome, answer.startsWith('4') ? Outcome::Deferred : Outcome::Rejected);
            QCOMPARE(how.step, step);
            QCOMPARE(how.reply.code, answer.left(3).toInt());
            QVERIFY(!how.reply.enhanced.isEmpty() && !how.reply.text.contains(how.reply.enhanced));
            QCOMPARE(submitting.isLineGood(), lineGood);
            QVERIFY2(how.why.contains(how.reply.text), qPrintable(how.why));
            // What the server remembers of it must not become part of the next message.
            QCOMPARE(heard.endsWith("RSET\r\n"), step == Step::Data && lineGood);
        }
    }

    void refused_recipients_are_told_and_the_others_get_it()
    {
        Submitting submitting = two();
        QList<QByteArray> answers = Good;
        answers[1] = "550-5.1.1 nobody\r\n550 5.1.1 here\r\n";
        talk(submitting, answers);
        const Submission &how = *submitting.outcome();
        QCOMPARE(how.outcome, Outcome::Accepted);
        QCOMPARE(how.refused.size(), 1);
        QCOMPARE(how.refused.first().address, u"bea@example.org"_s);
        QCOMPARE(how.refused.first().reply, (SmtpReply{550, u"5.1.1"_s, u"nobody here"_s}));
        QVERIFY(how.why.contains("bea@example.org"_L1) && how.why.contains("nobody here"_L1));
    }

    void who_wants_to_be_asked_first_sends_to_nobody()
    {
        Submitting submitting = two(PartialPolicy::AskFirst);
        const QByteArray heard = talk(submitting, goodBut(2, "452 4.2.2 full\r\n"));
        QVERIFY(heard.endsWith("RSET\r\n"));
        QVERIFY(!heard.contains("DATA"));
        QCOMPARE(submitting.outcome()->outcome, Outcome::AskFirst);
        QCOMPARE(submitting.outcome()->refused.size(), 1);
        QCOMPARE(submitting.outcome()->refused.first().address, u"cem@example.org"_s);
        QVERIFY(submitting.isLineGood());
    }

    void a_session_lost_while_the_server_should_forget_changes_nothing()
    {
        Submitting submitting = two(PartialPolicy::AskFirst);
        talk(submitting, goodBut(2, "550 no\r\n").first(3));
        QVERIFY(!submitting.outcome());
        submitting.lost(SubmissionLoss::Cut);
        QCOMPARE(submitting.outcome()->outcome, Outcome::AskFirst);
        QVERIFY(!submitting.isLineGood());
    }

    void when_all_recipients_are_refused_nothing_is_sent_data()
    {
        QTest::addColumn<QByteArray>("first");
        QTest::addColumn<QByteArray>("second");
        QTest::addColumn<Outcome>("outcome");
        QTest::newRow("for good") << QByteArray("550 a\r\n") << QByteArray("550 b\r\n") << Outcome::Rejected;
        QTest::newRow("for now") << QByteArray("450 a\r\n") << QByteArray("450 b\r\n") << Outcome::Deferred;
        QTest::newRow("both") << QByteArray("550 a\r\n") << QByteArray("450 b\r\n") << Outcome::Deferred;
    }
    void when_all_recipients_are_refused_nothing_is_sent()
    {
        QFETCH(QByteArray, first);
        QFETCH(QByteArray, second);
        QFETCH(Outcome, outcome);
        for (const auto policy : {PartialPolicy::AskFirst, PartialPolicy::SendToTheOthers}) {
            Submitting submitting = two(policy);
            const QByteArray heard = talk(submitting, {"250 ok\r\n", first, second, "250 reset\r\n"});
            QVERIFY(!heard.contains("DATA"));
            QCOMPARE(submitting.outcome()->outcome, outcome);
            QCOMPARE(submitting.outcome()->step, Step::Rcpt);
            QCOMPARE(submitting.outcome()->refused.size(), 2);
        }
    }

    void nonsense_is_never_taken_for_an_answer_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::newRow("words") << QByteArray("hello\r\n");
        QTest::newRow("binary") << QByteArray("\0\xff\xfe\r\n", 5);
        QTest::newRow("a number") << QByteArray("2500 ok\r\n");
        QTest::newRow("no code at all") << QByteArray("\r\n");
        QTest::newRow("beyond the codes") << QByteArray("999 ok\r\n");
        QTest::newRow("continue") << QByteArray("334 ok\r\n");
        QTest::newRow("two codes in one reply") << QByteArray("250-ok\r\n550 no\r\n");
        QTest::newRow("endless line") << QByteArray("250 ") + QByteArray(100'000, 'x');
        QTest::newRow("endless lines") << QByteArray("250-x\r\n").repeated(20'000);
    }
    void nonsense_is_never_taken_for_an_answer()
    {
        QFETCH(QByteArray, answer);
        for (qsizetype at = 0; at < Good.size(); ++at) {
            Submitting submitting = two();
            talk(submitting, goodBut(at, answer));
            QVERIFY(submitting.outcome());
            QCOMPARE(submitting.outcome()->outcome, at == 4 ? Outcome::Uncertain : Outcome::NotSent);
            QVERIFY(!submitting.isLineGood());
        }
    }

    void one_answer_too_many_ends_it_before_it_could_be_taken_for_another()
    {
        for (qsizetype at = 0; at < 4; ++at) {
            Submitting submitting = two();
            const QByteArray heard = talk(submitting, goodBut(at, Good.at(at) + "250 ok\r\n"));
            QCOMPARE(submitting.outcome()->outcome, Outcome::NotSent);
            QVERIFY(!heard.endsWith("\r\n.\r\n"));
        }
        Submitting submitting = two();
        talk(submitting, goodBut(4, "250 ok\r\n421 bye\r\n"));
        QCOMPARE(submitting.outcome()->outcome, Outcome::Accepted);
        QVERIFY(!submitting.isLineGood());
    }

    void a_refusal_before_the_final_dot_is_one_and_a_consent_is_none()
    {
        const std::pair<QByteArray, Outcome> said[]{{"552 too large\r\n", Outcome::Rejected},
                                                    {"421 bye\r\n", Outcome::Deferred},
                                                    {"250 ok\r\n", Outcome::NotSent},
                                                    {"354 go\r\n", Outcome::NotSent}};
        for (const auto &[octets, outcome] : said) {
            Submitting submitting = two();
            talk(submitting, Good.first(3));
            submitting.hear(Good.at(3));
            submitting.feed(4);
            QVERIFY(submitting.hear(octets).isEmpty());
            QCOMPARE(submitting.outcome()->outcome, outcome);
            QCOMPARE(submitting.outcome()->step, Step::Message);
            QVERIFY(!submitting.isLineGood());
        }
    }

    void names_of_queues_are_found_data()
    {
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QString>("id");
        QTest::newRow("Postfix") << QByteArray("250 2.0.0 Ok: queued as 4Qx7zR1\r\n") << u"4Qx7zR1"_s;
        QTest::newRow("Exim") << QByteArray("250 OK id=1tGh2K-000000001-Ab\r\n") << u"1tGh2K-000000001-Ab"_s;
        QTest::newRow("OpenSMTPD") << QByteArray("250 2.0.0 1a2b3c4d Message accepted for delivery\r\n")
                                   << u"1a2b3c4d"_s;
        QTest::newRow("Google") << QByteArray("250 2.0.0 OK  1732 d2e1a72-7f.31 - gsmtp\r\n")
                                << u"1732 d2e1a72-7f.31"_s;
        QTest::newRow("none") << QByteArray("250 thanks\r\n") << QString();
    }
    void names_of_queues_are_found()
    {
        QFETCH(QByteArray, said);
        QFETCH(QString, id);
        Submitting submitting = two();
        talk(submitting, goodBut(4, said));
        QCOMPARE(submitting.outcome()->outcome, Outcome::Accepted);
        QCOMPARE(submitting.outcome()->queueId, id);
    }

    void parameters_go_out_where_they_are_needed_and_known()
    {
        SmtpEnvelope envelope = to({u"jörg@example.org"_s, u"bea@bücher.example"_s});
        envelope.recipients[0].reports = ReportWhen::Delivered | ReportWhen::Failed | ReportWhen::Delayed;
        envelope.recipients[1].reports = ReportWhen::Never;
        envelope.reportContent = ReportContent::Headers;
        envelope.envelopeId = u"a+b=c d"_s;
        const WireShape shape = wireShape("Subject: \xc3\xa4\r\n\r\n\xc3\xa4");
        const SmtpFeatures all = everything();
        QCOMPARE(
            mailCommand(all, envelope, shape),
            "MAIL FROM:<ann@example.org> SIZE=19 BODY=8BITMIME SMTPUTF8 RET=HDRS ENVID=a+2Bb+3Dc+20d\r\n");
        QCOMPARE(rcptCommand(all, envelope.recipients[0]),
                 u"RCPT TO:<jörg@example.org> NOTIFY=SUCCESS,FAILURE,DELAY\r\n"_s.toUtf8());
        QCOMPARE(rcptCommand(all, envelope.recipients[1]),
                 "RCPT TO:<bea@xn--bcher-kva.example> NOTIFY=NEVER\r\n");

        SmtpEnvelope report = to({u"bea@bücher.example"_s});
        report.from.clear();
        report.envelopeId = u"x"_s;
        report.reportContent = ReportContent::WholeMessage;
        report.recipients[0].reports = ReportWhen::Failed;
        const WireShape plain = wireShape("a: b\r\n\r\nc");
        QCOMPARE(mailCommand({}, report, plain), "MAIL FROM:<>\r\n");
        QCOMPARE(rcptCommand({}, report.recipients[0]), "RCPT TO:<bea@xn--bcher-kva.example>\r\n");
    }

    void what_cannot_go_out_is_said_before_anything_does_data()
    {
        QTest::addColumn<QString>("recipient");
        QTest::addColumn<QByteArray>("message");
        QTest::addColumn<QString>("code");
        QTest::addColumn<ErrorKind>("kind");
        const QByteArray plain = "a: b\r\n\r\nc\r\n";
        const auto row = [](const char *name, const QString &recipient, const QByteArray &message,
                            const char *code, ErrorKind kind) {
            QTest::newRow(name) << recipient << message << QString::fromLatin1(code) << kind;
        };
        using Kind = ErrorKind;
        row("a command in an address", u"bea@example.org>\r\nRCPT TO:<cem@example.org"_s, plain,
            SubmissionCode::BadAddress, Kind::Invalid);
        row("a parameter in an address", u"bea@example.org> NOTIFY=NEVER"_s, plain,
            SubmissionCode::BadAddress, Kind::Invalid);
        row("no address", u""_s, plain, SubmissionCode::BadAddress, Kind::Invalid);
        row("an endless address", QString(400, u'a'), plain, SubmissionCode::BadAddress, Kind::Invalid);
        row("an open quotation mark", u"\"bea@example.org"_s, plain, SubmissionCode::BadAddress,
            Kind::Invalid);
        row("no message", u"bea@example.org"_s, {}, "", Kind::Invalid);
        row("too large", u"bea@example.org"_s, QByteArray(1001, 'x'), SubmissionCode::TooLarge,
            Kind::Refused);
        row("large by its line ends", u"bea@example.org"_s, QByteArray("x\n").repeated(400),
            SubmissionCode::TooLarge, Kind::Refused);
        row("letters before the @", u"jörg@example.org"_s, plain, SubmissionCode::NeedsUtf8,
            Kind::Unsupported);
        row("letters in the header", u"bea@example.org"_s, "a: \xc3\xa4\r\n\r\nc", SubmissionCode::NeedsUtf8,
            Kind::Unsupported);
        row("letters in the text", u"bea@example.org"_s, "a: b\r\n\r\n\xc3\xa4",
            SubmissionCode::NeedsEightBit, Kind::Unsupported);
    }
    void what_cannot_go_out_is_said_before_anything_does()
    {
        QFETCH(QString, recipient);
        QFETCH(QByteArray, message);
        QFETCH(QString, code);
        QFETCH(ErrorKind, kind);
        SmtpFeatures features;
        features.sizeLimit = 1000;
        const auto checked = checkEnvelope(settings(), features, to({recipient}), wireShape(message));
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, kind);
        QCOMPARE(checked.error().code, code);
        QVERIFY(checked.error().text.size() < 500);
        QVERIFY(!checkEnvelope(settings(), features, to({}), wireShape("a")));
    }

    void both_sizes_are_told()
    {
        SmtpFeatures features;
        features.sizeLimit = 10 << 20;
        const auto checked = checkEnvelope(settings(), features, to({u"bea@example.org"_s}),
                                           wireShape(QByteArray(25 << 20, 'x')));
        QVERIFY(!checked);
        QVERIFY2(checked.error().text.contains("25.00"_L1) && checked.error().text.contains("10.00"_L1),
                 qPrintable(checked.error().text));
    }

    void unusual_addresses_are_addresses()
    {
        for (const QString &address :
             {u"\"a b>\"@example.org"_s, u"postmaster"_s, u"a+b@[192.0.2.1]"_s, u"o'neil/x@example.org"_s})
            QVERIFY2(checkEnvelope(settings(), {}, to({address}), wireShape("a")), qPrintable(address));
    }
};

QTEST_GUILESS_MAIN(SubmittingTest)
#include "submitting_test.moc"
