#include "core/imap/kimap/kimaplink.h"
#include "tests/imap/contractfixture.h"

#include <QTest>

#include <limits>

using namespace kw;
using namespace Qt::StringLiterals;

// What the engine expects of any server, over KIMAP: each rule on Dovecot, Cyrus and the simulator, whole and
// with extensions switched off.
class ContractTest : public ContractFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase_data() { addServers(); }
    void init()
    {
        const QString wrong = begin();
        QVERIFY2(wrong.isEmpty(), qPrintable(wrong));
    }

    void the_features_are_what_the_server_has()
    {
        QFETCH_GLOBAL(QStringList, without);
        const auto open = link();
        QVERIFY2(features(), features() ? "" : qPrintable(features().error().text));
        QCOMPARE(features()->qresync, !without.contains("QRESYNC"_L1));
        QCOMPARE(features()->condstore, !without.contains("CONDSTORE"_L1));
        QCOMPARE(features()->idle, !without.contains("IDLE"_L1));
        // MOVE is part of IMAP4rev2 (RFC 9051), which Cyrus cannot switch off.
        QCOMPARE(features()->move,
                 !without.contains("MOVE"_L1) || features()->capabilities.contains("IMAP4REV2"_L1));
    }

    void a_wrong_password_is_an_auth_error_with_a_sentence()
    {
        QFETCH_GLOBAL(QString, kind);
        if (kind == "cyrus"_L1)
            return; // set up to take any password
        const auto one = makeKimapLink();
        const auto opened = wait(one->open(settings(), u"wrong \"quoted\\"_s));
        QVERIFY(!opened);
        QCOMPARE(opened.error().kind, ErrorKind::Auth);
        QVERIFY(opened.error().text.contains("127.0.0.1"_L1));
        QVERIFY(!one->isOpen());
    }

    void folders_come_with_roles_and_their_own_names()
    {
        QVERIFY(m_other.command("CREATE \"Caf&AOk-\""));
        const auto one = link();
        const auto listed = wait(one->list());
        QVERIFY(listed);
        QHash<QString, FolderRole> roles;
        for (const ListedFolder &f : *listed)
            roles.insert(f.path, f.role);
        QCOMPARE(roles.value(u"INBOX"_s), FolderRole::Inbox);
        QCOMPARE(roles.value(u"Sent"_s), FolderRole::Sent);
        QCOMPARE(roles.value(u"Archive"_s), FolderRole::Archive);
        QVERIFY(roles.contains(u"Café"_s));
        QVERIFY(wait(one->select(u"Café"_s, {})));
    }

    void headers_come_by_number_and_by_uid()
    {
        const QString name = box(5);
        const auto one = link();
        const auto selected = wait(one->select(name, {}));
        QVERIFY(selected);
        QCOMPARE(selected->exists, 5u);
        QVERIFY(selected->uidValidity > 0);
        const auto newest = wait(one->headersBySequence(4, 5));
        QVERIFY(newest);
        QCOMPARE(newest->size(), 2);
        const auto all = wait(one->headers(UidSet::range(1, 1000)));
        QVERIFY(all);
        QCOMPARE(all->size(), 5);
        for (const HeaderRecord &r : *all) {
            QCOMPARE(r.digest.from.name, u"Anna Becker"_s);
            QVERIFY(r.digest.subject.startsWith("Number "_L1));
            QVERIFY(r.digest.messageIdHash != 0);
            QVERIFY(r.size > 100);
        }
        const auto none = wait(one->headers(UidSet::range(900, 910)));
        QVERIFY(none);
        QVERIFY(none->isEmpty());
    }

    void flags_are_stored_and_told()
    {
        const QString name = box(4);
        const auto one = link();
        const auto before = wait(one->select(name, {}, false));
        QVERIFY(before);
        const MessageFlags seen{quint32(Flag::Seen) | quint32(Flag::Flagged), {}};
        QVERIFY(wait(one->addFlags(UidSet::range(1, 2), seen)));
        const MessageFlags flagged{quint32(Flag::Flagged), {}};
        QVERIFY(wait(one->removeFlags(UidSet::range(2, 2), flagged)));
        const auto told = wait(one->flags(UidSet::range(1, 4)));
        QVERIFY(told);
        QMap<quint32, quint32> bits;
        for (const FlagRecord &r : *told)
            bits.insert(raw(r.uid), r.flags.bits);
        QCOMPARE(bits, (QMap<quint32, quint32>{{1, seen.bits}, {2, quint32(Flag::Seen)}, {3, 0}, {4, 0}}));
        if (before->highestModseq != 0) {
            const auto changed = wait(
                one->flags(UidSet::range(1, std::numeric_limits<quint32>::max()), before->highestModseq));
            QVERIFY(changed);
            QCOMPARE(changed->size(), 2);
        }
    }

    void the_difference_since_then_is_told_where_qresync_is()
    {
        const QString name = box(6);
        const auto one = link();
        const auto before = wait(one->select(name, {}));
        QVERIFY(before);
        QVERIFY(m_other.command("SELECT " + name.toUtf8()));
        QVERIFY(m_other.command("UID STORE 1 +FLAGS (\\Seen)"));
        QVERIFY(m_other.command("UID STORE 3:4 +FLAGS (\\Deleted)"));
        QVERIFY(m_other.command("EXPUNGE"));
        QVERIFY(m_other.append(name.toUtf8(), mail(7)));
        const auto fresh = link();
        const auto after = wait(fresh->select(name, {before->uidValidity, before->highestModseq}));
        QVERIFY(after);
        QCOMPARE(after->exists, 5u);
        QCOMPARE(after->resynced, features()->qresync);
        if (after->resynced) {
            QVERIFY(after->vanished.contains(3) && after->vanished.contains(4)
                    && !after->vanished.contains(1));
            QVERIFY(std::any_of(after->modified.begin(), after->modified.end(), [](const FlagRecord &r) {
                return raw(r.uid) == 1 && (r.flags.bits & quint32(Flag::Seen));
            }));
        }
    }

    void a_selected_mailbox_tells_everything_since_a_modseq()
    {
        const QString name = box(5);
        const auto one = link();
        if (!features()->qresync)
            return; // asked for only there
        const auto before = wait(one->select(name, {}));
        QVERIFY(before);
        QVERIFY(m_other.command("SELECT " + name.toUtf8()));
        QVERIFY(m_other.command("UID STORE 1 +FLAGS (\\Seen)"));
        QVERIFY(m_other.command("UID STORE 3:4 +FLAGS (\\Deleted)"));
        QVERIFY(m_other.command("EXPUNGE"));
        QVERIFY(m_other.append(name.toUtf8(), mail(6)));
        // A server may tell a session of the others' doings only with its next command.
        QVERIFY(wait(one->existing(UidSet::range(1, 10))));
        const auto told = wait(one->changesSince(before->highestModseq));
        QVERIFY(told);
        QVERIFY(told->vanished.contains(3) && told->vanished.contains(4) && !told->vanished.contains(1)
                && !told->vanished.contains(6));
        QList<quint32> modified;
        for (const FlagRecord &r : told->modified)
            modified.append(raw(r.uid));
        std::sort(modified.begin(), modified.end());
        QCOMPARE(modified, (QList<quint32>{1, 6}));
    }

    void existing_answers_for_giant_ranges()
    {
        const QString name = box(3);
        const auto one = link();
        QVERIFY(wait(one->select(name, {})));
        const auto found = wait(one->existing(UidSet::range(1, std::numeric_limits<quint32>::max())));
        QVERIFY(found);
        QCOMPARE(found->toList(), (QList<quint32>{1, 2, 3}));
        const auto some = wait(one->existing(UidSet::of({2, 50, 60})));
        QVERIFY(some);
        QCOMPARE(some->toList(), (QList<quint32>{2}));
    }

    void a_message_is_byte_exact_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("plain") << QByteArray("Hello\r\n\r\n.\r\n..dots\r\nFrom here\r\n");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("8-bit") << QByteArray("Gr\xc3\xbc\xc3\x9f"
                                             "e \xff\xfe\r\n");
        QTest::newRow("looks like IMAP")
            << QByteArray(")\r\n* 1 FETCH (UID 9)\r\nA000007 OK done\r\n{5}\r\n");
        QTest::newRow("5 MB") << QByteArray(
                                     "0123456789abcdef0123456789abcdef0123456789abcdef0123456789ab\r\n")
                                     .repeated(85'000);
    }
    void a_message_is_byte_exact()
    {
        QFETCH(QByteArray, body);
        const QString name = box(0);
        const QByteArray header = mail(1).first(mail(1).indexOf("\r\n\r\n") + 4);
        QVERIFY(m_other.append(name.toUtf8(), header + body));
        const auto one = link();
        QVERIFY(wait(one->select(name, {})));
        const auto got = wait(one->fetchMessage(Uid(1)));
        QVERIFY2(got, got ? "" : qPrintable(got.error().text));
        QCOMPARE(got->body.size(), body.size());
        QVERIFY(got->body == body);
        QVERIFY(got->header.startsWith("From: Anna Becker"));
        const auto gone = wait(one->fetchMessage(Uid(99)));
        QVERIFY(!gone);
        QCOMPARE(gone.error().kind, ErrorKind::NotFound);
        QVERIFY(one->isOpen());
    }

    void idle_notices_what_another_client_does_data()
    {
        QTest::addColumn<QByteArray>("command");
        QTest::newRow("arrival") << QByteArray("COPY 1 %BOX%");
        QTest::newRow("flag") << QByteArray("UID STORE 1 +FLAGS (\\Flagged)");
        QTest::newRow("expunge") << QByteArray("EXPUNGE");
    }
    void idle_notices_what_another_client_does()
    {
        QFETCH(QByteArray, command);
        const QString name = box(2);
        const auto one = link();
        if (!features()->idle)
            return;
        QVERIFY(m_other.command("SELECT " + name.toUtf8()));
        QVERIFY(m_other.command("UID STORE 2 +FLAGS (\\Deleted)"));
        QVERIFY(wait(one->select(name, {})));
        auto idling = one->idle();
        QVERIFY(m_other.command(command.replace("%BOX%", name.toUtf8())));
        const auto end = wait(std::move(idling));
        QVERIFY(end);
        QCOMPARE(*end, IdleEnd::ServerSpoke);
        QVERIFY(wait(one->select(name, {}))); // the session goes on
    }

    void idle_can_be_interrupted_and_begun_again()
    {
        const QString name = box(1);
        const auto one = link();
        if (!features()->idle)
            return;
        QVERIFY(wait(one->select(name, {})));
        for (int i = 0; i < 2; ++i) {
            auto idling = one->idle();
            one->interruptIdle();
            const auto end = wait(std::move(idling));
            QVERIFY(end);
            QCOMPARE(*end, IdleEnd::Interrupted);
        }
    }

    void closing_ends_what_is_awaited_data()
    {
        QTest::addColumn<bool>("threaded");
        QTest::newRow("same thread") << false;
        QTest::newRow("own thread") << true;
    }
    void closing_ends_what_is_awaited()
    {
        QFETCH(bool, threaded);
        const QString name = box(1);
        const auto one = link(threaded);
        QVERIFY(wait(one->select(name, {})));
        auto asking = one->headers(UidSet::range(1, 5));
        one->close();
        const auto end = wait(std::move(asking));
        QVERIFY(!end);
        QCOMPARE(end.error().kind, ErrorKind::Cancelled);
        QVERIFY(!one->isOpen());
    }

    void a_link_of_its_own_thread_says_the_same()
    {
        const QString name = box(30);
        const auto one = link(true);
        QVERIFY(one->isOpen());
        QVERIFY(wait(one->select(name, {})));
        const auto all = wait(one->headers(UidSet::range(1, 30)));
        QVERIFY(all);
        QCOMPARE(all->size(), 30);
    }

    void a_mailbox_that_is_not_there_is_refused_and_the_session_goes_on()
    {
        const auto one = link();
        const auto selected = wait(one->select(u"Nowhere"_s, {}));
        QVERIFY(!selected);
        QCOMPARE(selected.error().kind, ErrorKind::Refused);
        QVERIFY(one->isOpen());
        QVERIFY(wait(one->select(u"INBOX"_s, {})));
    }
};

QTEST_GUILESS_MAIN(ContractTest)
#include "contract_test.moc"
