#include "core/compose/answering.h"

#include "core/compose/messagewriter.h"
#include "core/compose/quoting.h"
#include "core/compose/subjects.h"
#include "core/mime/messageparser.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

const Answerer Anna{{{u"Anna"_s, u"anna@example.org"_s}, {u"Anna B."_s, u"ab@example.net"_s}},
                    {u"anna@example.org"_s, u"ab@example.net"_s, u"anna@home.example"_s}};

Original original(const QByteArray &fields, const QByteArray &body = "Hello\n")
{
    const QByteArray source
        = "Date: Tue, 14 Nov 2023 22:13:20 +0000\nMessage-ID: <m1@example.com>\n" + fields + "\n" + body;
    return {parseMessage(source), source, MessageId(7)};
}

Original simple()
{
    return original("From: Ben <ben@example.com>\nTo: anna@example.org\nSubject: Lunch\n");
}

QStringList emails(const QList<Address> &list)
{
    QStringList out;
    for (const Address &a : list)
        out.append(a.email);
    return out;
}

} // namespace

class AnsweringTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_reply_goes_to_the_author()
    {
        const Draft d = reply(simple(), Anna);
        QCOMPARE(d.act, DraftAct::Reply);
        QCOMPARE(d.original, MessageId(7));
        QCOMPARE(d.from, Anna.identities.first());
        QCOMPARE(d.to, (QList<Address>{{u"Ben"_s, u"ben@example.com"_s}}));
        QVERIFY(d.cc.isEmpty() && d.bcc.isEmpty());
        QCOMPARE(d.subject, u"Re: Lunch"_s);
        QCOMPARE(d.inReplyTo, u"m1@example.com"_s);
        QCOMPARE(d.references, QStringList{u"m1@example.com"_s});
        QVERIFY(writeMessage(d, {}));
    }

    void recipients_are_who_they_should_be_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QStringList>("reply");
        QTest::addColumn<QStringList>("allTo");
        QTest::addColumn<QStringList>("allCc");
        const QStringList none;
        const auto row = [](const char *name, const QByteArray &fields, const QStringList &reply,
                            const QStringList &allTo, const QStringList &allCc) {
            QTest::newRow(name) << fields << reply << allTo << allCc;
        };
        row("all", "From: b@x.y\nTo: anna@example.org, c@x.y\nCc: d@x.y, AB@example.net\n", {u"b@x.y"_s},
            {u"b@x.y"_s, u"c@x.y"_s}, {u"d@x.y"_s});
        row("Reply-To", "From: b@x.y\nReply-To: r@x.y, q@x.y\nTo: anna@example.org\n",
            {u"r@x.y"_s, u"q@x.y"_s}, {u"r@x.y"_s, u"q@x.y"_s}, none);
        row("Reply-To oneself", "From: b@x.y\nReply-To: anna@example.org\nTo: c@x.y\n", {u"b@x.y"_s},
            {u"b@x.y"_s, u"c@x.y"_s}, none);
        row("Mail-Reply-To", "From: b@x.y\nMail-Reply-To: m@x.y\nReply-To: r@x.y\nTo: c@x.y\n", {u"m@x.y"_s},
            {u"m@x.y"_s, u"c@x.y"_s}, none);
        row("Mail-Followup-To",
            "From: b@x.y\nMail-Followup-To: \"L, l\" <l@x.y>, anna@example.org\nTo: c@x.y\n", {u"b@x.y"_s},
            {u"l@x.y"_s}, none);
        row("each once", "From: b@x.y\nTo: B@x.y, c@x.y, C@X.y\nCc: c@x.y, d@x.y, D@x.y\n", {u"b@x.y"_s},
            {u"b@x.y"_s, u"c@x.y"_s}, {u"d@x.y"_s});
        row("own mail", "From: anna@example.org\nTo: b@x.y, c@x.y\nCc: d@x.y\n", {u"b@x.y"_s, u"c@x.y"_s},
            {u"b@x.y"_s, u"c@x.y"_s}, {u"d@x.y"_s});
        row("own mail from elsewhere", "From: anna@home.example\nTo: b@x.y, ab@example.net\n", {u"b@x.y"_s},
            {u"b@x.y"_s}, none);
        row("own mail, Cc alone", "From: anna@example.org\nTo: anna@example.org\nCc: d@x.y\n", {u"d@x.y"_s},
            {u"d@x.y"_s}, none);
        row("alone", "From: anna@example.org\nTo: anna@example.org\n", {u"anna@example.org"_s},
            {u"anna@example.org"_s}, none);
        row("a list in Reply-To",
            "From: b@x.y\nReply-To: list@x.y\nTo: list@x.y\nList-Post: <mailto:list@x.y>\n", {u"list@x.y"_s},
            {u"b@x.y"_s, u"list@x.y"_s}, none);
        row("a group without members", "From: b@x.y\nTo: undisclosed-recipients:;\n", {u"b@x.y"_s},
            {u"b@x.y"_s}, none);
    }
    void recipients_are_who_they_should_be()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QStringList, allTo);
        QFETCH(QStringList, allCc);
        const Original to = original(fields);
        QTEST(emails(::reply(to, Anna).to), "reply");
        QCOMPARE(emails(replyToAll(to, Anna).to), allTo);
        QCOMPARE(emails(replyToAll(to, Anna).cc), allCc);
    }

    void a_list_is_answered_where_it_takes_posts_data()
    {
        QTest::addColumn<QByteArray>("field");
        QTest::addColumn<QString>("list");
        QTest::newRow("mailto") << QByteArray("List-Post: <mailto:list@x.y>\n") << u"list@x.y"_s;
        QTest::newRow("comment") << QByteArray(
            "List-Post: (posts) <http://x.y>,\n <mailto:a%2Bb@x.y?subject=s>\n")
                                 << u"a+b@x.y"_s;
        QTest::newRow("NO") << QByteArray("List-Post: NO (announcements)\n") << QString();
        QTest::newRow("none") << QByteArray() << QString();
        QTest::newRow("injection") << QByteArray("List-Post: <mailto:a@x.y%0D%0ABcc:c@x.y>\n")
                                   << u"a@x.y Bcc:c@x.y"_s;
    }
    void a_list_is_answered_where_it_takes_posts()
    {
        QFETCH(QByteArray, field);
        QFETCH(QString, list);
        const auto d = replyToList(original("From: b@x.y\nTo: list@x.y\n" + field), Anna);
        QCOMPARE(d.has_value(), !list.isEmpty());
        if (!d)
            return;
        QCOMPARE(writeMessage(*d, {}).operator bool(), !list.contains(u' '));
        QCOMPARE(emails(d->to), QStringList{list});
        QVERIFY(d->cc.isEmpty());
        QCOMPARE(d->listAddress, list);
    }

    void the_answer_comes_from_where_the_mail_went_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("answeredAs");
        const QString own = u"anna@example.org"_s;
        const QString other = u"ab@example.net"_s;
        QTest::newRow("To") << QByteArray("To: x@y.z, AB@Example.net\n") << other << other;
        QTest::newRow("Cc") << QByteArray("To: x@y.z\nCc: ab@example.net\n") << other << other;
        QTest::newRow("To first") << QByteArray("To: anna@example.org\nCc: ab@example.net\n") << own << own;
        QTest::newRow("Delivered-To")
            << QByteArray("To: l@y.z\nDelivered-To: x@y.z\nDelivered-To: ab@example.net\n") << other << other;
        QTest::newRow("X-Original-To")
            << QByteArray("To: l@y.z\nX-Original-To: ab@example.net\n") << other << other;
        QTest::newRow("nowhere") << QByteArray("To: l@y.z\n") << own << QString();
    }
    void the_answer_comes_from_where_the_mail_went()
    {
        QFETCH(QByteArray, fields);
        const Draft d = reply(original("From: b@x.y\n" + fields), Anna);
        QTEST(d.from.email, "from");
        QTEST(d.answeredAs, "answeredAs");
        QCOMPARE(reply(original("From: ab@example.net\nTo: anna@example.org\n"), Anna).from.email,
                 u"ab@example.net"_s);
    }

    void aliases_of_the_account_are_identities_and_other_accounts_are_oneself()
    {
        AccountSettings one;
        one.name = u"Anna"_s;
        one.address = u"anna@example.org"_s;
        one.aliases = {u"Anna B. <ab@example.net>"_s};
        AccountSettings two;
        two.address = u"Anna@Home.example"_s;
        const Answerer answerer = answererOf(one, {one, two});
        const Original mail = original("From: anna@home.example\nTo: b@x.y, ab@example.net\n");
        QCOMPARE(emails(reply(mail, answerer).to), QStringList{u"b@x.y"_s});
        QCOMPARE(reply(mail, answerer).from, (Address{u"Anna B."_s, u"ab@example.net"_s}));
    }

    void a_thread_is_kept_together()
    {
        QCOMPARE(
            reply(original("From: b@x.y\nReferences: <a@x>\n\t<b@x> <m1@example.com>\n"), Anna).references,
            (QStringList{u"a@x"_s, u"b@x"_s, u"m1@example.com"_s}));
        QCOMPARE(reply(original("From: b@x.y\nIn-Reply-To: <p@x>\n"), Anna).references,
                 (QStringList{u"p@x"_s, u"m1@example.com"_s}));
        QByteArray many = "References:";
        for (int i = 0; i < 5000; ++i)
            many += " <r" + QByteArray::number(i) + "@x>";
        const QStringList kept = reply(original("From: b@x.y\n" + many + "\n"), Anna).references;
        QCOMPARE(kept.size(), 100);
        QCOMPARE(kept.first(), u"r0@x"_s);
        QCOMPARE(kept.last(), u"m1@example.com"_s);
    }

    void prefixes_do_not_pile_up_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("reply");
        QTest::addColumn<QString>("forwarded");
        const auto row = [](const QString &subject, const QString &reply, const QString &forwarded) {
            QTest::newRow(qPrintable(subject)) << subject << reply << forwarded;
        };
        row(u"Lunch"_s, u"Re: Lunch"_s, u"Fwd: Lunch"_s);
        row({}, u"Re: "_s, u"Fwd: "_s);
        for (const QString &prefix :
             {u"Re:"_s,    u"RE: "_s,    u"AW: "_s,    u"Aw:"_s,    u"SV: "_s,  u"VS: "_s,
              u"Antw: "_s, u"RE[2]: "_s, u"Re(3): "_s, u"Re^4: "_s, u"Odp: "_s, u"回复: "_s,
              u"回复："_s, u"答复: "_s,  u"RIF: "_s,   u"R: "_s,    u"Re : "_s, u"Re: AW: SV: "_s,
              u"ΣΧΕΤ: "_s, u"Отв: "_s,   u"YNT: "_s,   u" re: "_s,  u"Vá: "_s,  u"Re [2]: "_s})
            row(prefix + u"Lunch"_s, u"Re: Lunch"_s,
                u"Fwd: "_s + prefix.trimmed() + (prefix.endsWith(u' ') ? u" "_s : QString()) + u"Lunch"_s);
        for (const QString &prefix :
             {u"Fwd: "_s, u"FW: "_s, u"WG: "_s, u"TR: "_s, u"RV: "_s, u"I: "_s, u"Fw: WG: "_s, u"转发: "_s,
              u"VB: "_s, u"ENC: "_s, u"PD: "_s, u"Doorst: "_s})
            row(prefix + u"Lunch"_s, u"Re: "_s + prefix + u"Lunch"_s, u"Fwd: Lunch"_s);
        row(u"[list] Re: Lunch"_s, u"Re: [list] Lunch"_s, u"Fwd: [list] Re: Lunch"_s);
        row(u"Re: [list] AW: Lunch"_s, u"Re: [list] Lunch"_s, u"Fwd: Re: [list] AW: Lunch"_s);
        row(u"Research: x"_s, u"Re: Research: x"_s, u"Fwd: Research: x"_s);
        row(u"R2: D2"_s, u"Re: R2: D2"_s, u"Fwd: R2: D2"_s);
        row(u"Re Lunch"_s, u"Re: Re Lunch"_s, u"Fwd: Re Lunch"_s);
    }
    void prefixes_do_not_pile_up()
    {
        QFETCH(QString, subject);
        QTEST(replySubject(subject), "reply");
        QTEST(forwardSubject(subject), "forwarded");
        QCOMPARE(replySubject(replySubject(subject)), replySubject(subject));
        QCOMPARE(forwardSubject(forwardSubject(subject)), forwardSubject(subject));
    }

    void text_is_quoted_without_its_signature()
    {
        const Draft d = reply(original("From: Ben <ben@example.com>\nTo: anna@example.org\nContent-Type: "
                                       "text/plain; charset=utf-8\n",
                                       "Hello\n\n> older\n>> oldest\nBye\n\n-- \nBen\nTel. 1\n"),
                              Anna);
        QVERIFY(d.html.isEmpty());
        const QStringList lines = d.text.split(u'\n');
        QVERIFY(lines.first().contains("Ben"_L1) && lines.first().contains("2023"_L1));
        QVERIFY(lines.first().endsWith("wrote:"_L1));
        QCOMPARE(lines.sliced(1),
                 (QStringList{u"> Hello"_s, u">"_s, u">> older"_s, u">>> oldest"_s, u"> Bye"_s, {}}));
    }

    void only_a_signature_is_cut()
    {
        QCOMPARE(withoutSignature(u"a\n-- \nb\n-- \nc"_s), u"a"_s);
        QCOMPARE(withoutSignature(u"a\n--\nb"_s), u"a"_s);
        QCOMPARE(withoutSignature(u"a\n--\n"_s + u"b\n"_s.repeated(30)),
                 u"a\n--\n"_s + u"b\n"_s.repeated(30).trimmed());
        QCOMPARE(withoutSignature(u"a -- b\n> -- \n> c"_s), u"a -- b\n> -- \n> c"_s);
    }

    void html_is_quoted_without_signature_and_places()
    {
        Answerer rich = Anna;
        rich.richText = true;
        const Draft d = reply(original("From: B <b@x.y>\nTo: anna@example.org\nContent-Type: text/html\n",
                                       "<p>Hi<img src='http://x.y/p.png' alt='a picture' width=99></p>"
                                       "<div class='gmail_signature'>Sig<div>nested</div></div><p>End</p>\n"),
                              rich);
        QVERIFY(d.text.isEmpty());
        QVERIFY(d.html.contains("<blockquote type=\"cite\"><p>Hia picture</p><p>End</p>"_L1));
        QVERIFY(!d.html.contains("Sig"_L1) && !d.html.contains("kw"_L1) && !d.html.contains("x.y/p"_L1));
        QVERIFY(d.html.startsWith("<p>On "_L1));
    }

    void plain_text_in_an_html_answer_stays_text()
    {
        Answerer rich = Anna;
        rich.richText = true;
        const Draft d = reply(original("From: \"<b>B\" <b@x.y>\n", "1 < 2  & <i>\nx\n-- \nsig\n"), rich);
        QVERIFY(d.html.contains("1 &lt; 2 \u00A0&amp; &lt;i&gt;<br>\nx</blockquote>"_L1));
        QVERIFY(d.html.contains("&lt;b&gt;B"_L1));
    }

    void pictures_of_a_quote_come_along()
    {
        Answerer rich = Anna;
        rich.richText = true;
        const QByteArray body = "--r\nContent-Type: text/html\n\n<p>x <img src=cid:p1@x></p>\n"
                                "--r\nContent-Type: image/png; name=p.png\nContent-ID: <p1@x>\n\npicture\n"
                                "--r\nContent-Type: application/pdf; name=f.pdf\n\nfile\n--r--\n";
        const Original mail = original(
            "From: b@x.y\nTo: anna@example.org\nSubject: s\nContent-Type: multipart/related; boundary=r\n",
            body);
        const Draft answer = reply(mail, rich);
        QCOMPARE(answer.attachments.size(), 1);
        QCOMPARE(answer.attachments.first().contentId, u"p1@x"_s);
        QCOMPARE(answer.attachments.first().data, "picture");
        QVERIFY(answer.attachments.first().isInline);
        const MessageView view = parseMessage(writeMessage(answer, {})->bytes);
        QVERIFY(view.attachments.first().isShownInHtml);
        QCOMPARE(reply(mail, Anna).attachments.size(), 0);
        QCOMPARE(forward(mail, rich).attachments.size(), 2);
        const Draft plain = forward(mail, Anna);
        QCOMPARE(plain.attachments.size(), 2);
        QVERIFY(!plain.attachments.first().isInline);
    }

    void a_forwarded_message_says_whose_it_is()
    {
        const Original mail
            = original("From: Ben <ben@example.com>\nTo: anna@example.org, c@x.y\nSubject: Lunch\n",
                       "Hello\n-- \nBen\n");
        const Draft d = forward(mail, Anna);
        QCOMPARE(d.subject, u"Fwd: Lunch"_s);
        QVERIFY(d.to.isEmpty() && d.inReplyTo.isEmpty());
        QCOMPARE(d.references, QStringList{u"m1@example.com"_s});
        for (const QString &line : {u"Subject: Lunch\n"_s, u"From: Ben <ben@example.com>\n"_s,
                                    u"To: anna@example.org, c@x.y\n"_s, u"\n\nHello\n-- \nBen"_s})
            QVERIFY2(d.text.contains(line), qPrintable(d.text));
    }

    void a_forwarded_newsletter_keeps_its_pictures_but_not_its_trackers()
    {
        Answerer rich = Anna;
        rich.richText = true;
        const Draft d = forward(original("From: b@x.y\nContent-Type: text/html\n",
                                         "<table background='http://x.y/b.png'><tr><td><img width=99 "
                                         "src='http://x.y/p.png?a=1&amp;b=2'>"
                                         "<img width=1 height=1 src='http://x.y/t.png'></td></tr></table>\n"),
                                rich);
        QVERIFY2(d.html.contains("<img src=\"http://x.y/p.png?a=1&amp;b=2\" width=\"99\">"_L1),
                 qPrintable(d.html));
        QVERIFY(!d.html.contains("t.png"_L1) && !d.html.contains("kw"_L1));
    }

    void messages_are_attached_octet_for_octet()
    {
        const Original one = original("From: b@x.y\nSubject: a/b: c\n");
        const Draft d = forwardAttached({one, simple()}, Anna);
        QCOMPARE(d.attachments.size(), 2);
        QCOMPARE(d.attachments[0].name, u"b_ c.eml"_s);
        QCOMPARE(d.attachments[0].mimeType, u"message/rfc822"_s);
        QCOMPARE(d.attachments[0].data, one.source);
        QVERIFY(d.subject.startsWith("Fwd: "_L1));
    }

    void a_redirected_message_is_taken_as_it_is()
    {
        Draft d = redirect(simple(), Anna);
        QCOMPARE(d.redirected, simple().source);
        QCOMPARE(d.from, Anna.identities.first());
        d.to = {{{}, u"c@x.y"_s}};
        const auto message = writeMessage(d, {});
        QVERIFY(message);
        QCOMPARE(parseMessage(message->bytes).from.email, u"ben@example.com"_s);
    }

    void a_message_can_be_the_draft_of_a_new_one()
    {
        const Draft d = editAsNew(
            original(
                "From: AB@example.net\nTo: Ben <b@x.y>\nCc: c@x.y\nBcc: d@x.y\nReply-To: r@x.y\n"
                "Subject: Re: x\nIn-Reply-To: <p@x>\nContent-Type: multipart/mixed; boundary=m\n",
                "--m\n\nText\n-- \nAnna\n--m\nContent-Type: application/pdf; name=f.pdf\n\nfile\n--m--\n"),
            Anna);
        QCOMPARE(d.from.email, u"ab@example.net"_s);
        QCOMPARE(emails(d.to + d.cc + d.bcc + d.replyTo),
                 (QStringList{u"b@x.y"_s, u"c@x.y"_s, u"d@x.y"_s, u"r@x.y"_s}));
        QCOMPARE(d.subject, u"Re: x"_s);
        QVERIFY(d.messageId.isEmpty() && d.inReplyTo.isEmpty() && d.references.isEmpty());
        QVERIFY(d.text.contains("Text\n-- \nAnna"_L1));
        QCOMPARE(d.attachments.size(), 1);
    }
};

QTEST_GUILESS_MAIN(AnsweringTest)
#include "answering_test.moc"
