#pragma once

#include "core/base/result.h"
#include "core/store/database.h"
#include "core/sync/engine.h"
#include "ui/messages/messagelistpane.h"
#include "ui/messages/pagedlistmodel.h"

#include <QElapsedTimer>
#include <QTimer>

#include <functional>
#include <memory>

namespace kw::bench {

// The smallest window that the figures need: engine and message list of the unified inbox, wired as the
// program wires them.
class ListWindow
{
public:
    static Result<std::unique_ptr<ListWindow>> open(const QString &profile);
    ~ListWindow();

    Engine &engine() const { return *m_engine; }
    PagedListModel &model() const;
    // Messages of the unified inbox according to the counters that came with the last commit.
    qint64 listed() const { return m_listed; }
    // True once every account is live (or polls).
    bool isLive() const;
    Error lastError() const;

private:
    ListWindow() = default;
    void count(const ChangeSet &changes);

    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<Database> m_database;
    std::unique_ptr<MessageListPane> m_pane;
    QHash<FolderId, quint32> m_totals;
    qint64 m_listed = 0;
};

// Spins the event loop until the condition holds, looking every millisecond; false when the time is over.
bool spinUntil(const std::function<bool()> &condition, int timeoutMs);

// How late the event loop serves a timer of 2 ms: what a click would have waited.
class StallProbe
{
public:
    StallProbe();
    double longestMs() const { return m_longest; }

private:
    static constexpr int IntervalMs = 2;
    QTimer m_timer;
    QElapsedTimer m_since;
    double m_longest = 0;
};

} // namespace kw::bench
