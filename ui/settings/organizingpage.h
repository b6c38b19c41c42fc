#pragma once

#include "ui/settings/settingspage.h"

namespace kw {

// Archiving and deleting. GUI thread.
class OrganizingPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit OrganizingPage(QWidget *parent = nullptr);
};

} // namespace kw
