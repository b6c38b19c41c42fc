#include "core/account/accountfile.h"
#include "core/account/accountrules.h"
#include "core/account/filestore.h"
#include "core/account/oauth/oauthtokens.h"
#include "core/account/secrets.h"
#include "core/sync/enginefactory.h"
#include "core/sync/facade/certificates.h"
#include "core/sync/facade/signins.h"
#include "core/sync/facade/vault.h"
#include "core/tls/tlstarget.h"
#include "tests/imap/silence.h"
#include "tests/imap/testserver.h"
#include "tests/support/scriptedserver.h"
#include "tests/support/testcertificates.h"

#include <QCoroTask>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace kw;

namespace {

const QString Passphrase = u"open sesame please"_s;

} // namespace

// The whole engine, on a real server: accounts wait calmly for what only the person has, and go on by
// themselves once they have it.
class VaultEngineTest : public QObject
{
    Q_OBJECT
    std::unique_ptr<TestServer> m_server;
    TestCertificates m_files;
    TestIdentity m_self;
    TestIdentity m_other;
    std::unique_ptr<QTemporaryDir> m_dir;

    Paths paths() const { return Paths::profile(m_dir->path()); }
    AccountSettings account(const QString &key) const
    {
        AccountSettings a;
        a.key = key;
        a.address = key + u"@example.org"_s;
        a.imap = {u"127.0.0.1"_s, m_server->port(), ConnectionSecurity::None, m_server->user};
        return withDefaults(a);
    }
    void write(const QList<AccountSettings> &accounts, SecretPlace place) const
    {
        QVERIFY(paths().create());
        QVERIFY(AccountFile::save(paths().accountsIni(), accounts));
        QVERIFY(saveSecretPlace(paths().config, place));
    }
    std::unique_ptr<Engine> online() const
    {
        auto engine = makeEngine(paths());
        if (!engine)
            qFatal("%ls", qUtf16Printable(engine.error().text));
        (*engine)->setOnline(true);
        return *std::move(engine);
    }
    // Without sessions, unlocked, with these entries in the file.
    std::unique_ptr<Engine> unlocked(const SecretsFile::Entries &entries) const
    {
        if (!QCoro::waitFor(FileStore(m_dir->path()).create(Passphrase, entries)))
            qFatal("no file for secrets");
        auto engine = makeEngine(paths());
        if (!engine)
            qFatal("%ls", qUtf16Printable(engine.error().text));
        QSignalSpy answers((*engine)->vault(), &Vault::answered);
        (*engine)->vault()->unlock(Passphrase);
        [&answers] { QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 1, 10'000); }();
        return *std::move(engine);
    }
    static AccountStatus status(Engine &engine, const QString &key)
    {
        for (const AccountStatus &status : engine.statuses()) {
            if (status.key == key)
                return status;
        }
        return {};
    }
    static bool works(Engine &engine, const QString &key)
    {
        const Liveness now = status(engine, key).liveness;
        return now == Liveness::Live || now == Liveness::Polling || now == Liveness::Syncing;
    }
    static bool waits(Engine &engine, const QString &key, const char *code)
    {
        const AccountStatus now = status(engine, key);
        return now.liveness == Liveness::NeedsYou && now.error.code == QLatin1StringView(code);
    }

private Q_SLOTS:
    void initTestCase()
    {
        silenceKimap();
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent/bus"); // nobody's keyring
        auto server = startServer(u"dovecot"_s, {});
        QVERIFY2(server, server ? "" : qPrintable(server.error().text));
        m_server = *std::move(server);
        m_self = m_files.make(u"self"_s, u"127.0.0.1"_s);
        m_other = m_files.make(u"other"_s, u"127.0.0.1"_s);
        QVERIFY(!m_self.isEmpty() && !m_other.isEmpty());
    }
    void init() { m_dir = std::make_unique<QTemporaryDir>(); }

    void accounts_wait_for_the_passphrase_and_then_go_on_by_themselves()
    {
        const AccountSettings a = account(u"a"_s);
        AccountSettings b = account(u"b"_s);
        b.passwordCommand = u"echo "_s + m_server->password;
        write({a, b}, SecretPlace::File);
        QVERIFY(QCoro::waitFor(
            FileStore(m_dir->path()).create(Passphrase, {{keyringEntry(a), m_server->password}})));
        const auto engine = online();
        QCOMPARE(engine->vault()->state().door, VaultState::Door::Locked);
        QTRY_VERIFY_WITH_TIMEOUT(waits(*engine, u"a"_s, SecretCode::Locked), 10'000);
        QTRY_VERIFY_WITH_TIMEOUT(works(*engine, u"b"_s), 10'000); // which needs no passphrase

        QSignalSpy answers(engine->vault(), &Vault::answered);
        engine->vault()->unlock(u"not this one"_s);
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 1, 10'000);
        QCOMPARE(answers.at(0).at(0).value<Error>().code, QLatin1StringView(SecretCode::WrongPassphrase));
        QCOMPARE(engine->vault()->state().door, VaultState::Door::Locked);
        engine->vault()->unlock(Passphrase);
        QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 2, 10'000);
        QCOMPARE(answers.at(1).at(0).value<Error>().text, QString());
        QTRY_COMPARE(engine->vault()->state().door, VaultState::Door::Open);
        QTRY_VERIFY_WITH_TIMEOUT(works(*engine, u"a"_s), 10'000);
    }

    void a_password_that_is_asked_for_at_each_start_is_nowhere_afterwards()
    {
        write({account(u"a"_s)}, SecretPlace::Ask);
        {
            const auto engine = online();
            QTRY_VERIFY_WITH_TIMEOUT(waits(*engine, u"a"_s, SecretCode::Ask), 10'000);
            engine->vault()->provide(u"a"_s, m_server->password);
            QTRY_VERIFY_WITH_TIMEOUT(works(*engine, u"a"_s), 10'000);
        }
        const auto engine = online();
        QTRY_VERIFY_WITH_TIMEOUT(waits(*engine, u"a"_s, SecretCode::Ask), 10'000);
    }

    void a_wrong_password_is_corrected_without_another_dialog()
    {
        write({account(u"a"_s)}, SecretPlace::Ask);
        const auto engine = online();
        QTRY_VERIFY_WITH_TIMEOUT(waits(*engine, u"a"_s, SecretCode::Ask), 10'000);
        engine->vault()->provide(u"a"_s, u"wrong"_s);
        QTRY_VERIFY_WITH_TIMEOUT(status(*engine, u"a"_s).error.kind == ErrorKind::Auth
                                     && !awaitsSecret(status(*engine, u"a"_s).error.code),
                                 15'000);
        engine->vault()->provide(u"a"_s, m_server->password);
        QTRY_VERIFY_WITH_TIMEOUT(works(*engine, u"a"_s), 15'000);
    }

    void of_two_accounts_with_one_login_the_last_takes_the_password_with_it()
    {
        const AccountSettings a = account(u"a"_s);
        write({a, account(u"b"_s)}, SecretPlace::File);
        const auto engine = unlocked({{keyringEntry(a), u"secret"_s}, {u"x@y"_s, u"somebody's"_s}});
        FileStore file(m_dir->path());
        QVERIFY(QCoro::waitFor(file.unlock(Passphrase)));
        engine->removeAccount(u"a"_s);
        QTRY_COMPARE(engine->accounts().size(), 1);
        QTest::qWait(100); // what must not happen comes after that
        QVERIFY(file.entries()->contains(keyringEntry(a)));
        engine->removeAccount(u"b"_s);
        QTRY_COMPARE(file.entries()->keys(), QStringList{u"x@y"_s});
    }

    void the_password_of_another_login_does_not_stay_data()
    {
        QTest::addColumn<AccountSettings>("now");
        AccountSettings now = account(u"a"_s);
        now.imap.user = u"other"_s;
        QTest::newRow("another user") << now;
        now = account(u"a"_s);
        now.imap.host = u"localhost"_s;
        QTest::newRow("another server") << now;
        now = account(u"a"_s);
        now.passwordCommand = u"echo secret"_s;
        QTest::newRow("a command prints it") << now;
        now = account(u"a"_s);
        now.imap.security = ConnectionSecurity::Tls;
        now.oauth = u"google"_s;
        QTest::newRow("through the browser") << now;
    }
    void the_password_of_another_login_does_not_stay()
    {
        QFETCH(AccountSettings, now);
        const AccountSettings a = account(u"a"_s);
        AccountSettings b = account(u"b"_s);
        write({a, b}, SecretPlace::File);
        const auto engine = unlocked({{keyringEntry(a), u"secret"_s}});
        FileStore file(m_dir->path());
        QVERIFY(QCoro::waitFor(file.unlock(Passphrase)));
        engine->saveAccount(now, {});
        QTRY_VERIFY(engine->accounts().constFirst().imap == now.imap);
        QTest::qWait(100);
        QVERIFY2(file.entries()->contains(keyringEntry(b)), "the other account's");
        b.imap.user = u"third"_s;
        engine->saveAccount(b, u"new"_s);
        QTRY_COMPARE(file.entries()->keys(), QStringList{keyringEntry(b)});
    }

    void a_sign_in_through_the_browser_does_not_outlive_its_account()
    {
        AccountSettings a = account(u"a"_s);
        a.oauth = u"google"_s;
        a.imap.security = ConnectionSecurity::Tls;
        AccountSettings b = a;
        b.key = u"b"_s;
        write({a, b}, SecretPlace::File);
        const QString entry = keyringEntry(refreshTokenEntry(a));
        const auto engine = unlocked({{entry, u"token"_s}});
        FileStore file(m_dir->path());
        QVERIFY(QCoro::waitFor(file.unlock(Passphrase)));
        engine->removeAccount(u"b"_s);
        QTRY_COMPARE(engine->accounts().size(), 1);
        engine->signIns()->forget(b); // a dialog that was given up
        QTest::qWait(100);
        QVERIFY(file.entries()->contains(entry));
        a.oauth.clear();
        engine->saveAccount(a, u"secret"_s);
        QTRY_COMPARE(file.entries()->keys(), QStringList{keyringEntry(a)});
    }

    void without_a_keyring_the_person_chooses_and_what_was_typed_is_kept_there()
    {
        QVERIFY(paths().create());
        {
            const auto engine = online();
            QTRY_COMPARE_WITH_TIMEOUT(engine->vault()->state().door, VaultState::Door::NoKeyring, 30'000);
            engine->saveAccount(account(u"a"_s), m_server->password);
            QTRY_VERIFY_WITH_TIMEOUT(works(*engine, u"a"_s), 30'000); // it works meanwhile
            QSignalSpy answers(engine->vault(), &Vault::answered);
            engine->vault()->choose(SecretPlace::File, Passphrase);
            QTRY_COMPARE_WITH_TIMEOUT(answers.size(), 1, 10'000);
            QCOMPARE(answers.at(0).at(0).value<Error>().text, QString());
            QCOMPARE(engine->vault()->state().place, SecretPlace::File);
            QCOMPARE(engine->vault()->state().door, VaultState::Door::Open);
        }
        const auto engine = online();
        QTRY_VERIFY_WITH_TIMEOUT(waits(*engine, u"a"_s, SecretCode::Locked), 10'000);
        engine->vault()->unlock(Passphrase);
        QTRY_VERIFY_WITH_TIMEOUT(works(*engine, u"a"_s), 10'000);
    }

    void a_stranger_is_looked_at_trusted_and_missed_when_it_changes()
    {
        Script script = ScriptedServer::wellBehaved();
        script.certificate = m_self.certificate;
        script.key = m_self.key;
        auto server = std::make_unique<ScriptedServer>(script);
        AccountSettings a = account(u"a"_s);
        a.imap = {u"127.0.0.1"_s, server->port(), ConnectionSecurity::Tls, u"ann"_s};
        a.passwordCommand = u"echo secret"_s;
        write({a}, SecretPlace::Ask);
        const auto engine = online();
        QTRY_VERIFY_WITH_TIMEOUT(waits(*engine, u"a"_s, TlsCode::Untrusted), 10'000);

        QSignalSpy looks(engine->vault()->certificates(), &Certificates::looked);
        engine->vault()->certificates()->look(a, ServerRole::Receiving);
        QTRY_COMPARE_WITH_TIMEOUT(looks.size(), 1, 10'000);
        const auto shown = looks.at(0).at(2).value<ShownCertificate>();
        QCOMPARE(shown.verdict, ShownCertificate::Verdict::Untrusted);
        QVERIFY(!server->received().contains("secret"));
        a.pinnedCertificate = QString::fromLatin1(shown.pem);
        engine->saveAccount(a, {});
        QTRY_VERIFY_WITH_TIMEOUT(works(*engine, u"a"_s), 10'000);

        a.imap.port = 1; // another server: the pin does not go with it
        engine->saveAccount(a, {});
        QTRY_VERIFY(!engine->accounts().isEmpty() && engine->accounts().constFirst().imap.port == 1);
        QCOMPARE(engine->accounts().constFirst().pinnedCertificate, QString());

        script.certificate = m_other.certificate;
        script.key = m_other.key;
        const ScriptedServer changed(script);
        a.imap.port = changed.port();
        a.pinnedCertificate = QString::fromLatin1(m_self.certificate);
        engine->saveAccount(a, {});
        QTRY_VERIFY_WITH_TIMEOUT(waits(*engine, u"a"_s, TlsCode::Changed), 10'000);
        QVERIFY(!changed.received().contains("secret"));
    }

    void an_unencrypted_server_has_no_certificate_to_look_at()
    {
        write({account(u"a"_s)}, SecretPlace::Ask);
        const auto engine = online();
        QSignalSpy looks(engine->vault()->certificates(), &Certificates::looked);
        engine->vault()->certificates()->look(account(u"a"_s), ServerRole::Receiving);
        QTRY_COMPARE(looks.size(), 1);
        QCOMPARE(looks.at(0).at(3).value<Error>().kind, ErrorKind::Invalid);
    }
};

QTEST_GUILESS_MAIN(VaultEngineTest)
#include "engine_test.moc"
