#pragma once

#include "core/sync/account/accountstate.h"
#include "core/sync/account/jobrunner.h"
#include "core/sync/account/wakeup.h"

namespace kw {

// One working session of an account: connects, takes one job after the other, reconnects with back-off, and
// closes when nobody needs it. The user's lane also reads the folder list, before which no other works. Lives
// on the engine's thread.
class AccountLane
{
public:
    struct Hooks {
        std::function<bool()> isMerged; // there is only one session, which takes everything
        std::function<void()> statusDirty;
        std::function<void()> listed; // the folder list has just been read
        std::function<void()> crowded; // the server gives us fewer connections
        std::function<void()> cutOff; // the user's session cannot be had
        std::function<void(const Job &)> notBegun; // no connection
        std::function<void(const Job &, const Result<void> &)> ended;
    };

    AccountLane(AccountState &account, JobRunner &jobs, Lane lane, Hooks hooks);

    Task<void> run(); // until the account stops
    void start(); // before run(): nothing has failed yet
    void startAnew(); // the network changed: its connection may be dead without knowing
    void wake() { m_wake.raise(); }
    void close();
    void reset() { m_link.reset(); } // after run() has ended
    void forgetFolderList() { m_listedAt = 0; }
    bool isRunning() const { return m_running; } // a job is under way
    bool isDisabled() const; // the server gives us fewer connections, for a while

private:
    bool mayRun() const;
    bool isSomethingUrgent() const;
    Task<bool> connect();
    Task<bool> listFolders();
    Task<void> work(Job job);
    Task<void> rest();
    Task<void> connectionFailed(Error error);
    Task<void> spareConnectionFailed();
    Task<void> backOff(Millis time);

    AccountState &m_account;
    JobRunner &m_jobs;
    const Lane m_lane;
    const Hooks m_hooks;
    std::unique_ptr<ImapLink> m_link;
    Wakeup m_wake;
    int m_failures = 0; // in a row, of this session alone: until a job ends well
    int m_refusals = 0; // in a row: attempts to connect
    qint64 m_disabledUntil = 0; // monotonic ms
    qint64 m_listedAt = 0; // monotonic ms; 0: the folder list is to be read
    bool m_running = false;
};

} // namespace kw
