#pragma once

#include "core/store/database.h"

#include <QObject>
#include <QTimer>

namespace kw {

class Engine;
class StatusStrip;

// Keeps "3 changes waiting" in the status strip true. Online a change is usually gone within a moment: it is
// spoken of only when it stays. GUI thread.
class WaitingChanges : public QObject
{
    Q_OBJECT
public:
    WaitingChanges(Engine *engine, StatusStrip *strip, QObject *parent);
    void setDatabase(Database *database);

private:
    void lookSoon(int ms);
    void look();

    Engine *m_engine;
    StatusStrip *m_strip;
    Database *m_database = nullptr;
    QTimer m_timer;
    bool m_waited = false; // what was there at the last look had its moment
};

} // namespace kw
