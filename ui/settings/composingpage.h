#pragma once

#include "ui/settings/settingspage.h"

namespace kw {

// Says where what concerns writing is kept until Kittiwake can write. GUI thread.
class ComposingPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit ComposingPage(QWidget *parent = nullptr);
};

} // namespace kw
