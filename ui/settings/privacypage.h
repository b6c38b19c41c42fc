#pragma once

#include "ui/settings/settingspage.h"

namespace kw {

class Vault;

// What others learn and what is kept here. GUI thread.
class PrivacyPage : public SettingsPage
{
    Q_OBJECT
public:
    // `logDirectory` holds kittiwake.log; empty: there is none to be opened.
    // Without a vault nothing is said of passwords.
    PrivacyPage(const QString &configDirectory, const QString &logDirectory, Vault *vault,
                QWidget *parent = nullptr);

Q_SIGNALS:
    void folderWanted(const QString &path); // to be shown by the desktop

private:
    void addLog(const QString &directory);
};

} // namespace kw
