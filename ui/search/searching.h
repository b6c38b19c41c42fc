#pragma once

#include "core/search/query.h"
#include "core/store/rows.h"
#include "ui/messages/listsearch.h"
#include "ui/search/reachreader.h"
#include "ui/search/searchhead.h"

#include <QObject>
#include <QTimer>

#include <memory>

namespace kw {

class Engine;
class FolderPane;
class MessageListPane;
class SavedSearchLines;
class SearchEdit;
class SearchOffers;
class ServerAsking;
struct UiSettings;

// Searching in the window: what is typed becomes hits in the list, and the lines above it say how far they
// can be trusted. GUI thread; waits for nothing.
class Searching : public QObject
{
    Q_OBJECT
public:
    struct Parts {
        Engine *engine;
        SearchEdit *field;
        MessageListPane *list;
        FolderPane *folders;
        SavedSearchLines *saved;
        SearchOffers *offers;
        QString cacheDirectory;
    };
    Searching(const Parts &parts, QObject *parent);

    bool isActive() const { return m_search != nullptr; }
    // As if the person had typed it and pressed Enter.
    void find(const QString &query);
    void focusField();
    // Back to what was shown before, as it was left.
    void leave();
    void applySettings(const UiSettings &settings);
    SearchContext context() const;

Q_SIGNALS:
    // Hits are shown under this title; empty: what the folder pane says is shown again.
    void titleChanged(const QString &title);
    void contextChanged();

private:
    void connectParts();
    void onTyped(const QString &query);
    void start(const QString &query);
    void show();
    void openSaved(const QString &key);
    void end(); // of what is shown and asked; the list is somebody else's matter
    void backToList();
    void addServerHits();
    void askServers();
    void askUnasked();
    void showReach();
    void takeReach(const ReachReader::Answer &answer);
    SearchScope scope() const;
    QString title() const;
    void noteRecent();

    Parts m_parts;
    SearchHead *m_head;
    ServerAsking *m_asking;
    ReachReader *m_reader;
    QTimer m_settled; // the person has stopped typing for good
    QString m_text;
    ParsedQuery m_parsed;
    SearchNode m_asked; // without the place
    std::shared_ptr<const ListSearch> m_search;
    SearchReach m_reach;
    QString m_savedKey; // of the saved search that this is
    SearchContext m_context;
    bool m_alwaysAsk = false;
};

} // namespace kw
