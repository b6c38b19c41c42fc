#include "ctlprocess.h"

#include "app/demo/demoserver.h"
#include "core/account/paths.h"

#include <QDirIterator>
#include <QFile>
#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace kw;

// The commands that talk to a server, on the demo's private Dovecot.
class CtlServerTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<DemoServer> m_demo;

    CtlRun ctl(const QStringList &arguments)
    {
        return runCtl(QStringList{u"--profile"_s, m_demo->profileDir()} + arguments, 120'000);
    }
    QJsonArray rows(const QStringList &arguments, QLatin1StringView name)
    {
        const auto run = ctl(arguments + QStringList{u"--json"_s});
        if (run.status != 0)
            qWarning("%ls", qUtf16Printable(run.error));
        return run.json().value(name).toArray();
    }
    QStringList accountKeys()
    {
        QStringList keys;
        for (const auto &account : rows({u"accounts"_s}, "accounts"_L1))
            keys.append(account.toObject().value("key"_L1).toString());
        return keys;
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto demo = DemoServer::start(1'750'000'000);
        QVERIFY2(bool(demo), demo ? "" : qPrintable(demo.error().text));
        m_demo = *std::move(demo);
    }

    void sync_once_reports_every_folder()
    {
        const auto run = ctl({u"sync"_s, u"--once"_s, u"--json"_s});
        QVERIFY2(run.status == 0, qPrintable(run.error));
        const auto folders = run.json().value("folders"_L1).toArray();
        QVERIFY(folders.size() > 4);
        const Shape shape{{u"account"_s, {QJsonValue::String}},  {u"folder"_s, {QJsonValue::String}},
                          {u"messages"_s, {QJsonValue::Double}}, {u"new"_s, {QJsonValue::Double}},
                          {u"changed"_s, {QJsonValue::Double}},  {u"vanished"_s, {QJsonValue::Double}},
                          {u"ms"_s, {QJsonValue::Double}},       {u"error"_s, {QJsonValue::Null}},
                          {u"note"_s, {QJsonValue::Null}}};
        qint64 added = 0;
        for (const auto &folder : folders) {
            QCOMPARE(shapeProblem(folder.toObject(), shape), QString());
            added += folder.toObject().value("new"_L1).toInteger();
        }
        QVERIFY(added > 100);
    }

    void a_second_sync_finds_nothing_new()
    {
        for (const auto &folder : rows({u"sync"_s, u"--once"_s}, "folders"_L1)) {
            const auto object = folder.toObject();
            QCOMPARE(object.value("new"_L1).toInt(), 0);
            QCOMPARE(object.value("changed"_L1).toInt(), 0);
            QCOMPARE(object.value("vanished"_L1).toInt(), 0);
        }
    }

    void verify_finds_no_difference()
    {
        const auto keys = accountKeys();
        QVERIFY(!keys.isEmpty());
        for (const auto &key : keys) {
            const auto run = ctl({u"verify"_s, key, u"--json"_s});
            QVERIFY2(run.status == 0, qPrintable(run.error));
            QCOMPARE(shapeProblem(run.json(),
                                  {{u"account"_s, {QJsonValue::String}},
                                   {u"folders"_s, {QJsonValue::Double}},
                                   {u"messages"_s, {QJsonValue::Double}},
                                   {u"differences"_s, {QJsonValue::Array}},
                                   {u"errors"_s, {QJsonValue::Array}},
                                   {u"repaired"_s, {QJsonValue::Bool}}}),
                     QString());
            QVERIFY(run.json().value("messages"_L1).toInt() > 0);
            QCOMPARE(run.json().value("differences"_L1).toArray().size(), 0);
        }
    }

    void a_mark_reaches_the_server_with_the_next_sync()
    {
        const auto before = rows({u"list"_s, u"unified:inbox"_s}, "messages"_L1).first().toObject();
        const auto id = QString::number(before.value("id"_L1).toInteger());
        const bool starred = before.value("flags"_L1).toArray().contains(u"flagged"_s);
        const auto marked = ctl({u"mark"_s, id, starred ? u"--unstar"_s : u"--star"_s, u"--json"_s});
        QVERIFY2(marked.status == 0, qPrintable(marked.error));
        const auto here = rows({u"list"_s, u"unified:inbox"_s}, "messages"_L1).first().toObject();
        QCOMPARE(here.value("flags"_L1).toArray().contains(u"flagged"_s), !starred);
        QCOMPARE(ctl({u"sync"_s, u"--once"_s}).status, 0);
        const auto verified = ctl({u"verify"_s, before.value("account"_L1).toString(), u"--json"_s});
        QVERIFY2(verified.status == 0, verified.out + verified.error.toUtf8());
    }

    void show_downloads_what_is_not_here_and_keeps_it()
    {
        const auto row = rows({u"list"_s, u"unified:inbox"_s}, "messages"_L1).last().toObject();
        QCOMPARE(row.value("downloaded"_L1).toBool(), false);
        const auto id = QString::number(row.value("id"_L1).toInteger());
        const auto shown = ctl({u"show"_s, id, u"--json"_s});
        QVERIFY2(shown.status == 0, qPrintable(shown.error));
        QVERIFY(!shown.json().value("text"_L1).toString().isEmpty());
        QCOMPARE(shown.json().value("subject"_L1), row.value("subject"_L1));
        const auto again = ctl({u"show"_s, id, u"--offline"_s, u"--json"_s});
        QVERIFY2(again.status == 0, qPrintable(again.error));
        QCOMPARE(again.out, shown.out);
    }

    void the_password_is_in_no_file_of_the_profile_but_the_persons_own()
    {
        // The demo's password stands in passwordCommand, which is the person's to write.
        QFile file(m_demo->profileDir() + u"/accounts.ini"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        auto text = file.readAll();
        const auto command = text.mid(text.indexOf("passwordCommand=") + 16);
        const auto password = command.left(command.indexOf('\n')).split(' ').last();
        QVERIFY(password.size() >= 4);
        QDirIterator it(m_demo->profileDir(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        int files = 0;
        while (it.hasNext()) {
            QFile other(it.next());
            if (other.fileName() == file.fileName())
                continue;
            QVERIFY(other.open(QIODevice::ReadOnly));
            QVERIFY2(!other.readAll().contains(password), qPrintable(other.fileName()));
            ++files;
        }
        QVERIFY(files > 0);
    }

    // Last: the server goes away.
    void without_a_server_sync_fails_with_a_sentence_and_the_cache_still_reads()
    {
        const auto before = rows({u"list"_s, u"unified:inbox"_s, u"--limit"_s, u"1000"_s}, "messages"_L1);
        QFile file(m_demo->profileDir() + u"/accounts.ini"_s);
        QVERIFY(file.open(QIODevice::ReadWrite));
        auto text = file.readAll();
        text.replace("imapPort=" + QByteArray::number(m_demo->imapPort()),
                     "imapPort=9"); // nobody listens there
        file.seek(0);
        file.resize(0);
        file.write(text);
        file.close();
        const auto run = ctl({u"sync"_s, u"--once"_s, u"--json"_s});
        QCOMPARE(run.status, 1);
        QVERIFY2(run.error.startsWith(u"kittiwakectl: "_s), qPrintable(run.error));
        const auto reports = run.json().value("folders"_L1).toArray();
        QCOMPARE(reports.size(), accountKeys().size());
        for (const auto &report : reports) {
            QVERIFY(report.toObject().value("folder"_L1).isNull());
            QVERIFY(report.toObject().value("error"_L1).toString().endsWith(u'.'));
        }
        QCOMPARE(rows({u"list"_s, u"unified:inbox"_s, u"--limit"_s, u"1000"_s}, "messages"_L1), before);
    }
};

QTEST_GUILESS_MAIN(CtlServerTest)
#include "ctlserver_test.moc"
