#pragma once

#include "core/smtp/smtplink.h"
#include "core/sync/account/passwordsource.h"
#include "core/sync/outbox/lettercopies.h"

#include <functional>
#include <optional>

namespace kw {

// How an account sends.
struct SendingServer {
    SmtpLinkFactory links;
    SmtpSettings settings;
    PasswordSource password;
};

// Hands one account's letters over, one after the other, each exactly once: that it begins is durable before
// the first octet leaves, and what may have arrived is never sent again by itself. Tries again by itself
// where the server or the network says "not now". Lives on the engine's thread.
class Postman
{
public:
    struct Hooks {
        // Asked for before each session. Error: why nothing can be sent at present.
        std::function<Result<SendingServer>()> server;
        std::function<void(const QString &messageId, qint64 given, qint64 total)> progress;
        // Delivered, uncertain or refused: what follows is somebody else's.
        std::function<void(const Letter &)> ended;
        std::function<void(const Error &)> notice;
    };

    Postman(SyncContext &ctx, AccountId account, Hooks hooks);
    ~Postman(); // stop() must have ended

    // Something may be due.
    void wake();
    // The network or a password changed, or the person wants it now: what failed before counts no more.
    void startAnew();
    // Works until nothing is due any more, or cannot be sent now.
    Task<void> drain();
    // Ends what is under way. Whoever wakes it meanwhile has it work again afterwards.
    Task<void> stop();

private:
    Task<void> work();
    Task<Result<void>> session();
    Task<Result<void>> sendOne(Letter letter, SmtpFeatures features);
    Result<bool> begin(const Letter &letter); // false: it was taken back meanwhile
    Result<void> conclude(const Letter &letter, const Result<Submission> &outcome);
    LetterStore::Conclusion conclusionOf(const Letter &letter, const Result<Submission> &outcome) const;
    LetterStore::Conclusion later(const Letter &letter, const QString &why) const;
    bool encodeAnew(const Letter &letter);
    void noteLimit(qint64 octets);
    void explain(const Error &why);
    void waitAfter(const Error &why);
    void waitUntil(qint64 wallMs);

    SyncContext &m_ctx;
    const AccountId m_account;
    const Hooks m_hooks;
    LetterStore m_letters;
    LetterCopies m_copies;
    std::unique_ptr<SmtpLink> m_link;
    std::optional<Task<void>> m_work;
    QList<Deferred<bool>> m_awaitEnd;
    Clock::TimerId m_timer = 0;
    int m_failures = 0; // sessions in a row that could not begin
    bool m_blocked = false; // the person has to do something first
    bool m_isWorking = false;
    bool m_stopping = false;
    bool m_startAgain = false;
};

} // namespace kw
