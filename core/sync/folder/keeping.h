#pragma once

#include "core/sync/folder/folderroles.h"
#include "core/sync/synccontext.h"

namespace kw {

// What the person wants to have of each folder on this computer (FolderChoices), in terms of the cache: which
// are passed over, how far back they are listed, whose texts are downloaded ahead. Cheap to make; lives on
// the engine's thread.
class Keeping
{
public:
    explicit Keeping(SyncContext &ctx);

    // The person does not want it here.
    bool isSkipped(const FolderRow &row) const;
    // Skipped, and nothing of ours waits there for the server. What does is finished first.
    bool isLeftAlone(const FolderRow &row) const;

    // Mail that arrived before this (seconds since the epoch, a whole day's beginning) need not be listed; 0:
    // all is.
    qint64 listSince(AccountId account) const;
    // Listed as far back as wanted: to its end, or to the day that listSince() names.
    bool isListed(const FolderRow &row) const;
    // Likewise, but what is older is left on the server.
    bool isCutOff(const FolderRow &row) const;
    // Rows may have become older than wanted since they were listed; asked once a day.
    bool mayHoldOlder(const FolderRow &row) const;
    // Forgets what is older: everything below the oldest of `young` and of the newest screenful. Not while a
    // backfill is under way or something of ours waits there.
    Result<void> cutOff(FolderId folder, const UidSet &young);

    struct Texts {
        qint64 since = 0; // seconds since the epoch
        quint32 largest = 0; // octets
    };
    // Whose texts are downloaded ahead; nothing: none.
    std::optional<Texts> textsAhead(const FolderRow &row) const;

    // As the server writes the paths.
    ChosenRoles chosenRoles(AccountId account) const;
    // Brings the cache in line with the choices, without the server: roles, and with them the unified views;
    // what is no longer wanted goes.
    Result<void> apply(AccountId account);
    // Forgets what is left alone.
    Result<void> clearLeftAlone(const FolderRow &row) const;
    // The choices after a folder (and what is below it) has got another name.
    static FolderChoices renamed(FolderChoices choices, const QString &from, const QString &to,
                                 QChar separator);

private:
    FolderChoices choices(AccountId account) const { return m_ctx.choices.value(account); }
    bool isSomethingWaiting(FolderId folder) const;
    void applyRoles(AccountId account);

    SyncContext &m_ctx;
};

} // namespace kw
