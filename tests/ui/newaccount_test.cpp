#include "app/demo/server/privatedovecot.h"
#include "core/account/accountfile.h"
#include "core/sync/enginefactory.h"
#include "tests/setup/internet.h"
#include "ui/accounts/addaccountdialog.h"
#include "ui/reader/bannerstack.h"

#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QSslConfiguration>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

// Adding an account with the real engine, the real search and a real server.
class NewAccountTest : public QObject
{
    Q_OBJECT

    Internet m_net{{u"autoconfig.example.org"_s}};
    QTemporaryDir m_serverDir{u"/tmp/kw-newaccount-XXXXXX"_s};
    std::unique_ptr<PrivateDovecot> m_server;

    QByteArray page() const
    {
        return "<clientConfig version=\"1.1\"><emailProvider id=\"example.org\">"
               "<incomingServer type=\"imap\"><hostname>localhost</hostname><port>"
            + QByteArray::number(m_server->port())
            + "</port><socketType>plain</socketType><username>%EMAILLOCALPART%</username>"
              "<authentication>password-cleartext</authentication></incomingServer>"
              "</emailProvider></clientConfig>";
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_serverDir.setAutoRemove(false); // the server's broom removes it
        QFile::setPermissions(m_serverDir.path(), QFile::Permissions(0x7755));
        DovecotConfig config;
        config.directory = m_serverDir.path();
        config.mailRoot = m_serverDir.filePath(u"mail"_s);
        config.port = freeLoopbackPort();
        config.password = u"secret"_s;
        auto server = PrivateDovecot::start(config);
        QVERIFY2(server, server ? "" : qPrintable(server.error().text));
        m_server = std::move(*server);
        m_net.addWebHost(u"autoconfig.example.org"_s);
        m_net.https().addPage("autoconfig.example.org/mail/config-v1.1.xml", page());
        m_net.change().hosts.insert(u"localhost:%1"_s.arg(m_server->port()),
                                    {u"127.0.0.1"_s, m_server->port()});
    }

    void a_wrong_password_is_mended_and_the_account_works()
    {
        QTemporaryDir dir;
        auto engine = makeEngine(Paths::profile(dir.path()));
        QVERIFY2(engine, engine ? "" : qPrintable(engine.error().text));
        (*engine)->setOnline(true);
        const QPointer<AddAccountDialog> dialog
            = new AddAccountDialog(engine->get(), makeDiscovery(m_net.places()));
        dialog->show();
        QSignalSpy saved(dialog, &AddAccountDialog::accountSaved);
        const auto type = [&dialog](const QString &name, const QString &text) {
            auto *edit = dialog->findChild<QLineEdit *>(name);
            edit->clear();
            QTest::keyClicks(edit, text);
        };
        auto *main = dialog->findChild<QPushButton *>(u"continueAccount"_s);
        type(u"accountOwner"_s, u"Ann Becker"_s);
        type(u"accountAddress"_s, u"ann@example.org"_s);
        type(u"accountPassword"_s, u"wrong"_s);
        main->click();
        // A page alone says "localhost", without a server for sending: the person is shown that first.
        QTRY_VERIFY_WITH_TIMEOUT(main->isEnabled(), 15'000);
        main->click();
        auto *banners = dialog->findChild<BannerStack *>();
        QTRY_VERIFY_WITH_TIMEOUT(banners->find(u"checkFailed"_s), 20'000);
        QVERIFY(saved.isEmpty());
        type(u"accountPassword"_s, u"secret"_s);
        main->click();
        QTRY_COMPARE_WITH_TIMEOUT(saved.size(), 1, 20'000);
        QTRY_COMPARE((*engine)->accounts().size(), 1);
        const AccountSettings account = (*engine)->accounts().first();
        QCOMPARE(account.imap.host, u"localhost"_s);
        QCOMPARE(account.imap.user, u"ann"_s);
        QCOMPARE(account.aliases, QStringList{u"Ann Becker <ann@example.org>"_s});
    }
};

QTEST_MAIN(NewAccountTest)
#include "newaccount_test.moc"
