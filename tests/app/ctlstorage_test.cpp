#include "ctlprocess.h"

#include "core/account/accountfile.h"
#include "core/account/paths.h"
#include "core/store/bodystore.h"
#include "core/store/folderstore.h"
#include "core/store/messagestore.h"
#include "core/store/quotastore.h"

#include <QDateTime>
#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

constexpr auto String = QJsonValue::String;
constexpr auto Number = QJsonValue::Double;
constexpr auto Array = QJsonValue::Array;
constexpr auto Object = QJsonValue::Object;
constexpr auto Bool = QJsonValue::Bool;
constexpr auto Null = QJsonValue::Null;
constexpr quint32 Mb = 1 << 20;

} // namespace

// quota, storage and cleanup, on a cache made by the stores alone; no server, no network.
class CtlStorageTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    Paths m_paths = Paths::profile(m_dir.path());
    std::unique_ptr<Database> m_writer; // stays open: reading must work beside a running window
    AccountId m_work{};
    AccountId m_home{};
    FolderId m_inbox{}, m_trash{}, m_other{};
    quint32 m_uid = 0;

    CtlRun ctl(const QStringList &arguments)
    {
        return runCtl(QStringList{u"--profile"_s, m_dir.path()} + arguments);
    }
    FolderId folder(AccountId account, const QString &path, FolderRole role)
    {
        FolderRow row;
        row.account = account;
        row.path = path;
        row.role = role;
        row.lowUid = 1;
        return FolderStore(*m_writer).upsert(row);
    }
    void add(FolderId folder, const QString &email, const QString &subject, quint32 size, int daysAgo,
             bool bulk = false)
    {
        NewMessage m;
        m.uid = Uid(++m_uid);
        m.size = size;
        m.digest.from = {u"Some\x1b[31mone"_s, email};
        m.digest.subject = subject;
        m.digest.isBulk = bulk;
        m.digest.date = QDateTime::currentSecsSinceEpoch() - daysAgo * 86'400LL;
        m.digest.messageIdHash = m.digest.headerHash = m_uid;
        MessageStore(*m_writer).insert(folder, {m}, Threading::Now);
    }
    QJsonArray lines(const QStringList &arguments)
    {
        const auto run = ctl(QStringList{u"cleanup"_s} + arguments + QStringList{u"--json"_s});
        if (run.status != 0)
            qWarning("%ls", qUtf16Printable(run.error));
        return run.json().value("lines"_L1).toArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_paths.create());
        AccountSettings work;
        work.key = u"work"_s;
        work.address = u"ann@example.org"_s;
        work.imap = {u"imap.example.org"_s, 993, ConnectionSecurity::Tls, u"ann"_s};
        work.folders.cacheLimitMb = 100;
        AccountSettings home = work;
        home.key = u"home"_s;
        home.folders.cacheLimitMb = 0;
        QVERIFY(AccountFile::save(m_paths.accountsIni(), {work, home}));
        auto opened = Database::open(m_paths.cache, Database::Mode::ReadWrite);
        QVERIFY(opened);
        m_writer = std::move(*opened);
        Transaction txn(*m_writer);
        m_work = FolderStore(*m_writer).account(u"work"_s);
        m_home = FolderStore(*m_writer).account(u"home"_s);
        m_inbox = folder(m_work, u"INBOX"_s, FolderRole::Inbox);
        m_trash = folder(m_work, u"Trash"_s, FolderRole::Trash);
        m_other = folder(m_home, u"INBOX"_s, FolderRole::Inbox);
        add(m_inbox, u"mia@example.org"_s, u"Video"_s, 30 * Mb, 10);
        add(m_other, u"lars@example.org"_s, u"Plan"_s, 5 * Mb, 10);
        for (int i = 0; i < 4; ++i)
            add(m_inbox, u"list@list.example"_s, u"Letter"_s, Mb / 4, 400, i == 0);
        add(m_trash, u"mia@example.org"_s, u"Old"_s, 2 * Mb, 1);
        BodyStore(*m_writer).put(MessageId(1), {"Subject: Video\r\n\r\n", QByteArray(5000, 'x')}, 1);
        QuotaStore(*m_writer).set(m_work, {{u"User"_s, u"STORAGE"_s, 950, 1000}, {{}, u"MESSAGE"_s, 5, 100}},
                                  1'760'000'000'000);
        QVERIFY(txn.commit());
    }

    void quota_tells_what_the_servers_told_last()
    {
        const auto run = ctl({u"quota"_s, u"--json"_s});
        QVERIFY2(run.status == 0, qPrintable(run.error));
        const auto accounts = run.json().value("accounts"_L1).toArray();
        QCOMPARE(accounts.size(), 1);
        const auto account = accounts.first().toObject();
        QCOMPARE(shapeProblem(account,
                              {{u"account"_s, {String}}, {u"asked_at"_s, {String}}, {u"limits"_s, {Array}}}),
                 QString());
        const Shape limit{{u"root"_s, {String}},
                          {u"resource"_s, {String}},
                          {u"used"_s, {Number}},
                          {u"limit"_s, {Number}},
                          {u"percent"_s, {Number}}};
        bool storage = false;
        for (const auto &value : account.value("limits"_L1).toArray()) {
            const auto object = value.toObject();
            QCOMPARE(shapeProblem(object, limit), QString());
            if (object.value("resource"_L1) == "storage"_L1) {
                storage = true;
                QCOMPARE(object.value("used"_L1).toInteger(), 950 * 1024);
                QCOMPARE(object.value("percent"_L1).toInt(), 95);
            } else {
                QCOMPARE(object.value("limit"_L1).toInt(), 100);
            }
        }
        QVERIFY(storage);
        QVERIFY(ctl({u"quota"_s, u"home"_s, u"--json"_s}).json().value("accounts"_L1).toArray().isEmpty());
        const auto unknown = ctl({u"quota"_s, u"nobody"_s});
        QCOMPARE(unknown.status, 1);
        QVERIFY(unknown.error.contains("nobody"_L1));
        QVERIFY(ctl({u"quota"_s}).out.contains("95 %"));
    }

    void storage_tells_what_each_account_takes()
    {
        const auto run = ctl({u"storage"_s, u"--json"_s});
        QVERIFY2(run.status == 0, qPrintable(run.error));
        const auto json = run.json();
        QCOMPARE(shapeProblem(json,
                              {{u"accounts"_s, {Array}},
                               {u"texts_file"_s, {Number}},
                               {u"lists_file"_s, {Number}},
                               {u"reusable"_s, {Number}}}),
                 QString());
        const Shape shape{{u"account"_s, {String}}, {u"texts"_s, {Number}}, {u"downloaded"_s, {Number}},
                          {u"listed"_s, {Number}},  {u"lists"_s, {Number}}, {u"limit"_s, {Number, Null}}};
        QHash<QString, QJsonObject> accounts;
        for (const auto &value : json.value("accounts"_L1).toArray()) {
            QCOMPARE(shapeProblem(value.toObject(), shape), QString());
            accounts.insert(value.toObject().value("account"_L1).toString(), value.toObject());
        }
        QCOMPARE(accounts.value(u"work"_s).value("downloaded"_L1).toInt(), 1);
        QVERIFY(accounts.value(u"work"_s).value("texts"_L1).toInteger() > 0);
        QCOMPARE(accounts.value(u"work"_s).value("limit"_L1).toInteger(), 100 * qint64(Mb));
        QVERIFY(accounts.value(u"home"_s).value("limit"_L1).isNull());
        QCOMPARE(accounts.value(u"home"_s).value("texts"_L1).toInteger(), 0);
    }

    void cleanup_finds_messages_by_size()
    {
        const auto found = lines({u"largest"_s, u"--limit"_s, u"2"_s});
        QCOMPARE(found.size(), 2);
        const Shape shape{{u"id"_s, {Number}},   {u"account"_s, {String}},       {u"folder"_s, {String}},
                          {u"from"_s, {Object}}, {u"subject"_s, {String}},       {u"date"_s, {String}},
                          {u"size"_s, {Number}}, {u"attachment"_s, {Bool, Null}}};
        for (const auto &line : found)
            QCOMPARE(shapeProblem(line.toObject(), shape), QString());
        QCOMPARE(found.at(0).toObject().value("subject"_L1), "Video"_L1);
        QCOMPARE(found.at(1).toObject().value("account"_L1), "home"_L1);
        const auto one = lines({u"attachments"_s, u"--account"_s, u"home"_s});
        QCOMPARE(one.size(), 1);
        QCOMPARE(one.first().toObject().value("subject"_L1), "Plan"_L1);
    }

    void cleanup_groups_and_its_numbers_can_be_deleted()
    {
        const auto letters = lines({u"newsletters"_s});
        QCOMPARE(letters.size(), 1);
        const auto letter = letters.first().toObject();
        QCOMPARE(shapeProblem(letter,
                              {{u"from"_s, {Object}},
                               {u"size"_s, {Number}},
                               {u"count"_s, {Number}},
                               {u"unopened"_s, {Number}},
                               {u"newest"_s, {String}},
                               {u"ids"_s, {Array}},
                               {u"certain"_s, {Bool}}}),
                 QString());
        QCOMPARE(letter.value("count"_L1).toInt(), 4);
        QCOMPARE(letter.value("unopened"_L1).toInt(), 4);
        QCOMPARE(letter.value("ids"_L1).toArray().size(), 4);
        QVERIFY(letter.value("certain"_L1).toBool());
        QCOMPARE(lines({u"newsletters"_s, u"--older-than"_s, u"24"_s}).size(), 0);
        QCOMPARE(lines({u"senders"_s}).size(), 3);
        const auto waste = lines({u"waste"_s});
        QCOMPARE(waste.size(), 1);
        QCOMPARE(waste.first().toObject().value("folder"_L1), "Trash"_L1);
        const auto sums = ctl({u"cleanup"_s, u"largest"_s, u"--limit"_s, u"1"_s, u"--json"_s}).json();
        QCOMPARE(sums.value("count"_L1).toInt(), 6);
        QCOMPARE(sums.value("all_lines"_L1).toInt(), 6);
        QCOMPARE(sums.value("size"_L1).toInteger(), 36 * qint64(Mb));
        QCOMPARE(sums.value("listed"_L1).toInt(), 7);
        QCOMPARE(sums.value("on_server"_L1).toInt(), 7);
    }

    void text_for_people_has_no_control_characters()
    {
        for (const QString &kind :
             {u"largest"_s, u"senders"_s, u"newsletters"_s, u"attachments"_s, u"waste"_s}) {
            const auto run = ctl({u"cleanup"_s, kind});
            QCOMPARE(run.status, 0);
            QVERIFY(!run.out.contains('\x1b'));
            QVERIFY(run.out.contains("SIZE"));
        }
    }

    void wrong_usage_is_said()
    {
        QCOMPARE(ctl({u"cleanup"_s}).status, 2);
        QCOMPARE(ctl({u"cleanup"_s, u"everything"_s}).status, 2);
        QCOMPARE(ctl({u"cleanup"_s, u"largest"_s, u"--limit"_s, u"none"_s}).status, 2);
        QCOMPARE(ctl({u"cleanup"_s, u"largest"_s, u"--older-than"_s, u"-1"_s}).status, 2);
        QCOMPARE(ctl({u"storage"_s, u"work"_s}).status, 2);
        const auto nobody = ctl({u"cleanup"_s, u"largest"_s, u"--account"_s, u"nobody"_s});
        QCOMPARE(nobody.status, 1);
        QVERIFY(nobody.error.contains("nobody"_L1));
    }
};

QTEST_GUILESS_MAIN(CtlStorageTest)
#include "ctlstorage_test.moc"
