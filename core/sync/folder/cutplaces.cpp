#include "core/sync/folder/cutplaces.h"

#include <algorithm>

namespace kw {

void CutPlaces::setNumbering(quint32 uidValidity)
{
    if (std::exchange(m_uidValidity, uidValidity) == uidValidity)
        return;
    m_places.clear();
    m_leftAlone.clear();
    m_screenCuts = 0;
}

UidSet CutPlaces::next(const UidSet &wanted, quint32 most) const
{
    UidSet slice = wanted.splitNewest(most).first;
    for (const Place &place : m_places) {
        if (!place.uids.intersected(slice).isEmpty())
            slice = slice.splitNewest(std::max<quint64>(place.uids.count() / 2, 1)).first;
    }
    return slice;
}

bool CutPlaces::cut(const UidSet &slice, qint64 now)
{
    ++m_count;
    Place here{slice, 1};
    m_places.removeIf([&here](const Place &before) {
        const bool isSame = !before.uids.intersected(here.uids).isEmpty();
        if (isSame)
            here.cuts = std::max(here.cuts, before.cuts + 1);
        return isSame;
    });
    m_places.append(here); // also of the one message: nobody shall be asked for together with it
    const bool isFound = slice.count() == 1 && here.cuts >= FewestCuts;
    if (isFound)
        m_leftAlone.insert(slice.max(), now);
    return isFound;
}

void CutPlaces::came(const UidSet &slice)
{
    if (m_places.isEmpty())
        return;
    for (Place &place : m_places)
        place.uids = place.uids.minus(slice);
    m_places.removeIf([](const Place &place) { return place.uids.isEmpty(); });
}

UidSet CutPlaces::leftAlone(qint64 now) const
{
    QList<quint32> uids;
    for (const auto [uid, since] : m_leftAlone.asKeyValueRange()) {
        if (now >= since && now - since < Day)
            uids.append(uid);
    }
    return UidSet::of(uids);
}

} // namespace kw
