#pragma once

#include "core/account/accountsettings.h"
#include "core/store/letter.h"
#include "core/sync/outbox/outgoing.h"
#include "core/sync/reports.h"

#include <functional>
#include <memory>
#include <optional>

namespace kw {

class EngineCore;
class OnceSync;

// What waits to be sent, for a program without a window: blocking calls, as Headless has them. Letters are
// named by their Message-ID.
class HeadlessOutbox
{
public:
    using SyncMaker = std::function<std::unique_ptr<OnceSync>(const AccountSettings &)>;
    HeadlessOutbox(EngineCore &core, SyncMaker makeSync);

    // `notBefore`: ms since the epoch; 0: at once.
    Result<Letter> queue(const QString &accountKey, const Outgoing &message, qint64 notBefore);
    QList<Letter> outgoing() const;
    std::optional<Letter> letter(const QString &messageId) const;
    Result<void> sendNow(const QString &messageId); // goes with the next send()
    Result<void> confirm(const QString &messageId); // an uncertain one has arrived
    Result<void> discard(const QString &messageId);

    // Hands over what is due; what became of it, the letters say.
    void handOver();
    // The same, and the copies of what was delivered are stored on the servers. Reports what went wrong
    // there.
    QList<PassReport> send();

private:
    EngineCore &m_core;
    const SyncMaker m_makeSync;
};

} // namespace kw
