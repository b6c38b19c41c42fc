#pragma once

#include "core/imap/stream/searchlink.h"
#include "core/sync/account/streamsession.h"
#include "core/sync/synccontext.h"

#include <QSet>

namespace kw {

// Listings leave out what only searches need of a header (Cc, List-Id, Content-Type). This fetches it when
// the account has nothing else to do: folders that are listed as far as wanted, newest first, a little at a
// time over a session of its own. What has been fetched is not asked for again. Lives on the engine's thread.
class Enricher
{
public:
    // `isIdle`: the account has nothing to do.
    Enricher(SyncContext &ctx, AccountId account, LinkSettings settings, PasswordSource password,
             std::function<bool()> isIdle);
    ~Enricher(); // stop() must have ended

    void start();
    Task<void> stop();
    // Messages came, or a folder is listed to its end.
    void newsCame();
    // The person does something, or the account has to: later.
    void giveWay();
    // The network costs by the octet: not now.
    void setMetered(bool metered);
    bool isAtEnd() const { return !m_hasNews && !m_isWorking; } // nothing is left that could be had

private:
    // How far a folder has been walked, from the newest UID down.
    struct Walk {
        quint32 uidValidity = 0;
        quint32 top = 0; // UIDs of this walk are at most this
        quint32 below = 0; // it goes on below this; 0: not under way
        quint32 doneTo = 0; // what is not above this was seen to by walks before
    };
    bool mayWork() const;
    void arm(Millis time);
    void tryNow();
    Task<void> work();
    std::optional<FolderRow> next();
    Task<Result<void>> step(FolderRow folder);
    Result<void> keep(const FolderRow &folder, const QList<SearchLink::Head> &heads);
    void failed(const FolderRow &folder, const Error &error);
    Task<void> pause();

    SyncContext &m_ctx;
    const AccountId m_account;
    StreamSession<SearchLink> m_session;
    const std::function<bool()> m_isIdle;
    QHash<FolderId, Walk> m_walks;
    QHash<FolderId, CutPlaces> m_cuts; // where the server hung up
    QSet<FolderId> m_setAside; // the server does not answer for these
    std::optional<Task<void>> m_work;
    Clock::TimerId m_timer = 0;
    Deferred<bool> m_waiting; // between two commands
    qint64 m_busyAt = 0; // monotonic ms: somebody else had something to do
    int m_failures = 0; // in a row
    bool m_hasNews = false;
    bool m_isWorking = false;
    bool m_isOn = false;
    bool m_isMetered = false;
};

} // namespace kw
