#pragma once

#include "core/store/journalpages.h"

#include <QObject>
#include <QTimer>

namespace kw {

class Engine;
class StoreReader;

// How many changes wait and how many were refused, for the status strip and the Changes panel. Online a
// change is usually gone within a moment: it is spoken of only when it stays. GUI thread.
class ChangeCounter : public QObject
{
    Q_OBJECT
public:
    ChangeCounter(Engine *engine, StoreReader *reader, QObject *parent);
    const JournalPages::Counts &counts() const { return m_counts; }

Q_SIGNALS:
    void counted(const kw::JournalPages::Counts &counts); // when they differ from what was said last

private:
    void lookSoon(int ms);
    void look();
    void onRead(const JournalPages::Counts &counts);
    void say(const JournalPages::Counts &counts);

    Engine *m_engine;
    StoreReader *m_reader;
    QTimer m_timer;
    JournalPages::Counts m_counts;
    bool m_waited = false; // what was there at the last look had its moment
};

} // namespace kw
