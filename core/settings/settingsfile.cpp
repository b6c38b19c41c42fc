#include "core/settings/settingsfile.h"

#include <QRegularExpression>
#include <QSettings>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace kw {

namespace {

constexpr int FormatVersion = 2; // 1 had no number
constexpr auto VersionKey = "meta/version"_L1;
constexpr qsizetype LongestTagName = 100;

QString settingsIn(const QString &directory)
{
    return directory + "/settings.ini"_L1;
}

QString keysIn(const QString &directory)
{
    return directory + "/shortcuts.ini"_L1;
}

bool written(QSettings &file)
{
    file.sync();
    // What cannot be read in the file is left out of it; that does not keep the rest from being written.
    return file.status() != QSettings::AccessError;
}

// The highest version that has written here: an older program must not pretend to be the newer one.
void noteVersion(QSettings &file)
{
    if (file.value(VersionKey).toInt() < FormatVersion)
        file.setValue(VersionKey, FormatVersion);
}

} // namespace

bool isUsable(const TagEntry &tag)
{
    // A keyword goes to servers as it stands.
    static const QRegularExpression atom(u"^[!#$&'+,\\-./0-9:;<=>?@A-Z\\[^_`a-z|}~]{1,100}$"_s);
    static const QRegularExpression color(u"^#[0-9a-fA-F]{6}$"_s);
    const bool shown = !tag.name.trimmed().isEmpty() && tag.name.size() <= LongestTagName
        && std::ranges::none_of(tag.name, [](QChar c) { return c.category() == QChar::Other_Control; });
    return shown && atom.match(tag.keyword).hasMatch() && color.match(tag.color).hasMatch();
}

SettingValues SettingsFile::load(const QString &directory)
{
    const QSettings file(settingsIn(directory), QSettings::IniFormat);
    SettingValues values;
    for (const SettingKey &key : settingKeys())
        values.insert(key.key, key.accept(file.value(key.key).toString()).value_or(key.usual));
    return values;
}

std::optional<QList<TagEntry>> SettingsFile::loadTags(const QString &directory)
{
    QSettings file(settingsIn(directory), QSettings::IniFormat);
    if (!file.contains("tags/size"_L1))
        return std::nullopt;
    QList<TagEntry> tags;
    const int size = std::min(file.beginReadArray("tags"_L1), MostTags);
    for (int i = 0; i < size; ++i) {
        file.setArrayIndex(i);
        const TagEntry tag{file.value("keyword"_L1).toString(), file.value("name"_L1).toString(),
                           file.value("color"_L1).toString()};
        if (isUsable(tag))
            tags.append(tag);
    }
    file.endArray();
    return tags;
}

SettingValues SettingsFile::loadKeys(const QString &directory)
{
    QSettings file(keysIn(directory), QSettings::IniFormat);
    file.beginGroup("keys"_L1);
    SettingValues keys;
    for (const QString &name : file.childKeys())
        keys.insert(name, file.value(name).toString());
    return keys;
}

bool SettingsFile::save(const QString &directory, const SettingValues &changed)
{
    QSettings file(settingsIn(directory), QSettings::IniFormat);
    for (const auto &[key, value] : changed.asKeyValueRange())
        file.setValue(key, value);
    noteVersion(file);
    return written(file);
}

bool SettingsFile::saveTags(const QString &directory, const QList<TagEntry> &tags)
{
    QSettings file(settingsIn(directory), QSettings::IniFormat);
    file.remove("tags"_L1);
    file.beginWriteArray("tags"_L1, int(tags.size()));
    for (int i = 0; i < int(tags.size()); ++i) {
        file.setArrayIndex(i);
        file.setValue("keyword"_L1, tags.at(i).keyword);
        file.setValue("name"_L1, tags.at(i).name);
        file.setValue("color"_L1, tags.at(i).color);
    }
    file.endArray();
    noteVersion(file);
    return written(file);
}

bool SettingsFile::saveKeys(const QString &directory, const SettingValues &keys)
{
    QSettings file(keysIn(directory), QSettings::IniFormat);
    file.remove("keys"_L1);
    for (const auto &[name, value] : keys.asKeyValueRange())
        file.setValue("keys/"_L1 + name, value);
    return written(file);
}

} // namespace kw
