#pragma once

#include "core/crypto/gnupgsealer.h"
#include "core/sync/outbox/outgoing.h"

#include <QObject>
#include <QThreadPool>

#include <functional>

namespace kw {

struct Draft;
struct WriteOptions;

// Where drafts are signed and encrypted, one after the other; each may wait for a passphrase, and nobody else
// with it. Lives on the thread of whoever made it, until end().
class SealingThread : public QObject
{
    Q_OBJECT
public:
    SealingThread();

    // `then` is called on this object's thread; never after end() has come back.
    void write(const Draft &draft, const WriteOptions &options,
               const std::function<void(const Result<Outgoing> &)> &then);
    // Cancels what goes on, and deletes this. GpgME notices a cancellation only when GnuPG says something,
    // which it does not while it waits for a passphrase: then, after `patience`, the thread is left to the
    // end of the program.
    void end(int patienceMs);

private:
    ~SealingThread() override = default;

    GnupgSealer m_sealer;
    QThreadPool m_pool;
    bool m_ended = false;
};

} // namespace kw
