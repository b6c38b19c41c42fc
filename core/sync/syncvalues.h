#pragma once

#include "core/settings/settingkeys.h"
#include "core/sync/syncsettings.h"

namespace kw {

// The sync settings among all values of settings.ini, and back.
SyncSettings syncSettingsFrom(const SettingValues &values);
SettingValues valuesOf(const SyncSettings &settings);

} // namespace kw
