#include "core/compose/unsubscribing.h"

#include "compose/wellformed.h"
#include "core/compose/messagewriter.h"
#include "core/mime/messageparser.h"

#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

Answerer anna()
{
    Answerer a;
    a.identities = {{u"Anna"_s, u"anna@example.org"_s}, {u"Anna"_s, u"lists@example.org"_s}};
    a.ownAddresses = {u"anna@example.org"_s, u"lists@example.org"_s};
    return a;
}

std::optional<Draft> draftFor(const QByteArray &field)
{
    const QByteArray source = "From: news@example.com\r\nTo: lists@example.org\r\nList-Unsubscribe: " + field
        + "\r\n\r\nNews\r\n";
    return unsubscribeDraft({parseMessage(source), source, MessageId{1}}, anna());
}

} // namespace

class UnsubscribingTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theListIsLeftFromTheAddressItWritesTo()
    {
        const auto draft = draftFor(
            "<https://example.com/x>, <mailto:leave%2Babc+1@example.com?subject=leave%20now%21&body="
            "token%3D1%0D%0Aend>");
        QVERIFY(draft);
        QCOMPARE(draft->from.email, u"lists@example.org"_s);
        QCOMPARE(draft->to, (QList<Address>{{{}, u"leave+abc+1@example.com"_s}}));
        QCOMPARE(draft->subject, u"leave now!"_s);
        QCOMPARE(draft->text, u"token=1\nend"_s);
        QVERIFY(draft->act == DraftAct::New && draft->inReplyTo.isEmpty() && !draft->options.flowed);
        const auto message = writeMessage(*draft, {});
        QVERIFY(message);
        QCOMPARE(harmInMessage(message->bytes), QStringList());
    }
    void wordsAreAddedWhereTheListWantsNone()
    {
        QCOMPARE(draftFor("<mailto:leave@example.com>")->subject, u"unsubscribe"_s);
        QCOMPARE(draftFor("<MAILTO:leave@example.com?body=stop>")->subject, QString());
        QCOMPARE(draftFor("<mailto:?To=leave@example.com>")->to.value(0).email, u"leave@example.com"_s);
    }
    void noSuchWay()
    {
        for (const QByteArray &field :
             QByteArrayList{"<https://example.com/x>", "<mailto:>", "<mailto:leave>", "nonsense",
                            "<mailto:a@example.com,b@example.com>", "<mailto:a@example.com?to=b@example.com>",
                            "<mailto:a@example.com%0D%0Ab@example.com>"})
            QVERIFY2(!draftFor(field), field);
    }
    void aStrangerGetsNothingElseIntoIt()
    {
        const auto draft = draftFor("<mailto:leave@example.com?cc=victim@example.com&bcc=v@example.com&"
                                    "attach=/etc/passwd&in-reply-to=%3Cx@y%3E&from=boss@example.org&"
                                    "subject=a%0D%0ABcc:%20v@example.com&body="
                                    + QByteArray(3000, 'x') + '>');
        QVERIFY(draft);
        QCOMPARE(draft->to.size(), 1);
        QVERIFY(draft->cc.isEmpty() && draft->bcc.isEmpty() && draft->attachments.isEmpty()
                && draft->inReplyTo.isEmpty());
        QCOMPARE(draft->from.email, u"lists@example.org"_s);
        QCOMPARE(draft->subject, u"a Bcc: v@example.com"_s);
        QCOMPARE(draft->text.size(), 2000);
        const auto message = writeMessage(*draft, {});
        QVERIFY(message && !message->bytes.contains("\nBcc"));
        QCOMPARE(message->envelope.recipients, QList<QByteArray>{"leave@example.com"});
    }
};

QTEST_GUILESS_MAIN(UnsubscribingTest)
#include "unsubscribing_test.moc"
