#include "core/account/oauth/oauthprovider.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

// Who signs people in, and what oauth.ini has to say about it.
class ProvidersTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;

    OAuthProviders load(const QByteArray &ini) const
    {
        QFile file(m_dir.filePath(u"oauth.ini"_s));
        [&] { QVERIFY(file.open(QIODevice::WriteOnly) && file.write(ini) == ini.size()); }();
        file.close();
        return OAuthProviders::load(m_dir.path());
    }

private Q_SLOTS:
    void those_built_in_have_addresses_and_no_client_of_anybodys()
    {
        const auto providers = OAuthProviders::load(m_dir.filePath(u"nothing"_s));
        QVERIFY(providers.errors.isEmpty());
        QStringList names;
        for (const OAuthProvider &p : providers.all) {
            names.append(p.name);
            QCOMPARE(p.authorizeUrl.scheme(), u"https"_s);
            QCOMPARE(p.tokenUrl.scheme(), u"https"_s);
            QVERIFY(!p.scopes.isEmpty() && !p.title.isEmpty());
            QVERIFY(p.clientId.isEmpty() && p.clientSecret.isEmpty());
        }
        for (const auto *name : {"google", "microsoft", "yahoo", "fastmail"})
            QVERIFY2(names.contains(QLatin1StringView(name)), name);
    }

    void without_a_client_id_a_sentence_says_what_to_put_where()
    {
        const auto ready = load({}).ready(u"google"_s);
        QVERIFY(!ready);
        QCOMPARE(ready.error().kind, ErrorKind::Invalid);
        QVERIFY(ready.error().text.contains(m_dir.filePath(u"oauth.ini"_s)));
        QVERIFY(ready.error().text.contains("[google] clientId="_L1));
        QVERIFY(ready.error().text.contains("https://console.cloud.google.com"_L1));
    }

    void a_client_id_makes_a_provider_ready_and_leaves_the_rest()
    {
        const auto ready = load("[google]\nclientId=abc.apps\nclientSecret=s\n").ready(u"google"_s);
        QVERIFY(bool(ready));
        QCOMPARE(ready->clientId, u"abc.apps"_s);
        QCOMPARE(ready->clientSecret, u"s"_s);
        QCOMPARE(ready->tokenUrl, QUrl(u"https://oauth2.googleapis.com/token"_s));
    }

    void only_the_names_of_ones_own_are_private()
    {
        load("[google]\nclientId=abc\n[microsoft]\ntitle=Umbrella Works\n"
             "[home]\nauthorizeUrl=https://id.example.org/a\ntokenUrl=https://id.example.org/t\n");
        QCOMPARE(OAuthProviders::ownTitles(m_dir.path()), (QStringList{u"Umbrella Works"_s, u"home"_s}));
    }

    void others_can_be_described()
    {
        const auto ready = load("[work]\ntitle=Work\nauthorizeUrl=https://id.example.org/a\n"
                                "tokenUrl=https://id.example.org/t\nscopes=imap smtp\nclientId=k\n"
                                "redirectHost=localhost\nredirectPort=8123\n")
                               .ready(u"work"_s);
        QVERIFY(bool(ready));
        QCOMPARE(ready->scopes, (QStringList{u"imap"_s, u"smtp"_s}));
        QCOMPARE(ready->redirectHost, u"localhost"_s);
        QCOMPARE(ready->redirectPort, 8123);
    }

    void a_mistake_is_named_with_its_line_and_costs_only_that_provider_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::newRow("clear text") << QByteArray("tokenUrl=http://id.example.org/t");
        QTest::newRow("no address") << QByteArray("tokenUrl=::");
        QTest::newRow("with a name in it") << QByteArray("tokenUrl=https://me@id.example.org/");
        QTest::newRow("unknown key") << QByteArray("tokenURL=https://id.example.org/t");
        QTest::newRow("redirect elsewhere") << QByteArray("redirectHost=example.org");
        QTest::newRow("port") << QByteArray("redirectPort=70000");
        QTest::newRow("no key") << QByteArray("what is this");
    }
    void a_mistake_is_named_with_its_line_and_costs_only_that_provider()
    {
        QFETCH(QByteArray, line);
        const auto providers = load("[google]\nclientId=g\n[work]\nauthorizeUrl=https://id.example.org/a\n"
                                    + line + "\nclientId=k\n");
        QVERIFY(!providers.errors.isEmpty());
        QVERIFY2(providers.errors.constFirst().text.contains(u"5"),
                 qPrintable(providers.errors.constFirst().text));
        QVERIFY(!providers.ready(u"work"_s));
        QVERIFY(bool(providers.ready(u"google"_s)));
    }

    void a_provider_of_this_computer_needs_no_encryption()
    {
        QVERIFY(bool(
            load("[local]\nauthorizeUrl=http://127.0.0.1:8/a\ntokenUrl=http://localhost:8/t\nclientId=k\n")
                .ready(u"local"_s)));
    }

    void an_unknown_name_is_told()
    {
        const auto ready = load({}).ready(u"nobody"_s);
        QVERIFY(!ready);
        QVERIFY(ready.error().text.contains("nobody"_L1));
    }

    void a_token_goes_only_to_mail_servers_of_its_provider()
    {
        const OAuthProviders providers
            = load("[google]\nclientId=abc\n[work]\nauthorizeUrl=https://id.example.org/a\n"
                   "tokenUrl=https://id.example.org/t\nclientId=k\nmailDomains=example.org\n");
        AccountSettings account;
        account.oauth = u"google"_s;
        account.imap.host = u"imap.gmail.com"_s;
        account.smtp.host = u"smtp.gmail.com"_s;
        QVERIFY(providers.readyFor(account));
        account.smtp.host = u"smtp.gmail.com.evil.example"_s;
        const auto refused = providers.readyFor(account);
        QVERIFY(!refused);
        QVERIFY(refused.error().text.contains("smtp.gmail.com.evil.example"_L1));
        account.smtp.host.clear();
        account.imap.host = u"notgmail.com"_s;
        QVERIFY(!providers.readyFor(account));
        account.imap.host = u"127.0.0.1"_s;
        QVERIFY(providers.readyFor(account));
        account.oauth = u"work"_s;
        account.imap.host = u"Mail.Example.ORG"_s;
        QVERIFY(providers.readyFor(account));
        account.imap.host = u"mail.example.com"_s;
        QVERIFY(!providers.readyFor(account));
    }
};

QTEST_GUILESS_MAIN(ProvidersTest)
#include "providers_test.moc"
