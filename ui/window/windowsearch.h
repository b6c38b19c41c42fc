#pragma once

#include "ui/settings/uisettings.h"

#include <QObject>

#include <functional>

namespace kw {

class Engine;
class People;
class SavedCounts;
class SavedSearchLines;
class SearchEdit;
class SearchOffers;
class Searching;
class WindowActions;
class WindowPanes;
struct Error;
struct WindowSession;

// The main window's door to searching: joins field, hits, saved searches and their counts, and carries out
// the actions. GUI thread.
class WindowSearch : public QObject
{
    Q_OBJECT
public:
    // What is used; nothing is owned.
    struct Parts {
        Engine *engine;
        WindowActions *actions;
        WindowPanes *panes;
        SearchEdit *field;
        std::function<People *()> people;
        QString configDirectory;
        QString cacheDirectory;
    };
    WindowSearch(const Parts &parts, QWidget *window);

    Searching *searching() const { return m_searching; }
    SavedSearchLines *saved() const { return m_saved; }
    void applySettings(const UiSettings &settings);
    void accountsChanged();
    void keep(WindowSession &session) const;
    void restore(const WindowSession &session);

Q_SIGNALS:
    void titleChanged(const QString &title); // empty: no search is shown

private:
    void connectActions();
    void connectCounts();
    void countAgain();

    Parts m_parts;
    SearchOffers *m_offers;
    SavedSearchLines *m_saved;
    SavedCounts *m_counts;
    Searching *m_searching;
    UiSettings m_settings;
};

} // namespace kw
