#pragma once

#include "core/sync/facade/searches.h"

namespace kw {

// What the servers were asked about one search, and what they have said so far; asked again about what is
// left, the answers add up. GUI thread.
class ServerAsking : public QObject
{
    Q_OBJECT
public:
    explicit ServerAsking(Searches *searches, QObject *parent);

    void ask(const SearchNode &query, const SearchContext &context, const QList<FolderId> &folders);
    void stop(); // what was said stays
    void forget(); // another search
    const ServerSearchState &state() const { return m_state; }
    bool isAsking() const { return m_ticket != 0; }

Q_SIGNALS:
    void changed();
    void foundMore(); // state().hits has more

private:
    void onAnswered(const ServerSearchState &answer);

    Searches *m_searches;
    quint64 m_ticket = 0; // 0: nobody is being asked
    ServerSearchState m_state; // of all questions about this search
    QList<FolderId> m_answeredBefore; // by questions that are over
    QList<MessageId> m_hitsBefore;
};

} // namespace kw
