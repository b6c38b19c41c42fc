#include "core/sync/headlessoutbox.h"

#include "core/store/letterstore.h"
#include "core/sync/enginecore.h"
#include "core/sync/oncesync.h"
#include "core/sync/outbox/letterdesk.h"
#include "core/sync/outbox/outbox.h"

#include <QCoroTask>

namespace kw {

HeadlessOutbox::HeadlessOutbox(EngineCore &core, SyncMaker makeSync)
    : m_core(core)
    , m_makeSync(std::move(makeSync))
{
}

Result<Letter> HeadlessOutbox::queue(const QString &accountKey, const Outgoing &message, qint64 notBefore)
{
    return m_core.letters().queueReady(m_core.accounts().book().id(accountKey), message, notBefore);
}

QList<Letter> HeadlessOutbox::outgoing() const
{
    return LetterStore(m_core.context().db).outgoing();
}

std::optional<Letter> HeadlessOutbox::letter(const QString &messageId) const
{
    return LetterStore(m_core.context().db).byMessageId(messageId);
}

Result<void> HeadlessOutbox::sendNow(const QString &messageId)
{
    return m_core.letters().sendNow(messageId);
}

Result<void> HeadlessOutbox::confirm(const QString &messageId)
{
    return m_core.letters().confirm(messageId);
}

Result<void> HeadlessOutbox::discard(const QString &messageId)
{
    return m_core.letters().discard(messageId);
}

void HeadlessOutbox::handOver()
{
    // Accounts side by side: one slow server does not hold up the others.
    std::vector<Task<void>> ends;
    const auto accounts = LetterStore(m_core.context().db).waitingAccounts();
    ends.reserve(size_t(accounts.size()));
    for (const AccountId account : accounts)
        ends.push_back(m_core.outbox().drain(account));
    for (auto &end : ends)
        QCoro::waitFor(end);
}

QList<PassReport> HeadlessOutbox::send()
{
    handOver();
    QList<PassReport> reports;
    QSet<AccountId> concerned;
    for (const Letter &letter : outgoing()) {
        if (letter.state == LetterState::Delivered || letter.state == LetterState::Uncertain)
            concerned.insert(letter.account);
    }
    const AccountBook &book = m_core.accounts().book();
    const auto accounts = book.accounts();
    for (const AccountSettings &account : accounts) {
        if (account.paused || !concerned.contains(book.id(account.key)))
            continue;
        const auto looking = m_makeSync(account);
        const auto looked = QCoro::waitFor(looking->look(FolderRole::Sent));
        const bool failed
            = std::ranges::any_of(looked, [](const PassReport &r) { return !r.error.isEmpty(); });
        if (failed) {
            reports += looked;
            continue;
        }
        m_core.outbox().fileAll();
        const auto storing = m_makeSync(account);
        reports += QCoro::waitFor(storing->settle());
    }
    return reports;
}

} // namespace kw
