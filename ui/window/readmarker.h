#pragma once

#include "core/sync/engine.h"

#include <QTimer>

namespace kw {

// Marks messages read once they have been looked at for a while. What the person marks unread stays so until
// it is opened again.
class ReadMarker : public QObject
{
    Q_OBJECT
public:
    explicit ReadMarker(Engine *engine, QObject *parent = nullptr);
    void setDelay(int ms) { m_delayMs = ms; } // 0: at once; negative: never
    // One more that is looked at, until all are left.
    void shown(MessageId id, bool unread);
    void left();

private:
    void mark();
    Engine *m_engine;
    QTimer m_timer;
    int m_delayMs = 1000;
    QList<MessageId> m_ids;
};

} // namespace kw
