#include "ui/settings/uisettings.h"

#include <QRegularExpression>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace kw {
namespace {

constexpr int MostTags = 200;

QString fileIn(const QString &directory)
{
    return directory + "/settings.ini"_L1;
}

qint64 bounded(const QSettings &file, QLatin1StringView key, qint64 low, qint64 fallback, qint64 high)
{
    bool ok = false;
    const qint64 value = file.value(key, fallback).toLongLong(&ok);
    return ok && value >= low && value <= high ? value : fallback;
}

// A keyword goes to servers as it stands: what is none is left out.
bool isKeyword(const QString &text)
{
    static const QRegularExpression atom(u"^[!#$&'+,\\-./0-9:;<=>?@A-Z\\[^_`a-z|}~]{1,100}$"_s);
    return atom.match(text).hasMatch();
}

QList<Tag> readTags(QSettings &file)
{
    if (!file.contains("tags/size"_L1))
        return defaultTags();
    QList<Tag> tags;
    const int size = std::min(file.beginReadArray("tags"_L1), MostTags);
    for (int i = 0; i < size; ++i) {
        file.setArrayIndex(i);
        const Tag tag{file.value("keyword"_L1).toString(), file.value("name"_L1).toString(),
                      QColor(file.value("color"_L1).toString())};
        if (isKeyword(tag.keyword) && !tag.name.isEmpty() && tag.color.isValid())
            tags.append(tag);
    }
    file.endArray();
    return tags;
}

void writeTags(QSettings &file, const QList<Tag> &tags)
{
    file.remove("tags"_L1);
    file.beginWriteArray("tags"_L1, int(tags.size()));
    for (int i = 0; i < int(tags.size()); ++i) {
        file.setArrayIndex(i);
        file.setValue("keyword"_L1, tags.at(i).keyword);
        file.setValue("name"_L1, tags.at(i).name);
        file.setValue("color"_L1, tags.at(i).color.name());
    }
    file.endArray();
}

} // namespace

UiSettings loadUiSettings(const QString &directory)
{
    QSettings file(fileIn(directory), QSettings::IniFormat);
    UiSettings s;
    s.markReadDelayMs = int(bounded(file, "reading/markReadDelayMs"_L1, -1, s.markReadDelayMs, 60'000));
    s.theme = themeFromName(file.value("look/theme"_L1).toString());
    s.listMode = file.value("list/mode"_L1).toString() == "table"_L1 ? ListMode::Table : ListMode::Cards;
    s.density = ListDensity(bounded(file, "list/density"_L1, 0, int(s.density), int(ListDensity::Roomy)));
    s.conversations = file.value("list/conversations"_L1, s.conversations).toBool();
    s.dateGroups = file.value("list/dateGroups"_L1, s.dateGroups).toBool();
    s.readerBelow = file.value("look/readerBelow"_L1, s.readerBelow).toBool();
    s.fixedWidthText = file.value("reading/fixedWidth"_L1, s.fixedWidthText).toBool();
    s.moveOn = MoveOn(bounded(file, "list/moveOn"_L1, 0, int(s.moveOn), int(MoveOn::Nothing)));
    s.tags = readTags(file);
    s.sync = loadSyncSettings(directory);
    return s;
}

bool saveUiSettings(const QString &directory, const UiSettings &s)
{
    QSettings file(fileIn(directory), QSettings::IniFormat);
    file.setValue("reading/markReadDelayMs"_L1, s.markReadDelayMs);
    file.setValue("look/theme"_L1, themeName(s.theme));
    file.setValue("list/mode"_L1, s.listMode == ListMode::Table ? u"table"_s : u"cards"_s);
    file.setValue("list/density"_L1, int(s.density));
    file.setValue("list/conversations"_L1, s.conversations);
    file.setValue("list/dateGroups"_L1, s.dateGroups);
    file.setValue("look/readerBelow"_L1, s.readerBelow);
    file.setValue("reading/fixedWidth"_L1, s.fixedWidthText);
    file.setValue("list/moveOn"_L1, int(s.moveOn));
    writeTags(file, s.tags);
    file.sync();
    return file.status() == QSettings::NoError && saveSyncSettings(directory, s.sync);
}

} // namespace kw
