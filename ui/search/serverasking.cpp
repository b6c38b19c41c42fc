#include "ui/search/serverasking.h"

#include <algorithm>

namespace kw {

namespace {
template <class Id> QList<Id> united(QList<Id> all, const QList<Id> &more)
{
    all.append(more);
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}
} // namespace

ServerAsking::ServerAsking(Searches *searches, QObject *parent)
    : QObject(parent)
    , m_searches(searches)
{
    connect(searches, &Searches::serversAnswered, this, &ServerAsking::onAnswered);
}

void ServerAsking::ask(const SearchNode &query, const SearchContext &context, const QList<FolderId> &folders)
{
    m_answeredBefore = m_state.answered;
    m_hitsBefore = m_state.hits;
    m_state.failures.clear();
    m_state.folders = int(folders.size());
    m_state.foldersDone = 0;
    m_ticket = m_searches->askServers(query, context, folders);
    Q_EMIT changed();
}

void ServerAsking::stop()
{
    if (std::exchange(m_ticket, 0) == 0)
        return;
    m_searches->stopAsking();
    Q_EMIT changed();
}

void ServerAsking::forget()
{
    if (std::exchange(m_ticket, 0) != 0)
        m_searches->stopAsking();
    m_state = {};
    m_answeredBefore.clear();
    m_hitsBefore.clear();
}

void ServerAsking::onAnswered(const ServerSearchState &answer)
{
    if (m_ticket == 0 || answer.ticket != m_ticket)
        return;
    const qsizetype known = m_state.hits.size();
    m_state = answer;
    m_state.answered = united(m_answeredBefore, answer.answered);
    m_state.hits = united(m_hitsBefore, answer.hits);
    if (answer.isOver)
        m_ticket = 0;
    if (m_state.hits.size() != known)
        Q_EMIT foundMore();
    Q_EMIT changed();
}

} // namespace kw
