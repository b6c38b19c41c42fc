#pragma once

#include "core/settings/settingkeys.h"
#include "core/sync/syncsettings.h"
#include "ui/look/tags.h"
#include "ui/look/theme.h"
#include "ui/messages/listlook.h"
#include "ui/settings/writingsettings.h"

namespace kw {

struct TagEntry;

// Which language the program speaks; a change counts from the next start on.
enum class Language { System, English, German };
// What the window shows when it opens.
enum class StartView { Last, Inbox };

// Whether a search asks the servers about messages whose text is not here.
enum class AskServers { WhenAsked, Always };

// What the person has chosen, kept in DIR/settings.ini (docs/settings.md).
struct UiSettings {
    static constexpr int MarkReadOff = -1;

    Language language = Language::System;
    StartView startView = StartView::Last;
    bool startOnline = true;
    int markReadDelayMs = 1000; // 0: at once; MarkReadOff: never by itself
    Theme theme = Theme::System;
    ListMode listMode = ListMode::Cards;
    ListDensity density = ListDensity::Normal;
    int listTextPercent = 100; // of the desktop's letters
    bool conversations = true;
    bool dateGroups = true;
    bool accountColors = true; // in lists over several accounts
    bool readerBelow = false; // the reader under the list instead of beside it
    bool preferPlain = false; // the plain text of mail that also has HTML
    bool fixedWidthText = false;
    int zoomPercent = 100; // of messages, when nothing else was chosen for the moment
    MoveOn moveOn = MoveOn::Next; // which message comes after one that was put away
    bool confirmDelete = true; // ask before deleting for good
    AskServers askServers = AskServers::WhenAsked;
    bool quotedText = false; // searches look there too
    WritingSettings writing;
    QList<Tag> tags = defaultTags();
    SyncSettings sync;

    bool operator==(const UiSettings &) const = default;
};

// All but the tags, as settings.ini has them.
SettingValues valuesOf(const UiSettings &settings);
// Values that make no sense are replaced by the defaults.
UiSettings uiSettingsFrom(const SettingValues &values);

QList<Tag> tagsFrom(const QList<TagEntry> &entries);

// `directory` is the profile's configuration folder.
UiSettings loadUiSettings(const QString &directory);
// Writes what differs from `before`, so that what another program has changed meanwhile stays. False if the
// file cannot be written.
bool saveUiSettings(const QString &directory, const UiSettings &settings, const UiSettings &before);
bool saveUiSettings(const QString &directory, const UiSettings &settings); // all of it

} // namespace kw
