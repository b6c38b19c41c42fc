#include "bench/child/child.h"

#include "core/sync/index/indexupkeep.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace kw::bench {

QJsonObject childIndex(const QString &directory)
{
    IndexUpkeep upkeep(directory);
    IndexPace pace;
    pace.isIdle = false;
    upkeep.setPace(pace);
    QElapsedTimer timer;
    timer.start();
    if (const auto done = upkeep.runToRest(QDateTime::currentMSecsSinceEpoch()); !done)
        return {{u"error"_s, done.error().text}};
    const double ms = double(timer.nsecsElapsed()) / 1e6;
    const IndexStatus status = upkeep.status();
    if (status.withText == 0)
        return {{u"error"_s, u"Nothing was indexed."_s}};
    return {{u"ms"_s, ms}, {u"documents"_s, status.indexed}, {u"bytes"_s, status.bytes}};
}

} // namespace kw::bench
