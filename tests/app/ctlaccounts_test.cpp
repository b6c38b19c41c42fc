#include "ctlprocess.h"

#include "app/demo/demoserver.h"
#include "core/account/accountfile.h"
#include "core/account/paths.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace kw;

// Several accounts on the command line, on the demo's private Dovecot.
class CtlAccountsTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<DemoServer> m_demo;

    CtlRun ctl(const QStringList &arguments)
    {
        return runCtl(QStringList{u"--profile"_s, m_demo->profileDir()} + arguments, 120'000);
    }
    QJsonArray rows(const QStringList &arguments, QLatin1StringView name)
    {
        return ctl(arguments + QStringList{u"--json"_s}).json().value(name).toArray();
    }
    QStringList keys()
    {
        QStringList out;
        for (const auto &account : rows({u"accounts"_s}, "accounts"_L1))
            out.append(account.toObject().value("key"_L1).toString());
        return out;
    }
    QJsonObject folder(const QString &account, const QString &path)
    {
        for (const auto &row : rows({u"folders"_s, account}, "folders"_L1)) {
            if (row.toObject().value("path"_L1).toString() == path)
                return row.toObject();
        }
        return {};
    }
    QString ini() const { return Paths::profile(m_demo->profileDir()).accountsIni(); }
    void write(const QString &key, const std::function<void(AccountSettings &)> &change)
    {
        auto accounts = AccountFile::load(ini()).accounts;
        for (AccountSettings &account : accounts) {
            if (account.key == key)
                change(account);
        }
        if (const auto saved = AccountFile::save(ini(), accounts); !saved)
            qFatal("%s", qPrintable(saved.error().text));
    }

private Q_SLOTS:
    void initTestCase()
    {
        auto demo = DemoServer::start(1'750'000'000);
        QVERIFY2(bool(demo), demo ? "" : qPrintable(demo.error().text));
        m_demo = *std::move(demo);
        QVERIFY(keys().size() >= 2);
        QCOMPARE(ctl({u"sync"_s, u"--once"_s}).status, 0);
    }

    void accounts_tell_position_pause_and_identities()
    {
        const QString first = keys().first();
        write(first,
              [](AccountSettings &a) { a.aliases = QStringList{u"\"Becker, Anna\" <sales@example.org>"_s}; });
        const QJsonObject account = rows({u"accounts"_s}, "accounts"_L1).first().toObject();
        QCOMPARE(account.value("position"_L1).toInt(), 1);
        QCOMPARE(account.value("paused"_L1).toBool(true), false);
        const QJsonArray identities = account.value("identities"_L1).toArray();
        QCOMPARE(identities.size(), 2);
        QCOMPARE(identities.at(0).toObject().value("email"_L1), account.value("address"_L1));
        QCOMPARE(identities.at(1).toObject().value("name"_L1).toString(), u"Becker, Anna"_s);
    }

    void a_paused_account_is_passed_over_and_said()
    {
        const QString key = keys().first();
        QCOMPARE(ctl({u"account"_s, u"pause"_s, key}).status, 0);
        const auto run = ctl({u"sync"_s, u"--once"_s, u"--json"_s});
        QCOMPARE(run.status, 0);
        int told = 0;
        for (const auto &row : run.json().value("folders"_L1).toArray()) {
            const QJsonObject pass = row.toObject();
            if (pass.value("account"_L1).toString() != key)
                continue;
            ++told;
            QVERIFY(pass.value("folder"_L1).isNull());
            QVERIFY(pass.value("error"_L1).isNull());
            QVERIFY(pass.value("note"_L1).toString().contains(u"paused"_s));
        }
        QCOMPARE(told, 1);
        QCOMPARE(ctl({u"verify"_s, key}).status, 1);
        QVERIFY(rows({u"accounts"_s}, "accounts"_L1).first().toObject().value("paused"_L1).toBool());
        const auto resumed = ctl({u"account"_s, u"resume"_s, key, u"--json"_s});
        QCOMPARE(resumed.status, 0);
        QVERIFY(resumed.json().value("changed"_L1).toBool());
        QCOMPARE(ctl({u"verify"_s, key}).status, 0);
    }

    void changes_of_a_paused_account_wait_and_go_out_afterwards()
    {
        const QString key = keys().first();
        const auto messages = rows({u"list"_s, key + u":INBOX"_s}, "messages"_L1);
        const QString id = QString::number(messages.first().toObject().value("id"_L1).toInteger());
        QCOMPARE(ctl({u"account"_s, u"pause"_s, key}).status, 0);
        QCOMPARE(ctl({u"mark"_s, id, u"--tag"_s, u"waited"_s}).status, 0);
        QCOMPARE(ctl({u"sync"_s, u"--once"_s}).status, 0);
        QCOMPARE(ctl({u"journal"_s, u"--json"_s}).json().value("waiting"_L1).toInt(), 1);
        QCOMPARE(ctl({u"account"_s, u"resume"_s, key}).status, 0);
        QCOMPARE(ctl({u"sync"_s, u"--once"_s}).status, 0);
        QCOMPARE(ctl({u"journal"_s, u"--json"_s}).json().value("waiting"_L1).toInt(), 0);
        QCOMPARE(ctl({u"verify"_s, key}).status, 0);
    }

    void the_order_is_written_and_told()
    {
        QStringList wanted = keys();
        std::reverse(wanted.begin(), wanted.end());
        QCOMPARE(ctl(QStringList{u"account"_s, u"order"_s} + wanted).status, 0);
        QCOMPARE(keys(), wanted);
        QCOMPARE(ctl({u"account"_s, u"order"_s, u"nobody"_s}).status, 1);
        QCOMPARE(keys(), wanted);
    }

    void folders_tell_roles_and_what_is_kept()
    {
        const QString key = keys().first();
        const QString skipped = ownFolder(key);
        QVERIFY(!skipped.isEmpty());
        QVERIFY(folder(key, skipped).value("total"_L1).toInt() > 0);
        write(key, [&skipped](AccountSettings &a) {
            a.folders.skipped = QStringList{skipped};
            a.folders.offline = QStringList{u"INBOX"_s};
        });
        QCOMPARE(ctl({u"sync"_s, u"--once"_s}).status, 0);
        const QJsonObject gone = folder(key, skipped);
        QVERIFY(gone.value("skipped"_L1).toBool());
        QCOMPARE(gone.value("total"_L1).toInt(-1), 0);
        const QJsonObject inbox = folder(key, u"INBOX"_s);
        QVERIFY(inbox.value("offline"_L1).toBool());
        QVERIFY(!inbox.value("shared"_L1).toBool(true));
        QCOMPARE(inbox.value("role_source"_L1).toString(), u"server"_s);
        for (const auto &message :
             rows({u"list"_s, key + u":INBOX"_s, u"--limit"_s, u"500"_s}, "messages"_L1))
            QVERIFY(message.toObject().value("downloaded"_L1).toBool());
        QCOMPARE(ctl({u"verify"_s, key}).status, 0);
        write(key, [](AccountSettings &a) { a.folders = {}; });
        QCOMPARE(ctl({u"sync"_s, u"--once"_s}).status, 0);
        QVERIFY(folder(key, skipped).value("total"_L1).toInt() > 0);
    }

    void wrong_words_are_wrong_usage()
    {
        QCOMPARE(ctl({u"account"_s, u"stop"_s, u"x"_s}).status, 2);
        QCOMPARE(ctl({u"account"_s, u"pause"_s, u"nobody"_s}).status, 1);
        QCOMPARE(ctl({u"account"_s, u"remove"_s, u"nobody"_s}).status, 1);
    }

    void an_account_with_waiting_changes_goes_only_when_that_is_meant()
    {
        const QString key = keys().last();
        const QStringList others = keys().mid(0, keys().size() - 1);
        const auto before = rows({u"list"_s, others.first() + u":INBOX"_s}, "messages"_L1);
        const auto messages = rows({u"list"_s, key + u":INBOX"_s}, "messages"_L1);
        const QString id = QString::number(messages.first().toObject().value("id"_L1).toInteger());
        QCOMPARE(ctl({u"mark"_s, id, u"--star"_s}).status, 0);
        const auto refused = ctl({u"account"_s, u"remove"_s, key});
        QCOMPARE(refused.status, 1);
        QVERIFY2(refused.error.contains(u"1 changes"_s), qPrintable(refused.error));
        QVERIFY(keys().contains(key));
        const auto removed = ctl({u"account"_s, u"remove"_s, key, u"--yes"_s, u"--json"_s});
        QVERIFY2(removed.status == 0, qPrintable(removed.error));
        QVERIFY(removed.json().value("messages"_L1).toInt() > 0);
        QCOMPARE(keys(), others);
        QCOMPARE(rows({u"folders"_s}, "folders"_L1).isEmpty(), false);
        for (const auto &row : rows({u"folders"_s}, "folders"_L1))
            QVERIFY(row.toObject().value("account"_L1).toString() != key);
        QCOMPARE(rows({u"list"_s, others.first() + u":INBOX"_s}, "messages"_L1), before);
    }

private:
    // A folder with mail and no use of its own.
    QString ownFolder(const QString &key)
    {
        for (const auto &row : rows({u"folders"_s, key}, "folders"_L1)) {
            const QJsonObject f = row.toObject();
            if (f.value("role"_L1).isNull() && f.value("total"_L1).toInt() > 0)
                return f.value("path"_L1).toString();
        }
        return {};
    }
};

QTEST_GUILESS_MAIN(CtlAccountsTest)
#include "ctlaccounts_test.moc"
