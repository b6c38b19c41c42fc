#pragma once

#include "core/imap/imaplink.h"

#include <QThread>

#include <functional>
#include <memory>

namespace kw {

// The thread that a link lives on, and its queue of calls. Used on the thread that made it. Destroying it
// never waits: the link is destroyed on its thread, which ends by itself when nothing is left there.
class LinkThread
{
public:
    // The link, as long as there is one.
    using Held = std::unique_ptr<ImapLink>;

    // `make` is called on the new thread.
    explicit LinkThread(std::function<Held()> make);
    ~LinkThread();
    LinkThread(const LinkThread &) = delete;
    LinkThread &operator=(const LinkThread &) = delete;

    // Runs on the link's thread, whatever is awaited there.
    void post(std::function<void(ImapLink &)> act);
    // Runs on the link's thread when all calls before it have ended.
    void enqueue(std::function<Task<void>(const Held &)> call);

    // At the end of the program, on any thread: ends all these threads and waits for them, at most this long.
    static void joinAll(int milliseconds);

private:
    struct Worker;

    QThread *m_thread;
    Worker *m_worker; // lives on m_thread
};

} // namespace kw
