#include "ui/window/lookcommands.h"

#include "ui/actions/windowactions.h"

namespace kw {

LookCommands::LookCommands(WindowActions *actions, const QString &configDirectory, std::optional<Theme> theme,
                           QObject *parent)
    : QObject(parent)
    , m_actions(actions)
    , m_directory(configDirectory)
    , m_settings(loadUiSettings(configDirectory))
    , m_theme(theme)
{
    connectActions();
    showInActions();
}

void LookCommands::connectActions()
{
    const auto set = [this](QAction *action, void (*setting)(UiSettings &, bool)) {
        connect(action, &QAction::triggered, this, [this, setting](bool checked) {
            change([setting, checked](UiSettings &s) { setting(s, checked); });
        });
    };
    set(m_actions->cards, [](UiSettings &s, bool) { s.listMode = ListMode::Cards; });
    set(m_actions->table, [](UiSettings &s, bool) { s.listMode = ListMode::Table; });
    set(m_actions->compact, [](UiSettings &s, bool) { s.density = ListDensity::Compact; });
    set(m_actions->normal, [](UiSettings &s, bool) { s.density = ListDensity::Normal; });
    set(m_actions->roomy, [](UiSettings &s, bool) { s.density = ListDensity::Roomy; });
    set(m_actions->conversations, [](UiSettings &s, bool on) { s.conversations = on; });
    set(m_actions->dateGroups, [](UiSettings &s, bool on) { s.dateGroups = on; });
    set(m_actions->readerBelow, [](UiSettings &s, bool on) { s.readerBelow = on; });
    set(m_actions->fixedWidth, [](UiSettings &s, bool on) { s.fixedWidthText = on; });
    set(m_actions->themeSystem, [](UiSettings &s, bool) { s.theme = Theme::System; });
    set(m_actions->themeLight, [](UiSettings &s, bool) { s.theme = Theme::Light; });
    set(m_actions->themeDark, [](UiSettings &s, bool) { s.theme = Theme::Dark; });
}

void LookCommands::showInActions()
{
    (m_settings.listMode == ListMode::Table ? m_actions->table : m_actions->cards)->setChecked(true);
    (m_settings.density == ListDensity::Compact      ? m_actions->compact
         : m_settings.density == ListDensity::Normal ? m_actions->normal
                                                     : m_actions->roomy)
        ->setChecked(true);
    m_actions->conversations->setChecked(m_settings.conversations);
    m_actions->dateGroups->setChecked(m_settings.dateGroups);
    m_actions->readerBelow->setChecked(m_settings.readerBelow);
    m_actions->fixedWidth->setChecked(m_settings.fixedWidthText);
    (theme() == Theme::Light      ? m_actions->themeLight
         : theme() == Theme::Dark ? m_actions->themeDark
                                  : m_actions->themeSystem)
        ->setChecked(true);
}

void LookCommands::change(const std::function<void(UiSettings &)> &change)
{
    UiSettings changed = m_settings;
    change(changed);
    apply(changed);
}

// The order is for the moment: it is none of the settings. Conversations are chosen for each list
// (ConversationChoices).
void LookCommands::keepListLooks(const ListLooks &looks)
{
    change([looks](UiSettings &s) {
        s.listMode = looks.mode;
        s.density = looks.density;
        s.dateGroups = looks.dateGroups;
    });
}

void LookCommands::apply(const UiSettings &settings)
{
    const UiSettings before = m_settings;
    m_settings = settings;
    if (settings.theme != before.theme)
        m_theme.reset();
    showInActions();
    Q_EMIT changed(m_settings, before);
    if (m_settings != before && !saveUiSettings(m_directory, m_settings, before))
        Q_EMIT notKept();
}

} // namespace kw
