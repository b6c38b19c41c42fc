#pragma once

#include "core/base/systemclock.h"
#include "core/sync/search/serversearch.h"
#include "tests/store/profile.h"

#include <QCoroTask>
#include <QTest>

namespace kw::test {

inline SearchNode words(const QString &text, SearchField field = SearchField::Any, bool exact = false)
{
    SearchTerm term;
    term.text = text;
    term.field = field;
    term.exact = exact;
    return SearchNode::of(term);
}

inline SearchNode mark(SearchMark which)
{
    SearchTerm term;
    term.kind = SearchTerm::Kind::Mark;
    term.mark = which;
    return SearchNode::of(term);
}

inline SearchNode inFolder(const QString &name)
{
    SearchTerm term;
    term.kind = SearchTerm::Kind::Folder;
    term.text = name;
    return SearchNode::of(term);
}

// A profile whose account is asked on a server at this port.
struct Searching : Profile {
    explicit Searching(quint16 port, int timeoutMs = 5000)
    {
        settings.host = QStringLiteral("127.0.0.1");
        settings.port = port;
        settings.security = Security::None;
        settings.user = QStringLiteral("ann");
        settings.timeoutMs = timeoutMs;
        ctx.limits.backoffFirst = Millis(10);
        ctx.limits.backoffMost = Millis(20);
    }
    ~Searching() { QCoro::waitFor(search.stop()); }

    // Until it is over.
    const ServerSearchState &ask(const SearchNode &query, const QList<FolderId> &where = {},
                                 const SearchContext &context = {})
    {
        search.ask(++ticket, query, context, where);
        if (!QTest::qWaitFor([this] { return state.ticket == ticket && state.isOver; }, 30'000))
            qWarning("the search does not end");
        return state;
    }
    QStringList subjects() const
    {
        QStringList out;
        for (const MessageId id : state.hits)
            out.append(store.row(id)->subject);
        out.sort();
        return out;
    }
    // As if it had been listed to its end.
    void listed(FolderId id, quint32 uidValidity, quint32 uidNext, quint32 lowUid = 1)
    {
        write([&] {
            FolderRow row = *folders.folder(id);
            row.uidValidity = uidValidity;
            row.uidNext = uidNext;
            row.lowUid = lowUid;
            folders.saveSyncState(row);
        });
    }

    LinkSettings settings;
    QString password = QStringLiteral("secret");
    std::optional<Error> noWay;
    SystemClock clock;
    FolderStore folders{db()};
    MessageStore store{db()};
    BodyStore bodies{db()};
    SyncContext ctx{db(), folders, store, bodies, clock};
    ServerSearchState state;
    std::function<void()> onTold;
    int told = 0;
    quint64 ticket = 0;
    ServerSearch search{ctx,
                        [this](AccountId) -> Result<ServerSearch::Way> {
                            if (noWay)
                                return *noWay;
                            return ServerSearch::Way{
                                settings, [this]() -> Task<Result<QString>> { co_return QString(password); }};
                        },
                        [this](const ServerSearchState &now) {
                            state = now;
                            ++told;
                            if (onTold)
                                onTold();
                        }};
};

} // namespace kw::test
