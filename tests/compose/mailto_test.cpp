#include "core/compose/mailto.h"

#include "core/compose/messagewriter.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

Draft from(const QByteArray &link)
{
    return draftFromMailto(QUrl::fromEncoded(link));
}

QStringList emails(const QList<Address> &addresses)
{
    QStringList out;
    for (const Address &address : addresses)
        out.append(address.email);
    return out;
}

} // namespace

class MailtoTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void the_standards_examples_are_read()
    {
        QCOMPARE(emails(from("mailto:chris@example.com").to), QStringList{u"chris@example.com"_s});
        const Draft info = from("mailto:infobot@example.com?subject=current-issue");
        QCOMPARE(info.subject, u"current-issue"_s);
        QCOMPARE(from("mailto:infobot@example.com?body=send%20current-issue").text, u"send current-issue"_s);
        QCOMPARE(from("mailto:infobot@example.com?body=send%20current-issue%0D%0Asend%20index").text,
                 u"send current-issue\nsend index"_s);
        const Draft answer = from("mailto:list@example.org?In-Reply-To=%3C3469A91.D10AF4C@example.com%3E");
        QCOMPARE(answer.inReplyTo, u"3469A91.D10AF4C@example.com"_s);
        QCOMPARE(answer.references, QStringList{u"3469A91.D10AF4C@example.com"_s});
        QCOMPARE(emails(from("mailto:?to=joe@example.com&cc=bob@example.com&body=hello").cc),
                 QStringList{u"bob@example.com"_s});
        QCOMPARE(emails(from("mailto:gorby%25kremvax@example.com").to),
                 QStringList{u"gorby%kremvax@example.com"_s});
        QCOMPARE(emails(from("mailto:unlikely%3Faddress@example.com?blat=foop").to),
                 QStringList{u"unlikely?address@example.com"_s});
        QCOMPARE(from("mailto:user@example.org?subject=caf%C3%A9&body=caf%C3%A9").text, u"café"_s);
        QCOMPARE(from("mailto:user@example.org?subject=a+b").subject, u"a+b"_s);
    }

    void several_addresses_in_both_places_come_together_once()
    {
        const Draft draft = from("mailto:a@example.org,%22Becker%2C%20Anna%22%20%3Cb@example.org%3E"
                                 "?to=c@example.org,A@example.org&BCC=d@example.org");
        QCOMPARE(emails(draft.to), (QStringList{u"a@example.org"_s, u"b@example.org"_s, u"c@example.org"_s}));
        QCOMPARE(draft.to.at(1).name, u"Becker, Anna"_s);
        QCOMPARE(emails(draft.bcc), QStringList{u"d@example.org"_s});
    }

    void names_of_fields_have_no_case()
    {
        const Draft draft = from("MAILTO:a@example.org?SUBJECT=s&Body=b&CC=c@example.org");
        QCOMPARE(draft.subject, u"s"_s);
        QCOMPARE(draft.text, u"b"_s);
        QCOMPARE(emails(draft.cc), QStringList{u"c@example.org"_s});
    }

    void no_file_and_no_other_field_is_taken()
    {
        Draft expected;
        expected.to = {{{}, u"a@example.org"_s}};
        for (const auto *field :
             {"attach=/etc/passwd", "Attachment=file:///etc/passwd", "attach%6dent=/etc/passwd",
              "from=boss@example.org", "reply-to=x@example.org", "html=%3Cb%3E", "content-type=text/html",
              "message-id=%3Ca@b%3E", "references=%3Ca@b%3E", "=x", "subject", "&&&", "%00=x"})
            QCOMPARE(from("mailto:a@example.org?" + QByteArray(field)), expected);
        QCOMPARE(from("http://example.org/?to=a@example.org"), Draft());
        QCOMPARE(from("mailto:"), Draft());
        QCOMPARE(from(""), Draft());
    }

    void no_header_can_be_smuggled_in()
    {
        Draft draft = from("mailto:a@example.org?subject=Hi%0D%0ABcc:%20evil@example.org%0D%0A%0D%0Abody"
                           "&cc=b@example.org%0ABcc:%20evil@example.org"
                           "&in-reply-to=%3Ca@b%3E%0D%0ABcc:%20evil@example.org");
        QCOMPARE(draft.subject, u"Hi Bcc: evil@example.org body"_s);
        QVERIFY(draft.bcc.isEmpty());
        QVERIFY(draft.inReplyTo.isEmpty());
        for (const QList<Address> *list : {&draft.to, &draft.cc}) {
            for (const Address &address : *list)
                QVERIFY(!address.email.contains(u'\n') && !address.name.contains(u'\n'));
        }
        draft.cc.clear();
        draft.from = {{}, u"me@example.org"_s};
        const auto message = writeMessage(draft, {});
        QVERIFY(message);
        QCOMPARE(message->envelope.recipients, QList<QByteArray>{"a@example.org"});
        QVERIFY(!message->bytes.contains("\nBcc:"));
    }

    void what_misleads_or_rings_a_bell_is_left_out()
    {
        const Draft draft = from("mailto:a@example.org?subject=a%E2%80%AEb%00c%1B&body=x%00y%07%09z");
        QCOMPARE(draft.subject, u"a b c"_s);
        QCOMPARE(draft.text, u"xy\tz"_s);
    }

    void sizes_are_bounded()
    {
        QByteArray link = "mailto:a@example.org?body=" + QByteArray(1'000'000, 'x');
        QVERIFY(from(link).text.size() <= 200'000);
        link = "mailto:a@example.org?subject=" + QByteArray(100'000, 'x');
        QVERIFY(from(link).subject.size() <= 2000);
        link = "mailto:";
        for (int i = 0; i < 20'000; ++i)
            link += "a" + QByteArray::number(i) + "@example.org,";
        QCOMPARE(from(link).to.size(), 200);
        link = "mailto:a@example.org?" + QByteArray("cc=b@example.org&").repeated(20'000);
        QCOMPARE(from(link).cc.size(), 1);
    }

    void what_is_no_address_can_be_mended_by_the_person()
    {
        QCOMPARE(emails(from("mailto:just%20anna").to), QStringList{u"just anna"_s});
        QCOMPARE(from("mailto:a@example.org?subject=%FF%FEx").subject, u"\uFFFD\uFFFDx"_s);
    }
};

QTEST_GUILESS_MAIN(MailtoTest)
#include "mailto_test.moc"
