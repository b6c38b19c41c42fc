#pragma once

#include "core/sync/account/jobrunner.h"

namespace kw {

// One complete sync of one account without watching: changes up, folder list, a pass over every folder,
// backfill to the end. Lives on the engine's thread; keep it until run() has ended.
class OnceSync
{
public:
    OnceSync(SyncContext &ctx, AccountId account, QString key, LinkFactory factory, LinkSettings settings,
             PasswordSource password);

    Task<QList<PassReport>> run();
    // Compares the cache with the server, folder by folder, and mends the cache when asked.
    Task<Result<VerifyReport>> verify(bool repair);
    Task<Result<void>> fetchBody(MessageId message);
    // Lists the account's folders of this role to their newest message.
    Task<QList<PassReport>> look(FolderRole role);
    // Only what waits to be told to the server. Reports what was refused.
    Task<QList<PassReport>> settle();

private:
    Task<Result<void>> begin(bool background);
    Task<Result<void>> settleChanges();
    Task<Result<void>> settleRound();
    Task<void> askQuotaToo();
    QList<PassReport> refusals();
    QList<PassReport> leftAlone(const FolderRow &folder) const;
    Task<PassReport> syncFolder(FolderRow folder);
    Task<Result<PassReport>> pass(FolderId folder);
    Task<Result<void>> backfillFolder(FolderId folder);
    Task<void> settle(FolderId folder, PassReport &out);
    Task<Result<void>> helpBackfill(FolderId folder, std::unique_ptr<ImapLink> &link);
    PassReport failed(const QString &folder, const Error &error) const;

    SyncContext &m_ctx;
    const AccountId m_account;
    const QString m_key;
    SessionOpener m_opener;
    JobRunner m_jobs;
    std::unique_ptr<ImapLink> m_link;
    std::unique_ptr<ImapLink> m_helper; // a second session for a long listing
    QSet<FolderId> m_arrivals; // mail was sent there by the journal
    QList<Error> m_refused;
};

} // namespace kw
