#pragma once

#include "ui/settings/settingspage.h"

namespace kw {

// Language, what happens at the start, and settings as a file. GUI thread.
class GeneralPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit GeneralPage(QWidget *parent = nullptr);

Q_SIGNALS:
    void exportWanted();
    void importWanted();

private:
    void addTransfer();
};

} // namespace kw
