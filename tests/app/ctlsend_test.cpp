#include "ctlprocess.h"

#include "app/demo/demoserver.h"
#include "core/account/accountfile.h"
#include "core/account/paths.h"
#include "tests/support/postfix.h"

#include <QFile>
#include <QJsonArray>
#include <QTcpServer>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace kw;

// kittiwakectl send and outbox on real servers: the demo's Dovecot keeps the mail, the demo's post office or
// Postfix takes what is sent.
class CtlSendTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<DemoServer> m_demo;
    QTemporaryDir m_files;

    CtlRun ctl(const QStringList &arguments)
    {
        // The demo's post office is served by this thread meanwhile.
        QProcess process;
        process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
        process.start(QCoreApplication::applicationDirPath() + u"/kittiwakectl"_s,
                      QStringList{u"--profile"_s, m_demo->profileDir(), u"--json"_s} + arguments);
        if (!QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000))
            process.kill();
        process.waitForFinished();
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1,
                process.readAllStandardOutput(), QString::fromUtf8(process.readAllStandardError())};
    }
    QString file(const QString &name, const QByteArray &octets)
    {
        QFile out(m_files.filePath(name));
        if (!out.open(QIODevice::WriteOnly) || out.write(octets) != octets.size())
            qFatal("no file");
        return out.fileName();
    }
    QStringList subjects(const QString &folder)
    {
        QStringList out;
        for (const auto &row :
             ctl({u"list"_s, folder, u"--limit"_s, u"500"_s}).json().value("messages"_L1).toArray())
            out.append(row.toObject().value("subject"_L1).toString());
        return out;
    }
    QJsonArray outbox() { return ctl({u"outbox"_s}).json().value("letters"_L1).toArray(); }
    void sendThrough(quint16 port)
    {
        const QString path = Paths::profile(m_demo->profileDir()).accountsIni();
        auto accounts = AccountFile::load(path).accounts;
        for (AccountSettings &account : accounts)
            account.smtp.port = port;
        QVERIFY(AccountFile::save(path, accounts));
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto demo = DemoServer::start(1'750'000'000);
        QVERIFY2(bool(demo), demo ? "" : qPrintable(demo.error().text));
        m_demo = *std::move(demo);
        QCOMPARE(ctl({u"sync"_s, u"--once"_s}).status, 0);
    }
    void init() { sendThrough(m_demo->smtpPort()); }

    void a_message_of_options_arrives_and_its_copy_is_stored()
    {
        const QString plan = file(u"plän & more.txt"_s, "a\n.\nFrom me\n");
        const auto run = ctl({u"send"_s, u"--to"_s, u"robin@home.example, Nobody <nobody@example.net>"_s,
                              u"--bcc"_s, u"secret@example.net"_s, u"--to"_s, u"third@example.net"_s,
                              u"--attach"_s, file(u"one more"_s, "x"), u"--subject"_s, u"Exactly öne"_s,
                              u"--body"_s, u"Grüße\n.\nFrom here"_s, plan});
        QVERIFY2(run.status == 0, qPrintable(run.error));
        QCOMPARE(run.json().value("state"_L1).toString(), u"sent"_s);
        QVERIFY(run.json().value("copy_stored"_L1).toBool());
        const Shape shape{{u"message_id"_s, {QJsonValue::String}}, {u"account"_s, {QJsonValue::String}},
                          {u"state"_s, {QJsonValue::String}},      {u"copy_stored"_s, {QJsonValue::Bool}},
                          {u"subject"_s, {QJsonValue::String}},    {u"recipients"_s, {QJsonValue::String}},
                          {u"changed_at"_s, {QJsonValue::String}}, {u"not_before"_s, {QJsonValue::Null}},
                          {u"attempts"_s, {QJsonValue::Double}},   {u"error"_s, {QJsonValue::Null}}};
        QCOMPARE(shapeProblem(run.json(), shape), QString());
        QCOMPARE(ctl({u"sync"_s, u"--once"_s}).status, 0);
        QCOMPARE(subjects(u"work:Sent"_s).count(u"Exactly öne"_s), 1);
        QCOMPARE(outbox().size(), 0);
        const auto sent = ctl({u"list"_s, u"work:Sent"_s, u"--limit"_s, u"1"_s}).json();
        const int id = sent.value("messages"_L1).toArray().at(0).toObject().value("id"_L1).toInt();
        const auto shown = ctl({u"show"_s, QString::number(id)}).json();
        QVERIFY(shown.value("text"_L1).toString().contains(u"Grüße\n.\nFrom here"_s));
        QCOMPARE(shown.value("attachments"_L1).toArray().size(), 2);
        QCOMPARE(shown.value("attachments"_L1).toArray().at(1).toObject().value("name"_L1).toString(),
                 u"plän & more.txt"_s);
    }

    void a_whole_message_goes_out_as_it_is()
    {
        const QString mail
            = file(u"mail.eml"_s,
                   "From: Robin <robin.keller@example.org>\nTo: x@example.net\nBcc: y@example.net\n"
                   "Subject: Ready\nMessage-ID: <ready-1@example.org>\n\nAs it is\n");
        const auto run = ctl({u"send"_s, u"--account"_s, u"home"_s, mail});
        QVERIFY2(run.status == 0, qPrintable(run.error));
        QCOMPARE(run.json().value("message_id"_L1).toString(), u"ready-1@example.org"_s);
        QCOMPARE(run.json().value("account"_L1).toString(), u"home"_s);
        const auto again = ctl({u"send"_s, mail}); // the same id: it would be sent twice
        QCOMPARE(again.status, 1);
        QVERIFY(again.error.contains("Message-ID"_L1));
    }

    void what_cannot_be_sent_now_waits_and_goes_with_the_next_sync()
    {
        QTcpServer nobody;
        QVERIFY(nobody.listen(QHostAddress::LocalHost));
        const quint16 port = nobody.serverPort();
        nobody.close();
        sendThrough(port);
        const auto run = ctl(
            {u"send"_s, u"--to"_s, u"x@example.net"_s, u"--subject"_s, u"Later"_s, u"--body"_s, u"x"_s});
        QVERIFY2(run.status == 0, qPrintable(run.error));
        QCOMPARE(run.json().value("state"_L1).toString(), u"waiting"_s);
        QVERIFY(!run.json().value("error"_L1).toString().isEmpty());
        QCOMPARE(outbox().size(), 1);
        sendThrough(m_demo->smtpPort());
        QCOMPARE(ctl({u"sync"_s, u"--once"_s}).status, 0);
        QCOMPARE(outbox().size(), 0);
        QCOMPARE(subjects(u"work:Sent"_s).count(u"Later"_s), 1);
        QCOMPARE(ctl({u"sync"_s, u"--once"_s}).status, 0);
        QCOMPARE(subjects(u"work:Sent"_s).count(u"Later"_s), 1);
    }

    void a_queued_one_can_be_dropped_and_a_dated_one_waits()
    {
        const auto queued = ctl({u"send"_s, u"--queue"_s, u"--to"_s, u"x@example.net"_s, u"--subject"_s,
                                 u"No"_s, u"--body"_s, u"x"_s});
        QCOMPARE(queued.json().value("state"_L1).toString(), u"waiting"_s);
        const QString id = queued.json().value("message_id"_L1).toString();
        QCOMPARE(ctl({u"outbox"_s, u"drop"_s, id}).status, 0);
        QCOMPARE(outbox().size(), 0);
        QCOMPARE(ctl({u"outbox"_s, u"drop"_s, id}).status, 1);
        const auto dated = ctl({u"send"_s, u"--at"_s, u"+2h"_s, u"--to"_s, u"x@example.net"_s, u"--subject"_s,
                                u"Then"_s, u"--body"_s, u"x"_s});
        QVERIFY(!dated.json().value("not_before"_L1).toString().isEmpty());
        QCOMPARE(ctl({u"sync"_s, u"--once"_s}).status, 0);
        QCOMPARE(outbox().size(), 1);
        const QString then = dated.json().value("message_id"_L1).toString();
        const auto now = ctl({u"outbox"_s, u"send"_s, then});
        QVERIFY2(now.status == 0, qPrintable(now.error));
        QCOMPARE(outbox().size(), 0);
        QCOMPARE(ctl({u"sync"_s, u"--once"_s}).status, 0);
        QCOMPARE(subjects(u"work:Sent"_s).count(u"Then"_s), 1);
        QCOMPARE(subjects(u"work:Sent"_s).count(u"No"_s), 0);
    }

    void what_is_no_message_is_refused()
    {
        const QString binary = file(u"binary"_s, QByteArray("\0\1\2", 3));
        QCOMPARE(ctl({u"send"_s, binary}).status, 1);
        QCOMPARE(ctl({u"send"_s, m_files.filePath(u"none"_s)}).status, 1);
        QCOMPARE(ctl({u"send"_s, u"--to"_s, u"nobody"_s, u"--body"_s, u"x"_s}).status, 1);
        QCOMPARE(ctl({u"send"_s, u"--at"_s, u"soon"_s, binary}).status, 2);
        QCOMPARE(outbox().size(), 0);
    }

    void a_real_server_delivers_once_and_says_who_is_unknown()
    {
        if (const QString missing = Postfix::missing(); !missing.isEmpty())
            QSKIP(qPrintable(missing));
        Postfix postfix;
        const QString problem = postfix.start();
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        sendThrough(postfix.port());
        const auto both
            = ctl({u"send"_s, u"--to"_s, u"bea@example.org, nobody@example.org"_s, u"--cc"_s,
                   u"cem@example.org"_s, u"--subject"_s, u"To whom it concerns"_s, u"--body"_s, u"."_s});
        QCOMPARE(both.status, 0);
        QCOMPARE(both.json().value("state"_L1).toString(), u"sent"_s);
        QVERIFY2(both.error.contains("nobody@example.org"_L1), qPrintable(both.error));
        QTRY_VERIFY_WITH_TIMEOUT(
            postfix.delivered(u"bea"_s).size() == 1 && postfix.delivered(u"cem"_s).size() == 1, 20'000);
        QCOMPARE(outbox().size(), 1); // until it was read
        QCOMPARE(ctl({u"outbox"_s, u"confirm"_s, both.json().value("message_id"_L1).toString()}).status, 0);
        QCOMPARE(outbox().size(), 0);
        const auto none = ctl(
            {u"send"_s, u"--to"_s, u"nobody@example.org"_s, u"--subject"_s, u"x"_s, u"--body"_s, u"x"_s});
        QCOMPARE(none.status, 1);
        QCOMPARE(none.json().value("state"_L1).toString(), u"refused"_s);
        QVERIFY(none.error.contains("nobody@example.org"_L1));
        QCOMPARE(ctl({u"outbox"_s, u"drop"_s, none.json().value("message_id"_L1).toString()}).status, 0);
        QVERIFY(QTest::qWaitFor([&] { return postfix.isDone(2); }, 20'000));
        QCOMPARE(postfix.delivered(u"bea"_s).size(), 1);
    }
};

QTEST_GUILESS_MAIN(CtlSendTest)
#include "ctlsend_test.moc"
