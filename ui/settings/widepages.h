#pragma once

#include "ui/settings/settingspage.h"

namespace kw {

class KeysPage;

// A page that is one widget with a life of its own (accounts, tags). GUI thread.
class WidePage : public SettingsPage
{
    Q_OBJECT
public:
    WidePage(QLatin1StringView objectName, const QString &title, QLatin1StringView icon,
             const QString &synonyms, QWidget *content, QWidget *parent = nullptr);
    QWidget *firstControl() const override;

private:
    QWidget *m_content;
};

// Actions and their keys: what is searched for is looked for among them too. GUI thread.
class ShortcutsPage : public SettingsPage
{
    Q_OBJECT
public:
    explicit ShortcutsPage(KeysPage *keys, QWidget *parent = nullptr);
    int search(const QString &text) override;
    QWidget *firstControl() const override;

private:
    KeysPage *m_keys;
};

} // namespace kw
