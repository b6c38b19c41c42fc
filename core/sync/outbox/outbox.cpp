#include "core/sync/outbox/outbox.h"

#include "core/sync/outbox/outgoing.h"

#include <QCoreApplication>

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Outbox)
};

// A provider that stores sent mail by itself may take its time.
constexpr qint64 ServersCopyAfterMs = 15LL * 60 * 1000;
constexpr Millis LookAgain = std::chrono::seconds(20);
// For so long a second copy of the server's is expected.
constexpr qint64 SecondCopyMs = 60LL * 60 * 1000;
constexpr qint64 KeptDoneMs = 24LL * 60 * 60 * 1000;

} // namespace

Outbox::Outbox(SyncContext &ctx, Hooks hooks)
    : m_ctx(ctx)
    , m_hooks(std::move(hooks))
    , m_letters(ctx.db)
    , m_copies(ctx)
{
}

Outbox::~Outbox()
{
    for (const auto &[account, timer] : m_timers)
        m_ctx.clock.cancel(timer);
}

void Outbox::recover()
{
    const qint64 now = m_ctx.clock.wallMs();
    Transaction txn(m_ctx.db);
    m_letters.interrupted(
        Words::tr("Kittiwake ended while this message was being handed over. It may have been "
                  "sent, or not."),
        now);
    m_letters.forgetDone(now - KeptDoneMs);
    for (const Letter &letter : m_letters.withSentRow()) {
        if (!m_copies.lacksText(letter.sentRow))
            continue;
        if (const auto text = m_letters.text(letter.id))
            m_copies.restoreText(letter.sentRow, text->sentCopy.isNull() ? text->bytes : text->sentCopy);
    }
    if (const auto done = txn.commit(); !done)
        Q_EMIT notice(done.error());
}

Postman &Outbox::postman(AccountId account)
{
    auto &its = m_postmen[account];
    if (!its)
        its = std::make_unique<Postman>(m_ctx, account,
                                        Postman::Hooks{[this, account] { return m_hooks.server(account); },
                                                       [this](const QString &id, qint64 given, qint64 total) {
                                                           Q_EMIT progress(id, given, total);
                                                       },
                                                       [this](const Letter &letter) { onEnded(letter); },
                                                       [this](const Error &error) { Q_EMIT notice(error); }});
    return *its;
}

void Outbox::goOnline()
{
    m_online = true;
    goOnWithDelivered();
    startAnew();
}

void Outbox::goOnWithDelivered()
{
    for (const Letter &letter : m_letters.outgoing()) {
        if (letter.state == LetterState::Delivered || letter.state == LetterState::Uncertain)
            lookForSent(letter.account);
    }
}

Task<void> Outbox::goOffline()
{
    m_online = false;
    for (const auto &[account, timer] : m_timers)
        m_ctx.clock.cancel(timer);
    m_timers.clear();
    std::vector<Task<void>> ends;
    ends.reserve(m_postmen.size());
    for (const auto &[account, its] : m_postmen)
        ends.push_back(its->stop());
    for (auto &end : ends)
        co_await end;
}

void Outbox::lettersWait(AccountId account)
{
    if (!m_online)
        return;
    for (const AccountId id : m_letters.waitingAccounts()) {
        if (!isSet(account) || id == account)
            postman(id).wake();
    }
}

void Outbox::startAnew()
{
    if (!m_online)
        return;
    for (const AccountId id : m_letters.waitingAccounts())
        postman(id);
    for (const auto &[account, its] : m_postmen)
        its->startAnew(); // one that is just stopping may hold a letter that will wait again
}

Task<void> Outbox::drain(AccountId account)
{
    co_await postman(account).drain();
}

void Outbox::onEnded(const Letter &letter)
{
    Q_EMIT ended(letter);
    m_hooks.changesWait(); // the original's mark
    if (letter.state == LetterState::Delivered || letter.state == LetterState::Uncertain)
        lookForSent(letter.account);
}

FolderId Outbox::sentFolder(AccountId account) const
{
    for (const FolderRow &row : m_ctx.folders.folders(account)) {
        if (row.role == FolderRole::Sent && row.isReachable() && row.state == FolderState::There)
            return row.id;
    }
    return {};
}

void Outbox::lookForSent(AccountId account)
{
    const FolderId sent = sentFolder(account);
    if (isSet(sent))
        m_hooks.look(account, sent);
    else
        fileSent(account, m_ctx.clock.wallMs()); // none yet: it is made
}

void Outbox::lookLater(AccountId account)
{
    if (m_timers.contains(account))
        return;
    m_timers[account] = m_ctx.clock.callAfter(LookAgain, [this, account] {
        m_timers.erase(account);
        lookForSent(account);
    });
}

void Outbox::passed(FolderId folder, qint64 provenAt)
{
    const auto row = m_ctx.folders.folder(folder);
    if (!row)
        return;
    if (row->role == FolderRole::Sent)
        fileSent(row->account, provenAt);
    for (const Letter &letter : m_letters.inState(row->account, LetterState::Uncertain))
        settleUncertain(letter);
}

// Somewhere there is a copy that only the sending server can have made.
void Outbox::settleUncertain(const Letter &letter)
{
    if (!m_copies.isFoundDelivered(letter))
        return;
    Transaction txn(m_ctx.db);
    m_letters.conclude(letter.id, {LetterState::Delivered}, m_ctx.clock.wallMs());
    m_copies.markOriginal(letter);
    if (const auto done = txn.commit(); !done) {
        Q_EMIT notice(done.error());
        return;
    }
    if (const auto now = m_letters.letter(letter.id))
        onEnded(*now);
}

void Outbox::fileAll()
{
    QSet<AccountId> accounts;
    for (const Letter &letter : m_letters.outgoing()) {
        if (letter.state == LetterState::Uncertain)
            settleUncertain(letter);
    }
    for (const Letter &letter : m_letters.outgoing()) {
        if (letter.state == LetterState::Delivered)
            accounts.insert(letter.account);
    }
    for (const AccountId account : std::as_const(accounts)) {
        const auto sent = m_ctx.folders.folder(sentFolder(account));
        fileSent(account, sent ? sent->provenAt : m_ctx.clock.wallMs());
    }
}

void Outbox::fileSent(AccountId account, qint64 looked)
{
    const QList<Letter> delivered = m_letters.inState(account, LetterState::Delivered);
    QList<Letter> copied = m_letters.withSentRow();
    copied.removeIf([account, since = m_ctx.clock.wallMs() - SecondCopyMs](const Letter &letter) {
        return letter.account != account || letter.changedAt <= since;
    });
    if (delivered.isEmpty() && copied.isEmpty())
        return; // as after almost every listing
    Transaction txn(m_ctx.db);
    bool again = false;
    bool filed = false;
    for (const Letter &letter : delivered)
        (fileOne(letter, looked) ? filed : again) = true;
    for (const Letter &letter : std::as_const(copied)) {
        if (!isSet(m_copies.foundSent(letter)))
            continue;
        m_copies.removeSent(letter);
        m_letters.setServerKeepsSent(account);
        filed = true;
    }
    if (const auto done = txn.commit(); !done) {
        Q_EMIT notice(done.error());
        return;
    }
    if (filed)
        m_hooks.changesWait();
    if (again && m_online)
        lookLater(account);
}

// False: it is not known yet.
bool Outbox::fileOne(const Letter &letter, qint64 looked)
{
    const qint64 now = m_ctx.clock.wallMs();
    const auto done = [&] {
        m_letters.conclude(letter.id, {LetterState::Done, letter.error}, now);
        return true;
    };
    const auto text = m_letters.text(letter.id);
    if (text && sentCopyOf(text->envelope) == SentCopy::Unwanted)
        return done();
    if (isSet(m_copies.foundSent(letter))) {
        m_letters.setServerKeepsSent(letter.account);
        return done();
    }
    const bool expected = m_letters.serverKeepsSent(letter.account);
    if (looked < letter.changedAt || (expected && now < letter.changedAt + ServersCopyAfterMs))
        return false;
    if (!text)
        return done();
    const auto put = m_copies.putSent(letter, text->sentCopy.isNull() ? text->bytes : text->sentCopy);
    if (!put) {
        Q_EMIT notice(put.error());
        return false;
    }
    return done();
}

} // namespace kw
