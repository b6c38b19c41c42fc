#include "ctlprocess.h"

#include "core/account/accountfile.h"
#include "core/account/paths.h"
#include "core/store/bodystore.h"
#include "core/store/folderstore.h"
#include "core/store/messagestore.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

constexpr int Messages = 25; // per account
constexpr auto String = QJsonValue::String;
constexpr auto Number = QJsonValue::Double;
constexpr auto Array = QJsonValue::Array;
constexpr auto Object = QJsonValue::Object;
constexpr auto Bool = QJsonValue::Bool;
constexpr auto Null = QJsonValue::Null;

const QByteArray Header = "From: =?utf-8?B?w4VzYSDDlmJlcmc=?= <asa@example.org>\r\nTo: ann@example.org\r\n"
                          "Subject: =?utf-8?B?5Lya6K2w?=\r\nDate: Tue, 14 Nov 2023 23:13:20 "
                          "+0100\r\nMessage-ID: <m1@example.org>\r\n"
                          "MIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n";
const QByteArray Body
    = "--b\r\nContent-Type: multipart/alternative; boundary=c\r\n\r\n--c\r\nContent-Type: text/plain; "
      "charset=utf-8\r\n\r\n"
      "Hello \x1b]0;owned\x07 there\r\n--c\r\nContent-Type: text/html\r\n\r\n<p>Hello<script>x()</script>"
      "<img src='http://127.0.0.1:9/x.png'></p>\r\n--c--\r\n--b\r\nContent-Type: application/octet-stream\r\n"
      "Content-Disposition: attachment; filename*=utf-8''r%C3%A4ksm%C3%B6rg%C3%A5s.bin\r\n"
      "Content-Transfer-Encoding: base64\r\n\r\nAAFkYXRh\r\n--b--\r\n";

NewMessage message(int number)
{
    NewMessage m;
    m.uid = Uid(100 + number);
    m.size = 1000 + number;
    m.flags = number % 2 ? quint32(Flag::Seen) : 0;
    m.digest.from = {u"Åsa\x1b[31m"_s, u"asa@example.org"_s};
    m.digest.subject = u"会議 %1"_s.arg(number);
    m.digest.date = 1'700'000'000 + number * 3600;
    m.digest.messageIdHash = quint64(number + 1);
    m.digest.headerHash = quint64(number + 1000);
    return m;
}

} // namespace

// The commands that read, on a cache made by the stores alone; no server, no network.
class CtlCacheTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    Paths m_paths = Paths::profile(m_dir.path());
    std::unique_ptr<Database> m_writer; // stays open: reading must work beside a running window

    CtlRun ctl(const QStringList &arguments)
    {
        return runCtl(QStringList{u"--profile"_s, m_dir.path()} + arguments);
    }

    void fillAccount(const QString &key)
    {
        Transaction txn(*m_writer);
        FolderStore folders(*m_writer);
        MessageStore messages(*m_writer);
        const auto account = folders.account(key);
        FolderRow inbox;
        inbox.account = account;
        inbox.path = u"INBOX"_s;
        inbox.role = FolderRole::Inbox;
        inbox.id = folders.upsert(inbox);
        FolderRow deep = inbox;
        deep.id = {};
        deep.path = u"Lists/Ünï: code"_s;
        deep.role = FolderRole::None;
        folders.upsert(deep);
        inbox.provenAt = 1'700'000'000'000;
        folders.saveSyncState(inbox);
        QList<NewMessage> list;
        for (int i = 0; i < Messages; ++i)
            list.append(message(i));
        messages.insert(inbox.id, list, Threading::Now);
        QVERIFY(txn.commit());
    }

    void storeBody(MessageId id)
    {
        Transaction txn(*m_writer);
        BodyStore(*m_writer).put(id, {Header, Body}, 1);
        QVERIFY(txn.commit());
    }

    QJsonArray list(const QStringList &more = {})
    {
        return ctl(QStringList{u"list"_s, u"unified:inbox"_s, u"--json"_s} + more)
            .json()
            .value("messages"_L1)
            .toArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_paths.create());
        AccountSettings a;
        a.key = u"ann"_s;
        a.address = u"ann@example.org"_s;
        a.imap = {u"127.0.0.1"_s, 9, ConnectionSecurity::None, u"ann"_s};
        a.passwordCommand = u"echo canary-55"_s;
        auto b = a;
        b.key = u"b:ea"_s;
        b.smtp.host = u"smtp.example.org"_s;
        QVERIFY(AccountFile::save(m_paths.accountsIni(), {a, b}));
        auto opened = Database::open(m_paths.cache, Database::Mode::ReadWrite);
        QVERIFY(opened);
        m_writer = *std::move(opened);
        fillAccount(u"ann"_s);
        fillAccount(u"b:ea"_s);
    }

    void accounts_have_the_documented_shape()
    {
        const auto run = ctl({u"accounts"_s, u"--json"_s});
        QCOMPARE(run.status, 0);
        QCOMPARE(shapeProblem(run.json(), {{u"accounts"_s, {Array}}, {u"errors"_s, {Array}}}), QString());
        const auto accounts = run.json().value("accounts"_L1).toArray();
        QCOMPARE(accounts.size(), 2);
        const Shape shape{{u"key"_s, {String}},
                          {u"name"_s, {String}},
                          {u"address"_s, {String}},
                          {u"color"_s, {Null}},
                          {u"imap"_s, {Object}},
                          {u"smtp"_s, {Object, Null}},
                          {u"sign_in"_s, {String}},
                          {u"password"_s, {String}},
                          {u"pinned_certificate"_s, {Bool}},
                          {u"position"_s, {Number}},
                          {u"paused"_s, {Bool}},
                          {u"identities"_s, {Array}},
                          {u"list_days"_s, {Null, Number}}};
        const Shape server{
            {u"host"_s, {String}}, {u"port"_s, {Number}}, {u"security"_s, {String}}, {u"user"_s, {String}}};
        for (const auto &account : accounts) {
            QCOMPARE(shapeProblem(account.toObject(), shape), QString());
            QCOMPARE(shapeProblem(account.toObject().value("imap"_L1).toObject(), server), QString());
        }
        QCOMPARE(accounts.at(0).toObject().value("password"_L1), u"command"_s);
        QVERIFY(!run.out.contains("canary-55"));
    }

    void folders_have_the_documented_shape()
    {
        const auto run = ctl({u"folders"_s, u"--json"_s});
        QVERIFY2(run.status == 0, qPrintable(run.error));
        const auto folders = run.json().value("folders"_L1).toArray();
        QCOMPARE(folders.size(), 4);
        const Shape shape{{u"id"_s, {Number}},
                          {u"account"_s, {String}},
                          {u"path"_s, {String}},
                          {u"role"_s, {String, Null}},
                          {u"total"_s, {Number}},
                          {u"unread"_s, {Number}},
                          {u"liveness"_s, {String}},
                          {u"proven_at"_s, {String, Null}},
                          {u"complete"_s, {Bool}},
                          {u"selectable"_s, {Bool}},
                          {u"role_source"_s, {String, Null}},
                          {u"subscribed"_s, {Bool}},
                          {u"skipped"_s, {Bool}},
                          {u"offline"_s, {Bool}},
                          {u"shared"_s, {Bool}},
                          {u"listed_since"_s, {String, Null}}};
        for (const auto &folder : folders)
            QCOMPARE(shapeProblem(folder.toObject(), shape), QString());
        const auto inbox = folders.at(0).toObject();
        QCOMPARE(inbox.value("path"_L1), u"INBOX"_s);
        QCOMPARE(inbox.value("role"_L1), u"inbox"_s);
        QCOMPARE(inbox.value("total"_L1).toInt(), Messages);
        QCOMPARE(inbox.value("unread"_L1).toInt(), (Messages + 1) / 2);
        QCOMPARE(inbox.value("liveness"_L1), u"offline"_s);
        QCOMPARE(inbox.value("proven_at"_L1), u"2023-11-14T22:13:20Z"_s);
    }

    void folders_of_one_account_only()
    {
        QCOMPARE(ctl({u"folders"_s, u"b:ea"_s, u"--json"_s}).json().value("folders"_L1).toArray().size(), 2);
        const auto run = ctl({u"folders"_s, u"nobody"_s});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.error.contains(u"nobody"_s), qPrintable(run.error));
    }

    void rows_have_the_documented_shape_newest_first()
    {
        const auto rows = list({u"--limit"_s, u"1000"_s});
        QCOMPARE(rows.size(), 2 * Messages);
        const Shape shape{{u"id"_s, {Number}},         {u"account"_s, {String}}, {u"folder"_s, {String}},
                          {u"uid"_s, {Number, Null}},  {u"from"_s, {Object}},    {u"subject"_s, {String}},
                          {u"date"_s, {String, Null}}, {u"flags"_s, {Array}},    {u"keywords"_s, {Array}},
                          {u"size"_s, {Number}},       {u"downloaded"_s, {Bool}}};
        QString last = u"9999"_s;
        for (const auto &row : rows) {
            const auto object = row.toObject();
            QCOMPARE(shapeProblem(object, shape), QString());
            QCOMPARE(shapeProblem(object.value("from"_L1).toObject(),
                                  {{u"name"_s, {String}}, {u"email"_s, {String}}}),
                     QString());
            QVERIFY(object.value("date"_L1).toString() <= last);
            last = object.value("date"_L1).toString();
        }
        const auto first = rows.first().toObject();
        QCOMPARE(first.value("subject"_L1), u"会議 24"_s);
        QCOMPARE(first.value("uid"_L1).toInt(), 124);
        QCOMPARE(first.value("size"_L1).toInt(), 1024);
        QCOMPARE(first.value("flags"_L1).toArray(), QJsonArray());
        QCOMPARE(rows.at(2).toObject().value("flags"_L1).toArray(), QJsonArray{u"seen"_s});
    }

    void pages_join_without_gap_or_double()
    {
        QSet<qint64> seen;
        QStringList more;
        for (int page = 0; page < 20; ++page) {
            const auto json
                = ctl(QStringList{u"list"_s, u"unified:inbox"_s, u"--json"_s, u"--limit"_s, u"7"_s} + more)
                      .json();
            const auto rows = json.value("messages"_L1).toArray();
            for (const auto &row : rows)
                seen.insert(row.toObject().value("id"_L1).toInteger());
            const auto next = json.value("next"_L1);
            if (next.isNull()) {
                QCOMPARE(page, (2 * Messages - 1) / 7);
                break;
            }
            QCOMPARE(rows.size(), 7);
            more = QStringList{u"--after"_s, next.toString()};
        }
        QCOMPARE(seen.size(), 2 * Messages);
    }

    void a_folder_is_named_by_account_and_path_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<int>("rows");
        QTest::newRow("colon") << u"ann:INBOX"_s << Messages;
        QTest::newRow("slash") << u"ann/INBOX"_s << Messages;
        QTest::newRow("colon in the account") << u"b:ea:INBOX"_s << Messages;
        QTest::newRow("path with everything") << u"ann:Lists/Ünï: code"_s << 0;
        QTest::newRow("unknown path") << u"ann:Nothing"_s << -1;
        QTest::newRow("unknown account") << u"nobody:INBOX"_s << -1;
        QTest::newRow("unknown role") << u"unified:everything"_s << -1;
        QTest::newRow("no account") << u"INBOX"_s << -1;
    }
    void a_folder_is_named_by_account_and_path()
    {
        QFETCH(QString, word);
        QFETCH(int, rows);
        const auto run = ctl({u"list"_s, word, u"--json"_s, u"--limit"_s, u"100"_s});
        if (rows >= 0) {
            QVERIFY2(run.status == 0, qPrintable(run.error));
            QCOMPARE(run.json().value("messages"_L1).toArray().size(), rows);
            return;
        }
        QCOMPARE(run.status, 1);
        QCOMPARE(run.out, QByteArray());
        QVERIFY2(run.error.startsWith(u"kittiwakectl: There is no "_s), qPrintable(run.error));
    }

    void text_is_aligned_and_cannot_drive_the_terminal()
    {
        const auto run = ctl({u"list"_s, u"ann:INBOX"_s, u"--limit"_s, u"3"_s});
        QCOMPARE(run.status, 0);
        QVERIFY(!run.out.contains('\x1b'));
        const auto lines = QString::fromUtf8(run.out).split(u'\n');
        QCOMPARE(lines.size(), 6); // head, three rows, the key, the end
        const auto column = lines.first().indexOf("SUBJECT"_L1);
        for (int i = 1; i <= 3; ++i)
            QCOMPARE(lines.at(i).indexOf(u"会議"_s), column);
        QVERIFY(lines.at(4).startsWith(u"(more: --after "_s));
    }

    void a_downloaded_message_is_shown_without_the_network()
    {
        const auto id = list({u"--limit"_s, u"1"_s}).first().toObject().value("id"_L1).toInteger();
        storeBody(MessageId(id));
        const auto run = ctl({u"show"_s, QString::number(id), u"--json"_s});
        QVERIFY2(run.status == 0, qPrintable(run.error));
        const auto json = run.json();
        const Shape shape{{u"id"_s, {Number}},
                          {u"account"_s, {String}},
                          {u"folder"_s, {String}},
                          {u"flags"_s, {Array}},
                          {u"from"_s, {Object}},
                          {u"reply_to"_s, {Array}},
                          {u"to"_s, {Array}},
                          {u"cc"_s, {Array}},
                          {u"subject"_s, {String}},
                          {u"date"_s, {String}},
                          {u"message_id"_s, {String}},
                          {u"text"_s, {String}},
                          {u"text_is_from_html"_s, {Bool}},
                          {u"html"_s, {String}},
                          {u"remote_resources"_s, {Number}},
                          {u"attachments"_s, {Array}},
                          {u"report"_s, {Null}},
                          {u"invitation"_s, {Null}},
                          {u"cards"_s, {Array}},
                          {u"unsubscribe"_s, {Null}},
                          {u"receipt_to"_s, {Array}},
                          {u"warnings"_s, {Array}}};
        QCOMPARE(shapeProblem(json, shape), QString());
        QCOMPARE(json.value("subject"_L1), u"会議"_s);
        QCOMPARE(json.value("date"_L1), u"2023-11-14T23:13:20+01:00"_s);
        QCOMPARE(json.value("message_id"_L1), u"m1@example.org"_s);
        QVERIFY(!json.value("html"_L1).toString().contains("<script"_L1));
        QVERIFY(!json.value("html"_L1).toString().contains("127.0.0.1"_L1));
        const auto attachment = json.value("attachments"_L1).toArray().first().toObject();
        QCOMPARE(shapeProblem(attachment,
                              {{u"name"_s, {String}},
                               {u"mime_type"_s, {String}},
                               {u"size"_s, {Number}},
                               {u"sha256"_s, {String}},
                               {u"inline"_s, {Bool}},
                               {u"content_id"_s, {Null}}}),
                 QString());
        QCOMPARE(attachment.value("name"_L1), u"räksmörgås.bin"_s);
        QCOMPARE(attachment.value("size"_L1).toInt(), 6);
        const auto digest
            = QCryptographicHash::hash(QByteArray("\0\1data", 6), QCryptographicHash::Sha256).toHex();
        QCOMPARE(attachment.value("sha256"_L1).toString().toLatin1(), digest);
        const auto text = ctl({u"show"_s, QString::number(id)});
        QVERIFY(!text.out.contains('\x1b') && !text.out.contains('\x07'));
        QVERIFY(text.out.contains("Subject: 会議"));
    }

    void a_message_that_is_not_here_says_so()
    {
        const auto rows = list({u"--limit"_s, u"50"_s});
        const auto id = QString::number(rows.last().toObject().value("id"_L1).toInteger());
        const auto offline = ctl({u"show"_s, id, u"--offline"_s});
        QCOMPARE(offline.status, 1);
        QVERIFY2(offline.error.contains(u"not been downloaded"_s), qPrintable(offline.error));
        // The writer above plays the window.
        const auto busy = ctl({u"show"_s, id});
        QCOMPARE(busy.status, 1);
        QVERIFY2(busy.error.contains(u"in use"_s), qPrintable(busy.error));
    }

    void an_unknown_message_says_so()
    {
        const auto run = ctl({u"show"_s, u"999999"_s});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.error.contains(u"999999"_s), qPrintable(run.error));
    }

    void what_writes_says_that_the_profile_is_in_use()
    {
        for (const auto &arguments : {QStringList{u"sync"_s, u"--once"_s}, QStringList{u"verify"_s, u"ann"_s},
                                      QStringList{u"mark"_s, u"1"_s, u"--read"_s}}) {
            const auto run = ctl(arguments);
            QCOMPARE(run.status, 1);
            QVERIFY2(run.error.contains(u"in use"_s), qPrintable(arguments.first() + u": "_s + run.error));
        }
    }

    void an_unknown_account_is_named_with_those_there_are()
    {
        const auto run = ctl({u"verify"_s, u"nobody"_s});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.error.contains(u"nobody"_s) && run.error.contains(u"ann, b:ea"_s),
                 qPrintable(run.error));
    }

    void a_mistake_in_the_accounts_file_is_told_and_the_others_listed()
    {
        QFile file(m_paths.accountsIni());
        QVERIFY(file.open(QIODevice::ReadWrite));
        const auto before = file.readAll();
        file.write("[broken]\naddress=x@example.org\nimapHost=h\nimapPort=many\n");
        file.close();
        const auto run = ctl({u"accounts"_s, u"--json"_s});
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(before);
        file.close();
        QCOMPARE(run.status, 1);
        QCOMPARE(run.json().value("accounts"_L1).toArray().size(), 2);
        QCOMPARE(run.json().value("errors"_L1).toArray().size(), 1);
        QVERIFY2(run.error.contains(u"accounts.ini, line "_s) && run.error.contains(u"imapPort"_s),
                 qPrintable(run.error));
    }

    void nothing_synced_yet_says_what_to_do()
    {
        const QTemporaryDir empty;
        const auto run = runCtl({u"--profile"_s, empty.path(), u"folders"_s});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.error.contains(u"sync --once"_s), qPrintable(run.error));
    }

    void a_message_file_needs_no_profile()
    {
        QFile file(m_dir.filePath(u"m.eml"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(Header + Body);
        file.close();
        const auto run = runCtl({u"show"_s, file.fileName(), u"--json"_s});
        QVERIFY2(run.status == 0, qPrintable(run.error));
        QCOMPARE(run.json().value("subject"_L1), u"会議"_s);
        QVERIFY(!run.json().contains("id"_L1));
        const auto missing = runCtl({u"show"_s, m_dir.filePath(u"none.eml"_s)});
        QCOMPARE(missing.status, 1);
        QVERIFY2(missing.error.contains(u"none.eml"_s), qPrintable(missing.error));
    }
};

QTEST_GUILESS_MAIN(CtlCacheTest)
#include "ctlcache_test.moc"
