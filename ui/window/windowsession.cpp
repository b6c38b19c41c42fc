#include "ui/window/windowsession.h"

#include <QSettings>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr std::pair<QLatin1StringView, bool PageFilter::*> Switches[]{
    {"unread"_L1, &PageFilter::unreadOnly},
    {"starred"_L1, &PageFilter::starredOnly},
    {"attachment"_L1, &PageFilter::attachmentsOnly},
    {"toMe"_L1, &PageFilter::toMeOnly},
    {"known"_L1, &PageFilter::knownOnly},
};

std::optional<PageFilter> keptFilter(const QSettings &file)
{
    if (!file.value("filter/kept"_L1).toBool())
        return {};
    PageFilter filter;
    const QStringList on = file.value("filter/only"_L1).toStringList();
    for (const auto &[name, member] : Switches)
        filter.*member = on.contains(name);
    filter.tag = file.value("filter/tag"_L1).toString();
    filter.text = file.value("filter/text"_L1).toString();
    return filter;
}

void keepFilter(QSettings &file, const std::optional<PageFilter> &filter)
{
    file.remove("filter"_L1);
    if (!filter)
        return;
    QStringList on;
    for (const auto &[name, member] : Switches) {
        if ((*filter).*member)
            on.append(name);
    }
    file.setValue("filter/kept"_L1, true);
    file.setValue("filter/only"_L1, on);
    file.setValue("filter/tag"_L1, filter->tag);
    file.setValue("filter/text"_L1, filter->text);
}

} // namespace

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
    for (const QString &key : file.value("list/conversations"_L1).toStringList())
        s.conversations.insert(key, true);
    for (const QString &key : file.value("list/singleMessages"_L1).toStringList())
        s.conversations.insert(key, false);
    s.recentSearches = file.value("search/recent"_L1).toStringList();
    s.menuBar = file.value("window/menuBar"_L1).toBool();
    s.keptFilter = keptFilter(file);
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
    file.setValue("list/conversations"_L1, s.conversations.keys(true));
    file.setValue("list/singleMessages"_L1, s.conversations.keys(false));
    file.setValue("search/recent"_L1, s.recentSearches);
    file.setValue("window/menuBar"_L1, s.menuBar);
    keepFilter(file, s.keptFilter);
    file.sync();
    return file.status() == QSettings::NoError;
}

} // namespace kw
