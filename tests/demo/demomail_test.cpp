#include "app/demo/demomail.h"

#include <QDateTime>
#include <QFile>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 Now = 1'795'446'000; // 23 November 2026, 15:00 UTC

// Parses every file with Python's e-mail package and prints each defect it finds, in the headers and in every
// part.
constexpr auto Checker = R"(
import email, email.policy, os, sys
for name in sorted(os.listdir(sys.argv[1])):
    with open(os.path.join(sys.argv[1], name), 'rb') as f:
        raw = f.read()
    m = email.message_from_bytes(raw, policy=email.policy.default)
    for part in m.walk():
        for d in part.defects:
            print(name, 'part', part.get_content_type(), repr(d))
        for key, value in part.items():
            for d in getattr(value, 'defects', ()):
                print(name, key, repr(d))
        if not part.is_multipart() and part.get_content_maintype() == 'text':
            if '\ufffd' in part.get_content():
                print(name, 'unreadable text')
    for line in raw.split(b'\n')[:-1]:
        if not line.endswith(b'\r'):
            print(name, 'bare LF'); break
    if any(len(line) > 998 for line in raw.split(b'\r\n')):
        print(name, 'long line')
    for key in ('From', 'To', 'Subject', 'Date', 'Message-ID'):
        if key not in m:
            print(name, 'no', key)
)"_L1;

} // namespace

class DemoMailTest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_messages = DemoMail::messages(Now); }
    void the_scripts_are_free_of_mistakes() { QCOMPARE(DemoMail::complaints(), QStringList()); }
    void equal_times_give_equal_bytes();
    void there_are_a_few_hundred_in_each_kind_of_folder();
    void every_message_is_well_formed();
    void message_ids_are_unique_and_replies_refer_to_messages_that_exist();
    void today_and_yesterday_have_mail_and_nothing_is_from_the_future();
    void remote_addresses_are_reserved_names();

private:
    QList<DemoMessage> m_messages;
};

void DemoMailTest::equal_times_give_equal_bytes()
{
    const auto again = DemoMail::messages(Now);
    QCOMPARE(again.size(), m_messages.size());
    for (qsizetype i = 0; i < again.size(); ++i)
        QCOMPARE(again.at(i).raw, m_messages.at(i).raw);
}

void DemoMailTest::there_are_a_few_hundred_in_each_kind_of_folder()
{
    QHash<QString, int> folders;
    QHash<QString, int> accounts;
    for (const auto &message : m_messages) {
        ++folders[message.folder];
        ++accounts[message.account];
    }
    QVERIFY2(m_messages.size() >= 250, qPrintable(QString::number(m_messages.size())));
    const auto known = DemoMail::accounts();
    for (const auto &account : known)
        QVERIFY(accounts.value(account.key) >= 80);
    for (const auto name : {"INBOX"_L1, "Sent"_L1, "Drafts"_L1, "Archive"_L1, "Junk"_L1, "Trash"_L1})
        QVERIFY2(folders.value(name) >= 2, name.data());
    QVERIFY(folders.value(u"Lists/tidemark"_s) >= 30);
    QVERIFY(folders.value(u"Lists/Räder & Touren"_s) >= 8);
}

void DemoMailTest::every_message_is_well_formed()
{
    QTemporaryDir dir;
    for (qsizetype i = 0; i < m_messages.size(); ++i) {
        QFile file(dir.filePath(u"%1.eml"_s.arg(i, 4, 10, QChar(u'0'))));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(m_messages.at(i).raw);
    }
    QProcess python;
    python.start(u"python3"_s, {u"-c"_s, QString(Checker), dir.path()});
    QVERIFY(python.waitForFinished(60'000));
    QCOMPARE(python.readAllStandardError(), QByteArray());
    QCOMPARE(python.readAllStandardOutput(), QByteArray());
    QCOMPARE(python.exitCode(), 0);
}

void DemoMailTest::message_ids_are_unique_and_replies_refer_to_messages_that_exist()
{
    const auto field = [](const QByteArray &raw, const QByteArray &name) {
        const qsizetype at = raw.indexOf("\r\n" + name + ": ") + 2;
        return at < 2 ? QByteArray()
                      : raw.mid(at + name.size() + 2, raw.indexOf("\r\n", at) - at - name.size() - 2);
    };
    QSet<QByteArray> ids;
    for (const auto &message : m_messages)
        ids.insert(field(message.raw, "Message-ID"));
    QCOMPARE(ids.size(), m_messages.size());
    int replies = 0;
    for (const auto &message : m_messages) {
        const QByteArray parent = field(message.raw, "In-Reply-To");
        replies += !parent.isEmpty();
        QVERIFY2(parent.isEmpty() || ids.contains(parent), parent.constData());
    }
    QVERIFY(replies > 60);
}

void DemoMailTest::today_and_yesterday_have_mail_and_nothing_is_from_the_future()
{
    int today = 0;
    int yesterday = 0;
    const QDate day = QDateTime::fromSecsSinceEpoch(Now, QTimeZone::UTC).date();
    for (const auto &message : m_messages) {
        QVERIFY(message.date <= Now);
        QVERIFY(message.date > Now - 200 * 86400);
        const QDate date = QDateTime::fromSecsSinceEpoch(message.date, QTimeZone::UTC).date();
        today += message.folder == "INBOX"_L1 && date == day;
        yesterday += message.folder == "INBOX"_L1 && date == day.addDays(-1);
    }
    QVERIFY(today >= 8);
    QVERIFY(yesterday >= 5);
}

void DemoMailTest::remote_addresses_are_reserved_names()
{
    static const QRegularExpression host(u"(?:https?://|@)([A-Za-z0-9.-]+)"_s);
    static const QRegularExpression reserved(u"(^|\\.)(example|example\\.(org|net|com))\\.?$"_s);
    for (const auto &message : m_messages) {
        const QString head = QString::fromLatin1(QByteArray(message.raw).replace("=\r\n", ""));
        auto it = host.globalMatch(head);
        while (it.hasNext()) {
            const QString name = it.next().captured(1);
            if (name.contains(u'.'))
                QVERIFY2(reserved.match(name).hasMatch() || name == "www.w3.org"_L1, qPrintable(name));
        }
    }
}

QTEST_GUILESS_MAIN(DemoMailTest)
#include "demomail_test.moc"
