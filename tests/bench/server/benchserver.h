#pragma once

#include "app/demo/server/privatedovecot.h"
#include "bench/server/rawimap.h"

#include <memory>

class QTemporaryDir;

namespace kw::bench {

// A private Dovecot on generated mail. The Maildirs stay between runs (build/bench-mail, or /var/tmp where
// root's own folders would be closed to the mail user), keyed by size and generator version; Dovecot's
// indexes are warmed once.
class BenchServer
{
public:
    static constexpr auto Password = "bench";

    // `users` accounts named u1, u2 …; each with its own inbox of `messages`. Spins the event loop; the first
    // time it writes the mail (100,000: some seconds) and warms the index (20 s). Errors: NotFound, Storage,
    // Refused.
    static Result<std::unique_ptr<BenchServer>> start(const QString &cacheRoot, int messages, int users = 1);
    ~BenchServer();

    quint16 port() const { return m_dovecot->port(); }
    int messages() const { return m_messages; }
    // Signed in as u1 and the inbox selected, with QRESYNC enabled; null when that fails.
    std::unique_ptr<RawImap> client(const QByteArray &user = "u1") const;

private:
    BenchServer();
    Result<void> warm(const QString &marker, int users) const;

    std::unique_ptr<QTemporaryDir> m_run;
    std::unique_ptr<PrivateDovecot> m_dovecot;
    int m_messages = 0;
};

// A folder below `wanted` that a private Dovecot may read: `wanted` itself, unless we are root and one of its
// parents is closed.
QString reachableFolder(const QString &wanted);

// Writes accounts.ini for the users u1 … of a server on this port into DIR.
Result<void> writeProfile(const QString &directory, quint16 port, int users = 1);

} // namespace kw::bench
