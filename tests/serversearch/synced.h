#pragma once

#include "core/sync/access/kimaplinks.h"
#include "core/sync/account/accountsync.h"
#include "tests/bench/server/rawimap.h"
#include "tests/imap/testserver.h"
#include "tests/serversearch/searching.h"
#include "tests/support/faultproxy.h"

namespace kw::test {

// A profile whose account is kept in step with a real server, behind a network that may fail.
struct Synced {
    explicit Synced(TestServer &of)
        : server(of)
        , proxy(of.port())
        , profile(proxy.port())
    {
        profile.settings.user = server.user;
        profile.password = server.password;
    }
    ~Synced() { stop(); }

    void start()
    {
        AccountHooks hooks;
        hooks.statusChanged = [](const AccountStatus &) { };
        hooks.folderStatusChanged = [](const FolderStatus &) { };
        hooks.bodyArrived = [this](MessageId) { ++arrived; };
        hooks.openFailed = [](MessageId, const Error &) { };
        hooks.notice = [](const Error &) { };
        hooks.rowsAwaitThreading = [] { };
        const QString password = server.password;
        sync = std::make_unique<AccountSync>(
            profile.ctx, profile.account, QStringLiteral("ann"), kimapLinks(), profile.settings,
            [password]() -> Task<Result<QString>> { co_return password; }, hooks);
        sync->start();
    }
    void stop()
    {
        if (sync)
            QCoro::waitFor(sync->stop());
        sync.reset();
    }
    // Until so many messages are listed and nothing is left to do.
    bool listed(int messages)
    {
        if (!sync)
            start();
        return QTest::qWaitFor(
            [&] {
                return profile.number("SELECT COUNT(*) FROM message") == messages && sync->isAtRest()
                    && profile.number("SELECT COUNT(*) FROM folder WHERE low_uid<>1") == 0;
            },
            30'000);
    }
    MessageId named(const QString &subject)
    {
        const auto &query = profile.db().statement("SELECT id FROM message WHERE subject=?");
        query->bind(subject);
        return MessageId(query->next() ? query->integer(0) : 0);
    }
    bool open(const QString &subject)
    {
        const MessageId id = named(subject);
        const int before = arrived;
        sync->open(id, profile.store.row(id)->folder);
        return QTest::qWaitFor([&] { return arrived > before; }, 20'000);
    }

    TestServer &server;
    FaultProxy proxy;
    Searching profile;
    std::unique_ptr<AccountSync> sync;
    int arrived = 0;
};

inline QByteArray letter(const QByteArray &subject, const QByteArray &body, const QByteArray &more = {})
{
    return "From: Anna Becker <anna@example.org>\r\nTo: ann@example.org\r\nSubject: " + subject
        + "\r\nDate: Fri, 3 May 2024 12:00:00 +0000\r\nMessage-ID: <" + subject.toHex() + "@example.org>\r\n"
        + more
        + "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: "
          "8bit\r\n\r\n"
        + body + "\r\n";
}

} // namespace kw::test
