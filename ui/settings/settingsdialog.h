#pragma once

#include "core/sync/engine.h"
#include "ui/settings/uisettings.h"

#include <QDialog>

#include <functional>

class QLineEdit;
class QListWidget;
class QScrollArea;
class QStackedWidget;

namespace kw {

class AccountsPage;
class SettingsPage;
class ShortcutKeys;

// The settings, by category and by search. They take effect as they are changed. Not modal; deletes itself
// when closed. GUI thread.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    struct Parts {
        Engine *engine;
        ShortcutKeys *keys;
        QString configDirectory; // of the profile; may be empty
        QString logDirectory; // may be empty
    };
    SettingsDialog(const Parts &parts, const UiSettings &settings, QWidget *parent = nullptr);

    // By the object name of its page; false where there is no such page.
    bool showPage(QLatin1StringView objectName);
    void showAccounts();
    void showKeys();
    void showVanished();
    void showDownloads();
    void showTags();
    void showSearch();
    void showOrganizing();
    void showStorage();
    AccountsPage *accountsPage() const { return m_accounts; }
    QList<SettingsPage *> pages() const { return m_pages; }
    // What the person calls the setting with this key of settings.ini.
    QString labelOf(const QString &key) const;
    // The settings have been changed, here or elsewhere.
    void showSettings(const UiSettings &settings);

Q_SIGNALS:
    // One thing was changed here; everything else is as it is by now.
    void changeWanted(const std::function<void(kw::UiSettings &)> &change);
    void exportWanted();
    void importWanted();
    void folderWanted(const QString &path); // to be shown by the desktop

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void addPages(const Parts &parts, const UiSettings &settings);
    void addPage(SettingsPage *page);
    void build();
    QWidget *makeNothingFound();
    void search(const QString &text);
    void step(int by); // to the next category that can be seen
    void onCategory();
    void goToHit();

    QLineEdit *m_search;
    QListWidget *m_categories;
    QStackedWidget *m_stack;
    QWidget *m_nothing;
    QList<SettingsPage *> m_pages;
    QList<QScrollArea *> m_areas; // of each page
    AccountsPage *m_accounts = nullptr;
};

} // namespace kw
