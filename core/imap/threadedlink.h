#pragma once

#include "core/base/deferred.h"
#include "core/imap/linkthread.h"

#include <QObject>

#include <vector>

namespace kw {

// An ImapLink whose inner link lives on a thread of its own, so that parsing and digesting headers costs the
// caller's thread nothing. Use it on the thread that made it, like any link; tasks resume there. Destroying
// it never waits: its thread ends by itself.
class ThreadedLink final : public ImapLink
{
public:
    // `make` is called on the new thread.
    explicit ThreadedLink(std::function<std::unique_ptr<ImapLink>()> make);
    ~ThreadedLink() override;

    Task<Result<ServerFeatures>> open(LinkSettings settings, QString secret) override;
    void close() override;
    void onSilence(SilenceTold told) override;
    bool isOpen() const override { return m_shared->open; }
    // The next command follows the last without waiting for the caller's thread.
    int depth() const override { return 2; }
    Task<Result<QList<ListedFolder>>> list() override;
    Task<Result<BoxStatus>> status(QString path) override;
    Task<Result<SelectedBox>> select(QString path, ResyncPoint from, bool readOnly) override;
    Task<Result<QList<HeaderRecord>>> headersBySequence(quint32 first, quint32 last) override;
    Task<Result<QList<HeaderRecord>>> headers(UidSet uids) override;
    Task<Result<QList<FlagRecord>>> flags(UidSet uids, quint64 changedSince) override;
    Task<Result<BoxChanges>> changesSince(quint64 modseq) override;
    Task<Result<UidSet>> existing(UidSet among) override;
    Task<Result<UidSet>> arrivedSince(QDate day) override;
    Task<Result<RawMessage>> fetchMessage(Uid uid) override;
    Task<Result<void>> addFlags(UidSet uids, MessageFlags flags) override;
    Task<Result<void>> removeFlags(UidSet uids, MessageFlags flags) override;
    Task<Result<UidSet>> move(UidSet uids, QString to) override;
    Task<Result<UidSet>> copy(UidSet uids, QString to) override;
    Task<Result<UidSet>> markedDeleted() override;
    Task<Result<void>> expunge() override;
    Task<Result<UidSet>> append(QString path, RawMessage message, MessageFlags flags,
                                qint64 internalDate) override;
    Task<Result<void>> createFolder(QString path) override;
    Task<Result<void>> renameFolder(QString from, QString to) override;
    Task<Result<void>> deleteFolder(QString path) override;
    Task<Result<void>> subscribe(QString path, bool on) override;
    Task<Result<QList<QuotaResource>>> quota(QString path) override;
    Task<Result<IdleEnd>> idle() override;
    void interruptIdle() override;

    // At the end of the program, on any thread: ends the threads of all links and waits for them, at most
    // this long.
    static void joinAll(int milliseconds);

private:
    // Only touched on the caller's thread.
    struct Shared {
        bool open = false;
        SilenceTold silenceTold;
        int opening = 0; // counts close(): an answer from before does not open the link again
    };
    struct Waiting {
        std::function<bool()> isAnswered;
        std::function<void()> cancel;
    };

    template <class T> Task<Result<T>> call(std::function<Task<Result<T>>(ImapLink &)> what);
    void cancelCalls();

    LinkThread m_thread;
    std::shared_ptr<QObject> m_here; // receives answers on the caller's thread
    std::shared_ptr<Shared> m_shared;
    std::vector<Waiting> m_waiting; // calls under way, oldest first
};

} // namespace kw
