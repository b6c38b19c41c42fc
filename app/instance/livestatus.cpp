#include "app/instance/livestatus.h"

#include "app/instance/instancesocket.h"

using namespace Qt::StringLiterals;

namespace kw {

LiveStatus LiveStatus::ofRunningWindow(const Paths &paths)
{
    return fromJson(askRunningWindow(paths, request(), 500));
}

QJsonObject LiveStatus::request()
{
    return {{u"ask"_s, u"liveness"_s}};
}

bool LiveStatus::isRequest(const QJsonObject &request)
{
    return request.value("ask"_L1) == "liveness"_L1;
}

QJsonObject LiveStatus::toJson() const
{
    QJsonObject list;
    for (auto it = folders.cbegin(); it != folders.cend(); ++it)
        list.insert(QString::number(raw(it.key())), int(it.value()));
    return {{u"folders"_s, list}};
}

LiveStatus LiveStatus::fromJson(const QJsonObject &json)
{
    LiveStatus status;
    const auto list = json.value("folders"_L1);
    status.windowRuns = list.isObject();
    const auto object = list.toObject();
    for (auto it = object.begin(); it != object.end(); ++it) {
        const int value = it.value().toInt(-1);
        if (value >= 0 && value <= int(Liveness::Paused))
            status.folders.insert(FolderId(it.key().toLongLong()), Liveness(value));
    }
    return status;
}

} // namespace kw
