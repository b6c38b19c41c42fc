#pragma once

#include "ui/settings/settingspage.h"

namespace kw {

class Engine;

// What of the mail is on this computer. GUI thread.
class DownloadPage : public SettingsPage
{
    Q_OBJECT
public:
    // Without an engine nothing is said of single accounts.
    explicit DownloadPage(Engine *engine, QWidget *parent = nullptr);
};

} // namespace kw
