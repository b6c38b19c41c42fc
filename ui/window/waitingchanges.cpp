#include "ui/window/waitingchanges.h"

#include "core/store/pages.h"
#include "core/sync/engine.h"
#include "ui/window/statusstrip.h"

#include <limits>

using namespace Qt::StringLiterals;

namespace kw {

namespace {
constexpr int BurstMs = 200; // one look for many commits
constexpr int MomentMs = 2000; // what the server takes at once is not worth a word
} // namespace

WaitingChanges::WaitingChanges(Engine *engine, StatusStrip *strip, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_strip(strip)
    , m_timer(this)
{
    m_timer.setObjectName("waitingChangesTimer"_L1);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &WaitingChanges::look);
    connect(engine, &Engine::changed, this, [this](const ChangeSet &changes) {
        if (!changes.messages.isEmpty())
            lookSoon(BurstMs);
    });
    connect(engine, &Engine::onlineChanged, this, [this] { lookSoon(0); });
}

void WaitingChanges::setDatabase(Database *database)
{
    m_database = database;
    look();
}

void WaitingChanges::lookSoon(int ms)
{
    if (!m_timer.isActive() || m_timer.remainingTime() > ms)
        m_timer.start(ms);
}

void WaitingChanges::look()
{
    m_timer.stop();
    const qint64 waiting = m_database ? Pages(*m_database).waitingChanges() : 0;
    if (waiting > 0 && m_engine->isOnline() && !std::exchange(m_waited, true)) {
        m_timer.start(MomentMs);
        return;
    }
    m_waited = waiting > 0;
    m_strip->setPending(int(qMin<qint64>(waiting, std::numeric_limits<int>::max())));
}

} // namespace kw
