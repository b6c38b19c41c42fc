#include "ui/window/windowsession.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace kw {

WindowSession loadSession(const QString &directory)
{
    const QSettings file(directory + "/window.ini"_L1, QSettings::IniFormat);
    WindowSession s;
    s.geometry = file.value("window/geometry"_L1).toByteArray();
    s.outerSplit = file.value("window/outerSplit"_L1).toByteArray();
    s.innerSplitBeside = file.value("window/innerSplitBeside"_L1).toByteArray();
    s.innerSplitBelow = file.value("window/innerSplitBelow"_L1).toByteArray();
    s.foldedFolders = file.value("folders/folded"_L1).toStringList();
    s.subscribedOnly = file.value("folders/subscribedOnly"_L1).toStringList();
    s.viewKey = file.value("folders/current"_L1, s.viewKey).toString();
    s.message = MessageId(file.value("list/message"_L1).toLongLong());
    s.recentSearches = file.value("search/recent"_L1).toStringList();
    s.menuBar = file.value("window/menuBar"_L1).toBool();
    return s;
}

bool saveSession(const QString &directory, const WindowSession &s)
{
    QSettings file(directory + "/window.ini"_L1, QSettings::IniFormat);
    file.setValue("window/geometry"_L1, s.geometry);
    file.setValue("window/outerSplit"_L1, s.outerSplit);
    file.setValue("window/innerSplitBeside"_L1, s.innerSplitBeside);
    file.setValue("window/innerSplitBelow"_L1, s.innerSplitBelow);
    file.setValue("folders/folded"_L1, s.foldedFolders);
    file.setValue("folders/subscribedOnly"_L1, s.subscribedOnly);
    file.setValue("folders/current"_L1, s.viewKey);
    file.setValue("list/message"_L1, qlonglong(raw(s.message)));
    file.setValue("search/recent"_L1, s.recentSearches);
    file.setValue("window/menuBar"_L1, s.menuBar);
    file.sync();
    return file.status() == QSettings::NoError;
}

} // namespace kw
