#pragma once

#include "ui/settings/settingspage.h"

namespace kw {

// Colours, the list of messages and its place. GUI thread.
class AppearancePage : public SettingsPage
{
    Q_OBJECT
public:
    explicit AppearancePage(QWidget *parent = nullptr);
};

} // namespace kw
