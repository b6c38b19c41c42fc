#pragma once

#include "core/sync/syncsettings.h"
#include "ui/look/tags.h"
#include "ui/look/theme.h"
#include "ui/messages/listlook.h"

namespace kw {

// What the person has chosen, kept in DIR/settings.ini.
struct UiSettings {
    static constexpr int MarkReadOff = -1;

    int markReadDelayMs = 1000; // 0: at once; MarkReadOff: never by itself
    Theme theme = Theme::System;
    ListMode listMode = ListMode::Cards;
    ListDensity density = ListDensity::Normal;
    bool conversations = true;
    bool dateGroups = true;
    bool readerBelow = false; // the reader under the list instead of beside it
    bool fixedWidthText = false;
    MoveOn moveOn = MoveOn::Next; // which message comes after one that was put away
    QList<Tag> tags = defaultTags();
    SyncSettings sync;

    bool operator==(const UiSettings &) const = default;
};

// Values that make no sense in the file are replaced by the defaults. `directory` is the profile's
// configuration folder.
UiSettings loadUiSettings(const QString &directory);
// False if the file cannot be written.
bool saveUiSettings(const QString &directory, const UiSettings &settings);

} // namespace kw
