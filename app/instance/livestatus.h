#pragma once

#include "core/account/paths.h"
#include "core/base/ids.h"
#include "core/base/mailtypes.h"

#include <QHash>
#include <QJsonObject>

namespace kw {

// How fresh each folder is, as the running window knows it. Plain value.
struct LiveStatus {
    bool windowRuns = false;
    QHash<FolderId, Liveness> folders;

    // Offline where nothing runs that could keep the folder fresh.
    Liveness liveness(FolderId folder) const { return folders.value(folder, Liveness::Offline); }

    // Asks the window on this profile; takes at most half a second, and nothing where none runs.
    static LiveStatus ofRunningWindow(const Paths &paths);

    static QJsonObject request();
    static bool isRequest(const QJsonObject &request);
    QJsonObject toJson() const;
    static LiveStatus fromJson(const QJsonObject &json);
};

} // namespace kw
