#pragma once

#include "core/settings/importplan.h"

#include <memory>

class QWidget;

namespace kw {

class SettingsPage;

// What the person calls a setting and its values, as the settings window says it. GUI thread.
class SettingWords
{
public:
    SettingWords();
    ~SettingWords();

    // "Theme: light → dark"
    QString sentence(const SettingChange &change) const;

private:
    std::unique_ptr<QWidget> m_owner;
    QList<SettingsPage *> m_pages;
};

} // namespace kw
