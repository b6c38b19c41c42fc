#pragma once

#include "ui/settings/uisettings.h"

#include <QHash>
#include <QVariant>
#include <QWidget>

#include <functional>

class QComboBox;
class QVBoxLayout;

namespace kw {

class SettingRow;

// How one setting is told to the person. `key` is its place in settings.ini, empty for what is kept
// elsewhere.
struct SettingText {
    QLatin1StringView name; // the control's object name
    QString key;
    QString label;
    QString help = {}; // a sentence below it
    QString synonyms = {}; // further words that find it
};

// A choice's entries in their order.
using SettingChoices = QList<std::pair<QString, int>>;

// One category of the settings window. Its rows say themselves how they are found, how they show a value and
// what they change, so that a setting stands in one place. GUI thread.
class SettingsPage : public QWidget
{
    Q_OBJECT
public:
    // `icon` is one of resources/icons; `synonyms` find the whole page.
    SettingsPage(QLatin1StringView objectName, const QString &title, QLatin1StringView icon,
                 const QString &synonyms, QWidget *parent);

    QString title() const { return m_title; }
    QLatin1StringView icon() const { return m_icon; }
    QStringList keys() const; // of settings.ini
    QString labelOf(const QString &key) const; // empty: not here
    // What the row of this key would show; empty: not here.
    QString valueText(const QString &key, const UiSettings &settings) const;

    // Marks what matches and returns how much does; 0: the page has nothing to do with it. An empty text
    // matches nothing and unmarks all.
    virtual int search(const QString &text);
    // The first marked row, and the control of it; null where the page as a whole was found.
    SettingRow *firstHit() const;
    virtual QWidget *firstControl() const;
    // Other programs and windows change settings too.
    void showSettings(const UiSettings &settings);

Q_SIGNALS:
    // One thing was changed here; everything else is as it is by now.
    void changeWanted(const std::function<void(kw::UiSettings &)> &change);
    void pageWanted(QLatin1StringView objectName); // another page of the window

protected:
    void addHeading(const QString &text);
    void addText(QLatin1StringView name, const QString &text, const QString &synonyms = {});
    void addTick(const SettingText &text, bool (*get)(const UiSettings &), void (*set)(UiSettings &, bool));
    void addChoice(const SettingText &text, const SettingChoices &choices, int (*get)(const UiSettings &),
                   void (*set)(UiSettings &, int));
    // Likewise, of texts; entries may be added to what is returned.
    QComboBox *addTextChoice(const SettingText &text, const QList<std::pair<QString, QString>> &choices,
                             QString (*get)(const UiSettings &), void (*set)(UiSettings &, const QString &));
    // A control of the page's own beside the label; without a label it takes the whole width.
    SettingRow *addControl(const SettingText &text, QWidget *control);
    // Whatever fills the rest of the page.
    void addWide(QWidget *widget, const QString &synonyms);
    void finish(); // after the last row

private:
    SettingRow *add(SettingRow *row);
    QComboBox *addBox(const SettingText &text, const QList<std::pair<QString, QVariant>> &choices,
                      const std::function<QVariant(const UiSettings &)> &get,
                      const std::function<void(UiSettings &, const QVariant &)> &set);

    QString m_title;
    QLatin1StringView m_icon;
    QString m_synonyms;
    QVBoxLayout *m_rows;
    QList<SettingRow *> m_all;
    QList<std::function<void(const UiSettings &)>> m_show;
    QHash<QString, std::function<QString(const UiSettings &)>> m_texts; // by key
    bool m_showing = false; // a value is shown, not chosen
};

} // namespace kw
