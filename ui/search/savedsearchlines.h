#pragma once

#include "core/settings/savedsearches.h"

#include <QObject>

class QMenu;
class QWidget;

namespace kw {

class FolderPane;
class WindowActions;

// The saved searches: kept in a file, shown as lines of the folder pane, and what is done to them there. GUI
// thread.
class SavedSearchLines : public QObject
{
    Q_OBJECT
public:
    SavedSearchLines(WindowActions *actions, FolderPane *pane, const QString &configDirectory,
                     QWidget *window);

    const QList<SavedSearch> &searches() const { return m_searches; }
    const SavedSearch *find(const QString &key) const; // null: there is none; valid until the next change
    const SavedSearch *withQuery(const QString &query) const; // likewise
    // Asks for a name.
    void add(const QString &query);
    void reload(); // from the file: at first, and when it is another one
    // As it was kept; the list stays as it is where that fails.
    bool change(const QList<SavedSearch> &searches);

Q_SIGNALS:
    void changed();
    void added(const QString &searchKey);
    void notKept(const kw::Error &error);

private:
    QString currentKey() const;
    void renew();
    void fillMenu(QMenu *menu);
    void rename(const QString &key);
    void editQuery(const QString &key);
    void remove(const QString &key);
    void move(const QString &key, int by);
    qsizetype placeOf(const QString &key) const;

    WindowActions *m_actions;
    FolderPane *m_pane;
    QString m_directory;
    QWidget *m_window;
    QList<SavedSearch> m_searches;
};

// What a search may be called: its words, without operators' signs.
QString suggestedName(const QString &query);

} // namespace kw
