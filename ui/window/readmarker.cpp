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

void ReadMarker::opened(MessageId id, bool unread)
{
    left();
    if (!unread || m_delayMs < 0)
        return;
    m_id = id;
    if (m_delayMs == 0)
        mark();
    else
        m_timer.start(m_delayMs);
}

void ReadMarker::left()
{
    m_timer.stop();
    m_id = {};
}

void ReadMarker::mark()
{
    if (isSet(m_id))
        m_engine->setFlags({m_id}, Flag::Seen, true);
    m_id = {};
}

} // namespace kw
