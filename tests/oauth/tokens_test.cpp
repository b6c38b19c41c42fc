#include "core/account/oauth/oauthflow.h"
#include "core/account/oauth/oauthtokens.h"
#include "core/account/secretstore.h"
#include "tests/support/oauthserver.h"

#include <QCoroTask>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace kw;
using namespace Qt::StringLiterals;

namespace {

const QString Entry = u"oauth:local:ann@imap.example.org"_s;

// Passwords in memory.
class FakeSecrets final : public Secrets
{
public:
    Task<Result<QString>> password(AccountSettings account) override
    {
        ++asked;
        if (!account.passwordCommand.isEmpty())
            co_return u"printed-by-"_s + account.passwordCommand;
        if (failure.kind != ErrorKind::Cancelled)
            co_return failure;
        const QString entry = keyringEntry(account);
        const QString found = kept.value(entry);
        if (const auto gate = slow) // what it had when it was asked
            co_await *gate;
        if (found.isEmpty())
            co_return Error{ErrorKind::Auth, u"No password is kept."_s,
                            QLatin1StringView(SecretCode::Missing)};
        co_return found;
    }
    Task<Result<void>> store(AccountSettings account, QString password) override
    {
        if (failure.kind != ErrorKind::Cancelled)
            co_return failure;
        ++storing;
        if (const auto gate = slowToStore)
            co_await *gate;
        kept.insert(keyringEntry(account), password);
        co_return Result<void>{};
    }
    Task<Result<void>> forget(AccountSettings account) override
    {
        kept.remove(keyringEntry(account));
        co_return Result<void>{};
    }

    QHash<QString, QString> kept;
    Error failure{ErrorKind::Cancelled, {}, {}}; // none
    std::optional<Deferred<bool>> slow; // an answer is given when this is
    std::optional<Deferred<bool>> slowToStore; // likewise
    int asked = 0;
    int storing = 0;
};

class SetClock final : public Clock
{
public:
    qint64 wallMs() const override { return now; }
    qint64 monotonicMs() const override { return now; }
    TimerId callAfter(Millis, std::function<void()> callback) override
    {
        timers.insert(++last, std::move(callback));
        return last;
    }
    void cancel(TimerId timer) override { timers.remove(timer); }
    void runOut()
    {
        const auto due = std::exchange(timers, {});
        for (const auto &callback : due)
            callback();
    }
    QMap<TimerId, std::function<void()>> timers;
    TimerId last = 0;
    qint64 now = 1'800'000'000'000;
};

} // namespace

// Access tokens: kept, renewed once for all who ask, given up when the provider says so.
class TokensTest : public QObject
{
    Q_OBJECT
    QTemporaryDir m_dir;
    std::unique_ptr<OAuthServer> m_server;
    FakeSecrets m_secrets;
    SetClock m_clock;
    std::unique_ptr<OAuthTokens> m_tokens;

    static AccountSettings account()
    {
        AccountSettings a;
        a.key = u"work"_s;
        a.address = u"ann@example.org"_s;
        a.oauth = u"local"_s;
        a.imap = {u"imap.example.org"_s, 993, ConnectionSecurity::Tls, u"ann"_s};
        return a;
    }
    template <class T> static T wait(Task<T> task) { return QCoro::waitFor(std::move(task)); }
    // As in the browser.
    void signIn()
    {
        const auto provider = OAuthProviders::load(m_dir.path()).ready(u"local"_s);
        QVERIFY(bool(provider));
        const auto flow = std::make_shared<OAuthFlow>(*provider, QString());
        QUrl page;
        connect(flow.get(), &OAuthFlow::browserWanted, this, [&page](const QUrl &url) { page = url; });
        auto task = flow->run();
        visit(page);
        const auto answer = wait(std::move(task));
        QVERIFY(bool(answer));
        QVERIFY(bool(wait(m_tokens->keep(account(), *answer))));
    }
    QString token()
    {
        const auto token = wait(m_tokens->token(account()));
        return token ? *token : u"error: "_s + token.error().text;
    }
    void restart() { m_tokens = std::make_unique<OAuthTokens>(m_secrets, m_clock, m_dir.path()); }

private Q_SLOTS:
    void init()
    {
        m_server = std::make_unique<OAuthServer>();
        m_secrets.kept.clear();
        m_secrets.failure = {ErrorKind::Cancelled, {}, {}};
        m_secrets.slow.reset();
        m_secrets.slowToStore.reset();
        m_secrets.asked = m_secrets.storing = 0;
        m_clock.timers.clear();
        QFile ini(m_dir.filePath(u"oauth.ini"_s));
        QVERIFY(ini.open(QIODevice::WriteOnly) && ini.write(m_server->ini()) > 0);
        ini.close();
        restart();
    }
    void cleanup() { m_tokens.reset(); }

    void nobody_signed_in_yet_is_an_auth_error_that_says_so()
    {
        const auto token = wait(m_tokens->token(account()));
        QVERIFY(!token);
        QCOMPARE(token.error().kind, ErrorKind::Auth);
        QCOMPARE(token.error().code, QLatin1StringView(SignInAgainCode));
        QCOMPARE(m_server->refreshes(), 0);
    }

    void a_token_is_used_until_a_minute_before_its_end()
    {
        signIn();
        const QString first = token();
        QVERIFY(first.startsWith("access-canary"_L1));
        m_clock.now += 3'539'000;
        QCOMPARE(token(), first);
        QCOMPARE(m_server->refreshes(), 0);
        m_clock.now += 1'000;
        const QString second = token();
        QVERIFY(second.startsWith("access-canary"_L1) && second != first);
        QCOMPARE(m_server->refreshes(), 1);
    }

    void a_token_that_lasts_only_seconds_is_used_for_half_of_them()
    {
        m_server->setLifetime(30);
        signIn();
        const QString first = token();
        m_clock.now += 14'000;
        QCOMPARE(token(), first);
        m_clock.now += 2'000;
        QVERIFY(token() != first);
    }

    void all_who_ask_share_one_exchange()
    {
        signIn();
        m_clock.now += 4'000'000;
        QList<QString> got;
        for (int i = 0; i < 5; ++i)
            m_tokens->token(account()).then(
                [&got](const Result<QString> &one) { got.append(one ? *one : QString()); });
        QTRY_COMPARE_WITH_TIMEOUT(got.size(), 5, 10'000);
        QCOMPARE(QSet<QString>(got.cbegin(), got.cend()).size(), 1);
        QVERIFY(!got.constFirst().isEmpty());
        QCOMPARE(m_server->refreshes(), 1);
    }

    void a_new_refresh_token_replaces_the_old_one_in_the_keyring()
    {
        signIn();
        const QString before = m_secrets.kept.value(Entry);
        QVERIFY(before.startsWith("refresh-canary"_L1));
        m_clock.now += 4'000'000;
        QVERIFY(token().startsWith("access-canary"_L1));
        QTRY_VERIFY(m_secrets.kept.value(Entry) != before);
        m_clock.now += 4'000'000;
        restart(); // from the keyring alone
        QVERIFY(token().startsWith("access-canary"_L1));
        QCOMPARE(m_server->refreshes(), 2);
        QCOMPARE(m_secrets.kept.size(), 1);
    }

    // With the access token in use and the program gone, the old refresh token would be all that is kept.
    void a_new_refresh_token_is_kept_before_its_access_token_is_used()
    {
        signIn();
        const QString before = m_secrets.kept.value(Entry);
        m_clock.now += 4'000'000;
        const Deferred<bool> slow;
        m_secrets.slowToStore = slow;
        QList<Result<QString>> got;
        const auto take = [&got](const Result<QString> &one) { got.append(one); };
        m_tokens->token(account()).then(take);
        QTRY_COMPARE_WITH_TIMEOUT(m_secrets.storing, 2, 10'000);
        m_tokens->token(account()).then(take); // who comes now waits too
        QVERIFY(got.isEmpty());
        slow.resolve(true);
        QVERIFY(m_secrets.kept.value(Entry) != before);
        QTRY_COMPARE(got.size(), 2);
        QVERIFY(got.at(0) && got.at(1) && *got.at(0) == *got.at(1));
        QCOMPARE(m_server->refreshes(), 1);
    }

    void the_end_waits_until_a_new_refresh_token_is_kept()
    {
        signIn();
        const QString before = m_secrets.kept.value(Entry);
        m_clock.now += 4'000'000;
        const Deferred<bool> slow;
        m_secrets.slowToStore = slow;
        std::optional<Result<QString>> ended;
        m_tokens->token(account()).then([&ended](const Result<QString> &one) { ended = one; });
        m_tokens->cancel(); // while the provider is asked
        QVERIFY(ended && !*ended);
        bool hasEnded = false;
        m_tokens->shutDown().then([&hasEnded] { hasEnded = true; });
        QTRY_COMPARE_WITH_TIMEOUT(m_secrets.storing, 2, 10'000);
        QVERIFY(!hasEnded);
        slow.resolve(true);
        QTRY_VERIFY(hasEnded);
        QVERIFY(m_secrets.kept.value(Entry) != before);
        QVERIFY(m_clock.timers.isEmpty());
    }

    void the_end_waits_for_nothing_where_nothing_is_renewed()
    {
        signIn();
        bool hasEnded = false;
        m_tokens->shutDown().then([&hasEnded] { hasEnded = true; });
        QVERIFY(hasEnded);
    }

    void the_end_does_not_wait_for_ever()
    {
        signIn();
        m_clock.now += 4'000'000;
        m_server->setManner(OAuthServer::Manner::Silent);
        m_tokens->token(account()).then([](const Result<QString> &) { });
        QTRY_COMPARE(m_server->refreshes(), 1);
        m_tokens->cancel();
        bool hasEnded = false;
        m_tokens->shutDown().then([&hasEnded] { hasEnded = true; });
        QVERIFY(!hasEnded);
        m_clock.runOut();
        QVERIFY(hasEnded);
    }

    void a_refused_token_is_renewed_once_and_then_the_person_is_asked()
    {
        signIn();
        const QString first = token();
        const auto second = wait(m_tokens->afterRefusal(account(), first));
        QVERIFY(bool(second) && *second != first);
        // Another session was refused with the old one: no second exchange.
        const auto same = wait(m_tokens->afterRefusal(account(), first));
        QCOMPARE(*same, *second);
        QCOMPARE(m_server->refreshes(), 1);
        const auto third = wait(m_tokens->afterRefusal(account(), *second));
        QVERIFY(!third);
        QCOMPARE(third.error().kind, ErrorKind::Auth);
        QCOMPARE(m_server->refreshes(), 1);
        // Much later it may be a token that was revoked early again.
        m_clock.now += 400'000;
        QVERIFY(bool(wait(m_tokens->afterRefusal(account(), *second))));
    }

    void a_token_that_worked_may_run_out_early_again_and_again()
    {
        signIn();
        QString current = token();
        for (int i = 0; i < 3; ++i) {
            m_tokens->worked(account(), current);
            const auto next = wait(m_tokens->afterRefusal(account(), current));
            QVERIFY(bool(next) && *next != current);
            current = *next;
        }
        QCOMPARE(m_server->refreshes(), 3);
    }

    void what_is_locked_is_not_signed_in_anew()
    {
        m_secrets.failure = {ErrorKind::Auth, u"Enter your passphrase."_s, u"secrets-locked"_s};
        QCOMPARE(wait(m_tokens->token(account())).error().code, u"secrets-locked"_s);
        m_secrets.failure = {ErrorKind::Unsupported, u"There is no keyring."_s, u"secrets-no-keyring"_s};
        QCOMPARE(wait(m_tokens->token(account())).error().code, QLatin1StringView(SignInAgainCode));
    }

    void a_keyring_that_lets_nobody_in_is_no_word_of_the_provider()
    {
        const QString sentence = u"The keyring is locked."_s;
        m_secrets.failure = {ErrorKind::Auth, sentence, {}};
        QCOMPARE(wait(m_tokens->token(account())).error().text, sentence);
        m_secrets.failure
            = {ErrorKind::Unsupported, u"A newer file."_s, QLatin1StringView(SecretCode::Damaged)};
        QCOMPARE(wait(m_tokens->token(account())).error().text, u"A newer file."_s);
    }

    void a_token_at_hand_goes_to_no_server_that_is_not_its_providers()
    {
        QFile ini(m_dir.filePath(u"oauth.ini"_s));
        QVERIFY(ini.open(QIODevice::WriteOnly)
                && ini.write(m_server->ini() + "mailDomains=example.org\n") > 0);
        ini.close();
        signIn();
        QVERIFY(token().startsWith("access-canary"_L1));
        AccountSettings moved = account();
        moved.smtp = {u"smtp.evil.example"_s, 465, ConnectionSecurity::Tls, u"ann"_s};
        const auto refused = wait(m_tokens->token(moved));
        QVERIFY2(!refused, "the token would go to smtp.evil.example");
        QCOMPARE(refused.error().kind, ErrorKind::Invalid);
    }

    void one_providers_token_is_not_shown_to_another()
    {
        const OAuthServer other;
        QFile ini(m_dir.filePath(u"oauth.ini"_s));
        QVERIFY(ini.open(QIODevice::WriteOnly) && ini.write(m_server->ini() + other.ini("other")) > 0);
        ini.close();
        signIn();
        AccountSettings changed = account();
        changed.oauth = u"other"_s;
        const auto atHand = wait(m_tokens->token(changed));
        QVERIFY2(!atHand, "the access token is another provider's");
        QCOMPARE(atHand.error().code, QLatin1StringView(SignInAgainCode));
        restart();
        QVERIFY(!wait(m_tokens->token(changed)));
        QCOMPARE(other.refreshes(), 0); // it never saw the refresh token
        QVERIFY(token().startsWith("access-canary"_L1));
    }

    void what_the_keyring_says_late_does_not_replace_a_new_sign_in()
    {
        signIn();
        restart();
        const Deferred<bool> slow;
        m_secrets.slow = slow;
        std::optional<Result<QString>> ended;
        m_tokens->token(account()).then([&ended](const Result<QString> &one) { ended = one; });
        QVERIFY(!ended);
        m_secrets.slow.reset();
        signIn(); // somebody else's, perhaps
        QVERIFY(ended && *ended);
        slow.resolve(true);
        QCOMPARE(token(), **ended);
        m_clock.now += 4'000'000;
        m_server->setManner(OAuthServer::Manner::Good);
        const QString kept = m_secrets.kept.value(Entry);
        QVERIFY(token().startsWith("access-canary"_L1));
        QTRY_VERIFY(m_secrets.kept.value(Entry) != kept);
        QCOMPARE(m_server->refreshes(), 1); // with the new one; the old one was not used at all
    }

    void what_is_forgotten_meanwhile_does_not_come_back()
    {
        signIn();
        restart();
        const Deferred<bool> slow;
        m_secrets.slow = slow;
        std::optional<Result<QString>> ended;
        m_tokens->token(account()).then([&ended](const Result<QString> &one) { ended = one; });
        m_secrets.slow.reset();
        QVERIFY(bool(wait(m_tokens->forget(account()))));
        slow.resolve(true);
        QTRY_VERIFY(ended.has_value());
        QVERIFY(!*ended);
        QVERIFY(m_secrets.kept.isEmpty());
        QCOMPARE(m_server->refreshes(), 0);
    }

    // kittiwakectl doctor beside a running window.
    void what_another_program_of_ours_has_renewed_is_taken_from_the_keyring()
    {
        signIn();
        {
            OAuthTokens other(m_secrets, m_clock, m_dir.path());
            m_clock.now += 4'000'000;
            QVERIFY(bool(wait(other.token(account())))); // the provider gives each refresh token once
            QCOMPARE(m_server->refreshes(), 1);
        }
        QVERIFY(token().startsWith("access-canary"_L1));
        QCOMPARE(m_server->refreshes(), 3); // the one at hand, in vain, and the kept one
        m_server->revokeAll();
        m_clock.now += 4'000'000;
        QCOMPARE(wait(m_tokens->token(account())).error().code, QLatin1StringView(SignInAgainCode));
        QCOMPARE(m_server->refreshes(), 4);
    }

    void a_clock_that_is_set_back_does_not_forbid_to_renew()
    {
        signIn();
        const QString first = token();
        const auto second = wait(m_tokens->afterRefusal(account(), first));
        QVERIFY(bool(second));
        m_clock.now -= 86'400'000;
        QVERIFY(bool(wait(m_tokens->afterRefusal(account(), *second))));
    }

    void a_revoked_permission_is_an_auth_error_and_signing_in_again_ends_it()
    {
        signIn();
        m_server->revokeAll();
        m_clock.now += 4'000'000;
        const auto token = wait(m_tokens->token(account()));
        QVERIFY(!token);
        QCOMPARE(token.error().kind, ErrorKind::Auth);
        QVERIFY(token.error().text.contains("Sign in again"_L1));
        signIn();
        QVERIFY(this->token().startsWith("access-canary"_L1));
    }

    void a_broken_network_is_worth_another_try_and_loses_nothing_data()
    {
        QTest::addColumn<OAuthServer::Manner>("manner");
        QTest::newRow("cut off") << OAuthServer::Manner::CutOff;
        QTest::newRow("busy") << OAuthServer::Manner::Busy;
        QTest::newRow("garbage") << OAuthServer::Manner::Garbage;
        QTest::newRow("endless") << OAuthServer::Manner::Huge;
    }
    void a_broken_network_is_worth_another_try_and_loses_nothing()
    {
        QFETCH(OAuthServer::Manner, manner);
        signIn();
        const QString first = token();
        m_server->setManner(manner);
        const auto failed = wait(m_tokens->afterRefusal(account(), first));
        QVERIFY(!failed);
        QVERIFY2(failed.error().isRetryable(), qPrintable(failed.error().text));
        m_server->setManner(OAuthServer::Manner::Good);
        QVERIFY(token().startsWith("access-canary"_L1));
    }

    void a_silent_provider_does_not_hold_up_the_end()
    {
        signIn();
        m_clock.now += 4'000'000;
        m_server->setManner(OAuthServer::Manner::Silent);
        std::optional<Result<QString>> ended;
        m_tokens->token(account()).then([&ended](const Result<QString> &one) { ended = one; });
        QTRY_COMPARE(m_server->refreshes(), 1);
        QVERIFY(!ended);
        m_tokens->cancel();
        QVERIFY(ended && !*ended);
        QCOMPARE(ended->error().kind, ErrorKind::Cancelled);
        ended.reset();
        m_tokens->token(account()).then([&ended](const Result<QString> &one) { ended = one; });
        m_tokens.reset();
        QVERIFY(ended && ended->error().kind == ErrorKind::Cancelled);
    }

    void signing_in_again_overtakes_an_exchange_under_way()
    {
        signIn();
        m_clock.now += 4'000'000;
        m_server->setManner(OAuthServer::Manner::Silent);
        std::optional<Result<QString>> ended;
        m_tokens->token(account()).then([&ended](const Result<QString> &one) { ended = one; });
        QTRY_COMPARE(m_server->refreshes(), 1);
        m_server->setManner(OAuthServer::Manner::Good);
        signIn();
        QVERIFY(ended && *ended);
        QCOMPARE(token(), **ended);
    }

    void without_a_keyring_it_works_until_the_end_and_says_so()
    {
        signIn();
        m_secrets.failure = {ErrorKind::Unsupported, u"There is no keyring."_s, {}};
        m_clock.now += 4'000'000;
        QSignalSpy notKept(m_tokens.get(), &OAuthTokens::notKept);
        QVERIFY(token().startsWith("access-canary"_L1));
        QTRY_COMPARE(notKept.size(), 1);
        m_clock.now += 4'000'000;
        QVERIFY2(token().startsWith("access-canary"_L1), "the new refresh token is used, kept or not");
    }

    void what_is_forgotten_is_gone()
    {
        signIn();
        QVERIFY(bool(wait(m_tokens->forget(account()))));
        QVERIFY(m_secrets.kept.isEmpty());
        QVERIFY(!wait(m_tokens->token(account())));
    }

    void a_password_command_may_print_the_token_itself()
    {
        AccountSettings own = account();
        own.passwordCommand = u"helper"_s;
        const auto token = wait(m_tokens->token(own));
        QCOMPARE(*token, u"printed-by-helper"_s);
        const auto again = wait(m_tokens->afterRefusal(own, *token));
        QCOMPARE(again.error().kind, ErrorKind::Auth);
        QVERIFY(again.error().text.contains("passwordCommand"_L1));
    }

    void accounts_of_one_provider_are_apart()
    {
        signIn();
        AccountSettings other = account();
        other.imap.user = u"bob"_s;
        QVERIFY(!wait(m_tokens->token(other)));
    }
};

QTEST_GUILESS_MAIN(TokensTest)
#include "tokens_test.moc"
