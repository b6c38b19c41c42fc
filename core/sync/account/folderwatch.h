#pragma once

#include "core/sync/account/accountstate.h"
#include "core/sync/account/wakeup.h"

#include <memory>

namespace kw {

// Keeps one folder live: a session of its own that idles there (RFC 2177) and asks for a pass when the server
// speaks. Lives on the engine's thread.
class FolderWatch
{
public:
    struct Hooks {
        std::function<void(FolderId, qint64 provenAt)>
            live; // from now on; ms since the epoch of the last pass
        std::function<void(FolderId)> ended; // it was live
        std::function<void(FolderId)> look; // something is new there, or may be
        std::function<void()> released; // a folder that was kept from the others is free again
    };

    FolderWatch(AccountState &account, Hooks hooks);

    Task<void> run(); // until the account stops
    void watch(FolderId folder); // this one from now on; none: it rests
    bool isLive(FolderId folder) const { return m_live && m_folder == folder; }
    void wake() { m_wake.raise(); }
    // It was lost, and has not failed often enough since then to be polled instead.
    bool isComingBack(FolderId folder) const;
    void gotThrough(bool isBack); // another session; the server is back after it could not be had
    void prove(); // others do not get through: is this one still connected?
    void startAnew(); // its connection may be dead without knowing
    void close();
    void reset(); // after run() has ended

private:
    bool mayWatch() const;
    Task<Result<void>> connect(FolderRow row);
    Task<Result<void>> watchFolder();
    Task<Result<void>> heard(FolderId folder);
    void lost(bool wasLive, const Error &error);

    AccountState &m_account;
    const Hooks m_hooks;
    std::unique_ptr<ImapLink> m_link;
    Wakeup m_wake;
    FolderId m_folder{};
    SelectedBox m_box; // of m_folder, when it was selected
    bool m_live = false;
    qint64 m_liveAt = 0; // monotonic ms
    bool m_hurries = false; // the next attempt does not wait
    bool m_hurried = false; // one did, since it was live
    int m_failures = 0; // in a row
    int m_short = 0; // sessions in a row that ended as soon as they were live
    int m_refusals = 0; // answers to IDLE in a row
};

} // namespace kw
