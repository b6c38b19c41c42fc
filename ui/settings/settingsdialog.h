#pragma once

#include "core/sync/engine.h"
#include "ui/settings/uisettings.h"

#include <QDialog>

#include <functional>

class QCheckBox;
class QComboBox;
class QTabWidget;

namespace kw {

class AccountsPage;
class KeysPage;
class TagsPage;
class ShortcutKeys;

// Settings take effect as they are changed. Not modal; deletes itself when closed. GUI thread.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    SettingsDialog(Engine *engine, const UiSettings &settings, ShortcutKeys *keys, QWidget *parent = nullptr);
    void showAccounts();
    void showKeys();
    void showDownloads();
    void showTags();
    void showOrganizing();
    void showStorage();
    AccountsPage *accountsPage() const { return m_accounts; }

Q_SIGNALS:
    // One thing was changed here; everything else is as it is by now.
    void changeWanted(const std::function<void(kw::UiSettings &)> &change);

private:
    QWidget *readingPage();
    QWidget *listPage();
    QWidget *organizingPage();
    QWidget *downloadPage();
    QComboBox *choice(QLatin1StringView name, const QString &label,
                      const QList<std::pair<QString, int>> &entries, int current,
                      void (*apply)(UiSettings &, int));
    QCheckBox *tick(QLatin1StringView name, const QString &label, bool on, void (*apply)(UiSettings &, bool));

    UiSettings m_settings; // as they were when the window opened
    QTabWidget *m_tabs;
    AccountsPage *m_accounts;
    KeysPage *m_keys;
    TagsPage *m_tags;
    QWidget *m_organizing = nullptr;
    QWidget *m_storage = nullptr;
    QWidget *m_downloads = nullptr;
};

} // namespace kw
