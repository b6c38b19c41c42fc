#include "ui/settings/widepages.h"

#include "ui/settings/keyspage.h"

using namespace Qt::StringLiterals;

namespace kw {

WidePage::WidePage(QLatin1StringView objectName, const QString &title, QLatin1StringView icon,
                   const QString &synonyms, QWidget *content, QWidget *parent)
    : SettingsPage(objectName, title, icon, synonyms, parent)
    , m_content(content)
{
    addWide(content, {});
}

QWidget *WidePage::firstControl() const
{
    return m_content;
}

ShortcutsPage::ShortcutsPage(KeysPage *keys, QWidget *parent)
    : SettingsPage("shortcutsPage"_L1, tr("Shortcuts"), "keyboard"_L1,
                   tr("keyboard keys hotkeys accelerators bindings"), parent)
    , m_keys(keys)
{
    addWide(keys, {});
}

int ShortcutsPage::search(const QString &text)
{
    const int whole = SettingsPage::search(text);
    const int actions = m_keys->filter(whole > 0 ? QString() : text);
    return whole > 0 ? whole : text.trimmed().isEmpty() ? 0 : actions;
}

QWidget *ShortcutsPage::firstControl() const
{
    return m_keys->list();
}

} // namespace kw
