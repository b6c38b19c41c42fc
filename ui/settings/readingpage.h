#pragma once

#include "ui/settings/settingspage.h"

namespace kw {

// What happens to a message while it is read, and how its text looks. GUI thread.
class ReadingPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit ReadingPage(QWidget *parent = nullptr);
};

} // namespace kw
