#pragma once

#include "core/base/clock.h"
#include "core/store/folderrow.h"

#include <QHash>
#include <QList>

namespace kw {

// When folders that nobody watches are to be looked at again. Plain bookkeeping in monotonic ms; one thread.
class PollSchedule
{
public:
    explicit PollSchedule(Clock &clock);

    // A pass has been made; `isVisible`: it is on screen.
    void passed(const FolderRow &folder, bool isVisible, bool isWatched);
    void failed(FolderId folder);
    // Those that are due now; each gets a later date, in case nothing comes of it.
    QList<FolderId> takeDue();

private:
    Clock &m_clock;
    QHash<FolderId, qint64> m_at;
};

} // namespace kw
