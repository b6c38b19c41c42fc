#pragma once

#include "core/sync/engine.h"
#include "ui/settings/uisettings.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QTabWidget;

namespace kw {

class AccountsPage;

// Settings take effect as they are changed. Not modal; deletes itself when closed. GUI thread.
class SettingsDialog : public QDialog
{
    Q_OBJECT
public:
    SettingsDialog(Engine *engine, const UiSettings &settings, QWidget *parent = nullptr);
    void showAccounts();
    AccountsPage *accountsPage() const { return m_accounts; }

Q_SIGNALS:
    void settingsChanged(const kw::UiSettings &settings);

private:
    QWidget *readingPage();
    QWidget *listPage();
    QWidget *downloadPage();
    QComboBox *choice(QLatin1StringView name, const QString &label,
                      const QList<std::pair<QString, int>> &entries, int current,
                      void (*apply)(UiSettings &, int));
    QCheckBox *tick(QLatin1StringView name, const QString &label, bool on, void (*apply)(UiSettings &, bool));
    void changed();

    UiSettings m_settings;
    QTabWidget *m_tabs;
    AccountsPage *m_accounts;
};

} // namespace kw
