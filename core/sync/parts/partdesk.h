#pragma once

#include "core/imap/stream/partlink.h"
#include "core/mime/leftout.h"
#include "core/sync/account/streamsession.h"
#include "core/sync/synccontext.h"

#include <QList>
#include <QStringList>

namespace kw {

// Whom one account's downloads tell.
struct PartHooks {
    // Octets of one part, as encoded.
    std::function<void(MessageId, QString part, qint64 done, qint64 total)> progress;
    std::function<void(MessageId)> arrived; // one more part, or all, is in the cache now
    std::function<void(MessageId, const Error &)>
        failed; // also Cancelled; nothing more comes of this message
};

// Large messages of one account, part by part: read without their large attachments, and these when they are
// wanted, one after the other. What is under way goes to a file first; a connection that is lost goes on
// where it was. Lives on the engine's thread.
class PartDesk
{
public:
    PartDesk(SyncContext &ctx, LinkSettings settings, PasswordSource password, PartHooks hooks);
    ~PartDesk(); // stop() must have ended

    // The text of this message with what is large left out. Unsupported: it has to be fetched whole.
    Task<Result<StoredBody>> readPartly(MessageRow row);
    // Parts that were left out; told by the hooks.
    void fetch(MessageId message, const QStringList &parts);
    void cancel(MessageId message);
    Task<void> stop(); // ends what is under way

private:
    struct Wanted {
        MessageId message{};
        QString part;
        QString file = {}; // what has come of it
    };
    Task<void> work();
    void interrupt();
    bool isWanted(const Wanted &wanted) const;
    void finish(MessageId message, const Result<void> &outcome);
    Task<Result<QString>> download(Wanted wanted);
    Task<Result<void>> stream(Wanted wanted, std::shared_ptr<PartLink> link, Uid uid, LeftOutPart part,
                              QString path);
    Result<void> keep(MessageId message);
    QString fileFor(const Wanted &wanted, const FolderRow &folder, Uid uid) const;

    SyncContext &m_ctx;
    const PartHooks m_hooks;
    StreamSession<PartLink> m_reading;
    StreamSession<PartLink> m_downloading;
    QList<Wanted> m_queue; // the first is under way
    QList<Wanted>
        m_here; // of its message, in files; they go into the text together, which is written anew for it
    std::optional<Task<void>> m_work;
    Deferred<bool> m_waiting; // for the next try
    bool m_isWorking = false;
    bool m_stopping = false;
};

} // namespace kw
