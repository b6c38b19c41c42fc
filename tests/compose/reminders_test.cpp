#include "core/compose/reminders.h"

#include "core/compose/messagewriter.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;
using Kind = Reminder::Kind;

namespace {

Draft fine()
{
    Draft d;
    d.from = {{}, u"anna@example.org"_s};
    d.to = {{{}, u"ben@example.org"_s}};
    d.subject = u"Lunch"_s;
    d.text = u"Hello\n"_s;
    return d;
}

QList<Kind> kinds(const Draft &draft, const ReminderLimits &limits = {})
{
    QList<Kind> out;
    for (const Reminder &reminder : remindersOf(draft, limits))
        out.append(reminder.kind);
    return out;
}

} // namespace

class RemindersTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void a_message_that_lacks_nothing_is_not_talked_about() { QCOMPARE(kinds(fine()), QList<Kind>()); }

    void attachments_are_missed_in_any_language_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("word");
        const auto row = [](const QString &text, const QString &word) {
            QTest::newRow(qPrintable(text)) << text << word;
        };
        row(u"Please find attached the plan."_s, u"attached"_s);
        row(u"See the Attachment!"_s, u"Attachment"_s);
        row(u"Anbei der Plan."_s, u"Anbei"_s);
        row(u"Der Plan ist im Anhang."_s, u"Anhang"_s);
        row(u"Ich habe ihn angehängt."_s, u"angehängt"_s);
        row(u"Veuillez trouver ci-joint le plan."_s, u"ci-joint"_s);
        row(u"Voir pièce jointe"_s, u"pièce jointe"_s);
        row(u"Voir pie\u0300ce jointe"_s, u"pièce jointe"_s);
        row(u"Te adjunto el plan"_s, u"adjunto"_s);
        row(u"In allegato il piano"_s, u"In allegato"_s);
        row(u"Zie de bijlage"_s, u"bijlage"_s);
        row(u"Segue em anexo"_s, u"em anexo"_s);
        row(u"W załączniku plan"_s, u"załączniku"_s);
        row(u"Planen er vedhæftet"_s, u"vedhæftet"_s);
        row(u"Jag bifogar planen"_s, u"bifogar"_s);
        row(u"Planen er vedlagt"_s, u"vedlagt"_s);
        row(u"Se vedlegget"_s, u"vedlegget"_s);
        row(u"An unattached person, reattachable"_s, {});
        row(u"> see the attachment\nok"_s, {});
        row(u"ok\n-- \nAttachments are checked."_s, {});
        row(u"ok\n-------- Forwarded message --------\nsee attachment"_s, {});
    }
    void attachments_are_missed_in_any_language()
    {
        QFETCH(QString, text);
        Draft d = fine();
        d.text = text;
        QTEST(attachmentWord(d), "word");
        QCOMPARE(kinds(d).contains(Kind::NoAttachment), !attachmentWord(d).isEmpty());
        d.attachments = {{u"a.pdf"_s, u"application/pdf"_s, "x"}};
        QVERIFY(!kinds(d).contains(Kind::NoAttachment));
    }

    void a_picture_in_the_text_is_no_attachment()
    {
        Draft d = fine();
        d.text = u"see attached"_s;
        d.attachments = {{u"a.png"_s, u"image/png"_s, "x", {}, true, u"a@b"_s}};
        QCOMPARE(kinds(d), QList<Kind>{Kind::NoAttachment});
    }

    void quotes_in_html_are_not_ones_own_words()
    {
        Draft d = fine();
        d.text.clear();
        d.html
            = u"<p>ok</p><blockquote type=\"cite\">see attachment</blockquote><div class=\"moz-signature\">attached</div>"_s;
        QCOMPARE(attachmentWord(d), QString());
        d.html.prepend(u"<p>I attached it</p>"_s);
        QCOMPARE(attachmentWord(d), u"attached"_s);
    }

    void a_subject_of_ones_own_counts_too()
    {
        Draft d = fine();
        d.subject = u"Anhang"_s;
        QCOMPARE(attachmentWord(d), u"Anhang"_s);
        d.act = DraftAct::Reply;
        QCOMPARE(attachmentWord(d), QString());
    }

    void what_is_empty_is_told()
    {
        Draft d = fine();
        d.subject = u" "_s;
        d.to.clear();
        QCOMPARE(kinds(d), (QList<Kind>{Kind::NoSubject, Kind::NoRecipient}));
        d.act = DraftAct::Redirect;
        QCOMPARE(kinds(d), QList<Kind>{Kind::NoRecipient});
    }

    void many_recipients_are_counted_each_once()
    {
        Draft d = fine();
        for (int i = 0; i < 20; ++i) {
            d.cc.append({{}, u"p%1@example.org"_s.arg(i)});
            d.bcc.append({{}, u"P%1@example.org"_s.arg(i)});
        }
        QCOMPARE(remindersOf(d), (QList<Reminder>{{Kind::ManyRecipients, {}, 21}}));
        QCOMPARE(kinds(d, {21, 0}), QList<Kind>());
    }

    void an_answer_to_a_whole_list_is_told()
    {
        Draft d = fine();
        d.listAddress = u"list@example.org"_s;
        d.act = DraftAct::ReplyAll;
        QCOMPARE(kinds(d), QList<Kind>());
        d.cc = {{{}, u"LIST@example.org"_s}};
        QCOMPARE(remindersOf(d), (QList<Reminder>{{Kind::AllOfList, u"list@example.org"_s}}));
        d.act = DraftAct::ReplyList;
        QCOMPARE(kinds(d), QList<Kind>());
    }

    void another_identity_is_told()
    {
        Draft d = fine();
        d.answeredAs = u"Anna@Example.org"_s;
        QCOMPARE(kinds(d), QList<Kind>());
        d.answeredAs = u"other@example.org"_s;
        QCOMPARE(remindersOf(d), (QList<Reminder>{{Kind::OtherIdentity, u"other@example.org"_s}}));
    }

    void each_invalid_address_is_named()
    {
        Draft d = fine();
        d.to.append({{}, u"ann"_s});
        d.bcc.append({u"Group"_s, {}});
        QCOMPARE(remindersOf(d),
                 (QList<Reminder>{{Kind::InvalidAddress, u"ann"_s}, {Kind::InvalidAddress, u"Group"_s}}));
    }

    void a_message_above_the_servers_limit_is_told_before_it_is_written()
    {
        Draft d = fine();
        d.attachments = {{u"a.bin"_s, u"application/x-thing"_s, QByteArray(1'000'000, 'x')}};
        const qint64 size = writeMessage(d, {})->bytes.size();
        const qint64 expected = expectedSize(d);
        QVERIFY(std::abs(size - expected) < size / 50);
        QCOMPARE(kinds(d, {20, expected - 1}), QList<Kind>{Kind::TooLarge});
        QCOMPARE(kinds(d, {20, expected}), QList<Kind>());
    }
};

QTEST_GUILESS_MAIN(RemindersTest)
#include "reminders_test.moc"
