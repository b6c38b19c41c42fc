#pragma once

#include "ui/settings/settingspage.h"

namespace kw {

// What of the mail is on this computer. GUI thread.
class DownloadPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit DownloadPage(QWidget *parent = nullptr);
};

} // namespace kw
