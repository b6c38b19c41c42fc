#include "app/ctl/acting.h"
#include "app/ctl/indexing.h"
#include "app/ctl/messagerows.h"
#include "app/ctl/unlocking.h"
#include "app/ctl/words.h"
#include "core/account/identities.h"
#include "core/search/queryparser.h"
#include "core/settings/settingsfile.h"
#include "core/store/search/searcher.h"
#include "core/sync/headless.h"
#include "core/sync/headlesssearch.h"

#include <QElapsedTimer>
#include <QSet>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace kw::ctl {

namespace {

constexpr int MostCounted = 10'000; // beyond that the number is "at least"

struct Outcome {
    QList<MessageRow> hits;
    qint64 total = 0;
    bool isExact = true;
    qint64 ms = 0;
    SearchCoverage coverage;
};

SearchContext contextOf(const Invocation &run, const Reading &reading)
{
    SearchContext context;
    for (const AccountSettings &account : loadAccounts(run).accounts) {
        for (const Address &own : identities(account))
            context.ownAddresses.append(own.email);
        const auto id = reading.accountOf(account.key);
        if (id)
            context.accountNames.insert(*id, {account.key, account.name, account.address});
    }
    for (const TagEntry &tag : SettingsFile::loadTags(run.paths.config).value_or(QList<TagEntry>()))
        context.tagKeywords.insert(tag.name, tag.keyword);
    return context;
}

// What the servers find beside it, without doubles, in its place.
void merge(Outcome &outcome, const ServerSearchState &servers, const QSet<qint64> &found,
           const Reading &reading, int limit)
{
    for (const MessageId id : servers.hits) {
        const auto row = found.contains(raw(id)) ? std::nullopt : reading.pages().message(id);
        if (!row)
            continue;
        outcome.hits.append(*row);
        ++outcome.total;
    }
    std::ranges::sort(outcome.hits, std::greater(),
                      [](const MessageRow &row) { return PageKey{row.date, raw(row.id)}; });
    outcome.hits = outcome.hits.first(std::min<qsizetype>(limit, outcome.hits.size()));
    outcome.coverage.folders.removeIf([&](const SearchCoverage::Folder &folder) {
        if (!servers.answered.contains(folder.folder))
            return false;
        outcome.coverage.withoutText -= folder.withoutText;
        return true;
    });
}

Result<ServerSearchState> askServers(const Invocation &run, const SearchNode &query,
                                     const SearchContext &context)
{
    const auto engine = Headless::open(run.paths);
    if (!engine)
        return engine.error();
    if (const auto unlocked = unlockSecrets(run, **engine); !unlocked)
        return unlocked.error();
    return (*engine)->search().searchServers(query, context);
}

Result<Outcome> search(Reading &reading, const SearchNode &query, const SearchContext &context,
                       const ServerSearchState &servers, int limit)
{
    Database &db = reading.database();
    Searcher searcher(db);
    QElapsedTimer timer;
    timer.start();
    const auto first = searcher.find(query, context, {}, {}, limit);
    if (!first)
        return first.error();
    Outcome out;
    out.ms = timer.elapsed();
    out.total = first->keys.size();
    out.isExact = first->isAll;
    QList<PageKey> keys = first->keys;
    if (!first->isAll && limit < MostCounted) {
        const auto more = searcher.find(query, context, {}, first->keys.last(), MostCounted - limit);
        if (!more)
            return more.error();
        out.total += more->keys.size();
        out.isExact = more->isAll;
        keys += more->keys;
    }
    for (const PageKey &key : first->keys) {
        if (const auto row = reading.pages().message(MessageId(key.id)))
            out.hits.append(*row);
    }
    out.coverage = searcher.coverage(query, {});
    QSet<qint64> found;
    for (const PageKey &key : std::as_const(keys))
        found.insert(key.id);
    merge(out, servers, found, reading, limit);
    if (const auto whole = db.readSoFar(); !whole)
        return whole.error();
    return out;
}

QJsonObject coverageJson(const Reading &reading, const SearchCoverage &coverage)
{
    QJsonArray folders;
    for (const SearchCoverage::Folder &one : coverage.folders) {
        const FolderRow *folder = reading.folder(one.folder);
        if (folder)
            folders.append(QJsonObject{{u"account"_s, reading.accountKey(folder->account)},
                                       {u"folder"_s, folder->path},
                                       {u"without_text"_s, one.withoutText}});
    }
    return {{u"messages"_s, coverage.messages},
            {u"not_indexed"_s, coverage.notIndexed},
            {u"without_text"_s, coverage.withoutText},
            {u"folders"_s, folders}};
}

void print(const Invocation &run, const Reading &reading, const ParsedQuery &query, const Outcome &outcome)
{
    if (run.out.wantsJson()) {
        QJsonArray hits;
        for (const MessageRow &row : outcome.hits)
            hits.append(rowJson(reading, row));
        QJsonArray problems;
        for (const SearchProblem &problem : query.problems)
            problems.append(QJsonObject{{u"start"_s, problem.start},
                                        {u"length"_s, problem.length},
                                        {u"sentence"_s, problem.sentence}});
        run.out.json({{u"total"_s, outcome.total},
                      {u"exact"_s, outcome.isExact},
                      {u"ms"_s, outcome.ms},
                      {u"hits"_s, hits},
                      {u"problems"_s, problems},
                      {u"coverage"_s, coverageJson(reading, outcome.coverage)}});
        return;
    }
    QList<QStringList> rows;
    for (const MessageRow &row : outcome.hits) {
        const FolderRow *folder = reading.folder(row.folder);
        rows.append({QString::number(raw(row.id)), shownDate(row.date), marks(row),
                     elided(printable(displayName(row.from)), 28),
                     elided(printable(folder ? folder->path : QString()), 20), printable(row.subject)});
    }
    run.out.table({u"ID"_s, u"DATE"_s, u"   "_s, u"FROM"_s, u"FOLDER"_s, u"SUBJECT"_s}, rows, {0});
    run.out.text(outcome.isExact
                     ? u"%1 found in %2 ms.\n"_s.arg(outcome.total).arg(outcome.ms)
                     : u"At least %1 found, the first ones in %2 ms.\n"_s.arg(outcome.total).arg(outcome.ms));
    if (outcome.coverage.notIndexed > 0)
        run.out.text(u"%1 messages are not indexed yet.\n"_s.arg(outcome.coverage.notIndexed));
    if (outcome.coverage.withoutText > 0)
        run.out.text(u"The texts of %1 messages in %2 folders are not on this computer.\n"_s
                         .arg(outcome.coverage.withoutText)
                         .arg(outcome.coverage.folders.size()));
}

} // namespace

int runSearch(const Invocation &run)
{
    const auto limit = limitOf(run.arguments);
    if (!limit) {
        run.out.error(limit.error());
        return WrongUsage;
    }
    const ParsedQuery query = parseQuery(run.arguments.operands.join(u' '), QueryClock::system());
    for (const SearchProblem &problem : query.problems)
        run.out.error(problem.sentence);
    if (query.isEmpty()) {
        if (query.problems.isEmpty())
            run.out.error(u"There is nothing to look for: a query needs a word (docs/search.md)."_s);
        return WrongUsage;
    }
    const auto reading = Reading::open(run.paths);
    if (!reading)
        return failed(run, reading.error());
    if (const auto fresh = bringIndexUpToDate(run); !fresh)
        run.out.error(fresh.error()); // what it has is found all the same
    const SearchContext context = contextOf(run, **reading);
    ServerSearchState servers;
    if (run.arguments.has(u"server"_s)) {
        const auto asked = askServers(run, query.root, context);
        if (!asked)
            return failed(run, asked.error());
        servers = *asked;
        for (const auto &[folder, error] : std::as_const(servers.failures))
            run.out.error(error.text);
    }
    const auto fresh = Reading::open(run.paths); // servers may have had messages that were not listed
    if (!fresh)
        return failed(run, fresh.error());
    const auto outcome = search(**fresh, query.root, context, servers, int(*limit));
    if (!outcome)
        return failed(run, outcome.error());
    print(run, **fresh, query, *outcome);
    return servers.failures.isEmpty() ? Fine : Failed;
}

} // namespace kw::ctl
