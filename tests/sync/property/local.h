#pragma once

#include "core/sync/account/accountsync.h"
#include "tests/sync/property/naivemodel.h"
#include "tests/sync/sim/simlink.h"

#include <QTemporaryDir>

namespace kw::sim {

// Small numbers, so that a dozen messages make several slices, windows and screens.
SyncLimits smallLimits();

// One machine: the profile's files, the database and its stores, the engine of one account, and a list that
// replays deltas.
class Local
{
public:
    Local(SimNet &net, SyncSettings settings = {}, SyncLimits limits = smallLimits());
    ~Local(); // ends the engine in order

    void open(); // the database alone
    void start(); // … and the engine
    bool stop(); // false: its coroutines did not end
    // Power loss at this moment: what was committed stays, everything else is gone. The engine is not running
    // afterwards.
    bool crash();
    // Power loss just before the n-th commit from now takes effect (0: the next); crashed() tells when it has
    // happened.
    void crashAtCommit(int n);
    bool crashed() const { return m_crashed; }
    bool isRunning() const { return m_engine != nullptr; }
    int commits() const { return m_commits; }
    bool isThreading() const { return m_threading; }
    // What the person wants to have here, as accounts.ini keeps it: durable at once, then applied.
    void choose(const FolderChoices &choices);
    void threadLater(); // conversations of rows that were listed in bulk, as the engine's idle work

    Database &db() { return *m_parts->db; }
    FolderStore &folders() { return m_parts->folders; }
    MessageStore &messages() { return m_parts->messages; }
    BodyStore &bodies() { return m_parts->bodies; }
    SyncContext &context() { return m_parts->ctx; }
    AccountSync &engine() { return *m_engine; }
    AccountId account() const { return m_account; }
    NaiveModel &model() { return *m_parts->model; }

    int changeSets = 0; // since the last reset by whoever counts
    QList<Error> notices;
    QList<MessageId> opened;
    QList<std::pair<MessageId, Error>> openFailures;

private:
    struct Parts {
        Parts(std::unique_ptr<Database> opened, Clock &clock, const SyncLimits &limits,
              const SyncSettings &settings);
        std::unique_ptr<Database> db;
        FolderStore folders;
        MessageStore messages;
        BodyStore bodies;
        SyncContext ctx;
        std::unique_ptr<NaiveModel> model;
    };
    bool freeze(); // copies the files as the disk has them now
    void adoptFrozen();
    AccountSync::Hooks hooks();
    static int commitHook(void *self);

    SimNet &m_net;
    const SyncSettings m_settings;
    const SyncLimits m_limits;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<QTemporaryDir> m_frozen;
    std::unique_ptr<Parts> m_parts;
    std::unique_ptr<AccountSync> m_engine;
    std::shared_ptr<int> m_life; // callbacks of an engine that is gone do nothing
    AccountId m_account{};
    FolderChoices m_choices;
    bool m_threading = false;
    bool m_crashed = false;
    int m_crashIn = -1;
    int m_commits = 0;
};

} // namespace kw::sim
