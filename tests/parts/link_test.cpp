#include "core/imap/stream/partlink.h"
#include "tests/imap/contractfixture.h"
#include "tests/parts/largemail.h"

#include <QTest>

using namespace kw;
using namespace kw::test;
using namespace Qt::StringLiterals;

// Single parts of messages from real servers.
class LinkTest : public ContractFixture
{
    Q_OBJECT

    // A mailbox that holds the large message alone, as UID 1.
    QString boxWith(const LargeMail &mail)
    {
        const QString path = freshName();
        const bool made = m_other.command("CREATE \"" + path.toUtf8() + '"')
            && m_other.append(path.toUtf8(), mail.whole());
        return made ? path : QString();
    }

private Q_SLOTS:
    void initTestCase_data() { addServers(Servers::Real); } // the simulator tells no structures
    void init()
    {
        const QString wrong = begin();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void a_wrong_password_is_an_auth_error()
    {
        if (is("cyrus"_L1))
            QSKIP("the Cyrus of the tests lets everybody in");
        PartLink link(settings());
        const auto opened = wait(link.open(u"wrong"_s));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Auth);
        QVERIFY(!link.isOpen());
    }

    void the_structure_the_small_parts_and_any_piece_of_a_large_one_are_told()
    {
        const LargeMail mail = largeMail(400'000, 300'000);
        const QString box = boxWith(mail);
        const auto one = this->link();
        const auto selected = wait(one->select(box, {}));
        QVERIFY(selected && selected->exists == 1);
        const Uid uid{1};

        PartLink link(settings());
        const auto opened = wait(link.open(m_server->password));
        QVERIFY2(opened, opened ? "" : qPrintable(opened.error().text));
        const auto validity = wait(link.examine(box));
        QVERIFY(validity);
        QCOMPARE(*validity, selected->uidValidity);
        const auto listed = wait(link.structure(uid));
        QVERIFY2(listed, listed ? "" : qPrintable(listed.error().text));
        QCOMPARE(listed->header, mail.header);
        QCOMPARE(listed->root.children.size(), 3u);
        const ListedPart &first = listed->root.children[1];
        QCOMPARE(first.octets, base64Lines(mail.first).size());
        QCOMPARE(first.disposition, "attachment");
        QCOMPARE(listed->root.children[0].children[0].type, "text/html");

        const auto some = wait(link.sections(uid, {u"1.1"_s, u"2.MIME"_s}));
        QVERIFY(some);
        QCOMPARE(some->value(u"1.1"_s), "<p>Look at <img src=\"cid:logo@x\"> \xc3\xbc</p>");
        QVERIFY(some->value(u"2.MIME"_s).contains("erst%C3%A9.zip"));

        const QByteArray encoded = base64Lines(mail.first);
        for (const qint64 from : {qint64(0), qint64(1), qint64(123'456), qint64(encoded.size() - 1)}) {
            QByteArray got;
            const auto done
                = wait(link.stream(uid, u"2"_s, from, encoded.size() - from, [&got](QByteArrayView octets) {
                      got += octets;
                      return true;
                  }));
            QVERIFY2(done, done ? "" : qPrintable(done.error().text));
            QCOMPARE(got, encoded.sliced(from));
        }
        const auto marks = wait(one->flags(UidSet::range(1, 1)));
        QVERIFY(marks && marks->size() == 1);
        QCOMPARE(marks->first().flags.bits & quint32(Flag::Seen), 0u); // nothing was marked as read
    }

    void a_message_that_is_gone_is_not_found_and_the_session_goes_on()
    {
        PartLink link(settings());
        QVERIFY(wait(link.open(m_server->password)));
        QVERIFY(wait(link.examine(u"INBOX"_s)));
        const auto listed = wait(link.structure(Uid(4711)));
        QVERIFY(!listed);
        QCOMPARE(listed.error().kind, ErrorKind::NotFound);
        QVERIFY(link.isOpen());
        const auto box = wait(link.examine(u"No such folder \"ü\" & more"_s));
        QVERIFY(!box);
        QCOMPARE(box.error().kind, ErrorKind::Refused);
        QVERIFY(wait(link.examine(u"INBOX"_s)));
    }

    void whoever_cannot_take_more_ends_it()
    {
        const LargeMail mail = largeMail(400'000, 300'000);
        const QString box = boxWith(mail);
        PartLink link(settings());
        QVERIFY(wait(link.open(m_server->password)));
        QVERIFY(wait(link.examine(box)));
        qint64 got = 0;
        const auto done = wait(link.stream(Uid(1), u"2"_s, 0, 500'000, [&got](QByteArrayView octets) {
            got += octets.size();
            return got < 100'000;
        }));
        QVERIFY(!done);
        QCOMPARE(done.error().kind, ErrorKind::Storage);
        QVERIFY(!link.isOpen());
    }
};

QTEST_GUILESS_MAIN(LinkTest)
#include "link_test.moc"
