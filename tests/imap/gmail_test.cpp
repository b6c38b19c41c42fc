#include "core/imap/threadedlink.h"
#include "tests/imap/scripted.h"
#include "tests/sync/simfront/socketserver.h"

#include <QTest>

using namespace kw;
using namespace kw::scripted;
using namespace Qt::StringLiterals;

namespace {

constexpr auto Header = "From: a@example.org\r\nSubject: Hello\r\nMessage-ID: <1@example.org>\r\n\r\n";

QByteArray headerLiteral()
{
    const QByteArray header(Header);
    return "BODY[HEADER.FIELDS (TO FROM MESSAGE-ID REFERENCES IN-REPLY-TO SUBJECT DATE)] {"
        + QByteArray::number(header.size()) + "}\r\n" + header;
}

} // namespace

// Gmail's dialect, as its documentation and other programs' reports have it.
class GmailTest : public QObject
{
    Q_OBJECT

    static Script gmail(const QByteArray &labels)
    {
        Script script = with("UID FETCH .*",
                             "* 1 FETCH (X-GM-THRID 1266894439832287888 X-GM-MSGID 1278455344230334865 "
                             "X-GM-LABELS "
                                 + labels
                                 + " UID 3 RFC822.SIZE 900 INTERNALDATE \"14-Nov-2023 22:13:20 +0000\" FLAGS "
                                   "(\\Seen \\Flagged) "
                                 + headerLiteral() + ")\r\n%T OK Success\r\n");
        script.exchanges.prepend({"CAPABILITY",
                                  "* CAPABILITY IMAP4rev1 UNSELECT IDLE NAMESPACE QUOTA ID XLIST CHILDREN "
                                  "X-GM-EXT-1 UIDPLUS MOVE CONDSTORE ESEARCH LITERAL-\r\n%T OK Thats all she "
                                  "wrote! 1a2b3c\r\n"});
        return script;
    }

private Q_SLOTS:
    void initTestCase() { silenceKimap(); }

    void a_message_carries_its_numbers_whatever_its_labels_data()
    {
        QTest::addColumn<QByteArray>("labels");
        QTest::newRow("none") << QByteArray("()");
        QTest::newRow("some") << QByteArray("(\"\\\\Important\" \"\\\\Sent\" work)");
        QTest::newRow("folders") << QByteArray("(\"[Imap]/Drafts\" \"a (b) c\" \"x{3}\")");
        QTest::newRow("escapes") << QByteArray("(\"say \\\"so\\\"\" \"back\\\\slash\" \"M&APw-ll\")");
    }
    void a_message_carries_its_numbers_whatever_its_labels()
    {
        QFETCH(QByteArray, labels);
        const ScriptedServer server(gmail(labels));
        const std::unique_ptr<ImapLink> link = std::make_unique<ThreadedLink>([] { return makeKimapLink(); });
        const auto features = wait(link->open(settings(server.port()), secret()));
        QVERIFY2(features, features ? "" : qPrintable(features.error().text));
        QVERIFY(features->gmail && features->move);
        QVERIFY(wait(link->select(u"INBOX"_s, {})));
        const auto records = wait(link->headers(UidSet::range(3, 3)));
        QVERIFY2(records, records ? "" : qPrintable(records.error().text));
        QCOMPARE(records->size(), 1);
        const HeaderRecord &record = records->first();
        QCOMPARE(record.gmail.message, 1278455344230334865u);
        QCOMPARE(record.gmail.thread, 1266894439832287888u);
        QCOMPARE(record.digest.subject, u"Hello"_s);
        QCOMPARE(record.size, 900u);
        QCOMPARE(record.flags.bits, quint32(Flag::Seen) | quint32(Flag::Flagged));
        QVERIFY(server.commands().last().contains("X-GM-MSGID"));
    }

    void other_servers_are_not_asked_for_numbers()
    {
        const ScriptedServer server(ScriptedServer::wellBehaved());
        const auto link = makeKimapLink();
        const auto features = wait(link->open(settings(server.port()), secret()));
        QVERIFY(features);
        QVERIFY(!features->gmail);
        QVERIFY(wait(link->select(u"INBOX"_s, {})));
        const auto records = wait(link->headers(UidSet::range(1, 3)));
        QVERIFY(records);
        QCOMPARE(records->first().gmail, GmailIds{});
        QVERIFY(!server.commands().join(' ').contains("X-GM"));
    }

    void one_message_has_one_number_under_all_its_labels()
    {
        simfront::SocketServer server({}, secret());
        server.change([](sim::SimServer &s) {
            s.quirks.gmail = true;
            s.createFolder(u"[Gmail]/All Mail"_s, FolderRole::All);
            s.createFolder(u"[Gmail]/Trash"_s, FolderRole::Trash);
            s.createFolder(u"Work"_s);
            s.append(u"Work"_s, sim::makeMail(1));
            s.append(u"INBOX"_s, sim::makeMail(2));
        });
        const auto link = makeKimapLink();
        QVERIFY(wait(link->open(settings(server.port()), secret())));
        QVERIFY(wait(link->select(u"Work"_s, {}, false)));
        const auto work = wait(link->headers(UidSet::range(1, 9)));
        QVERIFY(work);
        QVERIFY(wait(link->copy(UidSet::range(1, 1), u"INBOX"_s))); // a second label
        QVERIFY(wait(link->select(u"[Gmail]/All Mail"_s, {}, false)));
        const auto all = wait(link->headers(UidSet::range(1, 9)));
        QVERIFY(all);
        QCOMPARE(all->size(), 2);
        QVERIFY(work->first().gmail.message != 0);
        QCOMPARE(all->first().gmail.message, work->first().gmail.message);
        QVERIFY(all->last().gmail.message != work->first().gmail.message);
    }

    void archiving_is_a_move_to_all_mail_and_deleting_one_to_the_trash()
    {
        simfront::SocketServer server({}, secret());
        server.change([](sim::SimServer &s) {
            s.quirks.gmail = true;
            s.createFolder(u"[Gmail]/All Mail"_s, FolderRole::All);
            s.createFolder(u"[Gmail]/Trash"_s, FolderRole::Trash);
            s.append(u"INBOX"_s, sim::makeMail(1));
            s.append(u"INBOX"_s, sim::makeMail(2));
        });
        const auto counts = [&server] {
            QList<qsizetype> n;
            server.change([&n](sim::SimServer &s) {
                for (const QString &path : {u"INBOX"_s, u"[Gmail]/All Mail"_s, u"[Gmail]/Trash"_s})
                    n.append(qsizetype(s.folder(path)->messages.size()));
            });
            return n;
        };
        const auto link = makeKimapLink();
        QVERIFY(wait(link->open(settings(server.port()), secret())));
        QCOMPARE(counts(), (QList<qsizetype>{2, 2, 0}));
        QVERIFY(wait(link->select(u"INBOX"_s, {}, false)));
        const auto archived = wait(link->move(UidSet::range(1, 1), u"[Gmail]/All Mail"_s));
        QVERIFY(archived);
        QCOMPARE(*archived, UidSet::range(1, 1)); // where it had been all the time
        QCOMPARE(counts(), (QList<qsizetype>{1, 2, 0}));
        QVERIFY(wait(link->move(UidSet::range(2, 2), u"[Gmail]/Trash"_s)));
        QCOMPARE(counts(), (QList<qsizetype>{0, 1, 1}));
    }

    void an_expunge_takes_off_the_label_and_no_more()
    {
        simfront::SocketServer server({}, secret());
        server.change([](sim::SimServer &s) {
            s.quirks.gmail = true;
            s.createFolder(u"[Gmail]/All Mail"_s, FolderRole::All);
            s.createFolder(u"Work"_s);
            s.append(u"Work"_s, sim::makeMail(1));
        });
        const auto link = makeKimapLink();
        QVERIFY(wait(link->open(settings(server.port()), secret())));
        QVERIFY(wait(link->select(u"Work"_s, {}, false)));
        const MessageFlags starred{quint32(Flag::Flagged), {}};
        QVERIFY(wait(link->addFlags(UidSet::range(1, 1), starred)));
        QVERIFY(wait(link->addFlags(UidSet::range(1, 1), {quint32(Flag::Deleted), {}})));
        QVERIFY(wait(link->expunge()));
        const auto left = wait(link->existing(UidSet::range(1, 9)));
        QVERIFY(left);
        QVERIFY(left->isEmpty());
        QVERIFY(wait(link->select(u"[Gmail]/All Mail"_s, {})));
        const auto there = wait(link->flags(UidSet::range(1, 9)));
        QVERIFY(there);
        QCOMPARE(there->size(), 1);
        QCOMPARE(there->first().flags, starred);
    }
};

QTEST_GUILESS_MAIN(GmailTest)
#include "gmail_test.moc"
