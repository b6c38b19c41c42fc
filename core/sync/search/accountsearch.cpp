#include "core/sync/search/accountsearch.h"

#include "core/base/logging.h"

namespace kw {

namespace {

bool isOfOneFolder(const Error &error)
{
    return error.kind == ErrorKind::Refused || error.kind == ErrorKind::NotFound
        || error.kind == ErrorKind::Unsupported || error.kind == ErrorKind::Storage;
}

} // namespace

AccountSearch::AccountSearch(SyncContext &ctx, std::shared_ptr<Asking> asking, LinkSettings settings,
                             PasswordSource password, QList<FolderRow> folders, Ended ended)
    : m_ctx(ctx)
    , m_asking(std::move(asking))
    , m_session(ctx.clock, std::move(settings), std::move(password), ctx.limits.sessionIdle)
    , m_folders(std::move(folders))
    , m_ended(std::move(ended))
{
}

void AccountSearch::cancel()
{
    m_session.close();
    m_waiting.resolve(false);
}

Task<void> AccountSearch::run()
{
    std::optional<Error> why; // there is no session
    for (const FolderRow &folder : m_folders) {
        const Result<void> done = why ? Result<void>(*why) : co_await search(folder);
        if (m_asking->isCancelled)
            break;
        if (!done && !m_isReachable)
            why = done.error();
        if (!done)
            qCInfo(logFolder, "a folder could not be searched on its server (%s)",
                   forLog(done.error()).constData());
        m_ended(folder.id, done ? std::nullopt : std::optional(done.error()));
    }
    m_session.close();
}

Task<Result<void>> AccountSearch::search(FolderRow folder)
{
    auto done = co_await attempt(folder);
    if (done || isOfOneFolder(done.error()) || !done.error().isRetryable() || m_asking->isCancelled)
        co_return done;
    m_session.close();
    co_await pause();
    if (m_asking->isCancelled)
        co_return done;
    done = co_await attempt(folder);
    if (!done && !isOfOneFolder(done.error()))
        m_session.close();
    co_return done;
}

Task<Result<void>> AccountSearch::attempt(FolderRow folder)
{
    FolderSearch search(m_ctx, m_asking, folder);
    if (search.needsNoServer())
        co_return Result<void>{};
    const auto link = co_await m_session.at(folder.serverPath, folder.uidValidity);
    m_isReachable = link || isOfOneFolder(link.error());
    if (!link)
        co_return link.error();
    co_return co_await search.run(**link);
}

Task<void> AccountSearch::pause()
{
    m_waiting = Deferred<bool>();
    const auto waiting = m_waiting;
    const auto timer = m_ctx.clock.callAfter(m_ctx.limits.backoffFirst, [waiting] { waiting.resolve(true); });
    co_await waiting;
    m_ctx.clock.cancel(timer);
}

} // namespace kw
