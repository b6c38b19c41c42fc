#include "tests/imap/scripted.h"

#include <QTest>

using namespace kw;
using namespace kw::scripted;
using namespace Qt::StringLiterals;

// What servers say of their room, and what KIMAP makes of it.
class QuotaFaultsTest : public QObject
{
    Q_OBJECT

    static constexpr int Timeout = 1500; // ms

    static Script script(const QByteArray &reply, bool offered = true)
    {
        Script script = with("GETQUOTAROOT .*", reply);
        if (offered)
            script.exchanges.prepend({"CAPABILITY", "* CAPABILITY IMAP4rev1 QUOTA IDLE\r\n%T OK done\r\n"});
        return script;
    }
    static std::unique_ptr<ImapLink> open(const ScriptedServer &server)
    {
        auto link = makeKimapLink();
        const auto opened = wait(link->open(settings(server.port(), Timeout), secret()));
        return opened ? std::move(link) : nullptr;
    }
    static QStringList words(const QList<QuotaResource> &all)
    {
        QStringList out;
        for (const QuotaResource &one : all)
            out.append(u"%1|%2|%3|%4"_s.arg(one.root, one.name).arg(one.used).arg(one.limit));
        out.sort();
        return out;
    }

private Q_SLOTS:
    void initTestCase() { silenceKimap(); }

    void an_answer_is_read_whatever_its_form_data()
    {
        QTest::addColumn<QByteArray>("reply");
        QTest::addColumn<QStringList>("told");
        const auto row = [](const char *name, const QByteArray &reply, const QStringList &told) {
            QTest::newRow(name) << reply + "%T OK done\r\n" << told;
        };
        row("Dovecot", "* QUOTAROOT INBOX \"User quota\"\r\n* QUOTA \"User quota\" (STORAGE 10 512)\r\n",
            {u"User quota|STORAGE|10|512"_s});
        row("empty root", "* QUOTAROOT INBOX \"\"\r\n* QUOTA \"\" (STORAGE 1234 15728640)\r\n",
            {u"|STORAGE|1234|15728640"_s});
        row("without root", "* QUOTAROOT INBOX\r\n* QUOTA (STORAGE 5 10)\r\n", {u"|STORAGE|5|10"_s});
        row("messages too", "* QUOTAROOT INBOX r\r\n* QUOTA r (STORAGE 5 10 MESSAGE 7 1000)\r\n",
            {u"r|MESSAGE|7|1000"_s, u"r|STORAGE|5|10"_s});
        row("lower case", "* QUOTAROOT INBOX r\r\n* QUOTA r (storage 5 10)\r\n", {u"r|STORAGE|5|10"_s});
        row("two roots", "* QUOTAROOT INBOX a b\r\n* QUOTA a (STORAGE 5 10)\r\n* QUOTA b (STORAGE 6 20)\r\n",
            {u"a|STORAGE|5|10"_s, u"b|STORAGE|6|20"_s});
        row("no limit", "* QUOTAROOT INBOX r\r\n* QUOTA r ()\r\n", {});
        row("no quota", "* QUOTAROOT INBOX\r\n", {});
        row("nothing", "", {});
        row("beyond 2 TB", "* QUOTAROOT INBOX r\r\n* QUOTA r (STORAGE 5 99999999999)\r\n", {});
        row("negative", "* QUOTAROOT INBOX r\r\n* QUOTA r (STORAGE -5 10)\r\n", {u"r|STORAGE|0|10"_s});
        row("letters", "* QUOTAROOT INBOX r\r\n* QUOTA r (STORAGE many few)\r\n", {});
        row("half", "* QUOTAROOT INBOX r\r\n* QUOTA r (STORAGE 5)\r\n", {});
        row("more used than there is", "* QUOTAROOT INBOX r\r\n* QUOTA r (STORAGE 20 10)\r\n",
            {u"r|STORAGE|20|10"_s});
    }
    void an_answer_is_read_whatever_its_form()
    {
        QFETCH(QByteArray, reply);
        QFETCH(QStringList, told);
        const ScriptedServer server(script(reply));
        const auto link = open(server);
        QVERIFY(link);
        const auto quota = wait(link->quota(u"INBOX"_s));
        QVERIFY2(quota, quota ? "" : qPrintable(quota.error().text));
        QCOMPARE(words(*quota), told);
        QVERIFY(link->isOpen());
    }

    void thousands_of_roots_are_cut()
    {
        QByteArray reply = "* QUOTAROOT INBOX";
        for (int i = 0; i < 3000; ++i)
            reply += " r" + QByteArray::number(i);
        reply += "\r\n";
        for (int i = 0; i < 3000; ++i)
            reply += "* QUOTA r" + QByteArray::number(i) + " (STORAGE 1 2)\r\n";
        const ScriptedServer server(script(reply + "%T OK done\r\n"));
        const auto link = open(server);
        QVERIFY(link);
        const auto quota = wait(link->quota(u"INBOX"_s));
        QVERIFY(quota);
        QVERIFY(!quota->isEmpty() && quota->size() <= 50);
    }

    void a_refusal_leaves_the_session_usable()
    {
        const ScriptedServer server(script("%T NO [NOPERM] not for you\r\n"));
        const auto link = open(server);
        QVERIFY(link);
        const auto quota = wait(link->quota(u"INBOX"_s));
        QVERIFY(!quota);
        QCOMPARE(quota.error().kind, ErrorKind::Refused);
        QVERIFY(wait(link->status(u"INBOX"_s)));
    }

    void a_server_that_does_not_offer_it_is_not_asked()
    {
        const ScriptedServer server(script("%T OK done\r\n", false));
        const auto link = open(server);
        QVERIFY(link);
        const auto quota = wait(link->quota(u"INBOX"_s));
        QVERIFY(!quota);
        QCOMPARE(quota.error().kind, ErrorKind::Unsupported);
        for (const QByteArray &command : server.commands())
            QVERIFY2(!command.startsWith("GETQUOTA"), command.constData());
        QVERIFY(link->isOpen());
    }

    void silence_ends_at_the_timeout()
    {
        Script silent = script("* QUOTAROOT INBOX r\r\n");
        const ScriptedServer server(silent);
        const auto link = open(server);
        QVERIFY(link);
        const auto quota = wait(link->quota(u"INBOX"_s));
        QVERIFY(!quota);
        QVERIFY(ends(quota.error()));
    }
};

QTEST_GUILESS_MAIN(QuotaFaultsTest)
#include "quotafaults_test.moc"
