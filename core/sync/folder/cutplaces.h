#pragma once

#include "core/base/uidset.h"

#include <QHash>

namespace kw {

// Where in the listing of one folder its server has hung up. It may be one message that it cannot hand out
// (seen where a message makes the server crash): what was cut is asked for again in halves, down to that one,
// which is then left alone for a day. Kept in memory only. Times are ms since the epoch. Lives on the
// engine's thread.
class CutPlaces
{
public:
    // Of other messages nothing is known: the folder was renumbered.
    void setNumbering(quint32 uidValidity);

    // What to ask for next: the newest of `wanted`, `most` at most, and less where it was cut before.
    UidSet next(const UidSet &wanted, quint32 most) const;
    // The connection was lost while this was asked for. True: it is that one message, left alone from now on.
    bool cut(const UidSet &slice, qint64 now);
    void came(const UidSet &slice);
    // The newest screenful is asked for by place, not by UID: whether that was cut too often.
    void screenCut() { ++m_count, ++m_screenCuts; }
    bool avoidsScreen() const { return m_screenCuts > 1; }

    UidSet leftAlone(qint64 now) const;
    void tryAgain() { m_leftAlone.clear(); } // the person wants to know now
    int count() const { return m_count; } // of all cuts so far

    static constexpr int FewestCuts = 3; // a network may be lost at any message, too
    static constexpr qint64 Day = 86'400'000;

private:
    struct Place {
        UidSet uids;
        int cuts = 0; // there, one after the other
    };

    quint32 m_uidValidity = 0;
    QList<Place> m_places;
    QHash<quint32, qint64> m_leftAlone; // UID → since when
    int m_screenCuts = 0;
    int m_count = 0;
};

} // namespace kw
