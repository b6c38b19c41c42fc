#include "core/account/accountfile.h"
#include "core/account/filestore.h"
#include "core/account/oauth/oauthtokens.h"
#include "core/smtp/ksmtp/ksmtplink.h"
#include "core/store/pages.h"
#include "core/sync/enginefactory.h"
#include "core/sync/facade/signins.h"
#include "core/sync/facade/vault.h"
#include "tests/oauth/mailserver.h"

#include <QCoroTask>
#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace kw;
using namespace Qt::StringLiterals;

// An account that signs in through the browser, from the wizard to a revoked permission and back, over the
// real engine, a real Dovecot and a provider on this computer. Each test goes on where the one before ended.
class JourneyTest : public QObject
{
    Q_OBJECT
    OAuthServer m_provider;
    OAuthMailServer m_mail;
    QTemporaryDir m_profile;
    std::unique_ptr<Engine> m_engine;
    QList<QUrl> m_pages;
    bool m_visits = true; // the person does what the browser shows
    MessageId m_message{};

    AccountSettings account(ConnectionSecurity security = ConnectionSecurity::Tls) const
    {
        const bool tls = security == ConnectionSecurity::Tls;
        AccountSettings a;
        a.key = u"work"_s;
        a.name = u"Work"_s;
        a.address = u"ann@example.org"_s;
        a.oauth = u"local"_s;
        a.imap = {u"127.0.0.1"_s, tls ? m_mail.imapsPort() : m_mail.imapPort(), security, u"ann"_s};
        a.smtp
            = {u"127.0.0.1"_s, tls ? m_mail.submissionsPort() : m_mail.submissionPort(), security, u"ann"_s};
        a.pinnedCertificate = m_mail.certificateFile();
        a.smtpPinnedCertificate = m_mail.certificateFile();
        return a;
    }
    AccountStatus status() const
    {
        const auto all = m_engine->statuses();
        return all.isEmpty() ? AccountStatus{} : all.constFirst();
    }
    bool isFresh() const
    {
        return status().liveness == Liveness::Live || status().liveness == Liveness::Polling;
    }
    // Hangs up on every session and connects anew.
    void reconnect()
    {
        m_engine->setOnline(false);
        QTRY_COMPARE(status().liveness, Liveness::Offline);
        m_engine->setOnline(true);
    }
    Error checked(const AccountSettings &settings, const QString &password = {})
    {
        QSignalSpy spy(m_engine.get(), &Engine::accountChecked);
        m_engine->checkAccount(settings, password);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(spy.size(), 1, 20'000); }();
        return spy.isEmpty() ? Error{ErrorKind::Busy, u"no answer"_s, {}}
                             : spy.constFirst().at(1).value<Error>();
    }
    void open(const Paths &paths)
    {
        auto engine = makeEngine(paths);
        QVERIFY2(bool(engine), engine ? "" : qPrintable(engine.error().text));
        m_engine = std::move(*engine);
        connect(m_engine->signIns(), &SignIns::browserWanted, this, [this](int, const QUrl &page) {
            m_pages.append(page);
            if (m_visits)
                QMetaObject::invokeMethod(this, [page] { visit(page); }, Qt::QueuedConnection);
        });
    }
    void signIn()
    {
        QSignalSpy done(m_engine->signIns(), &SignIns::signedIn);
        m_engine->signIns()->begin(account());
        QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 15'000);
    }

private Q_SLOTS:
    void initTestCase()
    {
        const QString problem = m_mail.start(m_provider);
        QVERIFY2(problem.isEmpty(), qPrintable(problem));
        for (const QByteArray &subject : {"One", "Two", "Three"})
            QVERIFY(m_mail.deliver(u"ann"_s, subject, "Text of " + subject));
        const Paths paths = Paths::profile(m_profile.path());
        QVERIFY(paths.create());
        QFile ini(m_profile.filePath(u"oauth.ini"_s));
        QVERIFY(ini.open(QIODevice::WriteOnly) && ini.write(m_provider.ini()) > 0);
        ini.close();
        open(paths);
    }
    void cleanupTestCase() { m_engine.reset(); }

    void the_window_knows_who_can_sign_people_in()
    {
        const auto providers = m_engine->signIns()->providers();
        const auto local = std::ranges::find(providers, u"local"_s, &SignInProvider::name);
        QVERIFY(local != providers.end() && local->isReady);
        const auto google = std::ranges::find(providers, u"google"_s, &SignInProvider::name);
        QVERIFY(google != providers.end() && !google->isReady && google->hint.contains("oauth.ini"_L1));
    }

    void a_provider_that_is_not_ready_fails_with_what_to_do()
    {
        AccountSettings other = account();
        other.oauth = u"google"_s;
        QSignalSpy failed(m_engine->signIns(), &SignIns::failed);
        const int number = m_engine->signIns()->begin(other);
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.constFirst().at(0).toInt(), number);
        QVERIFY(failed.constFirst().at(1).value<Error>().text.contains("[google] clientId="_L1));
    }

    void a_check_of_a_server_that_is_not_there_promises_nothing()
    {
        AccountSettings nowhere = account();
        nowhere.oauth.clear();
        nowhere.imap.port = 1;
        const Error error = checked(nowhere, u"secret"_s);
        QVERIFY2(error.text.contains("127.0.0.1 (port 1) cannot be reached"_L1)
                     || error.text.contains("localhost (port 1) cannot be reached"_L1),
                 qPrintable(error.text));
        QVERIFY2(!error.text.contains("by itself"_L1), qPrintable(error.text));
    }

    void giving_up_is_answered_by_nothing()
    {
        m_visits = false;
        QSignalSpy failed(m_engine->signIns(), &SignIns::failed);
        const qsizetype pages = m_pages.size();
        const int number = m_engine->signIns()->begin(account());
        QTRY_COMPARE(m_pages.size(), pages + 1);
        m_engine->signIns()->cancel(number);
        QTRY_VERIFY(visit(m_pages.constLast()).isEmpty() || !m_provider.exchanges());
        QCOMPARE(failed.size(), 0);
        m_visits = true;
    }

    void before_the_sign_in_the_check_asks_for_it()
    {
        const Error error = checked(account());
        QCOMPARE(error.kind, ErrorKind::Auth);
        QVERIFY2(error.text.contains("Sign in again"_L1), qPrintable(error.text));
    }

    void an_account_that_is_not_saved_signs_in_and_both_servers_take_it_data()
    {
        QTest::addColumn<ConnectionSecurity>("security");
        QTest::newRow("TLS") << ConnectionSecurity::Tls;
        QTest::newRow("STARTTLS") << ConnectionSecurity::StartTls;
    }
    void an_account_that_is_not_saved_signs_in_and_both_servers_take_it()
    {
        QFETCH(ConnectionSecurity, security);
        signIn();
        const Error error = checked(account(security));
        QVERIFY2(error.text.isEmpty(), qPrintable(error.text));
    }

    void the_check_says_which_server_it_is_about()
    {
        AccountSettings broken = account();
        broken.smtp.port = 1;
        const Error sending = checked(broken);
        QVERIFY2(sending.text.contains("sending it does not"_L1), qPrintable(sending.text));
        broken = account();
        broken.oauth.clear();
        const Error right = checked(broken, QLatin1StringView(OAuthMailServer::Password));
        QVERIFY2(right.text.isEmpty(), qPrintable(right.text));
        QCOMPARE(checked(broken, u"wrong"_s).kind, ErrorKind::Auth);
    }

    void a_token_in_clear_text_is_refused_before_anything_is_sent()
    {
        AccountSettings open = account();
        open.imap = {u"127.0.0.1"_s, m_mail.imapPort(), ConnectionSecurity::None, u"ann"_s};
        const int before = m_provider.introspections();
        const Error error = checked(open);
        QCOMPARE(error.kind, ErrorKind::Invalid);
        QCOMPARE(m_provider.introspections(), before);
    }

    void the_saved_account_syncs()
    {
        m_engine->saveAccount(account(), {});
        QTRY_COMPARE(m_engine->accounts().size(), 1);
        m_engine->setOnline(true);
        QTRY_VERIFY2_WITH_TIMEOUT(isFresh(), qPrintable(status().error.text), 20'000);
        const auto db = Database::open(Paths::profile(m_profile.path()).cache, Database::Mode::ReadOnly);
        QVERIFY(bool(db));
        const Pages pages(**db);
        QTRY_COMPARE(pages.messages(ViewId::unified(FolderRole::Inbox), {}, 10).size(), 3);
        m_message = pages.messages(ViewId::unified(FolderRole::Inbox), {}, 10).constFirst().id;
        QSignalSpy opened(m_engine.get(), &Engine::messageOpened);
        m_engine->open(m_message);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 10'000);
        QVERIFY(opened.constFirst().constFirst().value<OpenedMessage>().rawBody.startsWith("Text of"));
    }

    void a_token_refused_early_is_renewed_once_for_all_sessions()
    {
        const int before = m_provider.refreshes();
        m_provider.expireAccess();
        reconnect();
        QTRY_VERIFY2_WITH_TIMEOUT(isFresh(), qPrintable(status().error.text), 20'000);
        QCOMPARE(m_provider.refreshes(), before + 1);
    }

    void a_provider_out_of_reach_is_tried_again_and_mail_stays_readable()
    {
        m_provider.expireAccess();
        m_provider.setManner(OAuthServer::Manner::Busy);
        reconnect();
        QTRY_VERIFY_WITH_TIMEOUT(!status().error.text.isEmpty(), 20'000);
        m_provider.setManner(OAuthServer::Manner::Good);
        QVERIFY2(status().error.isRetryable(), qPrintable(status().error.text));
        QCOMPARE(status().liveness, Liveness::Stale);
        m_engine->refresh();
        QTRY_VERIFY2_WITH_TIMEOUT(isFresh(), qPrintable(status().error.text), 20'000);
    }

    void a_revoked_permission_needs_the_person_once_and_mail_stays_readable()
    {
        m_provider.revokeAll();
        reconnect();
        QTRY_COMPARE_WITH_TIMEOUT(status().liveness, Liveness::NeedsYou, 20'000);
        QCOMPARE(status().error.kind, ErrorKind::Auth);
        QVERIFY2(status().error.text.contains("Sign in again"_L1), qPrintable(status().error.text));
        const int asked = m_provider.refreshes();
        QSignalSpy opened(m_engine.get(), &Engine::messageOpened);
        m_engine->open(m_message);
        QTRY_COMPARE_WITH_TIMEOUT(opened.size(), 1, 5'000);
        QVERIFY(!opened.constFirst().constFirst().value<OpenedMessage>().rawBody.isEmpty());
        QCOMPARE(status().liveness, Liveness::NeedsYou);
        QCOMPARE(m_provider.refreshes(), asked);
    }

    void signing_in_again_is_enough()
    {
        QVERIFY(m_mail.deliver(u"ann"_s, "Four", "Text of Four"));
        signIn();
        QTRY_VERIFY2_WITH_TIMEOUT(isFresh(), qPrintable(status().error.text), 20'000);
        const auto db = Database::open(Paths::profile(m_profile.path()).cache, Database::Mode::ReadOnly);
        QTRY_COMPARE_WITH_TIMEOUT(Pages(**db).messages(ViewId::unified(FolderRole::Inbox), {}, 10).size(), 4,
                                  10'000);
    }

    void somebody_elses_sign_in_is_refused_by_the_server()
    {
        m_provider.setUser(u"bob"_s);
        QSignalSpy done(m_engine->signIns(), &SignIns::signedIn);
        AccountSettings other = account();
        other.key = u"other"_s;
        other.imap.user = other.smtp.user = u"carol"_s;
        m_engine->signIns()->begin(other);
        QTRY_COMPARE_WITH_TIMEOUT(done.size(), 1, 15'000);
        const Error error = checked(other);
        QCOMPARE(error.kind, ErrorKind::Auth);
        m_engine->signIns()->forget(other);
        m_provider.setUser(u"ann"_s);
    }

    // The old refresh token is good for nothing then: without the new one the person would have to sign in
    // again.
    void what_the_provider_gives_while_the_program_ends_is_kept()
    {
        m_engine.reset();
        const QTemporaryDir profile;
        const Paths paths = Paths::profile(profile.path());
        QVERIFY(paths.create() && saveSecretPlace(paths.config, SecretPlace::File));
        QVERIFY(QFile::copy(m_profile.filePath(u"oauth.ini"_s), profile.filePath(u"oauth.ini"_s)));
        QVERIFY(QCoro::waitFor(FileStore(paths.config).create(u"passphrase"_s, {})));
        open(paths);
        QSignalSpy unlocked(m_engine->vault(), &Vault::answered);
        m_engine->vault()->unlock(u"passphrase"_s);
        QTRY_COMPARE_WITH_TIMEOUT(unlocked.size(), 1, 10'000);
        m_provider.setUser(u"ann"_s);
        signIn();
        m_engine->saveAccount(account(), {});
        m_engine->setOnline(true);
        QTRY_VERIFY2_WITH_TIMEOUT(isFresh(), qPrintable(status().error.text), 20'000);

        m_provider.setManner(OAuthServer::Manner::Slow);
        m_provider.expireAccess();
        const int before = m_provider.refreshes();
        reconnect();
        QTRY_COMPARE_WITH_TIMEOUT(m_provider.refreshes(), before + 1, 10'000);
        bool turned = false;
        QTimer::singleShot(0, this, [&turned] { turned = true; });
        m_engine.reset();
        QVERIFY2(turned, "a keyring is spoken to on this thread");
        FileStore kept(paths.config);
        QVERIFY(QCoro::waitFor(kept.unlock(u"passphrase"_s)));
        const auto token = QCoro::waitFor(kept.read(keyringEntry(refreshTokenEntry(account()))));
        QVERIFY2(token && m_provider.takes(*token), "what the provider gave last is lost");
    }

    void no_secret_is_in_any_file_of_the_profile()
    {
        const auto secrets = m_provider.given();
        QVERIFY(secrets.size() > 6);
        int files = 0;
        QDirIterator it(m_profile.path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (it.hasNext()) {
            QFile file(it.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray content = file.readAll();
            QVERIFY2(!content.contains("-canary-"), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files > 3);
    }
};

QTEST_GUILESS_MAIN(JourneyTest)
#include "journey_test.moc"
