#include "core/smtp/refusals.h"
#include "core/smtp/smtpreplies.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;
using Reason = RefusalReason;
using Step = SmtpStep;

namespace {

SmtpReply replyOf(const QByteArray &octets)
{
    SmtpReplies replies;
    replies.add(octets);
    return replies.take().value_or(SmtpReply());
}

SmtpSettings settings()
{
    SmtpSettings settings;
    settings.host = u"mail.example.org"_s;
    return settings;
}

} // namespace

// What real servers say, and what it means.
class RefusalsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void what_servers_say_is_understood_data()
    {
        QTest::addColumn<Step>("step");
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<Reason>("reason");
        const auto row = [](Step step, const char *said, Reason reason) {
            QTest::addRow("%s", said) << step << QByteArray(said) + "\r\n" << reason;
        };
        row(Step::Rcpt, "550 5.1.1 <x@y>: Recipient address rejected: User unknown in virtual mailbox table",
            Reason::UnknownRecipient);
        row(Step::Rcpt, "550 No such user here", Reason::UnknownRecipient);
        row(Step::Rcpt, "550 5.4.1 Recipient address rejected: Access denied.", Reason::UnknownRecipient);
        row(Step::Rcpt, "550", Reason::UnknownRecipient);
        row(Step::Rcpt, "501 5.1.3 Bad recipient address syntax", Reason::BadAddress);
        row(Step::Rcpt, "552 5.2.2 <x@y>: user is over quota", Reason::MailboxFull);
        row(Step::Rcpt, "452 4.2.2 The email account that you tried to reach is over quota",
            Reason::MailboxFull);
        row(Step::Mail, "552 5.3.4 Message size exceeds fixed limit", Reason::TooLarge);
        row(Step::FinalDot, "552-5.2.3 Your message exceeded Google's message size limits", Reason::TooLarge);
        row(Step::FinalDot, "552 message too big", Reason::TooLarge);
        row(Step::Mail, "550 5.7.60 SMTP; Client does not have permissions to send as this sender",
            Reason::SenderNotAllowed);
        row(Step::Rcpt, "553 5.7.1 <a@b>: Sender address rejected: not owned by user ann",
            Reason::SenderNotAllowed);
        row(Step::Mail, "550 no", Reason::SenderNotAllowed);
        row(Step::Rcpt, "450 4.2.0 <x@y>: Recipient address rejected: Greylisted, see http://x.example",
            Reason::Greylisted);
        row(Step::Rcpt, "451 4.7.1 Please try again later", Reason::Greylisted);
        row(Step::Rcpt, "450 4.1.1 unverified address: user unknown", Reason::Greylisted);
        row(Step::FinalDot, "554 5.7.1 This message has been blocked because it contains spam", Reason::Spam);
        row(Step::FinalDot, "550 5.7.1 refused", Reason::Policy);
        row(Step::Mail, "530 5.7.0 Must issue a STARTTLS command first", Reason::NeedsTls);
        row(Step::Mail, "530 5.7.0 Authentication required", Reason::NotSignedIn);
        row(Step::Mail, "530 5.7.57 Client not authenticated to send mail", Reason::NotSignedIn);
        row(Step::Rcpt, "554 5.7.1 <x@y>: Relay access denied", Reason::NoRelay);
        row(Step::Rcpt, "452 4.5.3 Error: too many recipients", Reason::TooManyRecipients);
        row(Step::FinalDot, "550 5.4.5 Daily user sending limit exceeded", Reason::ServerTrouble);
        row(Step::Mail, "450 4.7.1 Error: too much mail; rate limit", Reason::TooMuchMail);
        row(Step::Mail, "452 4.3.1 Insufficient system storage", Reason::ServerTrouble);
        row(Step::Data, "421 4.3.2 shutting down", Reason::ServerTrouble);
        row(Step::FinalDot, "554 no", Reason::Policy);
    }
    void what_servers_say_is_understood()
    {
        QFETCH(Step, step);
        QFETCH(QByteArray, said);
        QFETCH(Reason, reason);
        const bool isFirstOfTwo = said.at(3) == '-';
        const SmtpReply reply = replyOf(isFirstOfTwo ? said + "552 5.2.3 and more\r\n" : said);
        QVERIFY(reply.code != 0);
        QCOMPARE(refusalReason(step, reply), reason);
        const QString sentence = refusalSentence(settings(), step, reply, u"bea@example.net"_s);
        QVERIFY2(sentence.contains(reply.text.left(20)) && sentence.endsWith(u'.'), qPrintable(sentence));
        QCOMPARE(sentence.contains("tries again by itself"_L1), reply.isForNow());
    }

    void every_reason_ends_in_a_sentence_about_the_one_it_concerns()
    {
        const QString sentence = refusalSentence(settings(), Step::Rcpt,
                                                 replyOf("550 5.1.1 User unknown\r\n"), u"bea@example.net"_s);
        QCOMPARE(sentence,
                 u"mail.example.org knows no mailbox bea@example.net. Check the address for typing mistakes. "
                 "The server says: \"User unknown\"."_s);
    }

    void a_long_list_of_refused_names_is_cut()
    {
        QList<RefusedRecipient> many;
        for (int i = 0; i < 1000; ++i)
            many.append({u"someone%1@example.org"_s.arg(i), {}, u"Why."_s});
        QVERIFY(refusedSentence(many, true).size() < 300);
    }
};

QTEST_GUILESS_MAIN(RefusalsTest)
#include "refusals_test.moc"
