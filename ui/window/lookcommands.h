#pragma once

#include "ui/settings/uisettings.h"

#include <QObject>

#include <functional>
#include <optional>

namespace kw {

class WindowActions;

// The person's settings, changed by the actions of the View menu, the list's own menu or the settings window,
// and kept in settings.ini. Whoever shows them follows `changed`. GUI thread.
class LookCommands : public QObject
{
    Q_OBJECT
public:
    // `theme` comes from the command line; it wins over the setting until the person chooses again, and is
    // not kept.
    LookCommands(WindowActions *actions, const QString &configDirectory, std::optional<Theme> theme,
                 QObject *parent);

    const UiSettings &settings() const { return m_settings; }
    Theme theme() const { return m_theme.value_or(m_settings.theme); }
    void apply(const UiSettings &settings);
    void change(const std::function<void(UiSettings &)> &change);
    void keepListLooks(const ListLooks &looks);

Q_SIGNALS:
    void changed(const kw::UiSettings &now, const kw::UiSettings &before);
    void notKept(); // the file could not be written

private:
    void connectActions();
    void showInActions();

    WindowActions *m_actions;
    QString m_directory;
    UiSettings m_settings;
    std::optional<Theme> m_theme;
};

} // namespace kw
