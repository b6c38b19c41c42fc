#include "core/sync/outbox/postman.h"

#include "core/base/logging.h"
#include "core/compose/messagewriter.h"
#include "core/sync/access/serverscheck.h"
#include "core/sync/outbox/keptdraft.h"
#include "core/sync/outbox/outgoing.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(kw::Outbox)
};

constexpr Millis FirstRetry = std::chrono::minutes(1); // greylisting lets the second try pass after minutes
constexpr Millis LastRetry = std::chrono::hours(1);
constexpr int MostTries = 30; // a day and more
constexpr int MostDoublings = 16;

QString sentenceOf(const QList<RefusedRecipient> &refused)
{
    QStringList lines;
    for (const RefusedRecipient &one : refused)
        lines.append(one.why);
    return lines.join(u'\n');
}

} // namespace

Postman::Postman(SyncContext &ctx, AccountId account, Hooks hooks)
    : m_ctx(ctx)
    , m_account(account)
    , m_hooks(std::move(hooks))
    , m_letters(ctx.db)
    , m_copies(ctx)
{
}

Postman::~Postman()
{
    m_ctx.clock.cancel(m_timer);
}

void Postman::wake()
{
    m_startAgain = m_stopping;
    if (m_isWorking || m_stopping || m_blocked)
        return;
    if (m_failures > 0 && m_timer != 0)
        return; // its time comes
    m_work = work();
}

void Postman::startAnew()
{
    m_failures = 0;
    m_blocked = false;
    m_ctx.clock.cancel(std::exchange(m_timer, 0));
    wake();
}

Task<void> Postman::drain()
{
    startAnew();
    if (!m_isWorking)
        co_return;
    Deferred<bool> ended;
    m_awaitEnd.append(ended);
    co_await ended;
}

Task<void> Postman::stop()
{
    m_stopping = true;
    m_startAgain = false;
    m_ctx.clock.cancel(std::exchange(m_timer, 0));
    if (m_link)
        m_link->close();
    if (m_isWorking) {
        Deferred<bool> ended;
        m_awaitEnd.append(ended);
        co_await ended;
    }
    m_stopping = false;
    m_blocked = false;
    m_failures = 0;
    if (std::exchange(m_startAgain, false))
        wake();
}

Task<void> Postman::work()
{
    m_isWorking = true;
    Result<void> done;
    while (done && !m_stopping && !m_letters.due(m_account, m_ctx.clock.wallMs()).isEmpty())
        done = co_await session();
    m_link.reset();
    m_isWorking = false;
    if (!m_stopping) {
        if (done) {
            m_failures = 0;
            waitUntil(m_letters.nextDue(m_account, m_ctx.clock.wallMs()));
        } else {
            waitAfter(done.error());
        }
    }
    for (const auto &waiting : std::exchange(m_awaitEnd, {}))
        waiting.resolve(true);
}

// Error: it could not begin; what is due stays so.
Task<Result<void>> Postman::session()
{
    const auto server = m_hooks.server();
    if (!server) {
        explain(server.error());
        co_return server.error();
    }
    m_link = server->links();
    const auto opened = co_await openSmtp(*m_link, server->settings, server->password);
    if (!opened) {
        if (!m_stopping)
            explain(opened.error());
        co_return opened.error();
    }
    m_failures = 0;
    noteLimit(opened->sizeLimit);
    Result<void> written; // without it nothing is sent
    while (written && !m_stopping && m_link->isOpen()) {
        const auto due = m_letters.due(m_account, m_ctx.clock.wallMs());
        if (due.isEmpty())
            break;
        written = co_await sendOne(due.first(), *opened);
    }
    m_link->close();
    if (!written)
        m_hooks.notice(written.error());
    co_return written;
}

Result<bool> Postman::begin(const Letter &letter)
{
    Transaction txn(m_ctx.db, true);
    if (!m_letters.handOver(letter.id, m_ctx.clock.wallMs()))
        return false;
    if (const auto done = txn.commit(); !done)
        return done.error();
    return true;
}

Task<Result<void>> Postman::sendOne(Letter letter, SmtpFeatures features)
{
    auto text = m_letters.text(letter.id);
    if (text && !features.eightBitMime && std::ranges::any_of(text->bytes, [](char c) { return c < 0; })
        && encodeAnew(letter))
        text = m_letters.text(letter.id);
    const auto envelope = text ? readEnvelope(text->envelope) : Result<SmtpEnvelope>(SmtpEnvelope());
    const auto begun = begin(letter);
    if (!begun)
        co_return begun.error();
    if (!*begun)
        co_return Result<void>{};
    if (!text || !envelope)
        co_return conclude(
            letter,
            Error{ErrorKind::Invalid,
                  text ? envelope.error().text
                       : Words::tr("The text of this message can no longer be read. Open it as a draft "
                                   "and send it anew."),
                  {}});
    const auto outcome
        = co_await m_link->submit(*envelope, text->bytes, [this, id = letter.messageId](qint64 a, qint64 b) {
              m_hooks.progress(id, a, b);
          });
    co_return conclude(letter, outcome);
}

// For servers that take seven bits only. What cannot be written anew goes as it is, and the server's refusal
// is told.
bool Postman::encodeAnew(const Letter &letter)
{
    const auto draft = keptDraftOf(m_letters, letter.id);
    if (!draft || draft->options.sign || draft->options.encrypt)
        return false;
    Draft same = *draft;
    same.messageId = letter.messageId;
    WriteOptions options;
    options.now = m_ctx.clock.wallMs() / 1000;
    options.takesEightBit = false;
    const auto written = writeMessage(same, options);
    if (!written)
        return false;
    Transaction txn(m_ctx.db);
    m_letters.setText(letter.id, outgoingOf(*written).text);
    return bool(txn.commit());
}

LetterStore::Conclusion Postman::later(const Letter &letter, const QString &why) const
{
    if (letter.attempts + 1 >= MostTries)
        return {LetterState::Refused,
                Words::tr("It was tried %n time(s), and the server still does not take it: %1", nullptr,
                          letter.attempts + 1)
                    .arg(why)};
    const Millis wait = std::min(LastRetry, FirstRetry * (1 << std::min(letter.attempts, MostDoublings)));
    return {LetterState::Waiting, why, {}, m_ctx.clock.wallMs() + wait.count()};
}

LetterStore::Conclusion Postman::conclusionOf(const Letter &letter, const Result<Submission> &outcome) const
{
    if (!outcome) {
        const Error &error = outcome.error();
        if (error.isRetryable() || error.kind == ErrorKind::Busy || error.kind == ErrorKind::Cancelled)
            return m_stopping ? LetterStore::Conclusion{LetterState::Waiting} : later(letter, error.text);
        return {LetterState::Refused, error.text};
    }
    switch (outcome->outcome) {
    case Submission::Outcome::Accepted:
        return {LetterState::Delivered, sentenceOf(outcome->refused)};
    case Submission::Outcome::Rejected:
        return {LetterState::Refused, outcome->why};
    case Submission::Outcome::AskFirst:
        return {LetterState::Refused, sentenceOf(outcome->refused)};
    case Submission::Outcome::Uncertain:
        return {LetterState::Uncertain, outcome->why};
    case Submission::Outcome::Deferred:
        return later(letter, outcome->why);
    case Submission::Outcome::NotSent:
        break;
    }
    return m_stopping ? LetterStore::Conclusion{LetterState::Waiting} : later(letter, outcome->why);
}

// Where it cannot be written down the letter stays "being handed over", which the next start takes for
// uncertain.
Result<void> Postman::conclude(const Letter &letter, const Result<Submission> &outcome)
{
    const LetterStore::Conclusion conclusion = conclusionOf(letter, outcome);
    Transaction txn(m_ctx.db, true);
    m_letters.conclude(letter.id, conclusion, m_ctx.clock.wallMs());
    if (conclusion.state == LetterState::Delivered)
        m_copies.markOriginal(letter);
    if (const auto done = txn.commit(); !done)
        return done.error();
    if (conclusion.state != LetterState::Waiting) {
        if (const auto now = m_letters.letter(letter.id))
            m_hooks.ended(*now);
    }
    return {};
}

// So that whoever writes is told before they send.
void Postman::noteLimit(qint64 octets)
{
    if (m_letters.largestMessage(m_account) == octets)
        return;
    Transaction txn(m_ctx.db);
    m_letters.setLargestMessage(m_account, octets);
    if (const auto done = txn.commit(); !done)
        m_hooks.notice(done.error());
}

void Postman::explain(const Error &why)
{
    Transaction txn(m_ctx.db);
    const auto due = m_letters.due(m_account, m_ctx.clock.wallMs());
    for (const Letter &letter : due) {
        if (letter.error != why.text)
            m_letters.explain(letter.id, why.text);
    }
    if (const auto done = txn.commit(); !done)
        m_hooks.notice(done.error());
}

void Postman::waitAfter(const Error &why)
{
    if (!why.isRetryable() && why.kind != ErrorKind::Busy) {
        m_blocked = true;
        return;
    }
    waitUntil(m_ctx.clock.wallMs() + m_ctx.limits.backoff(++m_failures).count());
}

void Postman::waitUntil(qint64 wallMs)
{
    m_ctx.clock.cancel(std::exchange(m_timer, 0));
    if (wallMs == 0)
        return;
    const qint64 wait = std::max<qint64>(wallMs - m_ctx.clock.wallMs() + 1, 1);
    m_timer = m_ctx.clock.callAfter(Millis(wait), [this] {
        m_timer = 0;
        wake();
    });
}

} // namespace kw
