#include "ctlprocess.h"

#include "core/account/accountfile.h"
#include "core/account/accountrules.h"
#include "core/account/paths.h"
#include "tests/sync/simfront/socketserver.h"

#include <QJsonArray>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace kw;
using namespace kw::sim;

// Comparing the cache with a server that does not open every folder.
class CtlVerifyTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    simfront::SocketServer m_server{{}, u"secret"_s};

    CtlRun ctl(const QStringList &arguments)
    {
        return runCtl(QStringList{u"--profile"_s, m_dir.path()} + arguments, 60'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_server.change([](SimServer &s) {
            s.createFolder(u"Archive"_s, FolderRole::Archive);
            s.append(u"INBOX"_s, makeMail(1));
            s.append(u"Archive"_s, makeMail(2));
        });
        AccountSettings account;
        account.key = u"ann"_s;
        account.address = u"ann@localhost"_s;
        account.imap = {u"127.0.0.1"_s, m_server.port(), ConnectionSecurity::None, u"ann"_s};
        account.passwordCommand = u"echo secret"_s;
        const Paths paths = Paths::profile(m_dir.path());
        QVERIFY(paths.create() && AccountFile::save(paths.accountsIni(), {withDefaults(account)}));
        const auto synced = ctl({u"sync"_s, u"--once"_s});
        QVERIFY2(synced.status == 0, qPrintable(synced.error));
    }

    void a_folder_that_is_not_opened_is_an_error_and_the_others_are_compared_data()
    {
        QTest::addColumn<QStringList>("more");
        QTest::newRow("look") << QStringList();
        QTest::newRow("repair") << QStringList{u"--repair"_s};
    }
    void a_folder_that_is_not_opened_is_an_error_and_the_others_are_compared()
    {
        QFETCH(QStringList, more);
        const QStringList verify = QStringList{u"verify"_s, u"ann"_s, u"--json"_s} + more;
        m_server.change([](SimServer &s) { s.folder(u"Archive"_s)->closed = true; });
        const auto run = ctl(verify);
        QCOMPARE(run.status, 1);
        QVERIFY2(run.error.startsWith("kittiwakectl: ann:Archive: "_L1), qPrintable(run.error));
        const QJsonArray errors = run.json().value("errors"_L1).toArray();
        QCOMPARE(errors.size(), 1);
        QCOMPARE(errors.first().toObject().value("folder"_L1).toString(), u"Archive"_s);
        QVERIFY(!errors.first().toObject().value("error"_L1).toString().isEmpty());
        QCOMPARE(run.json().value("messages"_L1).toInt(), 1);
        m_server.change([](SimServer &s) { s.folder(u"Archive"_s)->closed = false; });
        const auto again = ctl(verify);
        QVERIFY2(again.status == 0, qPrintable(again.error));
        QCOMPARE(again.json().value("messages"_L1).toInt(), 2);
    }
};

QTEST_GUILESS_MAIN(CtlVerifyTest)
#include "ctlverify_test.moc"
