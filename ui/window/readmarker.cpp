#include "ui/window/readmarker.h"

namespace kw {

ReadMarker::ReadMarker(Engine *engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_timer(this)
{
    m_timer.setObjectName(QLatin1StringView("markReadTimer"));
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &ReadMarker::mark);
}

void ReadMarker::shown(MessageId id, bool unread)
{
    if (!unread || m_delayMs < 0)
        return;
    m_ids.append(id);
    if (m_delayMs == 0)
        mark();
    else
        m_timer.start(m_delayMs);
}

void ReadMarker::left()
{
    m_timer.stop();
    m_ids.clear();
}

void ReadMarker::mark()
{
    if (const auto ids = std::exchange(m_ids, {}); !ids.isEmpty())
        m_engine->setFlags(ids, Flag::Seen, true);
}

} // namespace kw
