#include "ctlprocess.h"

#include "app/demo/demoserver.h"

#include <QDateTime>
#include <QJsonArray>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

// Another mail program on the same account.
class OtherClient
{
public:
    explicit OtherClient(quint16 port)
    {
        m_socket.connectToHost(u"127.0.0.1"_s, port);
        if (m_socket.waitForReadyRead(5000))
            m_socket.readAll();
        ask("LOGIN work demo");
        ask("SELECT INBOX");
    }

    QByteArray ask(const QByteArray &command)
    {
        m_socket.write("x " + command + "\r\n");
        QByteArray answer;
        while (!answer.contains("\r\nx ") && !answer.startsWith("x ")) {
            if (!m_socket.waitForReadyRead(5000))
                break;
            answer += m_socket.readAll();
        }
        return answer;
    }

    struct Message {
        QByteArray octets;
        QList<QByteArray> flags; // sorted, without \Recent
        qint64 arrived = 0; // INTERNALDATE
    };
    Message fetch(qint64 uid)
    {
        const QByteArray answer
            = ask("UID FETCH " + QByteArray::number(uid) + " (FLAGS INTERNALDATE BODY.PEEK[])");
        static const QRegularExpression parts(
            u"FLAGS \\(([^)]*)\\) INTERNALDATE \"([^\"]*)\" BODY\\[\\] \\{(\\d+)\\}\r\n"_s);
        const auto found = parts.match(QString::fromLatin1(answer));
        if (!found.hasMatch())
            return {};
        Message message;
        message.octets = answer.mid(found.capturedEnd(0), found.captured(3).toLongLong());
        message.flags = found.captured(1).toLatin1().split(' ');
        message.flags.removeAll("\\Recent");
        std::sort(message.flags.begin(), message.flags.end());
        const QString date = found.captured(2).trimmed();
        const auto clock = QLocale::c().toDateTime(date.left(20), u"dd-MMM-yyyy hh:mm:ss"_s);
        const int zone = date.mid(22, 2).toInt() * 3600 + date.mid(24, 2).toInt() * 60;
        message.arrived = QDateTime(clock.date(), clock.time(), QTimeZone::UTC).toSecsSinceEpoch()
            - (date.at(21) == u'-' ? -zone : zone);
        return message;
    }
    void removeForGood(qint64 uid)
    {
        ask("UID STORE " + QByteArray::number(uid) + " +FLAGS (\\Deleted)");
        ask("EXPUNGE");
    }

private:
    QTcpSocket m_socket;
};

} // namespace

// "Recently vanished" on a real Dovecot, through kittiwakectl.
class CtlVanishedTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<DemoServer> m_demo;

    CtlRun ctl(const QStringList &arguments)
    {
        auto run = runCtl(QStringList{u"--profile"_s, m_demo->profileDir()} + arguments, 120'000);
        if (run.status != 0)
            qWarning("%ls", qUtf16Printable(run.error));
        return run;
    }
    QJsonArray rows(const QStringList &arguments)
    {
        return ctl(arguments + QStringList{u"--json"_s}).json().value("messages"_L1).toArray();
    }
    QJsonArray inbox() { return rows({u"list"_s, u"work:INBOX"_s, u"--limit"_s, u"1000"_s}); }
    bool sync() { return ctl({u"sync"_s, u"--once"_s}).status == 0; }

private Q_SLOTS:
    void initTestCase()
    {
        auto demo = DemoServer::start(1'750'000'000);
        QVERIFY2(bool(demo), demo ? "" : qPrintable(demo.error().text));
        m_demo = *std::move(demo);
        QVERIFY(sync());
    }

    void a_restored_message_is_byte_for_byte_what_it_was_with_flags_and_date()
    {
        OtherClient other(m_demo->imapPort());
        const auto before = inbox();
        QVERIFY(before.size() > 20);
        QMap<QString, OtherClient::Message> originals; // by subject
        QMap<QString, QJsonValue> dates;
        for (const auto at : {qsizetype(0), qsizetype(7), before.size() - 1}) {
            const auto row = before.at(at).toObject();
            const qint64 uid = row.value("uid"_L1).toInteger();
            other.ask("UID STORE " + QByteArray::number(uid) + " +FLAGS (\\Flagged \\Answered $Important)");
            QCOMPARE(ctl({u"show"_s, QString::number(row.value("id"_L1).toInteger())}).status, 0);
            const QString subject = row.value("subject"_L1).toString();
            originals.insert(subject, other.fetch(uid));
            dates.insert(subject, row.value("date"_L1));
            QVERIFY(originals.value(subject).octets.size() > 100);
        }
        QCOMPARE(originals.size(), 3);
        QVERIFY(sync()); // our copy knows the flags now
        for (const auto at : {qsizetype(0), qsizetype(7), before.size() - 1})
            other.removeForGood(before.at(at).toObject().value("uid"_L1).toInteger());
        QVERIFY(sync());
        QCOMPARE(inbox().size(), before.size() - 3);

        QStringList restore{u"vanished"_s, u"restore"_s};
        const auto vanished = rows({u"vanished"_s});
        QCOMPARE(vanished.size(), 3);
        for (const auto &row : vanished) {
            QCOMPARE(row.toObject().value("folder"_L1).toString(), u"INBOX"_s);
            restore.append(QString::number(row.toObject().value("id"_L1).toInteger()));
        }
        QCOMPARE(ctl(restore).status, 0);
        QCOMPARE(inbox().size(), before.size()); // here at once
        QVERIFY(rows({u"vanished"_s}).isEmpty());
        QVERIFY(sync());
        QVERIFY(sync());

        OtherClient again(m_demo->imapPort());
        int compared = 0;
        for (const auto &each : inbox()) {
            const auto row = each.toObject();
            const QString subject = row.value("subject"_L1).toString();
            const auto now = again.fetch(row.value("uid"_L1).toInteger());
            if (!originals.contains(subject) || now.octets != originals.value(subject).octets)
                continue;
            ++compared;
            QCOMPARE(now.flags, originals.value(subject).flags);
            QCOMPARE(row.value("date"_L1), dates.value(subject));
            QCOMPARE(now.arrived,
                     QDateTime::fromString(row.value("date"_L1).toString(), Qt::ISODate).toSecsSinceEpoch());
        }
        QCOMPARE(compared, 3);
        QCOMPARE(ctl({u"verify"_s, u"work"_s}).status, 0);
    }

    void a_forgotten_message_is_gone_here_and_nothing_is_sent()
    {
        OtherClient other(m_demo->imapPort());
        const auto before = inbox();
        const auto row = before.at(3).toObject();
        QCOMPARE(ctl({u"show"_s, QString::number(row.value("id"_L1).toInteger())}).status, 0);
        other.removeForGood(row.value("uid"_L1).toInteger());
        QVERIFY(sync());
        const auto vanished = rows({u"vanished"_s});
        QCOMPARE(vanished.size(), 1);
        const auto id = QString::number(vanished.first().toObject().value("id"_L1).toInteger());
        QCOMPARE(ctl({u"vanished"_s, u"forget"_s, id}).status, 0);
        QVERIFY(rows({u"vanished"_s}).isEmpty());
        QVERIFY(sync());
        QCOMPARE(inbox().size(), before.size() - 1);
    }
};

QTEST_GUILESS_MAIN(CtlVanishedTest)
#include "ctlvanished_test.moc"
