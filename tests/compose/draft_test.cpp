#include "core/compose/draft.h"

#include <QCborMap>
#include <QCborValue>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

Draft fullDraft()
{
    Draft d;
    d.from = {u"Åsa"_s, u"asa@example.org"_s};
    d.to = {{u"Ben"_s, u"ben@example.org"_s}, {{}, u"not yet"_s}};
    d.cc = {{{}, u"cc@example.org"_s}};
    d.bcc = {{{}, u"bcc@example.org"_s}};
    d.replyTo = {{{}, u"reply@example.org"_s}};
    d.followUpTo = {{{}, u"list@example.org"_s}};
    d.subject = u"会議 😀"_s;
    d.text = u"a\nb"_s;
    d.html = u"<p>a</p>"_s;
    d.attachments = {{u"n"_s, u"a/b"_s, QByteArray("\0\xFF", 2), u"/p"_s, true, u"c@d"_s}, {}};
    d.messageId = u"m@x"_s;
    d.inReplyTo = u"i@x"_s;
    d.references = {u"r1@x"_s, u"i@x"_s};
    d.date = 5'000'000'000;
    d.dateOffsetMinutes = -210;
    d.dateInUtc = true;
    d.act = DraftAct::ReplyList;
    d.original = MessageId(1LL << 40);
    d.redirected = "octets";
    d.listAddress = u"list@example.org"_s;
    d.answeredAs = u"asa@example.org"_s;
    d.options = {true, true, true, true, false};
    return d;
}

} // namespace

class DraftTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void what_is_saved_comes_back_whole()
    {
        for (const Draft &draft : {fullDraft(), Draft{}}) {
            const auto read = readDraft(savedDraft(draft));
            QVERIFY(read);
            QVERIFY(*read == draft);
        }
    }

    void each_field_makes_a_difference()
    {
        const Draft full = fullDraft();
        const QCborMap map = QCborValue::fromCbor(savedDraft(full)).toMap();
        for (const QCborValue &key : map.keys()) {
            if (key.toString() == "draft"_L1)
                continue;
            QCborMap less = map;
            less.remove(key);
            const auto read = readDraft(less.toCborValue().toCbor());
            QVERIFY(read);
            QVERIFY2(*read != full, qPrintable(key.toString()));
        }
    }

    void what_a_newer_version_adds_is_passed_over()
    {
        QCborMap map = QCborValue::fromCbor(savedDraft(fullDraft())).toMap();
        map[u"draft"_s] = 7;
        map[u"mood"_s] = QCborMap{{1, 2}};
        QCborMap options = map[u"options"_s].toMap();
        options[u"later"_s] = true;
        map[u"options"_s] = options;
        QVERIFY(*readDraft(map.toCborValue().toCbor()) == fullDraft());
        map[u"act"_s] = 99;
        QCOMPARE(readDraft(map.toCborValue().toCbor())->act, DraftAct::New);
    }

    void octets_that_are_no_draft_are_told()
    {
        for (const QByteArray &octets :
             {QByteArray(), QByteArray("x"), savedDraft(fullDraft()).chopped(3), QByteArray("\xA0", 1)}) {
            const auto read = readDraft(octets);
            QVERIFY(!read);
            QCOMPARE(read.error().kind, ErrorKind::Invalid);
            QVERIFY(read.error().text.endsWith(u'.'));
        }
    }
};

QTEST_GUILESS_MAIN(DraftTest)
#include "draft_test.moc"
