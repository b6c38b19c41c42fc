#pragma once

#include "ui/settings/settingspage.h"

namespace kw {

class Engine;

// Searching: what is looked at, who is asked, the index.
class SearchPage : public SettingsPage
{
    Q_OBJECT
public:
    // Without an engine there is nothing to be said of the index.
    SearchPage(Engine *engine, QWidget *parent);
};

} // namespace kw
