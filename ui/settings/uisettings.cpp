#include "ui/settings/uisettings.h"

#include "core/settings/settingsfile.h"
#include "core/sync/syncvalues.h"

using namespace Qt::StringLiterals;

namespace kw {
namespace {

// A key of settings.ini and its place in UiSettings; what may stand there is in
// core/settings/settingkeys.cpp.
struct Binding {
    const char *key;
    QString (*read)(const UiSettings &);
    void (*write)(UiSettings &, const QString &);
};

// NOLINTBEGIN(bugprone-macro-parentheses): a member's name cannot stand in parentheses
#define KW_SWITCH(name, member)                                                                              \
    Binding                                                                                                  \
    {                                                                                                        \
        name, [](const UiSettings &s) { return s.member ? u"true"_s : u"false"_s; },                         \
            [](UiSettings &s, const QString &v) { s.member = v == "true"_L1; }                               \
    }
#define KW_NUMBER(name, member)                                                                              \
    Binding                                                                                                  \
    {                                                                                                        \
        name, [](const UiSettings &s) { return QString::number(int(s.member)); },                            \
            [](UiSettings &s, const QString &v) { s.member = decltype(s.member)(v.toInt()); }                \
    }
// The words in the order of the enum's values.
#define KW_WORD(name, member)                                                                                \
    Binding                                                                                                  \
    {                                                                                                        \
        name,                                                                                                \
            [](const UiSettings &s) {                                                                        \
                return settingKey(QStringLiteral(name))->words.value(int(s.member));                         \
            },                                                                                               \
            [](UiSettings &s, const QString &v) {                                                            \
                const auto place = settingKey(QStringLiteral(name))->words.indexOf(v);                       \
                s.member = decltype(s.member)(std::max<qsizetype>(place, 0));                                \
            }                                                                                                \
    }
// An empty one is "auto" in the file.
#define KW_LANGUAGE(name, member)                                                                            \
    Binding                                                                                                  \
    {                                                                                                        \
        name, [](const UiSettings &s) { return s.member.isEmpty() ? u"auto"_s : s.member; },                 \
            [](UiSettings &s, const QString &v) { s.member = v == "auto"_L1 ? QString() : v; }               \
    }
// NOLINTEND(bugprone-macro-parentheses)

const QList<Binding> &bindings()
{
    static const QList<Binding> all{
        KW_WORD("general/language", language),
        KW_WORD("general/startView", startView),
        KW_SWITCH("general/startOnline", startOnline),
        KW_WORD("look/theme", theme),
        KW_SWITCH("look/readerBelow", readerBelow),
        KW_WORD("list/mode", listMode),
        KW_NUMBER("list/density", density),
        KW_NUMBER("list/textPercent", listTextPercent),
        KW_SWITCH("list/dateGroups", dateGroups),
        KW_SWITCH("list/conversations", conversations),
        KW_SWITCH("list/accountColors", accountColors),
        KW_NUMBER("list/moveOn", moveOn),
        KW_NUMBER("reading/markReadDelayMs", markReadDelayMs),
        KW_SWITCH("reading/preferPlain", preferPlain),
        KW_SWITCH("reading/fixedWidth", fixedWidthText),
        KW_NUMBER("reading/zoomPercent", zoomPercent),
        KW_SWITCH("organizing/confirmDelete", confirmDelete),
        KW_WORD("search/askServers", askServers),
        KW_SWITCH("search/quotedText", quotedText),
        KW_SWITCH("compose/richText", writing.richText),
        KW_SWITCH("compose/answerAbove", writing.answerAbove),
        KW_SWITCH("compose/signatureAboveQuote", writing.signatureAboveQuote),
        KW_NUMBER("compose/undoSeconds", writing.undoSeconds),
        KW_SWITCH("compose/checkSpelling", writing.checkSpelling),
        KW_LANGUAGE("compose/spellingLanguage", writing.spellingLanguage),
        KW_SWITCH("compose/remindOfAttachments", writing.remindOfAttachments),
        KW_NUMBER("compose/askAboveRecipients", writing.askAboveRecipients),
        KW_SWITCH("compose/datesInUtc", writing.datesInUtc),
        KW_SWITCH("compose/requestReceipt", writing.requestReceipt),
    };
    return all;
}

QList<TagEntry> entriesOf(const QList<Tag> &tags)
{
    QList<TagEntry> entries;
    for (const Tag &tag : tags)
        entries.append({tag.keyword, tag.name, tag.color.name()});
    return entries;
}

} // namespace

SettingValues valuesOf(const UiSettings &settings)
{
    SettingValues values = valuesOf(settings.sync);
    for (const Binding &binding : bindings())
        values.insert(QLatin1StringView(binding.key), binding.read(settings));
    return values;
}

UiSettings uiSettingsFrom(const SettingValues &given)
{
    SettingValues values = usualSettings();
    for (const auto &[name, value] : given.asKeyValueRange()) {
        const SettingKey *key = settingKey(name);
        if (const auto fit = key ? key->accept(value) : std::nullopt)
            values.insert(name, *fit);
    }
    UiSettings settings;
    for (const Binding &binding : bindings())
        binding.write(settings, values.value(QLatin1StringView(binding.key)));
    settings.sync = syncSettingsFrom(values);
    return settings;
}

QList<Tag> tagsFrom(const QList<TagEntry> &entries)
{
    QList<Tag> tags;
    for (const TagEntry &entry : entries)
        tags.append({entry.keyword, entry.name, QColor(entry.color)});
    return tags;
}

UiSettings loadUiSettings(const QString &directory)
{
    UiSettings settings = uiSettingsFrom(SettingsFile::load(directory));
    if (const auto tags = SettingsFile::loadTags(directory))
        settings.tags = tagsFrom(*tags);
    return settings;
}

bool saveUiSettings(const QString &directory, const UiSettings &settings, const UiSettings &before)
{
    const SettingValues old = valuesOf(before);
    SettingValues changed;
    for (const auto &[key, value] : valuesOf(settings).asKeyValueRange()) {
        if (old.value(key) != value)
            changed.insert(key, value);
    }
    if (!changed.isEmpty() && !SettingsFile::save(directory, changed))
        return false;
    return settings.tags == before.tags || SettingsFile::saveTags(directory, entriesOf(settings.tags));
}

bool saveUiSettings(const QString &directory, const UiSettings &settings)
{
    return SettingsFile::save(directory, valuesOf(settings))
        && SettingsFile::saveTags(directory, entriesOf(settings.tags));
}

} // namespace kw
