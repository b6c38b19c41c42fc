#include "ui/changes/changecounter.h"

#include "core/sync/engine.h"
#include "ui/changes/storereader.h"

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr int BurstMs = 200; // one look for many commits
constexpr int MomentMs = 2000; // what the server takes at once is not worth a word
} // namespace

ChangeCounter::ChangeCounter(Engine *engine, StoreReader *reader, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_reader(reader)
    , m_timer(this)
{
    m_timer.setObjectName("waitingChangesTimer"_L1);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ChangeCounter::look);
    connect(engine, &Engine::changed, this, [this](const ChangeSet &changes) {
        if (!changes.messages.isEmpty() || changes.journalChanged)
            lookSoon(BurstMs);
    });
    connect(engine, &Engine::onlineChanged, this, [this] { lookSoon(0); });
    look();
}

void ChangeCounter::lookSoon(int ms)
{
    if (!m_timer.isActive() || m_timer.remainingTime() > ms)
        m_timer.start(ms);
}

void ChangeCounter::look()
{
    m_timer.stop();
    m_reader->read(
        this, [](Database &db) { return JournalPages(db).counts(); },
        [this](const JournalPages::Counts &counts) { onRead(counts); });
}

void ChangeCounter::onRead(const JournalPages::Counts &counts)
{
    const bool waits = counts.waiting + counts.marks > 0;
    if (waits && m_engine->isOnline() && !std::exchange(m_waited, true)) {
        m_timer.start(MomentMs);
        say({0, counts.refused, 0});
        return;
    }
    m_waited = waits;
    say(counts);
}

void ChangeCounter::say(const JournalPages::Counts &counts)
{
    if (counts == m_counts)
        return;
    m_counts = counts;
    Q_EMIT counted(m_counts);
}

} // namespace kw
